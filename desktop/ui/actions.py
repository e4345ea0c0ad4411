"""One thin operation a verb: start it in the background; the toast names what it did.

Imported by pages only, so that the services are loaded by then.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.change import Change
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.message import Purpose
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.services import (
    attendance,
    events,
    invitations,
    organisers,
    people,
    planning,
    releases,
)
from desktop.ui.page import Page

if TYPE_CHECKING:
    from desktop.exchange.agenda_text import Item
    from desktop.ui.picture_field import Content

Done = Callable[[Change], None] | None
Fields = dict[str, Any]


def save_event(page: Page, event: Event, done: Done = None) -> None:
    """Store an event, new or edited."""
    page.desk.act(page, lambda ws: events.save(ws, event), done)


def edit_event(page: Page, number: int, fields: Fields) -> None:
    """Store other values of some fields of an event."""
    page.desk.act(page, lambda ws: events.save(ws, replace(events.event(ws, number), **fields)))


def delete_event(page: Page, number: int) -> None:
    """Delete an event with its programme and guests."""
    page.desk.act(page, lambda ws: events.delete(ws, number))


def save_room(page: Page, room: Room) -> None:
    """Store a room, new or edited."""
    page.desk.act(page, lambda ws: events.save_room(ws, room))


def delete_room(page: Page, number: int) -> None:
    """Delete a room."""
    page.desk.act(page, lambda ws: events.delete_room(ws, number))


def save_track(page: Page, track: Track) -> None:
    """Store a track, new or edited."""
    page.desk.act(page, lambda ws: events.save_track(ws, track))


def delete_track(page: Page, number: int) -> None:
    """Delete a track."""
    page.desk.act(page, lambda ws: events.delete_track(ws, number))


def save_venue(page: Page, venue: Venue, done: Done = None) -> None:
    """Store a venue, new or edited."""
    page.desk.act(page, lambda ws: events.save_venue(ws, venue), done)


def delete_venue(page: Page, number: int) -> None:
    """Delete a venue; events and rooms stay, without one."""
    page.desk.act(page, lambda ws: events.delete_venue(ws, number))


def save_slot(page: Page, slot: Slot, done: Done = None) -> None:
    """Store a slot, new or edited."""
    page.desk.act(page, lambda ws: planning.save_slot(ws, slot), done)


def move_slot(page: Page, number: int, start: datetime | None, room_id: int | None) -> None:
    """Move a slot to another time and room; without a time it is unscheduled."""
    page.desk.act(page, lambda ws: planning.move(ws, number, start, room_id))


def move_slots(page: Page, places: Sequence[planning.Placement]) -> None:
    """Move several slots together."""
    page.desk.act(page, lambda ws: planning.move_many(ws, places))


def resize_slot(page: Page, number: int, minutes: int) -> None:
    """Let a slot take more or less time."""
    page.desk.act(page, lambda ws: planning.resize(ws, number, minutes))


def copy_slots(
    page: Page, places: Sequence[planning.Placement], event_id: int, done: Done = None
) -> None:
    """Put copies of slots into an event."""
    page.desk.act(page, lambda ws: planning.duplicate(ws, places, event_id), done)


def shift_slots(page: Page, event_id: int, after: datetime, minutes: int) -> None:
    """Let everything from a moment of a day on take place earlier or later."""
    page.desk.act(page, lambda ws: planning.shift_after(ws, event_id, after, minutes))


def publish_version(
    page: Page, event_id: int, name: str, note: Localized, done: Done = None
) -> None:
    """Freeze the programme as it is; the note says what is new."""
    page.desk.act(page, lambda ws: releases.publish(ws, event_id, name, note), done)


def restore_version(page: Page, number: int) -> None:
    """Make the programme as it was in a version."""
    page.desk.act(page, lambda ws: releases.restore(ws, number))


def import_agenda(page: Page, event_id: int, items: "Sequence[Item]", language: str) -> None:
    """Add what an agenda says."""
    from desktop.services import agendas

    page.desk.act(page, lambda ws: agendas.import_agenda(ws, event_id, items, language))


def edit_slot(page: Page, number: int, fields: Fields) -> None:
    """Store other values of some fields of a slot, whatever else was edited meanwhile."""
    page.desk.act(
        page, lambda ws: planning.save_slot(ws, replace(planning.slot(ws, number), **fields))
    )


def delete_slots(page: Page, numbers: Collection[int]) -> None:
    """Delete slots."""
    page.desk.act(page, lambda ws: planning.delete_slots(ws, numbers))


def save_person(page: Page, person: Person, done: Done = None) -> None:
    """Store a person, new or edited."""
    page.desk.act(page, lambda ws: people.save(ws, person), done)


def edit_person(page: Page, number: int, fields: Fields) -> None:
    """Store other values of some fields of a person."""
    page.desk.act(page, lambda ws: people.save(ws, replace(people.person(ws, number), **fields)))


def delete_person(page: Page, number: int) -> None:
    """Take somebody out of the directory."""
    page.desk.act(page, lambda ws: people.delete(ws, number))


def set_photo(page: Page, number: int, content: "Content") -> None:
    """Give a person a photograph."""
    page.desk.act(page, lambda ws: people.set_photo(ws, number, content()))


def set_logo(page: Page, number: int, content: "Content") -> None:
    """Give an organisation a logo."""
    page.desk.act(page, lambda ws: organisers.set_logo(ws, number, content()))


def set_signature(page: Page, event_id: int, person_id: int, content: "Content") -> None:
    """Keep the signature of somebody who signs an event's certificates."""
    page.desk.act(page, lambda ws: events.set_signature(ws, event_id, person_id, content()))


