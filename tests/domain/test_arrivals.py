"""The figures of a door."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.arrivals import Count, figures
from desktop.domain.attendee import Attendee, CheckIn, Direction, Reply
from desktop.domain.event import DoorList, Event

EVENT = Event(time_zone="Asia/Kolkata")  # half an hour beside UTC's hours
DOOR = DoorList("entrance")
SIX = datetime(2026, 5, 14, 12, 30, tzinfo=UTC)  # six in the evening there
OUT = Direction.OUT


def at(minute: int, *, out: bool = False, key: str = "entrance") -> CheckIn:
    way = Direction.OUT if out else Direction.IN
    return CheckIn(SIX + timedelta(minutes=minute), "1", key, way)


def guest(*passages: CheckIn, category: str = "guest", party: int = 0) -> Attendee:
    reply = Reply.ACCEPTED
    return Attendee(category=category, reply=reply, party=party, check_ins=passages)


GUESTS = [
    guest(at(3), category="press"),
    guest(at(14), at(20, out=True), at(31), category="press"),
    guest(at(16), at(40, out=True), party=2),
    guest(at(5, key="lunch")),
    replace(guest(), reply=Reply.DECLINED),
    replace(guest(at(50)), reply=Reply.DECLINED),
]


def test_heads_are_counted_by_category() -> None:
    found = figures(EVENT, DOOR, GUESTS, SIX + timedelta(hours=1))
    assert found.categories == (Count("guest", 5, 4, 1), Count("press", 2, 2, 2))
    assert (found.expected, found.came, found.inside) == (7, 6, 3)
    only = replace(DOOR, categories=("press",))
    assert figures(EVENT, only, GUESTS, SIX).expected == 2


def test_arrivals_by_quarter_of_an_hour_have_no_gap() -> None:
    found = figures(EVENT, DOOR, GUESTS, SIX)
    shown = [(f"{one.start:%H:%M}", one.came, one.inside) for one in found.intervals]
    assert shown == [("18:00", 2, 2), ("18:15", 3, 4), ("18:30", 0, 2), ("18:45", 1, 3)]
    hours = figures(EVENT, DOOR, GUESTS, SIX, minutes=60).intervals
    assert [(one.start.hour, one.came, one.inside) for one in hours] == [(18, 6, 3)]


def test_days_are_apart() -> None:
    later = [*GUESTS, guest(at(24 * 60))]
    assert len(figures(EVENT, DOOR, later, SIX).intervals) == 5
    second = figures(EVENT, DOOR, later, SIX, day=date(2026, 5, 15))
    assert [one.came for one in second.intervals] == [1]
    assert second.came == 1


passages = st.lists(st.builds(at, st.integers(-400, 400), out=st.booleans()), max_size=6).map(
    tuple
)


@given(st.lists(passages, max_size=8), st.sampled_from([5, 15, 30, 60, 120]))
def test_the_sums_agree(moves: list[tuple[CheckIn, ...]], minutes: int) -> None:
    guests = [guest(*one) for one in moves]
    end = SIX + timedelta(minutes=400)
    found = figures(EVENT, DOOR, guests, end, minutes=minutes)
    assert sum(one.came for one in found.intervals) == found.came
    assert all(0 <= one.inside <= len(guests) for one in found.intervals)
    assert found.inside <= found.came <= found.expected == len(guests)
    starts = [one.start for one in found.intervals]
    assert starts == sorted(set(starts))
