"""An event with guests who hold tickets, for tests of the door."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop.domain import ticket
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.person import Person, PersonName
from desktop.services.workspace import Workspace
from desktop.storage.seal import seal

DAY = date(2026, 5, 14)
NINE = datetime(2026, 5, 14, 9, tzinfo=UTC)


def minute(number: int) -> datetime:
    """So many minutes after nine on the day of the event."""
    return NINE + timedelta(minutes=number)


def event(**fields: Any) -> Event:
    """An event of one day."""
    return replace(Event(slug="fest", first_day=DAY, last_day=DAY), **fields)


def guests(ws: Workspace, count: int, **fields: Any) -> list[Attendee]:
    """The stored guests of a new event, each with a ticket; `fields` are the event's own."""
    with ws.database.write() as writer:
        key = seal(writer)
        there = writer.put(event(**fields))
        people = writer.put_all(
            [Person(names=(PersonName("Latn", f"Guest {n:04}", "Ana"),)) for n in range(count)]
        )
        invited = [
            Attendee(
                event_id=there.id,
                person_id=one.id,
                reply=Reply.ACCEPTED,
                ticket=ticket.issue(key),
            )
            for one in people
        ]
        return writer.put_all(invited)


def edited(ws: Workspace, guest: Attendee, edit: Callable[[Attendee], Attendee]) -> Attendee:
    """A guest as they are after an edit by somebody else."""
    with ws.database.write() as writer:
        return writer.put(edit(writer.load(Attendee, guest.id)))
