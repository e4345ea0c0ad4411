"""Between rows and frozen values: compiled once for each class, then only function calls.

A row is a tuple in the order of the table's columns, made of what every driver takes as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, get_type_hints

from sqlalchemy import Select, select

from desktop.domain.errors import BadInput, EstradoError
from desktop.storage.codec import Codec, codec, dumps, loads
from desktop.storage.tables import AGGREGATES, CONTENTS, Aggregate, Child, is_scalar
from desktop.storage.words import words_of

Row = tuple[Any, ...]


class Mapper:
    """The way between values of one aggregate and rows of its tables."""

    def __init__(self, aggregate: Aggregate) -> None:
        self.kind = aggregate.kind
        self.table = aggregate.table
        self.order = [self.table.c[name].nulls_last() for name in aggregate.order]
        self.children = tuple(ChildMapper(child) for child in aggregate.children)
        self._words = words_of(self.kind)
        names = [member.name for member in fields(self.kind)]
        apart = [child.field for child in self.children]
        kept = [name for name in names if name not in apart]
        self._cells = [(name, _cell(aggregate.hints[name])) for name in kept]
        self.contents = [name for name in kept if aggregate.hints[name] is bytes]
        self._in_order = itemgetter(*map([*kept, *apart].index, names))

    def select(self) -> Select[Any]:
        """A query for whole rows; the bytes of a picture stand in the place of their name."""
        columns = [
            CONTENTS.c.content if name in self.contents else self.table.c[name]
            for name, _ in self._cells
        ]
        query = select(*columns)
        return query.join_from(self.table, CONTENTS) if self.contents else query

    def value(self, row: Sequence[Any], children: Iterable[tuple[Any, ...]]) -> Any:
        """The value of a row and of the tuples that its child tables hold."""
        cells = [cell.decode(datum) for (_, cell), datum in zip(self._cells, row, strict=True)]
        return self.kind(*self._in_order((*cells, *children)))

    def row(self, value: Any) -> Row:
        """The row of a value.

        Raises:
            BadInput: something in it cannot be stored; `place` names the field.
        """
        cells = _row(value, self._cells)
        return cells if self._words is None else (*cells, self._words(value))


class ChildMapper:
    """The way between a tuple inside an aggregate and the rows of its child table."""

    def __init__(self, child: Child) -> None:
        self.field = child.field
        self.table = child.table
        self._item = child.item
        hints = get_type_hints(child.item) if is_dataclass(child.item) else {}
        self._cells = [(name, _cell(hint)) for name, hint in hints.items()]

    def select(self) -> Select[Any]:
        """A query for the rows of all owners, each owner's in order."""
        return select(self.table).order_by(self.table.c.owner_id, self.table.c.position)

    def by_owner(self, rows: Iterable[Sequence[Any]]) -> Mapping[int, tuple[Any, ...]]:
        """The items of rows as `select` gives them, by owner."""
        found: dict[int, list[Any]] = {}
        for owner, _, *cells in rows:
            found.setdefault(owner, []).append(self._value(cells))
        return {owner: tuple(items) for owner, items in found.items()}

    def rows(self, owner: Any) -> Iterable[Row]:
        """The rows of one owner's items."""
        for position, item in enumerate(getattr(owner, self.field)):
            cells = _row(item, self._cells) if self._cells else (item,)
            yield (owner.id, position, *cells)

    def _value(self, data: Sequence[Any]) -> Any:
        if not self._cells:
            return data[0]
        return self._item(
            *[cell.decode(datum) for (_, cell), datum in zip(self._cells, data, strict=True)]
        )


@cache
def mapper(kind: type[Any]) -> Mapper:
    """The mapper for a class of the domain."""
    return Mapper(AGGREGATES[kind])


def _row(value: Any, cells: Iterable[tuple[str, Codec]]) -> Row:
    data: list[Any] = []
    for name, cell in cells:
        try:
            data.append(cell.encode(getattr(value, name)))
        except EstradoError as error:
            place = f"{type(value).__name__}.{name}"
            raise BadInput(error.message, place=place) from None
    return tuple(data)


def _cell(hint: Any) -> Codec:
    """The codec for one column: as it is, or JSON text where the hint is more than a scalar."""
    inner = codec(hint)
    if is_scalar(hint):
        return inner

    def encode(value: Any) -> str | None:
        return None if value is None else dumps(inner.encode(value))

    @lru_cache(maxsize=256)  # most columns are empty, and values never change
    def decode(text: str | None) -> Any:
        return None if text is None else inner.decode(loads(text))

    return Codec(encode, decode)
