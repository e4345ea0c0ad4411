"""What guests answered, who waits for a place, and who moves up because of it.

Every verb that may set a place free goes through `keep`, so that the waiting list moves up within
the same Change; its name then tells who.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from desktop.domain import invitation, ticket, waiting_list
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import BadInput, EstradoError, NotFound
from desktop.domain.event import Event, WaitingRule
from desktop.domain.person import Person
from desktop.domain.waiting_list import Occupancy
from desktop.language.translation import msgid
from desktop.services import publishing
from desktop.services.change import Change, Recording
from desktop.services.labels import label
from desktop.services.workspace import Workspace
from desktop.storage.reading import Reader
from desktop.storage.seal import seal

COMPANION = "companion"
"""The category of whoever is brought along by a guest."""

_NAMED = 3
"""The most names that the name of a Change tells."""

_MOVES_UP = {
    "Reply of {person}": msgid("Reply of {person}; moves up: {moved}"),
    "Reply of {count} guests": msgid("Reply of {count} guests; moves up: {moved}"),
    "Edit invitation of {person}": msgid("Edit invitation of {person}; moves up: {moved}"),
    "Edit {count} guests": msgid("Edit {count} guests; moves up: {moved}"),
    "Take {person} off the list": msgid("Take {person} off the list; moves up: {moved}"),
    "Take {count} guests off the list": msgid(
        "Take {count} guests off the list; moves up: {moved}"
    ),
    "Edit event {event}": msgid("Edit event {event}; moves up: {moved}"),
}
_WAITS = {
    "Reply of {person}": msgid("{person} goes on the waiting list"),
    "Invite {person}": msgid("{person} goes on the waiting list"),
    "Reply of {count} guests": msgid("Reply of {count} guests; waiting list: {waiting}"),
}


def set_replies(
    ws: Workspace,
    ids: Collection[int],
    to: Reply,
    *,
    representative_id: int | None = None,
    correct: bool = False,
    at: datetime | None = None,
) -> Change:
    """Note what guests of one event answered, now or at a time (aware).

    Whoever accepts when there is no place goes on the waiting list; whoever moves up because a
    place became free is part of the same Change.

    Raises:
        BadInput: a reply does not follow, and `correct` does not say that it puts an error right;
            or it makes no sense at all. The place is the guest's name.
        NotFound: one of them was deleted.
    """
    moment = at or datetime.now(UTC)
    name = msgid("Reply of {person}") if len(ids) == 1 else msgid("Reply of {count} guests")
    with ws.change(name, count=str(len(ids))) as work:
        replies = [
            replied(work, one, to, moment, representative_id=representative_id, correct=correct)
            for one in named(work, ids)
        ]
        if len(replies) == 1:
            work.fields["person"] = _names(work, replies)
        keep(work, replies, moment)
    return work.change


def named(work: Reader, ids: Collection[int]) -> list[Attendee]:
    """The invitations of these ids.

    Raises:
        NotFound: one of them was deleted.
    """
    found = work.by_id(Attendee, ids)
    if len(found) < len(set(ids)):
        raise NotFound("Somebody was taken off the list in the meantime.")
    return list(found.values())


def replied(
    work: Reader,
    attendee: Attendee,
    to: Reply,
    at: datetime,
    *,
    representative_id: int | None = None,
    correct: bool = False,
) -> Attendee:
    """As `invitation.reply`; the place of its error is the guest's name."""
    try:
        return invitation.reply(
            attendee, to, at, representative_id=representative_id, correct=correct
        )
    except EstradoError as error:
        raise error.at(_names(work, [attendee])) from None


def keep(work: Recording, guests: Sequence[Attendee], at: datetime) -> None:
    """Store invitations of one event, at most one of them new, and let the waiting list move up.

    The Change is named after who moves up, or who has to wait.
    """
    if not guests:
        return
    changed = _settled(work, guests[0].event_id, guests, at)
    work.put_all(changed)
    given = {one.id: one for one in guests}
    moved = [one for one in changed if one.id not in given]
    waiting = [one for one in changed if one.id in given and one.reply is not given[one.id].reply]
    _rename(work, moved, waiting)


def move_up(work: Recording, event_id: int) -> None:
    """Let the waiting list move up after something else has set places free."""
    moved = _settled(work, event_id, (), datetime.now(UTC))
    work.put_all(moved)
    _rename(work, moved, ())


def note_silence(ws: Workspace, event_id: int, today: date) -> Change:
    """Note that whoever was to answer by a day that is past has not.

    Raises:
        NotFound: there is no such event.
    """
    with ws.change("No reply from {count} guests") as work:
        event = work.load(Event, event_id)
        late = invitation.overdue(event, work.find(Attendee, event_id=event_id), today)
        work.fields["count"] = str(len(late))
        now = datetime.now(UTC)
        keep(work, [invitation.reply(one, Reply.NO_REPLY, now) for one in late], now)
    return work.change


