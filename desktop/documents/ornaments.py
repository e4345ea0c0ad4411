"""What makes a paper look like a certificate: a rosette behind the text, frames around it."""

import math
from functools import cache

from desktop.documents.tokens import NAVY, OCHRE
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.drawing import Drawing, Layer
from desktop.documents.typesetting.page import Page

OUTER, INNER = mm(9), mm(11)
"""From the edge of the sheet to each frame."""
CORNER = mm(5.4)
_TURN = 720  # points of a line of the rosette
_LOBES = 18
_FAINT = "#EFE9DB"


@cache
def rosette(radius: float) -> Drawing:
    """Two rings of waves, as engine-turned on banknotes, so faint that text is read over them."""
    outer = _ring(radius, radius * 62 / 71, radius * 9 / 71, 8)
    inner = _ring(radius, radius * 45 / 71, radius * 6 / 71, 6)
    layers = (Layer(outer, _FAINT, 0.4), Layer(inner, _FAINT, 0.3))
    return Drawing(2 * radius, 2 * radius, layers)


def _ring(
    centre: float, radius: float, wave: float, count: int
) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Waves around a circle, each a little further round than the one before."""
    return tuple(_wave(centre, radius, wave, turn * math.tau / count) for turn in range(count))


def _wave(
    centre: float, radius: float, wave: float, phase: float
) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    for step in range(_TURN + 1):
        angle = step * math.tau / _TURN
        reach = radius + wave * math.cos(_LOBES * angle + phase)
        points.append((centre + reach * math.cos(angle), centre + reach * math.sin(angle)))
    return tuple(points)


def frames(document: Document, page: Page) -> None:
    """A navy frame, a fine ochre one within, and a stud on each corner."""
    width, height = page.width, page.height
    with document.artifact():
        for inset, colour, thickness in ((OUTER, NAVY, 1.4), (INNER, OCHRE, 0.5)):
            page.rectangle(
                *(inset, inset, width - 2 * inset, height - 2 * inset),
                stroke=colour,
                thickness=thickness,
            )
        for x in (INNER, width - INNER):
            for y in (INNER, height - INNER):
                _square(page, x, y, CORNER, fill="#FFFFFF")
                _square(page, x, y, mm(3.2), stroke=OCHRE)
                _square(page, x, y, mm(1.4), fill=NAVY)


def _square(
    page: Page, x: float, y: float, side: float, fill: str | None = None, stroke: str | None = None
) -> None:
    page.rectangle(x - side / 2, y - side / 2, side, side, fill=fill, stroke=stroke)
