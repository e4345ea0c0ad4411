"""What the `estrado` command does, one function a sub-command; each returns the exit code.

Whatever costs to import is imported where it is needed, so that the command answers at once.
"""

import getpass
import re
from argparse import Namespace
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import complain, say, say_json
from desktop.domain.errors import BadInput

if TYPE_CHECKING:
    from desktop.domain.change import Change
    from desktop.domain.event import Event
    from desktop.services.findings import Finding
    from desktop.services.workspace import Workspace

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def new(asked: Namespace) -> int:
    """Make a new database."""
    with _open(asked.database, create=True) as ws:
        if asked.reference_event:
            from desktop.services import reference

            reference.create_reference_event(ws)
        say(ws.location)
    return 0


def import_schedule(asked: Namespace) -> int:
    """Bring a conference's schedule into a database."""
    from desktop.cli import listings
    from desktop.services import importing

    schedule = importing.read_schedule(Path(asked.file))
    with _open(asked.database) as ws:
        if not asked.dry_run:
            _back_up(ws)
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
    """List events, rooms, slots, speakers, people or attendees."""
    from desktop.cli import listings

    with _open(asked.database) as ws:
        event = None if asked.what in ("events", "people") else _event(ws, asked.event)
        rows = listings.rows(ws, asked.what, event, asked.search)
    listings.show(rows, as_json=asked.json)
    return 0


def check(asked: Namespace) -> int:
    """Tell what a document would get wrong if printed now."""
    from desktop.cli import listings
    from desktop.domain.severity import Severity
    from desktop.services import preflight

    if not asked.document and (asked.paper or asked.options or asked.style):
        raise BadInput("Paper, options and style are a document's. Name it with --document.")
    with _open(asked.database) as ws:
        event = _event(ws, asked.event)
        languages = _languages(asked.languages) if asked.languages else event.languages
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
    options = _options(asked.options)
    return proofing.proof(
        ws,
        asked.document,
        event.id,
        wanted,
        asked.paper,
        options=options,
        style=asked.style,
    ).findings


def print_document(asked: Namespace) -> int:
    """Print a document into a PDF file."""
    from desktop.services import attendance, publishing

    if asked.mark_printed and asked.document != "badges":
        raise BadInput("Only badges can be marked as printed.")
    target = _writable(asked.output, asked.database)
    languages, options = _languages(asked.languages), _options(asked.options)
    with _open(asked.database) as ws:
        event = _event(ws, asked.event)
        pdf = publishing.print_document(
            ws,
            asked.document,
            event.id,
            languages,
            asked.paper,
            options=options,
            style=asked.style,
            archival=asked.archival,
        )
        publishing.save_pdf(target, pdf)
        if asked.mark_printed:
            printed = publishing.badges_chosen(ws, event.id, languages, options)
            attendance.mark_badges_printed(ws, printed)
    return 0


def issue_tickets(asked: Namespace) -> int:
    """Give every guest who has none a ticket code."""
    from desktop.services import attendance

    with _open(asked.database) as ws:
        change = attendance.issue_tickets(ws, _event(ws, asked.event).id)
    say(change.name.format_map(change.fields))
    return 0


def verify_certificate(asked: Namespace) -> int:
    """Tell what a certificate certifies; 1 where the database does not bear it out any more."""
    from desktop.cli import listings
    from desktop.services import certificates

    with _open(asked.database) as ws:
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

    with _open(asked.database) as ws:
        return _tell(history.undo(ws), "Undone", "There is nothing to undo.")


def redo(asked: Namespace) -> int:
    """Do again what was undone."""
    from desktop.services import history

    with _open(asked.database) as ws:
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

    with _open(asked.database) as ws:
        rows = [listings.entry(change) for change in history.entries(ws)]
    listings.show(rows, as_json=asked.json)
    return 0


def backup(asked: Namespace) -> int:
    """Copy a database into a checked file."""
    from desktop.services import backup

    target = _writable(asked.output, asked.database)
    with _open(asked.database) as ws:
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


def _back_up(ws: "Workspace") -> None:
    """Keep a database file as it is now, where there is anything in it."""
    from desktop.services import backup, events

    if Path(ws.location).exists() and events.list_events(ws):
        backup.rotate(ws)


def _open(location: str, *, create: bool = False) -> AbstractContextManager["Workspace"]:
    from desktop.services.workspace import Workspace

    return Workspace.open(location, create=create, who=_who())


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in a container
        return ""


def _event(ws: "Workspace", slug: str | None) -> "Event":
    from desktop.services import events

    return events.event(ws, slug) if slug else events.only_event(ws)


def _options(settings: Sequence[str]) -> dict[str, str]:
    """What `--set sides=two` says, by option; BadInput for what says nothing."""
    found: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not (key and equals):
            raise BadInput(f"“{setting}” sets nothing. Write it as --set option=value.")
        found[key.strip()] = value.strip()
    return found


def _languages(text: str) -> tuple[str, ...]:
    """The tags of a list such as `es,kk`.

    Raises:
        BadInput: one of them is no language.
    """
    tags = tuple(tag.strip().replace("_", "-") for tag in text.split(","))
    for tag in tags:
        if not _LANGUAGE_TAG.fullmatch(tag) or not _is_known(tag):
            raise BadInput(f"There is no language “{tag}”. Use tags such as es,kk,ru,en.")
    return tags


def _is_known(tag: str) -> bool:
    from desktop.language import tags, tongues

    return tag in tags.LANGUAGES or tongues.language_name(tag, "en") != tags.base(tag)


def _writable(output: str, database: str) -> Path:
    """The file to write, where it can be one and is not the database itself."""
    target = Path(output)
    if target.is_dir():
        raise BadInput(f"{target} is a folder; name a file in it.")
    if not target.absolute().parent.is_dir():
        raise BadInput(f"There is no folder {target.parent} to write {target.name} into.")
    if target.exists() and Path(database).exists() and target.samefile(database):
        raise BadInput(f"{target} is the database; choose another name.")
    return target
