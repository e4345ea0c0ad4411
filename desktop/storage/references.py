"""What refers to a value, told by the foreign keys of the tables: nothing can be forgotten."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from typing import Any

from sqlalchemy import Table, select

from desktop.domain.person import Person
from desktop.storage.layout import Child
from desktop.storage.reading import Reader
from desktop.storage.tables import AGGREGATES


def referring(reader: Reader, kind: type[Any], id: int) -> list[Any]:
    """Every value that refers to another one, by a field of its own or of one of its items."""
    found: list[Any] = []
    for owning in AGGREGATES:
        ids: set[int] = set()
        for table, owner in _tables(owning):
            for name in _columns(table, kind):
                query = select(table.c[owner]).where(table.c[name] == id)
                ids.update(reader.connection.execute(query).scalars())
        found += reader.by_id(owning, sorted(ids)).values()
    return found


def merged_persons(reader: Reader) -> list[Person]:
    """Those into whose entries others were merged."""
    table = AGGREGATES[Person].table
    query = select(table.c.id).where(table.c.former_ids != "[]")
    return list(reader.by_id(Person, reader.connection.execute(query).scalars()).values())


def redirected(value: Any, kind: type[Any], old: int, new: int) -> Any:
    """A value that refers to `new` wherever it referred to `old`.

    Items that are the same then stand once.
    """
    aggregate = AGGREGATES[type(value)]
    changes = _moved(value, _columns(aggregate.table, kind), old, new)
    for child in aggregate.children:
        names = _columns(child.table, kind)
        if names:
            changes[child.field] = _items(getattr(value, child.field), child, names, old, new)
    return replace(value, **changes)


def columns(kind: type[Any]) -> list[tuple[str, str]]:
    """Every table and column that refers to values of a class."""
    return [
        (table.name, name)
        for aggregate in AGGREGATES.values()
        for table, _ in _tables(aggregate.kind)
        for name in _columns(table, kind)
    ]


def _tables(kind: type[Any]) -> Iterator[tuple[Table, str]]:
    """The tables of a class, each with the column that holds the id of the value."""
    aggregate = AGGREGATES[kind]
    yield aggregate.table, "id"
    for child in aggregate.children:
        yield child.table, "owner_id"


def _columns(table: Table, kind: type[Any]) -> list[str]:
    target = AGGREGATES[kind].table.name
    return [
        key.parent.name
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table.name == target and key.parent.name != "owner_id"
    ]


def _moved(value: Any, names: list[str], old: int, new: int) -> dict[str, Any]:
    return {name: new for name in names if getattr(value, name) == old}


def _items(
    items: tuple[Any, ...], child: Child, names: list[str], old: int, new: int
) -> tuple[Any, ...]:
    """The items of a child table, each once."""
    if not is_dataclass(child.item):
        return tuple(dict.fromkeys(new if item == old else item for item in items))
    moved = (replace(item, **_moved(item, names, old, new)) for item in items)
    return tuple(dict.fromkeys(moved))
