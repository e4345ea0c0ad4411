"""What the sections of a report are made of: headings, aligned texts, one set of measures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.documents.dossier import Dossier
from desktop.documents.scale import NASKH
from desktop.documents.tokens import GREY, INK, NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.entries import Text
from desktop.documents.typesetting.frames import Chunk, Item, Solid
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.paragraph import Setting
from desktop.documents.typesetting.rows import Stack, aligned
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import Wording
from desktop.domain.localized import Localized

BODY = Style("serif", 400, size=9.4, leading=12, colour=INK)
SMALL = Style("sans", 400, size=7.8, leading=10.5, colour=INK)
HEADING = Style("serif", 600, size=13, leading=15.5, colour=NAVY)
SUBHEADING = Style("serif", 600, size=11.4, leading=13, colour=NAVY)
NOTE = Style("serif", 400, italic=True, size=7.8, leading=10.5, colour=GREY)

Say = Callable[[Wording], str]
"""A phrase of the program's own, in the language of a wording."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The languages of a report and the columns in which they stand.

    `whole` holds the same languages over the full width of the page, in columns that tables and
    charts use; `columns` leaves a margin where there is but one language.
    """

    wordings: tuple[Wording, ...]
    columns: Columns
    whole: Columns

    @property
    def dossier(self) -> Dossier:
        """What is reported."""
        return self.wordings[0].dossier

    @property
    def width(self) -> float:
        """The full width of the text area."""
        return self.whole.right - self.whole.left

    def look(self, style: Style) -> Style:
        """A style whose lines leave room for Arabic letters, where a language has them."""
        tall = any(wording.rtl for wording in self.wordings)
        return style.but(leading=style.leading * NASKH) if tall else style

    def text(
        self,
        text: Localized | Say,
        style: Style,
        setting: Setting = "body",
        *,
        role: str = "P",
        after: float = 0.0,
    ) -> Text | None:
        """A text in every language, each in its column; None where nobody wrote it."""
        style = self.look(style)
        stacks: list[Stack] = []
        for wording in self.wordings:
            words = self._words(wording, text, style, setting)
            stacks.append([wording.paragraph(words, style, setting)])
        row = aligned(stacks, self.columns, role=role, solid=setting != "body")
        return Text((row,), self.columns, after) if row is not None else None

    def _words(
        self, wording: Wording, text: Localized | Say, style: Style, setting: Setting
    ) -> Localized | str | list[Span]:
        if not isinstance(text, Localized):
            return text(wording)
        return wording.told(text, style) if setting == "body" else text

    def head(self, title: str) -> Item:
        """A section's heading (a msgid) in all languages on one line under a navy rule."""
        blocks: list[Block] = []
        for place, wording in enumerate(self.wordings):
            style = HEADING if place == 0 else HEADING.but(weight=400)
            paragraph = wording.paragraph(wording.words.text(title), style, "title")
            if paragraph is not None:
                blocks.append(paragraph.set(self.width))
        return self._head(title, blocks, _flowing(blocks, self.whole))

    def heads(self, title: str) -> Item:
        """A section's heading over each language's column, under a navy rule."""
        blocks: list[Block] = []
        for index, wording in enumerate(self.wordings):
            paragraph = wording.paragraph(wording.words.text(title), HEADING, "title")
            if paragraph is not None:
                blocks.append(paragraph.set(self.whole.width(index)))
        return self._head(title, blocks, [(self.whole.x(i), 0) for i in range(len(blocks))])

    def section(
        self, title: str, items: Iterable[Item], *, apart: bool = False
    ) -> Iterator[Chunk]:
        """A section's items, its heading with the first; nothing where there is none."""
        head = self.heads if apart else self.head
        first = True
        for item in items:
            yield Chunk((head(title), item) if first else (item,), opens=first)
            first = False

    def _head(
        self, title: str, blocks: Sequence[Block], places: Sequence[tuple[float, int]]
    ) -> Item:
        lines = 1 + max(
            (line + len(block.lines) - 1 for block, (_, line) in zip(blocks, places, strict=True)),
            default=0,
        )
        outline = self.wordings[0].words.text(title)

        def paint(document: Document, page: Page, top: float) -> None:
            with document.artifact():
                page.rule(self.whole.left, top + 14, self.whole.right, top + 14, NAVY, 0.8)
            page.bookmark(outline, 0, top + 14)
            with document.tag("H2"):
                for block, (x, line) in zip(blocks, places, strict=True):
                    with document.tag("Span", language=block.language):
                        page.block(x, top + 31 + line * HEADING.leading, block)

        return Solid(43 + (lines - 1) * HEADING.leading, paint)


def _flowing(blocks: Sequence[Block], columns: Columns) -> list[tuple[float, int]]:
    """Left edge and line of headings that follow one another, on one line if it holds them."""
    places: list[tuple[float, int]] = []
    used, line = 0.0, 0
    for block in blocks:
        if used and used + block.natural > columns.right - columns.left:
            used, line = 0.0, line + 1
        x = columns.right - used - block.width if columns.rtl else columns.left + used
        if block.rtl != columns.rtl:  # set flush against its neighbour, not against the far edge
            x += (block.width - block.natural) * (1 if columns.rtl else -1)
        places.append((x, line))
        used += block.natural + 3 * HEADING.size * 0.27
    return places
