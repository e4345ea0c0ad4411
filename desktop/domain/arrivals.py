"""Who came when: the figures of a door, while it is open and for the report.

Heads are counted, a guest and the companions of `party`, as the report does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from desktop.domain.attendee import Attendee, CheckIn, Direction
from desktop.domain.door import inside
from desktop.domain.event import DoorList, Event
from desktop.domain.invitation import COMING
from desktop.domain.programme import day_of, time_zone


@dataclass(frozen=True, slots=True)
class Count:
    """Heads of one category: expected (accepted, or came without it), came, in at this moment."""

    category: str
    expected: int = 0
    came: int = 0
    inside: int = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """Some minutes from `start`, by the event's clock: heads that came, and are in at its end."""

    start: datetime
    came: int
    inside: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one list: by category the most expected first, by time without gaps.

    `doubled` counts guests whom two desks let in that did not know of each other.
    """

    categories: tuple[Count, ...] = ()
    intervals: tuple[Interval, ...] = ()
    doubled: int = 0

    @property
    def expected(self) -> int:
        """Heads that accepted, or came without it."""
        return sum(one.expected for one in self.categories)

    @property
    def came(self) -> int:
        """Heads that came."""
        return sum(one.came for one in self.categories)

    @property
    def inside(self) -> int:
        """Heads that are in."""
        return sum(one.inside for one in self.categories)


def figures(
    event: Event,
    door: DoorList,
    attendees: Iterable[Attendee],
    now: datetime,
    *,
    day: date | None = None,
    minutes: int = 15,
) -> Figures:
    """The figures of a list on one day, or on all of the event's.

    `minutes` is the length of an interval, a part of an hour or hours.
    """
    admitted = [one for one in attendees if not door.categories or one.category in door.categories]
    passed = [(one, _passages(one, event, door, day)) for one in admitted]
    return Figures(
        tuple(_by_category(event, door, passed, now)),
        tuple(_intervals(event, passed, timedelta(minutes=minutes))),
        sum(any(one.doubled for one in passages) for _, passages in passed),
    )


def _passages(guest: Attendee, event: Event, door: DoorList, day: date | None) -> list[CheckIn]:
    listed = (one for one in guest.check_ins if one.list == door.key)
    there = [one for one in listed if day is None or day_of(event, one.at) == day]
    return sorted(there, key=lambda one: one.at)


Passed = list[tuple[Attendee, list[CheckIn]]]


def _by_category(event: Event, door: DoorList, passed: Passed, now: datetime) -> list[Count]:
    found: dict[str, list[int]] = {}
    for guest, passages in passed:
        came = any(one.direction is Direction.IN for one in passages)
        counts = found.setdefault(guest.category, [0, 0, 0])
        counts[0] += guest.heads * (came or guest.reply in COMING)
        counts[1] += guest.heads * came
        counts[2] += guest.heads * (came and inside(passages, event, door.key, now))
    counted = [Count(category, *counts) for category, counts in found.items() if any(counts)]
    return sorted(counted, key=lambda one: (-one.expected, one.category))


def _intervals(event: Event, passed: Passed, length: timedelta) -> Iterator[Interval]:
    came: dict[datetime, int] = {}
    moved: dict[datetime, int] = {}
    for guest, passages in passed:
        entries = [one.at for one in passages if one.direction is Direction.IN]
        if entries:
            first = _floor(event, entries[0], length)
            came[first] = came.get(first, 0) + guest.heads
        for at, step in _steps(event, passages):
            start = _floor(event, at, length)
            moved[start] = moved.get(start, 0) + step * guest.heads
    days: dict[date, list[datetime]] = {}
    for start in sorted(moved):
        days.setdefault(day_of(event, start), []).append(start)
    for starts in days.values():
        yield from _without_gaps(starts, came, moved, length)


def _without_gaps(
    starts: list[datetime], came: dict[datetime, int], moved: dict[datetime, int], step: timedelta
) -> Iterator[Interval]:
    """The intervals of one day; in the morning nobody is in."""
    within, start = 0, starts[0]
    zone = start.tzinfo
    while start <= starts[-1]:
        within += moved.get(start, 0)
        yield Interval(start, came.get(start, 0), within)
        start = (start.astimezone(UTC) + step).astimezone(zone)


def _steps(event: Event, passages: list[CheckIn]) -> Iterator[tuple[datetime, int]]:
    """When a guest really came in (+1) or went out (-1): twice in is once."""
    there: dict[date, bool] = {}
    for one in passages:
        day, way = day_of(event, one.at), one.direction is Direction.IN
        if there.get(day, False) is not way:
            there[day] = way
            yield one.at, 1 if way else -1


def _floor(event: Event, at: datetime, length: timedelta) -> datetime:
    """The start of the interval in which a moment lies, by the event's clock."""
    local = at.astimezone(time_zone(event))
    past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    hours = timedelta(hours=local.hour) if length > timedelta(hours=1) else timedelta()
    return local - (hours + past) % length
