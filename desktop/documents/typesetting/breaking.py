"""Where lines end: the cheapest breaks over a whole paragraph, not line after line.

Knuth and Plass, "Breaking paragraphs into lines" (1981), for ragged text: a line pays for the
white it leaves, for a hyphen, and for the word it ends with.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from operator import add
from typing import Protocol


class Item(Protocol):
    """A stretch of text that no line break divides; widths in points."""

    @property
    def width(self) -> float:
        """Its width with the space that follows."""
        ...

    @property
    def trailing(self) -> float:
        """What is added where a line ends with it: less the space, or a hyphen more."""
        ...

    @property
    def price(self) -> float:
        """What it costs to end a line with it."""
        ...

    @property
    def hyphen(self) -> bool:
        """Whether such a line ends in a hyphen."""
        ...


@dataclass(frozen=True, slots=True)
class Prices:
    """What a paragraph pays; the white of a line is a share of the width, squared."""

    line: float  # each line
    white: float  # of every line but the last
    last_white: float
    short_last: float  # a last line under a third of the width
    hyphens: float  # two lines in a row that end in a hyphen
    most_white: float  # beyond it a line is not looked at while a fuller one is to be had


BODY = Prices(1.2, 4.0, last_white=0.0, short_last=0.9, hyphens=0.8, most_white=0.35)
TITLE = Prices(100.0, 3.0, last_white=3.0, short_last=0.0, hyphens=0.0, most_white=1.0)
LOOSE = 0.25
"""The share of a line that may stay white rather than hyphenate a paragraph."""
_SLIP = 0.01  # points; sums of widths are not exact


def breaks(items: Sequence[Item], width: float, prices: Prices) -> list[int]:
    """The number of items before each line's end; the last is len(items).

    An item wider than the column stands on a line of its own.
    """
    count = len(items)
    search = _Search(items, width, prices)
    if count and search.ends[count] <= width + _SLIP:
        return [count]
    for start in range(count):
        if search.best[start] < inf:
            search.lines_from(start)
    return search.path()


def is_loose(items: Sequence[Item], ends: Sequence[int], width: float) -> bool:
    """Whether a line but the last leaves more white than ragged text should."""
    for start, end in pairwise([0, *ends[:-1]]):
        line = sum([item.width for item in items[start:end]]) + items[end - 1].trailing
        if line < width * (1 - LOOSE):
            return True
    return False


class _Search:
    """The least that lines up to each item can cost, and where the last of them begins."""

    def __init__(self, items: Sequence[Item], width: float, prices: Prices) -> None:
        count = len(items)
        starts = [0.0, *accumulate([item.width for item in items])]
        self.items, self.width, self.prices = items, width, prices
        self.starts = starts  # where each item begins if all stood on one line
        self.ends = [0.0, *map(add, starts[1:], [item.trailing for item in items])]
        self.least = [0.0, *map(min, starts[1:], self.ends[1:])]  # never shrinks, for bisection
        self.costs = [0.0, *[prices.line + item.price for item in items]]
        self.best, self.before = [0.0, *[inf] * count], [0] * (count + 1)
        most, dear = prices.most_white, prices.white
        self.at_hand = self.ends, self.costs, self.best, self.before, width, most, dear, count

    def lines_from(self, start: int) -> None:
        """Consider every line that begins with item `start`, the longest first."""
        ends, costs, best, before, width, most, dear, count = self.at_hand
        limit, paid = self.starts[start] + width + _SLIP, best[start]
        ladder = self.prices.hyphens if start and self.items[start - 1].hyphen else 0.0
        furthest = bisect_right(self.least, limit, start + 1) - 1
        if furthest == start:
            furthest += 1  # an item wider than the column
        for end in range(furthest, start, -1):
            white = (limit - ends[end]) / width
            if white < 0.0 and end > start + 1:
                continue
            if white > most and end < furthest - 1:
                break
            if end == count:
                cost = self.last(paid, max(white, 0.0))
            else:
                cost = paid + costs[end] + dear * white * white
                if ladder and self.items[end - 1].hyphen:
                    cost += ladder
            if cost < best[end]:
                best[end], before[end] = cost, start

    def last(self, paid: float, white: float) -> float:
        """The cost of all lines where the last leaves so much white."""
        short = self.prices.short_last if white > 2 / 3 else 0.0
        return paid + self.prices.line + short + self.prices.last_white * white * white

    def path(self) -> list[int]:
        """The ends of the cheapest lines."""
        ends: list[int] = []
        end = len(self.items)
        while end:
            ends.append(end)
            end = self.before[end]
        return ends[::-1]
