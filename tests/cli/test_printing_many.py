"""A long print is told of, can be stopped, and leaves a whole file or none."""

import io
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop import cli
from desktop.cli import progress
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.errors import Cancelled
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.services import events, publishing
from desktop.services.workspace import Workspace
from tests.documents.reading import Paper

GUESTS = 1000


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of an event to which a thousand guests came."""
    path = tmp_path_factory.mktemp("held") / "held.db"
    came = (CheckIn(datetime(2026, 3, 12, 9, tzinfo=UTC)),)
    with Workspace.open(path, create=True) as ws, ws.database.write() as writer:
        event = writer.put(
            Event(
                slug="congreso",
                title=Localized.of(es="Congreso", kk="Конгресс"),
                languages=("es", "kk"),
                first_day=date(2026, 3, 12),
                last_day=date(2026, 3, 12),
            )
        )
        names = [PersonName("Latn", f"Núñez {n:04}", "Íñigo") for n in range(GUESTS)]
        people = writer.put_all([Person(names=(name,)) for name in names])
        invited = [
            Attendee(event_id=event.id, person_id=one.id, reply=Reply.ACCEPTED, check_ins=came)
            for one in people
        ]
        writer.put_all(invited)
    return path


def test_a_thousand_certificates_are_counted_and_can_be_stopped(held: Path):
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done == 100:
            raise Cancelled("enough")

    with Workspace.open(held) as ws:
        event = events.only_event(ws).id
        with pytest.raises(Cancelled):
            publishing.print_document(ws, "certificates", event, ["es", "kk"], progress=tell)
        assert told == [(done, GUESTS) for done in range(101)]
        pdf = publishing.print_document(ws, "certificates", event, ["es", "kk"])
    with Paper(pdf) as paper:
        assert len(paper.pages) == GUESTS


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch):
    now = iter(range(100))
    monkeypatch.setattr("time.monotonic", lambda: next(now))
    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        with progress.shown("certificates", stream) as tell:
            tell(0, 2)
            tell(1, 2)
    assert terminal.getvalue() == (
        "\r\x1b[Kcertificates: 0 / 2\r\x1b[Kcertificates: 1 / 2\r\x1b[K"
    )
    assert file.getvalue() == ""


STOPPED = """
import os, signal, sys
from contextlib import contextmanager
from desktop.__main__ import main
from desktop.cli import progress

shown = progress.shown

@contextmanager
def stopped(what):
    with shown(what) as tell:
        def counted(done, total):
            tell(done, total)
            if done == 500:
                os.kill(os.getpid(), int(sys.argv[1]))
        yield counted

progress.shown = stopped
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored, where we run in the background
sys.exit(main(sys.argv[2:]))
"""
"""The command, to which a signal is sent when half of the pages are laid out."""


@pytest.mark.skipif(sys.platform == "win32", reason="a process ends there without a signal")
@pytest.mark.parametrize("stop", [signal.SIGINT, getattr(signal, "SIGKILL", None)])
def test_a_print_that_is_stopped_leaves_what_was_there(held: Path, tmp_path: Path, stop: int):
    target = tmp_path / "certificates.pdf"
    target.write_bytes(b"printed before")
    asked = ["print", held, "certificates", "--languages", "es,kk", "-o", target]
    command = [sys.executable, "-c", STOPPED, str(int(stop)), *map(str, asked)]
    ended = subprocess.run(command, cwd=Path(cli.__file__).parents[2], check=False, timeout=60)
    assert ended.returncode == (cli.INTERRUPTED if stop == signal.SIGINT else -stop)
    assert target.read_bytes() == b"printed before"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
