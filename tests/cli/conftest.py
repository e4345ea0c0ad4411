import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop import cli
from desktop.services.reference import create_reference_event
from desktop.services.workspace import Workspace


class Result(NamedTuple):
    """What the command answered."""

    code: int
    out: str
    err: str


Estrado = Callable[..., Result]


def no_window(location: str | None) -> int:
    raise AssertionError(f"a window was opened on {location}")


@pytest.fixture
def estrado(capsys: pytest.CaptureFixture[str]) -> Estrado:
    """Run the command in this process."""

    def run(*arguments: object) -> Result:
        capsys.readouterr()
        code = cli.main([str(argument) for argument in arguments], no_window)
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def process() -> Estrado:
    """Run `python -m desktop` in a process of its own, without a display."""

    def run(*arguments: object, **environment: str) -> Result:
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        clean = {name: value for name, value in os.environ.items() if name not in hidden}
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, arguments)],
            env=clean | environment,
            capture_output=True,
            check=False,
            cwd=Path(cli.__file__).parents[2],
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a database with the reference event."""
    path = tmp_path_factory.mktemp("made") / "reference.db"
    with Workspace.open(path, create=True) as ws:
        create_reference_event(ws)
    return path.read_bytes()


@pytest.fixture
def db(tmp_path: Path, made: bytes) -> Path:
    """A database with the reference event."""
    path = tmp_path / "reference.db"
    path.write_bytes(made)
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A database with nothing in it."""
    path = tmp_path / "empty.db"
    Workspace.open(path, create=True).close()
    return path


@pytest.fixture
def schedule(tmp_path: Path) -> Path:
    """A small schedule of a conference: two rooms, two days, three talks, two speakers."""
    path = tmp_path / "schedule.xml"
    talk = """<event id="{id}"><date>{day}T{start}:00+01:00</date><start>{start}</start>
      <duration>00:45</duration><title>{title}</title><language>en</language>
      <persons><person id="{who}">Speaker {who}</person></persons></event>"""
    first = talk.format(id=1, day="2026-02-07", start="10:00", title="Opening", who=1)
    second = talk.format(id=2, day="2026-02-07", start="10:30", title="Ünïcode", who=2)
    third = talk.format(id=3, day="2026-02-08", start="09:00", title="Closing", who=1)
    path.write_text(
        f"""<?xml version="1.0"?><schedule><conference><title>Small Conference</title>
        <acronym>small</acronym><start>2026-02-07</start><end>2026-02-08</end></conference>
        <day index="1" date="2026-02-07"><room name="Hall">{first}</room>
        <room name="Annex">{second}</room></day>
        <day index="2" date="2026-02-08"><room name="Hall">{third}</room></day></schedule>""",
        encoding="utf-8",
    )
    return path
