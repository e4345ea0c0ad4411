"""The programme: slots, their places and times."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from desktop.domain.coverage import Quotation
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track
from desktop.language.translation import msgid
from desktop.services.change import Change
from desktop.services.importing import import_schedule as import_schedule
from desktop.services.labels import label
from desktop.services.workspace import Workspace


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


def retitle(ws: Workspace, id: int, title: Localized) -> Change:
    """Give a slot another title."""
    with ws.change("Retitle slot {slot}") as work:
        old = work.load(Slot, id)
        work.fields["slot"] = label(old)
        work.put(replace(old, title=title))
    return work.change
