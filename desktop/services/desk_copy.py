"""The part of an event's guest list that a desk keeps for the time without network."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain import door
from desktop.domain.attendee import Attendee
from desktop.domain.errors import DatabaseRefused
from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.storage.reading import Reader
    from desktop.storage.writing import Writer

OWN = 1_000_000_000
"""From here on ids are the copy's own: of people whom the desk added without network."""

_SEEN = "seen"
"""What a copy says about itself: when it was like the server, in seconds since 1970."""


def opened(path: Path, who: str) -> Workspace:
    """A desk's copy: the one that was left, or a new and empty one.

    Raises:
        DatabaseRefused: another window works with it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    copy = Workspace.open(path, create=not path.exists(), who=who)
    try:
        copy.database.claim()
    except DatabaseRefused:
        copy.close()
        raise
    return copy


def closed(copy: Workspace, *, kept: bool) -> None:
    """Close a copy; unless it is to be kept it is deleted, if nothing in it is waiting."""
    done = waiting(copy) == 0 and not kept
    copy.close()
    if done and copy.database.path is not None:
        copy.database.path.unlink(missing_ok=True)


def seen(copy: Workspace) -> datetime | None:
    """When the list was last as the server has it (aware, UTC); None where it never was."""
    from desktop.storage.schema import about

    with copy.read() as reader:
        seconds = about(reader.connection, _SEEN)
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def waiting(copy: Workspace) -> int:
    """How many changes were made in a copy that the server does not know."""
    from desktop.storage.change_log import ChangeLog

    with copy.read() as reader:
        return len(ChangeLog(reader).entries())


def forget_changes(copy: Workspace) -> None:
    """The server knows all of them now."""
    from desktop.storage.change_log import ChangeLog

    with copy.database.write() as writer:
        ChangeLog(writer).clear()


def refresh(
    ws: Workspace,
    copy: Workspace,
    event_id: int,
    attendees: Iterable[int] | None,
    at: datetime | None = None,
) -> None:
    """Copy an event's list anew, or only some invitations of it, as it is now or was at a time."""
    from desktop.storage.schema import set_about
    from desktop.storage.seal import adopt, seal

    wanted = None if attendees is None else list(attendees)
    with ws.read() as reader:
        event = _event(reader, event_id)
        some: dict[str, Any] = {} if wanted is None else {"id": wanted}
        guests = reader.find(Attendee, event_id=event_id, **some)
        people = reader.by_id(Person, _persons(guests)).values()
        key = seal(reader)
    with copy.database.write() as writer:
        adopt(writer, key)
        set_about(writer.connection, _SEEN, int((at or datetime.now(UTC)).timestamp()))
        if not writer.ids(Event):
            _reserve_ids(writer, event)
        _mirror(writer, [event])
        _mirror(writer, [_person(one) for one in people])
        _mirror(writer, [_guest(one) for one in guests])
        there = writer.ids(Attendee) if wanted is None else writer.ids(Attendee, id=wanted)
        gone = writer.by_id(Attendee, set(there) - {one.id for one in guests})
        writer.remove_all(Attendee, gone)
        known = None if wanted is None else _persons(gone.values())
        _forget_people(writer, known)


def _forget_people(writer: "Writer", known: Iterable[int] | None) -> None:
    """Forget those people (of all, without them) whom no invitation names any more."""
    some: dict[str, Any] = {} if known is None else {"id": list(known)}
    ids = set(writer.ids(Person, **some))
    if ids:
        named = writer.find(Attendee) if known is None else _naming(writer, ids)
        writer.remove_all(Person, ids - set(_persons(named)))


def _naming(writer: "Writer", ids: set[int]) -> list[Attendee]:
    return [
        *writer.find(Attendee, person_id=ids),
        *writer.find(Attendee, representative_id=ids),
    ]


def keep(copy: Workspace, guest: Attendee, person: Person | None) -> None:
    """Copy one invitation as it is now on the server."""
    with copy.database.write() as writer:
        _mirror(writer, [_person(person)] if person else [])
        known = set(writer.ids(Person, id=_persons([guest])))
        if known.issuperset(_persons([guest])):  # else the next refresh brings them together
            _mirror(writer, [_guest(guest)])


def _mirror(writer: "Writer", values: Sequence[Any]) -> None:
    """Store values as they are elsewhere, under the same ids; only what is different."""
    if not values:
        return
    there: dict[int, Any] = writer.by_id(values[0].__class__, [value.id for value in values])
    writer.insert_all([value for value in values if value.id not in there])
    changed = [
        replace(value, version=there[value.id].version)
        for value in values
        if value.id in there and there[value.id] != value
    ]
    if changed:
        writer.regrow(writer.put_all(changed))


def _reserve_ids(writer: "Writer", event: Event) -> None:
    """Ids are never used again: what has the first own ones leaves, and its successors follow."""
    writer.insert_all([replace(event, id=OWN, slug="")])
    writer.insert_all([Person(id=OWN)])
    writer.insert_all([Attendee(id=OWN, event_id=OWN, person_id=OWN)])
    for kind in (Attendee, Person, Event):
        writer.remove(kind, OWN)


def _event(reader: "Reader", event_id: int) -> Event:
    """What a door needs of an event, and no reference to anything that is not copied."""
    event = reader.load(Event, event_id)
    days = door.days_of(event, filter(None, reader.span(Slot, "start", event_id=event_id)))
    return Event(
        event.id,
        event.slug,
        event.title,
        languages=event.languages,
        time_zone=event.time_zone,
        first_day=days and days.first,
        last_day=days and days.last,
        day_starts=event.day_starts,
        doors=event.doors,
    )


def _person(person: Person) -> Person:
    return Person(person.id, person.names, person.gender, person.honorific)


def _guest(guest: Attendee) -> Attendee:
    return replace(guest, invited_by_id=None, tags=(), needs="", notes="", messages=())


def _persons(guests: Iterable[Attendee]) -> list[int]:
    ids = {id for one in guests for id in (one.person_id, one.representative_id) if id}
    return sorted(ids)
