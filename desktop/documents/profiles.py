"""The speakers of a report: portrait, name, offices and biography in every language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from desktop.documents.sections import SMALL, Spread
from desktop.documents.tokens import NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.entries import Text
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.rows import Row, Stack, aligned
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.organisation import Picture
from desktop.domain.person import ConsentPurpose, ConsentState, Person
from desktop.domain.slot import SlotStatus
from desktop.domain.speaker import SpeakerRole

PORTRAIT, GAP = (mm(18.5), mm(23)), mm(4.5)
NAME = Style("sans", 600, size=8.8, leading=10.5, colour=NAVY)
BIOGRAPHY = Style("serif", 400, size=8.8, leading=11)
AFTER = 13.0
WHOLE = 240.0
"""Points up to which a profile stays on one page: nobody looks for a name on the one before."""
WITHHELD = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Profile:
    """A speaker: a portrait in the margin, the texts beside it."""

    text: Text
    portrait: Picture | None
    alt: str

    @property
    def height(self) -> float:
        """The taller of portrait and text, and air."""
        return max(self.text.height, PORTRAIT[1] if self.portrait else 0.0) + AFTER

    def split(self, room: float) -> tuple[Self, Self] | None:
        """A long biography may go on on the next page, where the portrait stays behind."""
        if self.height < WHOLE or room < PORTRAIT[1] + AFTER:
            return None
        parts = self.text.split(room - AFTER)
        if parts is None:
            return None
        return replace(self, text=parts[0]), replace(self, text=parts[1], portrait=None)

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`."""
        columns = self.text.columns
        if self.portrait is not None:
            wide, tall = PORTRAIT
            x = columns.right - wide if columns.rtl else columns.left
            with document.tag("Figure", alt=self.alt):
                page.image(x, top, wide, tall, self.portrait.content, crop=True)
        self.text.draw(document, page, top - 1)


def profiles(spread: Spread, *, described: bool = False) -> Iterator[Profile]:
    """Whoever speaks, once, in the order of the programme; interpreters are not listed.

    With `described`, only those of whom something is told.
    """
    people = [one for one in _speakers(spread) if one.biography or not described]
    pictured = any(_portrait(spread, person) for person in people)
    aside = PORTRAIT[0] + GAP if pictured else 0.0
    columns = replace(spread.whole, aside=aside) if pictured else spread.columns
    for person in people:
        rows = _rows(spread, columns, person)
        text = Text(rows, columns, heads=len(rows) - 1)  # a name stays with what is told of it
        alt = spread.wordings[0].name(person, honorific=False)
        yield Profile(text, _portrait(spread, person), alt)


def _speakers(spread: Spread) -> list[Person]:
    found: dict[int, Person] = {}
    slots = [slot for slot in spread.dossier.slots if slot.status is not SlotStatus.CANCELLED]
    for slot in sorted(slots, key=lambda slot: (slot.start is None, slot.start, slot.id)):
        for speaker in slot.speakers:
            person = spread.dossier.people.get(speaker.person_id)
            if person is not None and speaker.role is not SpeakerRole.INTERPRETER:
                found.setdefault(person.id, person)
    return list(found.values())


def _portrait(spread: Spread, person: Person) -> Picture | None:
    """The portrait, unless it may not be printed."""
    if person.consent(ConsentPurpose.PHOTOGRAPH) in WITHHELD:
        return None
    return spread.dossier.picture(person.photo_id)


def _rows(spread: Spread, columns: Columns, person: Person) -> tuple[Row, ...]:
    """Name, offices, biography, each level in all languages."""
    body = spread.look(BIOGRAPHY)
    rows = (
        aligned([[w.name_paragraph(person, NAME)] for w in spread.wordings], columns),
        aligned([_offices(w, person) for w in spread.wordings], columns),
        aligned(
            [[w.paragraph(w.told(person.biography, body), body)] for w in spread.wordings],
            columns,
            gap=4.0,
            solid=False,
        ),
    )
    return tuple(row for row in rows if row is not None)


def _offices(wording: Wording, person: Person) -> Stack:
    """Every office on a line of its own."""
    return [wording.paragraph(office, SMALL, "title") for office in wording.offices(person, SMALL)]
