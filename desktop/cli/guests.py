"""What the `estrado` command does with lists of guests: read them, show them, write them."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.asking import event_of, offer_event, opened, writable
from desktop.cli.output import complain, counted, say, say_json
from desktop.domain.attendee import Reply
from desktop.domain.errors import BadInput

if TYPE_CHECKING:
    from desktop.cli.listings import Row
    from desktop.services.guest_imports import GuestImport, Remark

_TABS = {"tab": "\t", r"\t": "\t"}
"""How a tab is written that a shell would not pass on."""


def hyphened(word: str) -> str:
    """A word as the command writes it: no-reply."""
    return word.replace("_", "-")


REPLIES = tuple(map(hyphened, Reply))


def add(verb: Callable[..., Any]) -> None:
    """Make these commands known: `verb(name, run, purpose)` gives a parser."""
    table = verb("export", export, "write the guests of an event into a spreadsheet")
    table.add_argument("what", choices=("attendees",), metavar="attendees")
    offer_event(table)
    add_filters(table)
    table.add_argument("-o", dest="output", required=True, metavar="FILE.csv|.xlsx")
    answer = verb("reply", reply, "note what a guest answered")
    answer.add_argument("id", metavar="ID", type=int, help="as `estrado list DB attendees` tells")
    answer.add_argument(
        "status", metavar="STATUS", type=hyphened, choices=REPLIES, help=", ".join(REPLIES)
    )
    answer.add_argument(
        "--instead", type=int, metavar="PERSON", help="the id of the person who comes instead"
    )
    answer.add_argument(
        "--correct", action="store_true", help="the reply before was noted wrongly"
    )


def add_import(parser: Any) -> None:
    """What can be said of a list of guests when it is imported."""
    parser.add_argument(
        "--as",
        dest="what",
        default="schedule",
        choices=("schedule", "guests"),
        help="what the file holds; guests: CSV, XLSX, ODS or vCard",
    )
    parser.add_argument(
        "--map",
        dest="columns",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help="what a column of guests is (name, family, office...), nothing to leave it out",
    )
    parser.add_argument("--encoding", default="", help="of a text file; else it is found out")
    parser.add_argument(
        "--separator", default="", help="of its cells, such as ; or tab; else it is found out"
    )
    parser.add_argument("--sheet", default="", help="of a workbook; else the first with guests")
    parser.add_argument("--dates", default="", choices=("dmy", "mdy", "ymd"), help="their order")
    parser.add_argument(
        "--without-rejected", action="store_true", help="go on without rows that cannot be used"
    )


def add_filters(parser: Any) -> None:
    """Which guests are wanted."""
    parser.add_argument("--status", default="", metavar="accepted", help="several with commas")
    parser.add_argument("--category", default="", metavar="press", help="several with commas")


def import_guests(asked: Namespace) -> int:
    """Bring a list of guests into an event."""
    from desktop.services import backup, guest_imports

    separator = _TABS.get(asked.separator) or asked.separator
    shape = guest_imports.Shape(asked.encoding, separator, asked.sheet, asked.dates)
    choices = guest_imports.Choices(shape, columns_of(asked.columns))
    source = Path(asked.file)
    with opened(asked.database) as ws:
        event = event_of(ws, asked.event)
        if not asked.dry_run and Path(ws.location).exists():
            backup.rotate(ws)
        report = guest_imports.import_guests(
            ws,
            event.id,
            source,
            choices,
            without_rejected=asked.without_rejected,
            dry_run=asked.dry_run,
        )
    refused = bool(report.rejected) and not asked.without_rejected
    if asked.json:
        say_json(_imported(report, event.slug, dry_run=asked.dry_run, refused=refused))
    else:
        for line in _summary(report, would=asked.dry_run or refused):
            say(line)
    return _refuse(report) if refused else 0


def _refuse(report: "GuestImport") -> int:
    first = report.rejected[0]
    return complain(
        f"{len(report.rejected)} of {counted(report.rows, 'row')} cannot be used, "
        f"so nothing is changed. Line {first.line}: {first.text}\n"
        "Correct them, or leave them out with --without-rejected."
    )


def export(asked: Namespace) -> int:
    """Write the guests of an event into a CSV or XLSX file."""
    from desktop.services import guest_exports

    target = writable(asked.output, asked.database)
    with opened(asked.database) as ws:
        count = guest_exports.export(
            ws,
            event_of(ws, asked.event),
            target,
            statuses=statuses_of(asked.status),
            categories=_listed(asked.category),
        )
    say(counted(count, "guest"))
    return 0


def reply(asked: Namespace) -> int:
    """Note a guest's reply; who moves up because of it, or has to wait, is told."""
    from desktop.services import attendance, invitations

    to = Reply(asked.status.replace("-", "_"))
    with opened(asked.database) as ws:
        guest = attendance.attendee(ws, asked.id)
        change = invitations.set_replies(
            ws, [guest.id], to, representative_id=asked.instead, correct=asked.correct
        )
    say(change.name.format_map(change.fields))
    return 0


