"""Undo, redo and the audit trail."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desktop.domain.errors import Conflict
from desktop.services.change import CARRIED, Change, Edit, carried, edits_of
from desktop.services.workspace import Workspace
from desktop.storage.change_log import ChangeLog, Logged
from desktop.storage.growing import bare, only_grew, turned
from desktop.storage.writing import Writer


def undo(ws: Workspace) -> Change | None:
    """Take back the latest change that stands; None where there is none.

    On a server it is the latest of one's own: nobody takes back what another desk has just done.

    Raises:
        Conflict: somebody else changed the same values since.
    """
    return _step(ws, backwards=True)


def redo(ws: Workspace) -> Change | None:
    """Do again what was undone last; None where there is nothing, or something new came since.

    Raises:
        Conflict: somebody else changed the same values since.
    """
    return _step(ws, backwards=False)


def next_undo(ws: Workspace) -> Change | None:
    """The change that `undo` would take back."""
    with ws.read() as reader:
        return ChangeLog(reader).next_undo(ws.who)


def next_redo(ws: Workspace) -> Change | None:
    """The change that `redo` would do again."""
    with ws.read() as reader:
        return ChangeLog(reader).next_redo(ws.who)


def entries(ws: Workspace, limit: int | None = None) -> list[Change]:
    """Who did what and when, latest first; undo and redo are told too."""
    with ws.read() as reader:
        return ChangeLog(reader).entries(limit)


def _step(ws: Workspace, *, backwards: bool) -> Change | None:
    with ws.database.write() as writer:
        log = ChangeLog(writer)
        entry = log.next_undo(ws.who) if backwards else log.next_redo(ws.who)
        if entry is None:
            return None
        about = {"undoes" if backwards else "redoes": entry.id}
        note = log.begin(ws.who, entry.name, entry.fields, **about)
        edits: list[Edit] = []
        for batch in log.batches(entry.id, backwards=backwards):
            pairs = _turn(writer, log, batch, backwards=backwards)
            edits += edits_of(pairs, with_values=len(edits) + len(pairs) <= CARRIED)
        log.mark(entry.id, "undone" if backwards else "done")
    return replace(note, edits=tuple(carried(edits, len(edits))))


def _turn(
    writer: Writer, log: ChangeLog, batch: list[Logged], *, backwards: bool
) -> list[tuple[Any, Any]]:
    """Turn a batch of edits, all of one class and one sort; pairs of values before and after."""
    kind = batch[0].kind
    wanted = [edit.before if backwards else edit.after for edit in batch]
    left = [edit.after if backwards else edit.before for edit in batch]
    held = writer.held(kind, id=[edit.id for edit in batch])
    there = {value.id: value for value in held}
    _check(batch, there, backwards=backwards)
    if wanted[0] is None:
        if batch[0].created:
            log.receive([(edit, there[edit.id]) for edit in batch])
        writer.remove_all(kind, [edit.id for edit in batch])
        return [(there[edit.id], None) for edit in batch]
    if not there:
        stored = [replace(value, version=value.version + 1) for value in wanted]
        writer.insert_all(stored)
        return [(None, value) for value in stored]
    current = [there[value.id] for value in wanted]
    drafts = [
        replace(turned(now, was, value), version=now.version)
        for now, was, value in zip(current, left, wanted, strict=True)
    ]
    stored = writer.put_all(drafts)
    writer.regrow(stored)
    return list(zip(current, stored, strict=True))


def _check(batch: Iterable[Logged], there: dict[int, Any], *, backwards: bool) -> None:
    """What is to be turned must be as the log left it."""
    for edit in batch:
        expected = edit.after if backwards else edit.before
        found = there.get(edit.id)
        free = (backwards and edit.created) or only_grew(edit.before, edit.after)
        if not (free and found is not None) and not _same(found, expected):
            raise Conflict(
                "This cannot be undone or done again: the same thing has changed since."
            )


def _same(found: Any, expected: Any) -> bool:
    """Whether two values are the same but for what has grown in them."""
    if found is None or expected is None:
        return found is expected
    return bare(found) == bare(expected)
