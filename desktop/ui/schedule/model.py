"""A day of the programme as the grid shows it: columns, cards, bands; no widgets."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from desktop.domain.programme import Programme, time_zone
from desktop.domain.slot import Slot
from desktop.domain.venue import Room
from desktop.ui.schedule.geometry import Place

EARLIEST, LATEST = 9 * 60, 18 * 60
"""The hours that are shown even where nothing takes place in them."""


@dataclass(frozen=True, slots=True)
class Card:
    """A slot at its place: one of `lanes` that share the column where slots overlap."""

    slot: Slot
    place: Place
    span: int = 1
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class DayView:
    """What the grid shows of a day: `rooms` are its columns, None for slots without a room.

    `bands` are breaks that belong to all rooms.
    """

    date: date
    rooms: tuple[Room | None, ...]
    cards: tuple[Card, ...]
    bands: tuple[Card, ...]
    first: int
    last: int

    @property
    def everything(self) -> tuple[Card, ...]:
        """Bands first: cards lie on them."""
        return (*self.bands, *self.cards)

    def column(self, room_id: int | None) -> int:
        """The column of a room; that of slots without a room, or the first."""
        ids = [room.id if room else None for room in self.rooms]
        return ids.index(room_id) if room_id in ids else 0


def day_view(programme: Programme, day: date) -> DayView:
    """Lay out a day."""
    slots = next((one.slots for one in programme.days(cancelled=True) if one.date == day), ())
    bands = [slot for slot in slots if is_band(slot)]
    others = [slot for slot in slots if not is_band(slot)]
    rooms: list[Room | None] = list(in_order(programme.rooms))
    known = {room.id for room in rooms if room}
    if not known or any(slot.room_id not in known for slot in others):
        rooms.append(None)
    by_room: defaultdict[int | None, list[Slot]] = defaultdict(list)
    for slot in others:
        by_room[slot.room_id if slot.room_id in known else None].append(slot)
    view = DayView(day, tuple(rooms), (), (), EARLIEST, LATEST)
    cards = tuple(
        card
        for number, room in enumerate(rooms)
        for card in _lanes(programme, day, number, by_room[room.id if room else None])
    )
    spread = tuple(
        Card(slot, Place(minute_of(programme, day, slot), 0), span=len(rooms)) for slot in bands
    )
    starts = [card.place.minute for card in (*cards, *spread)]
    ends = [card.place.minute + card.slot.minutes for card in (*cards, *spread)]
    first = min(starts, default=EARLIEST) // 60 * 60
    last = -(-max(ends, default=LATEST) // 60) * 60
    return replace(view, cards=cards, bands=spread, first=first, last=max(last, first + 60))


def event_days(programme: Programme) -> list[date]:
    """The days of an event: those that it is said to have, and those with slots."""
    event = programme.event
    days = {day.date for day in programme.days(cancelled=True)}
    if event.first_day is not None:
        length = ((event.last_day or event.first_day) - event.first_day).days
        days |= {event.first_day + timedelta(days=number) for number in range(length + 1)}
    return sorted(days)


def in_order(rooms: Iterable[Room]) -> list[Room]:
    """Rooms as the organiser has put them."""
    return sorted(rooms, key=lambda room: (room.position, room.id))


def is_band(slot: Slot) -> bool:
    """A break in no particular room is everybody's."""
    return slot.room_id is None and slot.kind.is_break


def minute_of(programme: Programme, day: date, slot: Slot) -> int:
    """From which minute of the day a slot goes, by the clock on the wall."""
    return minute_at(programme, day, slot.start) if slot.start else 0


def minute_at(programme: Programme, day: date, moment: datetime) -> int:
    """The minute of the day at a moment, by the clock on the event's wall."""
    wall = moment.astimezone(time_zone(programme.event)).replace(tzinfo=None)
    return int((wall - datetime.combine(day, time())).total_seconds() // 60)


def moment_of(programme: Programme, day: date, minute: int) -> datetime:
    """The moment (UTC) of a minute of the day."""
    local = datetime.combine(day, time()) + timedelta(minutes=minute)
    return local.replace(tzinfo=time_zone(programme.event)).astimezone(UTC)


def _lanes(programme: Programme, day: date, column: int, slots: Iterable[Slot]) -> Iterable[Card]:
    """Cards of one room; those that overlap share the column's width."""
    spans = sorted(
        (minute_of(programme, day, slot), slot.minutes, slot.id, slot) for slot in slots
    )
    group: list[Card] = []
    until = 0
    for start, minutes, _, slot in spans:
        if start >= until:
            yield from _shared(group)
            group, until = [], start
        ends = {card.lane: card.place.minute + card.slot.minutes for card in group}
        free = (lane for lane in range(len(group) + 1) if ends.get(lane, start) <= start)
        group.append(Card(slot, Place(start, column), lane=next(free)))
        until = max(until, start + minutes)
    yield from _shared(group)


def _shared(group: list[Card]) -> Iterable[Card]:
    lanes = max((card.lane for card in group), default=0) + 1
    return (replace(card, lanes=lanes) for card in group)


def clock(minute: int) -> time:
    """What the clock on the wall shows at a minute of the day."""
    return time(minute // 60 % 24, minute % 60)