def narrowed(rows: "Sequence[Row]", asked: Namespace) -> "list[Row]":
    """The rows of guests who are of a status and of a category.

    Raises:
        BadInput: there is no such status, or these are no guests.
    """
    if asked.what != "attendees":
        raise BadInput("Only attendees have a status and a category.")
    statuses, categories = statuses_of(asked.status), _listed(asked.category)
    return [
        row
        for row in rows
        if (not statuses or row.data["status"] in statuses)
        and (not categories or row.data["category"] in categories)
    ]


def statuses_of(text: str) -> tuple[str, ...]:
    """The statuses of a list such as `invited,no-reply`.

    Raises:
        BadInput: one of them is none.
    """
    from desktop.services.guest_exports import STATUSES

    wanted = tuple(map(hyphened, _listed(text)))
    for word in wanted:
        if word not in STATUSES:
            raise BadInput(f"There is no status “{word}”. There are {', '.join(STATUSES)}.")
    return wanted


def columns_of(settings: Iterable[str]) -> dict[str, str]:
    """What `--map "Column=field"` says, by column.

    Raises:
        BadInput: it says nothing.
    """
    columns: dict[str, str] = {}
    for setting in settings:
        column, equals, name = setting.rpartition("=")
        if not (column.strip() and equals):
            raise BadInput(f"“{setting}” names no column. Write it as --map “Column=field”.")
        columns[column.strip()] = name.strip()
    return columns


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _imported(
    report: "GuestImport", event: str, *, dry_run: bool, refused: bool
) -> dict[str, Any]:
    """The report as JSON; where rows were refused nothing was added, whatever the others say."""
    kept = refused and not dry_run
    return {
        "event": event,
        "dry_run": dry_run,
        "changed": report.change is not None,
        "rows": report.rows,
        "added": 0 if kept else report.added,
        "updated": 0 if kept else report.updated,
        "duplicates": report.duplicates,
        "people": 0 if kept else report.people,
        "rejected": [{"line": one.line, "reason": one.text} for one in report.rejected],
        "likely": [
            {
                "line": one.guest.line,
                "name": one.guest.name.full,
                "person": one.person.id,
                "sure": round(one.sure, 2),
                "decision": one.decision,
            }
            for one in report.matches
        ],
        "warnings": [{"line": one.line, "message": one.text} for one in report.doubts],
        "left_out": list(report.left_out),
    }


def _summary(report: "GuestImport", *, would: bool) -> Iterator[str]:
    be = "would be " if would else ""
    yield (
        f"{counted(report.rows, 'row')}: {report.added} {be}added, {report.updated} {be}updated, "
        f"{report.duplicates} there already, {len(report.rejected)} rejected"
    )
    if report.left_out:
        yield f"left out, unknown columns: {', '.join(report.left_out)}"
    yield from _told("rejected", report.rejected)
    for one in report.matches:
        what = "added" if one.decision == "other" else "taken for that"
        yield (
            f"line {one.guest.line}: {one.guest.name.full} may be person {one.person.id} "
            f"({one.sure:.0%}): {what}"
        )
    yield from _told("note", report.doubts)


def _told(what: str, remarks: "Iterable[Remark]") -> Iterator[str]:
    return (f"line {one.line}: {what}: {one.text}" for one in remarks)
