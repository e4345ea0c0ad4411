"""Folding anew, when the program has learnt to fold otherwise."""

from sqlalchemy import bindparam, update

from desktop.language.folding import VERSION
from desktop.storage.mapper import mapper
from desktop.storage.reading import Reader
from desktop.storage.schema import about, set_about
from desktop.storage.tables import AGGREGATES
from desktop.storage.words import FOUND_BY

_BATCH = 1_000


def is_current(reader: Reader) -> bool:
    """Whether the words of this database were folded by the program's own rules."""
    return about(reader.connection, "folding") == VERSION


def refold(writer: Reader) -> None:
    """Fold every value's words anew; the indexes follow by themselves."""
    for kind in AGGREGATES:
        if kind not in FOUND_BY:
            continue
        plan = mapper(kind)
        statement = update(plan.table).where(plan.table.c.id == bindparam("row"))
        statement = statement.values(folded=bindparam("words"))
        ids = writer.ids(kind)
        for start in range(0, len(ids), _BATCH):
            values = writer.by_id(kind, ids[start : start + _BATCH])
            rows = [{"row": id, "words": plan.folded(value)} for id, value in values.items()]
            writer.connection.execute(statement, rows)
    set_about(writer.connection, "folding", VERSION)
