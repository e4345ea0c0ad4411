"""Rows of a list that is too long to be read at once: all ids, and the rows that are looked at."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Generic, TypeVar

R = TypeVar("R")

AHEAD = 24
"""Rows that are read before they are seen, above and below."""
_AT_ONCE = 200
"""The most rows that are read in one go; what was passed over in haste is left out."""
_KEPT = 2_000
"""The most rows that are kept; those read first give way."""


class Pages(Generic[R]):
    """The rows of these ids by their places; None for one that is not read yet.

    `needed()` is called when such a one is looked at, once until `missing` is asked for the ids.
    """

    def __init__(
        self, ids: Sequence[int], rows: Mapping[int, R], needed: Callable[[], None]
    ) -> None:
        self.ids = ids
        self.rows = dict(rows)
        self._needed = needed
        self._looked_at: tuple[int, int] | None = None
        self._gone: set[int] = set()

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, place: int) -> R | None:
        for near in (place, place - AHEAD, place + AHEAD):
            if 0 <= near < len(self.ids) and self.ids[near] not in self.rows:
                self._look(near)
        return self.rows.get(self.ids[place])

    def _look(self, place: int) -> None:
        if self.ids[place] in self._gone:
            return
        if self._looked_at is None:
            self._looked_at = place, place
            self._needed()
        first, last = min(place, self._looked_at[0]), max(place, self._looked_at[1])
        if last - first > _AT_ONCE:
            first, last = place, place
        self._looked_at = first, last

    def missing(self) -> list[int]:
        """The ids of the rows that were looked at last and are not there."""
        if self._looked_at is None:
            return []
        (first, last), self._looked_at = self._looked_at, None
        near = self.ids[max(first - AHEAD, 0) : last + AHEAD]
        return [id for id in near if id not in self.rows]

    def take(self, asked: Collection[int], rows: Mapping[int, R]) -> None:
        """Keep rows by their ids; an id that was asked for and has none was deleted."""
        self._gone.update(id for id in asked if id not in rows)
        self.rows |= rows
        for id in [*self.rows][: max(len(self.rows) - _KEPT, 0)]:
            del self.rows[id]
