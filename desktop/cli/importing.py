"""A conference's schedule or a list of guests, brought into a database."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.cli import guests
from desktop.cli.asking import offer_event, offer_json, opened
from desktop.cli.output import complain, say, say_json
from desktop.domain.errors import BadInput

_LISTS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".ods", ".vcf"})


def add(verb: Callable[..., Any]) -> None:
    """Make this command known: `verb(name, run, purpose)` gives a parser."""
    read = verb("import", import_file, "read a schedule or a list of guests")
    read.add_argument("file", metavar="FILE", help="schedule XML or JSON, or a list of guests")
    guests.add_import(read)
    offer_event(read)
    read.add_argument("--dry-run", action="store_true", help="only say what would change")
    offer_json(read)


def import_file(asked: Namespace) -> int:
    """Bring a conference's schedule or a list of guests into a database."""
    return guests.import_guests(asked) if asked.what == "guests" else _import_schedule(asked)


def _import_schedule(asked: Namespace) -> int:
    from desktop.cli import listings
    from desktop.services import backup, schedule_imports

    file = Path(asked.file)
    try:
        schedule = schedule_imports.read_schedule(file)
    except BadInput as error:
        if file.suffix.lower() not in _LISTS:
            raise
        return complain(f"{error}\nA list of guests is read with --as guests.")
    with opened(asked.database) as ws:
        if not asked.dry_run:
            backup.keep(ws)
        report = schedule_imports.import_schedule(ws, schedule, asked.event, dry_run=asked.dry_run)
    if asked.json:
        say_json(listings.imported(report))
        return 0
    for line in listings.summary(report):
        say(line)
    for warning in report.warnings:
        say(*filter(None, (warning.place, warning.text)))
    return 0
