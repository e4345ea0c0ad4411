"""What in a programme cannot be so: rooms, speakers and breaks that get in each other's way.

Two slots overlap where `a.start < b.end and b.start < a.end`; touching is legal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from desktop.domain.programme import Programme
from desktop.domain.severity import ClashKind, Severity
from desktop.domain.slot import Slot, SlotStatus

SEVERITIES: Mapping[ClashKind, Severity] = {
    ClashKind.NO_LENGTH: Severity.BLOCK,
    ClashKind.ROOM_TWICE: Severity.BLOCK,
    ClashKind.SPEAKER_TWICE: Severity.BLOCK,
    ClashKind.ROOM_CHANGE: Severity.WARN,
    ClashKind.BREAK_OVERLAP: Severity.WARN,
    ClashKind.ROOM_TOO_SMALL: Severity.WARN,
    ClashKind.OUTSIDE_EVENT: Severity.WARN,
    ClashKind.UNSCHEDULED: Severity.WARN,
    ClashKind.NO_ROOM: Severity.NOTE,
    ClashKind.UNCONFIRMED_SPEAKER: Severity.WARN,
}
"""How severe each kind is where no setting says otherwise."""

_WORST_FIRST = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that cannot be so, from `start` to `end` (UTC) where the time is known.

    `fields` are numbers for the message: minutes `left` and `needed` for a change of room,
    `seats` and `expected` heads, `minutes` of length.
    """

    severity: Severity
    kind: ClashKind
    slot_ids: tuple[int, ...]
    person_ids: tuple[int, ...] = ()
    room_id: int | None = None
    start: datetime | None = None
    end: datetime | None = None
    fields: Mapping[str, int] = field(default_factory=dict[str, int], hash=False)


@dataclass(frozen=True, slots=True)
class _Span:
    """A slot that takes time."""

    start: datetime
    end: datetime
    slot: Slot

    def overlaps(self, other: "_Span") -> bool:
        return self.start < other.end and other.start < self.end


def find(programme: Programme) -> tuple[Clash, ...]:
    """Every clash of a programme, the severest first, then by time.

    The event's own rules say how severe a kind is, else `SEVERITIES`; what is to be ignored is
    left out. Cancelled slots clash with nothing. Takes n log n time in the slots, plus what is
    found.
    """
    severities = {rule.kind: rule.severity for rule in programme.event.clash_rules}
    slots = [slot for slot in programme.slots if slot.status is not SlotStatus.CANCELLED]
    spans = sorted(_spans(slots), key=lambda span: (span.start, span.slot.id))
    found = [
        *_of_single_slots(programme, slots),
        *_in_rooms(spans),
        *_of_speakers(spans, timedelta(minutes=programme.event.room_change_minutes)),
        *_in_breaks(spans),
    ]
    weighed = (
        replace(clash, severity=severities.get(clash.kind, clash.severity)) for clash in found
    )
    kept = (clash for clash in weighed if clash.severity is not Severity.IGNORE)
    return tuple(sorted(kept, key=_order))


def _order(clash: Clash) -> tuple[int, float, str, tuple[int, ...], tuple[int, ...]]:
    when = clash.start.timestamp() if clash.start else float("inf")
    return _WORST_FIRST[clash.severity], when, clash.kind, clash.slot_ids, clash.person_ids


def _clash(kind: ClashKind, *slots: Slot, person: int | None = None, **figures: int) -> Clash:
    """A clash of usual severity, in the time that its slots share (or lies between them)."""
    starts = [slot.start for slot in slots if slot.start]
    ends = [slot.end for slot in slots if slot.end]
    rooms = {slot.room_id for slot in slots}
    return Clash(
        SEVERITIES[kind],
        kind,
        tuple(slot.id for slot in slots),
        () if person is None else (person,),
        rooms.pop() if len(rooms) == 1 else None,
        min(max(starts), min(ends)) if starts else None,
        max(max(starts), min(ends)) if starts else None,
        figures,
    )


