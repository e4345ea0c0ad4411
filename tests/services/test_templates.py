"""Beginning an event from a template or from an earlier one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.domain import clashes
from desktop.domain.attendee import Attendee
from desktop.domain.errors import NotFound
from desktop.domain.event import ChecklistItem, Event, EventKind
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.severity import Severity
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Track
from desktop.services import attendance, events, history, people, planning, templates
from desktop.services.workspace import Workspace

DRAFT = Event(
    title=Localized.of(es="Noche de ciencia"),
    languages=("es", "kk"),
    time_zone="Asia/Almaty",
    first_day=date(2026, 10, 8),
)


@pytest.mark.parametrize("kind", [one.kind for one in templates.TEMPLATES])
def test_a_template_gives_a_programme_without_clashes_in_every_language(
    ws: Workspace, kind: EventKind
) -> None:
    templates.create_from_template(ws, kind, DRAFT)
    event = events.only_event(ws)
    programme = planning.programme(ws, event.id)
    assert event.kind is kind
    assert not [one for one in clashes.find(programme) if one.severity is not Severity.NOTE]
    days = [day.date for day in programme.days()]
    assert (days[0], days[-1]) == (event.first_day, event.last_day)
    for text in (*(slot.title for slot in programme.slots), *(r.name for r in programme.rooms)):
        assert text.languages == ("es", "kk")
    due = [item.due for item in event.checklist if item.due]
    assert min(due) < date(2026, 10, 8)
    assert all(item.title.get("ar") and not item.done for item in event.checklist)


def test_a_template_is_one_change(ws: Workspace) -> None:
    change = templates.create_from_template(ws, EventKind.LECTURE, DRAFT)
    assert change.touched(Slot)
    history.undo(ws)
    assert events.list_events(ws) == []
    assert ws.find(Room) == []


def test_without_a_day_the_outline_waits(ws: Workspace) -> None:
    templates.create_from_template(ws, EventKind.PANEL, replace(DRAFT, first_day=None))
    event = events.only_event(ws)
    assert len(planning.programme(ws, event.id).unscheduled) == 5
    assert {item.due for item in event.checklist} == {None}


def test_a_kind_without_a_template_is_refused(ws: Workspace) -> None:
    with pytest.raises(NotFound, match="lecture, panel"):
        templates.create_from_template(ws, EventKind.SEMINAR, DRAFT)
    assert events.list_events(ws) == []


def test_a_copy_has_everything_but_the_guests(ws: Workspace) -> None:
    zone = ZoneInfo("Europe/Madrid")
    checklist = (ChecklistItem(DRAFT.title, date(2026, 9, 8), done=True),)
    old = replace(DRAFT, time_zone="Europe/Madrid", checklist=checklist)
    events.create(ws, old)
    people.save(ws, Person(names=(PersonName("Latn", "Ruiz", "Ana"),)))
    events.save_room(ws, Room(event_id=1, name=Localized.of(es="Aula"), source="r1"))
    events.save_track(ws, Track(event_id=1, name=Localized.of(es="IA")))
    ten = datetime(2026, 10, 8, 10, tzinfo=zone)
    slot = Slot(event_id=1, start=ten, room_id=1, track_id=1, source="s1", speakers=(Speaker(1),))
    planning.save_slot(ws, slot)
    planning.save_slot(ws, Slot(event_id=1, status=SlotStatus.CANCELLED))
    attendance.save(ws, Attendee(event_id=1, person_id=1))

    templates.copy_event(ws, 1, Localized.of(es="Otra noche"), date(2026, 11, 5))

    fresh = events.event(ws, "otra-noche")
    (copied,) = planning.slots(ws, fresh.id)
    assert copied.start == datetime(2026, 11, 5, 10, tzinfo=zone), "the clock, not the sun"
    assert copied.start.astimezone(UTC) != slot.start.astimezone(UTC) + timedelta(days=28)
    assert (copied.room_id, copied.track_id, copied.source) == (2, 2, "")
    assert not copied.speakers[0].confirmed
    assert fresh.checklist == (ChecklistItem(DRAFT.title, date(2026, 10, 6)),)
    assert attendance.attendees(ws, fresh.id) == []
    assert len(attendance.attendees(ws, 1)) == 1
    history.undo(ws)
    assert [event.slug for event in events.list_events(ws)] == ["noche-de-ciencia"]
