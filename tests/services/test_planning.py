"""Planning by one slot and by many: one Change each, and undo takes all of it back."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.errors import BadInput, NotFound
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Track
from desktop.services import events, history, people, planning
from desktop.services.planning import Placement
from desktop.services.workspace import Workspace

NINE = datetime(2026, 5, 14, 4, tzinfo=UTC)
"""Nine o'clock in Astana."""


def test_moving_a_slot(ws: Workspace) -> None:
    events.create(ws, Event(slug="a"))
    events.save_room(ws, Room(event_id=1, name=Localized.of(es="Aula")))
    planning.save_slot(ws, Slot(event_id=1, title=Localized.of(es="Jornada de ciencia")))
    change = planning.move(ws, 1, NINE, 1)
    moved = planning.slot(ws, 1)
    assert (moved.start, moved.room_id) == (NINE, 1)
    assert (change.name, change.fields) == ("Move slot {slot}", {"slot": "Jornada de ciencia"})
    assert change.edits[0].before.start is None
    assert change.edits[0].after == moved
    events.delete_room(ws, 1)
    assert planning.slot(ws, 1).room_id is None


@pytest.mark.parametrize(
    "slot",
    [
        Slot(event_id=1, minutes=-1),
        Slot(event_id=2),
        Slot(event_id=1, start=datetime(2026, 5, 14, 9)),  # noqa: DTZ001 - that is the fault
        Slot(event_id=1, speakers=(Speaker(7),)),
    ],
)
def test_a_slot_that_cannot_be_is_refused(ws: Workspace, slot: Slot) -> None:
    events.create(ws, Event(slug="a"))
    with pytest.raises(BadInput):
        planning.save_slot(ws, slot)
    assert planning.slots(ws, 1) == []


def test_the_programme_comes_by_time(ws: Workspace) -> None:
    events.create(ws, Event(slug="a"))
    for start in (None, NINE.replace(hour=11), NINE):
        planning.save_slot(ws, Slot(event_id=1, start=start))
    events.save_track(ws, Track(event_id=1))
    programme = planning.programme(ws, 1)
    assert [slot.id for slot in programme.slots] == [3, 2, 1]
    assert len(programme.tracks) == 1
    with pytest.raises(NotFound):
        planning.programme(ws, 2)


@pytest.fixture
def slots(ws: Workspace) -> list[Slot]:
    """Three slots of an hour on one day, one in the night after it, one on the next."""
    events.create(ws, Event(slug="dia", time_zone="Asia/Almaty", day_starts=5))
    for hours in (0, 1, 2, 16, 24):
        start = NINE + timedelta(hours=hours)
        title = Localized.of(es=f"Parte {hours}")
        planning.save_slot(ws, Slot(event_id=1, title=title, start=start, minutes=60))
    return planning.slots(ws, 1)


def hours(ws: Workspace) -> list[float]:
    starts = (slot.start for slot in planning.slots(ws, 1))
    return [(start - NINE) / timedelta(hours=1) for start in starts if start]


def test_several_slots_move_in_one_step(ws: Workspace, slots: list[Slot]) -> None:
    room = next(iter(events.save_room(ws, Room(event_id=1)).touched(Room)))
    before = planning.slots(ws, 1)
    change = planning.move_many(
        ws, [Placement(slots[0].id, NINE + timedelta(hours=5), room), Placement(2, None, None)]
    )
    assert (change.name, change.fields["count"]) == ("Move {count} slots", "2")
    moved = {slot.id: slot for slot in planning.slots(ws, 1)}
    assert (moved[1].start, moved[1].room_id) == (NINE + timedelta(hours=5), room)
    assert moved[2].start is None
    history.undo(ws)
    assert planning.slots(ws, 1) == before


def test_nothing_moves_where_one_of_them_is_gone(ws: Workspace, slots: list[Slot]) -> None:
    with pytest.raises(NotFound):
        planning.move_many(ws, [Placement(1, None, None), Placement(99, None, None)])
    assert planning.slots(ws, 1) == slots


def test_a_slot_is_made_longer(ws: Workspace, slots: list[Slot]) -> None:
    change = planning.resize(ws, 2, 75)
    assert change.fields["slot"] == "Parte 1"
    assert planning.slot(ws, 2).minutes == 75


def test_what_comes_later_that_day_is_shifted_the_night_included(
    ws: Workspace, slots: list[Slot]
) -> None:
    change = planning.shift_after(ws, 1, NINE + timedelta(hours=1), 30)
    assert change.fields == {"minutes": "+30", "count": "3"}
    assert hours(ws) == [0, 1.5, 2.5, 16.5, 24]
    history.undo(ws)
    planning.shift_after(ws, 1, NINE + timedelta(hours=24), -60)
    assert hours(ws) == [0, 1, 2, 16, 23]


def test_copies_stand_elsewhere_and_ask_their_speakers_again(
    ws: Workspace, slots: list[Slot]
) -> None:
    person = people.save(ws, Person(names=(PersonName("Latn", "López"),))).edits[0].id
    slot = planning.slot(ws, 1)
    with_speaker = Slot(
        id=slot.id,
        event_id=1,
        title=slot.title,
        speakers=(Speaker(person),),
        source="file:1",
        version=slot.version,
    )
    planning.save_slot(ws, with_speaker)
    later = NINE + timedelta(hours=8)
    copy = planning.duplicate(ws, [Placement(1, later, None)], 1).edits[0].after
    assert copy.id not in {slot.id for slot in slots}
    assert (copy.start, copy.title, copy.source) == (later, slot.title, "")
    assert copy.speakers == (Speaker(person, confirmed=False),)
    history.undo(ws)
    assert len(planning.slots(ws, 1)) == len(slots)


def test_copies_go_into_another_event(ws: Workspace, slots: list[Slot]) -> None:
    events.create(ws, Event(slug="otro"))
    planning.duplicate(ws, [Placement(1, NINE, None), Placement(2, None, None)], 2)
    assert [slot.title for slot in planning.slots(ws, 2)] == [one.title for one in slots[:2]]
