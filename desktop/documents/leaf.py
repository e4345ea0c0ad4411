"""A page of a booklet: its margins, and what stands at its foot."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.documents.tokens import FOLIO, FURNITURE
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.page import Page
from desktop.documents.wording import Wording

INNER, OUTER = mm(17), mm(14)
ASIDE = mm(16)
FOOT = mm(10)
"""The baseline of the foot above the lower edge."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The page `number` (from 1) of a book; sizes are points. `rtl` books are read from the right.

    Even pages are turned to face the odd ones that follow them.
    """

    number: int
    width: float
    height: float
    rtl: bool = False

    @property
    def inner_at_right(self) -> bool:
        """Whether the fold is at the right of the page."""
        return (self.number % 2 == 0) != self.rtl

    @property
    def left(self) -> float:
        """The left edge of the text."""
        return OUTER if self.inner_at_right else INNER

    @property
    def right(self) -> float:
        """The right edge of the text."""
        return self.width - (INNER if self.inner_at_right else OUTER)

    def columns(self, wording: Wording) -> Columns:
        """One column beside the hours, for a page in one language."""
        return Columns(self.left, self.right, ASIDE, 0, (1.0,), wording.rtl)

    def foot(self, document: Document, page: Page, wording: Wording) -> None:
        """The page number at the outer edge, the event's title over the text."""
        y, columns = self.height - FOOT, self.columns(wording)
        outer, anchor = (self.left, "left") if self.inner_at_right else (self.right, "right")
        title = wording.paragraph(wording.dossier.event.title, FURNITURE, "title")
        with document.artifact():
            page.text(outer, y, str(self.number), FOLIO, anchor=anchor)
            if title is not None:
                block = title.set(columns.width(0) - ASIDE)
                x = columns.x(0) + (ASIDE if wording.rtl else 0.0)
                page.block(x, y - block.height + block.leading, block, hang=0)


Paint = Callable[[Document, Page, Leaf], None]
"""Draws a page of a book."""
