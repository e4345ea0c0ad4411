"""Writing values: by the thousand in one statement, and never over somebody else's change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, text

from desktop.domain.errors import Conflict, NotFound
from desktop.storage import queries
from desktop.storage.codec import digest
from desktop.storage.mapper import Mapper, mapper
from desktop.storage.queries import asked
from desktop.storage.reading import Reader, T, called
from desktop.storage.statements import delete_rows, fetched, insert_rows, update_rows
from desktop.storage.tables import CONTENTS

_LAST_ID = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_DRAWN_IDS = text(
    "SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)"
)


class Writer(Reader):
    """Reads and writes values in one transaction; an exception takes all of it back."""

    def put(self, value: T) -> T:
        """Store one value: a new one where its id is 0, else the next version of what is there.

        Returns:
            The value with its id and its new version.

        Raises:
            Conflict: somebody else stored another version in the meantime.
            NotFound: it was deleted.
            BadInput: a text or number in it cannot be stored.
        """
        return self.put_all([value])[0]

    def put_all(self, values: Sequence[T]) -> list[T]:
        """Store values of one class, new and old; the same as `put` for each, but quick.

        What only grows is stored with a new value, and left alone in an old one.
        """
        if not values:
            return []
        ids = iter(self._next_ids(_kind(values), sum(not value.id for value in values)))
        revised = mapper(_kind(values)).revised
        stored = [
            revised(value, value.id, value.version + 1)
            if value.id
            else revised(value, next(ids), 1)
            for value in values
        ]
        pairs = list(zip(values, stored, strict=True))
        self.insert_all([new for value, new in pairs if not value.id])
        self._update_all([new for value, new in pairs if value.id])
        return stored

    def add_all(self, kind: type[Any], told: Mapping[str, Sequence[Any]]) -> Sequence[int]:
        """Store many new values, told by the columns of their fields; their ids, in that order.

        What is not told is blank, as all that lies in tables of its own. Much quicker than
        `put_all`, which is given whole values and hands them back.
        """
        ids = self._next_ids(kind, len(next(iter(told.values()))))
        plan = mapper(kind)
        rows, same = plan.first_rows(ids, told)
        insert_rows(self.connection, plan.table, rows, same=same)
        return ids

    def insert_all(self, values: Sequence[Any]) -> None:
        """Store values of one class under the ids and versions that they bring along."""
        if not values:
            return
        plan = mapper(_kind(values))
        self._keep_contents(plan, values)
        insert_rows(self.connection, plan.table, map(plan.row, values))
        self._insert_children(plan, values)

    def held(self, kind: type[T], **wanted: Any) -> list[T]:
        """The values that `find` gives; nobody else can change them until the end.

        Whoever decides by what has grown in a value (has this guest come in already?) holds it
        first. A file has one writer at a time, which therefore holds all there is.
        """
        if self.connection.dialect.name != "sqlite":
            shape, parameters = asked(kind, wanted)
            rows = queries.ids(kind, shape).with_for_update()
            self.connection.execute(rows, parameters).all()
        return self.find(kind, **wanted)

    def append(self, value: T, field: str, item: Any) -> T:
        """Add one item to what grows in a value; its version stays.

        Returns:
            The value with the item.

        Raises:
            Conflict: somebody else added one since the value was read without being held.
        """
        owner: Any = value
        after = replace(owner, **{field: (*getattr(value, field), item)})
        self.grow([(value, after)])
        return after

    def grow(self, pairs: Iterable[tuple[Any, Any]]) -> None:
        """Store what has grown in values of one class: pairs of the value before and after."""
        known = list(pairs)
        for child in mapper(known[0][1].__class__).children if known else ():
            if child.grows:
                rows = (
                    row
                    for before, after in known
                    for row in child.rows(after, len(getattr(before, child.field)))
                )
                insert_rows(self.connection, child.table, rows)

    def regrow(self, values: Sequence[Any]) -> None:
        """Store what grows in values of one class anew: for undo, which holds them."""
        plan = mapper(_kind(values))
        for child in plan.children:
            if child.grows:
                owners = [value.id for value in values]
                delete_rows(self.connection, child.table, "owner_id", owners)
        self._insert_children(plan, values, growing=True)

    def remove(self, kind: type[Any], id: int) -> None:
        """Delete one value.

        Raises:
            NotFound: there is none.
        """
        self.remove_all(kind, [id])

    def remove_all(self, kind: type[Any], ids: Iterable[int]) -> None:
        """Delete values of one class."""
        table = mapper(kind).table
        wanted = list(ids)
        if delete_rows(self.connection, table, "id", wanted) != len(wanted):
            raise NotFound("What was to be deleted is no longer there.")

    def abandon(self) -> None:
        """Take back all that was written so far."""
        self.connection.rollback()

    def _update_all(self, values: Sequence[Any]) -> None:
        if not values:
            return
        plan = mapper(_kind(values))
        self._keep_contents(plan, values)
        rows = [(*plan.row(value)[1:], value.id, value.version - 1) for value in values]
        if update_rows(self.connection, plan.table, rows) != len(rows):
            self._explain(values)
        for child in plan.children:
            if not child.grows:
                owners = [value.id for value in values]
                delete_rows(self.connection, child.table, "owner_id", owners)
        self._insert_children(plan, values, growing=False)

    def _insert_children(
        self, plan: Mapper, values: Sequence[Any], *, growing: bool | None = None
    ) -> None:
        """The items of all children; only of those that grow, or do not."""
        for child in plan.children:
            if growing in (None, child.grows):
                rows = (row for value in values for row in child.rows(value))
                insert_rows(self.connection, child.table, rows)

    def _explain(self, values: Sequence[Any]) -> None:
        """Say why an update found fewer rows than it has values."""
        kind = _kind(values)
        there = self.ids(kind, id=[value.id for value in values])
        if len(there) < len(values):
            raise NotFound("This {what} was deleted in the meantime.", what=called(kind))
        raise Conflict(
            "Somebody else changed this {what} in the meantime. "
            "Open it again and repeat your change.",
            what=called(kind),
        )

    def _keep_contents(self, plan: Mapper, values: Sequence[Any]) -> None:
        """Keep the bytes that pictures refer to, each once."""
        for content in (getattr(value, name) for name in plan.contents for value in values):
            row = {"digest": digest(content), "content": content}
            known = select(CONTENTS.c.digest).where(CONTENTS.c.digest == row["digest"])
            if self.connection.execute(known).first() is None:
                self.connection.execute(insert(CONTENTS), row)

    def _next_ids(self, kind: type[Any], count: int) -> Sequence[int]:
        """Ids that no value of that class ever had."""
        if not count:
            return []
        name = mapper(kind).table.name
        if self.connection.dialect.name == "sqlite":
            rows = fetched(self.connection, _LAST_ID, {"name": name})
            first = rows[0][0] + 1 if rows else 1
            return range(first, first + count)
        drawn = fetched(self.connection, _DRAWN_IDS, {"name": name, "count": count})
        return [id for (id,) in drawn]


def _kind(values: Sequence[Any]) -> type[Any]:
    return values[0].__class__
