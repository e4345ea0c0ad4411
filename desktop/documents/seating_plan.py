"""Seating plan: tables and rows as the hall sees them, then everybody with their seats.

What is drawn is a seating of the event; where it has none, one is proposed: the host in the middle
of a head table, the first guest at the host's right hand, the others alternately, then rows.
"""

import io
from collections.abc import Iterator
from math import ceil
from typing import Protocol

from desktop.documents.dossier import Dossier
from desktop.documents.legend import SMALL, Legend
from desktop.documents.pen import Pen, each, together
from desktop.documents.request import FROM_A4_TO_A3, Progress, Request
from desktop.documents.seated import Plan, plan
from desktop.documents.seating_head import HeadTable
from desktop.documents.seating_list import GuestList
from desktop.documents.seating_marks import Hall
from desktop.documents.seating_round import CELL, RoundTable
from desktop.documents.seating_rows import ROW_GAP, Row
from desktop.documents.sheet_head import FACT, SheetHead
from desktop.documents.tokens import GREY
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.wording import DOT, Wording
from desktop.domain.places import row_width
from desktop.domain.seating import Shape
from desktop.language.translation import msgid

MARGIN, TOP, LEGEND = mm(14), mm(12), mm(9)
GAP = mm(8)
MOST_ABREAST = 12
"""With more seats side by side an A3 is used for their names, not to be read from afar."""


_HOST_FIRST = msgid("H presides; 1 sits at the right hand of H, 2 at the left")
_FIGURES = msgid("Large figures are the order of precedence, small ones the seats")
_HOST_AND_FIGURES = msgid(
    "H presides; large figures are the order of precedence, small ones the seats"
)
_RULES = {
    (True, True): _HOST_FIRST,
    (True, False): _FIGURES,
    (False, True): _HOST_AND_FIGURES,
    (False, False): _FIGURES,
}
"""What the legend says of a plan: whether it is proposed, and somebody presides."""


class Band(Protocol):
    """Something that is drawn across the sheet, top at `y`."""

    @property
    def height(self) -> float:
        """In points."""
        ...

    def draw(self, pen: Pen, y: float) -> None:
        """Draw it."""
        ...


