"""A programme as iCalendar (RFC 5545), for the calendars of those who come."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, vCalAddress

from desktop import __version__
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.venue import Venue


@dataclass(frozen=True, slots=True)
class Issue:
    """Under which name in all the world (`name`), when (aware) and by whom an event is sent out.

    One that is sent again takes the place of the one before in a calendar: by its name, and
    because it is newer (RFC 5546, 2.1.5). `organiser` is a name and an address, if any.
    """

    name: str
    at: datetime
    organiser: tuple[str, str] = ("", "")


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
    calendar = _calendar(programme, languages)
    for slot in slots:
        entry: Any = Event()
        for name, value in _facts(programme, venue, people, slot, languages):
            if value:
                entry.add(name, value)
        calendar.add_component(entry)
    return calendar.to_ical()


def days_file(
    programme: Programme, venue: Venue | None, languages: Sequence[str], issue: Issue
) -> bytes:
    """An event as an invitation carries it: one entry a day, from its first slot to its last.

    An event without a programme gets one for its days, which have no hours; empty where it has
    not even days.
    """
    calendar = _calendar(programme, languages)
    organiser = _organiser(issue)
    if organiser is not None:
        calendar.add("method", "PUBLISH")  # which an organiser belongs to (RFC 5546, 3.2.1)
    for number, (start, end) in enumerate(_days(programme), 1):
        entry: Any = Event()
        facts = {
            "uid": f"{issue.name}-{number}@estrado",
            "dtstamp": issue.at,
            "organizer": organiser,
            "dtstart": start,
            "dtend": end,
            "summary": _said(programme.event.title, languages),
            "location": _location(
                (venue.name, venue.address, venue.city) if venue else (), languages
            ),
            "description": _said(programme.event.subtitle, languages),
        }
        for name, value in facts.items():
            if value:
                entry.add(name, value)
        calendar.add_component(entry)
    return calendar.to_ical() if calendar.subcomponents else b""


def _organiser(issue: Issue) -> vCalAddress | None:
    name, address = issue.organiser
    if not address:
        return None
    found = vCalAddress(f"mailto:{address}")
    if name:
        found.params["CN"] = name
    return found


def _days(programme: Programme) -> Iterator[tuple[date, date]]:
    """When each day begins and ends."""
    event, days = programme.event, programme.days()
    for day in days:
        spans = [(slot.start, slot.end) for slot in day.slots if slot.start and slot.end]
        yield min(start for start, _ in spans), max(end for _, end in spans)
    if not days and event.first_day:
        last = event.last_day or event.first_day
        yield event.first_day, last + timedelta(days=1)


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
    yield "location", _location(places, languages)
    speakers = [people[one.person_id] for one in slot.speakers if one.person_id in people]
    names = ", ".join(person.name(languages[0]).full for person in speakers)
    texts = (names, _said(slot.abstract, languages, "\n\n"))
    yield "description", "\n\n".join(filter(None, texts))


def _calendar(programme: Programme, languages: Sequence[str]) -> Any:
    """A calendar without entries."""
    calendar: Any = Calendar()
    calendar.add("prodid", f"-//Estrado//{__version__}//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _said(programme.event.title, languages))
    return calendar


def _location(places: Iterable[Localized], languages: Sequence[str]) -> str:
    """A place in the first of the languages."""
    return ", ".join(filter(None, (_said(text, languages[:1]) for text in places)))


def _said(text: Localized, languages: Sequence[str], between: str = " / ") -> str:
    """The text in each of the languages, the same words once."""
    found = [rendering.text for tag in languages if (rendering := text.find(tag))]
    return between.join(dict.fromkeys(found))
