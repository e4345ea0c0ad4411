"""An event at a glance."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import NotFound
from desktop.domain.event import ChecklistItem, Event, EventKind
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.release import ProgrammeRelease
from desktop.domain.slot import Interpretation, Slot, SlotKind, SlotStatus
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.domain.venue import Room
from desktop.services import attendance, events, overview, people, planning, templates
from desktop.services.workspace import Workspace

TEN = datetime(2026, 5, 14, 10, tzinfo=UTC)
TITLE = Localized.of(es="Ciencia")


def test_a_new_event_shows_what_it_lacks(ws: Workspace) -> None:
    draft = Event(title=TITLE, languages=("es", "kk"), first_day=date(2026, 5, 14))
    templates.create_from_template(ws, EventKind.LECTURE, draft)
    seen = overview.overview(ws, 1)
    assert (seen.placed, seen.unscheduled, seen.rooms) == (4, 0, 1)
    assert [slot.kind for slot in seen.without_speakers] == [SlotKind.WELCOME, SlotKind.LECTURE]
    assert seen.sheet.progress("es") == (6, 6)
    assert seen.sheet.progress("kk") == (5, 6)
    assert seen.replies == overview.Replies()
    days = [item.due for _, item in seen.due()]
    assert days == sorted(days, key=lambda day: day or date.max)
    assert seen.release is None
    assert seen.clashes == ()


def test_clashes_replies_and_changes_since_the_last_release(ws: Workspace) -> None:
    for given in ("Ana", "Eva", "Luz"):
        people.save(ws, Person(names=(PersonName("Latn", "Ruiz", given),)))
    events.create(ws, Event(title=TITLE))
    events.save_room(ws, Room(event_id=1))
    speakers = (Speaker(1, confirmed=False),)
    for _ in range(2):
        planning.save_slot(
            ws, Slot(event_id=1, title=TITLE, start=TEN, room_id=1, speakers=speakers)
        )
    planning.save_slot(ws, Slot(event_id=1, interpretation=(Interpretation("kk"),)))
    planning.save_slot(ws, Slot(event_id=1, status=SlotStatus.CANCELLED))
    replies = (Reply.ACCEPTED, Reply.DECLINED, Reply.REMINDED)
    for person, reply in enumerate(replies, 1):
        attendance.save(ws, Attendee(event_id=1, person_id=person, reply=reply))
    with ws.change("Publish") as work:
        frozen = tuple(planning.slots(ws, 1)[:1])
        work.put(ProgrammeRelease(event_id=1, number=3, name="3", slots=frozen))
    seen = overview.overview(ws, 1)
    assert {one.kind for one in seen.clashes} == {"room_twice", "speaker_twice"}
    assert len(seen.unconfirmed) == 2
    assert [slot.id for slot in seen.without_interpreter] == [3]
    assert seen.replies == overview.Replies(1, 1, 1, 0, without_seat=1, without_ticket=0)
    assert seen.release is not None
    assert (seen.release[0].number, seen.release[1]) == (3, 1)
    interpreter = (Speaker(1, SpeakerRole.INTERPRETER),)
    planning.save_slot(ws, replace(planning.slot(ws, 3), speakers=interpreter))
    assert overview.overview(ws, 1).without_interpreter == ()


def test_ticking_off(ws: Workspace) -> None:
    events.create(ws, Event(title=TITLE, checklist=(ChecklistItem(Localized.of(es="Enviar")),)))
    change = overview.tick(ws, 1, 0, done=True)
    assert (change.name, change.fields) == ("Done: {task}", {"task": "Enviar"})
    assert overview.overview(ws, 1).due() == []
    with pytest.raises(NotFound):
        overview.tick(ws, 1, 1, done=True)
