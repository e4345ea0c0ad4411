"""The annex of a report: everybody invited, by family name in the order of the language."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, Self

from desktop.documents.attendance import organisation_of
from desktop.documents.profiles import WITHHELD
from desktop.documents.sections import SMALL, Say, Spread
from desktop.documents.tokens import GREY, HAIRLINE, INK
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.frames import Chunk, Item, air
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.localized import Localized
from desktop.domain.person import ConsentPurpose, Person
from desktop.language import names, tags, terms
from desktop.language.collation import name_sort_key

NAME = Style("sans", 600, size=8, leading=10, colour=INK)
CELL = NAME.but(weight=400)
SECOND = CELL.but(size=7.6, colour=GREY)
HEAD = Style("sans", 600, size=7.2, leading=9, colour=GREY)
SHARES = (0.31, 0.30, 0.20, 0.19)
"""Widths of name, organisation, category and reply."""
GUTTER = 9.0
CAME = "✓"
TOGETHER = 5
"""So many lines at the beginning and at the end stay on one page."""
PAD = 5.0
"""Air in a row: half above its text, half under it."""

Cell = tuple[Block, ...]


class Roll:
    """The list of a spread's attendees; `held` tells of who came, otherwise of who replied."""

    def __init__(self, spread: Spread, *, held: bool) -> None:
        self.spread, self.held = spread, held
        self._set: dict[tuple[int, tuple[str, ...]], Cell] = {}

    def chunks(self) -> Iterator[Chunk]:
        """The head row with the first lines, the lines, and how many are not named.

        A page neither ends nor begins with a line or two of them.
        """
        head = Line(self, self._head(), is_head=True)
        people, unnamed = self._people()
        lines = (Line(self, self._cells(*one)) for one in people)
        few = len(people) < 2 * TOGETHER
        if people:
            yield Chunk((head, *islice(lines, None if few else TOGETHER)), head, opens=True)
        for line in islice(lines, max(0, len(people) - 2 * TOGETHER)):
            yield Chunk((line,), head)
        closing = self._unnamed(unnamed) if unnamed else None
        last = (*lines, *((air(6), closing) if closing is not None else ()))
        if last:
            yield Chunk(last, head if people else None)

    # -- geometry ------------------------------------------------------------------------------

    def width(self, index: int) -> float:
        """Width of a column without its gutter."""
        return self.spread.width * SHARES[index] - (GUTTER if index < len(SHARES) - 1 else 0)

    def x(self, index: int) -> float:
        """Left edge of a column; mirrored with the page."""
        whole, before = self.spread.whole, self.spread.width * sum(SHARES[:index])
        return whole.right - before - self.width(index) if whole.rtl else whole.left + before

    # -- content -------------------------------------------------------------------------------

    def _people(self) -> tuple[list[tuple[Attendee, Person]], int]:
        """Who may be named, sorted, and how many may not."""
        dossier, first = self.spread.dossier, self.spread.wordings[0]
        key, script = name_sort_key(first.language), tags.script_of(first.language)
        found: list[tuple[tuple[bytes, bytes], int, Attendee, Person]] = []
        unnamed = 0
        for one in dossier.attendees:
            person = dossier.people.get(one.person_id)
            if person is None or person.consent(ConsentPurpose.PRINTED_NAME) in WITHHELD:
                unnamed += 1
                continue
            name = person.name(first.language, script)
            given = f"{name.given} {name.patronymic}".strip()
            found.append((key(name.family or given, given), one.id, one, person))
        found.sort(key=lambda row: row[:2])
        return [row[2:] for row in found], unnamed

    def _head(self) -> tuple[Cell, ...]:
        says: tuple[Say, ...] = (
            lambda w: w.words.text("Name"),
            lambda w: w.words.text("Organisation"),
            lambda w: w.words.text("Category"),
            self._last_head,
        )
        return tuple(self._cell(index, say, HEAD, HEAD) for index, say in enumerate(says))

    def _last_head(self, wording: Wording) -> str:
        if self.held:
            return wording.words.context("column of a list of guests", "Attended")
        return wording.words.text("Reply")

    def _cells(self, one: Attendee, person: Person) -> tuple[Cell, ...]:
        organisation = self.spread.dossier.organisations.get(organisation_of(person) or 0)
        house = organisation.name if organisation else Localized()
        return (
            (*self._cell(0, lambda w: _listed(person, w), NAME, SECOND), *self._proxy(one)),
            self._cell(1, lambda w: w.plain(house), CELL, SECOND),
            self._cell(2, lambda w: terms.category(one.category, w.language, person.gender)),
            self._cell(3, lambda w: self._status(one, w)),
        )

    def _proxy(self, one: Attendee) -> Cell:
        """Who comes instead."""
        proxy = self.spread.dossier.people.get(one.representative_id or 0)
        if proxy is None:
            return ()
        first = self.spread.wordings[0]
        label = first.words.text("Represented by")
        paragraph = first.paragraph(f"{label}: {first.name(proxy)}", SECOND, "title")
        return (paragraph.set(self.width(0)),) if paragraph else ()

    def _status(self, one: Attendee, wording: Wording) -> str:
        if self.held and one.attended:
            return CAME
        if self.held and one.reply is Reply.ACCEPTED:
            return wording.words.text("Did not come")
        return terms.term(one.reply, wording.language)

    def _cell(self, index: int, say: Say, style: Style = CELL, second: Style = SECOND) -> Cell:
        """What is said in each language, one under the other, the same words once."""
        texts = tuple(say(wording) for wording in self.spread.wordings)
        known = self._set.get((index, texts))
        if known is not None:
            return known
        blocks: dict[str, Block] = {}
        for wording, text in zip(self.spread.wordings, texts, strict=True):
            paragraph = wording.paragraph(text, second if blocks else style, "title")
            if paragraph is not None and text not in blocks:
                blocks[text] = paragraph.set(self.width(index))
        cell = self._set[index, texts] = tuple(blocks.values())
        return cell

    def _unnamed(self, count: int) -> Item | None:
        return self.spread.text(
            lambda w: w.words.plural(
                "{n} guest is not named here.", "{n} guests are not named here.", count
            ),
            SMALL.but(colour=GREY),
            "title",
        )


