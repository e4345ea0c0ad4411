"""Forgetting people: out of the tables, out of the log, out of the file.

What is deleted is overwritten (`secure_delete`), the search index is merged anew so that no dead
entry keeps a word, and the file is rebuilt. What was done before cannot be undone any more: an
undo would bring back what was to be forgotten.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Engine,
    Table,
    bindparam,
    delete,
    exists,
    select,
    text,
    update,
)

from desktop.domain.attendee import Attendee
from desktop.domain.coverage import Quotation
from desktop.domain.erasure import Erasure
from desktop.domain.organisation import Picture
from desktop.domain.person import Person
from desktop.domain.release import ProgrammeRelease
from desktop.domain.slot import Slot
from desktop.storage import references
from desktop.storage.codec import codec, dumps, loads
from desktop.storage.tables import AGGREGATES, CHANGES, CONTENTS, EDITS, METADATA
from desktop.storage.writing import Writer

_BATCH = 500
_GONE = "…"
"""What stands in the history where a name stood."""

_GOES_ALONG = {("attendees", "person_id"), ("quotations", "person_id")}
"""What is nothing without the person: it is deleted too. All else only loses its reference."""


def forget(writer: Writer, ids: Collection[int], at: datetime) -> None:
    """Delete persons with all that is theirs, and every mention of them in the log.

    Entries that were merged into theirs are forgotten with them, in restored copies too.
    """
    persons = list(writer.by_id(Person, ids).values())
    known = sorted({*ids, *(former for one in persons for former in one.former_ids)})
    persons += writer.by_id(Person, set(known).difference(ids)).values()
    forget_guests(writer, writer.ids(Attendee, person_id=known) if known else [])
    _out_of_releases(writer, frozenset(known))
    for name, column in references.columns(Person):
        for batch in _batches(known):
            _unlink(writer, METADATA.tables[name], column, batch)
    _delete(writer, AGGREGATES[Person].table, "id", [person.id for person in persons])
    _drop_photos(writer, [one.photo_id for one in persons if one.photo_id is not None])
    close_log(writer, _names(writer, persons, known))
    writer.put_all([Erasure(person_id=id, at=at) for id in known])


def forget_again(writer: Writer, gone: Mapping[int, str]) -> None:
    """Erase from a restored copy who was erased since: their ids, and when (ISO 8601).

    Nobody there will ever get an id that one of them had.
    """
    known = {one.person_id for one in writer.find(Erasure)}
    for id, at in gone.items():
        if id not in known:
            forget(writer, [id], datetime.fromisoformat(at))
    writer.connection.execute(
        text("UPDATE sqlite_sequence SET seq = max(seq, :highest) WHERE name = 'persons'"),
        {"highest": max(gone, default=0)},
    )


def forget_guests(writer: Writer, ids: Collection[int]) -> None:
    """Delete invitations with their tickets, messages, check-ins and seats."""
    for name, column in references.columns(Attendee):
        _delete(writer, METADATA.tables[name], column, ids)
    _delete(writer, AGGREGATES[Attendee].table, "id", ids)


def unused(writer: Writer, ids: Collection[int]) -> list[int]:
    """Those of these persons to whom nothing refers."""
    persons = AGGREGATES[Person].table
    free = [
        ~exists().where(METADATA.tables[name].c[column] == persons.c.id)
        for name, column in references.columns(Person)
    ]
    return [
        id
        for batch in _batches(sorted(ids))
        for id in writer.connection.execute(
            select(persons.c.id).where(persons.c.id.in_(batch), *free)
        ).scalars()
    ]


def close_log(writer: Writer, names: Sequence[str]) -> None:
    """Let nothing that was done be undone, drop what the log holds of it, and blank the names."""
    run = writer.connection.execute
    run(update(CHANGES).where(CHANGES.c.standing == "done").values(standing="closed"))
    run(update(CHANGES).where(CHANGES.c.standing == "undone").values(standing="cut"))
    run(update(EDITS).values(before=None, after=None))
    blank = update(CHANGES).where(CHANGES.c.id == bindparam("row")).values(fields=bindparam("new"))
    rows = [
        {"row": id, "new": new}
        for id, old in run(select(CHANGES.c.id, CHANGES.c.fields)).all()
        if (new := _blanked(old, names)) != old
    ]
    if rows:
        run(blank, rows)


def compact(engine: Engine) -> None:
    """Rebuild the file, or the server's tables, so that no page keeps what was deleted."""
    if engine.dialect.name == "sqlite":
        plain = engine.raw_connection()
        try:
            for statement in _rebuilding():
                plain.cursor().execute(statement)
        finally:
            plain.close()
        return
    with engine.connect() as connection:
        alone = connection.execution_options(isolation_level="AUTOCOMMIT")
        for table in METADATA.sorted_tables:
            alone.execute(text(f'VACUUM (FULL) "{table.name}"'))


