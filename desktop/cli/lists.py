"""What is in a database, as lists."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from desktop.cli import guests
from desktop.cli.asking import event_of, offer_event, offer_json, opened

LISTS = ("events", "rooms", "slots", "speakers", "people", "attendees", "precedence")


def add(verb: Callable[..., Any]) -> None:
    """Make this command known: `verb(name, run, purpose)` gives a parser."""
    show = verb("list", list_values, "list what is in a database")
    show.add_argument("what", choices=LISTS, metavar="|".join(LISTS))
    offer_event(show)
    show.add_argument("--search", metavar="TEXT", help="words in any order, by their beginnings")
    guests.add_filters(show)
    offer_json(show)


def list_values(asked: Namespace) -> int:
    """List events, rooms, slots, speakers, people, attendees or the order of precedence."""
    from desktop.cli import listings

    with opened(asked.database) as ws:
        event = None if asked.what in ("events", "people") else event_of(ws, asked.event)
        rows = listings.rows(ws, asked.what, event, asked.search)
    if asked.status or asked.category:
        rows = guests.narrowed(rows, asked)
    listings.show(rows, as_json=asked.json)
    return 0
