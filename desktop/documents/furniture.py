"""Running heads and feet: what every page of a document says about itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.tokens import FOLIO, FURNITURE, HAIRLINE
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Align, Page
from desktop.documents.typesetting.style import Span
from desktop.documents.wording import Wording
from desktop.domain.localized import Localized

RUNNING_HEAD = 20.0
"""Height of a running head with the air under it, in points."""
FOLIO_ROOM = 26.0
_BASELINE = mm(9.6)
"""Last line of the foot above the lower edge of the sheet."""


@dataclass(frozen=True, slots=True)
class Foot:
    """A hairline, a text in every language and the page number under it.

    One language stands opposite the number, two at either side of it, three in their columns.
    """

    blocks: tuple[Block | None, ...]
    columns: Columns

    @staticmethod
    def of(
        texts: Sequence[Localized | str | list[Span]],
        wordings: Sequence[Wording],
        columns: Columns,
    ) -> "Foot":
        """The foot that says these texts."""
        count = len(wordings)
        whole = columns.right - columns.left
        blocks: list[Block | None] = []
        for index, (wording, text) in enumerate(zip(wordings, texts, strict=True)):
            paragraph = wording.paragraph(text, FURNITURE, "title")
            room = columns.width(index) if count > 2 else (whole - FOLIO_ROOM) / count
            blocks.append(paragraph.set(room) if paragraph is not None else None)
        return Foot(tuple(blocks), columns)

    @property
    def height(self) -> float:
        """From the sheet's lower edge to the hairline."""
        lines = max((len(block.lines) for block in self.blocks if block), default=1)
        return _BASELINE + 11.3 + (max(lines, 1) - 1) * FURNITURE.leading

    def draw(self, document: Document, page: Page) -> None:
        """Draw at the foot of the page."""
        columns, rule = self.columns, page.height - self.height
        with document.artifact():
            page.rule(columns.left, rule, columns.right, rule, HAIRLINE)
            for index, block in enumerate(self.blocks):
                if block is not None:
                    x, align = self._place(index, block)
                    page.block(x, rule + 11.3, block, align=align, hang=0)
            self._number(page, rule + 11.3)

    def _place(self, index: int, block: Block) -> tuple[float, Align]:
        """Left edge and alignment of a language's text."""
        if len(self.blocks) > 2:
            return self.columns.x(index), "start"
        at_left = (index == 0) != self.columns.rtl
        x = self.columns.left if at_left else self.columns.right - block.width
        return x, "start" if at_left != block.rtl else "end"

    def _number(self, page: Page, y: float) -> None:
        columns, text = self.columns, str(page.number)
        count = len(self.blocks)
        if count == 2:
            page.text((columns.left + columns.right) / 2, y, text, FOLIO, anchor="centre")
            return
        left = (count == 1) == columns.rtl
        page.text(
            columns.left if left else columns.right,
            y,
            text,
            FOLIO,
            anchor="left" if left else "right",
        )


@dataclass(frozen=True, slots=True)
class RunningHead:
    """A line over each column of every page but the first."""

    blocks: tuple[Block | None, ...]
    columns: Columns

    @staticmethod
    def of(
        texts: Sequence[Localized | str], wordings: Sequence[Wording], columns: Columns
    ) -> "RunningHead":
        """The running head that says these texts."""
        blocks: list[Block | None] = []
        for index, (wording, text) in enumerate(zip(wordings, texts, strict=True)):
            paragraph = wording.paragraph(text, FURNITURE, "title")
            blocks.append(paragraph and paragraph.set(columns.width(index)))
        return RunningHead(tuple(blocks), columns)

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the last baseline 7 points under `top`."""
        with document.artifact():
            for index, block in enumerate(self.blocks):
                if block is not None:
                    y = top + 7 - block.height + block.leading
                    page.block(self.columns.x(index), y, block, hang=0)
