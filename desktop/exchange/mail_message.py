"""An e-mail as it is sent (RFC 5322, MIME): plain text and HTML, languages one after the other."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from desktop.language import tags

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?P<domain>[^\s@.<>()\[\],;:\"\\]+(?:\.[^\s@.<>()\[\],;:\"\\]+)+)"
)
_BETWEEN = "\n\n\u2014 \u2014 \u2014\n\n"
_SYMBOL = "ticket@estrado"
_PAGE = "margin:0;padding:24px 16px;background:#ffffff;color:#1c2430"
_COLUMN = "max-width:36em;margin:0 auto"
_TEXT = "font:16px/1.5 Georgia,'Noto Naskh Arabic','Times New Roman',serif"
_RULE = "border:0;border-top:1px solid #d5d9e0;margin:28px 0"
_CAPTION = "font:13px/1.4 Arial,sans-serif;color:#5a6472"


@dataclass(frozen=True, slots=True)
class Block:
    """What is said in one language (BCP 47); an empty line divides paragraphs."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that comes along: its name, its MIME type with its parameters, its content."""

    name: str
    type: str
    content: bytes
    parameters: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)


@dataclass(frozen=True, slots=True)
class Symbol:
    """The picture of a ticket within the message: a PNG, and what stands under it by language."""

    content: bytes
    captions: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """A message to one person; `to` and `sender` are pairs of name and address.

    A draft may lack its sender's address: the mail program has it.
    """

    sender: tuple[str, str]
    to: tuple[str, str]
    subject: str
    blocks: tuple[Block, ...]
    id: str
    at: datetime
    reply_to: str = ""
    symbol: Symbol | None = None
    attachments: tuple[Attachment, ...] = ()


def usable(address: str) -> str:
    """An address as a server takes it, its domain in ASCII (RFC 5890); empty where it is none.

    One address and nothing else: no name, no second one, no control character.
    """
    found = _ADDRESS.fullmatch(address.strip())
    if found is None:
        return ""
    try:
        in_ascii = found["domain"].encode("idna").decode()
    except UnicodeError:
        return ""
    return f"{address.strip().partition('@')[0]}@{in_ascii}"


def message(mail: Mail, *, draft: bool = False) -> EmailMessage:
    """The finished message; a `draft` is opened by mail programs to be looked at and sent.

    Raises:
        ValueError: an address is none (`usable`).
    """
    made = EmailMessage(SMTP)
    if mail.sender[1]:
        made["From"] = _mailbox(*mail.sender)
    made["To"] = _mailbox(*mail.to)
    if mail.reply_to:
        made["Reply-To"] = _mailbox("", mail.reply_to)
    made["Subject"] = _line(mail.subject)
    made["Date"] = format_datetime(mail.at)
    made["Message-ID"] = mail.id
    if draft:
        made["X-Unsent"] = "1"
    made.set_content(_plain(mail), charset="utf-8", cte="base64")
    made.add_alternative(_html(mail), subtype="html", charset="utf-8", cte="base64")
    if mail.symbol is not None:
        html = made.get_payload(1)
        assert isinstance(html, EmailMessage)
        html.add_related(
            mail.symbol.content,
            "image",
            "png",
            cid=f"<{_SYMBOL}>",
            filename="ticket.png",
            disposition="inline",
        )
    for each in mail.attachments:
        main, _, sub = each.type.partition("/")
        made.add_attachment(
            each.content,
            main,
            sub,
            filename=_line(each.name),
            params={**each.parameters, **({"charset": "utf-8"} if main == "text" else {})},
        )
    made["Content-Language"] = ", ".join(block.language for block in mail.blocks)
    return made


def _mailbox(name: str, address: str) -> Address:
    local, _, domain = usable(address).rpartition("@")
    if not domain:
        raise ValueError(f"no address: {address!r}")
    return Address(_line(name), local, domain)


def _line(text: str) -> str:
    """A text that fits into a header: one line, without anything that steers a program."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _plain(mail: Mail) -> str:
    return _BETWEEN.join(block.text for block in mail.blocks) + "\n"


def page(blocks: Iterable[Block], style: str) -> str:
    """Languages one after the other as HTML, each with its direction; text is text."""
    return f'<hr style="{_RULE}">'.join(
        _div(block, "".join(map(_paragraph, block.text.split("\n\n"))), style) for block in blocks
    )


def _html(mail: Mail) -> str:
    parts = page(mail.blocks, _TEXT)
    if mail.symbol is not None:
        captions = mail.symbol.captions
        alt = escape(captions[0].text if captions else "", quote=True)
        lines = "".join(_div(block, escape(block.text), _CAPTION) for block in captions)
        parts += (
            f'<hr style="{_RULE}"><div style="text-align:center">'
            f'<img src="cid:{_SYMBOL}" width="176" height="176" alt="{alt}">{lines}</div>'
        )
    first = mail.blocks[0].language if mail.blocks else "und"
    return (
        f'<!DOCTYPE html><html lang="{first}"><head><meta charset="utf-8">'
        f'<title>{escape(_line(mail.subject))}</title></head><body style="{_PAGE}">'
        f'<div style="{_COLUMN}">{parts}</div></body></html>\n'
    )


def _div(block: Block, inside: str, style: str) -> str:
    way = tags.direction(block.language)
    language = escape(block.language, quote=True)
    return f'<div lang="{language}" dir="{way}" style="{style}">{inside}</div>'


def _paragraph(text: str) -> str:
    lines = escape(text, quote=False).split("\n")
    return f'<p style="margin:0 0 1em">{"<br>".join(lines)}</p>'
