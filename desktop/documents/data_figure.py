"""A slot's data set as a captioned figure over the language columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from desktop.documents.charts import ColumnChart
from desktop.documents.tokens import GREY, NAVY
from desktop.documents.typesetting.columns import Cell, Columns, Piece, cell_height, draw_cell
from desktop.documents.typesetting.document import Document, Page
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import Wording
from desktop.domain.slot import DataSet

TITLE = Style("serif", 600, size=10.8, leading=12.4, colour=NAVY)
NOTE = Style("serif", 400, italic=True, size=8.6, leading=11.2, colour=GREY)
AIR = 20.0
"""Space over the caption."""


@dataclass(frozen=True, slots=True)
class DataFigure:
    """Title and note in every language, then one chart; `tall` is the chart's height in points."""

    chart: ColumnChart
    captions: tuple[Cell, ...]
    columns: Columns
    tall: float

    @staticmethod
    def of(
        data: DataSet, wordings: Sequence[Wording], columns: Columns, tall: float = 112.0
    ) -> "DataFigure":
        """The figure of a data set in these columns."""
        cells: list[Cell] = []
        for index, wording in enumerate(wordings):
            wide = columns.width(index)
            title = wording.paragraph(data.title, TITLE, "title")
            said = wording.paragraph(note(wording, data, NOTE), NOTE, "plain")
            pair = ((title, "H3"), (said, "P"))
            cells.append(tuple(Piece(p.set(wide), role=role) for p, role in pair if p is not None))
        width = columns.right - columns.left - columns.aside
        return DataFigure(ColumnChart(data, wordings, width, tall), tuple(cells), columns, tall)

    @property
    def height(self) -> float:
        """Air, captions and chart."""
        return AIR + self._captions + self.tall

    @property
    def _captions(self) -> float:
        return max(map(cell_height, self.captions), default=0.0)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """A figure is never parted."""
        return None

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`."""
        columns = self.columns
        for index, cell in enumerate(self.captions):
            draw_cell(document, page, columns.x(index), top + AIR, cell)
        left = columns.left if columns.rtl else columns.left + columns.aside
        self.chart.draw(document, page, left, top + AIR + self._captions - 8)


def note(wording: Wording, data: DataSet, style: Style) -> list[Span]:
    """What is shown, in what unit, from where, and whether the figures are made up."""
    parts = [wording.spans(text, style) for text in (data.caption, data.unit) if text]
    if data.source:
        label = wording.spans(f"{wording.words.text('Source')}: ", style)
        parts.append([*label, *wording.spans(data.source, style)])
    if data.illustrative:
        strong = style.but(colour=NAVY)
        parts.append(wording.spans(wording.words.text("Illustrative data"), strong))
    return wording.joined(parts, " · ", style)
