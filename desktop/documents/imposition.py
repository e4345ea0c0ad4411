"""Which pages of a booklet stand together on a sheet that is printed on both sides and folded.

Sheets lie in one another (saddle stitch): the outermost holds the first and the last page.
"""

from typing import NamedTuple

PER_SHEET = 4
"""Pages that one sheet holds, two on either side."""
THICKNESS = {"80": 0.10, "120": 0.15, "170": 0.19}
"""Of one leaf, in millimetres, by grammes a square metre."""


class Side(NamedTuple):
    """One side of a sheet: the page in its left half and that in its right one, from 1."""

    left: int
    right: int


class Sheet(NamedTuple):
    """A sheet as it is printed; turned over its short edge, the back is upright."""

    front: Side
    back: Side


def padded(pages: int) -> int:
    """So many pages, and blank ones until the sheets are full."""
    return -(-pages // PER_SHEET) * PER_SHEET


def sheets(pages: int, *, rtl: bool = False) -> list[Sheet]:
    """The sheets of a booklet, the outermost first.

    `pages` is a multiple of four. A book that is read from the right is the mirror image of one
    that is read from the left.
    """
    found = [
        Sheet(Side(pages - low, low + 1), Side(low + 2, pages - low - 1))
        for low in range(0, pages // 2, 2)
    ]
    return [Sheet(*(Side(*reversed(side)) for side in sheet)) for sheet in found] if rtl else found


def creep(sheet: int, thickness: float) -> float:
    """How far the pages of a sheet (0: the outermost) move to the fold, in the thickness' unit.

    Every sheet pushes those inside it out by its own thickness, and they are cut off level.
    """
    return sheet * thickness
