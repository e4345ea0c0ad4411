"""A new database; a new event in it, from one of the window's templates."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from typing import Any

from desktop.cli.asking import languages_of, opened
from desktop.cli.output import say
from desktop.domain.errors import BadInput
from desktop.domain.event import Event, EventKind
from desktop.domain.localized import Localized

TEMPLATES = ("lecture", "panel", "conference", "ceremony", "reception")


def add(verb: Callable[..., Any]) -> None:
    """Make these commands known: `verb(name, run, purpose)` gives a parser."""
    database = verb("new", new, "make a new database")
    database.add_argument(
        "--reference-event", action="store_true", help="with the example event in it"
    )
    event = verb("begin", begin, "begin an event with rooms, an outline and a checklist")
    event.add_argument("template", choices=TEMPLATES, metavar="|".join(TEMPLATES))
    event.add_argument("--title", required=True, help="in the first of its languages")
    event.add_argument(
        "--languages", default="en", metavar="es,kk", help="the original first; else English"
    )
    event.add_argument(
        "--day",
        default="",
        metavar="2026-12-01",
        help="its first; without it, the outline waits unscheduled",
    )
    event.add_argument("--zone", metavar="Asia/Almaty", help="else that of this computer")


def new(asked: Namespace) -> int:
    """Make a new database."""
    with opened(asked.database, create=True) as ws:
        if asked.reference_event:
            from desktop.services import reference

            reference.create_reference_event(ws)
        say(ws.location)
    return 0


def begin(asked: Namespace) -> int:
    """Begin an event, and tell its short name."""
    from desktop.language.dates import zone_here
    from desktop.services import events, templates

    languages, title = languages_of(asked.languages), asked.title.strip()
    if not title:
        raise BadInput("An event needs a title.")
    draft = Event(
        title=Localized.of({languages[0]: title}),
        languages=tuple(dict.fromkeys(languages)),
        time_zone=asked.zone or zone_here(),
        first_day=_day(asked.day),
    )
    with opened(asked.database) as ws:
        change = templates.create_from_template(ws, EventKind(asked.template), draft)
        for id in change.touched(Event):
            say(events.event(ws, id).slug)
    return 0


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadInput(f"“{text}” is no day. Write it as 2026-12-01.") from None
