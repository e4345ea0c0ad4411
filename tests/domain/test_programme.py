from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme, differences
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.venue import Room

ZONES = ["UTC", "Asia/Almaty", "Europe/Madrid", "America/New_York", "Pacific/Chatham"]
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def slots(draw: st.DrawFn, count: int = 8) -> tuple[Slot, ...]:
    numbers = draw(st.lists(st.integers(1, count), unique=True))
    return tuple(
        Slot(
            id=number,
            title=Localized.of(en=draw(st.sampled_from("ab"))),
            start=draw(st.none() | INSTANTS),
            minutes=draw(st.sampled_from([15, 30])),
            room_id=draw(st.sampled_from([None, 1, 2])),
            status=draw(st.sampled_from(SlotStatus)),
        )
        for number in numbers
    )


def at(zone: str, *when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo(zone)).astimezone(UTC)  # type: ignore[misc,arg-type]


def test_a_reception_after_midnight_belongs_to_its_evening():
    event = Event(time_zone="Europe/Madrid")
    late = Slot(id=1, start=at("Europe/Madrid", 2026, 3, 13, 1, 30))
    early = Slot(id=2, start=at("Europe/Madrid", 2026, 3, 13, 4, 0))
    days = Programme(event, (early, late)).days()
    assert [(day.date, day.slots) for day in days] == [
        (date(2026, 3, 12), (late,)),
        (date(2026, 3, 13), (early,)),
    ]
    midnight = replace(event, day_starts=0)
    assert [day.date for day in Programme(midnight, (early, late)).days()] == [date(2026, 3, 13)]


def test_daylight_saving_moves_the_clock_and_no_slot_to_another_day():
    # In Madrid 29 March 2026 has 23 hours, 25 October 2026 has 25.
    spring = Slot(id=1, start=datetime(2026, 3, 29, 0, 30, tzinfo=UTC), minutes=60)
    programme = Programme(Event(time_zone="Europe/Madrid"), (spring,))
    start, end = programme.local_start(spring), programme.local_end(spring)
    assert start is not None
    assert end is not None
    assert (start.hour, end.hour) == (1, 3)
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=1)
    assert programme.day_of(spring) == date(2026, 3, 28)
    autumn = [Slot(id=n, start=datetime(2026, 10, 25, n, 30, tzinfo=UTC)) for n in (0, 1)]
    programme = Programme(Event(time_zone="Europe/Madrid"), tuple(autumn))
    twice = [programme.local_start(slot) for slot in autumn]
    assert [(t.hour, t.utcoffset()) for t in twice if t] == [
        (2, timedelta(hours=2)),
        (2, timedelta(hours=1)),
    ]
    assert [day.slots for day in programme.days()] == [tuple(autumn)]


def test_rooms_stand_in_their_own_order_and_only_where_used():
    rooms = (Room(id=1, position=2), Room(id=2, position=1), Room(id=3, position=0))
    start = datetime(2026, 3, 12, 9, tzinfo=UTC)
    in_rooms = [Slot(id=n, start=start, room_id=room) for n, room in enumerate([1, 2, None])]
    (day,) = Programme(Event(), tuple(in_rooms), rooms).days()
    assert [room.id for room in day.rooms] == [2, 1]
    assert [slot.room_id for slot in day.slots] == [None, 2, 1]


def test_an_unknown_time_zone_is_refused_with_its_name():
    programme = Programme(Event(time_zone="Asia/Nowhere"), ())
    with pytest.raises(BadInput, match="Asia/Nowhere"):
        programme.day_of(Slot(start=datetime(2026, 1, 1, tzinfo=UTC)))
    for name in ("", "../etc/passwd", "x" * 300):
        with pytest.raises(BadInput):
            Programme(Event(time_zone=name)).local_start(Slot(start=datetime.now(UTC)))


@given(slots(), st.sampled_from(ZONES), st.integers(0, 11))
def test_every_slot_is_on_one_day_or_unscheduled(
    items: tuple[Slot, ...], zone: str, day_starts: int
):
    programme = Programme(Event(time_zone=zone, day_starts=day_starts), items)
    days = programme.days(cancelled=True)
    shown = [slot for day in days for slot in day.slots]
    assert sorted(slot.id for slot in (*shown, *programme.unscheduled)) == sorted(
        slot.id for slot in items
    )
    assert [day.date for day in days] == sorted({day.date for day in days})
    for day in days:
        assert [slot.start for slot in day.slots] == sorted(s.start for s in day.slots if s.start)
    standing = [slot for day in programme.days() for slot in day.slots]
    assert standing == [slot for slot in shown if slot.status is not SlotStatus.CANCELLED]


@given(slots(), slots())
def test_differences_go_both_ways(old: tuple[Slot, ...], new: tuple[Slot, ...]):
    there, back = differences(old, new), differences(new, old)
    assert not differences(old, old)
    assert {slot.id for slot in there.new} == {slot.id for slot in back.cancelled}
    assert {pair.after.id for pair in there.moved} == {pair.after.id for pair in back.moved}
    known = {slot.id: slot for slot in old}
    for pair in there.moved:
        assert known[pair.before.id] == pair.before


def test_a_slot_can_be_moved_and_changed_at_once():
    start = datetime(2026, 3, 12, 9, tzinfo=UTC)
    before = Slot(id=1, title=Localized.of(es="Uno"), start=start)
    after = replace(before, title=Localized.of(es="Dos"), start=start + timedelta(hours=1))
    found = differences([before], [after])
    assert [len(part) for part in (found.new, found.cancelled, found.moved, found.changed)] == [
        0, 0, 1, 1,
    ]  # fmt: skip
    called_off = replace(before, status=SlotStatus.CANCELLED)
    assert differences([before], [called_off]).cancelled == (before,)
