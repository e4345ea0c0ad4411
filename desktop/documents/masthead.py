"""The head of a programme's first page: logos, kind of event, titles, days and places.

One or two languages are centred under their logos; three stand flush over their columns, the
logos in the margin. A masthead is a stack of bands, measured before anything is drawn.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

from desktop.documents import logos
from desktop.documents.pen import BETWEEN
from desktop.documents.tokens import EYEBROW, INK, NAVY, OCHRE, OCHRE_TEXT
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.frames import Solid, air
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Align, Page
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import DOT, Wording, once
from desktop.domain.localized import Localized

TITLE = Style("serif", 600, size=18.5, leading=22, colour=NAVY)
SUBTITLE = Style("serif", 400, italic=True, size=10.8, leading=14, colour=INK)
NASKH_SUBTITLE = 17.0
DATE = Style("sans", 400, size=9.2, leading=12, colour=INK)
PLACE = Style("sans", 400, size=8.2, leading=11, colour=INK)
SMALLEST_TITLE, SMALLEST_ON_ONE_LINE = 12.0, 13.5
UNDER_NASKH = 7.0
"""Points under a title that ends in Arabic letters, whose tails reach far below the line."""
TAILS = 3.0
"""Points more between such a title and the next."""
MARGIN_LOGO = 36.0
"""Height of a logo that stands in the margin, in points."""


class Masthead:
    """The bands of a masthead, for these languages in these columns.

    Logos are `logo` points tall at most, titles set at `most` points or less.
    """

    def __init__(
        self, wordings: Sequence[Wording], columns: Columns, logo: float, most: float
    ) -> None:
        self._wordings, self._columns = list(wordings), columns
        self._logo, self._most = logo, most
        self._left, self._right = columns.left, columns.right
        flush = len(self._wordings) > 2
        self._align: Align = "start" if flush else "centre"
        self._margin = self._margin_logos() if flush else []
        if flush:
            self._left, self._right = _without_aside(columns)
        self._bands = list(self._flush() if flush else self._centred())

    @property
    def height(self) -> float:
        """From the upper edge of the logos to where the programme may begin."""
        return sum(band.height for band in self._bands)

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`."""
        x, _ = self._columns.edge
        y = top
        for logo in self._margin:
            logo.draw(document, page, x - logo.width if self._columns.rtl else x, y)
            y += logo.height + 6
        for band in self._bands:
            band.draw(document, page, top)
            top += band.height

    # -- the two arrangements ------------------------------------------------------------------

    def _centred(self) -> list[Solid]:
        bands = [*self._logo_bands(), *self._eyebrow(), *self._titles()]
        return [*bands, *self._days_on_one_line(), air(15)]

    def _flush(self) -> list[Solid]:
        rows = [] if self._margin else self._logo_bands()
        bands = [*rows, *self._eyebrow(), *self._titles()]
        logos_end = sum(logo.height + 6 for logo in self._margin)
        short = logos_end - sum(band.height for band in bands)
        return [*bands, air(max(12.0, short)), self._days_by_column(), air(6)]

    def _margin_logos(self) -> list[logos.Logo]:
        """The logos, where they fit one under the other into the margin."""
        found = logos.logos(self._wordings, MARGIN_LOGO)
        fits = all(one.picture and one.width <= self._columns.aside - 6 for one in found)
        return found if fits and len(found) <= 2 else []

    # -- bands ---------------------------------------------------------------------------------

    def _logo_bands(self) -> list[Solid]:
        found = logos.logos(self._wordings, self._logo)
        return [self._logo_band(row) for row in logos.rows_of(found)]

    def _logo_band(self, row: list[logos.Logo]) -> Solid:
        share = 0.5 if self._align == "centre" else float(self._columns.rtl)

        def draw(document: Document, page: Page, top: float) -> None:
            logos.draw_row(document, page, row, self._left, self._right, top, share)

        return Solid(logos.row_height(row) + 10, draw)

    def _eyebrow(self) -> list[Solid]:
        line = eyebrows(self._wordings, Wording.kind)
        return [self._text(line, 16, 8)] if line is not None else []

    def _titles(self) -> list[Solid]:
        event = self._wordings[0].dossier.event
        titles = paragraphs(event.title, self._wordings, TITLE)
        blocks = _one_size(titles, self._width, self._most)
        apart = 4.0 if any(len(block.lines) > 1 for block in blocks) else 0.0
        bands = [
            self._blocks([one], "H1", one.leading * 0.78, one.height + apart + TAILS * one.rtl)
            for one in blocks
        ]
        lines = [
            self._text(line.at(SUBTITLE.size, NASKH_SUBTITLE) if line.tall else line, 0, 12)
            for line in paragraphs(event.subtitle, self._wordings, SUBTITLE)
        ]
        under = UNDER_NASKH - TAILS if blocks and blocks[-1].rtl else 2.0
        return [*bands, air(under), *lines, air(4)] if lines else bands

    def _days_on_one_line(self) -> list[Solid]:
        """Days and places of both languages on one line if it holds them, else on two."""
        lines = [_day_and_place(wording) for wording in self._wordings]
        spans = [line for line in lines if line is not None]
        halves = [line.set(self._width / 2 - 9) for line in spans]
        if len(halves) == 2 and all(len(half.lines) == 1 for half in halves):
            return [self._day_pair(halves[0], halves[1])]
        return [self._text(line, 0, 14 if not place else 12) for place, line in enumerate(spans)]

    def _day_pair(self, first: Block, second: Block) -> Solid:
        """Two lines that meet at a rule in the middle."""
        middle = (self._left + self._right) / 2
        left, right = (second, first) if self._columns.rtl else (first, second)

        def draw(document: Document, page: Page, top: float) -> None:
            with document.artifact():
                page.rule(middle, top + 5.5, middle, top + 16.5, OCHRE, 0.9)
            for x, block, inner in ((self._left, left, True), (middle + 9, right, False)):
                with document.tag("P", language=block.language):
                    page.block(x, top + 14, block, align="end" if inner != block.rtl else "start")

        return Solid(20, draw)

    def _days_by_column(self) -> Solid:
        cells: list[list[Block]] = []
        for index, wording in enumerate(self._wordings):
            days = wording.paragraph(wording.dates(), PLACE.but(weight=600), "title")
            place = wording.paragraph(wording.place(), PLACE, "title")
            wide = self._columns.width(index)
            cells.append([one.set(wide) for one in (days, place) if one is not None])

        def draw(document: Document, page: Page, top: float) -> None:
            for index, blocks in enumerate(cells):
                y = top + 8
                for block in blocks:
                    with document.tag("P", language=block.language):
                        y = page.block(self._columns.x(index), y, block)

        return Solid(max(sum(b.height for b in blocks) for blocks in cells) + 4, draw)

    # -- helpers -------------------------------------------------------------------------------

    @property
    def _width(self) -> float:
        return self._right - self._left

    def _text(self, paragraph: Paragraph, least: float, first: float) -> Solid:
        block = paragraph.set(self._width)
        return self._blocks([block], "P", first, max(least, block.height))

    def _blocks(
        self, blocks: Sequence[Block], role: str, first: float, height: float = 0.0
    ) -> Solid:
        """A band of text whose first baseline is `first` under its upper edge."""

        def draw(document: Document, page: Page, top: float) -> None:
            y = top + first
            for block in blocks:
                with document.tag(role, language=block.language):
                    y = page.block(self._left, y, block, align=self._align)

        return Solid(height or sum(block.height for block in blocks), draw)


