"""Processes that tests kill. Each says on its standard output how far it is, line by line."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.localized import Localized
from desktop.domain.venue import Venue
from desktop.services import events
from desktop.services.workspace import Workspace
from desktop.storage import header, schema
from desktop.storage.driver import driver

if TYPE_CHECKING:
    from alembic.operations import Operations


class NextSchema:
    """A step to a schema that does not exist yet: a new column, and much to write."""

    def upgrade(self, op: "Operations") -> None:
        say("begun")
        op.execute("ALTER TABLE venues ADD COLUMN floors INTEGER NOT NULL DEFAULT 1")
        for number in range(300):
            op.execute(f"INSERT INTO contents VALUES ('{number}', '{'x' * 10_000}')")


def migrate(path: Path) -> None:
    """Open a database as the next version of the program would."""
    following = header.SCHEMA + 1
    schema.STEPS = {**schema.STEPS, following: NextSchema()}
    header.SCHEMA = following
    Workspace.open(path).close()
    say("done")


def write(path: Path) -> None:
    """Save venues for ever, and say each one's number once it is saved."""
    with Workspace.open(path) as ws:
        number = len(events.venues(ws))
        while True:
            number += 1
            events.save_venue(ws, Venue(name=Localized.of(es="x" * 500), country=str(number)))
            say(str(number))


def leave_log(path: Path) -> None:
    """Save a venue and die: it is in the log beside the database only."""
    ws = Workspace.open(path)
    events.save_venue(ws, Venue(country="log"))
    os._exit(0)


def leave_newer_log(path: Path) -> None:
    """What a newer program leaves when it is killed after bringing the file up to date."""
    connection = driver().connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA user_version = {header.SCHEMA + 1}")
    os._exit(0)


def leave_foreign_log(path: Path) -> None:
    """What another program leaves when it is killed."""
    connection = driver().connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE notes (text)")
    os._exit(0)


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    work: Callable[[Path], None] = globals()[sys.argv[1]]
    work(Path(sys.argv[2]))
