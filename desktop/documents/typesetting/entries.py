"""Items of a programme or report: rows under a hairline with an hour beside them, or plain rows.

Everything in an entry is measured in lines of one leading, so that lines of neighbouring columns
stand level.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.rows import Row, draw_cell, split_rows
from desktop.documents.typesetting.style import Style

HAIRLINE = "#C9CED6"
DROP, DROP_IF_COMPACT = 1.5, 2.4
"""Points by which the first line stands lower, so that letters are in the middle of their row."""
LEAST_CARRIED = 4
"""Lines that an entry takes along to the next page, at least."""


class Aside(NamedTuple):
    """The margin column of an entry: the hour, and small lines under it, each in its style."""

    hour: str
    notes: tuple[str, ...]
    hour_style: Style
    note_style: Style


class Bookmark(NamedTuple):
    """An entry of the outline."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Rows under a hairline, with an aside. `leading` is the grid; at least two lines tall.

    A `compact` one may be of one line, and has half as much air.
    On a spread each page draws `only` one of the columns, with its own aside, as if it were the
    first; all keep the height of the tallest. `key` is the maker's, to find an entry again. The
    first rows, as many as `heads`, are not parted from what follows them. Where it is `parted`,
    `again` sets the row that says on the next page what goes on there.
    """

    asides: tuple[Aside, ...]
    rows: tuple[Row, ...]
    columns: Columns
    leading: float
    bookmark: Bookmark | None = None
    continued: bool = False
    parted: bool = False
    again: Callable[[], Row | None] | None = None
    only: int | None = None
    key: int = 0
    compact: bool = False
    heads: int = 1
    height: float = field(init=False)
    """From the hairline above to the one below: rows on half lines, and the air."""

    def __post_init__(self) -> None:
        least = 2 if self.compact else 4
        halves = max(least, math.ceil(2 * self._told / self.leading - 0.01))
        object.__setattr__(self, "height", halves / 2 * self.leading + self.air)

    @property
    def air(self) -> float:
        """Space over and under the rows together."""
        return self.leading / 2 if self.compact else self.leading

    @property
    def _told(self) -> float:
        return sum([row.height for row in self.rows])

    def split(self, room: float) -> "tuple[Entry, Entry] | None":
        """The part that fits into `room`, and the rest; None where nothing can be parted well."""
        most = self._told - LEAST_CARRIED * self.leading
        parts = split_rows(self.rows, min(room - self.air, most), self.heads)
        if parts is None:
            return None
        rest, again = parts[1], self.again() if self.again is not None else None
        if again is not None:
            rest = (again, rest[0]._replace(gap=self.leading / 2), *rest[1:])
        return (
            replace(self, rows=parts[0], parted=True),
            replace(self, rows=rest, continued=True, heads=1),
        )

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the hairline at `top`: one table row of hour and language cells."""
        with document.artifact():
            page.rule(self.columns.left, top, self.columns.right, top, HAIRLINE)
        if self.bookmark is not None and not self.continued:
            page.bookmark(*self.bookmark, top)
        first = top + (self.leading + self.air) / 2 + (DROP_IF_COMPACT if self.compact else DROP)
        with document.tag("TR"):
            with document.tag("TH", scope="Row"):
                self._draw_aside(page, first)
            if any(row.flows for row in self.rows):
                with document.tag("TD", span=(1, self.columns.count)):
                    self._draw_rows(document, page, first)
                return
            shown = range(self.columns.count) if self.only is None else (self.only,)
            for place, index in enumerate(shown):
                with document.tag("TD"):
                    self._draw_column(document, page, self.columns.x(place), index, first)

    def _draw_aside(self, page: Page, first: float) -> None:
        x, anchor = self.columns.edge
        hour, notes, style, quiet = self.asides[self.only or 0]
        if self.continued:
            style = style.but(weight=400, colour=quiet.colour)
        page.text(x, first, hour, style, anchor=anchor)
        for line, note in enumerate(() if self.continued else notes, 1):
            page.text(x, first + line * self.leading, note, quiet, anchor=anchor)

    def _draw_column(self, document: Document, page: Page, x: float, index: int, y: float) -> None:
        for row in self.rows:
            if index < len(row.cells):
                draw_cell(page, x, y + row.gap, row.cells[index])
            y += row.height

    def _draw_rows(self, document: Document, page: Page, y: float) -> None:
        """Row by row, as one reads a text that runs on from column to column."""
        for row in self.rows:
            for index, cell in enumerate(row.cells):
                draw_cell(page, self.columns.x(index), y + row.gap, cell)
            y += row.height


@dataclass(frozen=True, slots=True)
class Text:
    """Rows of text on their own, without hairlines; `after` is the space under them.

    On a spread each page draws `only` one of the columns, as if it were the first. The first
    rows, as many as `heads`, stay with what follows them.
    """

    rows: tuple[Row, ...]
    columns: Columns
    after: float = 0.0
    only: int | None = None
    heads: int = 1

    @property
    def height(self) -> float:
        """Rows and air."""
        return sum(row.height for row in self.rows) + self.after

    def split(self, room: float) -> "tuple[Text, Text] | None":
        """What fits into `room`, and the rest, where the text may be parted."""
        parts = split_rows(self.rows, room, self.heads)
        if parts is None:
            return None
        return replace(self, rows=parts[0], after=0.0), replace(self, rows=parts[1])

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`, language by language."""
        shown = range(self.columns.count) if self.only is None else (self.only,)
        for place, index in enumerate(shown):
            y = top
            for row in self.rows:
                if row.cells[index]:
                    closest = min([cell[0].block.leading for cell in row.cells if cell])
                    first = y + row.gap + 0.72 * closest
                    draw_cell(page, self.columns.x(place), first, row.cells[index])
                y += row.height
