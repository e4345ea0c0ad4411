"""The directory: take in visiting cards; find entries of one person and merge them."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.asking import offer_json, opened
from desktop.cli.output import say, say_json

if TYPE_CHECKING:
    from desktop.services.duplicates import Likely


def add(verb: Callable[..., Any]) -> None:
    """Make these commands known: `verb(name, run, purpose)` gives a parser."""
    cards = verb("import-cards", import_cards, "read visiting cards (vCard) into the directory")
    cards.add_argument("file", metavar="FILE.vcf")
    cards.add_argument("--language", default="en", metavar="es", help="of what the cards say")
    twins = verb("duplicates", duplicates, "find entries that are likely the same person")
    offer_json(twins)
    one = verb("merge", merge, "make one person of two entries")
    one.add_argument("keep", metavar="KEEP", type=int, help="the id of the entry that stays")
    one.add_argument("gone", metavar="GONE", type=int, help="the id of the one that goes")
    one.add_argument(
        "--take",
        metavar="FIELD,...",
        default="",
        help="fields in which the entry that goes is right: names.Latn,email",
    )


def duplicates(asked: Namespace) -> int:
    """Tell which entries are likely one person, the surest first."""
    from desktop.services import duplicates, people

    with opened(asked.database) as ws:
        found = duplicates.find(people.people(ws))
    if asked.json:
        say_json([_pair(one) for one in found])
        return 0
    for one in found:
        told = _pair(one)
        pair = f"{told['keep']}: {told['name']}", f"{told['gone']}: {told['other']}"
        say(*pair, f"{one.sure:.0%}", ", ".join(one.signs))
    return 0


def merge(asked: Namespace) -> int:
    """Make one entry of two; what both say otherwise is the first one's, unless it is taken."""
    from desktop.domain import joining
    from desktop.domain.errors import BadInput
    from desktop.services import people

    theirs = {field.strip() for field in asked.take.split(",")} - {""}
    with opened(asked.database) as ws:
        kept, gone = people.person(ws, asked.keep), people.person(ws, asked.gone)
        if unknown := theirs - joining.said(gone).keys():
            raise BadInput(
                "The entry that goes says nothing of {fields}. It says: {known}.",
                fields=", ".join(sorted(unknown)),
                known=", ".join(joining.said(gone)),
            )
        change = people.merge(ws, kept.id, gone.id, joining.joined(kept, gone, theirs))
    say(change.name.format_map(change.fields))
    return 0


def import_cards(asked: Namespace) -> int:
    """Add the people of visiting cards, or fill up those who are there."""
    from desktop.services import cards

    found = cards.read(Path(asked.file))
    with opened(asked.database) as ws:
        proposals = cards.propose(ws, found, asked.language)
        cards.import_cards(ws, proposals)
    for one in proposals:
        name = one.person.names[0].full
        say(name, "filled up" if one.known else "added")
        if one.refused is not None:
            say(f"The photograph of {name} is left out: {one.refused.message}")
    return 0


def _pair(one: "Likely") -> dict[str, Any]:
    return {
        "keep": one.kept.id,
        "name": one.kept.name("").full,
        "gone": one.gone.id,
        "other": one.gone.name("").full,
        "sure": round(one.sure, 2),
        "signs": list(one.signs),
    }
