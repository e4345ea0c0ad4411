"""The lock as Windows has it; the one of POSIX is tried by whatever opens a database twice."""

import importlib.util
import os
import struct
import sys
from pathlib import Path
from types import ModuleType

import pytest

fcntl = pytest.importorskip("fcntl", reason="Windows tries its own lock all the time")
if not hasattr(fcntl, "F_OFD_SETLK"):
    pytest.skip("only Linux has locks that belong to an open file", allow_module_level=True)


class Msvcrt(ModuleType):
    """Windows' module, as far as we use it: bytes from where a file stands are locked for it."""

    LK_NBLCK = 2

    @staticmethod
    def locking(descriptor: int, _mode: int, count: int) -> None:
        at = os.lseek(descriptor, 0, os.SEEK_CUR)
        wanted = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, at, count, 0)
        fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt("msvcrt"))
    spec = importlib.util.find_spec("desktop.storage.lock")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_one_writes_until_it_lets_go(
    lock: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "used by another process", str(path))

    monkeypatch.setattr(Path, "unlink", keep)
    first, second = (lock.Lock(tmp_path / "estrado.db") for _ in range(2))
    assert first.take()
    assert first.take()
    assert not second.take()
    assert f"(process {os.getpid()} on " in str(second.refusal())
    first.release()
    assert second.take()
    assert not first.take()
    second.release()
