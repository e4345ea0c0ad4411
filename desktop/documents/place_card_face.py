"""A face of a place card: set, and drawn upright between the fold and the edge of the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.documents import logos
from desktop.documents.nameplate import Hold, SetName, set_name, shared_sizes
from desktop.documents.pen import Pen
from desktop.documents.place_card_text import CardText
from desktop.documents.tokens import GREY, HAIRLINE, OCHRE
from desktop.documents.typesetting.document import Document, Page, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording

SIZES = (30.0, 28.0, 26.0, 24.0, 22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0)
"""Of the name, in points on A7."""
READABLE = 14.0
"""A size on every format: its small letters, 2.3 mm, stand at five minutes of arc at 1.5 m."""
SMALLER = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
"""For names that no step holds, lest anything be lost; preflight tells of them."""
TWO_LINES_FROM = 20.0
HIGHEST_NAME, LEAST_ROOM = mm(25), mm(24)
"""Of all lines of a name on A7; on every format four that can be read may have so much."""
SEAT = Style("sans", 600, colour=GREY, features=("tnum",))


class Reach(NamedTuple):
    """Of letters over their first line and under their last, in sizes."""

    high: float = 0.67
    low: float = 0.2


_ARABIC = Reach(1.12, 0.45)
_HONORIFIC, _UNDER_HONORIFIC = 9.0, 8.0
"""Height of its letters; from its line to the top of the name."""
_OVER_OTHER, _UNDER_NAME = 4.0, 6.0
"""From a name down to the same in another script; from both to the rule."""


@dataclass(frozen=True, slots=True)
class Face:
    """What one face of a guest's card shows."""

    honorific: Paragraph | None
    name: SetName
    reach: Reach
    other: Block | None
    foot: tuple[Block, ...]
    seat: str


