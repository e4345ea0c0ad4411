"""The log of changes: the audit trail, and what undo and redo work from.

A change stands `done`, `undone` (it can be done again), `cut` (undone, and something else was
done since) or `closed` (done for good: it gave something out of hand, or an erasure took from the
log what could undo it). An undo or a redo is a change too, a `note` that points at the one it is
about and keeps no edits of its own: they are that one's. On a server everybody takes back what
they did themselves.

A created value is not written twice: the log holds only its id while the value itself stands in
the tables, and receives it when an undo takes it out of them. Of many that were created together
it holds the first and the last id of a run, and receives a list.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Select, bindparam, case, delete, func, insert, literal, select, update

from desktop.domain.change import Change, Edit
from desktop.storage.codec import codec, dumps, loads
from desktop.storage.listening import say
from desktop.storage.mapper import mapper
from desktop.storage.reading import Reader
from desktop.storage.statements import fetched, insert_rows
from desktop.storage.tables import AGGREGATES, CHANGES, CONTENTS, EDITS

_BATCH = 1_000
_RUN = 1_000
_RESTAND = (
    update(CHANGES).where(CHANGES.c.standing == bindparam("old")).values(standing=bindparam("new"))
)
_RESTAND_OWN = _RESTAND.where(CHANGES.c.who == bindparam("whose"))
_BEGIN = (
    insert(CHANGES)
    .values({column.name: bindparam(column.name) for column in CHANGES.columns[1:]})
    .returning(CHANGES.c.id)
)
_IS_RUN = EDITS.c.last_id > EDITS.c.entity_id
_PLACES = (
    *(EDITS.c.id, EDITS.c.kind, EDITS.c.entity_id, EDITS.c.last_id, EDITS.c.before),
    case((_IS_RUN, None), else_=EDITS.c.after).label("after"),
)
_KINDS = {kind.__name__: kind for kind in AGGREGATES}


@dataclass(frozen=True, slots=True)
class Logged:
    """An edit as the log has it; `created` ones may lack `after`, which then is the row itself."""

    kind: type[Any]
    id: int
    before: Any
    after: Any
    row: int
    in_run: bool = False

    @property
    def created(self) -> bool:
        """Whether the value was new."""
        return self.before is None


class ChangeLog:
    """The log, within the transaction of a reader or a writer."""

    def __init__(self, reader: Reader) -> None:
        self._connection = reader.connection
        self._shared = reader.connection.dialect.name != "sqlite"

    def begin(
        self,
        who: str,
        name: str,
        fields: Mapping[str, str],
        *,
        undoes: int | None = None,
        redoes: int | None = None,
    ) -> Change:
        """Write down that a change is made; anything new cuts what could be done again."""
        note = undoes is not None or redoes is not None
        if not note:
            self._cut(who)
        now = datetime.now(UTC)
        row = {
            "at": now.isoformat(),
            "who": codec(str).encode(who),
            "name": name,
            "fields": dumps(dict(fields)),
            "undoes": undoes,
            "redoes": redoes,
            "standing": "note" if note else "done",
        }
        [(id,)] = fetched(self._connection, _BEGIN, row)
        say(self._connection, id)
        return Change(id, now, who, name, dict(fields), undoes=undoes, redoes=redoes)

    def _cut(self, who: str) -> None:
        stands = {"old": "undone", "new": "cut"}
        if self._shared:
            fetched(self._connection, _RESTAND_OWN, stands | {"whose": who})
        else:
            fetched(self._connection, _RESTAND, stands)

    def rename(self, id: int, name: str, fields: Mapping[str, str]) -> None:
        """Say what a change turned out to be."""
        changed = update(CHANGES).where(CHANGES.c.id == id)
        self._connection.execute(changed.values(name=name, fields=dumps(dict(fields))))

    def append(self, id: int, edits: Iterable[tuple[Any, Any]]) -> None:
        """Write down edits of a change: pairs of the values before and after."""
        rows = (
            (
                id,
                type(_known(before, after)).__name__,
                _known(before, after).id,
                _known(before, after).id,
                None if before is None else _text(before),
                None if before is None or after is None else _text(after),
            )
            for before, after in edits
        )
        insert_rows(self._connection, EDITS, rows, but="id")

    def append_added(self, id: int, kind: type[Any], ids: Sequence[int]) -> list[Edit]:
        """Write down, in runs, that a change created values of a class; they stand in tables."""
        edits = [Edit(kind.__name__, run[0], count=len(run)) for run in _runs(ids)]
        rows = ((id, edit.kind, edit.id, edit.ids[-1], None, None) for edit in edits)
        insert_rows(self._connection, EDITS, rows, but="id")
        return edits

    def receive(self, values: Sequence[tuple[Logged, Any]]) -> None:
        """Take in created values that leave the tables: pairs of the edit and the value."""
        alone: dict[int, str] = {}
        runs: dict[int, list[str]] = defaultdict(list)
        for edit, value in values:
            if edit.in_run:
                runs[edit.row].append(_text(value))
            else:
                alone[edit.row] = _text(value)
        texts = alone | {row: f"[{','.join(run)}]" for row, run in runs.items()}
        statement = update(EDITS).where(EDITS.c.id == bindparam("row"))
        rows = [{"row": row, "after": text} for row, text in texts.items()]
        self._connection.execute(statement.values(after=bindparam("after")), rows)

    def clear(self) -> None:
        """Forget all changes: what they changed stays as it is."""
        self._connection.execute(delete(EDITS))
        self._connection.execute(delete(CHANGES))

    def mark(self, id: int, standing: str) -> None:
        """Let a change stand as `done`, `undone` or `closed`."""
        self._connection.execute(
            update(CHANGES).where(CHANGES.c.id == id).values(standing=standing)
        )

    def next_undo(self, who: str) -> Change | None:
        """The latest change that stands; on a server, of those that one made oneself."""
        latest = select(func.max(CHANGES.c.id)).where(CHANGES.c.standing == "done")
        return self._one(self._own(latest, who))

    def next_redo(self, who: str) -> Change | None:
        """The change that was undone last; on a server, of those that one made oneself."""
        last = select(func.min(CHANGES.c.id)).where(CHANGES.c.standing == "undone")
        return self._one(self._own(last, who))

    def _own(self, query: Select[Any], who: str) -> Select[Any]:
        """Only changes of one's own, where others work with the same database."""
        return query.where(CHANGES.c.who == who) if self._shared else query

    def entries(self, limit: int | None = None) -> list[Change]:
        """The history, latest first."""
        query = select(CHANGES).order_by(CHANGES.c.id.desc()).limit(limit)
        return [_change(row) for row in self._connection.execute(query)]

    def about(self, kind: type[Any], id: int) -> list[Change]:
        """The changes that touched one value, earliest first."""
        touched = select(EDITS.c.change_id).where(
            EDITS.c.kind == kind.__name__, EDITS.c.entity_id <= id, EDITS.c.last_id >= id
        )
        query = select(CHANGES).where(CHANGES.c.id.in_(touched)).order_by(CHANGES.c.id)
        return [_change(row) for row in self._connection.execute(query)]

    def heard(self, id: int) -> Change | None:
        """A change that another program made, its edits without their values."""
        change = self._one(select(literal(id)))
        if change is None:
            return None
        about = change.undoes or change.redoes or id
        query = select(EDITS.c.kind, EDITS.c.entity_id, EDITS.c.last_id - EDITS.c.entity_id + 1)
        query = query.where(EDITS.c.change_id == about).order_by(EDITS.c.id)
        rows = self._connection.execute(query)
        edits = tuple(Edit(kind, first, count=count) for kind, first, count in rows)
        return replace(change, edits=edits)

    def batches(self, id: int, *, backwards: bool = False) -> Iterator[list[Logged]]:
        """The edits of a change in order: in each batch one class, one sort, every id once."""
        place, first = EDITS.c.id, True
        last = 0
        while True:
            query = select(*_PLACES).where(EDITS.c.change_id == id).limit(_BATCH)
            query = query.order_by(place.desc() if backwards else place)
            if not first:
                query = query.where(place < last if backwards else place > last)
            rows = self._connection.execute(query).all()
            if not rows:
                return
            yield from self._alike(rows)
            first, last = False, rows[-1].id

    def _alike(self, rows: Iterable[Any]) -> Iterator[list[Logged]]:
        batch: list[Logged] = []
        met: set[int] = set()
        sort = None
        for row in rows:
            if row.last_id > row.entity_id:
                if batch:
                    yield batch
                yield self._run(row)
                batch, sort = [], None
                met.clear()
                continue
            this = row.kind, row.before is None, row.after is None and row.before is not None
            if batch and (this != sort or row.entity_id in met):
                yield batch
                batch, met = [], set()
            sort = this
            met.add(row.entity_id)
            batch.append(self._logged(row))
        if batch:
            yield batch

    def _logged(self, row: Any) -> Logged:
        kind = _KINDS[row.kind]
        before, after = self._value(kind, row.before), self._value(kind, row.after)
        return Logged(kind, row.entity_id, before, after, row.id)

    def _run(self, row: Any) -> list[Logged]:
        """The edits of a run; its values are fetched only now, for they are many."""
        text = self._connection.execute(select(EDITS.c.after).where(EDITS.c.id == row.id)).scalar()
        kind, ids = _KINDS[row.kind], range(row.entity_id, row.last_id + 1)
        values = [None] * len(ids) if text is None else map(codec(kind).decode, loads(text))
        return [
            Logged(kind, id, None, value, row.id, in_run=True)
            for id, value in zip(ids, values, strict=True)
        ]

    def _value(self, kind: type[Any], text: str | None) -> Any:
        if text is None:
            return None
        data = loads(text)
        for name in mapper(kind).contents:
            query = select(CONTENTS.c.content).where(CONTENTS.c.digest == data[name])
            data[name] = self._connection.execute(query).scalar_one()
        return codec(kind).decode(data)

    def _one(self, wanted: Any) -> Change | None:
        query = select(CHANGES).where(CHANGES.c.id == wanted.scalar_subquery())
        row = self._connection.execute(query).first()
        return None if row is None else _change(row)


def _known(before: Any, after: Any) -> Any:
    return after if before is None else before


def _runs(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Ids that follow one another, so many together."""
    breaks = [place for place in range(1, len(ids)) if ids[place] != ids[place - 1] + 1]
    for begin, end in pairwise((0, *breaks, len(ids))):
        for start in range(begin, end, _RUN):
            yield ids[start : min(start + _RUN, end)]


def _text(value: Any) -> str:
    return codec(value.__class__).write(value)


def _change(row: Any) -> Change:
    return Change(
        row.id,
        datetime.fromisoformat(row.at),
        row.who,
        row.name,
        loads(row.fields),
        undone=row.standing in ("undone", "cut"),
        undoes=row.undoes,
        redoes=row.redoes,
    )
