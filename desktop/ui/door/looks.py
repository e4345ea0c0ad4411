"""How an answer at the door looks, sounds, and what can be done about it."""

from dataclasses import dataclass
from enum import Enum

from desktop.domain.attendee import Direction
from desktop.domain.door import Answer, Kind, Reason
from desktop.language.translation import msgid


class Deed(Enum):
    """What the officer can do with an answer, by a figure on the keyboard."""

    NEXT = ("Enter", msgid("next guest"))
    UNDO = ("Ctrl Z", msgid("undo this check-in"))
    LET_IN = ("1", msgid("let in anyway"))
    SEARCH = ("2", msgid("somebody else: search"))
    BADGE = ("3", msgid("print the badge"))
    WALK_IN = ("4", msgid("add as a guest"))
    ADD = ("Enter", msgid("add as a guest"))

    def __init__(self, key: str, words: str) -> None:
        self.key, self.words = key, words


WALK_IN, ALONE = msgid("somebody who is not on the list"), msgid("full screen")
"""What the keys F9 and F11 do while nobody stands at the door."""


@dataclass(frozen=True, slots=True)
class Look:
    """A tone of the theme, a sign, and the deeds that are offered."""

    tone: str
    icon: str
    deeds: tuple[Deed, ...]


_ASK = (Deed.LET_IN, Deed.SEARCH)
_LOOKS = {
    Kind.WELCOME: Look("green", "check", (Deed.NEXT, Deed.UNDO, Deed.BADGE)),
    Kind.ALREADY_IN: Look("ochre_text", "history", (*_ASK, Deed.BADGE)),
    Kind.OTHER_DAY: Look("ochre_text", "calendar-off", _ASK),
    Kind.CANCELLED: Look("red", "ban", _ASK),
    Kind.REVOKED: Look("red", "ban", _ASK),
    Kind.UNKNOWN: Look("red", "user-question", (Deed.SEARCH, Deed.WALK_IN)),
}
_LEFT = Look("blue", "arrow-right", (Deed.NEXT, Deed.UNDO))
_LISTED = frozenset({Reason.WAITING, Reason.CATEGORY})


def without_server(deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """What can be done at a desk that works by its own list, or for practice."""
    return tuple(deed for deed in deeds if deed is not Deed.UNDO)


def look(answer: Answer) -> Look:
    """The look of an answer; whoever leaves is not welcomed but seen off."""
    if answer.admits and answer.direction is Direction.OUT:
        return _LEFT
    if answer.kind is Kind.UNKNOWN and answer.reason in _LISTED:
        return Look("red", "user-question", _ASK)
    return _LOOKS[answer.kind]
