"""The reference event says everything in five languages, and nothing untrue unasked."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.attendee import Attendee
from desktop.domain.clashes import find
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Contact, Person
from desktop.domain.precedence import order
from desktop.domain.severity import Severity
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.services import events, history, planning
from desktop.services.reference import create_reference_event
from desktop.services.workspace import Workspace

LANGUAGES = ("es", "kk", "ru", "en", "ar")
EVERYTHING = (
    Event, Venue, Room, Track, Slot, Organisation, Person, Picture, Attendee,
    Quotation, PressItem, PhotoCredit, InstitutionalContact,
)  # fmt: skip


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "reference.db", create=True, who="test") as workspace:
        create_reference_event(workspace)
        yield workspace


def everything(ws: Workspace) -> list[Any]:
    with ws.read() as reader:
        return [value for kind in EVERYTHING for value in reader.find(kind)]


def texts(value: Any, place: str = "") -> Iterator[tuple[str, Localized]]:
    """Every text inside a value, with the way to it."""
    if isinstance(value, Localized):
        yield place, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts(item, f"{place}[{number}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{place}.{field.name}")


def test_every_text_is_there_in_all_five_languages(ws: Workspace):
    lacking = [
        (type(value).__name__, value.id, place, text.missing(LANGUAGES))
        for value in everything(ws)
        for place, text in texts(value)
        if text.missing(LANGUAGES)
    ]
    assert lacking == []
    (event,) = events.list_events(ws)
    assert event.languages == LANGUAGES


def test_no_two_languages_say_the_same_sentence(ws: Workspace):
    for value in everything(ws):
        for place, text in texts(value):
            for words in {words for _, words in text if len(words) > 60}:
                tags = [tag for tag, other in text if other == words]
                assert len(tags) == 1, (place, tags)


def test_the_programme_is_an_afternoon_in_astana_without_clashes(ws: Workspace):
    event = events.only_event(ws)
    programme = planning.programme(ws, event.id)
    (day,) = programme.days()
    assert day.date == event.first_day == event.last_day
    starts = [slot.start.astimezone(ZoneInfo("Asia/Almaty")) for slot in day.slots if slot.start]
    assert [f"{start:%H:%M}" for start in starts][:2] == ["15:00", "15:30"]
    assert [c for c in find(programme) if c.severity is not Severity.NOTE] == []
    assert all(slot.start and slot.start.tzinfo is UTC for slot in programme.slots)


def test_it_asks_of_the_program_what_it_should(ws: Workspace):
    event = events.only_event(ws)
    slots = {slot.title.get("en"): slot for slot in planning.slots(ws, event.id)}
    roles: dict[int, set[str]] = {}
    for slot in slots.values():
        for speaker in slot.speakers:
            roles.setdefault(speaker.person_id, set()).add(speaker.role)
    assert sum(len(theirs) > 1 for theirs in roles.values()) == 2
    (panel,) = (slot for slot in slots.values() if slot.kind == "panel")
    assert [bool(speaker.topic) for speaker in panel.speakers] == [True] * 3
    (data,) = (slot.data_set for slot in slots.values() if slot.data_set)
    assert data.illustrative
    assert 145 <= data.points[-1].value <= 155
    with ws.read() as reader:
        people = reader.by_id(Person, roles)
    (ambassador,) = (person for person in people.values() if person.accreditations)
    assert [each.country for each in ambassador.accreditations] == ["KZ", "KG", "TJ"]
    assert len(ambassador.offices) == 3
    ranked = order(people.values(), "KZ")
    assert ranked[0].person == ambassador


def test_guests_are_invented_and_most_of_them_came(ws: Workspace):
    with ws.read() as reader:
        guests = reader.find(Attendee)
        people = {person.id: person for person in reader.find(Person)}
        quotations = reader.find(Quotation)
        organisations = {each.id: each for each in reader.find(Organisation)}
    assert 120 <= len(guests) <= 200
    assert 0.7 < sum(guest.attended for guest in guests) / len(guests) < 0.9
    assert len({guest.category for guest in guests}) >= 6
    came = [people[guest.person_id] for guest in guests if guest.attended]
    assert len({person.country for person in came}) >= 10
    assert len({person.organisation_id for person in came}) >= 6
    named = [person for person in people.values() if "Invented" not in person.notes]
    assert len(named) == 6
    assert all(person.contact == Contact() for person in people.values())
    # No words are put into the mouth of anybody real.
    assert {people[quoted.person_id or 0].notes for quoted in quotations} == {
        "Invented for the example"
    }
    assert sum(each.logo_id is not None for each in organisations.values()) == 2


def test_it_is_one_change_that_can_be_undone(ws: Workspace):
    before = everything(ws)
    assert [entry.name for entry in history.entries(ws)] == ["Add the reference event"]
    with pytest.raises(BadInput, match="kazakhstan-spain-2026"):
        create_reference_event(ws)
    assert everything(ws) == before
    history.undo(ws)
    assert everything(ws) == []
    history.redo(ws)
    assert everything(ws) == before


def test_pictures_are_what_they_say(ws: Workspace):
    from io import BytesIO

    from PIL import Image

    with ws.read() as reader:
        pictures = reader.find(Picture)
    for picture in pictures:
        image = Image.open(BytesIO(picture.content))
        assert (image.format, image.size) == ("PNG", (picture.width, picture.height))
