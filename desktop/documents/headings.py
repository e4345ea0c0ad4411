"""Headings of days and rooms, the heads of columns, and headings that go on on the next page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Self

from desktop.documents.tokens import GREY, NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.localized import Localized

Rank = Literal["day", "room", "continued"]

DAY = Style("serif", 600, size=13, leading=16, colour=NAVY)
ROOM = Style("sans", 600, size=10, leading=13, colour=NAVY)
CONTINUED = Style("sans", 400, size=8, leading=11, colour=GREY)
COLUMN = Style("sans", 600, size=7.4, leading=9, colour=GREY)

_LOOKS = {"day": (DAY, 6.0, 19.0), "room": (ROOM, 12.0, 11.0), "continued": (CONTINUED, 0.0, 9.0)}
"""Style, air above, first baseline under that air."""
_BELOW = {"day": 8.0, "room": 6.0, "continued": 5.0}
_ROLES = {"day": "H2", "room": "H2", "continued": ""}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in every language, each over its column; one language runs over all columns."""

    rank: Rank
    blocks: tuple[Block, ...]
    columns: Columns
    title: str
    level: int = 0

    @staticmethod
    def of(
        rank: Rank,
        texts: Sequence[Localized | str],
        wordings: Sequence[Wording],
        columns: Columns,
        level: int = 0,
    ) -> "Heading":
        """The heading of a text for each language."""
        style = _LOOKS[rank][0]
        alone = len(wordings) == 1
        blocks: list[Block] = []
        for index, (wording, text) in enumerate(zip(wordings, texts, strict=True)):
            paragraph = wording.paragraph(text, style, "title")
            width = columns.right - columns.left if alone else columns.width(index)
            if paragraph is not None:
                blocks.append(paragraph.set(width))
        first = texts[0]
        title = first if isinstance(first, str) else wordings[0].plain(first)
        return Heading(rank, tuple(blocks), columns, title, level)

    @property
    def height(self) -> float:
        """Air, lines and the space before the first slot."""
        _, above, first = _LOOKS[self.rank]
        tall = max((block.height - block.leading for block in self.blocks), default=0.0)
        return above + first + tall + _BELOW[self.rank]

    def split(self, room: float) -> tuple[Self, Self] | None:
        """A heading is never parted."""
        return None

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`; days stand under a navy rule."""
        _, above, first = _LOOKS[self.rank]
        columns = self.columns
        if self.rank == "day":
            with document.artifact():
                page.rule(columns.left, top + above, columns.right, top + above, NAVY, 0.8)
        if self.title and self.rank != "continued":
            page.bookmark(self.title, self.level, top + above)
        for index, block in enumerate(self.blocks):
            x = self._x(index, block)
            context = (
                document.tag(_ROLES[self.rank], language=block.language)
                if _ROLES[self.rank]
                else document.artifact()
            )
            with context:
                page.block(x, top + above + first, block)

    def _x(self, index: int, block: Block) -> float:
        """Over its column; one that stands alone begins at the edge of the page's text."""
        if len(self.blocks) > 1:
            return self.columns.x(index)
        return self.columns.right - block.width if self.columns.rtl else self.columns.left


@dataclass(frozen=True, slots=True)
class ColumnHeads:
    """The word "Programme" over each column, as the table's head row."""

    wordings: Sequence[Wording]
    columns: Columns
    height: float = 12.0

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Never parted."""
        return None

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`."""
        with document.tag("TR"):
            for index, wording in enumerate(self.wordings):
                text = wording.words.text("Programme").upper()
                paragraph = wording.paragraph(text, COLUMN, "plain")
                if paragraph is not None:
                    with document.tag("TH", scope="Column", language=wording.language):
                        page.block(
                            self.columns.x(index),
                            top + 6,
                            paragraph.set(self.columns.width(index)),
                        )