@dataclass(frozen=True, slots=True)
class CardFaces:
    """Sets and draws faces `wide` by `tall` points, which bear these logos."""

    wide: float
    tall: float
    logos: list[logos.Logo]

    @staticmethod
    def of(wordings: list[Wording], wide: float, tall: float) -> "CardFaces":
        """Faces for an event, whose organisers have logos or not."""
        high = mm(9) * _scale(wide, tall)
        found = [logo for logo in logos.logos(wordings, high) if logo.picture]
        return CardFaces(wide, tall, found[:3])

    @property
    def scale(self) -> float:
        """How large everything is against A7."""
        return _scale(self.wide, self.tall)

    @property
    def inner(self) -> float:
        """Width of the text area."""
        return self.wide - 2 * mm(7) * self.scale

    @property
    def _highest(self) -> float:
        """Lower edge of the logos, under the fold."""
        return mm(19.5 if self.logos else 9) * self.scale

    @property
    def _lowest(self) -> float:
        """Lowest baseline, under the fold."""
        return self.tall - mm(8) * self.scale

    # -- setting -------------------------------------------------------------------------------

    def faces(self, texts: Sequence[CardText]) -> list[Face]:
        """The faces of cards that stand beside one another; nearly all names share one size."""
        others = [self._other(text) for text in texts]
        feet = [self._foot(text, other) for text, other in zip(texts, others, strict=True)]

        def name(at: int, size: float) -> SetName:
            return self._name(texts[at], size, self._room(texts[at], others[at], feet[at]))

        steps = dict.fromkeys(max(READABLE, size * self.scale) for size in (*SIZES, READABLE))
        sizes = shared_sizes((*steps, *SMALLER), len(texts), lambda at, size: name(at, size).hold)
        return [
            Face(
                text.honorific and text.honorific.at(11 * self.scale, 14 * self.scale),
                name(at, size),
                _ARABIC if text.large.tall else Reach(),
                others[at],
                feet[at],
                text.seat,
            )
            for at, (text, size) in enumerate(zip(texts, sizes, strict=True))
        ]

    def _name(self, text: CardText, size: float, room: float) -> SetName:
        """A name at a size; a word is broken before all of the name would be hard to read."""
        lines = 2 if size >= TWO_LINES_FROM * self.scale - 0.01 else 3
        lines = lines if size > READABLE else 4
        name = set_name(text.large, self.inner, size, lines=lines, room=room, leading=1.18)
        return name if size >= READABLE else name._replace(hold=min(name.hold, Hold.BROKEN))

    def _foot(self, text: CardText, other: Block | None) -> tuple[Block, ...]:
        """The lines under the rule: fewer where they would leave too little room for the name."""
        foot: tuple[Block, ...] = ()
        for at, lines in enumerate(text.ways):
            blocks = self._lines(lines, (9.0, 8.5, 8.0, 7.5, 7.0))
            foot = tuple(b._replace(cramped=b.cramped or at > 0) for b in blocks)
            room = self._room(text, other, foot)
            if self._name(text, READABLE, room).hold is not Hold.NOT:
                break
        return foot

    def _other(self, text: CardText) -> Block | None:
        return self._lines([text.other], (11.0, 10.0, 9.0, 8.0))[0] if text.other else None

    def _lines(self, texts: Sequence[Paragraph], sizes: Sequence[float]) -> tuple[Block, ...]:
        """Texts at one size, a line each if they can be."""
        steps = [max(7.0, size * self.scale) for size in sizes]
        return fit(
            texts, self.inner, steps, lines=lambda size: 1 if size > steps[-1] else 3, leading=1.4
        ).blocks

    def _room(self, text: CardText, other: Block | None, foot: Sequence[Block]) -> float:
        """Height for the name between logos and foot."""
        over = self._over(text.honorific)
        free = self._rule(foot) - self._highest - over - self._under(other)
        return min(max(HIGHEST_NAME * self.scale, LEAST_ROOM), free)

    def _over(self, honorific: Paragraph | None) -> float:
        return (_HONORIFIC + _UNDER_HONORIFIC) * self.scale if honorific else 0.0

    def _under(self, other: Block | None) -> float:
        return other.height + _OVER_OTHER * self.scale if other else 0.0

    def _rule(self, foot: Sequence[Block]) -> float:
        """Where the rule over the foot lies, under the fold."""
        return self._lowest - (sum(b.height for b in foot) + 3 * self.scale if foot else 0.0)

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, document: Document, page: Page, x: float, y: float, face: Face) -> None:
        """A face with its top left corner at (x, y)."""
        inset = (self.wide - self.inner) / 2
        pen = Pen(document, page, x + inset, x + self.wide - inset, face.name.block.rtl)
        self._draw_logos(document, page, x, y + mm(8) * self.scale)
        self._draw_name(pen, face, y)
        self._draw_foot(pen, face.foot, y)
        if face.seat:
            seat = SEAT.but(size=max(7.0, 10 * self.scale))
            number = Paragraph(face.seat, seat, setting="plain", rtl=False)
            pen.text(pen.width, y + mm(12) * self.scale, number, align="end")

    def _draw_name(self, pen: Pen, face: Face, y: float) -> None:
        """Honorific, name and the name in another script, in the middle between logos and foot."""
        scale, block = self.scale, face.name.block
        high, low = (part * face.name.size for part in face.reach)
        over, under = self._over(face.honorific), self._under(face.other)
        tall = over + high + block.height - block.leading + low + under
        room = self._rule(face.foot) - _UNDER_NAME * scale * bool(face.foot) - self._highest
        top = y + self._highest + max(0.0, room - tall) / 2
        if face.honorific is not None:
            level = top + _HONORIFIC * scale
            pen.text(pen.width / 2, level, face.honorific, align="centre")
        last = pen.block(0, top + over + high, block, align="centre") - block.leading
        if face.other is not None:
            level = last + low + _OVER_OTHER * scale + face.other.leading * 0.72
            pen.block(0, level, face.other, align="centre")

    def _draw_foot(self, pen: Pen, foot: Sequence[Block], y: float) -> None:
        if foot:
            middle, half, level = pen.width / 2, mm(7) * self.scale, y + self._rule(foot)
            pen.rule(middle - half, middle + half, level, OCHRE, 0.9)
        y += self._lowest - sum(block.height for block in foot)
        for block in foot:
            pen.block(0, y + block.leading, block, align="centre")
            y += block.height

    def _draw_logos(self, document: Document, page: Page, x: float, y: float) -> None:
        gap, tall = mm(5.5) * self.scale, logos.row_height(self.logos)
        at = x + (self.wide - sum(logo.width + gap for logo in self.logos) + gap) / 2
        with document.artifact():
            for place, logo in enumerate(self.logos):
                if place:
                    page.rule(at - gap / 2, y + 2, at - gap / 2, y + tall - 2, HAIRLINE)
                logo.draw(document, page, at, y + (tall - logo.height) / 2)
                at += logo.width + gap


def _scale(wide: float, tall: float) -> float:
    return min(wide / mm(105), tall / mm(74.25))
