"""Lines and blocks of lines: what a paragraph becomes and a page draws."""

from typing import NamedTuple, Self

from desktop.documents.typesetting.glyphs import Word
from desktop.documents.typesetting.style import Style


class Part(NamedTuple):
    """A shaped stretch of text in one style at one bidi level."""

    word: Word
    style: Style
    level: int = 0

    @property
    def width(self) -> float:
        """Points."""
        return self.word.width * self.style.size + self.style.tracking * self.word.count


class Line(NamedTuple):
    """One line: what it shows from left to right, its width in points, its text as written.

    The space at a line's end is drawn too, so that words stay apart where text is read aloud or
    copied; it counts in no width. `outside` is what of it stands left of the line's beginning
    (in right-to-left lines). A `bidirectional` line may not read from left to right. A hyphen
    that the break set is not in `text`.
    """

    parts: tuple[Part, ...]
    width: float
    text: str
    hyphen: bool = False
    outside: float = 0.0
    bidirectional: bool = False

    def scaled(self, by: float, leading: float) -> "Line":
        """The line `by` times as large."""
        parts = [Part(word, style.scaled(by, leading), level) for word, style, level in self.parts]
        return self._replace(parts=tuple(parts), width=self.width * by, outside=self.outside * by)


class Block(NamedTuple):
    """The lines of one paragraph in a column of `width` points.

    `overflows` says that a word was broken by force, because the column is narrower than it or
    the setting forbids its hyphen; `cramped`, that no size of a fit ladder was small enough. Both
    are noted in a proof.
    """

    lines: tuple[Line, ...]
    width: float
    leading: float
    rtl: bool
    language: str
    overflows: bool = False
    cramped: bool = False

    @property
    def height(self) -> float:
        """Number of lines times leading, in points."""
        return len(self.lines) * self.leading

    @property
    def natural(self) -> float:
        """Width of the widest line, in points."""
        return max((line.width for line in self.lines), default=0.0)

    def part(self, start: int, stop: int | None = None) -> Self:
        """Some of the lines, to continue the paragraph elsewhere."""
        return self._replace(lines=self.lines[start:stop])

    def scaled(self, by: float, leading: float) -> Self:
        """The block `by` times as large and as wide."""
        lines = tuple([line.scaled(by, leading) for line in self.lines])
        return self._replace(lines=lines, width=self.width * by, leading=leading)

    def fitting(self, room: float, least: int = 2) -> int:
        """How many lines may stand in `room` points without leaving a widow or an orphan.

        A paragraph is divided only with at least `least` lines on either side; else 0, or all.
        """
        count = len(self.lines)
        fit = min(int((room + 0.01) / self.leading), count)
        if fit == count:
            return count
        fit = min(fit, count - least)
        return fit if fit >= least else 0