def _spans(slots: Iterable[Slot]) -> Iterator[_Span]:
    for slot in slots:
        if slot.start is not None and slot.end is not None and slot.minutes > 0:
            yield _Span(slot.start, slot.end, slot)


def _of_single_slots(programme: Programme, slots: Iterable[Slot]) -> Iterator[Clash]:
    seats = {room.id: room.capacity for room in programme.rooms}
    for slot in slots:
        if slot.minutes <= 0:
            yield _clash(ClashKind.NO_LENGTH, slot, minutes=slot.minutes)
        if slot.start is None:
            yield _clash(ClashKind.UNSCHEDULED, slot)
        elif _outside(programme, slot):
            yield _clash(ClashKind.OUTSIDE_EVENT, slot)
        yield from _of_room(slot, seats)
        for speaker in slot.speakers:
            if not speaker.confirmed:
                yield _clash(ClashKind.UNCONFIRMED_SPEAKER, slot, person=speaker.person_id)


def _of_room(slot: Slot, seats: Mapping[int, int | None]) -> Iterator[Clash]:
    if slot.room_id is None:
        if seats and not slot.kind.is_break:
            yield _clash(ClashKind.NO_ROOM, slot)
        return
    capacity, expected = seats.get(slot.room_id), slot.expected_audience
    if capacity is not None and expected is not None and expected > capacity:
        yield _clash(ClashKind.ROOM_TOO_SMALL, slot, seats=capacity, expected=expected)


def _outside(programme: Programme, slot: Slot) -> bool:
    day, event = programme.day_of(slot), programme.event
    if day is None:
        return False
    too_early = event.first_day is not None and day < event.first_day
    too_late = event.last_day is not None and day > event.last_day
    return too_early or too_late


def _in_rooms(spans: Iterable[_Span]) -> Iterator[Clash]:
    by_room: defaultdict[int, list[_Span]] = defaultdict(list)
    for span in spans:
        if span.slot.room_id is not None:
            by_room[span.slot.room_id].append(span)
    for in_room in by_room.values():
        for one, other in _near(in_room):
            yield _clash(ClashKind.ROOM_TWICE, one.slot, other.slot)


def _of_speakers(spans: Iterable[_Span], change: timedelta) -> Iterator[Clash]:
    by_person: defaultdict[int, list[_Span]] = defaultdict(list)
    for span in spans:
        for person in {speaker.person_id for speaker in span.slot.speakers}:
            by_person[person].append(span)
    for person, theirs in by_person.items():
        for one, other in _near(theirs, change):
            if one.overlaps(other):
                yield _clash(ClashKind.SPEAKER_TWICE, one.slot, other.slot, person=person)
            elif None not in (rooms := {one.slot.room_id, other.slot.room_id}) and len(rooms) == 2:
                yield _clash(
                    ClashKind.ROOM_CHANGE,
                    one.slot,
                    other.slot,
                    person=person,
                    left=_minutes(other.start - one.end),
                    needed=_minutes(change),
                )


def _in_breaks(spans: Sequence[_Span]) -> Iterator[Clash]:
    """A break in no particular room is everybody's: nothing else goes on in it."""
    for pause in spans:
        if pause.slot.room_id is None and pause.slot.kind.is_break:
            for other in spans:
                if not other.slot.kind.is_break and pause.overlaps(other):
                    yield _clash(ClashKind.BREAK_OVERLAP, pause.slot, other.slot)


def _near(spans: Iterable[_Span], gap: timedelta = timedelta(0)) -> Iterator[tuple[_Span, _Span]]:
    """The pairs of which the later begins less than `gap` after the earlier ends.

    `spans` come in order of start; with no gap these are the pairs that overlap.
    """
    running: list[_Span] = []
    for span in spans:
        running = [earlier for earlier in running if span.start < earlier.end + gap]
        for earlier in running:
            yield earlier, span
        running.append(span)


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds() // 60)
