"""A slot's data set as a captioned figure over the language columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from desktop.documents.charts import ColumnChart
from desktop.documents.tokens import GREY, NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.rows import Cell, Piece, cell_height, draw_cell
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import DOT, Wording
from desktop.domain.slot import DataSet

TITLE = Style("serif", 600, size=10.8, leading=12.4, colour=NAVY)
CAPTION = Style("serif", 400, italic=True, size=8.6, leading=11.2, colour=GREY)
SOURCE = Style("sans", 400, size=7.2, leading=9.2, colour=GREY)
AIR = 20.0
"""Space over the caption, in points."""


@dataclass(frozen=True, slots=True)
class DataFigure:
    """Title and caption in every language, one chart, and where its figures come from."""

    chart: ColumnChart
    captions: tuple[Cell, ...]
    sources: tuple[Cell, ...]
    columns: Columns

    @staticmethod
    def of(
        data: DataSet, wordings: Sequence[Wording], columns: Columns, tall: float = 112.0
    ) -> "DataFigure":
        """The figure of a data set over these columns, its chart `tall` points high."""
        captions: list[Cell] = []
        sources: list[Cell] = []
        for index, wording in enumerate(wordings):
            wide = columns.width(index)
            title = wording.paragraph(data.title, TITLE, "title")
            caption = wording.paragraph(_caption(wording, data), CAPTION, "title")
            pair = ((title, "H3"), (caption, "P"))
            captions.append(tuple(Piece(p.set(wide), role=role) for p, role in pair if p))
            source = wording.paragraph(_source(wording, data), SOURCE, "title")
            sources.append((Piece(source.set(wide)),) if source else ())
        width = columns.right - columns.left - columns.aside
        chart = ColumnChart(data, wordings, width, tall)
        return DataFigure(chart, tuple(captions), tuple(sources), columns)

    @property
    def height(self) -> float:
        """Air, captions, chart and sources."""
        return AIR + _tallest(self.captions) + self.chart.height + _tallest(self.sources)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """A figure is never parted."""
        return None

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`."""
        columns, y = self.columns, top + AIR
        for index, cell in enumerate(self.captions):
            draw_cell(page, columns.x(index), y, cell)
        y += _tallest(self.captions) - 8
        self.chart.draw(document, page, columns.left + columns.aside * (not columns.rtl), y)
        y += self.chart.height + 9
        for index, cell in enumerate(self.sources):
            draw_cell(page, columns.x(index), y, cell)


def _tallest(cells: tuple[Cell, ...]) -> float:
    return max(map(cell_height, cells), default=0.0)


def _caption(wording: Wording, data: DataSet) -> list[Span]:
    """What is shown, and in what unit."""
    parts = [wording.spans(text, CAPTION) for text in (data.caption, data.unit) if text]
    return wording.joined(parts, DOT, CAPTION)


def _source(wording: Wording, data: DataSet) -> list[Span]:
    """Whether the figures are made up, and where they come from."""
    parts: list[list[Span]] = []
    if data.illustrative:
        said = wording.words.text("Illustrative data")
        parts.append(wording.spans(said, SOURCE.but(weight=600)))
    if data.source:
        label = wording.words.text("Source")
        said = wording.spans(data.source, SOURCE)
        parts.append([*wording.spans(f"{label}: ", SOURCE), *said])
    return wording.joined(parts, DOT, SOURCE)
