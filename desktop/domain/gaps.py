"""Where a slot that has no time yet finds room."""

from datetime import date, datetime, time, timedelta

from desktop.domain.programme import Programme, time_zone
from desktop.domain.slot import SlotStatus

MORNING = time(9)
"""When a day begins on which nothing takes place yet."""


def first_gap(programme: Programme, day: date, minutes: int, room_id: int | None) -> datetime:
    """The first moment (aware) of a day from which a room is free for so many minutes.

    The day begins with its first slot, at nine o'clock where there is none. A break in no
    particular room takes every room; cancelled slots take none.
    """
    slots = [
        slot
        for slot in programme.slots
        if programme.day_of(slot) == day and slot.status is not SlotStatus.CANCELLED
    ]
    starts = [slot.start for slot in slots if slot.start is not None]
    moment = min(starts, default=datetime.combine(day, MORNING, time_zone(programme.event)))
    taken = sorted(
        (slot.start, slot.end)
        for slot in slots
        if slot.start is not None
        and slot.end is not None
        and (slot.room_id == room_id or (slot.room_id is None and slot.kind.is_break))
    )
    for start, end in taken:
        if moment + timedelta(minutes=minutes) <= start:
            break
        moment = max(moment, end)
    return moment
