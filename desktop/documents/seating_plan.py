"""Seating plan: the head table and the rows as the hall sees them, then everybody by precedence.

The host sits in the middle of the table, the first guest at the host's right hand, the others
alternately; in the rows precedence runs from the aisle outwards, the hall's left first.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.documents.addressing import office_spans
from desktop.documents.categories import colour
from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, chosen
from desktop.documents.legend import SMALL, Legend
from desktop.documents.pen import BETWEEN, Pen, Say, each, together
from desktop.documents.ranking import by_precedence, presiding
from desktop.documents.request import Progress, Request
from desktop.documents.sheet_head import FACT, SheetHead
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY, OCHRE_TEXT
from desktop.documents.typesetting.document import Document, Page, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.domain.attendee import Attendee
from desktop.domain.errors import CannotPrint
from desktop.domain.precedence import head_table

WHITE, EMPTY = "#FFFFFF", "#FAFAF8"
NAME = Style("sans", 600, colour=INK)
OFFICE = Style("sans", 400, colour=GREY)
DISC = Style("sans", 600, size=11, leading=12, colour=WHITE, features=("tnum",))
TABLE = Style("sans", 600, size=8, leading=10, colour=WHITE)
NUMBER = Style("sans", 600, size=7, leading=8, colour=NAVY, features=("tnum",))
SEAT = Style("sans", 400, size=6.2, leading=7, colour=GREY)
AISLE_MARK = Style("sans", 600, size=9, leading=10, colour=GREY)
LISTED = Style("sans", 600, size=7.8, leading=9.6, colour=INK)
LIST_HEAD = Style("serif", 600, size=10.6, leading=12, colour=NAVY)

MARGIN, TOP, LEGEND = mm(14), mm(12), mm(9)
PITCH, DISC_RADIUS = mm(37), mm(5)
ROW, ROW_GAP, BOX_GAP, AISLE = mm(15.5), mm(2.6), mm(1.4), mm(14)
COLUMNS, COLUMN_GAP = 4, mm(6)
HOST = "H"


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place in the order: the number, or H for the host, and the guest."""

    number: str
    guest: Guest

    @property
    def colour(self) -> str:
        """Of the disc or bar."""
        return OCHRE_TEXT if self.number == HOST else colour(self.guest.attendee.category)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as it is listed: names and office under one another."""

    place: Place
    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """With the air after it."""
        return sum(block.height for block in self.blocks) + 4.5


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A seating plan as PDF.

    Options: `choices.SEATING_PLAN`. Raises CannotPrint where nobody is chosen.
    """
    wordings = [Wording(dossier, language) for language in request.languages]
    host, places = _places(dossier, request)
    if host is None:
        raise CannotPrint("There is nobody to seat: nobody is chosen.")
    size = max(request.size), min(request.size)
    at_table = _number(request.options["table"], 7, 25) - 1
    plan = _Plan(wordings, size, _number(request.options["row"], 10, 20))
    stream = io.BytesIO()
    title = f"{wordings[0].plain(dossier.event.title)} — {wordings[0].words.text('Seating plan')}"
    progress(0, 1)
    with Document(stream, title=title, languages=request.languages, size=size) as document:
        plan.draw(document, host, places[:at_table], places[at_table:])
    progress(1, 1)
    return stream.getvalue()


def _places(dossier: Dossier, request: Request) -> tuple[Place | None, list[Place]]:
    """The host, and the others by precedence; the first of them where nobody presides."""
    ranked = by_precedence(dossier, request, chosen(dossier, request))
    person = presiding(dossier)
    hosts = [guest for guest in ranked if person is not None and guest.person.id == person.id]
    if person is not None and not hosts and ranked:
        hosts = [Guest(person, Attendee(person_id=person.id, category="speaker"))]
    host = next(iter([*hosts, *ranked]), None)
    others = [guest for guest in ranked if guest is not host]
    numbered = [Place(str(number), guest) for number, guest in enumerate(others, 1)]
    return (Place(HOST, host) if host else None), numbered


