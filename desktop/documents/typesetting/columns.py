"""Languages side by side, on one grid of lines.

A page has a margin column (times) and columns of equal width. What belongs together in several
languages is a `Row`: its cells start at one height and the row is as tall as its tallest cell.
An `Entry` is a few rows under a hairline. Everything is measured in lines of one leading, so
that lines of neighbouring columns stand level. All lengths are points.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Anchor, Page
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style

HAIRLINE = "#C9CED6"
LEAST_LINES = 2
"""A broken paragraph leaves and takes along at least two lines."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a page stand; mirrored where the first language runs from the right.

    `left` and `right` are the edges of the text area, `aside` the width of the margin column
    with its gutter; `shares` are the widths of the columns in proportion.
    """

    left: float
    right: float
    aside: float
    gutter: float
    shares: tuple[float, ...]
    rtl: bool = False

    @property
    def count(self) -> int:
        """How many columns stand beside the margin column."""
        return len(self.shares)

    def width(self, index: int) -> float:
        """Width of a column."""
        free = self.right - self.left - self.aside - self.gutter * (self.count - 1)
        return free * self.shares[index] / sum(self.shares)

    def x(self, index: int) -> float:
        """Left edge of a column, wherever its text starts."""
        before = self.aside + sum(self.width(i) + self.gutter for i in range(index))
        return self.right - before - self.width(index) if self.rtl else self.left + before

    @property
    def edge(self) -> tuple[float, Anchor]:
        """The outer edge of the margin column, and how text is anchored to it."""
        return (self.right, "right") if self.rtl else (self.left, "left")


class Piece(NamedTuple):
    """A block in a cell: the gap above it and its structure role ("H3", "P")."""

    block: Block
    gap: float = 0.0
    role: str = "P"

    @property
    def height(self) -> float:
        """Gap and lines."""
        return self.gap + self.block.height


Cell = tuple[Piece, ...]


def cell_height(cell: Cell) -> float:
    """Height of what stands in a cell."""
    return sum(piece.height for piece in cell)


class Row(NamedTuple):
    """Cells that start at one height; `gap` is the space above. A row may be `solid`: unbroken."""

    cells: tuple[Cell, ...]
    gap: float = 0.0
    solid: bool = True

    @property
    def height(self) -> float:
        """Gap and tallest cell."""
        return self.gap + max((cell_height(cell) for cell in self.cells), default=0.0)


Stack = Sequence[Paragraph | None]
"""The paragraphs of one cell, top down; None where there is nothing to say."""


def aligned(
    stacks: Sequence[Stack],
    columns: Columns,
    *,
    role: str = "P",
    gap: float = 0.0,
    solid: bool = True,
    column: int = 0,
) -> Row | None:
    """Paragraphs set side by side, from `column` on; None where there is nothing at all."""
    cells: list[Cell] = [()] * column
    for index, stack in enumerate(stacks, column):
        width = columns.width(index)
        cells.append(tuple(Piece(p.set(width), role=role) for p in stack if p is not None))
    return Row(tuple(cells), gap, solid) if any(cells) else None


class Aside(NamedTuple):
    """The margin column of an entry: the hour, and small lines under it."""

    hour: str
    notes: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Entry:
    """Rows under a hairline, with an aside. `leading` is the grid; at least two lines tall."""

    aside: Aside
    rows: tuple[Row, ...]
    columns: Columns
    leading: float
    hour: Style
    note: Style
    continued: bool = False

    @property
    def height(self) -> float:
        """From the hairline above to the one below: rows on half lines, and one line of air."""
        rows = sum(row.height for row in self.rows)
        return self._snapped(rows) + self.leading

    def _snapped(self, height: float) -> float:
        least = max(2, 1 + len(self.aside.notes)) * self.leading
        halves = math.ceil(2 * height / self.leading - 0.01)
        return max(least, halves * self.leading / 2)

    def split(self, room: float) -> "tuple[Entry, Entry] | None":
        """The part that fits into `room`, and the rest; None where nothing can be parted well.

        The title and what follows it stay together; cells are cut at one height.
        """
        left = room - self.leading
        kept: list[Row] = []
        for index, row in enumerate(self.rows):
            if row.height <= left:
                kept.append(row)
                left -= row.height
                continue
            rest: tuple[Row, ...] = self.rows[index:]
            parts = None if row.solid else split_row(row, left)
            if parts is not None:
                kept.append(parts[0])
                rest = (parts[1], *self.rows[index + 1 :])
            elif index < LEAST_LINES:
                return None
            return self._parted(tuple(kept), rest)
        return None

    def _parted(self, kept: tuple[Row, ...], rest: tuple[Row, ...]) -> "tuple[Entry, Entry]":
        rest = (rest[0]._replace(gap=0.0), *rest[1:])
        return replace(self, rows=kept), replace(self, rows=rest, continued=True)

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the hairline at `top`: one table row of hour and language cells."""
        with document.artifact():
            page.rule(self.columns.left, top, self.columns.right, top, HAIRLINE)
        first = top + self.leading + 1.5
        with document.tag("TR"):
            with document.tag("TH", scope="Row"):
                self._draw_aside(page, first)
            for index in range(self.columns.count):
                with document.tag("TD"):
                    self._draw_column(document, page, index, first)

    def _draw_aside(self, page: Page, first: float) -> None:
        x, anchor = self.columns.edge
        hour = self.hour.but(weight=400, colour=self.note.colour) if self.continued else self.hour
        page.text(x, first, self.aside.hour, hour, anchor=anchor)
        for line, note in enumerate(self.aside.notes, 1):
            if not self.continued:
                page.text(x, first + line * self.leading, note, self.note, anchor=anchor)

    def _draw_column(self, document: Document, page: Page, index: int, first: float) -> None:
        x, y = self.columns.x(index), first
        for row in self.rows:
            if index < len(row.cells):
                draw_cell(document, page, x, y + row.gap, row.cells[index])
            y += row.height


