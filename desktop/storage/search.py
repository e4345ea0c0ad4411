"""Search as one types: words in any order, by their beginnings, in any script.

Each value that can be found has a column `folded`: its words as `language.folding` folds them,
each once, with one space between. SQLite indexes that column by FTS5 (kept by triggers),
PostgreSQL by an inverted index over the same words; both then look for prefixes.
"""

from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Select,
    Table,
    bindparam,
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


def typed_words(text: str, dialect: str) -> str | None:
    """What is typed, as the database asks for it; None where there is no word in it."""
    words = words_in(text.encode(errors="ignore").decode())
    if not words:
        return None
    if dialect == "sqlite":
        return " ".join(f'"{word}"*' for word in words)
    return " & ".join(f"'{word}':*" for word in words)


def queries(kind: type[Any], dialect: str) -> tuple[Select[int], ...]:
    """Queries for the ids of values that are found by `:typed` words.

    Each is answered while the index is read: it stops at its limit and never sorts.
    """
    matching = _matching_fts if dialect == "sqlite" else _matching_vector
    return tuple(matching(way) for way in _ways(kind))


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


def _matching_fts(way: _Way) -> Select[int]:
    index = table(f"{way.indexed.name}_words", column("rowid"))
    matches = literal_column(index.name).bool_op("MATCH")(bindparam("typed"))
    joined = select(way.id).join_from(index, way.link.table, way.link == index.c.rowid)
    return joined.where(matches)


def _matching_vector(way: _Way) -> Select[int]:
    from sqlalchemy.dialects.postgresql import TSQUERY

    query = select(way.id)
    if way.link.table is not way.indexed:
        query = query.join_from(way.indexed, way.link.table, way.link == way.indexed.c.id)
    words = func.array_to_tsvector(func.string_to_array(way.indexed.c.folded, " "))
    return query.where(words.bool_op("@@")(cast(bindparam("typed"), TSQUERY)))
