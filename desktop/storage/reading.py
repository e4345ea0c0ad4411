"""Reading values."""

import re
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, select

from desktop.domain.errors import NotFound
from desktop.storage import queries
from desktop.storage.mapper import mapper
from desktop.storage.queries import asked
from desktop.storage.search import typed_words
from desktop.storage.statements import fetched


class Stored(Protocol):
    """What every aggregate has: an id, 0 until it is stored, and a count of its revisions."""

    @property
    def id(self) -> int: ...  # noqa: D102

    @property
    def version(self) -> int: ...  # noqa: D102


T = TypeVar("T", bound=Stored)

_BATCH = 10_000
"""How many ids go into one query: PostgreSQL takes 65,535 parameters."""

_NO_LIMIT = 2**31 - 1


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

    def known(self, kind: type[T], id: int) -> T:
        """The same as `load`, from memory as long as nobody has changed the value since.

        Raises:
            NotFound: there is none.
        """
        memory: dict[Any, Any] = self.connection.info.setdefault("known", {})
        version = fetched(self.connection, queries.version(kind), {"id": id})
        there = memory.get((kind, id))
        if there is None or version != [(there.version,)]:
            there = memory[kind, id] = self.load(kind, id)
        return there

    def span(self, kind: type[Any], field: str, **wanted: Any) -> tuple[Any, Any]:
        """The least and the greatest value of a field; two times None where there is none."""
        shape, parameters = asked(kind, wanted)
        [(least, most)] = fetched(self.connection, queries.span(kind, field, shape), parameters)
        decoded = mapper(kind).decoded
        return decoded(field, least), decoded(field, most)

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

        `find(Slot, event_id=3)`; a collection means "one of these", None "empty", `Begins("7F")`
        a text that begins so.
        """
        shape, parameters = asked(kind, wanted)
        query, *others = queries.values(kind, shape)
        found = fetched(self.connection, query, parameters)
        if not found:
            return []
        if len(found) == 1:
            others, parameters = queries.items(kind), {"owner": found[0][0]}
        plan = mapper(kind)
        children = [
            child.by_owner(fetched(self.connection, other, parameters))
            for child, other in zip(plan.children, others, strict=True)
        ]
        value = plan.value
        return [value(row, [by_owner.get(row[0], ()) for by_owner in children]) for row in found]

    def having(self, kind: type[T], field: str, **wanted: object) -> list[T]:
        """The values with an item as wanted: `having(Slot, "speakers", person_id=3)`."""
        table = next(child.table for child in mapper(kind).children if child.field == field)
        conditions = [table.c[name] == value for name, value in wanted.items()]
        owners = self.connection.execute(select(table.c.owner_id).where(*conditions)).scalars()
        return self.find(kind, id=list(owners))

    def search(
        self, kind: type[T], typed: str, *, limit: int = _NO_LIMIT, **wanted: Any
    ) -> list[T]:
        """The values with words that begin as the typed ones do, in any order and script.

        What an attendee is found by are the person's words; a slot is found by its speakers' too.
        Which ones of too many come is not said: the order of a search is its speed.
        """
        dialect = self.connection.dialect.name
        words = typed_words(typed, dialect)
        if words is None:
            return []
        shape, parameters = asked(kind, wanted)
        found: list[int] = []
        for query in queries.found(kind, shape, dialect):
            more = {"typed": words, "limit": limit - len(found)}
            found += [id for (id,) in fetched(self.connection, query, parameters | more)]
        return list(self.by_id(kind, found).values())

    def ids(self, kind: type[Any], **wanted: Any) -> list[int]:
        """The ids of what `find` would give."""
        shape, parameters = asked(kind, wanted)
        return [id for (id,) in fetched(self.connection, queries.ids(kind, shape), parameters)]

    def count(self, kind: type[Any], **wanted: Any) -> int:
        """How many values `find` would give."""
        shape, parameters = asked(kind, wanted)
        [(count,)] = fetched(self.connection, queries.count(kind, shape), parameters)
        return count