def paragraphs(text: Localized, wordings: Sequence[Wording], style: Style) -> list[Paragraph]:
    """A title in each language, to stand under one another; the same words once."""
    said = zip(wordings, once(text, wordings), strict=True)
    return [each for w, words in said if (each := w.paragraph(words, style, "title"))]


def eyebrow(wording: Wording) -> Style:
    """Letter-spaced capitals; no spacing where a script has no capitals."""
    tracking = 0.0 if wording.rtl else EYEBROW.tracking
    size = 9.0 if wording.rtl else EYEBROW.size
    return EYEBROW.but(language=wording.language, tracking=tracking, size=size)


def eyebrows(
    wordings: Sequence[Wording], say: Callable[[Wording], str], colour: str = OCHRE_TEXT
) -> Paragraph | None:
    """Letter-spaced capitals in each language on one line, the same words once."""
    spans: dict[str, Span] = {}
    for wording in wordings:
        text = say(wording).upper()
        spans.setdefault(text, Span(text, eyebrow(wording).but(colour=colour)))
    spans.pop("", None)
    joined: list[Span] = []
    for span in spans.values():
        joined += [Span(BETWEEN, EYEBROW.but(colour=colour)), span] if joined else [span]
    ends = list(accumulate(len(span.text) for span in joined))[1:-1:2]
    return Paragraph(joined, setting="name", seams=ends, rtl=wordings[0].rtl) if joined else None


def _one_size(titles: list[Paragraph], width: float, most: float) -> tuple[Block, ...]:
    """Every title on one line if a size holds them, else on two lines, at one size."""
    leading = 1.45 if any(title.rtl for title in titles) else 1.19
    sizes = _steps(most, SMALLEST_ON_ONE_LINE if most > 16 else SMALLEST_TITLE)
    fitted = fit(titles, width, sizes, lines=1, leading=leading)
    if not fitted.fits:
        fitted = fit(titles, width, _steps(most - 1, SMALLEST_TITLE), lines=2, leading=leading)
    return fitted.blocks


def _steps(most: float, least: float) -> list[float]:
    return [most - step / 2 for step in range(int(2 * (most - least)) + 1)]


def _day_and_place(wording: Wording) -> Paragraph | None:
    said = [text for text in (wording.dates(), wording.place()) if text]
    return wording.paragraph(DOT.join(said), DATE, "title")


def _without_aside(columns: Columns) -> tuple[float, float]:
    if columns.rtl:
        return columns.left, columns.right - columns.aside
    return columns.left + columns.aside, columns.right
