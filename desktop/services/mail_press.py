"""Letters become messages that a mail program or a mail server takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.domain import base32, correspondence, ticket
from desktop.domain.attendee import Attendee
from desktop.domain.mail_server import MailServer
from desktop.domain.message import Purpose
from desktop.domain.seal import Seal
from desktop.exchange.calendar_file import Issue, days_file
from desktop.exchange.mail_message import Attachment, Block, Mail, Symbol, message, usable
from desktop.exchange.qr_picture import qr_picture
from desktop.language.translation import translator
from desktop.services import files
from desktop.services.letters import Writer, Written

ENTERS = frozenset({Purpose.INVITATION, Purpose.REMINDER, Purpose.TICKET})
"""The messages that carry a ticket and the event for a calendar."""


@dataclass(frozen=True)
class Press:
    """Makes finished messages out of letters: the ticket's picture, the event for a calendar."""

    seal: Seal
    server: MailServer
    writer: Writer

    def content(self, letter: Written, purpose: Purpose, *, draft: bool = False) -> bytes:
        """A message as bytes; a `draft` is for a mail program to look at and send."""
        enters = purpose in ENTERS
        languages = [block.language for block in letter.blocks]
        mail = Mail(
            (self.server.sender_name, self.server.sender),
            (letter.person.name(letter.blocks[0].language).full, letter.address),
            letter.subject,
            letter.blocks,
            self._identity(letter.attendee, purpose),
            datetime.now(UTC),
            self.server.reply_to,
            _symbol(letter) if enters else None,
            self._calendar(languages) if enters else (),
        )
        return message(mail, draft=draft).as_bytes()

    def _identity(self, attendee: Attendee, purpose: Purpose) -> str:
        """The Message-ID of an occasion: one that is sent again has the same."""
        number = correspondence.occasion(attendee, purpose)
        mark = self.seal.mark("message", f"{attendee.id} {purpose} {number}", 100)
        return f"<{purpose}.{number}.{base32.encode(mark, 20)}@{domain(self.server)}>"

    def _calendar(self, languages: Sequence[str]) -> tuple[Attachment, ...]:
        dossier, server = self.writer.dossier, self.server
        mark = self.seal.mark("calendar", str(dossier.event.id), 100)
        sender = server.reply_to or server.sender
        issue = Issue(
            base32.encode(mark, 20), datetime.now(UTC), (server.sender_name, usable(sender))
        )
        content = days_file(dossier.programme, dossier.venue, languages, issue)
        name = f"{dossier.event.slug or 'event'}.ics"
        method = {"method": "PUBLISH"} if issue.organiser[1] else {}
        return (Attachment(name, "text/calendar", content, method),) if content else ()


def _symbol(letter: Written) -> Symbol | None:
    code = letter.attendee.ticket
    if not code:
        return None
    captions = (
        Block(
            block.language,
            translator(block.language).text("Ticket {code}", code=ticket.short(code)),
        )
        for block in letter.blocks
    )
    return Symbol(qr_picture(code), tuple(captions))


def domain(server: MailServer) -> str:
    """What stands after the @ of the messages' identities."""
    return usable(server.sender).rpartition("@")[2] or "estrado.invalid"


def file_name(purpose: Purpose, letter: Written) -> str:
    """A name that every system takes, the same for the same guest: `invitation 0012 Ana.eml`."""
    name = letter.person.name("").full
    words = (purpose, f"{letter.attendee.id:04}", files.named(name))
    return " ".join(filter(None, words)) + ".eml"
