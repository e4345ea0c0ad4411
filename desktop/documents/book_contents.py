"""The table of contents of a booklet: one page, the page numbers between the languages."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.documents.leaf import Leaf
from desktop.documents.masthead import eyebrows
from desktop.documents.tokens import HAIRLINE, INK, NAVY, OCHRE_TEXT
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.localized import Localized

TITLE = Style("serif", 600, size=20, leading=24, colour=NAVY)
ENTRY = Style("serif", 400, size=10, leading=11.5, colour=INK)
SMALLER = ENTRY.but(size=9, leading=10.5)
NUMBER = Style("sans", 600, size=10.2, leading=11.5, colour=OCHRE_TEXT, features=("tnum",))
TOP, NUMBERS, INDENT = mm(16), mm(16), mm(4)


class Topic(NamedTuple):
    """A line of the table: its text in every language, its page, and its rank from 0."""

    texts: tuple[Localized | str, ...]
    page: int
    rank: int


class Contents:
    """Topics in one or two languages."""

    def __init__(self, wordings: Sequence[Wording], topics: Sequence[Topic]) -> None:
        self.wordings, self.topics = wordings, topics

    def paint(self, document: Document, page: Page, leaf: Leaf) -> None:
        """Draw the page; smaller and closer where there are many topics."""
        columns = self._columns(leaf)
        room = leaf.height - mm(17) - TOP - 8 * ENTRY.leading
        for style, gap in ((ENTRY, 1.0), (ENTRY, 0.6), (SMALLER, 0.5), (SMALLER, 0.2)):
            rows = [self._row(topic, columns, style) for topic in self.topics]
            air = gap * style.leading
            if sum(_tall(row) + air for row in rows) <= room:
                break
        self._head(document, page, columns)
        self._table(document, page, columns, rows, air)
        leaf.foot(document, page, self.wordings[0])

    def _columns(self, leaf: Leaf) -> Columns:
        shares = (1.0,) * len(self.wordings)
        rtl = self.wordings[0].rtl
        if len(shares) == 1:
            return Columns(leaf.left, leaf.right, 0, 0, shares, rtl)
        return Columns(leaf.left, leaf.right, 0, NUMBERS, shares, rtl)

    def _row(self, topic: Topic, columns: Columns, style: Style) -> list[Block]:
        shift = INDENT * topic.rank
        look = style if topic.rank else style.but(weight=600)
        room = NUMBERS if len(self.wordings) == 1 else 0.0
        blocks: list[Block] = []
        for index, (wording, text) in enumerate(zip(self.wordings, topic.texts, strict=True)):
            paragraph = wording.paragraph(text or "—", look, "title")
            if paragraph is not None:
                if paragraph.tall:
                    paragraph = paragraph.at(look.size, 1.5 * look.size)
                blocks.append(paragraph.set(columns.width(index) - shift - room))
        return blocks

    def _head(self, document: Document, page: Page, columns: Columns) -> None:
        line = eyebrows(self.wordings, Wording.kind)
        if line is not None:
            page.block(columns.left, TOP + 12, line.set(columns.right - columns.left), hang=0)
        page.bookmark(self.wordings[0].words.text("Contents"), 0, TOP)
        for index, wording in enumerate(self.wordings):
            title = wording.paragraph(wording.words.text("Contents"), TITLE, "title")
            if title is not None:
                with document.tag("H1", language=wording.language):
                    page.block(columns.x(index), TOP + 48, title.set(columns.width(index)))

    def _table(
        self,
        document: Document,
        page: Page,
        columns: Columns,
        rows: Sequence[Sequence[Block]],
        air: float,
    ) -> None:
        y = TOP + 8 * ENTRY.leading
        with document.tag("TOC"):
            for topic, row in zip(self.topics, rows, strict=True):
                leading = min(block.leading for block in row)
                if not topic.rank or topic is self.topics[0]:
                    _rule(document, page, columns, y - leading - air / 2 + 2.5)
                with document.tag("TOCI"):
                    self._entry(document, page, columns, topic, row, y)
                y += _tall(row) + air
            _rule(document, page, columns, y - ENTRY.leading - air / 2 + 2.5)

    def _entry(
        self,
        document: Document,
        page: Page,
        columns: Columns,
        topic: Topic,
        row: Sequence[Block],
        y: float,
    ) -> None:
        """The texts, and the number after the first, as it is read."""
        for index, block in enumerate(row):
            indent = INDENT * topic.rank
            far = columns.width(index) - block.width - indent
            x = columns.x(index) + (far if block.rtl else indent)
            with document.tag("P", language=block.language):
                page.block(x, y, block)
            if index == 0:
                self._number(page, columns, str(topic.page), y)

    def _number(self, page: Page, columns: Columns, number: str, y: float) -> None:
        if columns.count == 2:
            page.text((columns.left + columns.right) / 2, y, number, NUMBER, anchor="centre")
        elif columns.rtl:
            page.text(columns.left, y, number, NUMBER)
        else:
            page.text(columns.right, y, number, NUMBER, anchor="right")


def _tall(row: Sequence[Block]) -> float:
    return max((block.height for block in row), default=0.0)


def _rule(document: Document, page: Page, columns: Columns, y: float) -> None:
    with document.artifact():
        page.rule(columns.left, y, columns.right, y, HAIRLINE)
