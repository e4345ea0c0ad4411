"""The page being drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.documents.typesetting import making
from desktop.documents.typesetting.ink import Placed
from desktop.documents.typesetting.lines import Block, Line
from desktop.documents.typesetting.manuscript import clean
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.typesetting.surface import Surface
from desktop.documents.typesetting.tagging import GROUPING, INLINE, Element, Head, Scope

Align = Literal["start", "centre", "end"]
Anchor = Literal["left", "centre", "right"]

_OPENING = frozenset("«“„‘\"'")
_BEFORE = {"left": 0.0, "start": 0.0, "centre": 0.5, "right": 1.0, "end": 1.0}


Ready = tuple[str, str]
"""The language of a cell, and the operators that show it."""


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """Furniture of the size of a page, known by identity; `paint` draws it, once a document."""

    paint: Callable[["Page"], object]


class Page(Surface):
    """x runs right and y DOWN from the top left corner of the sheet, in points.

    y of a text is its (first) baseline. Text drawn outside any tag is a paragraph of its own;
    rules, areas and images are decoration unless a Figure is open.
    """

    def block(
        self,
        x: float,
        y: float,
        block: Block,
        *,
        align: Align = "start",
        hang: float = 0.55,
        role: str | None = None,
        scope: Scope | None = None,
    ) -> float:
        """Draw lines in the column whose left edge is x; returns the baseline that follows.

        "start" is the right edge in a right-to-left block. An opening quotation mark at a line's
        start hangs out of the column by `hang` of its width (0.92 for set-off quotations). With a
        `role` the lines are a structure element of their own, as inside `Document.tag`.
        """
        placed = self._placed(x, y, block, align, hang)
        if placed:
            self._write(placed, block.language, role, scope)
        return y + block.leading * len(placed)

    def row(self, heads: tuple[Head, ...], cells: Sequence[Ready | None]) -> None:
        """A row of the table that is open; `Ledger` has made its cells ready."""
        self._close_mark()
        document = self.document
        languages = tuple([cell and cell[0] for cell in cells])
        mcid = document.structure.row(heads, languages, document.canvas.current)
        operators = ["BT"]
        for (role, _), cell in zip(heads, cells, strict=True):
            if cell is not None:
                operators.append(f"/{role}<</MCID {mcid}>>BDC\n{cell[1]}\nEMC")
                mcid += 1
        operators.append("ET")
        self._pen.ready("\n".join(operators))

    def _placed(
        self, x: float, y: float, block: Block, align: Align, hang: float = 0.0
    ) -> list[Placed]:
        if watch := making.current().watch:
            watch.block(self, x, y, block)
        before = 1 - _BEFORE[align] if block.rtl else _BEFORE[align]
        placed: list[Placed] = []
        for line in block.lines:
            left = x + (block.width - line.width) * before - line.outside
            if hang and align == "start" and line.text[:1] in _OPENING:
                left += hang * _opening_width(line, rtl=block.rtl)
            placed.append((left, self.height - y, line))
            y += block.leading
        return placed

    def text(
        self,
        x: float,
        y: float,
        text: str | Sequence[Span],
        style: Style | None = None,
        *,
        anchor: Anchor = "left",
        rtl: bool | None = None,
    ) -> float:
        """Draw one line, not broken; x is the edge or centre that `anchor` names.

        Returns its width.
        """
        paragraph = Paragraph(text, style, setting="plain", rtl=rtl)
        return self.line(x, y, paragraph.single(), paragraph.language, anchor=anchor)

    def line(
        self,
        x: float,
        y: float,
        line: Line,
        language: str,
        *,
        anchor: Anchor = "left",
        role: str | None = None,
        scope: Scope | None = None,
    ) -> float:
        """Draw a line that is already set, such as `Paragraph.single()`; returns its width.

        With a `role` it is a structure element of its own, as inside `Document.tag`.
        """
        if line.parts:
            left = x - _BEFORE[anchor] * line.width
            if watch := making.current().watch:
                watch.line(self, left, y, line)
            self._write([(left, self.height - y, line)], language, role, scope)
        return line.width

    def stamp(self, stamp: Stamp) -> None:
        """Furniture that many pages show, in the file once."""
        document, size = self.document, (self.width, self.height)
        with document.artifact():
            self._mark(None)
            document.canvas.stamp(
                stamp, size, lambda: stamp.paint(_Form(document, self.number, size))
            )

    def bookmark(self, title: str, level: int = 0, y: float = 0.0) -> None:
        """An entry of the outline that leads to height y of this page."""
        document = self.document
        top = (self.height - y) * document.magnified
        document.outline.add(clean(title), level, document.canvas.current, top)

    def _write(
        self,
        placed: list[Placed],
        language: str,
        role: str | None,
        scope: Scope | None,
    ) -> None:
        structure = self.document.structure
        # Lines that run from right to left are drawn as they are seen; what they say is told.
        backwards = placed[0][2].bidirectional
        if self.document.in_artifact:
            self._mark(None)
            self._draw(placed, language)
        elif role is None:
            self._write_inside(structure.current, placed, language, backwards=backwards)
        elif backwards or role in GROUPING:
            with self.document.tag(role, language=language, scope=scope):
                self._write_inside(structure.current, placed, language, backwards=backwards)
        else:
            self._write_leaf(role, placed, language, scope=scope)

    def _write_inside(
        self,
        element: Element,
        placed: list[Placed],
        language: str,
        *,
        backwards: bool,
    ) -> None:
        """Lines as content of an element, or as a child of it where they need one."""
        if element.role not in GROUPING and (
            element.role == "Figure" or not (backwards or language != element.language)
        ):
            self._mark(element)
            self._draw(placed, language)
            return
        role = "Span" if element.role in INLINE else "P"
        said = "".join([line.text for _, _, line in placed]) if backwards else None
        self._write_leaf(role, placed, language, actual=said)

    def _write_leaf(
        self,
        role: str,
        placed: list[Placed],
        language: str,
        *,
        actual: str | None = None,
        scope: Scope | None = None,
    ) -> None:
        """Lines as an element that has nothing else."""
        self._close_mark()
        document = self.document
        mcid = document.structure.leaf(
            role, language, document.canvas.current, actual=actual, scope=scope
        )
        self._out.append(f"/{role}<</MCID {mcid}>>BDC")
        self._draw(placed, language)
        self._out.append("EMC")

    def _draw(self, placed: list[Placed], language: str) -> None:
        self._pen.begin()
        self._pen.lines(placed, language)
        self._pen.end()

    def finish(self) -> None:
        """Close what is open; the document calls it before the page is written."""
        self._close_mark()


class _Form(Page):
    """What a stamp is painted on; whoever shows it says what it is."""

    def _mark(self, element: Element | None) -> None:
        """Nothing in it is marked."""


def _opening_width(line: Line, *, rtl: bool) -> float:
    """Width of the quotation mark a line starts with, positive where it hangs to the right."""
    part = line.parts[-1] if rtl else line.parts[0]
    run = part.word.runs[-1] if rtl else part.word.runs[0]
    glyph = run.glyphs[-1] if rtl else run.glyphs[0]
    width = glyph.advance * run.face.scale / run.face.upem * part.style.size
    return width if rtl else -width
