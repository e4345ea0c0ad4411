"""What an event has that the options of its documents can ask for."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.programme import Programme
from desktop.domain.seating import Seating
from desktop.domain.slot import Slot
from desktop.domain.venue import Room
from desktop.language import dates, names, tags, terms
from desktop.language.collation import name_sort_key, sort_key
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.options import Asked

Answers = Mapping["Asked", list[tuple[str, str]]]
"""By what an option asks: its answers, each with its name."""


def answers(ws: Workspace, event_id: int, language: str) -> Answers:
    """The days, rooms, seatings, speakers and guests' categories of an event, in `language`.

    Raises:
        NotFound: there is no such event.
    """
    from desktop.storage.listing import GUESTS, counted

    with ws.read() as reader:
        event = reader.load(Event, event_id)
        slots = tuple(reader.find(Slot, event_id=event_id))
        rooms = tuple(reader.find(Room, event_id=event_id))
        seatings = reader.find(Seating, event_id=event_id)
        ids = {speaker.person_id for slot in slots for speaker in slot.speakers}
        speakers = reader.by_id(Person, ids).values()
        used = [one for one, _ in counted(reader, GUESTS, "Attendee.category", event_id=event_id)]
    days = [day.date for day in Programme(event, slots, rooms).days()]
    groups = {one: terms.category_group(one, language) for one in used}
    word, family = sort_key(language), name_sort_key(language)
    return {
        "day": [(day.isoformat(), dates.long_date(day, language)) for day in days],
        "room": [_named(room.name, language) for room in rooms],
        "seating": [_named(seating.title, language) for seating in seatings],
        "speaker": [
            (one.name("").full, names.printed_name(one, language, honorific=False))
            for one in sorted(speakers, key=lambda one: family(*_family_and_given(one, language)))
        ],
        "category": sorted(groups.items(), key=lambda group: word(group[1])),
    }


def _family_and_given(person: Person, language: str) -> tuple[str, str]:
    name = person.name(language, tags.script_of(language))
    return name.family or name.given, name.given


def _named(text: Localized, language: str) -> tuple[str, str]:
    """A name as documents look for it, and as it is told."""
    return text.words(), text.words(language)
