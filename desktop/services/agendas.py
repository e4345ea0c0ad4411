"""A pasted agenda becomes slots, rooms and people, in one Change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Office, Person
from desktop.domain.programme import time_zone
from desktop.domain.slot import Slot, SlotKind
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room
from desktop.exchange import vocabulary
from desktop.exchange.agenda_people import Named
from desktop.exchange.agenda_people import people as people_in
from desktop.exchange.agenda_text import Item
from desktop.exchange.naming import person_name
from desktop.language.folding import fold

if TYPE_CHECKING:
    from desktop.services.change import Change, Recording
    from desktop.services.workspace import Workspace

LENGTH = 30
"""Minutes of a slot of which nobody says how long it takes."""


@dataclass(slots=True)
class _Found:
    """Rooms and people by their folded names, those of this import included."""

    rooms: dict[str, int]
    people: dict[str, int]


def named(text: str) -> tuple[Named, ...]:
    """The people of a text that is known to name people: whatever stands there, nobody is lost."""
    parts = (part.strip() for part in text.split(";"))
    return tuple(one for part in parts if part for one in people_in(part) or (Named(part),))


def import_agenda(
    ws: "Workspace", event_id: int, items: Sequence[Item], language: str
) -> "Change":
    """Add the items of an agenda to an event.

    Titles are in `language`. Rooms and people that are there already are taken by their names,
    in whatever script; others are added. An item without a time waits with the unscheduled, one
    without a day takes place on the event's first.

    Raises:
        NotFound: there is no such event.
    """
    with ws.change("Import an agenda: {count} slots", count=str(len(items))) as work:
        event = work.load(Event, event_id)
        found = _Found(
            _names((room.id, _words(room.name)) for room in work.find(Room, event_id=event_id)),
            _names((one.id, [name.full for name in one.names]) for one in work.find(Person)),
        )
        _add_rooms(work, event, found, items, language)
        _add_people(work, found, items, language)
        work.put_all([_slot(event, found, item, language) for item in items])
    return work.change


def _words(text: Localized) -> list[str]:
    return [words for _, words in text]


def _names(pairs: Iterable[tuple[int, list[str]]]) -> dict[str, int]:
    return {fold(name): number for number, names in pairs for name in names if name}


def _add_rooms(
    work: "Recording", event: Event, found: _Found, items: Sequence[Item], language: str
) -> None:
    new = {fold(item.room): item.room for item in items if item.room}
    fresh = [
        Room(event_id=event.id, name=Localized.of({language: name}), position=len(found.rooms) + n)
        for n, (key, name) in enumerate(new.items())
        if key not in found.rooms
    ]
    found.rooms |= _names((room.id, _words(room.name)) for room in work.put_all(fresh))


def _add_people(work: "Recording", found: _Found, items: Sequence[Item], language: str) -> None:
    new = {_key(one): one for item in items for one in reversed(item.speakers)}
    fresh = [
        Person(names=(person_name(one.name),), offices=_offices(one, language))
        for key, one in new.items()
        if key not in found.people
    ]
    for person in work.put_all(fresh):
        found.people[fold(person.names[0].full)] = person.id


def _key(one: Named) -> str:
    return fold(person_name(one.name).full)


def _offices(one: Named, language: str) -> tuple[Office, ...]:
    return (Office(title=Localized.of({language: one.office})),) if one.office else ()


def _slot(event: Event, found: _Found, item: Item, language: str) -> Slot:
    kind = item.kind or (SlotKind.TALK if item.speakers else SlotKind.OTHER)
    usual = vocabulary.role(kind)
    parts = {found.people[_key(one)]: one.role or usual for one in item.speakers}
    return Slot(
        event_id=event.id,
        kind=kind,
        title=Localized.of({language: item.title}),
        start=_moment(event, item.day, item.start),
        minutes=item.minutes or LENGTH,
        room_id=found.rooms.get(fold(item.room)) if item.room else None,
        floor_languages=() if kind.is_break else (language,),
        speakers=tuple(Speaker(*part) for part in parts.items()),
    )


def _moment(event: Event, on: date | None, minute: int | None) -> datetime | None:
    """A minute of a day (UTC); the event's first day where none is told."""
    date_ = on or event.first_day
    if date_ is None or minute is None:
        return None
    local = datetime.combine(date_, time()) + timedelta(minutes=minute)
    return local.replace(tzinfo=time_zone(event)).astimezone(UTC)
