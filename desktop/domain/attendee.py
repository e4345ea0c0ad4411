"""A person's invitation to an event, up to the door."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.message import Message


class Reply(StrEnum):
    """How far an invitation is."""

    TO_INVITE = "to_invite"
    INVITED = "invited"
    REMINDED = "reminded"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REPRESENTATIVE = "representative"
    NO_REPLY = "no_reply"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class Direction(StrEnum):
    """Which way somebody went through the door."""

    IN = "in"
    OUT = "out"


CATEGORIES = (
    "authority",
    "diplomat",
    "scholar",
    "student",
    "press",
    "official",
    "guest",
    "speaker",
)
"""The categories that come with the program; an event may use any other word."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One passage through a door: when (aware, UTC), at which desk, for which list.

    `nonce` names one scan, so that a repeated request is answered as the first. `doubled` marks
    somebody whom a desk without network let in although another desk had done so before.
    """

    at: datetime
    desk: str = ""
    list: str = "entrance"
    direction: Direction = Direction.IN
    nonce: str = ""
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person's invitation to an event.

    `category` is one of `CATEGORIES` or a word of the organiser's own. `representative_id` is the
    person who comes instead. `ticket` is the code on the badge; `ticket_revoked` closes the door
    to it, and `former_tickets` are those of an invitation that was merged into this one: they open
    the door just so, for the same guest. `party` counts companions whose names are not known.
    `replied_at` is when the reply became what it is (aware, UTC): the waiting list stands in its
    order.
    """

    id: int = 0
    event_id: int = 0
    person_id: int = 0
    category: str = "guest"
    reply: Reply = Reply.TO_INVITE
    replied_at: datetime | None = None
    representative_id: int | None = None
    invited_by_id: int | None = None
    party: int = 0
    seat: str = ""
    ticket: str = ""
    ticket_revoked: bool = False
    former_tickets: tuple[str, ...] = ()
    badge_printed: datetime | None = None
    tags: tuple[str, ...] = ()
    needs: str = ""
    notes: str = ""
    messages: tuple[Message, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    version: int = field(default=0, compare=False)

    @property
    def attended(self) -> bool:
        """Whether the person came in at least once."""
        return any(passage.direction is Direction.IN for passage in self.check_ins)

    @property
    def heads(self) -> int:
        """How many places the guest takes with the companions of the party."""
        return 1 + self.party
