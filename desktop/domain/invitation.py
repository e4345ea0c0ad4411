"""From "to be invited" to an answer: which reply follows from which, and what it needs.

That somebody came is no reply: their passages through the door tell it (`Attendee.attended`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.message import Purpose
from desktop.domain.texts import msgid

COMING = frozenset({Reply.ACCEPTED, Reply.REPRESENTATIVE})
"""The replies that take a place; a representative takes the guest's."""
NOT_COMING = frozenset({Reply.DECLINED, Reply.CANCELLED})

_NOT_INVITED = frozenset({Reply.TO_INVITE, Reply.WAITING, Reply.CANCELLED})

_ANSWERS = frozenset({Reply.ACCEPTED, Reply.DECLINED, Reply.REPRESENTATIVE, Reply.WAITING})

_MOVES: Mapping[Reply, frozenset[Reply]] = {
    Reply.TO_INVITE: _ANSWERS | {Reply.INVITED, Reply.CANCELLED},
    Reply.INVITED: _ANSWERS | {Reply.REMINDED, Reply.NO_REPLY, Reply.CANCELLED},
    Reply.REMINDED: _ANSWERS | {Reply.NO_REPLY, Reply.CANCELLED},
    Reply.NO_REPLY: _ANSWERS | {Reply.REMINDED, Reply.CANCELLED},
    Reply.ACCEPTED: frozenset({Reply.DECLINED, Reply.REPRESENTATIVE, Reply.CANCELLED}),
    Reply.REPRESENTATIVE: frozenset({Reply.ACCEPTED, Reply.DECLINED, Reply.CANCELLED}),
    Reply.DECLINED: _ANSWERS | {Reply.CANCELLED},
    Reply.WAITING: _ANSWERS | {Reply.CANCELLED},
    Reply.CANCELLED: frozenset({Reply.TO_INVITE}),
}
"""What follows by itself; an answer may come by telephone, before anything was written."""

WORDS: Mapping[Reply, str] = {
    Reply.TO_INVITE: msgid("To be invited"),
    Reply.INVITED: msgid("Invited"),
    Reply.REMINDED: msgid("Reminded"),
    Reply.ACCEPTED: msgid("Accepted"),
    Reply.DECLINED: msgid("Declined"),
    Reply.REPRESENTATIVE: msgid("Sends a representative"),
    Reply.NO_REPLY: msgid("No reply"),
    Reply.WAITING: msgid("Waiting list"),
    Reply.CANCELLED: msgid("Cancelled"),
}
"""What each reply is called."""

_KEEP_THE_DEPUTY = frozenset({Reply.REPRESENTATIVE, Reply.WAITING})


def moves(attendee: Attendee) -> tuple[Reply, ...]:
    """The replies that can follow from the one that a guest has."""
    return tuple(one for one in corrections(attendee) if one in _MOVES[attendee.reply])


def corrections(attendee: Attendee) -> tuple[Reply, ...]:
    """The replies that make sense at all, to put right what was noted wrongly."""
    others = (one for one in Reply if one is not attendee.reply)
    return tuple(one for one in others if one in COMING or not attendee.attended)


def reply(
    attendee: Attendee,
    to: Reply,
    at: datetime,
    *,
    representative_id: int | None = None,
    correct: bool = False,
) -> Attendee:
    """The invitation once a guest has replied, at a time (aware); the same value where it has.

    `representative_id` is who comes instead, else whoever was named before. `correct` puts a
    reply right that was noted wrongly: then it need not follow from the one before.

    Raises:
        BadInput: the reply does not follow, makes no sense for somebody who came, or nobody is
            named who comes instead.
    """
    named = representative_id or attendee.representative_id
    deputy = named if to in _KEEP_THE_DEPUTY else None
    if to is Reply.REPRESENTATIVE:
        _check_deputy(attendee, deputy)
    if to is attendee.reply:
        return replace(attendee, representative_id=deputy)
    if to not in corrections(attendee):
        raise BadInput("Whoever came has accepted or sent a representative; nothing else.")
    if not correct and to not in moves(attendee):
        raise BadInput(
            "“{what}” does not follow from the reply as it stands. "
            "Correct the reply, if it was noted wrongly.",
            what=WORDS[to],
        )
    return replace(attendee, reply=to, replied_at=at, representative_id=deputy)


def is_invited(attendee: Attendee) -> bool:
    """Whether somebody was invited, or came without it."""
    return attendee.attended or attendee.reply not in _NOT_INVITED


def may_come(attendee: Attendee) -> bool:
    """Whether nothing says that somebody does not come."""
    return attendee.attended or attendee.reply not in NOT_COMING


def is_expected(attendee: Attendee) -> bool:
    """Whether somebody said that they come, or came without it."""
    return attendee.attended or attendee.reply in COMING


def came(attendee: Attendee) -> bool:
    """Whether somebody was seen at the door."""
    return attendee.attended


def heads(attendees: Iterable[Attendee], counts: Callable[[Attendee], bool]) -> int:
    """Those who are counted, with their companions."""
    return sum(one.heads for one in attendees if counts(one))


def overdue(event: Event, guests: Iterable[Attendee], today: date) -> list[Attendee]:
    """Those who have not answered by the day that their letter named."""
    days = {letter.purpose: letter.reply_until for letter in event.letters if letter.reply_until}
    invited = days.get(Purpose.INVITATION)
    awaited = {
        Reply.INVITED: invited,
        Reply.REMINDED: days.get(Purpose.REMINDER, invited),
    }
    return [one for one in guests if (day := awaited.get(one.reply)) is not None and day < today]


def _check_deputy(attendee: Attendee, deputy: int | None) -> None:
    if deputy is None:
        raise BadInput("Nobody is named who comes instead. Choose the representative first.")
    if deputy == attendee.person_id:
        raise BadInput("Nobody represents themselves. Choose somebody else.")
