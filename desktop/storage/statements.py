"""SQL compiled once and run straight by the driver.

SQLAlchemy writes the SQL; its own way of binding parameters and of handing out rows costs more
than SQLite's work.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, islice
from typing import Any, cast

from sqlalchemy import (
    URL,
    BindParameter,
    Connection,
    Dialect,
    Executable,
    Table,
    bindparam,
    delete,
    insert,
    literal,
    literal_column,
    update,
)
from sqlalchemy.sql import ClauseElement

Row = tuple[Any, ...]
Same = tuple[tuple[str, Any], ...]
"""Columns that hold the same in all rows: pairs of a name and what stands there."""

_TOGETHER = 250
"""Rows of one statement; more hardly save time, and each statement that is kept takes room."""


def fetched(connection: Connection, query: Executable, parameters: Mapping[str, Any]) -> list[Any]:
    """The rows that a statement gives; it has to be the same object each time that it is run."""
    sql, names, own = _text(query, connection.dialect.name)
    cells = [parameters[name] if name in parameters else own[name] for name in names]
    if list in map(type, cells):
        if connection.dialect.name != "sqlite":
            return list(connection.execute(query, parameters))
        sql, cells = _expanded(sql, names, cells)
    cursor = _driver(connection).execute(sql, cells)
    return [] if cursor.description is None else cursor.fetchall()


def _expanded(sql: str, names: Iterable[str], cells: Iterable[Any]) -> tuple[str, list[Any]]:
    """The same with as many parameters as a list has items, in the place that is kept for them."""
    given: list[Any] = []
    for name, cell in zip(names, cells, strict=True):
        items = cast("list[Any]", cell) if isinstance(cell, list) else [cell]
        sql = sql.replace(f"__[POSTCOMPILE_{name}]", ", ".join("?" * len(items)) or "NULL", 1)
        given += items
    return sql, given


def insert_rows(
    connection: Connection, table: Table, rows: Iterable[Row], *, but: str = "", same: Same = ()
) -> None:
    """Add rows, their cells in the order of the table's columns, one of which may be left out.

    Many go into one statement: SQLite's index of words is written out after each that fires
    triggers, which takes three times as long as all the rest. What is the `same` in all rows, and
    no cell of them, stands in the statement itself: to be given a cell takes longer than to store
    it.
    """
    sql, rest = _insert(table, connection.dialect.name, but, same), iter(rows)
    while len(block := list(islice(rest, _TOGETHER))) == _TOGETHER:
        _driver(connection).execute(_many(sql, _TOGETHER), list(chain.from_iterable(block)))
    _run(connection, sql, block)


def update_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> int:
    """Write rows over others: all columns but the id, then the id and the version to replace.

    Returns:
        How many rows of that id and version there were.
    """
    return _run(connection, _update(table, connection.dialect.name), rows)


def delete_rows(connection: Connection, table: Table, column: str, values: Iterable[Any]) -> int:
    """Delete the rows with these values in a column; how many there were."""
    sql = _delete(table, column, connection.dialect.name)
    return _run(connection, sql, [(value,) for value in values])


def _run(connection: Connection, sql: str, rows: Iterable[Row]) -> int:
    batch = list(rows)
    if not batch:
        return 0
    raw = _driver(connection)
    if len(batch) == 1:
        return raw.execute(sql, batch[0]).rowcount
    cursor = raw.cursor()
    cursor.executemany(sql, batch)
    return cursor.rowcount


def _driver(connection: Connection) -> Any:
    """The driver's own connection, within the transaction."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.dbapi_connection


@cache
def _text(statement: Any, dialect: str) -> tuple[str, tuple[str, ...], Mapping[str, Any]]:
    """The text of a statement, the names of its parameters by position, and its own values."""
    compiled = statement.compile(dialect=_dialect(dialect))
    return str(compiled), tuple(compiled.positiontup or ()), compiled.params


@cache
def _insert(table: Table, dialect: str, but: str, same: Same) -> str:
    inline = insert(table).inline()  # a key that the database gives is not asked for
    cells: dict[str, Any] = {**_cells(table, but)}
    cells |= {name: literal_column(_literal(cell, dialect)) for name, cell in same}
    return _sql(inline.values(cells), dialect)


@cache
def _many(sql: str, count: int) -> str:
    """The statement that adds so many rows instead of one."""
    head, values, row = sql.rpartition(" VALUES ")
    return f"{head}{values}{', '.join([row] * count)}"


@cache
def _update(table: Table, dialect: str) -> str:
    there = table.c.id == bindparam("old_id"), table.c.version == bindparam("old_version")
    return _sql(update(table).values(_cells(table, "id")).where(*there), dialect)


@cache
def _delete(table: Table, column: str, dialect: str) -> str:
    return _sql(delete(table).where(table.c[column] == bindparam("wanted")), dialect)


def _cells(table: Table, but: str) -> dict[str, BindParameter[Any]]:
    return {column.name: bindparam(column.name) for column in table.columns if column.name != but}


def _sql(statement: ClauseElement, name: str) -> str:
    """The text of a statement, its parameters by position."""
    return str(statement.compile(dialect=_dialect(name)))


def _literal(cell: Any, name: str) -> str:
    """A cell as it is written in a statement."""
    written = {"literal_binds": True}
    return str(literal(cell).compile(dialect=_dialect(name), compile_kwargs=written))


@cache
def _dialect(name: str) -> Dialect:
    kind: Any = URL.create(name).get_dialect()
    return kind(paramstyle="qmark" if name == "sqlite" else "format")
