"""Who is invited to an event, and who came."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

from desktop.domain import ticket
from desktop.domain.attendee import Attendee
from desktop.domain.errors import NotFound
from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.language.translation import msgid
from desktop.services.change import Change, Recording
from desktop.services.labels import label
from desktop.services.workspace import Workspace
from desktop.storage.seal import seal


def attendees(ws: Workspace, event_id: int) -> list[Attendee]:
    """An event's attendees in the order in which they were added."""
    with ws.read() as reader:
        return reader.find(Attendee, event_id=event_id)


def attendee(ws: Workspace, id: int) -> Attendee:
    """An attendee.

    Raises:
        NotFound: there is none of that id.
    """
    with ws.read() as reader:
        return reader.load(Attendee, id)


def save(ws: Workspace, attendee: Attendee) -> Change:
    """Store an invitation, new or edited.

    Raises:
        BadInput: the person is already invited to the event.
    """
    name = msgid("Edit invitation of {person}") if attendee.id else msgid("Invite {person}")
    with ws.change(name) as work:
        work.fields["person"] = _name(work, attendee)
        work.put(attendee)
    return work.change


def edit_all(ws: Workspace, ids: Collection[int], **fields: object) -> Change:
    """Store the same values of some fields in several invitations: `reply`, `category`, `seat`...

    Raises:
        NotFound: one of them was deleted.
    """
    name = msgid("Reply of {count} guests") if "reply" in fields else msgid("Edit {count} guests")
    with ws.change(name, count=str(len(ids))) as work:
        work.put_all([replace(attendee, **fields) for attendee in _all(work, ids)])
    return work.change


def delete_all(ws: Workspace, ids: Collection[int]) -> Change:
    """Take several people off the list of an event."""
    with ws.change(msgid("Take {count} guests off the list"), count=str(len(ids))) as work:
        work.remove_all(Attendee, ids)
    return work.change


def issue_tickets(ws: Workspace, event_id: int) -> Change:
    """Give every guest of an event who has none the code that opens the door.

    Raises:
        NotFound: there is no such event.
    """
    with ws.change("Tickets of {count} guests") as work:
        work.load(Event, event_id)
        key = seal(work)
        without = work.find(Attendee, event_id=event_id, ticket="")
        work.fields["count"] = str(len(without))
        work.put_all([replace(one, ticket=ticket.issue(key)) for one in without])
    return work.change


def mark_badges_printed(ws: Workspace, ids: Collection[int], at: datetime | None = None) -> Change:
    """Note that the badges of these invitations were printed, now or at a time (aware).

    Raises:
        NotFound: one of them was deleted.
    """
    moment = at or datetime.now(UTC)
    with ws.change("Print badges of {count} guests", count=str(len(ids))) as work:
        found = _all(work, ids)
        work.put_all([replace(attendee, badge_printed=moment) for attendee in found])
    return work.change


def delete(ws: Workspace, id: int) -> Change:
    """Take somebody off the list of an event."""
    with ws.change("Take {person} off the list") as work:
        gone = work.load(Attendee, id)
        work.fields["person"] = _name(work, gone)
        work.remove(Attendee, id)
    return work.change


def _all(work: Recording, ids: Collection[int]) -> list[Attendee]:
    found = work.by_id(Attendee, ids)
    if len(found) < len(set(ids)):
        raise NotFound("Somebody was taken off the list in the meantime.")
    return list(found.values())


def _name(work: Recording, attendee: Attendee) -> str:
    return label(work.load(Person, attendee.person_id))
