"""The two covers of a booklet: in front a field with titles and days, behind the organisers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents import letterhead, logos
from desktop.documents.leaf import Leaf
from desktop.documents.masthead import eyebrows, paragraphs
from desktop.documents.styles import HouseStyle
from desktop.documents.tokens import (
    COVER_ACCENT,
    COVER_DOT,
    COVER_TEXT,
    GREY,
    HAIRLINE,
    INK,
    NAVY,
    OCHRE,
    OCHRE_TEXT,
)
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Align, Page
from desktop.documents.typesetting.paragraph import fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording

EDGE, FIELD_TOP, PADDING = mm(9), mm(46), mm(10)
TITLE = Style("serif", 600, size=24, leading=29)
SUBTITLE = Style("serif", 400, italic=True, size=11, leading=14.5)
DATE = Style("sans", 400, size=9.2, leading=13)
SIZES = (24.0, 23.0, 22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0)
SMALL = Style("sans", 400, size=8.2, leading=11.5, colour=GREY)
ROWS, FIRST_ROW, APART, DOT = 7, mm(15), mm(4.9), mm(0.82)
"""The hall on the cover: rows of seats, radius of the first, and between them."""
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Ink:
    """The colours of a cover."""

    title: str
    text: str
    eyebrow: str
    accent: str
    dot: str


_ON_FIELD = _Ink("#FFFFFF", COVER_TEXT, COVER_ACCENT, COVER_ACCENT, COVER_DOT)
_ON_PAPER = _Ink(NAVY, INK, OCHRE_TEXT, OCHRE, HAIRLINE)


def front(
    document: Document,
    page: Page,
    leaf: Leaf,
    wordings: Sequence[Wording],
    style: HouseStyle,
    bleed: float,
) -> None:
    """Logos over a field; where there is `bleed`, the field runs out of the page."""
    head = Columns(EDGE, leaf.width - EDGE, 0, 0, (1.0,), wordings[0].rtl)
    _logos(document, page, head, wordings, mm(style.booklet_logos))
    _field(document, page, leaf, style, bleed)
    cover = _Cover(document, page, leaf, wordings, style.cover == "filled")
    y = cover.titles(FIELD_TOP + mm(12))
    y = cover.days(y + 6)
    cover.hall(y + 4, leaf.height - EDGE - mm(8))


def _logos(
    document: Document, page: Page, columns: Columns, wordings: Sequence[Wording], logo: float
) -> None:
    """One or two organisers with their names; more, or wide logos, as a row."""
    found = logos.organisers(wordings[0].dossier)
    marks = logos.logos(list(wordings), logo)
    narrow = all(mark.picture and mark.width <= 1.8 * logo for mark in marks)
    compose = letterhead.names_beside if len(found) <= 2 and narrow else letterhead.logos_alone
    if found:
        band = compose(wordings, columns, logo, ruled=False)
        band.draw(document, page, max(mm(9), (FIELD_TOP - band.height) / 2 + 4))


def _field(document: Document, page: Page, leaf: Leaf, style: HouseStyle, bleed: float) -> None:
    edge, low = (-bleed, leaf.height + bleed) if bleed else (EDGE, leaf.height - EDGE)
    wide, tall = leaf.width - 2 * edge, low - FIELD_TOP
    with document.artifact():
        if style.cover == "filled":
            page.rectangle(edge, FIELD_TOP, wide, tall, fill=NAVY)
            return
        inner = leaf.width - 2 * EDGE
        if style.cover == "framed":
            low = leaf.height - EDGE - FIELD_TOP
            page.rectangle(EDGE, FIELD_TOP, inner, low, stroke=NAVY, thickness=1.4)
            page.rectangle(
                EDGE + 5, FIELD_TOP + 5, inner - 10, low - 10, stroke=NAVY, thickness=0.5
            )
        else:
            page.rule(EDGE, FIELD_TOP, EDGE + inner, FIELD_TOP, NAVY, 0.8)
            page.rule(EDGE, leaf.height - EDGE, EDGE + inner, leaf.height - EDGE, NAVY, 0.8)


class _Cover:
    """Draws on the field of a cover, top down."""

    def __init__(
        self,
        document: Document,
        page: Page,
        leaf: Leaf,
        wordings: Sequence[Wording],
        filled: bool,
    ) -> None:
        self.document, self.page, self.wordings = document, page, wordings
        self.ink = _ON_FIELD if filled else _ON_PAPER
        self.left, self.right = EDGE + PADDING, leaf.width - EDGE - PADDING
        self.width, self.rtl = self.right - self.left, wordings[0].rtl
        self.low = leaf.height - EDGE

    def titles(self, y: float) -> float:
        """Eyebrow, titles at one size with a short rule between them, subtitles."""
        self._eyebrow(y)
        event = self.wordings[0].dossier.event
        ink = TITLE.but(colour=self.ink.title)
        titles = paragraphs(event.title, self.wordings, ink)
        leading = 1.42 if any(w.rtl for w in self.wordings) else 1.2
        blocks = fit(titles, self.width, SIZES, lines=3, leading=leading).blocks
        y += 34
        for place, block in enumerate(blocks):
            if place:
                self._rule(y - block.leading + 14)
                y += 20
            y = self._block(y, block, "H1")
        style = SUBTITLE.but(colour=self.ink.text)
        for line in paragraphs(event.subtitle, self.wordings, style):
            look = line.at(SUBTITLE.size, 18.0) if line.tall else line
            y = self._block(y - 6, look.set(self.width), "P") + 4
        return y

    def days(self, y: float) -> float:
        """Days and places, every language in its half."""
        gap = mm(5)
        wide = (self.width - gap) / 2 if len(self.wordings) > 1 else self.width
        ends: list[float] = []
        for index, wording in enumerate(self.wordings):
            first = (index == 0) != self.rtl
            x = self.left if first else self.right - wide
            at = y
            for text in (wording.dates(), wording.place()):
                line = wording.paragraph(text, DATE.but(colour=self.ink.text), "title")
                if line is not None:
                    with self.document.tag("P", language=wording.language):
                        at = self.page.block(x, at, line.set(wide), hang=0)
            ends.append(at)
        return max(ends, default=y)

    def hall(self, top: float, floor: float) -> None:
        """Rows of seats around a platform, as many as there is room for."""
        middle = (self.left + self.right) / 2
        room = min(floor - top, self.width / 2 + PADDING / 2) - DOT
        rows = min(ROWS, 1 + int((room - FIRST_ROW) / APART))
        if rows < LEAST_ROWS:
            return
        with self.document.artifact():
            for row in range(rows):
                for place, (x, y) in enumerate(_seats(FIRST_ROW + row * APART)):
                    taken = (3 * place * place + 5 * place * row + 11 * row) % 14 == 3
                    colour = self.ink.accent if taken else self.ink.dot
                    self.page.circle(middle + x, floor - y, DOT, fill=colour)
            self.page.rectangle(
                middle - mm(8), floor - mm(0.8), mm(16), mm(1.6), fill=self.ink.accent
            )

    def _eyebrow(self, y: float) -> None:
        line = eyebrows(self.wordings, Wording.kind, self.ink.eyebrow)
        if line is not None:
            self._block(y, line.set(self.width), "P")

    def _rule(self, y: float) -> None:
        start, stop = self.left, self.left + mm(14)
        if self.rtl:
            start, stop = self.right - mm(14), self.right
        with self.document.artifact():
            self.page.rule(start, y, stop, y, self.ink.accent, 1.2)

    def _block(self, y: float, block: Block, role: str) -> float:
        align: Align = "start" if block.rtl == self.rtl else "end"
        with self.document.tag(role, language=block.language):
            return self.page.block(self.left, y, block, align=align)


def _seats(radius: float) -> list[tuple[float, float]]:
    """Places on a half circle over its middle, about as far apart as rows are."""
    steps = round(math.pi * radius / (1.07 * APART))
    turns = [math.pi * step / steps for step in range(steps + 1)]
    return [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]


def back(
    document: Document, page: Page, leaf: Leaf, wordings: Sequence[Wording], style: HouseStyle
) -> None:
    """The organisers, and what the event says at the foot of its papers."""
    left, right = EDGE + PADDING, leaf.width - EDGE - PADDING
    columns = Columns(left, right, 0, 0, (1.0,), wordings[0].rtl)
    y = 0.62 * leaf.height
    if logos.organisers(wordings[0].dossier):
        band = letterhead.logos_alone(wordings, columns, mm(style.booklet_logos), ruled=False)
        band.draw(document, page, y - band.height - 14)
    with document.artifact():
        page.rule(left, y, right, y, NAVY, 0.8)
    y += 18
    for wording in wordings:
        event = wording.dossier.event
        for text, look in (
            (event.title, SMALL.but(weight=600, colour=NAVY)),
            (wording.dates(), SMALL),
            (wording.place(), SMALL),
            (event.footer or style.footer, SMALL),
            (wording.version(), SMALL),
        ):
            line = wording.paragraph(text, look, "title")
            if line is not None:
                with document.tag("P", language=wording.language):
                    y = page.block(left, y, line.set(right - left), align="centre", hang=0)
        y += 7
