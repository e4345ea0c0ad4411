from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.event import Event
from desktop.domain.gaps import first_gap
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot, SlotKind, SlotStatus

DAY = date(2026, 3, 12)
NINE = datetime(2026, 3, 12, 9, tzinfo=UTC)
EVENT = Event(time_zone="UTC")


def slot(id: int, start: int, minutes: int, room_id: int | None = 1, **fields: object) -> Slot:
    begins = NINE + timedelta(minutes=start)
    return Slot(id=id, start=begins, minutes=minutes, room_id=room_id, **fields)  # type: ignore[arg-type]


def gap(*slots: Slot, minutes: int = 30, room_id: int | None = 1) -> int:
    found = first_gap(Programme(EVENT, slots), DAY, minutes, room_id)
    return int((found - NINE).total_seconds() // 60)


def test_an_empty_day_begins_at_nine():
    assert gap() == 0


def test_the_first_gap_that_is_long_enough_is_taken():
    assert gap(slot(1, 0, 30), slot(2, 45, 30), slot(3, 120, 30)) == 75


def test_other_rooms_do_not_matter_but_breaks_for_all_do():
    assert gap(slot(1, 0, 60, room_id=2)) == 0
    pause = slot(1, 0, 60, room_id=None, kind=SlotKind.COFFEE_BREAK)
    assert gap(pause) == 60


def test_what_is_cancelled_takes_no_room():
    assert gap(slot(1, 0, 60), slot(2, 60, 60, status=SlotStatus.CANCELLED)) == 60


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=12),
    st.integers(1, 24),
)
def test_nothing_else_goes_on_in_the_gap(taken: list[tuple[int, int]], length: int):
    slots = tuple(slot(n, 5 * at, 5 * long) for n, (at, long) in enumerate(taken, 1))
    found = first_gap(Programme(EVENT, slots), DAY, 5 * length, 1)
    fresh = replace(slot(99, 0, 5 * length), start=found)
    for other in slots:
        assert fresh.end is not None
        assert other.start is not None
        assert other.end is not None
        assert fresh.end <= other.start or other.end <= found
