"""Paragraphs: text in, lines out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.documents.typesetting import bidi, breaking, pieces
from desktop.documents.typesetting.lines import Block, Line, Part
from desktop.documents.typesetting.manuscript import Manuscript, clean
from desktop.documents.typesetting.pieces import Box, Piece, Setting
from desktop.documents.typesetting.style import Span, Style

__all__ = ["Block", "Fitted", "Line", "Paragraph", "Setting", "fit"]

_LOOSE = 0.15  # white of a line, as a share of the width, from which hyphens are worth a look
_SLIP = 0.01


class Paragraph:
    """Text that is set in lines of any width.

    setting: "body" (ragged, hyphenated), "plain" (ragged, not hyphenated), "title" (fewest lines,
    then balanced, not hyphenated), "name" (a title that breaks first at `seams`, offsets in the
    text such as the one between given and family names, then at spaces, last at hyphens).
    A newline in the text ends a line in every setting. The base direction is that of the first
    style's language unless `rtl` says otherwise.
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
        spans = [Span(text, style or Style())] if isinstance(text, str) else list(text)
        self.style = spans[0].style if spans else style or Style()
        self.language, self.leading = self.style.language, self.style.leading
        self.setting: Setting = setting
        self.seams = tuple(seams)
        self.rtl = bidi.is_rtl(self.language) if rtl is None else rtl
        self._manuscript = Manuscript(
            tuple([Span(clean(part), look) for part, look in spans]), rtl=self.rtl
        )
        self._boxes: list[Box] | None = None

    @property
    def text(self) -> str:
        """What is written, in logical order."""
        return self._manuscript.text

    def at(self, size: float, leading: float) -> "Paragraph":
        """The same text with its first style at `size` points, the others in proportion."""
        factor = size / self.style.size
        spans = [
            Span(
                text,
                style.but(
                    size=style.size * factor, leading=leading, tracking=style.tracking * factor
                ),
            )
            for text, style in self._manuscript.spans
        ]
        return Paragraph(spans, setting=self.setting, seams=self.seams, rtl=self.rtl)

    def single(self) -> Line:
        """All of the text on one line, however long; newlines count as spaces."""
        stop = len(self.text.rstrip(" \n"))
        return self._line(self._manuscript.parts(0, stop), self.text, 0.0)

    def set(self, width: float) -> Block:
        """The lines in a column of `width` points."""
        if self._boxes is None:
            self._boxes = list(pieces.boxes(self._manuscript, self.setting, self.seams))
        lines: list[Line] = []
        overflows = False
        for boxes in _stanzas(self._boxes):
            found, forced = self._cut_to(width, boxes)
            lines.extend(self._set(found, width))
            overflows |= forced
        return Block(tuple(lines), width, self.leading, self.rtl, self.language, overflows)

    def _cut_to(self, width: float, boxes: list[Box]) -> tuple[list[Piece], bool]:
        """The boxes, those that are wider than the column in pieces; whether that was by force."""
        found: list[Piece] = []
        forced = False
        for box in boxes:
            if box.item.width + box.item.trailing <= width + _SLIP:
                found.append(pieces.whole(box))
                continue
            price = pieces.COSTS[self.setting].hyphen
            parts = pieces.hyphenated(self._manuscript, box, price)
            forced |= self.setting != "body"
            for piece in parts:
                if piece.item.width + piece.item.trailing <= width + _SLIP:
                    found.append(piece)
                else:
                    found.extend(pieces.cut(self._manuscript, piece, width))
                    forced = True
        return found, forced

    def _set(self, found: list[Piece], width: float) -> Iterator[Line]:
        prices = breaking.BODY if self.setting in ("body", "plain") else breaking.TITLE
        ends = breaking.breaks([piece.item for piece in found], width, prices)
        if self.setting == "body" and _loose(found, ends, width):
            found = [part for piece in found for part in self._hyphenated(piece)]
            ends = breaking.breaks([piece.item for piece in found], width, prices)
        start = 0
        for end in ends:
            yield self._assemble(found[start:end])
            start = end

    def _hyphenated(self, piece: Piece) -> list[Piece]:
        if piece.end - piece.start != piece.box.end - piece.box.start:
            return [piece]
        return pieces.hyphenated(self._manuscript, piece.box, pieces.COSTS["body"].hyphen)

    def _assemble(self, found: list[Piece]) -> Line:
        parts: list[Part] = []
        start, last = found[0].start, found[-1]
        for piece, following in pairwise(found):
            if following.box is piece.box:
                continue
            whole = start == piece.box.start
            parts.extend(piece.box.parts if whole else self._manuscript.parts(start, piece.end))
            start = following.start
        text, item = self.text[found[0].start : last.end], last.item
        if item.hyphen:
            stop = min(last.end, last.box.stop)
            parts.extend(self._manuscript.parts(start, stop, hyphen=True))
            return self._line(parts, text, 0.0, hyphen=True)
        parts.extend(self._manuscript.last(start, min(last.box.stop, last.end), last.end))
        return self._line(parts, text, -item.trailing)

    def _line(self, parts: list[Part], text: str, space: float, *, hyphen: bool = False) -> Line:
        width = sum([part.width for part in parts]) - space
        if parts and not space:
            width -= parts[-1].style.tracking
        if not self._manuscript.bidirectional:
            return Line(tuple(parts), width, text, hyphen)
        parts = bidi.visual_order(parts, [part.level for part in parts])
        return Line(tuple(parts), width, text, hyphen, space if self.rtl else 0.0)


def _stanzas(boxes: list[Box]) -> Iterator[list[Box]]:
    """The boxes between newlines."""
    start = 0
    for at, box in enumerate(boxes, 1):
        if box.ends_line or at == len(boxes):
            yield boxes[start:at]
            start = at


def _loose(found: list[Piece], ends: list[int], width: float) -> bool:
    """Whether a line leaves so much white that a hyphen may be the lesser evil."""
    start = 0
    for end in ends[:-1]:
        last = found[end - 1].item
        used = sum([piece.item.width for piece in found[start:end]]) + last.trailing
        if used < width * (1 - _LOOSE):
            return True
        start = end
    return False


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
    lines: int | Callable[[float], int] | None = None,
    height: float | None = None,
    leading: float = 1.2,
) -> Fitted:
    """The largest size of the ladder at which every paragraph keeps to lines, width and height.

    Paragraphs that stand together share the size; `lines` may depend on it; `height` is of each
    block; `leading` is a multiple of the size, rounded to half points. Nothing is ever cut: where
    the smallest size does not fit either, it takes as many lines as it needs and `fits` is False,
    which preflight reports.
    """
    fitted = Fitted((), 0.0, fits=not paragraphs)
    for size in sizes:
        most = lines(size) if callable(lines) else lines
        blocks = [p.at(size, round(size * leading * 2) / 2).set(width) for p in paragraphs]
        fits = all(_fits(block, most, height) for block in blocks)
        fitted = Fitted(tuple(blocks), size, fits)
        if fits:
            break
    return fitted


def _fits(block: Block, lines: int | None, height: float | None) -> bool:
    return (
        not block.overflows
        and (lines is None or len(block.lines) <= lines)
        and (height is None or block.height <= height + _SLIP)
    )
