"""What stands side by side: rows of cells that start at one height, and how they are parted.

A row is as tall as its tallest cell. Where it has to be broken over two pages, all its cells are
cut at one height.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Align, Page
from desktop.documents.typesetting.paragraph import Paragraph

LEAST_LINES = 2
"""A broken paragraph leaves and takes along at least two lines."""
_SLIP = 0.01


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
    return sum([gap + len(block.lines) * block.leading for block, gap, _ in cell])


class Row(NamedTuple):
    """Cells that start at one height, `gap` under what is above; a `solid` row is not parted.

    `flows` says that the cells are columns of one text, of even height.
    """

    cells: tuple[Cell, ...]
    gap: float = 0.0
    solid: bool = True
    flows: bool = False

    @property
    def height(self) -> float:
        """Gap and tallest cell."""
        return self.gap + max(map(cell_height, self.cells), default=0.0)


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


def flowing(text: Cell, count: int, gap: float = 0.0) -> Row:
    """One text in so many columns of even height."""
    return Row(_balanced(text, count), gap, solid=False, flows=True)


def draw_cell(page: Page, x: float, y: float, cell: Cell, rtl: bool | None = None) -> float:
    """Draw blocks one under the other from baseline y; returns the baseline that follows.

    Each starts at its own side, unless `rtl` says at which side all of them do.
    """
    for piece in cell:
        y += piece.gap
        turned = rtl is not None and rtl != piece.block.rtl
        align: Align = "end" if turned else "start"
        y = page.block(x, y, piece.block, align=align, role=piece.role)
    return y


def split_rows(
    rows: tuple[Row, ...], room: float, heads: int = 1
) -> tuple[tuple[Row, ...], tuple[Row, ...]] | None:
    """Rows that fit into `room`, and the rest; None where nothing can be parted well.

    The first rows, as many as `heads`, stay with what follows them.
    """
    for index, row in enumerate(rows):
        if row.height <= room + _SLIP:
            room -= row.height
            continue
        parts = None if row.solid else split_row(row, room)
        if parts is not None:
            return (*rows[:index], parts[0]), (parts[1], *rows[index + 1 :])
        if index <= heads:
            return None
        return rows[:index], (row._replace(gap=0.0), *rows[index + 1 :])
    return None


def split_row(row: Row, room: float) -> tuple[Row, Row] | None:
    """A row cut at one height, where every cell leaves something above the cut."""
    room -= row.gap
    if row.flows:
        return _split_flow(row, room)
    parts = [_split_cell(cell, room) for cell in row.cells]
    if any(part is None for part in parts):
        return None
    heads, tails = zip(*(part for part in parts if part is not None), strict=True)
    if any(cell and not head for cell, head in zip(row.cells, heads, strict=True)) or not any(
        tails
    ):
        return None
    return row._replace(cells=heads), row._replace(cells=tails, gap=0.0)


def _split_flow(row: Row, room: float) -> tuple[Row, Row] | None:
    cells, rest = _filled(tuple(chain(*row.cells)), room, len(row.cells))
    if not cells[0] or not rest:
        return None
    tail = row._replace(cells=_balanced(rest, len(row.cells)), gap=0.0)
    return row._replace(cells=cells), tail


def _filled(text: Cell, room: float, count: int) -> tuple[tuple[Cell, ...], Cell]:
    """So many cells of a height filled with a text, and what is left of it."""
    cells: list[Cell] = []
    for _ in range(count):
        head, text = _split_cell(text, room) or ((), text)
        cells.append(head)
    return tuple(cells), text


def _balanced(text: Cell, count: int) -> tuple[Cell, ...]:
    """A text in cells as low as they can be."""
    step = min((piece.block.leading for piece in text), default=1.0) / 2
    room = cell_height(text) / count
    cells, rest = _filled(text, room, count)
    while rest:
        room += step
        cells, rest = _filled(text, room, count)
    return cells


def _split_cell(cell: Cell, room: float) -> tuple[Cell, Cell] | None:
    """What of a cell fits into `room`, and the rest; the first two pieces stay together."""
    kept: list[Piece] = []
    for index, piece in enumerate(cell):
        if piece.height <= room + _SLIP:
            kept.append(piece)
            room -= piece.height
            continue
        fitting = int((room - piece.gap + _SLIP) / piece.block.leading)
        fitting = min(fitting, len(piece.block.lines) - LEAST_LINES)
        rest: Cell = cell[index:]
        if fitting >= LEAST_LINES:
            kept.append(piece._replace(block=piece.block.part(0, fitting)))
            rest = (piece._replace(block=piece.block.part(fitting), gap=0.0), *cell[index + 1 :])
        elif index < LEAST_LINES and len(cell) > 1 and cell[0].role != "P":
            return None
        return tuple(kept), (rest[0]._replace(gap=0.0), *rest[1:])
    return tuple(kept), ()
