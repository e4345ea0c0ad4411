"""The programme: slots, their places and times."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.domain.coverage import Quotation
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track
from desktop.language.translation import msgid
from desktop.services.change import Change
from desktop.services.labels import label
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a slot is to stand: from when (aware; None: unscheduled), in which room."""

    slot_id: int
    start: datetime | None
    room_id: int | None


def programme(ws: Workspace, event_id: int) -> Programme:
    """An event's programme.

    Raises:
        NotFound: there is no such event.
    """
    with ws.read() as reader:
        return Programme(
            reader.load(Event, event_id),
            tuple(reader.find(Slot, event_id=event_id)),
            tuple(reader.find(Room, event_id=event_id)),
            tuple(reader.find(Track, event_id=event_id)),
        )


def slots(ws: Workspace, event_id: int) -> list[Slot]:
    """An event's slots by time; those without a time come last."""
    return ws.find(Slot, event_id=event_id)


def slot(ws: Workspace, id: int) -> Slot:
    """A slot.

    Raises:
        NotFound: there is none of that id.
    """
    return ws.load(Slot, id)


def save_slot(ws: Workspace, slot: Slot) -> Change:
    """Store a slot, new or edited."""
    names = msgid("Add slot {slot}"), msgid("Edit slot {slot}")
    return ws.save(slot, *names, slot=label(slot))


def delete_slots(ws: Workspace, ids: Collection[int]) -> Change:
    """Delete slots; what was said in them stays quoted."""
    name = msgid("Delete slot {slot}") if len(ids) == 1 else msgid("Delete {count} slots")
    with ws.change(name, count=str(len(ids))) as work:
        for one in ids if len(ids) == 1 else ():
            work.fields["slot"] = label(work.load(Slot, one))
        work.detach(Quotation, slot_id=ids)
        work.remove_all(Slot, ids)
    return work.change


def move(ws: Workspace, id: int, start: datetime | None, room_id: int | None) -> Change:
    """Move a slot to another time (aware; None takes it off the schedule) and room."""
    with ws.change("Move slot {slot}") as work:
        moved = work.load(Slot, id)
        work.fields["slot"] = label(moved)
        work.put(replace(moved, start=start, room_id=room_id))
    return work.change


def move_many(ws: Workspace, places: Sequence[Placement]) -> Change:
    """Move several slots at once, each to its own time and room."""
    if len(places) == 1:
        return move(ws, places[0].slot_id, places[0].start, places[0].room_id)
    with ws.change("Move {count} slots", count=str(len(places))) as work:
        slots = (work.load(Slot, place.slot_id) for place in places)
        work.put_all([_placed(*pair) for pair in zip(slots, places, strict=True)])
    return work.change


def resize(ws: Workspace, id: int, minutes: int) -> Change:
    """Let a slot take so many minutes from its start on."""
    with ws.change("Change the length of {slot}") as work:
        old = work.load(Slot, id)
        work.fields["slot"] = label(old)
        work.put(replace(old, minutes=minutes))
    return work.change


def duplicate(ws: Workspace, places: Sequence[Placement], event_id: int) -> Change:
    """Put copies of slots where `places` says, into the same event or another.

    Speakers come along, to be asked again; an event has tracks of its own, so those do not.
    """
    name = msgid("Copy slot {slot}") if len(places) == 1 else msgid("Copy {count} slots")
    with ws.change(name, count=str(len(places))) as work:
        slots = [work.load(Slot, place.slot_id) for place in places]
        if len(slots) == 1:
            work.fields["slot"] = label(slots[0])
        copies = [
            replace(
                _placed(slot, place),
                id=0,
                event_id=event_id,
                track_id=slot.track_id if slot.event_id == event_id else None,
                speakers=tuple(replace(one, confirmed=False) for one in slot.speakers),
                source="",
                version=0,
            )
            for slot, place in zip(slots, places, strict=True)
        ]
        work.put_all(copies)
    return work.change


def later(programme: Programme, after: datetime) -> tuple[Slot, ...]:
    """The slots that begin at a moment (aware) or later on the same day of the programme."""
    day = programme.day_of(Slot(start=after))
    return tuple(
        slot
        for slot in programme.slots
        if slot.start is not None and slot.start >= after and programme.day_of(slot) == day
    )


def shift_after(ws: Workspace, event_id: int, after: datetime, minutes: int) -> Change:
    """Let what begins at a moment (aware) or later that day begin `minutes` later.

    A negative number brings it forward.
    """
    with ws.change("Shift {count} slots by {minutes} min", minutes=f"{minutes:+d}") as work:
        whole = Programme(work.load(Event, event_id), tuple(work.find(Slot, event_id=event_id)))
        slots = later(whole, after)
        work.fields["count"] = str(len(slots))
        by = timedelta(minutes=minutes)
        work.put_all([replace(slot, start=slot.start + by) for slot in slots if slot.start])
    return work.change


def retitle(ws: Workspace, id: int, title: Localized) -> Change:
    """Give a slot another title."""
    with ws.change("Retitle slot {slot}") as work:
        old = work.load(Slot, id)
        work.fields["slot"] = label(old)
        work.put(replace(old, title=title))
    return work.change


def _placed(slot: Slot, place: Placement) -> Slot:
    return replace(slot, start=place.start, room_id=place.room_id)
