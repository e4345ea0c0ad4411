"""Where languages stand side by side. All lengths are points."""

from dataclasses import dataclass

from desktop.documents.typesetting.page import Anchor


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
