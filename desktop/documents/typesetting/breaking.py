"""Lines out of boxes: the cheapest breaks over a whole paragraph, not one line after another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Cut(NamedTuple):
    """A place where a line may end."""

    box: int  # boxes before the cut (the box itself is split where offset > 0)
    offset: int = 0  # characters of box number `box` that stay on the line before the cut


@dataclass(frozen=True, slots=True)
class Prices:
    """What a paragraph pays: per line, for white space, for a hyphen, for a bad last word."""

    line: float
    slack: float
    last_slack: float
    short_last: float
    hyphen: float
    ladder: float  # two hyphens in a row
    glue: float


BODY = Prices(1.2, 4.0, 0.0, 0.9, 0.35, 0.8, 0.16)
TITLE = Prices(100.0, 3.0, 2.0, 0.0, 0.0, 0.0, 2.0)
