"""How tables and seats look on a plan: colours, discs, and names beside them.

Left and right on a plan are those of the hall, whichever way the first language runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.addressing import office_spans
from desktop.documents.categories import colour
from desktop.documents.pen import BETWEEN, Pen, together
from desktop.documents.seated import Place, Plan
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY, OCHRE_TEXT
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Align
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.localized import Localized
from desktop.domain.speaker import SpeakerRole
from desktop.language import terms

WHITE, EMPTY = "#FFFFFF", "#FAFAF8"
NAME = Style("sans", 600, colour=INK)
OFFICE = Style("sans", 400, colour=GREY)
DISC = Style("sans", 600, size=11, leading=12, colour=WHITE, features=("tnum",))
SMALL_DISC = Style("sans", 600, size=7, leading=8, colour=NAVY, features=("tnum",))
TABLE = Style("sans", 600, size=8, leading=10, colour=WHITE)
NUMBER = Style("sans", 600, size=7, leading=8, colour=NAVY, features=("tnum",))
SEAT = Style("sans", 400, size=6.2, leading=7, colour=GREY)
RING = mm(1.5)


@dataclass(frozen=True, slots=True)
class Hall:
    """A plan with the languages that it is printed in."""

    plan: Plan
    wordings: Sequence[Wording]

    @property
    def first(self) -> Wording:
        """The language of the names on the drawing."""
        return self.wordings[0]

    @property
    def rtl(self) -> bool:
        """Whether those names run from right to left."""
        return self.first.rtl

    def said(self, text: Localized, otherwise: str, style: Style) -> Paragraph | None:
        """A table's name in each language, or else a phrase."""

        def say(wording: Wording) -> str:
            return wording.plain(text) or (otherwise and wording.words.text(otherwise))

        return together(self.wordings, say, style, between=BETWEEN)

    def name(self, place: Place) -> Paragraph:
        """A guest's name, without an honorific as in the list: it is to be found, not called."""
        return self.first.name_paragraph(place.guest.person, NAME, honorific=False)

    def office(self, place: Place) -> Paragraph | None:
        """A guest's main office."""
        spans = office_spans(self.first, place.guest.person, OFFICE)
        return self.first.paragraph(spans, OFFICE, "title")

    def interpreter(self, place: Place) -> Paragraph:
        """The name of the interpreter on the chair behind."""
        label = terms.term(SpeakerRole.INTERPRETER, self.first.language, place.guest.person.gender)
        return self.first.name_paragraph(
            place.guest.person, OFFICE.but(italic=True), label=label, honorific=False
        )


def tone(place: Place) -> str:
    """The colour of a guest's category; who presides has their own."""
    return OCHRE_TEXT if place.hosts else colour(place.guest.attendee.category)


def disc(pen: Pen, x: float, y: float, radius: float, place: Place) -> None:
    """A disc with the number in the order of precedence."""
    with pen.document.artifact():
        pen.page.circle(x, y, radius, fill=tone(place))
    pen.page.text(x, y + 3.8, place.number, DISC, anchor="centre", rtl=False)


def free(pen: Pen, x: float, y: float, radius: float) -> None:
    """A place at which nobody sits."""
    with pen.document.artifact():
        pen.page.circle(x, y, radius, fill=EMPTY, stroke=HAIRLINE)


def chair(pen: Pen, x: float, y: float) -> None:
    """An interpreter's chair behind a place."""
    with pen.document.artifact():
        pen.page.circle(x, y, RING, fill=WHITE, stroke=GREY)


def label(pen: Pen, x: float, y: float, block: Block, align: Align) -> None:
    """Lines whose left edge, middle or right edge stands at `x`, however the language runs.

    `align` says which of them: start is the left.
    """
    left = {"start": x, "centre": x - block.width / 2, "end": x - block.width}[align]
    if block.rtl and align != "centre":
        align = "end" if align == "start" else "start"
    with pen.document.tag("P", language=block.language):
        pen.page.block(left, y, block, align=align, hang=0)