class _Plan:
    """Draws the plan on as many sheets as it takes."""

    def __init__(self, wordings: list[Wording], size: tuple[float, float], in_row: int) -> None:
        self.wordings, self.size, self.in_row = wordings, size, in_row
        self.first = wordings[0]
        self.width = size[0] - 2 * MARGIN
        self.head = SheetHead.of(wordings, lambda w: w.words.text("Seating plan"), self.width)
        self.box = (self.width - AISLE - (in_row - 2) * BOX_GAP) / in_row
        self.bottom = size[1] - LEGEND - mm(10)

    def draw(
        self, document: Document, host: Place, table: Sequence[Place], rest: Sequence[Place]
    ) -> None:
        """Every sheet: table and rows, further rows, the list where there is room left for it."""
        everybody = [host, *table, *rest]
        pen = self._sheet(document, everybody)
        y = self._table(pen, host, table) + mm(10)
        for at in range(0, len(rest), self.in_row):
            if y + ROW > self.bottom:
                pen = self._sheet(document, everybody)
                y = TOP + self.head.height
            self._row(pen, rest[at : at + self.in_row], at // self.in_row, y)
            y += ROW + ROW_GAP
        waiting = self._entries(everybody)
        if self._overflow(waiting, self.bottom - y - mm(13)):
            pen = self._sheet(document, everybody)
            y = TOP + self.head.height - mm(4)
        while waiting:
            waiting = self._list(pen, waiting, y + mm(4))
            if waiting:
                pen = self._sheet(document, everybody)
                y = TOP + self.head.height - mm(4)

    def _sheet(self, document: Document, places: Sequence[Place]) -> Pen:
        page = document.page()
        pen = Pen(document, page, MARGIN, self.size[0] - MARGIN, self.first.rtl)
        days = self.first.paragraph(self.first.dates(), FACT.but(weight=600), "title")
        seen = together(
            self.wordings,
            lambda w: w.words.text("Seen from the hall"),
            FACT.but(colour=GREY),
            between=DOT,
        )
        where = each(self.wordings, lambda w: w.place(), FACT, FACT.but(colour=GREY))
        self.head.draw(pen, TOP, [days, *(text for _, text in where), seen])
        with document.artifact():
            self._legend(pen, places)
        return pen

    # -- the table -----------------------------------------------------------------------------

    def _table(self, pen: Pen, host: Place, table: Sequence[Place]) -> float:
        """Names on the seats, the table under them; the edge under it."""
        seats = head_table(host, table)
        pitch = min(PITCH, self.width / len(seats))
        names, offices = self._labels(seats, pitch - mm(3))
        under = max((block.height for block in offices if block), default=0.0)
        discs = TOP + self.head.height + max(b.height for b in names) + under + mm(9)
        left = self.size[0] / 2 - (len(seats) - 1) * pitch / 2
        for at, (place, name, office) in enumerate(zip(seats, names, offices, strict=True)):
            x = left + at * pitch
            y = discs - mm(7.2)
            with pen.document.tag("Sect"):
                if office is not None:
                    self._centred(pen, x, y - office.height + office.leading, office)
                    y -= office.height
                self._centred(pen, x, y - name.height + name.leading - 1.5, name)
                self._disc(pen.document, pen.page, x, discs, place)
        top = discs + mm(7)
        start, wide = left - pitch / 2 + mm(2), len(seats) * pitch - mm(4)
        with pen.document.artifact():
            pen.page.rectangle(start, top, wide, mm(8), fill=NAVY, radius=mm(1.6))
        said = self._said(lambda w: w.words.text("Head table").upper(), TABLE, BETWEEN)
        if said is not None:
            pen.page.line(
                self.size[0] / 2, top + mm(4) + 2.8, said.single(), said.language, anchor="centre"
            )
        return top + mm(8)

    def _labels(
        self, seats: Sequence[Place], width: float
    ) -> tuple[tuple[Block, ...], list[Block | None]]:
        """Names of one size, three lines at most; offices."""
        rtl = self.first.rtl
        names = [self.first.name_paragraph(place.guest.person, NAME) for place in seats]
        sizes = (9.0, 8.8, 8.6, 8.4, 8.2, 8.0, 7.5, 7.0)
        blocks = fit(names, width, sizes, lines=3, leading=1.4 if rtl else 1.2).blocks
        offices: list[Block | None] = []
        for place in seats:
            spans = office_spans(self.first, place.guest.person, OFFICE)
            text = self.first.paragraph(spans, OFFICE, "title")
            leading = 1.4 if rtl else 1.22
            offices.append(
                text and fit([text], width, (7.4, 7.0), lines=3, leading=leading).blocks[0]
            )
        return blocks, offices

    @staticmethod
    def _centred(pen: Pen, x: float, y: float, block: Block) -> None:
        with pen.document.tag("P", language=block.language):
            pen.page.block(x - block.width / 2, y, block, align="centre", hang=0)

    @staticmethod
    def _disc(document: Document, page: Page, x: float, y: float, place: Place) -> None:
        with document.artifact():
            page.circle(x, y, DISC_RADIUS, fill=place.colour)
        page.text(x, y + 3.8, place.number, DISC, anchor="centre", rtl=False)

    # -- the rows ------------------------------------------------------------------------------

    def _row(self, pen: Pen, places: Sequence[Place], row: int, y: float) -> None:
        """A row with its aisle; free seats are shown."""
        letter = row_letter(row)
        order = from_the_aisle(self.in_row)
        taken = dict(zip(order, places, strict=False))
        for seat in range(self.in_row):
            x = MARGIN + seat * (self.box + BOX_GAP)
            if seat >= (self.in_row + 1) // 2:
                x += AISLE - BOX_GAP
            self._seat(pen, x, y, f"{letter}{seat + 1}", taken.get(seat))
        left = (self.in_row + 1) // 2 * (self.box + BOX_GAP) - BOX_GAP
        middle = MARGIN + left + AISLE / 2
        pen.page.text(middle, y + ROW / 2 + 3, letter, AISLE_MARK, anchor="centre", rtl=False)

    def _seat(self, pen: Pen, x: float, y: float, label: str, place: Place | None) -> None:
        page, wide = pen.page, self.box
        with pen.document.artifact():
            fill = WHITE if place else EMPTY
            page.rectangle(x, y, wide, ROW, fill=fill, stroke=HAIRLINE)
            if place is not None:
                page.rectangle(x, y, wide, mm(1.1), fill=place.colour)
        with pen.document.tag("Sect"):
            if place is not None:
                name = self.first.name_paragraph(place.guest.person, NAME, honorific=False)
                leading = 1.32 if self.first.rtl else 1.14
                sizes = (7.6, 7.2, 6.8, 6.4, 6.0)
                room = ROW - mm(1.1) - 10
                block = fit(
                    [name], wide - 6, sizes, lines=3, height=room + 3, leading=leading
                ).blocks[0]
                with pen.document.tag("P", language=block.language):
                    page.block(x + 3, y + mm(1.1) + block.leading, block, hang=0)
                page.text(x + 3.5, y + ROW - 3.5, place.number, NUMBER, rtl=False)
            page.text(x + wide - 3.5, y + ROW - 3.5, label, SEAT, anchor="right", rtl=False)

    # -- the list ------------------------------------------------------------------------------

    def _entries(self, places: Sequence[Place]) -> list[Entry]:
        return [Entry(place, tuple(self._blocks(place))) for place in places]

    @property
    def _column(self) -> float:
        return (self.width - (COLUMNS - 1) * COLUMN_GAP) / COLUMNS

    def _blocks(self, place: Place) -> Iterator[Block]:
        width, person = self._column - mm(8), place.guest.person
        names = each(
            self.wordings,
            lambda w: w.name(person, honorific=False),
            LISTED,
            LISTED.but(weight=400),
        )
        for _, name in names:
            yield name.at(7.8, 11 if name.rtl else 9.6).set(width)
        office = self.first.paragraph(office_spans(self.first, person, OFFICE), OFFICE, "title")
        if office is not None:
            yield office.at(7.4, 10.6 if office.rtl else 9.4).set(width)

    @staticmethod
    def _overflow(entries: Sequence[Entry], room: float) -> bool:
        return len(_columns(entries, room)) > COLUMNS

    def _list(self, pen: Pen, entries: Sequence[Entry], y: float) -> list[Entry]:
        """As much of the list as the sheet holds, in balanced columns; what is left."""
        pen.rule(0, pen.width, y, NAVY, 0.8)
        say: Say = lambda w: w.words.text("Order of precedence")  # noqa: E731
        pen.text(
            0,
            y + 13,
            together(self.wordings, say, LIST_HEAD, LIST_HEAD.but(weight=400), "   "),
            role="H2",
        )
        top = y + 28
        room = self.bottom - top
        height = room
        if not self._overflow(entries, room):
            height = max(entry.height for entry in entries)
            while len(_columns(entries, height)) > COLUMNS:
                height += 2
        columns = _columns(entries, height)
        for at, column in enumerate(columns[:COLUMNS]):
            offset, below = at * (self._column + COLUMN_GAP), top
            for entry in column:
                self._entry(pen, offset, below, entry)
                below += entry.height
        return [entry for column in columns[COLUMNS:] for entry in column]

    @staticmethod
    def _entry(pen: Pen, offset: float, y: float, entry: Entry) -> None:
        pen.area(offset, y - 6.4, mm(0.9), entry.height - 7, entry.place.colour)
        number = Paragraph(entry.place.number, NUMBER.but(size=7.8), setting="plain", rtl=False)
        with pen.document.tag("Sect"):
            pen.text(offset + mm(6), y, number, align="end")
            for block in entry.blocks:
                y = pen.block(offset + mm(8), y, block)

    # -- the legend ----------------------------------------------------------------------------

    def _legend(self, pen: Pen, places: Sequence[Place]) -> None:
        """The colours, and above or beside them who sits where."""
        present = (p.guest.attendee.category for p in places if p.number != HOST)
        legend = Legend.of(self.wordings, present, pen.width)
        rule = self._said(
            lambda w: w.words.text("H presides; 1 sits at the right hand of H, 2 at the left"),
            SMALL,
            DOT,
        )
        y = self.size[1] - LEGEND
        legend.draw(pen, y - legend.height + SMALL.leading)
        wide = rule.single().width if rule else 0.0
        beside = legend.width + wide + mm(6) <= pen.width
        pen.text(pen.width, y if beside else y - legend.height, rule, align="end")

    def _said(self, say: Say, style: Style, between: str) -> Paragraph | None:
        return together(self.wordings, say, style, between=between)


def _columns(entries: Sequence[Entry], height: float) -> list[list[Entry]]:
    """The entries in their order, in columns no higher than `height`."""
    columns: list[list[Entry]] = []
    used = height + 1
    for entry in entries:
        if used + entry.height > height or not columns:
            columns.append([])
            used = 0.0
        columns[-1].append(entry)
        used += entry.height
    return columns


def from_the_aisle(count: int) -> list[int]:
    """Seats of a row from the aisle outwards, the hall's left first."""
    half = (count + 1) // 2
    left, right = list(reversed(range(half))), list(range(half, count))
    pairs = [seat for pair in zip(left, right, strict=False) for seat in pair]
    return [*pairs, *left[len(right) :]]


def row_letter(row: int) -> str:
    """A, B ... Z, AA."""
    letter = chr(ord("A") + row % 26)
    return letter if row < 26 else row_letter(row // 26 - 1) + letter


def _number(text: str, otherwise: int, most: int) -> int:
    if text and not (text.isdecimal() and 1 <= int(text) <= most):
        raise CannotPrint(
            "“{text}” is no number of seats: write 1 to {most}.", text=text, most=most
        )
    return int(text or otherwise)