def _listed(person: Person, wording: Wording) -> str:
    name = person.name(wording.language, tags.script_of(wording.language))
    return names.list_name(name, wording.language)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: a cell a column, a block a language in it."""

    roll: Roll
    cells: tuple[Cell, ...]
    is_head: bool = False
    table: ClassVar[str] = "guests"
    """To whoever reads out the paper all lines are one table (`tables`)."""

    @property
    def height(self) -> float:
        """The tallest cell and some air."""
        return max(sum(block.height for block in cell) for cell in self.cells) + PAD

    def split(self, room: float) -> tuple[Self, Self] | None:
        """A row is never parted."""
        return None

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`, a hairline under it."""
        whole = self.roll.spread.whole
        with document.tag("TR"):
            for index, cell in enumerate(self.cells):
                self._cell(document, page, index, cell, top + PAD / 2 + 7.2)
        with document.artifact():
            y = top + self.height
            page.rule(whole.left, y, whole.right, y, HAIRLINE, 0.4)

    def _cell(
        self, document: Document, page: Page, index: int, cell: tuple[Block, ...], y: float
    ) -> None:
        rtl = self.roll.spread.whole.rtl
        role = "TH" if self.is_head or index == 0 else "TD"
        scope = None if role == "TD" else "Column" if self.is_head else "Row"
        with document.tag(role, scope=scope):
            for block in cell:
                with document.tag("P", language=block.language):
                    align = "start" if block.rtl == rtl else "end"
                    y = page.block(self.roll.x(index), y, block, align=align, hang=0)
