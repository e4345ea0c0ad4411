"""Reading values."""

import re
from collections.abc import Collection, Iterable
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, func, select

from desktop.domain.errors import NotFound
from desktop.storage.mapper import Mapper, mapper
from desktop.storage.search import queries, typed_words


class Stored(Protocol):
    """What every aggregate has: an id, 0 until it is stored, and a count of its revisions."""

    @property
    def id(self) -> int: ...  # noqa: D102

    @property
    def version(self) -> int: ...  # noqa: D102


T = TypeVar("T", bound=Stored)

_BATCH = 10_000
"""How many ids go into one query: PostgreSQL takes 65,535 parameters."""


def called(kind: type[Any]) -> str:
    """A class in the words of a message: `programme release`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower()


class Reader:
    """Reads values in one transaction: all that is read is of the same moment."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def load(self, kind: type[T], id: int) -> T:
        """The value of that id.

        Raises:
            NotFound: there is none.
        """
        value = self.get(kind, id)
        if value is None:
            raise NotFound(
                "There is no {what} {id}; it may have been deleted.", what=called(kind), id=id
            )
        return value

    def get(self, kind: type[T], id: int) -> T | None:
        """The value of that id, or None."""
        return next(iter(self.find(kind, id=id)), None)

    def by_id(self, kind: type[T], ids: Iterable[int]) -> dict[int, T]:
        """The values of those ids that there are, by id."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, T] = {}
        for start in range(0, len(wanted), _BATCH):
            for value in self.find(kind, id=wanted[start : start + _BATCH]):
                found[value.id] = value
        return found

    def find(self, kind: type[T], **wanted: Any) -> list[T]:
        """The values whose fields are as wanted, in their natural order.

        `find(Slot, event_id=3)`; a collection means "one of these", None "empty".
        """
        plan = mapper(kind)
        conditions = _conditions(plan, wanted)
        rows = self._rows(plan.select().where(*conditions).order_by(*plan.order))
        if not rows:
            return []
        owners = select(plan.table.c.id).where(*conditions)
        children = [
            child.by_owner(
                self._rows(child.select().where(child.table.c.owner_id.in_(owners)))
                if wanted
                else self._rows(child.select())
            )
            for child in plan.children
        ]
        value = plan.value
        return [value(row, [by_owner.get(row[0], ()) for by_owner in children]) for row in rows]

    def having(self, kind: type[T], field: str, **wanted: Any) -> list[T]:
        """The values with an item as wanted: `having(Slot, "speakers", person_id=3)`."""
        plan = mapper(kind)
        table = next(child.table for child in plan.children if child.field == field)
        conditions = [_condition(table.c[name], value) for name, value in wanted.items()]
        owners = self.connection.execute(select(table.c.owner_id).where(*conditions)).scalars()
        return self.find(kind, id=list(owners))

    def ids(self, kind: type[Any], **wanted: Any) -> list[int]:
        """The ids of what `find` would give."""
        plan = mapper(kind)
        query = select(plan.table.c.id).where(*_conditions(plan, wanted)).order_by(*plan.order)
        return list(self.connection.execute(query).scalars())

    def search(
        self, kind: type[T], typed: str, *, limit: int | None = None, **wanted: Any
    ) -> list[T]:
        """The values with words that begin as the typed ones do, in any order and script.

        What an attendee is found by are the person's words; a slot is found by its speakers' too.
        At most `limit`, in no particular order.
        """
        dialect = self.connection.dialect
        asked = typed_words(typed, dialect)
        if asked is None:
            return []
        plan = mapper(kind)
        found: list[int] = []
        for query in queries(kind, dialect.name):
            left = None if limit is None else limit - len(found)
            narrowed = query.where(*_conditions(plan, wanted)).limit(left)
            if wanted and plan.table not in query.get_final_froms():
                narrowed = narrowed.where(query.selected_columns[0] == plan.table.c.id)
            found.extend(self.connection.execute(narrowed, {"typed": asked}).scalars())
        return list(self.by_id(kind, found).values())

    def count(self, kind: type[Any], **wanted: Any) -> int:
        """How many values `find` would give."""
        plan = mapper(kind)
        query = select(func.count()).select_from(plan.table).where(*_conditions(plan, wanted))
        return self.connection.execute(query).scalar_one()

    def _rows(self, query: Select[Any]) -> list[Any]:
        return list(self.connection.execute(query).all())


def _conditions(plan: Mapper, wanted: dict[str, Any]) -> list[ColumnElement[bool]]:
    return [_condition(plan.table.c[name], value) for name, value in wanted.items()]


def _condition(column: Any, value: Any) -> ColumnElement[bool]:
    if isinstance(value, Collection) and not isinstance(value, str):
        return column.in_(list(value))  # pyright: ignore[reportUnknownArgumentType]
    return column.is_(None) if value is None else column == value
