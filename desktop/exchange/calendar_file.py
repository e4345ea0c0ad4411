"""A programme as iCalendar (RFC 5545), for the calendars of those who come."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from icalendar import Calendar, Event

from desktop import __version__
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.venue import Venue


def calendar_file(
    programme: Programme,
    venue: Venue | None,
    people: Mapping[int, Person],
    languages: Sequence[str],
) -> bytes:
    """Every slot that has a time, with titles in all the languages; empty where none has.

    Times are in UTC. The stamp of an entry is its own start, not the clock's, so that the same
    programme gives the same bytes.
    """
    slots = [s for s in programme.slots if s.start and s.status is not SlotStatus.CANCELLED]
    if not slots:
        return b""
    calendar: Any = Calendar()
    calendar.add("prodid", f"-//Estrado//{__version__}//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _said(programme.event.title, languages))
    for slot in slots:
        entry: Any = Event()
        for name, value in _facts(programme, venue, people, slot, languages):
            if value:
                entry.add(name, value)
        calendar.add_component(entry)
    return calendar.to_ical()


def _facts(
    programme: Programme,
    venue: Venue | None,
    people: Mapping[int, Person],
    slot: Slot,
    languages: Sequence[str],
) -> Iterator[tuple[str, datetime | str | None]]:
    """The properties of a slot's entry by their names in RFC 5545."""
    yield "uid", f"{programme.event.slug or programme.event.id}-{slot.id}@estrado"
    yield "dtstamp", slot.start
    yield "dtstart", slot.start
    yield "dtend", slot.end
    yield "summary", _said(slot.title, languages)
    room = programme.room(slot.room_id)
    places = [room.name if room else Localized(), *((venue.name, venue.city) if venue else ())]
    yield "location", ", ".join(filter(None, (_said(text, languages[:1]) for text in places)))
    speakers = [people[one.person_id] for one in slot.speakers if one.person_id in people]
    names = ", ".join(person.name(languages[0]).full for person in speakers)
    texts = (names, _said(slot.abstract, languages, "\n\n"))
    yield "description", "\n\n".join(filter(None, texts))


def _said(text: Localized, languages: Sequence[str], between: str = " / ") -> str:
    """The text in each of the languages, the same words once."""
    found = [rendering.text for tag in languages if (rendering := text.find(tag))]
    return between.join(dict.fromkeys(found))
