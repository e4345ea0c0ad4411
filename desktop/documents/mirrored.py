"""Drawing from the edge at which reading starts: the left, or the right where `rtl`."""

from dataclasses import dataclass

from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on a piece of a page whose text area begins at (x, y) and is `width` points wide."""

    document: Document
    page: Page
    x: float
    y: float
    width: float
    rtl: bool

    def at_start(self, width: float, offset: float = 0.0) -> float:
        """The left edge of what stands `offset` points from the start."""
        return self.x + (self.width - offset - width if self.rtl else offset)

    def at_end(self, width: float) -> float:
        """The left edge of what stands at the end."""
        return self.at_start(width, self.width - width)

    def block(self, y: float, block: Block, offset: float = 0.0) -> float:
        """Draw lines flush with the start, the first on the baseline y; returns the next one."""
        align = "start" if block.rtl == self.rtl else "end"
        x = self.at_start(block.width, offset)
        with self.document.tag("P", language=block.language):
            return self.page.block(x, self.y + y, block, align=align, hang=0) - self.y

    def start(self, y: float, text: Paragraph) -> None:
        """Draw one line at the start."""
        self._line(y, text, self.at_start(0.0), at_right=self.rtl)

    def end(self, y: float, text: Paragraph) -> None:
        """Draw one line at the end."""
        self._line(y, text, self.at_end(0.0), at_right=not self.rtl)

    def _line(self, y: float, text: Paragraph, x: float, *, at_right: bool) -> None:
        anchor = "right" if at_right else "left"
        with self.document.tag("P", language=text.language):
            self.page.line(x, self.y + y, text.single(), text.language, anchor=anchor)