@dataclass(frozen=True, slots=True)
class Text:
    """A row of text on its own, without hairlines; `after` is the space under it."""

    row: Row
    columns: Columns
    after: float = 0.0

    @property
    def height(self) -> float:
        """Rows and air."""
        return self.row.height + self.after

    def split(self, room: float) -> "tuple[Text, Text] | None":
        """What fits into `room`, and the rest, where the row may be parted."""
        parts = None if self.row.solid else split_row(self.row, room)
        if parts is None:
            return None
        rest = parts[1]._replace(gap=0.0)
        return replace(self, row=parts[0], after=0.0), replace(self, row=rest)

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`."""
        for index, cell in enumerate(self.row.cells):
            if cell:
                first = top + self.row.gap + 0.72 * cell[0].block.leading
                draw_cell(document, page, self.columns.x(index), first, cell)


def draw_cell(document: Document, page: Page, x: float, y: float, cell: Cell) -> float:
    """Draw blocks one under the other from baseline y; returns the baseline that follows."""
    for piece in cell:
        y += piece.gap
        with document.tag(piece.role, language=piece.block.language):
            y = page.block(x, y, piece.block)
    return y


def split_row(row: Row, room: float) -> tuple[Row, Row] | None:
    """A row cut at one height, where every cell allows it."""
    parts = [_split_cell(cell, room - row.gap) for cell in row.cells]
    if any(part is None for part in parts):
        return None
    heads, tails = zip(*(part for part in parts if part is not None), strict=True)
    if not any(heads) or not any(tails):
        return None
    return row._replace(cells=heads), row._replace(cells=tails)


def _split_cell(cell: Cell, room: float) -> tuple[Cell, Cell] | None:
    """What of a cell fits into `room`, and the rest."""
    kept: list[Piece] = []
    for index, piece in enumerate(cell):
        if piece.height <= room + 0.01:
            kept.append(piece)
            room -= piece.height
            continue
        fitting = int((room - piece.gap + 0.01) / piece.block.leading)
        rest: Cell = cell[index:]
        if fitting >= LEAST_LINES and len(piece.block.lines) - fitting >= LEAST_LINES:
            kept.append(piece._replace(block=piece.block.part(0, fitting)))
            rest = (piece._replace(block=piece.block.part(fitting), gap=0.0), *cell[index + 1 :])
        elif index < LEAST_LINES:
            return None
        return tuple(kept), (rest[0]._replace(gap=0.0), *rest[1:])
    return tuple(kept), ()
