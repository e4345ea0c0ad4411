"""What the `estrado` command does with personal data: tell it, erase it, reduce it."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.cli.asking import offer_json, opened, writable
from desktop.cli.output import counted, say, say_json

if TYPE_CHECKING:
    from desktop.services.retention import Due


def add(verb: Callable[..., Any]) -> None:
    """Make these commands known: `verb(name, run, purpose)` gives a parser."""
    person_ = verb("person", person, "hand out, or erase, all that is stored on a person")
    person_.add_argument("id", metavar="ID", type=int, help="as `estrado list DB people` tells")
    deed = person_.add_mutually_exclusive_group(required=True)
    deed.add_argument("--export", metavar="FILE.json", help="write all of it into a file")
    deed.add_argument("--erase", action="store_true", help="forget the person; no undo")
    reduce = verb("retention", retention, "reduce the guests of past events to numbers")
    reduce.add_argument("--dry-run", action="store_true", help="only say what would go")
    offer_json(reduce)


def person(asked: Namespace) -> int:
    """Write all that is stored on a person into a file, or forget the person."""
    from desktop.services import privacy

    if asked.export:
        target = writable(asked.export, asked.database)
        with opened(asked.database) as ws:
            privacy.hand_out(ws, asked.id, target)
        return 0
    with opened(asked.database) as ws:
        gone = privacy.traces(ws, asked.id)
        privacy.erase(ws, asked.id)
    invitations = counted(gone.invitations, "invitation")
    quotations = counted(gone.quotations, "quotation")
    say(f"Erased: {gone.name}, with {invitations} and {quotations}.")
    for place in gone.mentions:
        say(f"The name may still stand in the texts of “{place}”: look there.")
    return 0


def retention(asked: Namespace) -> int:
    """Reduce the guests of events whose day has passed to numbers."""
    from desktop.services import retention

    with opened(asked.database) as ws:
        found = retention.due(ws)
        if not asked.dry_run:
            retention.reduce(ws)
    if asked.json:
        say_json([_row(one) for one in found])
        return 0
    for one in found:
        say(one.event.slug, one.event.keep_until, f"guests: {one.guests}, people: {one.people}")
    return 0


def _row(one: "Due") -> dict[str, Any]:
    return {
        "event": one.event.slug,
        "keep_until": str(one.event.keep_until),
        "guests": one.guests,
        "people": one.people,
        "categories": [
            {
                "category": number.category,
                "invited": number.invited,
                "accepted": number.accepted,
                "attended": number.attended,
            }
            for number in one.statistics
        ],
    }
