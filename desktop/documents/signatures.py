"""Who signs a certificate: a rule for the hand or a picture of it, the name, the office.

Nobody who signs calls themselves an excellency: the name stands without an honorific.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.documents.logos import organisers
from desktop.documents.pen import Pen
from desktop.documents.tokens import INK
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint
from desktop.domain.event import Signatory
from desktop.domain.localized import Localized
from desktop.domain.organisation import Picture
from desktop.domain.person import Person
from desktop.language import tags

MOST = 3
NAME = Style("sans", 600, colour=INK)
OFFICE = Style("sans", 400, size=8, leading=11, colour=INK)
HAND = mm(17)
"""Height of a picture of a signature."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands on and under one rule of `width` points."""

    width: float
    blocks: tuple[Block, ...]
    picture: Picture | None
    alt: str

    @property
    def height(self) -> float:
        """From the rule to the lowest line."""
        return 13 + sum(block.height for block in self.blocks)

    def draw(self, pen: Pen, offset: float, y: float) -> None:
        """Draw with the rule at y; a picture stands on it, and a little over it."""
        pen.rule(offset, offset + self.width, y, INK, 0.6)
        if self.picture is not None:
            wide = min(self.width * 0.8, HAND * 4)
            x = pen.x(offset + (self.width - wide) / 2, wide)
            with pen.document.tag("Figure", alt=self.alt):
                pen.page.image(x, y - HAND + mm(2), wide, HAND, self.picture.content)
        y += 13
        for block in self.blocks:
            y = pen.block(offset, y, block)


def signatures(wordings: list[Wording], widths: tuple[float, ...]) -> list[Signature]:
    """Those of the event's signatories, at most three; else room for the organisers to sign.

    `widths` are those of the rules where one, two or three sign.
    """
    dossier = wordings[0].dossier
    signing = [one for one in dossier.event.signatories if one.person_id in dossier.people]
    if len(signing) > MOST:
        raise CannotPrint("A certificate has room for three signatures. Take a signatory away.")
    if not signing:
        houses = [house.name for house in organisers(dossier)[:2]]
        return [_unsigned(house, wordings, widths[len(houses) - 1]) for house in houses]
    return [_signed(one, wordings, widths[len(signing) - 1]) for one in signing]


def _signed(one: Signatory, wordings: list[Wording], width: float) -> Signature:
    first = wordings[0]
    person = first.dossier.people[one.person_id]
    name = first.name_paragraph(person, NAME, honorific=False)
    blocks = list(fit([name], width, (9.0, 8.6, 8.2, 7.8), lines=2, leading=1.3).blocks)
    offices = (
        wording.paragraph(_office(wording, person, one.office), OFFICE, "title")
        for wording in wordings
    )
    blocks += [office.set(width) for office in _once(offices)]
    alt = first.words.text("Signature of {person}", person=first.name(person))
    return Signature(width, tuple(blocks), first.dossier.picture(one.signature_id), alt)


def _office(wording: Wording, person: Person, place: int) -> list[Span]:
    offices = wording.offices(person, OFFICE)
    return offices[place] if place < len(offices) else []


def _unsigned(house: Localized, wordings: list[Wording], width: float) -> Signature:
    houses = (wording.paragraph(house, OFFICE, "title") for wording in wordings)
    blocks = tuple(paragraph.set(width) for paragraph in _once(houses))
    return Signature(width, blocks, None, "")


def _once(paragraphs: Iterable[Paragraph | None]) -> Iterable[Paragraph]:
    """What is said, the same words once whichever way the lines around them run."""
    found: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        if paragraph is not None:
            found.setdefault(tags.bare(paragraph.text), paragraph)
    return found.values()
