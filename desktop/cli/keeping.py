"""What was done, and back again; copies, and whether they are whole."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.cli.asking import offer_json, opened, writable
from desktop.cli.output import complain, say

if TYPE_CHECKING:
    from desktop.domain.change import Change


def add(verb: Callable[..., Any]) -> None:
    """Make these commands known: `verb(name, run, purpose)` gives a parser."""
    offer_json(verb("history", history, "who changed what, and when"))
    verb("undo", undo, "take back the latest change")
    verb("redo", redo, "do again what was undone")
    copy = verb("backup", backup, "copy a database, verified")
    copy.add_argument("-o", dest="output", required=True, metavar="FILE")
    verb("restore", restore, "put a backup in the place of a database", "file")
    verb("verify", verify, "look whether a database is whole")


def history(asked: Namespace) -> int:
    """Tell who changed what, latest first."""
    from desktop.cli import listings
    from desktop.services import history

    with opened(asked.database) as ws:
        rows = [listings.entry(change) for change in history.entries(ws)]
    listings.show(rows, as_json=asked.json)
    return 0


def undo(asked: Namespace) -> int:
    """Take back the latest change."""
    from desktop.services import history

    with opened(asked.database) as ws:
        return _tell(history.undo(ws), "Undone", "There is nothing to undo.")


def redo(asked: Namespace) -> int:
    """Do again what was undone."""
    from desktop.services import history

    with opened(asked.database) as ws:
        return _tell(history.redo(ws), "Done again", "There is nothing to redo.")


def _tell(change: "Change | None", what: str, otherwise: str) -> int:
    if change is None:
        return complain(otherwise, 1)
    say(f"{what}: {change.name.format_map(change.fields)}")
    return 0


def backup(asked: Namespace) -> int:
    """Copy a database into a checked file."""
    from desktop.services import backup

    target = writable(asked.output, asked.database)
    with opened(asked.database) as ws:
        backup.backup(ws, target)
    return 0


def restore(asked: Namespace) -> int:
    """Put a backup in the place of a database; the old one is kept beside it."""
    from desktop.services import backup

    kept = backup.restore(asked.file, asked.database)
    if kept:
        say(f"The database that was there is kept as {kept}.")
    return 0


def verify(asked: Namespace) -> int:
    """Look whether a database or a backup is whole."""
    from desktop.services import backup

    report = backup.verify(asked.database)
    for problem in report.problems:
        say(problem)
    return int(bool(report.problems))
