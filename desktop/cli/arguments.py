"""What can be asked of the `estrado` command."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from desktop import __version__
from desktop.cli import (
    begin,
    directory,
    door,
    guests,
    importing,
    invite,
    keeping,
    lists,
    printing,
    privacy,
)

TOPICS = (begin, importing, directory, lists, printing, guests, invite, door, privacy, keeping)
"""The modules that have the commands, in the order in which help tells of them."""


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
    for topic in TOPICS:
        topic.add(partial(_verb, verbs))
    return parser, frozenset(verbs.choices)


def _verb(
    verbs: "_Verbs", name: str, run: Callable[..., int], purpose: str, *before: str
) -> _Parser:
    """A new command; its first argument is a database, but for those that stand `before` it."""
    parser = verbs.add_parser(
        name, help=purpose, description=purpose[:1].upper() + purpose[1:] + "."
    )
    for argument in before:
        parser.add_argument(argument, metavar=argument.upper())
    parser.add_argument("database", metavar="DB", help="a file, or a database URL")
    parser.set_defaults(run=run)
    return parser
