import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.domain.errors import BadInput, Cancelled
from desktop.exchange import reader, sandbox
from desktop.exchange.schedule import read

XML = (
    b"<schedule><day date='2024-05-02'><event id='1'><title>Talk</title></event></day></schedule>"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "forum.xml"
    path.write_bytes(XML)
    return path


def test_the_child_reads_what_this_process_would(path: Path) -> None:
    assert sandbox.read_file(path) == read(path)


def test_the_child_finds_the_program_from_anywhere(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('somebody else here')")
    monkeypatch.chdir(tmp_path)
    assert len(sandbox.read_file(path).talks) == 1


def test_an_error_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "rss.xml"
    path.write_bytes(b"\n<rss/>")
    with pytest.raises(BadInput) as refusal:
        sandbox.read_file(path)
    assert refusal.value.place == "rss.xml, line 1"


def test_progress_is_called_and_cancels(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_command", lambda: _sleeper())
    calls: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        calls.append((done, total))
        raise Cancelled("stopped")

    before = time.monotonic()
    with pytest.raises(Cancelled):
        sandbox.read_file(path, progress)
    assert calls == [(0, 1)]
    assert time.monotonic() - before < 30


def test_a_child_that_takes_too_long_is_stopped(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_command", lambda: _sleeper())
    monkeypatch.setattr(sandbox, "SECONDS", 0.2)
    with pytest.raises(BadInput, match=r"took more than 0\.2 seconds"):
        sandbox.read_file(path)


def test_the_child_knows_neither_database_nor_window(path: Path) -> None:
    code = (
        "import sys; from desktop.exchange import reader; reader.main('schedule'); "
        "print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    asked = pickle.dumps((path,))
    done = subprocess.run(
        [sys.executable, "-c", code], input=asked, capture_output=True, check=True
    )
    loaded = done.stderr.decode()
    assert "'lxml'" in loaded
    assert not [name for name in ("sqlalchemy", "PySide6", "reportlab", "icu") if name in loaded]


def test_a_frozen_build_starts_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "frozen", True, raising=False)
        assert sandbox._command() == [sys.executable, reader.FLAG]
    # What a frozen build's executable runs is `python -m desktop` here.
    command = [sys.executable, "-m", "desktop", reader.FLAG]
    monkeypatch.setattr(sandbox, "_command", lambda: command)
    assert sandbox.read_file(path) == read(path)


class Mischief:
    def __reduce__(self):
        return Path.touch, (Path("mischief"),)


@pytest.mark.parametrize("said", [Mischief(), len, sandbox.read_file, sandbox.Path("x")])
def test_of_a_child_only_values_are_believed(
    said: object, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "words"
    words.write_bytes(pickle.dumps(("value", said)))
    code = f"import sys; sys.stdout.buffer.write(open({str(words)!r}, 'rb').read())"
    talker = [sys.executable, "-c", code]
    monkeypatch.setattr(sandbox, "_command", lambda: talker)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match="so it was stopped"):
        sandbox.read_file(path)
    assert not (tmp_path / "mischief").exists()


def _sleeper() -> list[str]:
    return [sys.executable, "-c", "import time; time.sleep(60)"]
