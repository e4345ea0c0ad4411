"""A list of many rows: which ids stand in it, in which order.

What rows are sorted and found by is kept beside their ids, and read anew for rows whose version
has changed. A `Register` belongs to one thread, which is never the window's.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, Any

from desktop.language.folding import fold

if TYPE_CHECKING:
    from desktop.storage.listing import Filter, Roll
    from desktop.storage.reading import Reader

Key = bytes | int | str

_RUN = 2_000
"""So many rows are sorted in one go, about a millisecond; the window's thread may wait for it."""
_REMEMBERED = 10_000
"""How many different cells are remembered while keys are made: many rows share them."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What rows are compared by: something made of fields of their values (`Person.names`).

    `name` tells it from others, in other languages too. What is empty stands at the end,
    whichever way rows are sorted. `key` is given None for fields of a value that is not there.
    """

    name: str
    fields: tuple[str, ...]
    key: Callable[..., Key]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list is asked for: the rows with all the typed words that meet all filters.

    They are sorted by the first way; where that makes no difference, by the next ones.
    """

    sorts: tuple[Sort, ...]
    descending: bool = False
    text: str = ""
    filters: "tuple[Filter, ...]" = ()
    only: frozenset[int] | None = None
    """The ids among which the list is from the start; None for all."""

    @property
    def within(self) -> tuple[object, ...]:
        """In which rows, and in which order of them, words are looked for."""
        return self.sorts[0].name, self.descending, self.filters, self.only


class Register:
    """The rows of one list. `words` makes the folded text in which what is typed is looked for."""

    def __init__(self, roll: "Roll", words: Sort, **wanted: int) -> None:
        self._roll, self._words, self._wanted = roll, words, wanted
        self._versions: dict[int, int] = {}
        self._made: dict[str, dict[int, Key]] = {}
        self._orders: dict[tuple[str, bool], list[int]] = {}
        self._fitting: dict[tuple[Filter, ...], frozenset[int]] = {}
        self._found = _Found()

    def __len__(self) -> int:
        """How many rows there are, filters aside."""
        return len(self._versions)

    def __contains__(self, id: int) -> bool:
        return id in self._versions

    def renew(self, reader: "Reader") -> None:
        """Take note of what was changed in the meantime."""
        from desktop.storage import listing

        fresh = listing.versions(reader, self._roll, **self._wanted)
        if fresh == self._versions:
            return
        changed = [id for id, version in self._versions.items() if fresh.get(id) != version]
        for made in self._made.values():
            for id in changed:
                made.pop(id, None)
        self._versions = fresh
        self._orders, self._fitting, self._found = {}, {}, _Found()

    def count(self, name: str, numbers: Mapping[int, int]) -> None:
        """Take figures that were counted elsewhere as what the sort of this name compares."""
        counted: dict[int, Key] = {id: numbers.get(id, 0) for id in self._versions}
        if counted != self._made.get(name):
            self._made[name] = counted
            self._orders = {key: ids for key, ids in self._orders.items() if key[0] != name}
            self._found = _Found()

    def listed(self, reader: "Reader", wish: Wish) -> Sequence[int]:
        """The ids of the rows that are asked for."""
        ids = self._order(reader, wish.sorts, descending=wish.descending)
        if wish.only is not None:
            ids = [id for id in ids if id in wish.only]
        if wish.filters:
            fitting = self._fit(reader, wish.filters)
            ids = [id for id in ids if id in fitting]
        if not (typed := fold(wish.text).split()):
            return ids
        if not self._found.covers(wish, typed):
            words = self._keys(reader, self._words)
            # new texts lie side by side in memory: those looked at in another order than they were
            # made in take five times as long
            self._found = _Found(wish, ids, [f"{words[id]}\n" for id in ids])
        return self._found.narrow(typed)

    def warm(self, reader: "Reader") -> None:
        """Read the words of all rows, so that the first letter that is typed finds them."""
        self._keys(reader, self._words)

    def counted(self, reader: "Reader", field: str) -> Iterable[tuple[Any, int]]:
        """Each value of a field that a row has, and how many have it."""
        from desktop.storage import listing

        return listing.counted(reader, self._roll, field, **self._wanted)

    def _order(
        self, reader: "Reader", sorts: Sequence[Sort], *, descending: bool = False
    ) -> list[int]:
        if not sorts:
            return [*self._versions]
        place = sorts[0].name, descending
        if place not in self._orders:
            before, keys = self._order(reader, sorts[1:]), self._keys(reader, sorts[0])
            self._orders[place] = in_order(before, keys, descending=descending)
        return self._orders[place]

    def _keys(self, reader: "Reader", sort: Sort) -> Mapping[int, Key]:
        """What every row is compared by; made for those of which it is not known."""
        from desktop.storage import listing

        made = self._made.setdefault(sort.name, {})
        if len(made) == len(self._versions):
            return made
        missing = [id for id in self._versions if id not in made] if made else None
        decoders = [listing.decoder(field) for field in sort.fields]
        known: dict[tuple[Any, ...], Key] = {}
        for row in listing.cells(reader, self._roll, sort.fields, missing, **self._wanted):
            id, cells = row[0], row[1:]
            if (key := known.get(cells)) is None:
                key = known[cells] = sort.key(*map(_decoded, decoders, cells))
            if id in self._versions:
                made[id] = key
            if len(known) > _REMEMBERED:
                known.clear()
        if len(made) < len(self._versions):  # somebody was deleted a moment ago
            made |= dict.fromkeys(self._versions.keys() - made.keys(), "")
        return made

    def _fit(self, reader: "Reader", filters: "tuple[Filter, ...]") -> frozenset[int]:
        from desktop.storage import listing

        if filters not in self._fitting:
            self._fitting[filters] = listing.fitting(reader, self._roll, filters, **self._wanted)
        return self._fitting[filters]


class _Found:
    """What was found by the letters typed so far; the next one is looked for among those."""

    def __init__(
        self, wish: Wish | None = None, ids: Sequence[int] = (), words: Sequence[str] = ()
    ) -> None:
        self._wish, self._ids, self._words = wish, ids, words
        self._typed: frozenset[str] = frozenset()

    def covers(self, wish: Wish, typed: Sequence[str]) -> bool:
        """Whether all that is asked for is among it."""
        return (
            self._wish is not None
            and self._wish.within == wish.within
            and all(any(old in word for word in typed) for old in self._typed)
        )

    def narrow(self, typed: Sequence[str]) -> Sequence[int]:
        """The ids of the rows that have all these words."""
        for word in typed:
            if word not in self._typed:
                fits = [word in words for words in self._words]
                self._ids = [*compress(self._ids, fits)]
                self._words = [*compress(self._words, fits)]
        self._typed = frozenset(typed)
        return self._ids


def _decoded(decode: Callable[[Any], Any], cell: Any) -> Any:
    return None if cell is None else decode(cell)


def in_order(
    ids: Sequence[int], keys: Mapping[int, Any], *, descending: bool = False
) -> list[int]:
    """Ids sorted by their keys; equal ones stay as they were, those without a key come last.

    One call of `sorted` for all would keep the interpreter, and with it the window, for as long as
    it takes. So ids are first laid into boxes that follow each other, and each box is sorted.
    """
    blank = [id for id in ids if not keys[id]]
    rest = [id for id in ids if keys[id]] if blank else ids
    probes = sorted(keys[id] for id in rest[:: max(len(rest) // _RUN, 1)])
    bounds = probes[:: max(len(probes) * _RUN // max(len(rest), 1), 1)]
    boxes: list[list[int]] = [[] for _ in range(len(bounds) + 1)]
    for id in rest:
        boxes[bisect_right(bounds, keys[id])].append(id)
    if descending:
        boxes.reverse()
    found: list[int] = []
    for box in boxes:
        found += sorted(box, key=keys.__getitem__, reverse=descending)
    return found + blank
