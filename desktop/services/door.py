"""The door: who comes in is decided, answered and noted in one transaction.

Two desks that scan one ticket at the same moment wait for each other, so that one of them lets the
guest in and the other one tells when and where that was. What is noted is on the disk before the
answer is given.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from desktop.domain import base32, door, ticket
from desktop.domain.attendee import Attendee, CheckIn, Direction, Reply
from desktop.domain.door import Answer, Days, Kind, Reason, Scan
from desktop.domain.errors import NotFound
from desktop.domain.event import DoorList, Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.scanning import scanned
from desktop.domain.slot import Slot
from desktop.language.translation import msgid
from desktop.services.labels import label

if TYPE_CHECKING:
    from desktop.services.change import Change, Recording
    from desktop.services.workspace import Workspace
    from desktop.storage.reading import Reader


_SHORTEST = 4
"""Digits of a ticket from which on it is looked for."""


def check_in(ws: "Workspace", scan: Scan) -> tuple[Answer, "Change | None"]:
    """Answer a guest at a door, and note that they came in or went out.

    Returns:
        The answer, and the Change where something was noted.

    Raises:
        NotFound: the event keeps no such list, or there is no such guest.
        DatabaseRefused: nothing could be noted; nothing was.
    """
    passage = CheckIn(
        scan.at or datetime.now(UTC), scan.desk, scan.list, scan.direction, scan.nonce
    )
    with ws.change(msgid("Check in {person}")) as work:
        answer = _answered(work, scan, passage)
        if answer.admits and not answer.repeated and answer.attendee and answer.person:
            if scan.direction is Direction.OUT:
                work.name = msgid("Check out {person}")
            work.fields["person"] = label(answer.person)
            after = work.append(answer.attendee, "check_ins", passage)
            answer = replace(answer, attendee=after)
    return answer, work.change if work.change.id else None


def walk_in(
    ws: "Workspace", event_id: int, person: Person, scan: Scan, category: str = "guest"
) -> tuple[Answer, "Change"]:
    """Let somebody in who is not on the list: invited, given a ticket and checked in at once.

    `person` is new (its id is 0) or of the directory; `scan` says desk, list and nonce. Asked
    again with the same nonce, it is answered as the first time, and nothing is changed.

    Raises:
        BadInput: they are on the list already.
        NotFound: there is no such event, or it keeps no such list.
    """
    from desktop.storage.seal import seal

    at = scan.at or datetime.now(UTC)
    passage = CheckIn(at, scan.desk, scan.list, nonce=scan.nonce)
    with ws.change(msgid("Walk-in {person}"), person=label(person)) as work:
        list_of(work.load(Event, event_id), scan.list)
        there = noted(work, event_id, scan.nonce)
        if there is not None:
            known = work.load(Person, there.person_id)
            return replace(_let_in(there, known, passage), repeated=True), work.change
        known = person if person.id else work.put(person)
        guest = work.put(
            Attendee(
                event_id=event_id,
                person_id=known.id,
                category=category,
                reply=Reply.ACCEPTED,
                replied_at=at,
                ticket=ticket.issue(seal(work)),
                check_ins=(passage,),
            )
        )
    return _let_in(guest, known, passage), work.change


def noted(reader: "Reader", event_id: int, nonce: str) -> Attendee | None:
    """The guest of an event of whom a scan is noted already."""
    found = reader.having(Attendee, "check_ins", nonce=nonce) if nonce else []
    return next((one for one in found if one.event_id == event_id), None)


def _let_in(guest: Attendee, person: Person, passage: CheckIn) -> Answer:
    return Answer(Kind.WELCOME, Reason.NONE, guest, person, passage.at, passage.desk)


def revoke(ws: "Workspace", attendee_id: int) -> "Change":
    """Close the door to a guest's ticket: lost, stolen, given to somebody else.

    Raises:
        NotFound: they were taken off the list.
    """
    with ws.change(msgid("Revoke ticket of {person}")) as work:
        guest = work.load(Attendee, attendee_id)
        work.fields["person"] = label(work.load(Person, guest.person_id))
        work.put(replace(guest, ticket_revoked=True))
    return work.change


def reissue(ws: "Workspace", attendee_id: int) -> "Change":
    """Give a guest a new ticket; the door is closed to the one before.

    Raises:
        NotFound: they were taken off the list.
    """
    from desktop.storage.seal import seal

    with ws.change(msgid("New ticket of {person}")) as work:
        guest = work.load(Attendee, attendee_id)
        work.fields["person"] = label(work.load(Person, guest.person_id))
        code = ticket.issue(seal(work))
        fresh = {"ticket": code, "ticket_revoked": False, "former_tickets": ()}
        work.put(replace(guest, **fresh, badge_printed=None))
    return work.change


def event_of(ws: "Workspace", code: str) -> Event | None:
    """The event that a ticket is for; None where nobody holds it."""
    with ws.read() as reader:
        found = reader.find(Attendee, ticket=scanned(code))
        return reader.load(Event, found[0].event_id) if found else None


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody on the list, as a desk picks them by name."""

    attendee: Attendee
    person: Person
    representative: Person | None = None
    house: Organisation | None = None
    """Where who stands at the door comes from."""


