"""Where somebody takes part."""

from datetime import date

from desktop.domain.attendee import Attendee
from desktop.domain.event import Event
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.services.engagements import Engagement, engagements
from desktop.services.workspace import Workspace


def test_slots_and_invitations_are_told_by_event_the_latest_first(ws: Workspace):
    with ws.change("World") as work:
        ana, other = work.put_all([Person(names=(PersonName("Latn", "Ruiz"),))] * 2)
        old = work.put(Event(slug="old", first_day=date(2025, 5, 1)))
        new = work.put(Event(slug="new", first_day=date(2026, 5, 1)))
        undated = work.put(Event(slug="undated"))
        slot = work.put(Slot(event_id=old.id, speakers=(Speaker(ana.id), Speaker(ana.id))))
        work.put(Slot(event_id=old.id, speakers=(Speaker(other.id),)))
        invited = work.put(Attendee(event_id=new.id, person_id=ana.id))
        waiting = work.put(Slot(event_id=undated.id, speakers=(Speaker(ana.id),)))
    assert engagements(ws, ana.id) == [
        Engagement(new, invited, ()),
        Engagement(old, None, (slot,)),
        Engagement(undated, None, (waiting,)),
    ]
