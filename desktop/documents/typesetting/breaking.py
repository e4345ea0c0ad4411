"""Where lines end: the cheapest breaks over a whole paragraph, not line after line.

Knuth and Plass, "Breaking paragraphs into lines" (1981), for ragged text: a line pays for the
white it leaves, for a hyphen, and for the word it ends with.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import NamedTuple


class Item(NamedTuple):
    """A stretch of text that no line break divides; all widths in points."""

    width: float  # with the space that follows
    trailing: float  # what is added at a line's end: less the space, or a hyphen more
    price: float  # of ending a line here
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Prices:
    """What a paragraph pays; the white of a line is a share of the width, squared."""

    line: float  # each line
    white: float  # of every line but the last
    last_white: float
    short_last: float  # a last line under a third of the width
    hyphens: float  # two lines in a row that end in a hyphen
    most_white: float  # beyond it a line is not looked at while a fuller one is to be had


BODY = Prices(1.2, 4.0, last_white=0.0, short_last=0.9, hyphens=0.8, most_white=0.45)
TITLE = Prices(100.0, 3.0, last_white=2.0, short_last=0.0, hyphens=0.0, most_white=1.0)
_SLIP = 0.01  # points; sums of widths are not exact


def breaks(items: Sequence[Item], width: float, prices: Prices) -> list[int]:
    """The number of items before each line's end; the last is len(items).

    An item wider than the column stands on a line of its own.
    """
    count = len(items)
    upto = [0.0, *accumulate([item.width for item in items])]
    best, before = [0.0, *[inf] * count], [0] * (count + 1)
    furthest = 0
    for start in range(count):
        limit = upto[start] + width + _SLIP
        furthest = max(furthest, start + 1)
        while furthest < count and upto[furthest + 1] + min(items[furthest].trailing, 0) <= limit:
            furthest += 1
        if best[start] == inf:
            continue
        hyphen = start > 0 and items[start - 1].hyphen
        for end in range(furthest, start, -1):
            item = items[end - 1]
            over = upto[end] + item.trailing - limit
            if over > 0 and end > start + 1:
                continue
            white = max(-over, 0.0) / width
            if white > prices.most_white and end < furthest - 1:
                break
            cost = best[start] + _price(item, white, prices, last=end == count)
            cost += prices.hyphens if hyphen and item.hyphen else 0.0
            if cost < best[end]:
                best[end], before[end] = cost, start
    return _path(before)


def _price(item: Item, white: float, prices: Prices, *, last: bool) -> float:
    if not last:
        return prices.line + item.price + prices.white * white * white
    short = prices.short_last if white > 2 / 3 else 0.0
    return prices.line + prices.last_white * white * white + short


def _path(before: list[int]) -> list[int]:
    ends: list[int] = []
    end = len(before) - 1
    while end:
        ends.append(end)
        end = before[end]
    return ends[::-1]
