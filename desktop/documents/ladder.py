"""The step of a fit ladder at which a programme needs the fewest pages."""

from collections.abc import Callable, Iterable, Iterator

from desktop.documents.typesetting.entries import Entry
from desktop.documents.typesetting.frames import Chunk, Placed

ROOMY = 0.2
"""The share of a page that may stay blank rather than part a slot of a short programme."""
CROWDED = 0.12
"""The share of a page that may stay blank where a whole page is to be saved."""

Placement = tuple[Placed, ...]
"""What stands on a page."""
Pages = Callable[[list[Chunk], float], Iterator[Placement]]
"""Divides chunks into pages, of which a share may stay blank."""


def best(steps: Iterable[list[Chunk]], pages: Pages) -> list[Placement]:
    """The first step that needs but one page; else the one that costs least."""
    tried: list[list[Placement]] = []
    kept: list[list[Chunk]] = []
    for step in steps:
        kept.append(step)
        tried.append(list(pages(step, ROOMY)))
        if len(tried[-1]) == 1:
            return tried[-1]
    tried += [list(pages(step, CROWDED)) for step in kept]
    return min(tried, key=_cost)


def _cost(pages: list[Placement]) -> tuple[int, int]:
    """How many pages, and how many slots broken over two of them."""
    entries = [item for page in pages for item, _ in page if isinstance(item, Entry)]
    return len(pages), sum(item.continued for item in entries)
