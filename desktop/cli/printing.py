"""Documents: what would be wrong on them, printing them, whether one is genuine."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from desktop.cli import progress
from desktop.cli.asking import (
    event_of,
    languages_of,
    offer_event,
    offer_json,
    opened,
    options_of,
    writable,
)
from desktop.cli.output import say, say_json
from desktop.domain.errors import BadInput

if TYPE_CHECKING:
    from desktop.domain.event import Event
    from desktop.services.findings import Finding
    from desktop.services.workspace import Workspace


def add(verb: Callable[..., Any]) -> None:
    """Make these commands known: `verb(name, run, purpose)` gives a parser."""
    look = verb("check", check, "find clashes, missing translations, what would be wrong on paper")
    offer_event(look)
    look.add_argument("--languages", metavar="es,kk", help="those that are to be printed")
    look.add_argument(
        "--document", default="", metavar="KIND", help="print it for a look at its paper too"
    )
    _offer_look(look)
    offer_json(look)
    paper = verb("print", print_document, "print a document as PDF")
    paper.add_argument("document", metavar="KIND", help="programme, report, badges...")
    offer_event(paper)
    paper.add_argument("--languages", required=True, metavar="es,kk", help="in this order")
    _offer_look(paper)
    paper.add_argument("-o", dest="output", required=True, metavar="FILE.pdf")
    paper.add_argument(
        "--archival",
        default="2b",
        choices=("2b", "1b"),
        help="level of PDF/A (ISO 19005); 1b carries no calendar and no figures inside",
    )
    paper.add_argument(
        "--mark-printed", action="store_true", help="note that these badges are printed now"
    )
    genuine = verb("verify-certificate", verify_certificate, "tell what a certificate certifies")
    genuine.add_argument("code", metavar="CODE", help="as it is printed under the symbol")
    offer_json(genuine)


def _offer_look(parser: Any) -> None:
    """Let a command be told how a document is to look."""
    parser.add_argument(
        "--release",
        default="",
        metavar="NAME",
        help="a published version of the programme; without it, the programme as it is",
    )
    parser.add_argument("--paper", default="", metavar="A4", help="without it, the document's own")
    parser.add_argument(
        "--set",
        dest="options",
        action="append",
        default=[],
        metavar="OPTION=VALUE",
        help="an option of the document; as often as needed",
    )
    parser.add_argument(
        "--style",
        default="",
        metavar="NAME|FILE.toml",
        help="a house style: embassy, university, plain, or a file of your own",
    )


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
    found = proofing.proof(ws, asked.document, event.id, wanted, **_look(asked))
    return found.findings


def _look(asked: Namespace) -> dict[str, Any]:
    """How a document is to look, as `publishing.print_document` is told it."""
    return {
        "paper": asked.paper,
        "options": options_of(asked.options),
        "style": asked.style,
        "release": asked.release,
    }


def print_document(asked: Namespace) -> int:
    """Print a document into a PDF file."""
    from desktop.services import attendance, files, publishing

    if asked.mark_printed and asked.document != "badges":
        raise BadInput("Only badges can be marked as printed.")
    target = writable(asked.output, asked.database)
    languages, look = languages_of(asked.languages), _look(asked)
    with opened(asked.database) as ws:
        event = event_of(ws, asked.event)
        with progress.shown(asked.document) as tell:
            pdf = publishing.print_document(
                ws,
                asked.document,
                event.id,
                languages,
                **look,
                archival=asked.archival,
                progress=tell,
            )
        files.write(target, pdf)
        if asked.mark_printed:
            printed = publishing.badges_chosen(ws, event.id, languages, look["options"])
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
