"""What lists of many rows ask of the database: versions, single fields, which rows fit.

A list joins the tables of a few classes, one row for each value of the first. A field is named by
its class: `Person.country`; a part of a value that is kept as JSON one deeper:
`Person.contact.email`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    FromClause,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
)

from desktop.domain.attendee import Attendee
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.storage.codec import codec, dumps, loads
from desktop.storage.layout import is_scalar
from desktop.storage.reading import Reader
from desktop.storage.tables import AGGREGATES

_EMPTY = ("", "[]", "{}")
_FETCHED = 500
"""Rows that are fetched at once."""
_BATCH = 10_000
"""How many ids go into one query."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on one field: it is (or holds) one of these values; without any it is empty."""

    field: str
    values: tuple[str, ...] = ()


class Roll(NamedTuple):
    """A list: its classes, and for each but the first the field that leads to it."""

    kinds: tuple[type[Any], ...]
    links: tuple[str, ...]

    @property
    def kind(self) -> type[Any]:
        """The class of which the list has a row for each value."""
        return self.kinds[0]


GUESTS = Roll((Attendee, Person, Organisation), ("Attendee.person_id", "Person.organisation_id"))
PEOPLE = Roll((Person, Organisation), ("Person.organisation_id",))
ORGANISATIONS = Roll((Organisation,), ())

_KINDS = {kind.__name__: kind for kind in (Attendee, Person, Organisation)}
_PLACES = 2**20
"""Versions of the joined classes, side by side in one number."""


def versions(reader: Reader, roll: Roll, **wanted: Any) -> dict[int, int]:
    """Every row's id, and a number that is another one as soon as a value of the row changes."""
    stamp: ColumnElement[Any] = literal(0, BigInteger)
    for kind in roll.kinds:
        stamp = stamp * _PLACES + func.coalesce(_table(kind).c.version, 0)
    query = _rows(roll, wanted, _table(roll.kind).c.id, stamp)
    return dict(_answers(reader, query))


def cells(
    reader: Reader,
    roll: Roll,
    fields: Sequence[str],
    ids: Collection[int] | None = None,
    **wanted: Any,
) -> Iterable[tuple[Any, ...]]:
    """The id of every row (or of those) and, as they are stored, the cells of some fields.

    `Person.folded` has the words by which values of the class are found.
    """
    key = _table(roll.kind).c.id
    query = _rows(roll, wanted, key, *map(_column, fields))
    if ids is None:
        yield from _answers(reader, query)
        return
    query, every = query.where(key.in_(bindparam("ids", expanding=True))), list(ids)
    for start in range(0, len(every), _BATCH):
        batch = {"ids": every[start : start + _BATCH]}
        yield from _answers(reader, query, batch)


def fitting(
    reader: Reader, roll: Roll, filters: Iterable[Filter], **wanted: Any
) -> frozenset[int]:
    """The ids of the rows that meet every condition."""
    query = _rows(roll, wanted, _table(roll.kind).c.id).where(*map(_condition, filters))
    return frozenset(reader.connection.execute(query).scalars())


def counted(reader: Reader, roll: Roll, field: str, **wanted: Any) -> Iterable[tuple[Any, int]]:
    """Each value of a field that a row has, and how many have it."""
    column, decode = _column(field), decoder(field)
    query = _rows(roll, wanted, column, func.count()).group_by(column)
    for cell, count in _answers(reader, query):
        if cell is not None:
            yield decode(cell), count


@cache
def decoder(field: str) -> Callable[[Any], Any]:
    """From a cell of a field, as `cells` gives it, to the field's value."""
    hint = _hint(field)
    decode = codec(hint).decode
    if is_scalar(hint):
        return decode
    return lambda text: decode(loads(text))


def _rows(roll: Roll, wanted: Mapping[str, Any], *columns: ColumnElement[Any]) -> Select[Any]:
    """A query for columns of the rows whose own fields are as wanted."""
    own = _table(roll.kind)
    source: FromClause = own
    for kind, link in zip(roll.kinds[1:], roll.links, strict=True):
        source = source.outerjoin(_table(kind), _column(link) == _table(kind).c.id)
    conditions = [own.c[name] == value for name, value in wanted.items()]
    return select(*columns).select_from(source).where(*conditions)


def _answers(
    reader: Reader, query: Select[Any], parameters: Mapping[str, Any] | None = None
) -> Iterable[Any]:
    result = reader.connection.execute(query, parameters)
    return chain.from_iterable(result.partitions(_FETCHED))


def _condition(wanted: Filter) -> ColumnElement[bool]:
    column, part = _column(wanted.field), wanted.field.split(".")[2:]
    if part:  # what equals its default is not written
        return or_(column.is_(None), ~column.contains(f'"{part[0]}":', autoescape=True))
    if not wanted.values:
        return or_(column.is_(None), cast(column, Text).in_(_EMPTY))
    if is_scalar(_hint(wanted.field)):
        return cast(column, Text).in_(wanted.values)
    return or_(*(column.contains(dumps(value), autoescape=True) for value in wanted.values))


def _table(kind: type[Any]) -> Table:
    return AGGREGATES[kind].table


def _column(field: str) -> Column[Any]:
    kind, name, *_ = field.split(".")
    return _table(_KINDS[kind]).c[name]


def _hint(field: str) -> Any:
    kind, name, *_ = field.split(".")
    return AGGREGATES[_KINDS[kind]].hints.get(name, str)  # `folded` is no field, but a text
