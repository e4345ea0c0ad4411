"""One field that finds everything, as one types."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.language import dates
from desktop.services.labels import label
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: the name of its class, its id, two lines to show."""

    kind: str
    id: int
    title: str
    subtitle: str = ""
    event_id: int = 0
    """The event that a slot belongs to."""


def search(
    ws: Workspace, text: str, event_id: int | None = None, limit: int = 50, language: str = ""
) -> list[Hit]:
    """Slots (of one event, if it is given), people, organisations and events, by their words.

    They are called as a reader of `language` reads them; the first one of each is the default.
    A word is found by its beginning, in any order, without accents, in Latin or Cyrillic letters.
    """
    place = {} if event_id is None else {"event_id": event_id}
    with ws.read() as reader:
        found: list[Any] = [
            *reader.search(Person, text, limit=limit),
            *reader.search(Slot, text, limit=limit, **place),
            *reader.search(Organisation, text, limit=limit),
            *reader.search(Event, text, limit=limit),
        ][:limit]
        slots = [one for one in found if isinstance(one, Slot)]
        zones = {
            number: event.time_zone
            for number, event in reader.by_id(Event, {one.event_id for one in slots}).items()
        }
    return [
        Hit(
            type(one).__name__,
            one.id,
            label(one, language),
            _when(one, zones[one.event_id], language)
            if one in slots
            else _subtitle(one, language),
            one.event_id if isinstance(one, Slot) else 0,
        )
        for one in found
    ]


def _when(slot: Slot, zone: str, language: str) -> str:
    """On which day a slot begins, and when, on the event's clocks."""
    if slot.start is None:
        return ""
    start = slot.start.astimezone(ZoneInfo(zone))
    day = dates.day_and_month(start.date(), language or "en")
    return f"{day} · {dates.time_of_day(start, language or 'en')}"


def _subtitle(value: Any, language: str) -> str:
    if isinstance(value, Person):
        return label(value.offices[0], language) if value.offices else ""
    return value.subtitle.words(language) if isinstance(value, Event) else ""
