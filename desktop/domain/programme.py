"""An event's slots by day and room; what changed from one release to the next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.venue import Room, Track


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the programme: its slots by start and room, and the rooms that they use."""

    date: date
    slots: tuple[Slot, ...]
    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """An event with its slots, rooms and tracks; every date is in the event's time zone."""

    event: Event
    slots: tuple[Slot, ...] = ()
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()

    def local_start(self, slot: Slot) -> datetime | None:
        """When a slot begins by the clock on the event's wall; None while it is unscheduled."""
        return slot.start and slot.start.astimezone(time_zone(self.event))

    def local_end(self, slot: Slot) -> datetime | None:
        """When a slot ends by the clock on the event's wall; None while it is unscheduled."""
        return slot.end and slot.end.astimezone(time_zone(self.event))

    def day_of(self, slot: Slot) -> date | None:
        """The day of the programme a slot belongs to; None while it is unscheduled."""
        return slot.start and day_of(self.event, slot.start)

    def days(self, *, cancelled: bool = False) -> tuple[Day, ...]:
        """The days that have slots, in order; cancelled slots only where asked for."""
        by_day: dict[date, list[Slot]] = {}
        for slot in self.slots:
            day = self.day_of(slot)
            if day is not None and (cancelled or slot.status is not SlotStatus.CANCELLED):
                by_day.setdefault(day, []).append(slot)
        return tuple(self._day(day, by_day[day]) for day in sorted(by_day))

    @property
    def unscheduled(self) -> tuple[Slot, ...]:
        """The slots that have no time yet, in their own order."""
        waiting = (slot for slot in self.slots if slot.start is None)
        return tuple(sorted(waiting, key=lambda slot: (slot.position, slot.id)))

    def room(self, room_id: int | None) -> Room | None:
        """The room of that id."""
        return next((room for room in self.rooms if room.id == room_id), None)

    def track(self, track_id: int | None) -> Track | None:
        """The track of that id."""
        return next((track for track in self.tracks if track.id == track_id), None)

    def _day(self, day: date, slots: list[Slot]) -> Day:
        rooms = sorted(self.rooms, key=lambda room: (room.position, room.id))
        places = {room.id: place for place, room in enumerate(rooms)}
        used = {slot.room_id for slot in slots}

        def order(slot: Slot) -> tuple[datetime | None, int, int, int]:
            return slot.start, places.get(slot.room_id or 0, -1), slot.position, slot.id

        return Day(
            day,
            tuple(sorted(slots, key=order)),
            tuple(room for room in rooms if room.id in used),
        )


def day_of(event: Event, moment: datetime) -> date:
    """The event's own day at a moment (aware).

    What begins before `event.day_starts` o'clock belongs to the evening before. The hour is the
    wall clock's, so a night in which the clock is put forward or back cuts no day short.
    """
    local = moment.astimezone(time_zone(event)).replace(tzinfo=None)
    return (local - timedelta(hours=event.day_starts)).date()


def time_zone(event: Event) -> ZoneInfo:
    """The event's time zone.

    Raises:
        BadInput: there is no IANA time zone of that name.
    """
    try:
        return ZoneInfo(event.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInput(
            "There is no time zone “{zone}”. Use a name such as Asia/Almaty.",
            zone=event.time_zone,
            place=event.slug,
        ) from None


@dataclass(frozen=True, slots=True)
class Revision:
    """A slot before and after."""

    before: Slot
    after: Slot


@dataclass(frozen=True, slots=True)
class Differences:
    """What a reader of the older programme has to know about the newer one.

    `moved` slots have another time, length or room; `changed` ones another title, speaker or
    anything else. A slot can be both.
    """

    new: tuple[Slot, ...] = ()
    cancelled: tuple[Slot, ...] = ()
    moved: tuple[Revision, ...] = ()
    changed: tuple[Revision, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.cancelled or self.moved or self.changed)


def differences(old: Iterable[Slot], new: Iterable[Slot]) -> Differences:
    """What changed from one programme to the next; slots are the same by their id.

    A slot that is cancelled, or has no time, does not stand in a programme.
    """
    before, after = _standing(old), _standing(new)
    kept = [Revision(before[key], after[key]) for key in before if key in after]
    return Differences(
        new=tuple(slot for key, slot in after.items() if key not in before),
        cancelled=tuple(slot for key, slot in before.items() if key not in after),
        moved=tuple(pair for pair in kept if _place(pair.before) != _place(pair.after)),
        changed=tuple(pair for pair in kept if _content(pair.before) != _content(pair.after)),
    )


def _standing(slots: Iterable[Slot]) -> dict[int, Slot]:
    return {
        slot.id: slot
        for slot in slots
        if slot.start is not None and slot.status is not SlotStatus.CANCELLED
    }


def _place(slot: Slot) -> tuple[datetime | None, int, int | None]:
    return slot.start, slot.minutes, slot.room_id


def _content(slot: Slot) -> Slot:
    return replace(slot, start=None, minutes=0, room_id=None, position=0, source="")