def _rebuilding() -> Iterable[str]:
    """What SQLite runs outside a transaction; the indexes of words are merged first."""
    for aggregate in AGGREGATES.values():
        if "folded" in aggregate.table.c:
            words = f"{aggregate.table.name}_words"
            yield f"INSERT INTO {words} ({words}) VALUES ('optimize')"
    yield "VACUUM"
    yield "PRAGMA wal_checkpoint(TRUNCATE)"


def _unlink(writer: Writer, table: Table, column: str, ids: Sequence[int]) -> None:
    """Let rows of a table no longer refer to these persons; their owners get a new version."""
    named = table.c[column].in_(ids)
    if (table.name, column) in _GOES_ALONG:
        if table.name == AGGREGATES[Quotation].table.name:
            writer.connection.execute(delete(table).where(named))
        return
    if "owner_id" not in table.c:
        change = {column: None, "version": table.c.version + 1}
        writer.connection.execute(update(table).where(named).values(change))
        return
    owners = next(iter(table.c.owner_id.foreign_keys)).column.table
    touched = owners.c.id.in_(select(table.c.owner_id).where(named))
    writer.connection.execute(update(owners).where(touched).values(version=owners.c.version + 1))
    writer.connection.execute(delete(table).where(named))


def _out_of_releases(writer: Writer, ids: frozenset[int]) -> None:
    """Take persons out of the slots of published programmes, which are no references."""
    changed = [
        replace(release, slots=slots)
        for release in writer.find(ProgrammeRelease)
        if (slots := tuple(_without(slot, ids) for slot in release.slots)) != release.slots
    ]
    writer.put_all(changed)


def _without(slot: Slot, ids: frozenset[int]) -> Slot:
    kept = tuple(speaker for speaker in slot.speakers if speaker.person_id not in ids)
    return slot if kept == slot.speakers else replace(slot, speakers=kept)


def _drop_photos(writer: Writer, ids: Iterable[int]) -> None:
    """Delete pictures that nothing shows any more, and bytes that no picture has."""
    pictures = AGGREGATES[Picture].table
    used = [
        exists().where(METADATA.tables[name].c[column] == pictures.c.id)
        for name, column in references.columns(Picture)
    ]
    for batch in _batches(sorted(ids)):
        unseen = delete(pictures).where(pictures.c.id.in_(batch), *(~one for one in used))
        writer.connection.execute(unseen)
    shown = exists().where(pictures.c.content == CONTENTS.c.digest)
    writer.connection.execute(delete(CONTENTS).where(~shown))


def _names(writer: Writer, persons: Iterable[Person], ids: Sequence[int]) -> list[str]:
    """How persons are and were called, as long as the log knows."""
    called = {name.full for one in persons for name in one.names}
    for data in _logged(writer, frozenset(ids)):
        called.update(name.full for name in codec(Person).decode(data).names)
    return sorted(called, key=len, reverse=True)


def _logged(writer: Writer, ids: frozenset[int]) -> Iterable[Mapping[str, Any]]:
    """What the log holds of persons, before and after; also in the lists of runs."""
    columns = EDITS.c.entity_id, EDITS.c.last_id, EDITS.c.before, EDITS.c.after
    of_persons = select(*columns).where(EDITS.c.kind == Person.__name__)
    held = of_persons.where(EDITS.c.before.is_not(None) | EDITS.c.after.is_not(None))
    for first, last, *texts in writer.connection.execute(held):
        if not ids.isdisjoint(range(first, last + 1)):
            for text in filter(None, texts):
                run = loads(text) if last > first else [loads(text)]
                yield from (each for each in run if each["id"] in ids)


def _blanked(fields: str, names: Sequence[str]) -> str:
    values: dict[str, str] = loads(fields)
    found = {
        key: _GONE if any(name and name in value for name in names) else value
        for key, value in values.items()
    }
    return fields if found == values else dumps(found)


def _delete(writer: Writer, table: Table, column: str, ids: Collection[int]) -> None:
    for batch in _batches(sorted(ids)):
        writer.connection.execute(delete(table).where(table.c[column].in_(batch)))


def _batches(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
