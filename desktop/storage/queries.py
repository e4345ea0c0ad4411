"""The queries that readers ask, each written once for a class and the shape of its conditions.

SQLAlchemy takes longer to write a query than SQLite to answer it. So what is asked for stands in
parameters, and the same query serves again.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import Column, ColumnElement, Select, and_, bindparam, func, select

from desktop.storage import search
from desktop.storage.mapper import mapper

Shape = tuple[tuple[str, str], ...]
"""The name of each field that is asked for, and how it is compared."""

_LAST = "\U0010ffff"
"""Sorts behind every letter."""


@dataclass(frozen=True, slots=True)
class Begins:
    """A text that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Holds:
    """A list of texts of which one begins so: every row is looked at, so ask for it rarely."""

    text: str


_COMPARISONS: Mapping[str, Callable[[Column[Any]], ColumnElement[bool]]] = {
    "empty": lambda column: column.is_(None),
    "equal": lambda column: column == bindparam(column.name),
    "begins": lambda column: and_(  # PostgreSQL takes no BETWEEN with a collation
        column >= bindparam(column.name), column <= bindparam(f"{column.name}_last")
    ),
    "holds": lambda column: column.like(bindparam(column.name)),
    "one of": lambda column: column.in_(bindparam(column.name, expanding=True)),
}


def asked(kind: type[Any], wanted: Mapping[str, Any]) -> tuple[Shape, dict[str, Any]]:
    """The shape of what is wanted, and its parameters; a collection means "one of these"."""
    plan = mapper(kind)
    shape: list[tuple[str, str]] = []
    parameters: dict[str, Any] = {}
    for name, value in wanted.items():
        if value is None:
            shape.append((name, "empty"))
        elif isinstance(value, Begins):
            shape.append((name, "begins"))
            parameters |= {name: value.text, f"{name}_last": value.text + _LAST}
        elif isinstance(value, Holds):
            shape.append((name, "holds"))
            parameters[name] = f'%"{value.text}%'  # in the JSON of the list
        elif isinstance(value, Collection) and not isinstance(value, str):
            shape.append((name, "one of"))
            every = cast("Iterable[Any]", value)
            parameters[name] = [plan.encoded(name, one) for one in every]
        else:
            shape.append((name, "equal"))
            parameters[name] = plan.encoded(name, value)
    return tuple(shape), parameters


@cache
def values(kind: type[Any], shape: Shape) -> tuple[Select[Any], ...]:
    """For rows in their natural order; then, for each child table, the rows of those owners."""
    plan = mapper(kind)
    where = _where(kind, shape)
    rows = plan.select().where(*where).order_by(*plan.order)
    owners = select(plan.table.c.id).where(*where)
    children = [
        child.select().where(child.table.c.owner_id.in_(owners)) if shape else child.select()
        for child in plan.children
    ]
    return rows, *children


@cache
def items(kind: type[Any]) -> tuple[Select[Any], ...]:
    """For the rows of each child table that belong to the value of `:owner`."""
    return tuple(
        child.select().where(child.table.c.owner_id == bindparam("owner"))
        for child in mapper(kind).children
    )


@cache
def ids(kind: type[Any], shape: Shape) -> Select[int]:
    """For ids in their natural order."""
    plan = mapper(kind)
    return select(plan.table.c.id).where(*_where(kind, shape)).order_by(*plan.order)


@cache
def version(kind: type[Any]) -> Select[int]:
    """For the version of the value of `:id`."""
    table = mapper(kind).table
    return select(table.c.version).where(table.c.id == bindparam("id"))


@cache
def span(kind: type[Any], field: str, shape: Shape) -> Select[Any, Any]:
    """For the least and the greatest value of a column."""
    table = mapper(kind).table
    column = table.c[field]
    return (
        select(func.min(column), func.max(column)).select_from(table).where(*_where(kind, shape))
    )


@cache
def count(kind: type[Any], shape: Shape) -> Select[int]:
    """For how many there are."""
    where = _where(kind, shape)
    return select(func.count()).select_from(mapper(kind).table).where(*where)


@cache
def found(kind: type[Any], shape: Shape, dialect: str) -> tuple[Select[int], ...]:
    """For at most `:limit` ids of what is found by `:typed` words, by each way to find it."""
    table = mapper(kind).table
    queries: list[Select[int]] = []
    for query in search.queries(kind, dialect):
        if shape and table not in query.get_final_froms():
            query = query.where(query.selected_columns[0] == table.c.id)
        queries.append(query.where(*_where(kind, shape)).limit(bindparam("limit")))
    return tuple(queries)


def _where(kind: type[Any], shape: Shape) -> list[ColumnElement[bool]]:
    columns = mapper(kind).table.c
    return [_COMPARISONS[how](columns[name]) for name, how in shape]