def save_organisation(page: Page, organisation: Organisation, done: Done = None) -> None:
    """Store an organisation, new or edited."""
    page.desk.act(page, lambda ws: people.save_organisation(ws, organisation), done)


def edit_organisation(page: Page, number: int, fields: Fields) -> None:
    """Store other values of some fields of an organisation."""
    page.desk.act(
        page,
        lambda ws: people.save_organisation(
            ws, replace(people.organisation(ws, number), **fields)
        ),
    )


def delete_organisation(page: Page, number: int) -> None:
    """Delete an organisation."""
    page.desk.act(page, lambda ws: people.delete_organisation(ws, number))


def save_attendee(page: Page, attendee: Attendee, done: Done = None) -> None:
    """Store an invitation, new or edited."""
    page.desk.act(page, lambda ws: attendance.save(ws, attendee), done)


def edit_attendee(page: Page, number: int, fields: Fields) -> None:
    """Store other values of some fields of an invitation."""
    page.desk.act(
        page,
        lambda ws: attendance.save(ws, replace(attendance.attendee(ws, number), **fields)),
    )


def edit_attendees(page: Page, numbers: Collection[int], **fields: object) -> None:
    """Store the same values of some fields in several invitations."""
    page.desk.act(page, lambda ws: attendance.edit_all(ws, numbers, **fields))


def set_replies(
    page: Page,
    numbers: Collection[int],
    to: Reply,
    *,
    representative_id: int | None = None,
    correct: bool = False,
) -> None:
    """Note what guests answered."""
    page.desk.act(
        page,
        lambda ws: invitations.set_replies(
            ws, numbers, to, representative_id=representative_id, correct=correct
        ),
    )


def invite_companion(page: Page, number: int, person_id: int, done: Done = None) -> None:
    """Put somebody on the list whom a guest brings along."""
    page.desk.act(page, lambda ws: invitations.invite_companion(ws, number, person_id), done)


def resolve_letter(page: Page, number: int, purpose: Purpose, *, arrived: bool) -> None:
    """Say what became of a letter in doubt."""
    from desktop.services import messages

    page.desk.act(page, lambda ws: messages.resolve(ws, purpose, [number], arrived=arrived))


def delete_attendees(page: Page, numbers: Collection[int]) -> None:
    """Take several people off the list of an event."""
    page.desk.act(page, lambda ws: attendance.delete_all(ws, numbers))


def delete_attendee(page: Page, number: int) -> None:
    """Take somebody off the list of an event."""
    page.desk.act(page, lambda ws: attendance.delete(ws, number))