def invite_companion(ws: Workspace, host_id: int, person_id: int) -> Change:
    """Put somebody on the list whom a guest brings along, with the guest's own reply.

    Of the guest's unnamed companions there is then one less.

    Raises:
        BadInput: the person is the guest, or on the list already.
        NotFound: the guest was deleted.
    """
    with ws.change("Invite {person}") as work:
        host = work.load(Attendee, host_id)
        work.fields["person"] = label(work.load(Person, person_id))
        if person_id == host.person_id:
            raise BadInput("Nobody brings themselves along. Choose somebody else.")
        comes, now = host.reply in invitation.COMING, datetime.now(UTC)
        companion = Attendee(
            event_id=host.event_id,
            person_id=person_id,
            category=COMPANION,
            reply=Reply.ACCEPTED if comes else host.reply,
            replied_at=now,
            invited_by_id=host.person_id,
            ticket=ticket.issue(seal(work)),
        )
        fewer = replace(host, party=max(0, host.party - 1))
        keep(work, [fewer, companion], now)
    return work.change


@dataclass(frozen=True, slots=True)
class Standing:
    """What an invitation has to do with others.

    `place` is the guest's on the waiting list, from 1 (0: they do not wait), of `waiting` guests;
    `has_room` says that there is a place for them, which the organiser gives by hand.
    `occupancy` is that of the capacities that the guest counts towards.
    """

    companions: tuple[tuple[Attendee, Person], ...]
    host: Person | None
    deputy: Person | None
    place: int
    waiting: int
    has_room: bool
    occupancy: tuple[Occupancy, ...]


def standing(ws: Workspace, id: int) -> Standing:
    """What an invitation has to do with others.

    Raises:
        NotFound: it was deleted.
    """
    with ws.read() as reader:
        one = reader.load(Attendee, id)
        event = reader.load(Event, one.event_id)
        along = reader.find(Attendee, event_id=event.id, invited_by_id=one.person_id)
        named = [one.invited_by_id, one.representative_id, *(each.person_id for each in along)]
        people = reader.by_id(Person, [each for each in named if each is not None])
        waits = one.reply is Reply.WAITING
        waiting = _line(reader, event) if waits else []
        guests = _counted(reader, event)
        next_up = waiting_list.next_up(event, guests, _ranking(reader, event)) if waits else []
    return Standing(
        tuple((each, people[each.person_id]) for each in along),
        people.get(one.invited_by_id or 0),
        people.get(one.representative_id or 0),
        waiting.index(id) + 1 if waits else 0,
        len(waiting),
        any(each.id == id for each in next_up),
        tuple(
            each
            for each in waiting_list.occupancy(event, guests)
            if each.category in ("", one.category)
        ),
    )


def _line(reader: Reader, event: Event) -> list[int]:
    waiting = reader.find(Attendee, event_id=event.id, reply=Reply.WAITING)
    return [one.id for one in waiting_list.line(event, waiting, _ranking(reader, event))]


def _settled(
    work: Recording, event_id: int, replies: Sequence[Attendee], at: datetime
) -> Sequence[Attendee]:
    """The event is held, so that two desks do not give the last place to two guests."""
    event = next(iter(work.held(Event, id=event_id)), None) or work.load(Event, event_id)
    if not event.capacities:
        return replies
    guests = _counted(work, event)
    return waiting_list.settle(event, guests, replies, at, _ranking(work, event))


def _counted(reader: Reader, event: Event) -> list[Attendee]:
    """Those who have a place or wait for one, where places are counted."""
    replies = (*invitation.COMING, Reply.WAITING)
    return reader.find(Attendee, event_id=event.id, reply=replies) if event.capacities else []


def _ranking(reader: Reader, event: Event) -> dict[int, int]:
    """The places of an event's guests by precedence, where its waiting list asks for them."""
    if event.waiting_rule is not WaitingRule.PRECEDENCE:
        return {}
    from desktop.documents.ranking import ranking

    dossier = publishing.gathered(reader, event.id, with_pictures=False)
    ranked = ranking(dossier, event.languages[0])
    return {one.guest.attendee.id: one.place for one in ranked}


def _rename(work: Recording, moved: Sequence[Attendee], waiting: Sequence[Attendee]) -> None:
    if moved and work.name in _MOVES_UP:
        work.name = _MOVES_UP[work.name]
        work.fields["moved"] = _names(work, moved)
    elif waiting and work.name in _WAITS:
        work.name = _WAITS[work.name]
        work.fields["waiting"] = _names(work, waiting)


def _names(work: Reader, guests: Sequence[Attendee]) -> str:
    """The names of a few guests; the others are an ellipsis."""
    people = work.by_id(Person, [one.person_id for one in guests[:_NAMED]])
    names = [label(people[one.person_id]) for one in guests[:_NAMED]]
    return ", ".join(names) + ("…" if len(guests) > _NAMED else "")
