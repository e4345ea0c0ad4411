"""Rows of a list of any length.

Most cells of a list are one line that runs from left to right, in words that have stood in it
before. Such a row is written at once, from what is known of its words; any other is set by
`Paragraph` and drawn by `Page.block`. Both put the same glyphs in the same places.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from desktop.documents.typesetting import bidi, making, shaping
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.embedding import EmbeddedFace, EmbeddedFaces
from desktop.documents.typesetting.glyphs import MOST_WORDS
from desktop.documents.typesetting.ink import colour, shown
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page, Ready
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.typesetting.tagging import Head, Scope

_WORDS = re.compile("[^ ]+ *| +")
_DROP = 0.33
"""The baseline of a line under the middle of its row, in leadings."""


class Column(NamedTuple):
    """A column with its left edge at x; with a scope its cells are heads."""

    x: float
    width: float
    scope: Scope | None = None


class Text(NamedTuple):
    """What stands in a cell, and how it is set where that is not one plain line."""

    spans: tuple[Span, ...]
    set: Callable[[], Block]


Cell = Text | Block | None
"""A text that only this cell has; one that is set already, which many may have; nothing."""


class Ledger:
    """Writes the rows of a table that is open; its columns come from the right if `rtl`."""

    def __init__(self, document: Document, columns: Sequence[Column], *, rtl: bool) -> None:
        self._document, self._columns, self._rtl = document, columns, rtl
        heads: list[Head] = [("TH" if scope else "TD", scope) for _, _, scope in columns]
        self._heads = tuple(heads)
        self._looks = _Looks(document.fonts)
        self._lines: dict[int, tuple[Block, str]] = {}  # what shows a block, by its identity

    def row(self, page: Page, middle: float, cells: Sequence[Cell]) -> None:
        """Cells of a row, centred on the height `middle`."""
        ready: list[Ready | None] = []
        for column, cell in zip(self._columns, cells, strict=True):
            line = None if cell is None else self._ready(cell, column, page.height - middle)
            if line is None and cell is not None:
                self._set(page, middle, cells)
                return
            ready.append(line)
        page.row(self._heads, ready)

    def _ready(self, cell: Text | Block, column: Column, middle: float) -> Ready | None:
        """One plain line; None if the cell is none."""
        if self._rtl:
            return None
        if isinstance(cell, Block):
            language, leading, line = cell.language, cell.leading, self._line_of(cell)
        elif cell.spans and not cell.spans[-1].text.endswith(" "):
            style, line = cell.spans[0].style, self._line(cell.spans, column.width)
            language, leading = style.language, style.leading
        else:
            return None
        y = middle - _DROP * leading
        return (language, f"1 0 0 1 {column.x:.2f} {y:.2f} Tm\n{line}") if line else None

    def _line_of(self, block: Block) -> str:
        known = self._lines.get(id(block))
        if known is None:
            plain = len(block.lines) == 1 and not block.rtl
            line = shown(block.lines[0], block.language, self._document.fonts) if plain else ""
            known = self._lines[id(block)] = block, line
        return known[1]

    def _line(self, spans: tuple[Span, ...], room: float) -> str:
        """What shows a text on one line; "" where that takes more than is known here."""
        language, width = spans[0].style.language, 0.0
        lines: list[str] = []
        for text, style in spans:
            look = self._looks[style]
            if not text.isprintable() or bidi.has_rtl(text) or style.language != language:
                return ""
            inside: list[str] = []
            for word in text if look.even and text.isdecimal() else _WORDS.findall(text):
                wide, code = look[word]
                if not code:
                    return ""
                width += wide
                inside.append(code)
            lines.append(f"{look.state}\n[{''.join(inside)}]TJ")
        return "" if width > room else "\n".join(lines).replace("><", "")

    def _set(self, page: Page, middle: float, cells: Sequence[Cell]) -> None:
        """The row as any text is set."""
        tag = self._document.tag
        with tag("TR"):
            for (role, scope), column, cell in zip(self._heads, self._columns, cells, strict=True):
                block = cell.set() if isinstance(cell, Text) else cell
                if block is None or not block.lines:
                    with tag(role, scope=scope):
                        continue
                first = middle + _DROP * block.leading - (block.height - block.leading) / 2
                align = "start" if block.rtl == self._rtl else "end"
                page.block(column.x, first, block, align=align, hang=0, role=role, scope=scope)


class _Look(dict[str, tuple[float, str]]):
    """Words in one style: the width of each and the inside of a TJ array, "" if it takes more."""

    def __init__(self, style: Style, fonts: EmbeddedFaces) -> None:
        style = making.dressed(style)
        self._style, self._fonts = style, fonts
        self._look = shaping.look(style)
        self._face = self._look.chain.first
        self.even = "tnum" in style.features
        """Whether figures have one width and stand side by side as they are."""

    @cached_property
    def _font(self) -> EmbeddedFace:
        return self._fonts[self._face]

    @cached_property
    def state(self) -> str:
        """The state of a page that the words need."""
        size = self._style.size * self._face.scale
        return f"{colour(self._style.colour)} rg\n/{self._font.name} {size:.6g} Tf"

    def __missing__(self, text: str) -> tuple[float, str]:
        if len(self) >= MOST_WORDS:
            self.clear()
        word = self._look.word(text)
        run = word.runs[0]
        plain = run.face is self._face and not self._style.tracking and run.complete
        code = self._font.code(word) if plain else ""
        self[text] = known = word.width * self._style.size, code
        return known


class _Looks(dict[Style, _Look]):
    """The looks of a document's list."""

    def __init__(self, fonts: EmbeddedFaces) -> None:
        self._fonts = fonts

    def __missing__(self, style: Style) -> _Look:
        look = self[style] = _Look(style, self._fonts)
        return look
