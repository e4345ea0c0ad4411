"""Many equal pieces on a sheet of paper, to be cut, folded or peeled off. All in points."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, Self

from desktop.documents.tokens import GREY
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.page import Page
from desktop.domain.errors import CannotPrint

MARK, AWAY = mm(4), mm(2.4)
"""Length of a mark, and how far it stays from what is cut."""
EDGE = mm(5)
"""Length of a mark at the edge of a sheet that the cells fill."""
HAIR = 0.3
DASH = (1.6, 1.4)
_SLIP = 0.05

Stretch = tuple[float, float]


class Cell(NamedTuple):
    """A piece: its top left corner on the sheet, and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns and rows of cells on paper of `width` by `height`.

    `left` and `top` are the margins before the first cell; `across` and `down` (the pitch) lead
    from the edge of one cell to the same edge of the next. From the right where `rtl`.
    """

    width: float
    height: float
    columns: int
    rows: int
    cell_width: float
    cell_height: float
    left: float
    top: float
    across: float
    down: float
    rtl: bool = False

    @staticmethod
    def centred(
        size: tuple[float, float],
        cell: tuple[float, float],
        *,
        gap: float = 0.0,
        most: tuple[int, int] = (99, 99),
        margin: float = 0.0,
    ) -> "Sheet":
        """As many cells as the paper holds with a margin, at most `most` columns and rows."""
        columns, rows = (
            min(limit, int((paper - 2 * margin + gap + _SLIP) // (side + gap)))
            for paper, side, limit in zip(size, cell, most, strict=True)
        )
        if not (columns and rows):
            raise CannotPrint("The paper is too small for this format; choose a larger one.")
        (width, height), (wide, tall) = size, cell
        across, down = wide + gap, tall + gap
        left = (width - columns * across + gap) / 2
        top = (height - rows * down + gap) / 2
        return Sheet(width, height, columns, rows, wide, tall, left, top, across, down)

    @property
    def count(self) -> int:
        """Cells of a sheet."""
        return self.columns * self.rows

    def cell(self, index: int, *, back: bool = False) -> Cell:
        """The cell of a number from 0, row by row; `back` is the one behind it.

        Printers turn a sheet about its upright edge: what lies left in front lies right behind.
        """
        row, column = divmod(index % self.count, self.columns)
        if self.rtl:
            column = self.columns - 1 - column
        x, y = self.left + column * self.across, self.top + row * self.down
        if back:
            x = self.width - x - self.cell_width
        return Cell(x, y, self.cell_width, self.cell_height)

    def filled(self, *, rtl: bool) -> Self:
        """The same sheet, filled from the right where `rtl`."""
        return replace(self, rtl=rtl)


def cut_marks(document: Document, page: Page, sheet: Sheet) -> None:
    """Solid hairlines that lead the knife: between the cells, where they touch on the edges."""
    columns, rows = _columns(sheet), _rows(sheet)
    with document.artifact():
        for x in _cuts(columns, sheet.width):
            for start, end in _free(rows, sheet.height):
                page.rule(x, start, x, end, GREY, HAIR)
        for y in _cuts(rows, sheet.height):
            for start, end in _free(columns, sheet.width):
                page.rule(start, y, end, y, GREY, HAIR)


def fold_marks(document: Document, page: Page, sheet: Sheet, *, down: float) -> None:
    """Dashed hairlines beside each row, `down` points under its upper edge."""
    with document.artifact():
        for top, _ in _rows(sheet):
            for start, end in _free(_columns(sheet), sheet.width):
                page.rule(start, top + down, end, top + down, GREY, HAIR, DASH)


def _columns(sheet: Sheet) -> list[Stretch]:
    starts = [sheet.left + at * sheet.across for at in range(sheet.columns)]
    return [(start, start + sheet.cell_width) for start in starts]


def _rows(sheet: Sheet) -> list[Stretch]:
    starts = [sheet.top + at * sheet.down for at in range(sheet.rows)]
    return [(start, start + sheet.cell_height) for start in starts]


def _cuts(stretches: list[Stretch], paper: float) -> list[float]:
    """Where to cut: every edge once, but not the paper's own."""
    edges = {round(edge, 2) for stretch in stretches for edge in stretch}
    return sorted(edge for edge in edges if _SLIP < edge < paper - _SLIP)


def _free(stretches: list[Stretch], paper: float) -> Iterator[Stretch]:
    """Where a mark may stand along a cut: off the cells where there is room, else on them."""
    first, last = stretches[0][0], stretches[-1][1]
    yield (max(0.0, first - AWAY - MARK), first - AWAY) if first > 2 * AWAY else (0.0, EDGE)
    for (_, end), (start, _) in pairwise(stretches):
        if start - end > 3 * AWAY:
            yield end + AWAY, start - AWAY
        elif start - end < _SLIP:
            yield end - AWAY, start + AWAY
    if paper - last > 2 * AWAY:
        yield last + AWAY, min(paper, last + AWAY + MARK)
    else:
        yield paper - EDGE, paper
