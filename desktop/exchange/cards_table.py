"""Visiting cards as a table, so that they become guests the way rows of a spreadsheet do."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.exchange import vcard_file
from desktop.exchange.table_file import Row, Shape, Table
from desktop.exchange.vcard_file import Card

HEADINGS = (
    *("Family name", "Given name", "Patronymic", "Honorific", "Office", "Organisation"),
    *("E-mail", "Phone", "Street", "Postal code", "City", "Region", "Country", "Language"),
    *("Tags", "Notes"),
)


def open_cards(data: bytes, shape: Shape) -> Table:
    """The cards of a file, a row each; the first row names what stands in them.

    Raises:
        BadInput: one of them is broken; `place` names the line.
    """
    cards = vcard_file.read(data, encoding=shape.encoding)
    return Table("vcard", replace(shape, separator=""), _rows(cards))


def _rows(cards: tuple[Card, ...]) -> Iterator[Row]:
    yield 1, list(HEADINGS)
    for card in cards:
        name, post = card.names[0], card.address
        person = (name.family, name.given, name.patronymic, card.honorific, card.office)
        reached = (card.organisation, card.email, card.phone)
        where = (post.street, post.postal_code, post.city, post.region, post.country)
        said = (" ".join(card.languages), ", ".join(card.categories), card.notes)
        yield card.line, [*person, *reached, *where, *said]
