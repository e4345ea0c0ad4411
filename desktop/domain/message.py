"""What is written to guests, and what was sent to whom."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.localized import Localized


class Purpose(StrEnum):
    """What a message is for."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    TICKET = "ticket"
    THANKS = "thanks"


class Channel(StrEnum):
    """How a message goes out."""

    DRAFT = "draft"
    SMTP = "smtp"
    PAPER = "paper"


class Delivery(StrEnum):
    """How far a message came; `IN_DOUBT` where the program ended before the server answered."""

    IN_DOUBT = "in_doubt"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Letter:
    """The text of an event's messages for one purpose, with `{merge fields}`.

    `reply_until` is the last day on which an answer is awaited, in the event's own time zone.
    """

    purpose: Purpose
    subject: Localized = Localized()
    body: Localized = Localized()
    reply_until: date | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message to a guest: when (aware, UTC), how, to which address, and with what success.

    `reason` is what the mail server said when it refused.
    """

    purpose: Purpose
    at: datetime
    channel: Channel = Channel.DRAFT
    address: str = ""
    delivery: Delivery = Delivery.SENT
    reason: str = ""
