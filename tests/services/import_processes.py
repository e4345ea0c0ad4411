"""A program that imports guests, killed again and again. It says what each kill left behind."""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from desktop.domain.attendee import Attendee
from desktop.domain.person import Person
from desktop.services import backup, guest_imports
from desktop.services.workspace import Workspace

APART = 10
"""Every tenth list is a file, which a process of its own reads; the others are pasted."""
LEFT_ALONE = 3


def killed_again_and_again(folder: str, kills: str) -> None:
    """Import the list of a folder so often into its new database, killed at some moment.

    The programs are forked from one that has imported the list before: all that it needs is
    loaded once. The first ones are left alone, so that it is known how long one takes; the
    quickest counts, for a machine that was busy then would let most of the others end.
    """
    home = Path(folder)
    _import(_new(home), _list_of(home, 1))
    whole = min(_left_by(home, 1, 60) for _ in range(LEFT_ALONE))
    chance = random.Random(1961)
    for number in range(int(kills)):
        _left_by(home, number, chance.uniform(0, whole))


def _new(home: Path) -> Path:
    for left in home.glob("event.db*"):
        left.unlink()
    return Path(shutil.copy(home / "new.db", home / "event.db"))


def _list_of(home: Path, number: int) -> Path | str:
    path = home / "guests.csv"
    return path if number % APART == 0 else path.read_text("utf-8")


def _import(path: Path, rows: Path | str) -> None:
    with Workspace.open(path) as ws:
        guest_imports.import_guests(ws, 1, rows)


def _left_by(home: Path, number: int, seconds: float) -> float:
    """Say what is in the database after a program had so long; how long it ran."""
    path, rows = _new(home), _list_of(home, number)
    begun = time.monotonic()
    program = os.fork()
    if not program:
        try:
            _import(path, rows)
        finally:
            os._exit(0)
    end = _end_of(program, begun + seconds)
    ran = time.monotonic() - begun
    with Workspace.open(path) as ws, ws.read() as stored:
        people, guests = stored.count(Person), stored.count(Attendee)
    problems = len(backup.verify(path).problems)
    print(people, guests, problems, end, flush=True)  # noqa: T201
    return ran


def _end_of(program: int, deadline: float) -> str:
    """Wait for a program until some moment, then kill it; which of the two ended it."""
    while time.monotonic() < deadline:
        if os.waitpid(program, os.WNOHANG) != (0, 0):
            return "done"
        time.sleep(0.001)
    os.kill(program, signal.SIGKILL)
    os.waitpid(program, 0)
    return "killed"


if __name__ == "__main__":
    killed_again_and_again(*sys.argv[1:])