class RoundTables:
    """Round tables side by side."""

    def __init__(self, tables: list[RoundTable]) -> None:
        self._tables = tables
        self.height = max(table.height for table in tables)

    def draw(self, pen: Pen, y: float) -> None:
        """Draw them in the middle of the sheet, each in the middle of its height."""
        wide = self._tables[0].width
        x = (pen.left + pen.right - wide * len(self._tables)) / 2
        for table in self._tables:
            table.draw(pen, x, y + (self.height - table.height) / 2)
            x += wide


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A seating plan as PDF.

    Options: `choices.SEATING_PLAN`. Raises CannotPrint where nobody is chosen.
    """
    wordings = Wording.each(dossier, request.languages)
    hall = Hall(plan(dossier, request), wordings)
    size = max(request.size), min(request.size)
    by = FROM_A4_TO_A3 if request.paper == "A3" and _abreast(hall.plan) <= MOST_ABREAST else 1.0
    sheet = size[0] / by, size[1] / by
    drawing = _Drawing(hall, sheet, by_name=request.options["order"] == "alphabet")
    stream = io.BytesIO()
    title = f"{wordings[0].plain(dossier.event.title)} — {wordings[0].words.text('Seating plan')}"
    progress(0, 1)
    with Document(
        stream, title=title, languages=request.languages, size=size, magnified=by
    ) as document:
        drawing.draw(document)
    progress(1, 1)
    return stream.getvalue()


def _abreast(plan: Plan) -> int:
    """The most seats that stand side by side."""
    tables = [table for table in plan.seating.tables if table.shape is not Shape.ROUND]
    return max((min(table.places, row_width(table)) for table in tables), default=1)


def bands(plan: Plan, hall: Hall, width: float) -> Iterator[Band]:
    """What stands on the sheets from above, in the order of the tables."""
    across = max(1, int(width // CELL))
    round_ones: list[RoundTable] = []
    for at, table in enumerate(plan.seating.tables):
        if table.shape is Shape.ROUND:
            round_ones.append(RoundTable(hall, at, width / across))
            if len(round_ones) == across:
                yield RoundTables(round_ones)
                round_ones = []
            continue
        if round_ones:
            yield RoundTables(round_ones)
            round_ones = []
        if table.shape is Shape.HEAD:
            yield HeadTable(hall, at, width)
        else:
            rows = range(ceil(table.places / row_width(table)))
            yield from (Row(hall, at, row, width) for row in rows)
    if round_ones:
        yield RoundTables(round_ones)


class _Drawing:
    """Draws a plan on as many sheets as it takes."""

    def __init__(self, hall: Hall, size: tuple[float, float], *, by_name: bool) -> None:
        self.hall, self.size = hall, size
        self.width = size[0] - 2 * MARGIN
        what = msgid("Seating plan")
        self.head = SheetHead.of(hall.wordings, lambda w: w.words.text(what), self.width)
        self.facts = self._facts()
        self.top = TOP + self.head.height(self.facts)
        self.bottom = size[1] - LEGEND - mm(10)
        self.list = GuestList(hall, self.width, by_name=by_name)

    def draw(self, document: Document) -> None:
        """Tables and rows, then the list where there is room left for it."""
        pen, y, last = self._sheet(document), self.top, None
        for band in bands(self.hall.plan, self.hall, self.width):
            gap = ROW_GAP if isinstance(last, Row) and isinstance(band, Row) else GAP
            if last is not None and y + gap + band.height > self.bottom:
                pen, y, last = self._sheet(document), self.top, None
            y += gap if last is not None else 0.0
            band.draw(pen, y)
            y, last = y + band.height, band
        y += mm(8)
        room = self.bottom - y
        if not self.list.fits(room) and room < 0.35 * self.size[1]:
            pen, y = self._sheet(document), self.top
        self.list.draw(pen, y, self.bottom)
        while self.list.waiting:
            self.list.draw(self._sheet(document), self.top, self.bottom)

    def _sheet(self, document: Document) -> Pen:
        page = document.page()
        pen = Pen(document, page, MARGIN, self.size[0] - MARGIN, self.hall.rtl)
        self.head.draw(pen, TOP, self.facts)
        with document.artifact():
            self._legend(pen)
        return pen

    def _facts(self) -> list[Paragraph]:
        """What is seated, when, where, and from where it is seen."""
        first, wordings = self.hall.first, self.hall.wordings
        title = self.hall.plan.seating.title
        strong, quiet = FACT.but(weight=600), FACT.but(colour=GREY)
        names = each(wordings, lambda w: w.plain(title), strong, FACT)
        days = first.paragraph(first.dates(), FACT if title else strong, "title")
        where = each(wordings, lambda w: w.place(), FACT, quiet)
        seen = each(wordings, lambda w: w.words.text("Seen from the hall"), quiet, quiet)
        texts = [*(text for _, text in names), days, *(text for _, text in (*where, *seen))]
        return [text for text in texts if text]

    def _legend(self, pen: Pen) -> None:
        """The colours, and above or beside them what the numbers tell."""
        plan = self.hall.plan
        present = [one for one in plan.listed if not one.hosts]
        legend = Legend.of(
            self.hall.wordings, (one.guest.attendee.category for one in present), pen.width
        )
        told = _RULES[plan.proposed, any(place.hosts for place in plan.listed)]
        rule = together(self.hall.wordings, lambda w: w.words.text(told), SMALL, between=DOT)
        y = self.size[1] - LEGEND
        legend.draw(pen, y - legend.height + SMALL.leading)
        wide = rule.single().width if rule else 0.0
        beside = legend.width + wide + mm(6) <= pen.width
        pen.text(pen.width, y if beside else y - legend.height, rule, align="end")
