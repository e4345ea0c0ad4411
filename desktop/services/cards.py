"""Visiting cards become entries of the directory, or fill up those that are there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain import joining
from desktop.domain.errors import EstradoError
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Contact, Office, Person
from desktop.exchange import sandbox
from desktop.exchange.guest_rows import GuestRows
from desktop.exchange.sandbox import Stopped
from desktop.exchange.vcard_file import Card
from desktop.language.countries import country_code
from desktop.language.folding import fold
from desktop.language.translation import msgid
from desktop.services import duplicates, pictures
from desktop.services.change import Change
from desktop.services.guest_texts import Texts
from desktop.services.labels import label
from desktop.services.workspace import Workspace
from desktop.storage.reading import Reader

NAMESAKES = 20
"""How many entries of the same name are compared with a card."""

_STOPPED = Stopped(
    msgid("Reading it took more than {count} seconds; no visiting cards take as long."),
    msgid("Reading it took more memory than any visiting cards need, so it was stopped."),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a card would do: `person` is added, or fills up `known`, who is there already.

    `photo` is the card's photograph; where it cannot be used, `refused` says why.
    """

    card: Card
    person: Person
    known: Person | None = None
    photo: Picture | None = None
    refused: EstradoError | None = None


def read(
    source: Path | bytes, progress: Callable[[int, int], None] | None = None
) -> tuple[Card, ...]:
    """The cards of a file, or of a text that was copied (its bytes), read in a child process.

    Raises:
        BadInput: they cannot be read; `place` names the line.
    """
    name = source.name if isinstance(source, Path) else ""
    said = sandbox.read("cards", (source, name), name, _STOPPED, progress)
    try:
        return next(said)
    finally:
        said.close()


def propose(ws: Workspace, cards: Sequence[Card], language: str) -> list[Proposal]:
    """What the cards would do; texts without a language of their own are in `language`."""
    with ws.read() as reader:
        houses = {fold(words): one for one in reader.find(Organisation) for _, words in one.name}
        texts = Texts((language,))
        return [_proposal(reader, card, houses, texts) for card in cards]


def import_cards(ws: Workspace, proposals: Sequence[Proposal]) -> Change:
    """Add and fill up people, with their photographs.

    What an entry says already stays as it is.

    Raises:
        NotFound: somebody who was to be filled up was deleted in the meantime.
    """
    return _import(ws, proposals, msgid("Add {count} visiting cards"))


def cards_of(rows: GuestRows) -> tuple[Card, ...]:
    """People copied from a spreadsheet, as cards that say as much."""
    return tuple(
        Card(
            (row.name,),
            office=row.office,
            organisation=row.organisation,
            email=row.email,
            phone=row.phone,
            notes=row.notes,
            line=place,
        )
        for place, row in enumerate(rows.guests, 1)
    )


def import_rows(ws: Workspace, proposals: Sequence[Proposal]) -> Change:
    """The same for people who were copied from a spreadsheet.

    Raises:
        NotFound: somebody who was to be filled up was deleted in the meantime.
    """
    return _import(ws, proposals, msgid("Add {count} people"))


def _import(ws: Workspace, proposals: Sequence[Proposal], several: str) -> Change:
    with ws.change(several if len(proposals) > 1 else msgid("Add {person}")) as work:
        if len(proposals) > 1:
            work.fields["count"] = str(len(proposals))
        else:
            work.fields["person"] = "".join(label(one.person) for one in proposals)
        for one in proposals:
            told = one.person
            if one.photo is not None and (one.known is None or one.known.photo_id is None):
                told = replace(told, photo_id=work.put(one.photo).id)
            there = one.known and work.load(Person, one.known.id)
            work.put(joining.joined(there, told) if there else told)
    return work.change


def _proposal(
    reader: Reader, card: Card, houses: dict[str, Organisation], texts: Texts
) -> Proposal:
    person = _person(card, houses, texts)
    known = next(_known(reader, person), None)
    if not card.photo:
        return Proposal(card, person, known)
    try:
        return Proposal(card, person, known, pictures.picture_of(card.photo))
    except EstradoError as error:
        return Proposal(card, person, known, refused=error)


def _known(reader: Reader, person: Person) -> Iterator[Person]:
    """Who of the directory is likely the person of a card."""
    if person.source:
        yield from reader.find(Person, source=person.source)
    for name in person.names:
        for one in reader.search(Person, name.full, limit=NAMESAKES):
            if duplicates.likely(one, person) is not None:
                yield one


def _person(card: Card, houses: dict[str, Organisation], texts: Texts) -> Person:
    house = houses.get(fold(card.organisation)) if card.organisation else None
    office = Office(
        texts.text(card.office),
        texts.text(card.organisation),
        house.id if house else None,
    )
    country = country_code(card.address.country)
    return Person(
        names=card.names,
        gender=card.gender,
        honorific=texts.text(card.honorific),
        offices=(office,) if office != Office(Localized()) else (),
        organisation_id=house.id if house else None,
        languages=tuple(dict.fromkeys(tag.lower() for tag in card.languages if _is_tag(tag))),
        contact=Contact(card.email, card.phone, replace(card.address, country=country)),
        notes=card.notes,
        source=f"vcard:{card.uid}" if card.uid else "",
    )


def _is_tag(written: str) -> bool:
    return len(written) in (2, 3) and written.isascii() and written.isalpha()
