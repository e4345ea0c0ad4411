"""From a dataclass of the domain to its tables.

A scalar field is a column of its own, a `Localized` or a tuple of small values is a column of
JSON, and what refers to other values (a slot's speakers, an attendee's check-ins) is a child
table. Dates and instants are ISO 8601 text, in UTC, on both databases. What refers to a value
keeps it from being deleted; only rows of child tables go with their owner.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, get_args, get_type_hints

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

PlainText = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its code points on both databases; people's order is `language`'s work."""


class Part(NamedTuple):
    """A tuple of an aggregate that has a table of its own, called as the field unless it is said.

    `references` say to which table a field of the item refers. One that `grows` is added to by
    several programs at the same time (`storage/growing.py`).
    """

    field: str
    item: Any
    references: Mapping[str, str] = {}
    table: str = ""
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Child:
    """A part as it lies in its table: owner, position, the item's columns."""

    field: str
    item: Any
    table: Table
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Aggregate:
    """How values of one class lie in tables; `order` names the columns of their natural order."""

    kind: type[Any]
    table: Table
    order: tuple[str, ...]
    children: tuple[Child, ...]
    hints: Mapping[str, Any]


def aggregate(
    kind: Any,
    name: str,
    *rules: SchemaItem,
    order: tuple[str, ...] = ("id",),
    references: Mapping[str, str] = {},
    parts: tuple[Part, ...] = (),
    searched: bool = False,
    covered: str = "",
) -> Aggregate:
    """Lay out a class; the index of a longer key serves the reference `covered`.

    What is `searched` has a column of the words by which it is found.
    """
    hints = get_type_hints(kind)
    apart = {part.field for part in parts}
    columns = [
        _column(member.name, hints[member.name], references, covered)
        for member in fields(kind)
        if member.name not in apart
    ]
    folded = [Column("folded", PlainText, nullable=False)] if searched else []
    table = Table(name, METADATA, *columns, *folded, *rules, sqlite_autoincrement=True)
    return Aggregate(kind, table, order, tuple(_child(name, part) for part in parts), hints)


def is_scalar(hint: Any) -> bool:
    """Whether a field of this hint is a column as it is; otherwise it is JSON."""
    parts = [part for part in get_args(hint) if part is not type(None)] or [hint]
    plain = parts[0]
    return (
        not isinstance(hint, type(tuple[int, ...]))
        and isinstance(plain, type)
        and not is_dataclass(plain)
        and (plain in (str, int, float, bool, bytes, date, datetime) or issubclass(plain, StrEnum))
    )


def _child(owner: str, part: Part) -> Child:
    field, item, references, name, grows = part
    hints = get_type_hints(item) if is_dataclass(item) else {next(iter(references)): item}
    table = Table(
        name or field,
        METADATA,
        Column[int]("owner_id", ForeignKey(f"{owner}.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *(_column(member, hint, references) for member, hint in hints.items()),
    )
    return Child(field, item, table, grows)


def _column(name: str, hint: Any, references: Mapping[str, str], covered: str = "") -> Column[Any]:
    if name == "id":
        return Column("id", Integer, primary_key=True)
    kind, optional = _type(hint)
    if hint is bytes:
        return Column(name, ForeignKey("contents.digest"), nullable=False)
    if name in references:
        key = ForeignKey(f"{references[name]}.id")
        return Column(name, key, nullable=optional, index=name != covered)
    return Column(name, kind, nullable=optional)


def _type(hint: Any) -> tuple[Any, bool]:
    """The column type for a hint, and whether it may be empty."""
    optional = type(None) in get_args(hint)
    kind = get_args(hint)[0] if optional else hint
    if kind is bool:
        return Boolean(), optional
    if kind is int:
        return Integer(), optional
    return PlainText, optional
