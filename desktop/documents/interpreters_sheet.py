"""The interpreters' sheet: what is spoken when, into what it is interpreted, which names are said.

Slots in the order of the day with floor, targets, booth and channel; then the names and offices
that will be said, as each language writes them, to be read out without a stumble.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Self

from desktop.documents.addressing import has_office, is_written
from desktop.documents.dossier import Dossier
from desktop.documents.pen import Pen, Say, each, together
from desktop.documents.request import Progress, Request
from desktop.documents.sheet_head import FACT, SheetHead
from desktop.documents.tokens import FOLIO, GREY, HAIRLINE, INK, NAVY
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.frames import Chunk, Item, Placed, Solid, paginate
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording, capital
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.programme import Day
from desktop.domain.slot import Interpretation, Slot, SlotStatus
from desktop.domain.speaker import SpeakerRole
from desktop.language import dates, terms, tongues

HEAD = Style("sans", 600, size=7.4, leading=9, colour=GREY)
HOUR = Style("sans", 600, size=9.6, leading=12, colour=NAVY, features=("tnum",))
TITLE = Style("serif", 600, size=9.2, leading=11.6, colour=NAVY)
SECOND = TITLE.but(weight=400, colour=INK)
CELL = Style("sans", 400, size=8.4, leading=11, colour=INK)
STRONG, QUIET = CELL.but(weight=600), CELL.but(size=8, colour=GREY)
SECTION = Style("serif", 600, size=12, leading=15, colour=NAVY)

MARGIN, TOP, FOOT, GUTTER = mm(15), mm(13), mm(18), 9.0
PADS = (7.0, 6.0, 5.0, 4.0, 3.0)
"""Air in a row: less than the first only where that spares a page on which little would stand."""
LITTLE = 0.25
"""A share of a page."""
PROGRAMME = (0.09, 0.38, 0.22, 0.31)
NAMES = (0.36, 0.28, 0.36)
"""Shares of the columns."""

Cell = Sequence[Block]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; its cells stand level."""

    cells: tuple[Cell, ...]
    places: tuple[tuple[float, float], ...]
    edges: tuple[float, float, bool]
    is_head: bool = False
    pad: float = PADS[0]

    @property
    def height(self) -> float:
        """The tallest cell and air."""
        return max(sum(block.height for block in cell) for cell in self.cells) + self.pad

    def split(self, room: float) -> tuple[Self, Self] | None:
        """A row is never parted."""
        return None

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`, a hairline under it."""
        pen = Pen(document, page, *self.edges)
        with document.tag("TR"):
            for at, ((offset, _), cell) in enumerate(zip(self.places, self.cells, strict=True)):
                head = self.is_head or at == 0
                scope = ("Column" if self.is_head else "Row") if head else None
                with document.tag("TH" if head else "TD", scope=scope):
                    y = top + self.pad / 2
                    for block in cell:
                        pen.block(offset, y + block.leading * (0.7 if block.rtl else 0.78), block)
                        y += block.height
        colour, thickness = (NAVY, 0.9) if self.is_head else (HAIRLINE, 0.5)
        pen.rule(0, pen.width, top + self.height, colour, thickness)


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """The sheet as PDF; slots that are not interpreted are on it too."""
    wordings = Wording.each(dossier, request.languages)
    sheet = _Sheet(wordings, request)
    title = wordings[0].words.text("Interpreters’ sheet")
    title = f"{wordings[0].plain(dossier.event.title)} — {title}"
    pages = _pages(list(sheet.chunks()), request.size[1] - sheet.top - FOOT)
    stream = io.BytesIO()
    progress(0, len(pages))
    with Document(stream, title=title, languages=request.languages, size=request.size) as document:
        for number, placed in enumerate(pages, start=1):
            sheet.draw(document, placed, f"{number} / {len(pages)}")
            progress(number, len(pages))
    return stream.getvalue()


def _pages(chunks: Sequence[Chunk], room: float) -> list[tuple[Placed, ...]]:
    """The pages; with less air where else there would be little on the last one."""
    pages = list(paginate(chunks, room, room))
    used = max((placed.top + placed.item.height for placed in pages[-1]), default=0.0)
    if len(pages) > 1 and used < LITTLE * room:
        for pad in PADS[1:]:
            tighter = list(paginate((_with_air(chunk, pad) for chunk in chunks), room, room))
            if len(tighter) < len(pages):
                return tighter
    return pages


def _with_air(chunk: Chunk, pad: float) -> Chunk:
    def padded(item: Item) -> Item:
        return replace(item, pad=pad) if isinstance(item, Row) else item

    items = tuple(padded(item) for item in chunk.items)
    return Chunk(items, chunk.continued and padded(chunk.continued), chunk.opens)


class _Sheet:
    """Sets the tables and draws the pages."""

    def __init__(self, wordings: list[Wording], request: Request) -> None:
        self.wordings, self.first = wordings, wordings[0]
        self.dossier = wordings[0].dossier
        self.width = request.size[0] - 2 * MARGIN
        self.edges = MARGIN, MARGIN + self.width, self.first.rtl
        what: Say = lambda w: w.words.text("Interpreters’ sheet")  # noqa: E731
        self.head = SheetHead.of(wordings, what, self.width)
        days = self.first.paragraph(self.first.dates(), FACT.but(weight=600), "title")
        places = each(wordings, lambda w: w.place(), FACT, FACT.but(colour=GREY))
        self.facts = [days, *(place for _, place in places)]
        self.top = TOP + self.head.height(self.facts)

    def chunks(self) -> Iterator[Chunk]:
        """A table a day, then the names."""
        for day in self.dossier.programme.days():
            yield from self._day(day)
        yield from self._names()

    def draw(self, document: Document, placed: Sequence[Placed], folio: str) -> None:
        """A page; the rows that follow one another are a table."""
        page = document.page()
        pen = Pen(document, page, *self.edges)
        self.head.draw(pen, TOP, self.facts)
        for is_row, items in groupby(placed, key=lambda each: isinstance(each.item, Row)):
            with document.tag("Table" if is_row else "Sect"):
                for item, offset in items:
                    item.draw(document, page, self.top + offset)
        with document.artifact():
            text = Paragraph(folio, FOLIO, setting="plain", rtl=False)
            pen.text(pen.width, page.height - mm(10), text, align="end")

    # -- the days ------------------------------------------------------------------------------

    def _day(self, day: Day) -> Iterator[Chunk]:
        heading = self._heading(lambda w: capital(dates.long_date(day.date, w.language)))
        head = self._head_row(
            PROGRAMME,
            (
                lambda w: w.words.text("Time"),
                lambda w: w.words.text("Programme"),
                lambda w: w.words.text("Floor"),
                lambda w: w.words.context("languages of interpretation", "Into"),
            ),
        )
        slots = [slot for slot in day.slots if not slot.kind.is_break]
        for at, slot in enumerate(slots):
            row = self._row(PROGRAMME, self._slot(slot))
            yield Chunk((row,) if at else (heading, head, row), head, opens=not at)

    def _slot(self, slot: Slot) -> list[Cell]:
        programme = self.dossier.programme
        start, end = programme.local_start(slot), programme.local_end(slot)
        room = programme.room(slot.room_id)
        hours: list[Paragraph | None] = []
        for moment, style in ((start, HOUR), (end, QUIET)):
            if moment is not None:
                text = dates.time_of_day(moment, self.first.language)
                hours.append(self.first.paragraph(text, style, "plain"))
        titles = each(self.wordings, lambda w: w.plain(w.heading(slot)), TITLE, SECOND)
        what = [text for _, text in titles]
        where = self.first.paragraph(room.name if room else Localized(), QUIET, "title")
        floor = self._languages(slot.floor_languages)
        into = [self._target(one) for one in slot.interpretation]
        columns = (hours, [*what, *self._people(slot), where], floor, into)
        return [self._cell(PROGRAMME, at, texts) for at, texts in enumerate(columns)]

    def _people(self, slot: Slot) -> Iterator[Paragraph]:
        """Who speaks; who interprets."""
        for speaker in slot.speakers:
            person = self.dossier.people.get(speaker.person_id)
            if person is not None:
                label = self.first.role_label(speaker.role)
                yield self.first.name_paragraph(person, CELL, label=label)

    def _languages(self, spoken: Sequence[str]) -> list[Paragraph]:
        """Each language as those of the sheet call it, on a line each if that is enough."""

        def say(tag: str) -> Say:
            return lambda w: capital(tongues.language_name(tag, w.language))

        lines = [together(self.wordings, say(tag), STRONG, CELL, DOT) for tag in spoken]
        found = [line for line in lines if line is not None]
        if all(line.single().width <= self._width(PROGRAMME, 2) for line in found):
            return found
        return [t for tag in spoken for _, t in each(self.wordings, say(tag), STRONG, QUIET)]

    def _target(self, one: Interpretation) -> Paragraph | None:
        """Language, mode, booth and channel of one target."""
        words = self.first.words
        booth = words.text("booth {n}", n=one.booth) if one.booth is not None else ""
        channel = words.text("channel {n}", n=one.channel) if one.channel is not None else ""
        heads = words.plural("{n} headset", "{n} headsets", one.headsets) if one.headsets else ""
        language = capital(tongues.language_name(one.language, self.first.language))
        mode = terms.term(one.mode, self.first.language).lower()
        facts = self.first.comma.join(filter(None, (mode, booth, channel, heads)))
        return self.first.paragraph(
            [*self.first.spans(language, STRONG), *self.first.spans(f"{DOT}{facts}", CELL)],
            CELL,
            "title",
        )

    # -- the names -----------------------------------------------------------------------------

    def _names(self) -> Iterator[Chunk]:
        """Names and houses as each language writes them, and how they are said."""
        people = self._speakers()
        heading = self._heading(lambda w: w.words.text("Names and terms"))
        head = self._head_row(
            NAMES,
            (
                lambda w: w.words.text("Name"),
                lambda w: w.words.text("Pronunciation"),
                lambda w: w.words.text("Office and organisation"),
            ),
        )
        for at, person in enumerate(people):
            row = self._row(NAMES, self._person(person))
            yield Chunk((row,) if at else (heading, head, row), head, opens=not at)

    def _speakers(self) -> list[Person]:
        slots = [s for s in self.dossier.slots if s.status is not SlotStatus.CANCELLED]
        slots.sort(key=lambda slot: (slot.start is None, slot.start, slot.id))
        ids = dict.fromkeys(
            one.person_id
            for slot in slots
            for one in slot.speakers
            if one.role is not SpeakerRole.INTERPRETER
        )
        return [self.dossier.people[id] for id in ids if id in self.dossier.people]

    def _person(self, person: Person) -> list[Cell]:
        first = self.first
        named = [w for w in self.wordings if w is first or is_written(person, w.language)]
        names = [text for _, text in each(named, lambda w: w.name(person), STRONG, CELL)]
        hint = first.paragraph(person.pronunciation, CELL, "title")
        offices = [
            wording.paragraph(spans, CELL if wording is first else QUIET, "title")
            for wording in self.wordings
            if wording is first or has_office(wording, person)
            for spans in wording.offices(person, CELL if wording is first else QUIET)
        ]
        return [self._cell(NAMES, at, texts) for at, texts in enumerate((names, [hint], offices))]

    # -- rows ----------------------------------------------------------------------------------

    def _heading(self, say: Say) -> Item:
        text = together(self.wordings, say, SECTION, SECTION.but(weight=400), "   ")

        def paint(document: Document, page: Page, top: float) -> None:
            Pen(document, page, *self.edges).text(0, top + 24, text, role="H2")

        return Solid(32, paint)

    def _head_row(self, shares: Sequence[float], says: Sequence[Say]) -> Row:
        light = HEAD.but(weight=400)
        cells = [
            self._cell(shares, at, [text for _, text in each(self.wordings, say, HEAD, light)])
            for at, say in enumerate(says)
        ]
        return self._row(shares, cells, is_head=True)

    def _row(
        self, shares: Sequence[float], cells: Sequence[Cell], *, is_head: bool = False
    ) -> Row:
        places = [
            (self.width * sum(shares[:at]), self._width(shares, at)) for at in range(len(shares))
        ]
        return Row(tuple(cells), tuple(places), self.edges, is_head)

    def _width(self, shares: Sequence[float], at: int) -> float:
        return self.width * shares[at] - (GUTTER if at < len(shares) - 1 else 0)

    def _cell(
        self, shares: Sequence[float], at: int, texts: Sequence[Paragraph | None]
    ) -> list[Block]:
        width = self._width(shares, at)
        return [_tall(text).set(width) for text in texts if text is not None]


def _tall(text: Paragraph) -> Paragraph:
    """A text with the leading that Arabic letters need, those of the serif face the most."""
    leading = 1.55 if text.style.serif else 1.4
    return text.at(text.style.size, leading * text.style.size) if text.rtl else text
