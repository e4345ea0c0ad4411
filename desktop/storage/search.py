"""Search as one types: words in any order, by their beginnings, in any script.

Each value that can be found has a column `folded`: its words as `language.folding` folds them,
each once, with one space between. SQLite indexes that column by FTS5 (kept by triggers),
PostgreSQL by an inverted index over the same words; both then look for prefixes.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Dialect,
    Select,
    Table,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
)

from desktop.domain.attendee import Attendee
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.storage.tables import AGGREGATES
from desktop.storage.words import words_in


class _Way(NamedTuple):
    """A way to what is found: words of `indexed` rows, whose ids stand in `link`, beside `id`."""

    indexed: Table
    link: Column[Any]
    id: Column[Any]


def queries(kind: type[Any], typed: str, dialect: Dialect) -> Iterable[Select[int]]:
    """Queries for the ids of values that have words which begin as those that were typed."""
    words = words_in(typed)
    if not words:
        return []
    return [_query(way, words, dialect) for way in _ways(kind)]


def _ways(kind: type[Any]) -> list[_Way]:
    aggregate = AGGREGATES[kind]
    own, persons = aggregate.table, AGGREGATES[Person].table
    if kind is Attendee:
        return [_Way(persons, own.c.person_id, own.c.id)]
    ways = [_Way(own, own.c.id, own.c.id)]
    if kind is Slot:
        speakers = aggregate.children[0].table
        ways.append(_Way(persons, speakers.c.person_id, speakers.c.owner_id))
    return ways


def _query(way: _Way, words: list[str], dialect: Dialect) -> Select[int]:
    """A query that is answered while the index is read: it stops at its limit, never sorts."""
    ids = select(way.id)
    if dialect.name == "sqlite":
        index = table(f"{way.indexed.name}_words", column("rowid"))
        typed = " ".join(f'"{word}"*' for word in words)
        return ids.join_from(index, way.link.table, way.link == index.c.rowid).where(
            literal_column(index.name).op("MATCH")(typed)
        )
    from sqlalchemy.dialects.postgresql import TSQUERY

    typed = " & ".join(f"'{word}':*" for word in words)
    query = ids
    if way.link.table is not way.indexed:
        query = ids.join_from(way.indexed, way.link.table, way.link == way.indexed.c.id)
    document = func.array_to_tsvector(func.string_to_array(way.indexed.c.folded, " "))
    return query.where(document.bool_op("@@")(cast(typed, TSQUERY)))
