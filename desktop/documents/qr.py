"""QR symbols as areas of ink: sharp at any size, one path each.

ISO/IEC 18004, error correction level M (15 % of the symbol may be lost).
"""

from functools import lru_cache
from typing import NamedTuple

from desktop.documents.tokens import INK
from desktop.documents.typesetting.page import Page

QUIET = 4
"""Modules that stay white around a symbol."""
OF_TICKET = 25
"""Modules a side of the symbol of a ticket's code."""
_MASK = 0  # any is read; trying all eight takes longer than setting the badge around the symbol
_OVERLAP = 1.002  # of a row over the next, so that no hairline shows between them


class Symbol(NamedTuple):
    """A symbol: modules a side, and the runs of dark ones as (row, first, length)."""

    modules: int
    runs: tuple[tuple[int, int, int], ...]

    def quiet(self, side: float) -> float:
        """Width of the white that a symbol of this side needs around it, in the same unit."""
        return QUIET * side / self.modules


@lru_cache(16)
def symbol(payload: str) -> Symbol:
    """The symbol that says `payload`; smallest where that is in capitals and figures."""
    import segno

    matrix = segno.make(payload, error="m", boost_error=False, micro=False, mask=_MASK).matrix
    runs: list[tuple[int, int, int]] = []
    for row, modules in enumerate(matrix):
        at = modules.find(1)
        while at >= 0:
            end = modules.find(0, at)
            end = len(modules) if end < 0 else end
            runs.append((row, at, end - at))
            at = modules.find(1, end)
    return Symbol(len(matrix), tuple(runs))


def draw(page: Page, x: float, y: float, side: float, payload: str, colour: str = INK) -> None:
    """Draw with the top left corner of the dark at (x, y), `side` points wide.

    The caller keeps `symbol(payload).quiet(side)` points white around it.
    """
    found = symbol(payload)
    step = side / found.modules
    page.rectangles(
        [
            (x + first * step, y + row * step, length * step, step * _OVERLAP)
            for row, first, length in found.runs
        ],
        fill=colour,
    )
