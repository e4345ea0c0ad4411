"""Backups of the open database, and the way back."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.storage.backup import Report


def backup(ws: Workspace, file: Path | str) -> "Report":
    """Copy the database into a checked file, with its SHA-256 beside it.

    Raises:
        DatabaseRefused: the database is damaged or the file cannot be written; a file that was
            there before is left as it was.
    """
    from desktop.storage import backup

    return backup.backup(_file(ws.location), Path(file).absolute())


def rotate(ws: Workspace) -> "Report":
    """Back up into the folder beside the database; the newest of hours, days, months stay.

    `keep` calls it before an import and when the window closes.
    """
    from desktop.storage import backup

    return backup.rotate(_file(ws.location))


def keep(ws: Workspace) -> None:
    """`rotate` where there is something to lose: not on a server, nor where there is no event.

    Raises:
        DatabaseRefused: as `rotate`.
    """
    with ws.read() as reader:
        empty = not reader.ids(Event)
    if "://" not in ws.location and not empty:
        rotate(ws)


def restore(file: Path | str, location: Path | str) -> Path | None:
    """Put a backup in the place of a database; where the old one is kept is returned.

    Raises:
        DatabaseRefused: the backup is damaged, foreign or newer, or the database is open.
    """
    from desktop.storage import restoring

    return restoring.restore(Path(file).absolute(), _file(location))


def verify(location: Path | str) -> "Report":
    """Look for damage in a database or a backup.

    Raises:
        DatabaseRefused: it is not there, not ours, or newer than the program.
    """
    from desktop.storage import backup

    return backup.verify(_file(location))


def _file(location: Path | str) -> Path:
    if "://" in str(location):
        from desktop.storage import database

        raise BadInput(
            "{file} is on a server: its own tools back it up (pg_dump).",
            file=database.shown(location),
        )
    return Path(location).absolute()
