"""Rows that follow one another are one table to a screen reader, over pages too."""

from collections.abc import Sequence
from contextlib import ExitStack
from itertools import zip_longest

from desktop.documents.headings import ColumnHeads, Heading
from desktop.documents.tokens import HAIRLINE
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.entries import Entry
from desktop.documents.typesetting.frames import Placed
from desktop.documents.typesetting.page import Page


class Tables:
    """Draws the items of a page; opens a table before a row and closes it before anything else."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._open, self._kind = ExitStack(), ""

    def draw(self, page: Page, placed: Sequence[Placed], top: float) -> None:
        """Draw what stands on a page whose frame begins at `top`."""
        for (item, offset), following in zip_longest(placed, placed[1:]):
            self._enter(_kind(item, self._kind))
            item.draw(self._document, page, top + offset)
            if isinstance(item, Entry) and not (item.parted or _is_ruled(following)):
                self._rule(page, item, top + offset + item.height)

    def close(self) -> None:
        """End the table that is open, if any."""
        self._enter("")

    def _enter(self, kind: str) -> None:
        if kind != self._kind:
            self._open.close()
            if kind:
                self._open.enter_context(self._document.tag("Table"))
            self._kind = kind

    def _rule(self, page: Page, entry: Entry, y: float) -> None:
        """The hairline under the last entry; one that goes on on the next page has none."""
        with self._document.artifact():
            page.rule(entry.columns.left, y, entry.columns.right, y, HAIRLINE)


def _is_ruled(placed: Placed | None) -> bool:
    """Whether what follows begins with a rule of its own."""
    item = placed.item if placed is not None else None
    return isinstance(item, Entry) or (isinstance(item, Heading) and item.rank == "day")


def _kind(item: object, before: str) -> str:
    """Which table an item belongs to; a heading that goes on interrupts none."""
    if isinstance(item, Entry | ColumnHeads):
        return "programme"
    if table := getattr(item, "table", ""):  # a row of the annex, which few documents load
        return table
    return before if isinstance(item, Heading) and item.rank == "continued" else ""
