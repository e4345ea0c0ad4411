"""One verb, one transaction, one recorded Change."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop.domain.change import Change, Edit
from desktop.domain.errors import NotFound
from desktop.storage.change_log import ChangeLog
from desktop.storage.growing import grown, growth
from desktop.storage.reading import Reader, T, called
from desktop.storage.writing import Writer

__all__ = ["CARRIED", "Change", "Edit", "Recording"]

CARRIED = 1_000
"""The most edits with which a Change carries the values themselves; the log has them all."""


class Recording(Reader):
    """A change in the making: reads, writes, and writes down what it did.

    `change` is the finished Change once the transaction is over. `name` and `fields` may be set to
    what the change turned out to be.
    """

    def __init__(self, writer: Writer, who: str, name: str, fields: dict[str, str]) -> None:
        super().__init__(writer.connection)
        self.name, self.fields = name, fields
        self._writer = writer
        self._log = ChangeLog(writer)
        self.change = Change(who=who, name=name, fields=fields)
        self._edits: list[Edit] = []
        self._count = 0
        self._discarded = False
        self._for_good = False

    def put(self, value: T) -> T:
        """Store one value, new (its id is 0) or edited; nothing happens where it is the same.

        To check-ins and messages an edit only adds.

        Raises:
            Conflict: somebody else stored another version in the meantime.
            NotFound: it was deleted.
            BadInput: something in it cannot be stored.
        """
        return self.put_all([value])[0]

    def put_all(self, values: Sequence[T]) -> list[T]:
        """Store many values of one class; the same as `put` for each, but quick."""
        known = [value.id for value in values if value.id]
        if not known:
            written = self._writer.put_all(values)
            self._record([(None, value) for value in written])
            return written
        before: dict[int, Any] = self.by_id(type(values[0]), known)
        stored = [_as_there(value, before) for value in values]
        places = [place for place, value in enumerate(stored) if value is not before.get(value.id)]
        written = self._writer.put_all([stored[place] for place in places])
        for place, value in zip(places, written, strict=True):
            stored[place] = value
        pairs = [(before.get(value.id), value) for value in written]
        self._writer.grow([(old, new) for old, new in pairs if old is not None])
        self._record(pairs)
        return stored

    def add_all(self, kind: type[Any], told: Mapping[str, Sequence[Any]]) -> Sequence[int]:
        """Store many new values, told by the columns of their fields; their ids, in that order.

        What is not told is blank.
        """
        rows = list(zip(*told.values(), strict=True))
        if not rows or self._count + len(rows) <= CARRIED:
            values = [kind(**dict(zip(told, row, strict=True))) for row in rows]
            return [value.id for value in self.put_all(values)]
        ids = self._writer.add_all(kind, told)
        self._begin()
        self._edits += self._log.append_added(self.change.id, kind, ids)
        self._count += len(ids)
        return ids

    def held(self, kind: type[T], **wanted: Any) -> list[T]:
        """The values that `find` gives; nobody else can change them until the end."""
        return self._writer.held(kind, **wanted)

    def append(self, value: T, field: str, item: Any) -> T:
        """Add one item to what grows in a value (check-ins, messages) that was `held`.

        Its version stays, so that whoever edits the value at the same time is not disturbed.
        """
        after = self._writer.append(value, field, item)
        self._record([(value, after)], logged=[growth(value, field, item)])
        return after

    def revive(self, values: Sequence[Any]) -> None:
        """Store values of one class that were deleted, under the ids that they had."""
        self._writer.insert_all(values)
        self._record([(None, value) for value in values])

    def remove(self, kind: type[Any], id: int) -> None:
        """Delete one value.

        Raises:
            NotFound: there is none.
        """
        self.remove_all(kind, [id])

    def remove_all(self, kind: type[Any], ids: Iterable[int]) -> None:
        """Delete values of one class."""
        wanted = list(dict.fromkeys(ids))
        found = self.by_id(kind, wanted)
        if len(found) < len(wanted):
            raise NotFound("This {what} was deleted in the meantime.", what=called(kind))
        self._writer.remove_all(kind, wanted)
        self._record([(found[id], None) for id in wanted])

    def detach(self, kind: type[Any], **reference: int | Collection[int]) -> None:
        """Let values no longer refer to something: `detach(Slot, room_id=3)`."""
        blank = dict.fromkeys(reference, None)
        self.put_all([replace(value, **blank) for value in self.find(kind, **reference)])

    def discard(self) -> None:
        """Take everything back when the transaction ends: a rehearsal. `change` still tells."""
        self._discarded = True

    def for_good(self) -> None:
        """Let nobody take this change back: what it gave may be in somebody's hands."""
        self._for_good = True

    def finish(self) -> None:
        """Close the record; called by `Workspace.change`."""
        kept = bool(self._edits) and not self._discarded
        if not kept:
            self._writer.abandon()
        elif (self.name, self.fields) != (self.change.name, self.change.fields):
            self._log.rename(self.change.id, self.name, self.fields)
        if kept and self._for_good:
            self._log.mark(self.change.id, "closed")
        self.change = replace(
            self.change,
            id=self.change.id if kept else 0,
            name=self.name,
            fields=self.fields,
            edits=tuple(carried(self._edits, self._count)),
        )

    def _begin(self) -> None:
        """Begin the record with the first thing that there is to write down."""
        if not self.change.id:
            self.change = self._log.begin(self.change.who, self.name, self.fields)

    def _record(
        self, pairs: Sequence[tuple[Any, Any]], *, logged: Sequence[tuple[Any, Any]] | None = None
    ) -> None:
        """Write edits down; the log may be told less than the Change."""
        if pairs:
            self._begin()
        self._log.append(self.change.id, pairs if logged is None else logged)
        self._count += len(pairs)
        self._edits += edits_of(pairs, with_values=self._count <= CARRIED)


def _as_there(value: Any, there: dict[int, Any]) -> Any:
    """The stored value itself where nothing is different."""
    stored = there.get(value.id)
    if stored is None:
        return value
    value = grown(value, stored)
    return stored if stored == value else value


def edits_of(pairs: Iterable[tuple[Any, Any]], *, with_values: bool) -> Iterable[Edit]:
    """Edits of values before and after; without the values where there are too many."""
    for before, after in pairs:
        value = after if before is None else before
        kind = value.__class__.__name__
        yield Edit(kind, value.id, before, after) if with_values else Edit(kind, value.id)


def carried(edits: list[Edit], count: int) -> Iterable[Edit]:
    """The edits of so many values as a Change carries them."""
    if count <= CARRIED:
        return edits
    # Only the first ones, from before there were too many, have values.
    bare = (Edit(one.kind, one.id, count=one.count) for one in edits[:CARRIED])
    return (*bare, *edits[CARRIED:])
