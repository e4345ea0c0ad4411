"""What a desk at a door says, in one word and a note."""

from desktop.domain.attendee import Reply
from desktop.domain.door import Answer, Kind, Reason
from desktop.language.terms import term
from desktop.language.translation import msgid, translator

_KINDS = {
    Kind.WELCOME: msgid("Welcome"),
    Kind.ALREADY_IN: msgid("Already in"),
    Kind.UNKNOWN: msgid("Not on the list"),
    Kind.CANCELLED: msgid("Invitation cancelled"),
    Kind.REVOKED: msgid("Ticket revoked"),
    Kind.OTHER_DAY: msgid("Another day"),
}

_REASONS = {
    Reason.UNCONFIRMED: msgid("Has not replied to the invitation"),
    Reason.REPRESENTATIVE: msgid("Comes as a representative"),
    Reason.LET_IN: msgid("Let in by the desk"),
    Reason.FORGED: msgid("This is no ticket of ours"),
    Reason.SINCE: msgid("This desk does not know the ticket as long as it has no network"),
    Reason.OTHER_EVENT: msgid("The ticket is for another event"),
    Reason.CATEGORY: msgid("This door is for other guests"),
    Reason.WAITING: msgid("Is on the waiting list"),
    Reason.NOT_IN: msgid("Has not come in through this door"),
    Reason.DECLINED: msgid("Had declined"),
    Reason.REPLACED: msgid("There is a newer ticket, or the guest was taken off the list"),
}


_REPLIES = {Reason.DECLINED: Reply.DECLINED, Reason.WAITING: Reply.WAITING}
"""Whoever declined did not have the invitation cancelled, whoever waits is on a list."""


def answer_word(answer: Answer, language: str) -> str:
    """The answer in a word or three, to be shown large."""
    if (reply := _REPLIES.get(answer.reason)) is not None:
        return term(reply, language)
    return translator(language).text(_KINDS[answer.kind])


def answer_note(reason: Reason, language: str) -> str:
    """What the officer has to know beside it; empty where there is nothing."""
    return translator(language).text(_REASONS[reason]) if reason else ""
