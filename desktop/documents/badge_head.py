"""The head of every badge: the organisers' logos, the event, where and when."""

from dataclasses import dataclass

from desktop.documents import logos
from desktop.documents.badge_measures import Measures
from desktop.documents.pen import Pen, each
from desktop.documents.tokens import GREY
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording

LOGO, GAP, FLAG = mm(6.6), mm(1.4), mm(7.4)
"""Height of logos, space after one, width of a flag, on ID-1."""
SHARE_OF_LOGOS = 0.42
"""How much of the width the logos may take."""


@dataclass(frozen=True, slots=True)
class Head:
    """Logos at the start, beside or under them the texts; `height` in points."""

    marks: tuple[logos.Logo, ...]
    texts: tuple[Block, ...]
    measures: Measures

    @staticmethod
    def of(wordings: list[Wording], measures: Measures) -> "Head":
        """The head in these languages; empty where there is no room for one."""
        if not measures.head:
            return Head((), (), measures)
        marks = _logos(wordings, measures)
        room = measures.inner
        if not measures.upright:
            taken = sum(mark.width + GAP * measures.scale for mark in marks)
            room -= taken + (FLAG + mm(2.2)) * measures.scale
        return Head(marks, _texts(wordings, measures, room), measures)

    @property
    def height(self) -> float:
        """From the upper edge of the logos to the lowest line."""
        texts = sum(block.height for block in self.texts)
        tall = LOGO * self.measures.scale if self.measures.head else 0.0
        return tall + mm(2.2) * self.measures.scale + texts if self._under else max(tall, texts)

    @property
    def _under(self) -> bool:
        return self.measures.upright and bool(self.texts)

    def draw(self, pen: Pen, y: float) -> None:
        """Draw as furniture, which is the same on every badge; y is the badge's upper edge."""
        scale, offset = self.measures.scale, 0.0
        tall = LOGO * scale
        with pen.document.artifact():
            for mark in self.marks:
                top = y + self.measures.top + (tall - mark.height) / 2
                mark.draw(pen.document, pen.page, pen.x(offset, mark.width), top)
                offset += mark.width + GAP * scale
            texts = sum(block.height for block in self.texts)
            first = tall + mm(2.2) * scale if self._under else max(0.0, (tall - texts) / 2)
            y += self.measures.top + first + 5.6 * scale
            beside = offset + mm(0.8) * scale if offset and not self._under else 0.0
            for block in self.texts:
                y = pen.block(beside, y, block)


def _logos(wordings: list[Wording], measures: Measures) -> tuple[logos.Logo, ...]:
    """As many logos as have room; an organiser without one is not named here."""
    scale = measures.scale
    found = [mark for mark in logos.logos(wordings, LOGO * scale) if mark.picture]
    while sum(mark.width + GAP * scale for mark in found) > measures.inner * SHARE_OF_LOGOS:
        found.pop()
    return tuple(found)


def _texts(wordings: list[Wording], measures: Measures, width: float) -> tuple[Block, ...]:
    """The title in every language, if there is room for all of them, and where and when."""
    size = (7.0 if measures.upright else 6.1) * measures.scale
    style = Style("sans", 400, size=size, leading=size * 1.23, colour=GREY)
    event = wordings[0].dossier.event
    titles = each(wordings, lambda wording: wording.plain(event.title), style, style)
    blocks = [title.set(width) for _, title in titles]
    if not measures.upright and sum(len(block.lines) for block in blocks) > 2:
        del blocks[1:]
    when = wordings[0].paragraph(wordings[0].city_and_days(), style, "title")
    return tuple(blocks if when is None else [*blocks, when.set(width)])
