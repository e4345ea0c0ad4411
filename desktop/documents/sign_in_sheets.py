"""Sign-in sheets: a row a guest, ruled for writing, blank rows for whoever was not expected."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, groupby, islice, repeat
from operator import attrgetter
from typing import NamedTuple

from desktop.documents.attendance import organisation_of
from desktop.documents.categories import colour
from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, chosen
from desktop.documents.legend import Legend
from desktop.documents.pen import Pen, Say, each, together
from desktop.documents.request import Progress, Request
from desktop.documents.sheet_head import FACT, SheetHead
from desktop.documents.tokens import FOLIO, GREY, HAIRLINE, INK, NAVY
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.ledger import Ledger, Text
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page, Stamp
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import DOT, Wording, spoken
from desktop.domain.errors import CannotPrint
from desktop.language import names, tags, terms
from desktop.language.collation import sort_key

NAME = Style("sans", 600, size=9.2, leading=11, colour=INK)
HOUSE = Style("sans", 400, colour=INK)
NUMBER = Style("sans", 400, size=8.2, leading=9, colour=GREY, features=("tnum",))
HEAD = Style("sans", 600, size=7.4, leading=9, colour=GREY)
SMALL = Style("sans", 400, size=7.2, leading=9.6, colour=GREY)

MARGIN, TOP, FOOT = mm(15), mm(13), mm(30)
FOOT_LINE = mm(15)
"""First baseline of the foot above the lower edge of the sheet."""
COLUMNS = (mm(9), mm(68), mm(54))
"""Number, name and organisation; the signature has the rest."""
OFFSETS = tuple(accumulate(COLUMNS))
ROW, PAD = mm(11.6), mm(3)
NAME_WIDTH, HOUSE_WIDTH = COLUMNS[1] - mm(4), COLUMNS[2] - PAD


class Row(NamedTuple):
    """A guest's row, or one to be filled in by hand."""

    number: int
    category: str = ""
    name: Text | None = None
    house: Block | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A page of rows under one heading; without a heading where they stand by the alphabet."""

    category: str
    rows: tuple[Row, ...]
    folio: str


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """Sheets as PDF.

    Options: `choices.SIGN_IN_SHEETS`. Nobody is needed: then every row is blank.
    """
    wordings = Wording.each(dossier, request.languages)
    guests = chosen(dossier, request)
    sheets = _Sheets(wordings, request, guests)
    progress(0, len(guests))
    stream = io.BytesIO()
    title = (
        f"{wordings[0].plain(dossier.event.title)} — {wordings[0].words.text('Sign-in sheets')}"
    )
    done = 0
    with Document(stream, title=title, languages=request.languages, size=request.size) as document:
        for category, parts in groupby(sheets.parts(), attrgetter("category")):
            for count in sheets.draw(document, category, parts):
                done += count
                progress(done, len(guests))
    return stream.getvalue()


class _Sheets:
    """Sets the rows and draws the pages."""

    def __init__(self, wordings: list[Wording], request: Request, guests: Sequence[Guest]) -> None:
        self.wordings, self.request = wordings, request
        self.first = wordings[0]
        self.width = request.size[0] - 2 * MARGIN
        self.head = SheetHead.of(wordings, lambda w: w.words.text("Sign-in sheet"), self.width)
        self.number = spoken(NUMBER, self.first.language)
        said = request.options["blank"]
        self.blank = _count(said)
        self.least = self.blank if said else self.blank // 2
        self.heads = [self._column(say) for say in _HEADS]
        self.looks = [
            spoken(NAME.but(weight=weight), self.first.language) for weight in (600, 400)
        ]
        self._house = cache(self._set_house)
        self._facts, self._group = cache(self._say_facts), cache(self._say_group)
        self._purposes = self._set_purposes()
        self._ruling = cache(self._ruled)
        self.groups = self._groups(guests)
        self.top = TOP + max(self.head.height(self._facts(group)) for group, _ in self.groups)
        lines = max(len(column) for column in self.heads)
        self.table = self.top + 4 + lines * HEAD.leading
        self.count = int((request.size[1] - FOOT - self.table - 4) / ROW)

    def parts(self) -> Iterator[Part]:
        """What stands on each page: a category begins a new one and counts from one.

        Blank rows end each part.
        """
        sheets = [self._sheets(len(members)) for _, members in self.groups]
        page = 0
        for (category, members), pages in zip(self.groups, sheets, strict=True):
            waiting = enumerate(chain(members, repeat(None)), 1)
            for _ in range(pages):
                page += 1
                rows = [self._row(at, guest) for at, guest in islice(waiting, self.count)]
                yield Part(category, tuple(rows), f"{page} / {sum(sheets)}")

    def _sheets(self, guests: int) -> int:
        """How many so many guests take; none for blank rows alone where the least stand there."""
        sheets = max(1, -(-guests // self.count))
        if sheets * self.count - guests >= self.least:
            return sheets
        return -(-(guests + self.blank) // self.count)

    def _groups(self, guests: Sequence[Guest]) -> list[tuple[str, list[Guest]]]:
        if self.request.options["by"] == "alphabet" or not guests:
            return [("", list(guests))]
        key = sort_key(self.first.language)

        def place(guest: Guest) -> tuple[bytes, str]:
            category = guest.attendee.category
            return key(terms.category_group(category, self.first.language)), category

        ordered = sorted(guests, key=place)
        return [(at[1], list(found)) for at, found in groupby(ordered, key=place)]

    # -- setting -------------------------------------------------------------------------------

    def _column(self, say: Say) -> list[Paragraph]:
        return [text for _, text in each(self.wordings, say, HEAD, HEAD.but(weight=400))]

    def _row(self, number: int, guest: Guest | None) -> Row:
        if guest is None:
            return Row(number)
        house = organisation_of(guest.person) or 0
        return Row(number, guest.attendee.category, self._name(guest), self._house(house))

    def _name(self, guest: Guest) -> Text:
        """Family name strong, given names light: on two lines at most, else smaller."""
        language = self.first.language
        name = guest.person.name(language, tags.script_of(language))
        listed = names.list_name(name, language)
        strong = len(name.family or listed) if listed.startswith(name.family) else 0
        strong += listed[strong : strong + 1] in (",", "،")
        every = (Span(listed[:strong], self.looks[0]), Span(listed[strong:], self.looks[1]))
        spans = tuple([span for span in every if span.text])
        return Text(spans, lambda: self._set_name(spans, strong + 1))

    def _set_name(self, spans: Sequence[Span], seam: int) -> Block:
        text = Paragraph(spans, setting="name", seams=[seam], rtl=self.first.rtl)
        leading = 1.4 if self.first.rtl else 1.2
        sizes = (9.2, 8.6, 8.2, 7.6, 7.0)
        return fit([text], NAME_WIDTH, sizes, lines=2, leading=leading).blocks[0]

    def _set_house(self, id: int) -> Block | None:
        house = self.first.dossier.organisations.get(id)
        text = self.first.paragraph(house.name, HOUSE, "title") if house else None
        leading = 1.4 if self.first.rtl else 1.25
        sizes = (8.0, 7.6, 7.2, 7.0)
        return text and fit([text], HOUSE_WIDTH, sizes, lines=2, leading=leading).blocks[0]

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, document: Document, category: str, parts: Iterable[Part]) -> Iterator[int]:
        """The pages of a category; after each comes how many guests stand on it.

        All rows are one table, which is headed on its first page; on the others a stamp says the
        same to the eye.
        """
        pen = self._pen(document.page())
        self.head.draw(pen, TOP, self._facts(category))
        if category:
            pen.page.bookmark(terms.category_group(category, self.first.language))
        head = Stamp(lambda page: self._draw_head(self._pen(page), category))
        ledger = self._ledger(pen)
        with document.tag("Table"):
            self._draw_heads(pen)
            for place, part in enumerate(parts):
                if place:
                    pen = self._pen(document.page())
                    pen.page.stamp(head)
                self._draw_page(pen, ledger, part)
                yield sum([row.name is not None for row in part.rows])

    def _pen(self, page: Page) -> Pen:
        return Pen(page.document, page, MARGIN, MARGIN + self.width, self.first.rtl)

    def _draw_head(self, pen: Pen, category: str) -> None:
        self.head.draw(pen, TOP, self._facts(category))
        self._draw_heads(pen)

    def _draw_page(self, pen: Pen, ledger: Ledger, part: Part) -> None:
        page = pen.page
        for at, row in enumerate(part.rows):
            cells = self._number(row.number), row.name, row.house, None
            ledger.row(page, self._top(at) + ROW / 2, cells)
        with pen.document.artifact():
            self._draw_colours(pen, part)
            folio = Paragraph(part.folio, FOLIO, setting="plain", rtl=False)
            pen.text(pen.width, page.height - FOOT_LINE, folio, align="end")
        present = sorted({row.category for row in part.rows if row.category})
        page.stamp(self._ruling(len(part.rows), tuple(present)))

    def _top(self, row: int) -> float:
        return self.table + row * ROW

    def _ruled(self, count: int, present: tuple[str, ...]) -> Stamp:
        """The ruling of a page of so many rows, the categories on it and the foot."""
        return Stamp(lambda page: self._draw_ruling(self._pen(page), count, present))

    def _draw_ruling(self, pen: Pen, count: int, present: tuple[str, ...]) -> None:
        ends = map(self._top, range(1, count + 1))
        pen.page.rules([(pen.left, y, pen.right, y) for y in ends], HAIRLINE, 0.5)
        x, bottom = pen.x(OFFSETS[2]), self._top(count)
        pen.page.rule(x, self.top - 4, x, bottom, HAIRLINE)
        Legend.of(self.wordings, present, self.width).draw(pen, bottom + mm(5))
        for place, block in enumerate(self._purposes):
            align = "start" if block is None or block.rtl == pen.rtl else "end"
            offset, y = place * self._share(), pen.page.height - FOOT_LINE
            pen.block(offset, y, block, align=align)

    def _draw_colours(self, pen: Pen, part: Part) -> None:
        """A bar in the colour of its category beside each name."""
        tops: dict[str, list[float]] = {}
        for at, row in enumerate(part.rows):
            if row.category:
                tops.setdefault(row.category, []).append(self._top(at) + mm(2.4))
        x, high = pen.x(OFFSETS[0] - mm(3), mm(0.9)), ROW - mm(4.8)
        for category, found in tops.items():
            bars = [(x, y, mm(0.9), high) for y in found]
            pen.page.rectangles(bars, fill=colour(category))

    def _say_facts(self, group: str) -> list[Paragraph | None]:
        """Which guests, when, where."""
        strong = FACT.but(weight=600)
        category = self._group(group, strong.but(colour=colour(group))) if group else None
        days = self.first.paragraph(self.first.dates(), strong, "title")
        places = each(self.wordings, lambda w: w.place(), FACT, FACT.but(colour=GREY))
        return [category, days, *(place for _, place in places)]

    def _draw_heads(self, pen: Pen) -> None:
        with pen.document.tag("TR"):
            for start, texts in zip((0, *OFFSETS[:2], OFFSETS[2] + PAD), self.heads, strict=True):
                with pen.document.tag("TH", scope="Column"):
                    y = self.top + 3
                    for text in texts:
                        pen.text(start, y, text)
                        y += HEAD.leading
        pen.rule(0, pen.width, self.table, NAVY, 0.9)

    def _ledger(self, pen: Pen) -> Ledger:
        columns = [
            pen.column(0, COLUMNS[0], "Row"),
            pen.column(OFFSETS[0], NAME_WIDTH),
            pen.column(OFFSETS[1], HOUSE_WIDTH),
            pen.column(OFFSETS[2], 0.0),
        ]
        return Ledger(pen.document, columns, rtl=pen.rtl)

    def _number(self, number: int) -> Text:
        spans = (Span(str(number), self.number),)
        return Text(spans, lambda: Paragraph(spans, setting="plain", rtl=False).set(COLUMNS[0]))

    def _share(self) -> float:
        """Of the foot's width, for each language."""
        return (self.width - mm(14)) / len(self.wordings)

    def _set_purposes(self) -> list[Block | None]:
        texts = map(self._purpose, self.wordings)
        return [text and text.set(self._share() - mm(6)) for text in texts]

    def _purpose(self, wording: Wording) -> Paragraph | None:
        usual = wording.words.text(
            "These data serve only to confirm attendance and are destroyed after six months."
        )
        own = self.request.options["purpose"]
        said = "" if own and wording is not self.first else own or usual
        return wording.paragraph(said, SMALL, "title")

    def _say_group(self, category: str, style: Style) -> Paragraph | None:
        """The guests of a category, in every language."""
        return together(
            self.wordings,
            lambda w: terms.category_group(category, w.language),
            style,
            between=DOT,
        )


_HEADS: tuple[Say, ...] = (
    lambda w: w.words.text("No."),
    lambda w: w.words.text("Family name, given name"),
    lambda w: w.words.text("Organisation"),
    lambda w: w.words.text("Signature"),
)


def _count(text: str) -> int:
    if text and not (text.isdecimal() and int(text) <= 500):
        raise CannotPrint("“{text}” is no number of blank rows: write 0 to 500.", text=text)
    return int(text or 4)
