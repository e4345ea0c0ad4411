"""A PostgreSQL server of the tests' own, where its programs are on the machine."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

_FOLDERS = "/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin"


def _program(name: str) -> str | None:
    every = (path for folder in _FOLDERS for path in sorted(Path("/").glob(folder[1:])))
    return shutil.which(name) or next((str(p / name) for p in every if (p / name).exists()), None)


@contextmanager
def postgresql() -> Generator[str]:
    """The URL of a running server that nobody else knows; skips where there is none."""
    initdb, ctl = _program("initdb"), _program("pg_ctl")
    if initdb is None or ctl is None or os.name == "nt":
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("psycopg")
    with tempfile.TemporaryDirectory(prefix="estrado-pg") as folder:
        _hand_over(Path(folder))
        data = f"{folder}/data"
        _run(initdb, "-D", data, "-U", "estrado", "--auth=trust", "-E", "UTF8", "--no-sync")
        _start(ctl, folder)
        try:
            yield f"postgresql://estrado@/postgres?host={folder}"
        finally:
            _run(ctl, "-D", data, "-m", "immediate", "-w", "stop")


@contextmanager
def outage(url: str) -> Generator[None]:
    """The server of a URL is gone meanwhile, as after a power cut."""
    ctl, folder = _program("pg_ctl"), url.rpartition("host=")[2]
    assert ctl is not None
    _run(ctl, "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")
    try:
        yield
    finally:
        _start(ctl, folder)


def _start(ctl: str, folder: str) -> None:
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
    _run(ctl, "-D", f"{folder}/data", "-l", f"{folder}/log", "-o", options, "-w", "start")


def _hand_over(folder: Path) -> None:
    """PostgreSQL does not run as root: the user that its package brings does it then."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")


def _run(*command: str) -> None:
    user = "postgres" if os.geteuid() == 0 else None
    subprocess.run(
        command,
        check=True,
        user=user,
        cwd="/",
        stdout=subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
    )
