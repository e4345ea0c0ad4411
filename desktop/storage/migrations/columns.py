"""Columns as the steps of the schema write them."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Text

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its code points on both databases."""


def key() -> Column[Any]:
    """The primary key."""
    return Column("id", Integer, primary_key=True)


def texts(*names: str) -> list[Column[Any]]:
    """Texts that are never empty of a value."""
    return [Column(name, TEXT, nullable=False) for name in names]


def text_or_none(*names: str) -> list[Column[Any]]:
    """Texts that may be NULL."""
    return [Column(name, TEXT) for name in names]


def numbers(*names: str) -> list[Column[Any]]:
    """Whole numbers."""
    return [Column(name, Integer, nullable=False) for name in names]


def number_or_none(*names: str) -> list[Column[Any]]:
    """Whole numbers that may be NULL."""
    return [Column(name, Integer) for name in names]


def to(name: str, table: str, *, needed: bool = False, ondelete: str | None = None) -> Column[Any]:
    """A reference to a row of another table."""
    key = ForeignKey(f"{table}.id", ondelete=ondelete)
    return Column(name, Integer, key, nullable=not needed)


def event() -> Column[Any]:
    """The event that a row belongs to."""
    return to("event_id", "events", needed=True)


def owner(table: str) -> list[Column[Any]]:
    """The key of a child table: its owner, and the place among the owner's items."""
    return [
        Column(
            "owner_id", Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True
        ),
        Column("position", Integer, primary_key=True, autoincrement=False),
    ]
