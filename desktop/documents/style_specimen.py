"""A house style in small: a sheet by which one knows it among others."""

import io

from desktop.documents.styles import HouseStyle
from desktop.documents.tokens import (
    BAR,
    COVER_ACCENT,
    GREY,
    HAIRLINE,
    INK,
    NAVY,
    NAVY_LIGHT,
    OCHRE,
)
from desktop.documents.typesetting import making
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.style import Style

SIZE = WIDTH, HEIGHT = 96.0, 128.0
"""Points of the sheet."""
FIELD, EDGE = 62.0, 9.0
"""Height of the cover's field above, and what stays free around the rest."""
LETTERS = "Aa"
_TITLE = Style("serif", 600, size=38, leading=38, colour="#FFFFFF")
_TEXT = Style("serif", 400, size=19, leading=19, colour=INK)
_BARS = ((1.0, BAR), (0.72, NAVY_LIGHT), (0.45, BAR))


def make(style: HouseStyle) -> bytes:
    """A sheet as PDF: titles on the cover's field, text, lines and a chart, all in the style."""
    stream = io.BytesIO()
    with (
        making.using(style.making),
        Document(stream, title=LETTERS, languages=("en",), size=SIZE) as document,
    ):
        page = document.page()
        with document.artifact():
            _field(page, style)
            _body(page)
    return stream.getvalue()


def _field(page: Page, style: HouseStyle) -> None:
    """The field of a booklet's cover, as this style has it, with letters of a title."""
    filled = style.cover == "filled"
    if filled:
        page.rectangle(0, 0, WIDTH, FIELD, fill=NAVY)
    elif style.cover == "framed":
        page.rectangle(EDGE / 2, EDGE / 2, WIDTH - EDGE, FIELD - EDGE, stroke=NAVY, thickness=2)
    else:
        page.rule(EDGE, EDGE / 2, WIDTH - EDGE, EDGE / 2, NAVY, 2)
        page.rule(EDGE, FIELD - EDGE / 2, WIDTH - EDGE, FIELD - EDGE / 2, NAVY, 2)
    page.text(EDGE + 2, 42, LETTERS, _TITLE if filled else _TITLE.but(colour=NAVY))
    page.rectangle(EDGE + 3, 50, 22, 3, fill=COVER_ACCENT if filled else OCHRE)


def _body(page: Page) -> None:
    """Running text beside its letters; a chart and the foot of the page below."""
    page.text(EDGE, FIELD + 20, LETTERS, _TEXT)
    right = WIDTH - EDGE
    for y, stop, colour in ((9, right, INK), (14, right, INK), (19, right - 14, GREY)):
        page.rule(EDGE + 30, FIELD + y, stop, FIELD + y, colour, 1.6)
    for place, (part, colour) in enumerate(_BARS):
        page.rectangle(EDGE, FIELD + 30 + 8 * place, part * (right - EDGE), 5, fill=colour)
    page.rule(EDGE, HEIGHT - 8, right, HEIGHT - 8, HAIRLINE, 1)
