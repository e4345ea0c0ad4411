"""Between rows and frozen values: compiled once for each class, then only function calls.

A row is a tuple in the order of the table's columns, made of what every driver takes as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import Any, get_type_hints

from sqlalchemy import Select, select

from desktop.domain.errors import EstradoError
from desktop.storage.codec import Codec, Function, codec, default_of, loads
from desktop.storage.layout import Aggregate, Child, is_scalar
from desktop.storage.statements import Row, Same
from desktop.storage.tables import AGGREGATES, CONTENTS
from desktop.storage.words import FOUND_BY, every_word


class Mapper:
    """The way between values of one aggregate and rows of its tables."""

    def __init__(self, aggregate: Aggregate) -> None:
        self.kind = aggregate.kind
        self.table = aggregate.table
        columns = [self.table.c[name] for name in aggregate.order]
        # What has no blanks SQLite reads in the order of an index, if it is not asked to sort.
        self.order = [one.nulls_last() if one.nullable else one for one in columns]
        self.children = tuple(ChildMapper(child) for child in aggregate.children)
        self.growing = tuple(child.field for child in aggregate.children if child.grows)
        names = [member.name for member in fields(self.kind)]
        apart = [child.field for child in self.children]
        kept = {name: aggregate.hints[name] for name in names if name not in apart}
        self.contents = [name for name, hint in kept.items() if hint is bytes]
        self._cells = _Cells(self.kind, kept)
        self._in_order = itemgetter(*map([*kept, *apart].index, names))
        self._finding = FOUND_BY.get(self.kind, {})
        self._every = attrgetter(*names)

    def select(self) -> Select[Any]:
        """A query for whole rows; the bytes of a picture stand in the place of their name."""
        columns = [
            CONTENTS.c.content if name in self.contents else self.table.c[name]
            for name in self._cells.names
        ]
        query = select(*columns)
        return query.join_from(self.table, CONTENTS) if self.contents else query

    def value(self, row: Sequence[Any], children: Iterable[tuple[Any, ...]]) -> Any:
        """The value of a row and of the tuples that its child tables hold."""
        return self.kind(*self._in_order((*self._cells.decoded(row), *children)))

    def revised(self, value: Any, id: int, version: int) -> Any:
        """The same value with another id and version: the first and the last of its fields."""
        return self.kind(id, *self._every(value)[1:-1], version)

    def encoded(self, name: str, value: Any) -> Any:
        """What stands in the column of a field for this value of it."""
        return self._cells.encode(name, value)

    def decoded(self, name: str, cell: Any) -> Any:
        """The value of a field for what stands in its column; None for nothing."""
        return None if cell is None else self._cells.decode(name, cell)

    def row(self, value: Any) -> Row:
        """The row of a value.

        Raises:
            BadInput: something in it cannot be stored; `place` names the field.
        """
        cells = self._cells.encoded(value)
        return (*cells, self.folded(value)) if self._finding else cells

    def folded(self, value: Any) -> str:
        """The words by which a value is found, each once."""
        return every_word(*[find(getattr(value, name)) for name, find in self._finding.items()])

    def first_rows(
        self, ids: Sequence[int], told: Mapping[str, Sequence[Any]]
    ) -> tuple[Iterable[Row], Same]:
        """The rows of new values under these ids, told by some of their fields; the rest is blank.

        What is the same in all rows, as what is blank, is no cell of theirs: it comes beside them.

        Raises:
            BadInput: something in them cannot be stored; `place` names the field.
        """
        columns, blank = self._cells.columns({**told, "id": ids})
        if self._finding:
            words = [_each(find, told[name]) for name, find in self._finding.items()]
            columns.append([*map(every_word, *words)])
        return zip(*columns, strict=True), tuple({**blank, "version": 1}.items())


class ChildMapper:
    """The way between a tuple inside an aggregate and the rows of its child table."""

    def __init__(self, child: Child) -> None:
        self.field = child.field
        self.table = child.table
        self.grows = child.grows
        self._item = child.item
        self._cells = _cells_of(child.item) if is_dataclass(child.item) else None

    def select(self) -> Select[Any]:
        """A query for the rows of all owners, each owner's in order."""
        return select(self.table).order_by(self.table.c.owner_id, self.table.c.position)

    def by_owner(self, rows: Iterable[Sequence[Any]]) -> Mapping[int, tuple[Any, ...]]:
        """The items of rows as `select` gives them, by owner."""
        cells, item = self._cells, self._item
        found: dict[int, list[Any]] = {}
        for owner, _, *data in rows:
            value = data[0] if cells is None else item(*cells.decoded(data))
            found.setdefault(owner, []).append(value)
        return {owner: tuple(items) for owner, items in found.items()}

    def rows(self, owner: Any, first: int = 0) -> Iterable[Row]:
        """The rows of one owner's items, from one of them on."""
        for position, item in enumerate(getattr(owner, self.field)[first:], first):
            cells = (item,) if self._cells is None else self._cells.encoded(item)
            yield (owner.id, position, *cells)


