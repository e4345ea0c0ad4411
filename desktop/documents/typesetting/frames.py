"""From a stream of items to pages: what stands on which page, and at what height.

`paginate` decides without drawing, so that a fit ladder can count pages; it holds one page at a
time, so that paper of any length is made in the same memory.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol, Self

from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.page import Page

BLANK = 0.15
"""The share of a page that may stay blank rather than part an item."""


class Item(Protocol):
    """Something that stands in a column of items: `height` in points, drawn from its top."""

    @property
    def height(self) -> float:
        """From the item's upper edge to the next item's, in points."""
        ...

    def split(self, room: float) -> tuple[Self, Self] | None:
        """The part that fits into `room` points and the rest, or None where it is solid."""
        ...

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with its upper edge at `top`."""
        ...


class Chunk(NamedTuple):
    """Items that stay together: headings and what they head.

    `continued` is repeated on top of a page that goes on with the chunk's section; a chunk that
    `opens` its section brings its own heading and needs it only once it is itself parted.
    """

    items: tuple[Item, ...]
    continued: Item | None = None
    opens: bool = False


class Placed(NamedTuple):
    """An item and how far below the top of the page's frame its upper edge stands."""

    item: Item
    top: float


class _Sheet:
    """The page that is being filled."""

    def __init__(self, height: float, head: Item | None = None) -> None:
        self.height, self.used, self.placed = height, 0.0, list[Placed]()
        if head is not None:
            self.put([head])
        self.heads = len(self.placed)

    @property
    def room(self) -> float:
        return self.height - self.used + 0.01

    @property
    def fresh(self) -> bool:
        """Whether nothing but a continued heading stands on it."""
        return len(self.placed) == self.heads

    def put(self, items: Iterable[Item]) -> None:
        for item in items:
            self.placed.append(Placed(item, self.used))
            self.used += item.height


def paginate(
    chunks: Iterable[Chunk], first: float, others: float, blank: float = BLANK
) -> Iterator[tuple[Placed, ...]]:
    """Pages of placed items, one at least; `first` and `others` are the heights that pages offer.

    An item is parted where it would otherwise leave more than the share `blank` of a page blank,
    or where it is taller than a page; one that cannot be parted then runs over.
    """
    sheet = _Sheet(first)
    for chunk in chunks:
        waiting, begun = chunk.items, not chunk.opens
        while waiting:
            now, waiting = _part(waiting, sheet, others, blank)
            sheet.put(now)
            begun = begun or bool(now)
            if waiting:
                yield tuple(sheet.placed)
                sheet = _Sheet(others, chunk.continued if begun else None)
    yield tuple(sheet.placed)


def _part(
    items: tuple[Item, ...], sheet: _Sheet, page: float, blank: float
) -> tuple[tuple[Item, ...], ...]:
    """What of the items goes on this sheet, and what on the next of height `page`."""
    if sum(item.height for item in items) <= sheet.room:
        return items, ()
    *heads, last = items
    worth = sheet.fresh or last.height > page or sheet.room > blank * page
    room = sheet.room - sum(item.height for item in heads)
    parts = last.split(room) if worth and room > 0 else None
    if parts is not None:
        return (*heads, parts[0]), (parts[1],)
    if sheet.fresh and sheet.height >= page:  # it would fit no better on the next
        return items[:1], items[1:]
    return (), items


class Solid(NamedTuple):
    """An item that is never parted: its height, and how it is drawn from its upper edge."""

    height: float
    paint: Callable[[Document, Page, float], None]

    def split(self, room: float) -> tuple[Self, Self] | None:
        """None: it stands as it is."""
        return None

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`."""
        self.paint(document, page, top)


def air(height: float) -> Solid:
    """Nothing but space."""

    def paint(document: Document, page: Page, top: float) -> None:
        """Draw nothing."""

    return Solid(height, paint)
