"""Who is invited to an event, and who came."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from desktop.domain import ticket
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.language.translation import msgid
from desktop.services import invitations, seats
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


def invitation(ws: Workspace, event_id: int, person_id: int) -> Attendee | None:
    """The invitation of somebody to an event; None where they are not invited."""
    return next(iter(ws.find(Attendee, event_id=event_id, person_id=person_id)), None)


def save(ws: Workspace, attendee: Attendee) -> Change:
    """Store an invitation, new or edited; whoever comes without a place waits for one.

    Whoever is put on the list has a ticket from then on.

    Raises:
        BadInput: the person is already invited to the event.
    """
    name = msgid("Edit invitation of {person}") if attendee.id else msgid("Invite {person}")
    with ws.change(name) as work:
        work.fields["person"] = _name(work, attendee)
        if not (attendee.id or attendee.ticket):
            attendee = replace(attendee, ticket=ticket.issue(seal(work)))
        invitations.keep(work, [attendee], datetime.now(UTC))
    return work.change


def edit_all(ws: Workspace, ids: Collection[int], **fields: object) -> Change:
    """Store the same values of some fields in several invitations: `category`, `seat`, `reply`...

    A reply is put right where it does not follow from the one before; it is refused where it
    makes no sense (`domain.invitation`).

    Raises:
        BadInput: one of them cannot have that reply; the place is the guest's name.
        NotFound: one of them was deleted.
    """
    others = {field: value for field, value in fields.items() if field != "reply"}
    name = msgid("Reply of {count} guests") if "reply" in fields else msgid("Edit {count} guests")
    now = datetime.now(UTC)
    with ws.change(name, count=str(len(ids))) as work:
        edited = [replace(attendee, **others) for attendee in invitations.named(work, ids)]
        if "reply" in fields:
            to = Reply(str(fields["reply"]))
            edited = [invitations.replied(work, one, to, now, correct=True) for one in edited]
        invitations.keep(work, edited, now)
    return work.change


def delete_all(ws: Workspace, ids: Collection[int]) -> Change:
    """Take several people off the list of an event; others move up."""
    with ws.change(msgid("Take {count} guests off the list"), count=str(len(ids))) as work:
        events = {one.event_id for one in work.by_id(Attendee, ids).values()}
        work.held(Event, id=events)
        seats.free(work, ids)
        work.remove_all(Attendee, ids)
        for event_id in events:
            invitations.move_up(work, event_id)
    return work.change


def issue_tickets(ws: Workspace, event_id: int) -> Change:
    """Give every guest of an event who has none the code that opens the door, for good.

    Raises:
        NotFound: there is no such event.
    """
    with ws.change(_TICKETS) as work:
        work.load(Event, event_id)
        _issue(work, work.find(Attendee, event_id=event_id, ticket=""))
    return work.change


def issue_to(ws: Workspace, ids: Collection[int]) -> Change:
    """Give those of these guests who have none a ticket, for good.

    Raises:
        NotFound: one of them was deleted.
    """
    with ws.change(_TICKETS) as work:
        _issue(work, [one for one in invitations.named(work, ids) if not one.ticket])
    return work.change


_TICKETS = msgid("Tickets of {count} guests")


def _issue(work: Recording, guests: Sequence[Attendee]) -> None:
    """A ticket may be printed or sent a moment later: no undo takes it away again."""
    key = seal(work)
    work.for_good()
    work.fields["count"] = str(len(guests))
    work.put_all([replace(one, ticket=ticket.issue(key)) for one in guests])


def mark_badges_printed(ws: Workspace, ids: Collection[int], at: datetime | None = None) -> Change:
    """Note that the badges of these invitations were printed, now or at a time (aware).

    Raises:
        NotFound: one of them was deleted.
    """
    moment = at or datetime.now(UTC)
    with ws.change("Print badges of {count} guests", count=str(len(ids))) as work:
        guests = invitations.named(work, ids)
        work.put_all([replace(one, badge_printed=moment) for one in guests])
    return work.change


def delete(ws: Workspace, id: int) -> Change:
    """Take somebody off the list of an event; others move up."""
    with ws.change("Take {person} off the list") as work:
        gone = work.load(Attendee, id)
        work.fields["person"] = _name(work, gone)
        work.held(Event, id=gone.event_id)
        seats.free(work, [id])
        work.remove(Attendee, id)
        invitations.move_up(work, gone.event_id)
    return work.change


def _name(work: Recording, attendee: Attendee) -> str:
    return label(work.load(Person, attendee.person_id))