class _Cells:
    """The fields of a dataclass that are columns."""

    def __init__(self, kind: type[Any], hints: Mapping[str, Any]) -> None:
        self._kind = kind
        self.names = tuple(hints)
        cells = [_cell(hint) for hint in hints.values()]
        self._encoders = [cell.encode for cell in cells]
        # A blank is mostly the default itself, and need not be encoded again for every value.
        self._blanks = [default_of(member) for member in fields(kind) if member.name in hints]
        self._blank_cells = [
            None if blank is MISSING else encode(blank)
            for blank, encode in zip(self._blanks, self._encoders, strict=True)
        ]
        self._decoders = [cell.decode for cell in cells]
        self._scalars = {name for name, hint in hints.items() if is_scalar(hint)}
        self._read = attrgetter(*hints)

    def encoded(self, value: Any) -> Row:
        try:
            data = zip(
                self._encoders, self._read(value), self._blanks, self._blank_cells, strict=True
            )
            return tuple(
                [
                    blank_cell if datum is blank else encode(datum)
                    for encode, datum, blank, blank_cell in data
                ]
            )
        except EstradoError:
            raise self._located(value) from None

    def columns(
        self, told: Mapping[str, Sequence[Any]]
    ) -> tuple[list[Sequence[Any]], dict[str, Any]]:
        """The columns of many values, told by fields; the cells of those that are blank."""
        columns: list[Sequence[Any]] = []
        same: dict[str, Any] = {}
        for place, name in enumerate(self.names):
            data = told.get(name, ())
            blank = self._blanks[place]
            if all(datum is blank or datum == blank for datum in data):
                same[name] = self._blank_cells[place]
            else:
                columns.append(self._column(name, self._encoders[place], data))
        return columns, same

    def _column(self, name: str, encode: Function, data: Sequence[Any]) -> Sequence[Any]:
        try:
            return [*map(encode, data)] if name in self._scalars else _each(encode, data)
        except EstradoError as error:
            raise error.at(f"{self._kind.__name__}.{name}") from None

    def encode(self, name: str, datum: Any) -> Any:
        return self._encoders[self.names.index(name)](datum)

    def decode(self, name: str, cell: Any) -> Any:
        return self._decoders[self.names.index(name)](cell)

    def decoded(self, row: Sequence[Any]) -> Iterable[Any]:
        return [decode(datum) for decode, datum in zip(self._decoders, row, strict=True)]

    def _located(self, value: Any) -> EstradoError:
        """The error of the first field that cannot be stored."""
        for name, encode in zip(self.names, self._encoders, strict=True):
            try:
                encode(getattr(value, name))
            except EstradoError as error:
                return error.at(f"{type(value).__name__}.{name}")
        raise AssertionError("every field can be stored")


def _each(function: Function, data: Sequence[Any]) -> list[Any]:
    """What a function makes of each; of what stands there many times only once."""
    kept = list(data)  # while they live, no two have one identity
    met = dict(zip(map(id, kept), kept, strict=True))
    made = {key: function(datum) for key, datum in met.items()}
    return [made[id(datum)] for datum in kept]


def _cells_of(kind: Any) -> _Cells:
    return _Cells(kind, get_type_hints(kind))


@cache
def mapper(kind: type[Any]) -> Mapper:
    """The mapper for a class of the domain."""
    return Mapper(AGGREGATES[kind])


def _cell(hint: Any) -> Codec:
    """The codec for one column; JSON stands there as text."""
    inner = codec(hint)
    if is_scalar(hint):
        return inner

    @lru_cache(maxsize=256)  # values never change, so that equal ones may be one
    def decode(text: str | None) -> Any:
        return None if text is None else inner.decode(loads(text))

    return replace(inner, decode=decode)
