"""Paragraphs: text in, lines out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import icu

from desktop.documents.typesetting import bidi, shaping
from desktop.documents.typesetting.breaking import BODY, TITLE
from desktop.documents.typesetting.shaping import Word, utf16_offsets
from desktop.documents.typesetting.style import Span, Style

Setting = Literal["body", "title", "name", "plain"]


class Part(NamedTuple):
    """A shaped stretch of a line in one style and direction."""

    word: Word
    style: Style
    level: int


class Line(NamedTuple):
    """One line: its parts in visual order, width in points, text in logical order."""

    parts: tuple[Part, ...]
    width: float
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one paragraph set to a width (points).

    `overflows` says that a word had to be broken by force to fit (preflight reports it).
    """

    lines: tuple[Line, ...]
    width: float
    leading: float
    rtl: bool
    language: str
    overflows: bool = False

    @property
    def height(self) -> float:
        """Number of lines times leading."""
        return len(self.lines) * self.leading

    @property
    def natural(self) -> float:
        """Width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)

    def part(self, start: int, stop: int | None = None) -> "Block":
        """Some of the lines, to continue a paragraph on another page."""
        return Block(
            self.lines[start:stop],
            self.width,
            self.leading,
            self.rtl,
            self.language,
            self.overflows,
        )


class Box(NamedTuple):
    parts: tuple[Part, ...]
    width: float
    space: float
    text: str
    forced: bool


def _width(word: Word, style: Style) -> float:
    return word.width * style.size + style.tracking * word.clusters


class Paragraph:
    """Text that is set in lines of any width.

    setting: "body" (ragged, hyphenated), "plain" (ragged, never hyphenated), "title" (fewest
    lines, then balanced, never hyphenated), "name" (a title that breaks first at `seams`,
    offsets in the text such as the one between given and family names).
    A newline in the text always ends a line.
    """

    def __init__(
        self,
        text: str | Iterable[Span],
        style: Style | None = None,
        *,
        setting: Setting = "body",
        seams: Sequence[int] = (),
        rtl: bool | None = None,
    ) -> None:
        if isinstance(text, str):
            spans: tuple[Span, ...] = (Span(text, style or Style()),)
        else:
            spans = tuple(text)
        self.spans, self.setting, self.seams = spans, setting, tuple(seams)
        self.text = "".join(span.text for span in spans)
        self.style = spans[0].style if spans else style or Style()
        self.language, self.leading = self.style.language, self.style.leading
        self.rtl = bidi.is_rtl(self.language) if rtl is None else rtl
        self._boxes: list[Box] | None = None

    def at(self, size: float, leading: float) -> "Paragraph":
        """The same paragraph with its first style at another size, the others in proportion."""
        factor = size / self.style.size
        spans = [
            Span(text, style.but(size=style.size * factor, leading=leading))
            for text, style in self.spans
        ]
        return Paragraph(spans, setting=self.setting, seams=self.seams, rtl=self.rtl)

    @property
    def natural(self) -> float:
        """Width of the text on one line (of the widest of its forced lines), in points."""
        return max((line.width for line in self.set(1e6).lines), default=0.0)

    def set(self, width: float) -> Block:
        """The lines at a width in points."""
        lines: list[Line] = []
        overflows = False
        current: list[Box] = []
        used = 0.0
        for box in self.boxes():
            if current and used + box.width > width + 0.01:
                lines.append(self._line(current))
                current = []
                used = 0.0
            overflows |= box.width > width + 0.01
            current.append(box)
            used += box.width + box.space
            if box.forced:
                lines.append(self._line(current))
                current = []
                used = 0.0
        if current:
            lines.append(self._line(current))
        return Block(tuple(lines), width, self.leading, self.rtl, self.language, overflows)

    def _line(self, boxes: list[Box]) -> Line:
        parts = [part for box in boxes for part in box.parts]
        while parts and parts[-1].word.text.isspace():
            parts.pop()
        width = sum(_width(part.word, part.style) for part in parts)
        text = "".join(box.text for box in boxes)
        if any(part.level for part in parts):
            parts = bidi.visual_order(parts, [part.level for part in parts])
        return Line(tuple(parts), width, text)

    def boxes(self) -> list[Box]:
        """The unbreakable pieces, with the space after each."""
        if self._boxes is None:
            self._boxes = list(self._cut())
        return self._boxes

    def _cut(self) -> Iterator[Box]:
        levels = bidi.levels(self.text, rtl=self.rtl)
        breaker = icu.BreakIterator.createLineInstance(icu.Locale(self.language))
        breaker.setText(self.text)
        at = utf16_offsets(self.text)
        start = 0
        for stop in breaker:
            end = at[stop]
            raw = self.text[start:end]
            parts = list(self._parts(start, end, levels))
            solid = [p for p in parts if not p.word.text.isspace()]
            spaces = [p for p in parts if p.word.text.isspace()]
            yield Box(
                tuple(parts),
                sum(_width(p.word, p.style) for p in solid),
                sum(_width(p.word, p.style) for p in spaces),
                raw,
                raw.endswith("\n"),
            )
            start = end

    def _parts(self, start: int, end: int, levels: bytes | None) -> Iterator[Part]:
        offset = 0
        for span in self.spans:
            a, b = max(start, offset), min(end, offset + len(span.text))
            offset += len(span.text)
            if a >= b:
                continue
            look = shaping.look(span.style)
            for match in re.finditer(r"[ \n]+|[^ \n]+", self.text[a:b]):
                i, j = a + match.start(), a + match.end()
                while i < j:
                    k = i + 1
                    while k < j and (levels is None or levels[k] == levels[i]):
                        k += 1
                    level = levels[i] if levels else 0
                    text = self.text[i:k].replace("\n", "")
                    if text:
                        yield Part(look.word(text, rtl=bool(level % 2)), span.style, level)
                    i = k


@dataclass(frozen=True, slots=True)
class Fitted:
    """What the fit ladder found: blocks of one size, and whether they really fit."""

    blocks: tuple[Block, ...]
    size: float
    fits: bool


def fit(
    paragraphs: Sequence[Paragraph],
    width: float,
    sizes: Sequence[float],
    *,
    lines: int | None = None,
    height: float | None = None,
    leading: float = 1.2,
) -> Fitted:
    """The largest size of the ladder at which every paragraph keeps to lines, width and height.

    Paragraphs that stand together share the size. Nothing is cut: where the smallest size does
    not fit either, it is set with as many lines as it takes, and `fits` is False (preflight).
    `leading` is a multiple of the size, rounded to half points.
    """
    fitted = Fitted((), 0.0, fits=False)
    for size in sizes:
        blocks = tuple(p.at(size, round(size * leading * 2) / 2).set(width) for p in paragraphs)
        fits = not any(
            b.overflows or (lines and len(b.lines) > lines) or (height and b.height > height)
            for b in blocks
        )
        fitted = Fitted(blocks, size, fits)
        if fits:
            break
    return fitted
