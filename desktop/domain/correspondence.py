"""What a guest was written, and whether they may be written again.

Of a purpose the latest message counts. One that is in doubt (the program ended before the server
answered) keeps back everything of its purpose until somebody says what became of it.
"""

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain import invitation
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.message import Delivery, Message, Purpose

_FOR: Mapping[Purpose, frozenset[Reply]] = {
    Purpose.INVITATION: frozenset({Reply.TO_INVITE}),
    Purpose.REMINDER: frozenset({Reply.INVITED, Reply.REMINDED, Reply.NO_REPLY}),
    Purpose.TICKET: invitation.COMING,
    Purpose.THANKS: frozenset(),
}
_BECOMES: Mapping[Purpose, tuple[frozenset[Reply], Reply]] = {
    Purpose.INVITATION: (frozenset({Reply.TO_INVITE}), Reply.INVITED),
    Purpose.REMINDER: (frozenset({Reply.INVITED, Reply.NO_REPLY}), Reply.REMINDED),
}


def is_for(purpose: Purpose, attendee: Attendee) -> bool:
    """Whether messages of a purpose are meant for a guest as they are now."""
    if purpose is Purpose.THANKS:
        return attendee.attended
    return attendee.reply in _FOR[purpose]


def latest(attendee: Attendee, purpose: Purpose) -> Message | None:
    """The latest message of a purpose."""
    return next((one for one in reversed(attendee.messages) if one.purpose is purpose), None)


def standing(attendee: Attendee, purpose: Purpose) -> Delivery | None:
    """How far the latest message of a purpose came; None where there was none."""
    found = latest(attendee, purpose)
    return found.delivery if found else None


def occasion(attendee: Attendee, purpose: Purpose) -> int:
    """Which message of a purpose the next one is, from 1: one that did not arrive is the same."""
    of_purpose = (one for one in attendee.messages if one.purpose is purpose)
    return 1 + sum(one.delivery is Delivery.SENT for one in of_purpose)


def written(attendee: Attendee, message: Message) -> Attendee:
    """The invitation with a message more: who was to be invited is invited then."""
    after = replace(attendee, messages=(*attendee.messages, message))
    before, reply = _BECOMES.get(message.purpose, (frozenset[Reply](), attendee.reply))
    if message.delivery is Delivery.SENT and attendee.reply in before:
        return replace(after, reply=reply, replied_at=message.at)
    return after
