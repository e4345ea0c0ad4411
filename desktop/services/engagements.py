"""Where a person takes part, over all events."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.attendee import Attendee
from desktop.domain.event import Event
from desktop.domain.slot import Slot
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Engagement:
    """An event with a person in it: the invitation, if there is one, and the slots in order."""

    event: Event
    invitation: Attendee | None
    slots: tuple[Slot, ...]


def engagements(ws: Workspace, person_id: int) -> list[Engagement]:
    """The events in which somebody speaks or to which they are invited, the latest first."""
    with ws.read() as reader:
        slots = reader.having(Slot, "speakers", person_id=person_id)
        invitations = {one.event_id: one for one in reader.find(Attendee, person_id=person_id)}
        events = reader.by_id(Event, (*invitations, *(slot.event_id for slot in slots)))
    found = [
        Engagement(
            event,
            invitations.get(event.id),
            tuple(slot for slot in slots if slot.event_id == event.id),
        )
        for event in events.values()
    ]
    return sorted(found, key=lambda one: (one.event.first_day or date.min, one.event.id))[::-1]
