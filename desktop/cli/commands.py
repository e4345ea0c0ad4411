"""What the `estrado` command does, one function a sub-command; each returns the exit code.

Whatever costs to import is imported where it is needed, so that the command answers at once.
"""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli import progress
from desktop.cli.asking import event_of, languages_of, opened, options_of, writable
from desktop.cli.output import complain, say, say_json
from desktop.domain.errors import BadInput

if TYPE_CHECKING:
    from desktop.domain.change import Change
    from desktop.domain.event import Event
    from desktop.services.findings import Finding
    from desktop.services.workspace import Workspace


def new(asked: Namespace) -> int:
    """Make a new database."""
    with opened(asked.database, create=True) as ws:
        if asked.reference_event:
            from desktop.services import reference

            reference.create_reference_event(ws)
        say(ws.location)
    return 0


def import_file(asked: Namespace) -> int:
    """Bring a conference's schedule or a list of guests into a database."""
    from desktop.cli import guests

    return guests.import_guests(asked) if asked.what == "guests" else _import_schedule(asked)


def _import_schedule(asked: Namespace) -> int:
    from desktop.cli import listings
    from desktop.services import backup, importing

    schedule = importing.read_schedule(Path(asked.file))
    with opened(asked.database) as ws:
        if not asked.dry_run:
            backup.keep(ws)
        report = importing.import_schedule(ws, schedule, asked.event, asked.dry_run)
    if asked.json:
        say_json(listings.imported(report))
        return 0
    for line in listings.summary(report):
        say(line)
    for warning in report.warnings:
        say(*filter(None, (warning.place, warning.text)))
    return 0


def list_values(asked: Namespace) -> int:
    """List events, rooms, slots, speakers, people, attendees or the order of precedence."""
    from desktop.cli import guests, listings

    with opened(asked.database) as ws:
        event = None if asked.what in ("events", "people") else event_of(ws, asked.event)
        rows = listings.rows(ws, asked.what, event, asked.search)
    if asked.status or asked.category:
        rows = guests.narrowed(rows, asked)
    listings.show(rows, as_json=asked.json)
    return 0


def check(asked: Namespace) -> int:
    """Tell what a document would get wrong if printed now."""
    from desktop.cli import listings
    from desktop.domain.severity import Severity
    from desktop.services import preflight

    if not asked.document and (asked.paper or asked.options or asked.style or asked.release):
        raise BadInput(
            "Paper, options, style and version are a document's. Name it with --document."
        )
    with opened(asked.database) as ws:
        event = event_of(ws, asked.event)
        languages = languages_of(asked.languages) if asked.languages else event.languages
        if asked.document:
            findings = _proof(ws, asked, event, languages)
        else:
            findings = preflight.check(ws, event.id, languages)
    listings.show([listings.finding(each) for each in findings], as_json=asked.json)
    return int(any(each.severity is Severity.BLOCK for each in findings))


def _proof(
    ws: "Workspace", asked: Namespace, event: "Event", languages: Sequence[str]
) -> "list[Finding]":
    """What is wrong with a document, on its paper too; without `--languages` in the first two."""
    from desktop.services import proofing

    wanted = languages if asked.languages else languages[:2]
    options = options_of(asked.options)
    return proofing.proof(
        ws,
        asked.document,
        event.id,
        wanted,
        asked.paper,
        options=options,
        style=asked.style,
        release=asked.release,
    ).findings


def print_document(asked: Namespace) -> int:
    """Print a document into a PDF file."""
    from desktop.services import attendance, publishing

    if asked.mark_printed and asked.document != "badges":
        raise BadInput("Only badges can be marked as printed.")
    target = writable(asked.output, asked.database)
    languages, options = languages_of(asked.languages), options_of(asked.options)
    with opened(asked.database) as ws:
        event = event_of(ws, asked.event)
        with progress.shown(asked.document) as tell:
            pdf = publishing.print_document(
                ws,
                asked.document,
                event.id,
                languages,
                asked.paper,
                tell,
                options,
                asked.style,
                asked.archival,
                asked.release,
            )
        publishing.save_pdf(target, pdf)
        if asked.mark_printed:
            printed = publishing.badges_chosen(ws, event.id, languages, options)
            attendance.mark_badges_printed(ws, printed)
    return 0


def verify_certificate(asked: Namespace) -> int:
    """Tell what a certificate certifies; 1 where the database does not bear it out any more."""
    from desktop.cli import listings
    from desktop.services import certificates

    with opened(asked.database) as ws:
        found = certificates.confirm(ws, asked.code)
    if asked.json:
        say_json(listings.certificate(found))
    else:
        for line in listings.certificate_lines(found):
            say(line)
    return int(not found.stands)


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


def history(asked: Namespace) -> int:
    """Tell who changed what, latest first."""
    from desktop.cli import listings
    from desktop.services import history

    with opened(asked.database) as ws:
        rows = [listings.entry(change) for change in history.entries(ws)]
    listings.show(rows, as_json=asked.json)
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
