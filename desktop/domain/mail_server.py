"""The server that sends the organiser's e-mail."""

from dataclasses import dataclass, field
from enum import StrEnum


class Security(StrEnum):
    """How the connection is protected; `NONE` is for a server on the same machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """An SMTP server, and in whose name it sends; without a host there is none.

    Without a `user` nobody signs in. Answers go to `reply_to`, to `sender` where it is empty.
    """

    host: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""
    sender_name: str = ""
    reply_to: str = ""
