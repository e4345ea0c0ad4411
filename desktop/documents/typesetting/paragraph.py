"""Paragraphs: text in, lines out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from itertools import chain, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from desktop.documents.typesetting import bidi, breaking, making, pieces, shaping
from desktop.documents.typesetting.lines import Block, Line, Part
from desktop.documents.typesetting.manuscript import Manuscript, clean
from desktop.documents.typesetting.pieces import Piece, Setting
from desktop.documents.typesetting.style import Span, Style

__all__ = ["Block", "Fitted", "Line", "Paragraph", "Setting", "fit"]

TALL = 1.45
"""The least leading of Arabic letters, a multiple of their size: they reach far below a line."""
_SLIP = 0.01
_NARROWEST = 2.5
"""Characters an em, beyond which a text hardly stands on one line."""


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
        given = [Span(text, style or Style())] if isinstance(text, str) else text
        spans = tuple([Span(clean(part), making.dressed(look)) for part, look in given])
        self.style = spans[0].style if spans else style or Style()
        self.language, self.leading = self.style.language, self.style.leading
        self.setting: Setting = setting
        self.seams = tuple(seams)
        self.rtl = bidi.is_rtl(self.language) if rtl is None else rtl
        self._manuscript = Manuscript(spans, rtl=self.rtl)
        self._boxes: list[Piece] | None = None
        self._line: Line | None = None
        self._model: Paragraph | None = None  # what is set instead, and comes out larger by this
        self._by = 1.0

    @property
    def text(self) -> str:
        """What is written, in logical order."""
        return self._manuscript.text

    @property
    def tall(self) -> bool:
        """Whether Arabic letters stand in it."""
        return self._manuscript.bidirectional and bidi.has_arabic(self.text)

    def at(self, size: float, leading: float) -> "Paragraph":
        """The same text with its first style at `size` points, the others in proportion."""
        if (size, leading) == (self.style.size, self.leading):
            return self
        other = copy(self)
        other._line = None
        other._model = self._model or self
        other._by = self._by * size / self.style.size
        other.style = other._model.style.scaled(other._by, leading)
        other.leading = leading
        return other

    def single(self) -> Line:
        """All of the text on one line, however long; newlines count as spaces."""
        if self._line is None:
            self._line = self._on_one_line()
        return self._line

    def _on_one_line(self) -> Line:
        if self._model is not None:
            return self._model.single().scaled(self._by, self.leading)
        parts = self._manuscript.words(0, len(self.text.rstrip(" \n")))
        tracking = parts[-1].style.tracking if parts else 0.0
        return self._shown(parts, self.text, sum([part.width for part in parts]) - tracking)

    def set(self, width: float) -> Block:
        """The lines in a column of `width` points."""
        if self._model is not None:
            return self._model.set(width / self._by).scaled(self._by, self.leading)
        line = self._only_line(width)
        lines, overflows = ([line], False) if line else self._lines(width)
        return Block(tuple(lines), width, self.leading, self.rtl, self.language, overflows)

    def _only_line(self, width: float) -> Line | None:
        """All of the text, where one line is enough and that is seen at a glance."""
        text = self.text
        if len(text) * self.style.size > width * _NARROWEST or "\n" in text or text[-1:] == " ":
            return None
        line = self.single()
        return line if line.parts and line.width <= width else None

    def _lines(self, width: float) -> tuple[list[Line], bool]:
        """The lines, and whether a word was broken by force."""
        if self._boxes is None:
            self._boxes = pieces.boxes(self._manuscript, self.setting, self.seams)
        lines: list[Line] = []
        overflows = False
        for boxes in _stanzas(self._boxes, self.text):
            if max([box.width + box.trailing for box in boxes]) > width + _SLIP:
                boxes, forced = self._cut_to(width, boxes)
                overflows |= forced
            lines.extend(self._set(boxes, width))
        return lines, overflows

    def _cut_to(self, width: float, boxes: list[Piece]) -> tuple[list[Piece], bool]:
        """The boxes, those that are wider than the column in pieces; whether that was by force."""

        def fits(piece: Piece) -> bool:
            return piece.width + piece.trailing <= width + _SLIP

        found: list[Piece] = []
        forced = False
        parted = ([box] if fits(box) else pieces.unbound(self._manuscript, box) for box in boxes)
        for box in chain.from_iterable(parted):
            if fits(box):
                found.append(box)
                continue
            price = pieces.COSTS[self.setting].hyphen
            fragments = pieces.hyphenated(self._manuscript, box, price)
            hyphens_do = all(map(fits, fragments))
            forced |= not hyphens_do or self.setting != "body"
            found += fragments if hyphens_do else pieces.cut(self._manuscript, box, width)
        return found, forced

    def _set(self, found: list[Piece], width: float) -> Iterator[Line]:
        """Lines without a hyphen, where none of them is left loose; else with hyphens."""
        prices = breaking.BODY if self.setting in ("body", "plain") else breaking.TITLE
        ends = breaking.breaks(found, width, prices)
        if self.setting == "body" and breaking.is_loose(found, ends, width):
            price = pieces.COSTS["body"].hyphen
            found = [part for piece in found for part in self._hyphenated(piece, price)]
            ends = breaking.breaks(found, width, prices)
        for start, end in pairwise([0, *ends]):
            yield self._assemble(found[start:end])

    def _hyphenated(self, piece: Piece, price: float) -> list[Piece]:
        whole = piece.parts is not None
        return pieces.hyphenated(self._manuscript, piece, price) if whole else [piece]

    def _assemble(self, found: list[Piece]) -> Line:
        parts: list[Part] = []
        start, last = found[0].start, found[-1]
        for piece in found:
            if piece is last:
                break
            if piece.parts is not None:
                parts += piece.parts
                start = piece.end
            elif piece.whole is not None and piece.end == piece.whole.end:
                parts += self._manuscript.parts(start, piece.end)
                start = piece.end
        if last.hyphen:
            parts += self._manuscript.parts(start, last.stop, hyphen=True)
        elif last.parts is not None and not self._manuscript.bidirectional:
            parts += last.parts
        else:
            parts += self._manuscript.last(start, last.stop, last.end)
        text = self.text[found[0].start : last.end]
        width = sum([piece.width for piece in found]) + last.trailing
        return self._shown(parts, text, width, hyphen=last.hyphen)

    def _shown(self, parts: list[Part], text: str, width: float, *, hyphen: bool = False) -> Line:
        if self._manuscript.tracked:
            parts = list(_joined(parts))
        if not self._manuscript.bidirectional:
            return Line(tuple(parts), width, text, hyphen)
        outside = sum([part.width for part in parts]) - width if self.rtl else 0.0
        parts = bidi.visual_order(parts, [part.level for part in parts])
        return Line(tuple(parts), width, text, hyphen, outside, bidirectional=True)


def _joined(parts: list[Part]) -> Iterator[Part]:
    """Words of one style as one, because spaced letters are read as one text (`ink`)."""
    for (style, level), group in groupby(parts, key=itemgetter(1, 2)):
        text = "".join([part.word.text for part in group])
        yield Part(shaping.look(style).word(text, rtl=bool(level % 2)), style, level)


def _stanzas(boxes: list[Piece], text: str) -> Iterator[list[Piece]]:
    """The boxes between newlines."""
    if "\n" not in text and boxes:
        yield boxes
        return
    start = 0
    for at, box in enumerate(boxes, 1):
        if at == len(boxes) or text[box.end - 1] == "\n":
            yield boxes[start:at]
            start = at


class Fitted(NamedTuple):
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
    block; `leading` is a multiple of the size, rounded to half points, `TALL` at least for Arabic
    letters. Nothing is ever cut: where the smallest size does not fit either, it takes as many
    lines as it needs and `fits` is False, which preflight reports.
    """
    fitted = Fitted((), 0.0, fits=not paragraphs)
    leadings = [max(leading, TALL) if p.tall else leading for p in paragraphs]
    for size in sizes:
        most = lines(size) if callable(lines) else lines
        blocks = [
            paragraph.at(size, round(size * each * 2) / 2).set(width)
            for paragraph, each in zip(paragraphs, leadings, strict=True)
        ]
        held = [_fits(block, most, height) for block in blocks]
        if all(held):
            return Fitted(tuple(blocks), size, fits=True)
        fitted = Fitted(tuple(map(_marked, blocks, held)), size, fits=False)
    return fitted


def _marked(block: Block, held: bool) -> Block:
    return block if held else block._replace(cramped=True)


def _fits(block: Block, lines: int | None, height: float | None) -> bool:
    return (
        not block.overflows
        and (lines is None or len(block.lines) <= lines)
        and (height is None or block.height <= height + _SLIP)
    )