def find(ws: "Workspace", event_id: int, typed: str, limit: int = 20) -> list[Guest]:
    """The guests whose names begin with what is typed, in any script; by name.

    The first digits of a ticket, as they stand beside its symbol, find its guest too.
    """
    from desktop.storage.queries import Begins, Holds

    code = scanned(typed.replace("-", ""))
    with ws.read() as reader:
        found = reader.search(Attendee, typed, event_id=event_id, limit=limit)
        if len(code) >= _SHORTEST and base32.decode(code) is not None:
            for printed in ({"ticket": Begins(code)}, {"former_tickets": Holds(code)}):
                found += reader.find(Attendee, event_id=event_id, **printed)[:limit]
        return with_people(reader, {one.id: one for one in found}.values())


def doubles(ws: "Workspace", event_id: int) -> list[Guest]:
    """Who was let in by a desk without network although another desk had done so."""
    with ws.read() as reader:
        found = reader.having(Attendee, "check_ins", doubled=True)
        return with_people(reader, [one for one in found if one.event_id == event_id])


def with_people(reader: "Reader", found: Iterable[Attendee]) -> list[Guest]:
    """Guests with who they are, by name."""
    guests = list(found)
    ids = [id for one in guests for id in (one.person_id, one.representative_id) if id]
    people = reader.by_id(Person, ids)
    houses = reader.by_id(
        Organisation, [id for one in people.values() if (id := one.organisation_id)]
    )
    listed: list[Guest] = []
    for one in guests:
        person, deputy = people[one.person_id], people.get(one.representative_id or 0)
        house = houses.get((deputy or person).organisation_id or 0)
        listed.append(Guest(one, person, deputy, house))
    return sorted(listed, key=lambda guest: label(guest.person))


def opens(ws: "Workspace", event_id: int, list: str, now: datetime | None = None) -> date | None:
    """The day on which a door opens, where that is not today.

    Raises:
        NotFound: there is no such event, or it keeps no such list.
    """
    with ws.read() as reader:
        event = reader.load(Event, event_id)
        days = _days(reader, event)
    return door.opens(event, days, list_of(event, list), now or datetime.now(UTC))


def _answered(work: "Recording", scan: Scan, passage: CheckIn) -> Answer:
    """The answer to a scan, its guest held until the transaction is over."""
    guest = _guest(work, scan)
    if isinstance(guest, Answer):
        return guest
    event = work.known(Event, guest.event_id)
    if scan.event_id not in (0, event.id):
        return Answer(Kind.UNKNOWN, Reason.OTHER_EVENT)
    answer = door.answer(
        guest,
        event,
        _days(work, event),
        list_of(event, scan.list),
        passage,
        by_ticket=not scan.attendee_id,
        anyway=scan.anyway,
    )
    comes = guest.representative_id if guest.reply is Reply.REPRESENTATIVE else None
    person = work.load(Person, comes or guest.person_id)
    house = work.known(Organisation, person.organisation_id) if person.organisation_id else None
    return replace(answer, person=person, house=house)


def _guest(work: "Recording", scan: Scan) -> Attendee | Answer:
    from desktop.storage.queries import Holds
    from desktop.storage.seal import seal

    if scan.attendee_id:
        found = work.held(Attendee, id=scan.attendee_id)
        if not found:
            raise NotFound("Somebody was taken off the list in the meantime.")
        return found[0]
    code = scanned(scan.code)
    if not ticket.is_genuine(code, seal(work)):
        return Answer(Kind.UNKNOWN, Reason.FORGED)
    found = work.held(Attendee, ticket=code) or work.held(Attendee, former_tickets=Holds(code))
    return found[0] if found else Answer(Kind.REVOKED, Reason.REPLACED)


def _days(work: "Reader", event: Event) -> Days | None:
    """The event's days; its slots are only asked where it has none of its own."""
    if event.first_day and event.last_day:
        return door.days_of(event, ())
    starts = work.span(Slot, "start", event_id=event.id)
    return door.days_of(event, filter(None, starts))


def list_of(event: Event, key: str) -> DoorList:
    """An event's list of that key.

    Raises:
        NotFound: it keeps no such list.
    """
    found = door.door_list(event, key)
    if found is None:
        known = ", ".join(one.key for one in event.doors) or "entrance"
        raise NotFound(
            "There is no list “{list}” at the doors. There are: {known}.", list=key, known=known
        )
    return found
