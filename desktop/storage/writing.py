"""Writing values: by the thousand in one statement, and never over somebody else's change."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Dialect,
    Table,
    bindparam,
    delete,
    insert,
    select,
    text,
    update,
)

from desktop.domain.errors import Conflict, NotFound
from desktop.storage.codec import digest
from desktop.storage.mapper import Mapper, Row, mapper
from desktop.storage.reading import Reader, T
from desktop.storage.tables import CONTENTS


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
        """Store values of one class, new and old; the same as `put` for each, but quick."""
        stored: list[Any] = list(values)
        new = [place for place, value in enumerate(stored) if value.id == 0]
        for place, id in zip(new, self._next_ids(stored, len(new)), strict=True):
            stored[place] = replace(stored[place], id=id, version=1)
        fresh = set(new)
        self.insert_all([stored[place] for place in new])
        for place, value in enumerate(stored):
            if place not in fresh:
                stored[place] = replace(value, version=value.version + 1)
        self._update_all([value for place, value in enumerate(stored) if place not in fresh])
        return stored

    def insert_all(self, values: Sequence[Any]) -> None:
        """Store values of one class under the ids and versions that they bring along."""
        if not values:
            return
        plan = mapper(_kind(values))
        self._keep_contents(plan, values)
        self._run(_insert(plan.table, self.connection.dialect), map(plan.row, values))
        self._insert_children(plan, values)

    def remove(self, kind: type[Any], id: int) -> None:
        """Delete one value.

        Raises:
            NotFound: there is none.
        """
        self.remove_all(kind, [id])

    def remove_all(self, kind: type[Any], ids: Iterable[int]) -> None:
        """Delete values of one class."""
        table = mapper(kind).table
        rows = [(id,) for id in ids]
        if self._run(_delete(table, "id", self.connection.dialect), rows) != len(rows):
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
        if self._run(_update(plan.table, self.connection.dialect), rows) != len(rows):
            self._explain(values)
        for child in plan.children:
            owners = [(value.id,) for value in values]
            self._run(_delete(child.table, "owner_id", self.connection.dialect), owners)
        self._insert_children(plan, values)

    def _insert_children(self, plan: Mapper, values: Sequence[Any]) -> None:
        for child in plan.children:
            sql = _insert(child.table, self.connection.dialect)
            self._run(sql, (row for value in values for row in child.rows(value)))

    def _explain(self, values: Sequence[Any]) -> None:
        """Say why an update found fewer rows than it has values."""
        kind = _kind(values)
        there = self.ids(kind, id=[value.id for value in values])
        if len(there) < len(values):
            raise NotFound(f"This {kind.__name__} was deleted in the meantime.")
        raise Conflict(
            f"Somebody else changed this {kind.__name__} in the meantime. "
            "Open it again and repeat your change."
        )

    def _keep_contents(self, plan: Mapper, values: Sequence[Any]) -> None:
        """Keep the bytes that pictures refer to, each once."""
        for content in (getattr(value, name) for name in plan.contents for value in values):
            row = {"digest": digest(content), "content": content}
            known = select(CONTENTS.c.digest).where(CONTENTS.c.digest == row["digest"])
            if self.connection.execute(known).first() is None:
                self.connection.execute(insert(CONTENTS), row)

    def _next_ids(self, values: Sequence[Any], count: int) -> range | list[int]:
        """Ids that no value of that class ever had."""
        if not count:
            return []
        name = mapper(_kind(values)).table.name
        if self.connection.dialect.name == "sqlite":
            last = self.connection.execute(
                text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": name}
            ).scalar()
            return range((last or 0) + 1, (last or 0) + 1 + count)
        query = text(
            "SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)"
        )
        return list(self.connection.execute(query, {"name": name, "count": count}).scalars())

    def _run(self, sql: str, rows: Iterable[Row]) -> int:
        """Run one statement for many rows, straight by the driver; how many rows it met."""
        batch = list(rows)
        return self.connection.exec_driver_sql(sql, batch).rowcount if batch else 0


def _kind(values: Sequence[Any]) -> type[Any]:
    return values[0].__class__


@cache
def _insert(table: Table, dialect: Dialect) -> str:
    cells = {column.name: _free(column.name) for column in table.columns}
    return str(insert(table).values(cells).compile(dialect=dialect))


@cache
def _update(table: Table, dialect: Dialect) -> str:
    cells = {column.name: _free(column.name) for column in table.columns if column.name != "id"}
    condition = table.c.id == bindparam("old_id"), table.c.version == bindparam("old_version")
    return str(update(table).values(cells).where(*condition).compile(dialect=dialect))


def _free(name: str) -> BindParameter[Any]:
    return bindparam(name)


@cache
def _delete(table: Table, column: str, dialect: Dialect) -> str:
    condition = table.c[column] == bindparam("wanted")
    return str(delete(table).where(condition).compile(dialect=dialect))
