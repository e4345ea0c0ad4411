"""What can be asked of the `estrado` command."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from desktop import __version__
from desktop.cli import begin, commands, directory, door, guests, invite, privacy
from desktop.cli.asking import offer_event, offer_json

LISTS = ("events", "rooms", "slots", "speakers", "people", "attendees", "precedence")


class Usage(Exception):  # noqa: N818 - it is no error of the program
    """The arguments make no sense; the message says why."""


class Asked(argparse.Namespace):
    """The arguments as they were parsed; `run` is None where a window is wanted."""

    run: Callable[["Asked"], int] | None
    database: str | None


if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction["_Parser"]  # pyright: ignore[reportPrivateUsage]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(f"{message}\nTry `{self.prog} --help`.")


def parse(arguments: Sequence[str]) -> Asked:
    """The arguments as a namespace.

    Raises:
        Usage: they make no sense.
    """
    parser, names = _parser()
    first = arguments[0] if arguments else ""
    if first in names or first.startswith("-"):
        return parser.parse_args(arguments, Asked(run=None))
    if len(arguments) > 1:
        raise Usage(f"there is no command “{first}”.\nTry `{parser.prog} --help`.")
    return Asked(run=None, database=first or None)


def _parser() -> tuple[_Parser, frozenset[str]]:
    parser = _Parser(
        prog="estrado",
        description="Events with guests of honour: the programme, the guests, the paper, "
        "the door. With a database alone, or with nothing at all, it opens the window.",
        epilog="`estrado COMMAND --help` tells what a command takes. A database is a file or a "
        "PostgreSQL URL. Exit code 0: done; 1: done, and there are findings; 2: bad input, and "
        "nothing was changed.",
    )
    parser.add_argument("--version", action="version", version=f"estrado {__version__}")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    verb = partial(_verb, verbs)
    _filling(verbs)
    for topic in (begin, directory):
        topic.add(verb)
    _asking(verbs)
    _printing(verbs)
    for topic in (guests, invite, door, privacy):
        topic.add(verb)
    _keeping(verbs)
    return parser, frozenset(verbs.choices)


def _filling(verbs: "_Verbs") -> None:
    new = _verb(verbs, "new", commands.new, "make a new database")
    new.add_argument("--reference-event", action="store_true", help="with the example event in it")
    read = _verb(verbs, "import", commands.import_file, "read a schedule or a list of guests")
    read.add_argument("file", metavar="FILE", help="schedule XML or JSON, or a list of guests")
    guests.add_import(read)
    offer_event(read)
    read.add_argument("--dry-run", action="store_true", help="only say what would change")
    offer_json(read)


def _asking(verbs: "_Verbs") -> None:
    show = _verb(verbs, "list", commands.list_values, "list what is in a database")
    show.add_argument("what", choices=LISTS, metavar="|".join(LISTS))
    offer_event(show)
    show.add_argument("--search", metavar="TEXT", help="words in any order, by their beginnings")
    guests.add_filters(show)
    offer_json(show)
    check = _verb(
        verbs,
        "check",
        commands.check,
        "find clashes, missing translations, what would be wrong on paper",
    )
    offer_event(check)
    check.add_argument("--languages", metavar="es,kk", help="those that are to be printed")
    check.add_argument(
        "--document", default="", metavar="KIND", help="print it for a look at its paper too"
    )
    _look(check)
    offer_json(check)


def _printing(verbs: "_Verbs") -> None:
    paper = _verb(verbs, "print", commands.print_document, "print a document as PDF")
    paper.add_argument("document", metavar="KIND", help="programme, report, badges...")
    offer_event(paper)
    paper.add_argument("--languages", required=True, metavar="es,kk", help="in this order")
    _look(paper)
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
    genuine = _verb(
        verbs,
        "verify-certificate",
        commands.verify_certificate,
        "tell what a certificate certifies",
    )
    genuine.add_argument("code", metavar="CODE", help="as it is printed under the symbol")
    offer_json(genuine)


def _keeping(verbs: "_Verbs") -> None:
    history = _verb(verbs, "history", commands.history, "who changed what, and when")
    offer_json(history)
    _verb(verbs, "undo", commands.undo, "take back the latest change")
    _verb(verbs, "redo", commands.redo, "do again what was undone")
    backup = _verb(verbs, "backup", commands.backup, "copy a database, verified")
    backup.add_argument("-o", dest="output", required=True, metavar="FILE")
    restore = verbs.add_parser("restore", help="put a backup in the place of a database")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("database", metavar="DB")
    restore.set_defaults(run=commands.restore)
    _verb(verbs, "verify", commands.verify, "look whether a database is whole")


def _verb(verbs: "_Verbs", name: str, run: Callable[..., int], purpose: str) -> _Parser:
    parser = verbs.add_parser(
        name, help=purpose, description=purpose[:1].upper() + purpose[1:] + "."
    )
    parser.add_argument("database", metavar="DB", help="a file, or a database URL")
    parser.set_defaults(run=run)
    return parser


def _look(parser: _Parser) -> None:
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
