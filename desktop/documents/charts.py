"""Charts: bars that start at nothing, the value at the end of each."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.documents.tokens import BAR, GREY, INK, NAVY, NAVY_LIGHT, OCHRE
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.localized import Localized
from desktop.domain.slot import DataSet
from desktop.language import figures

VALUE = Style("sans", 600, size=8.4, leading=10, colour=INK, features=("tnum",))
LABEL = Style("sans", 400, size=7.8, leading=9.6, colour=GREY, features=("tnum",))


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """A data set as upright bars, the highest in ochre; labels wrap under their bars.

    Negative values hang below the line. Labels that need translating are set in every language.
    """

    data: DataSet
    wordings: Sequence[Wording]
    width: float
    height: float = 112.0

    def draw(self, document: Document, page: Page, x: float, y: float) -> None:
        """Draw with the top left corner at (x, y), as one figure with its values as text."""
        with document.tag("Figure", alt=self.described()):
            self._draw(page, x, y)

    def described(self) -> str:
        """The chart in words, for whoever cannot see it."""
        wording = self.wordings[0]
        values = [f"{wording.plain(p.label)}: {self._figure(p.value)}" for p in self.data.points]
        return f"{wording.plain(self.data.title)}. {'; '.join(values)}"

    def _draw(self, page: Page, x: float, y: float) -> None:
        points = self.data.points
        step = self.width / max(1, len(points))
        labels = [self._labels(point.label, step) for point in points]
        below = 3.2 + max((sum(b.height for b in blocks) for blocks in labels), default=0.0)
        top, base = y + 14, y + self.height - below
        scale = self._scale(base - top)
        zero = base - scale * max(0.0, -min((p.value for p in points), default=0.0))
        wide = min(step * 0.56, 54.0)
        last = max(points, key=lambda point: point.value, default=None)
        for place, point in enumerate(points):
            middle = x + (place + 0.5) * step
            tall = scale * point.value
            fill = OCHRE if point is last else BAR
            upper = zero - max(tall, 0)
            page.rectangle(middle - wide / 2, upper, wide, abs(tall), fill=fill)
            figure_y = upper - 3.4 if point.value >= 0 else zero + abs(tall) + 9
            page.text(middle, figure_y, self._figure(point.value), VALUE, anchor="centre")
            label_y = base + 11.0
            for block in labels[place]:
                label_y = page.block(middle - step / 2 + 2, label_y, block, align="centre")
        page.rule(x, zero, x + self.width, zero, NAVY, 0.6)

    def _scale(self, room: float) -> float:
        values = [point.value for point in self.data.points]
        spread = max([0.0, *values]) - min([0.0, *values])
        return room / spread if spread else 0.0

    def _labels(self, label: Localized, step: float) -> list[Block]:
        """The label in every language, what is the same in all of them once."""
        blocks: dict[str, Block] = {}
        for wording in self.wordings:
            paragraph = wording.paragraph(label, LABEL, "title")
            if paragraph is not None and paragraph.text not in blocks:
                blocks[paragraph.text] = paragraph.set(step - 4)
        return list(blocks.values())

    def _figure(self, value: float) -> str:
        decimals = 0 if math.isclose(value, round(value)) else 1
        return figures.number(value, self.wordings[0].language, decimals=decimals)


class Bar(NamedTuple):
    """One bar: its labels one under the other, its value, and the frame around it (or None)."""

    labels: tuple[Block, ...]
    value: int
    frame: int | None = None
    rest: bool = False

    @property
    def height(self) -> float:
        """At least two lines and some air."""
        return max(19.2, sum(block.height for block in self.labels)) + 9.0


@dataclass(frozen=True, slots=True)
class BarChart:
    """Lying bars under each other, a column of labels before them; a frame shows the expected.

    `labels` is the width of the column of labels; `described` says the chart in words.
    """

    bars: tuple[Bar, ...]
    width: float
    labels: float
    described: str
    rtl: bool = False

    @property
    def height(self) -> float:
        """Height of all bars."""
        return sum(bar.height for bar in self.bars)

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw with the top left corner at (x, y)."""
        most = max((max(bar.value, bar.frame or 0) for bar in self.bars), default=0)
        room = self.width - self.labels - 8 - 26
        scale = room / most if most else 0.0
        start = self.labels + 8
        top = y
        for bar in self.bars:
            self._bar(page, x, top, start, scale, bar)
            top += bar.height
        axis = x + (self.width - start if self.rtl else start)
        page.rule(axis, y, axis, top - 9 + 4, NAVY, 0.6)

    def _bar(self, page: Page, x: float, top: float, start: float, scale: float, bar: Bar) -> None:
        line = top + 8 + (bar.height - 9 - sum(block.height for block in bar.labels)) / 2
        for block in bar.labels:
            at = x + self.width - self.labels if self.rtl else x
            line = page.block(at, line, block, align="start" if block.rtl == self.rtl else "end")
        middle = top + (bar.height - 9) / 2
        long, framed = scale * bar.value, scale * (bar.frame or 0)
        fill = NAVY_LIGHT if bar.rest else BAR

        def left(length: float) -> float:
            return x + (self.width - start - length if self.rtl else start)

        if bar.frame:
            page.rectangle(left(framed), middle - 6, framed, 12, stroke=NAVY_LIGHT)
        page.rectangle(left(long), middle - 6, long, 12, fill=fill)
        end = max(long, framed) + 4
        where = x + (self.width - start - end if self.rtl else start + end)
        anchor = "right" if self.rtl else "left"
        page.text(where, middle + 3, str(bar.value), VALUE, anchor=anchor)
