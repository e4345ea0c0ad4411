"""E-mails as mail programs read them."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.mail_message import Attachment, Block, Mail, Symbol, message, usable

MAIL = Mail(
    sender=("Embajada de España, Protocolo", "ana@uno.es"),
    to=("Әлия Қасымова", "aliya@dos.kz"),
    subject="Invitación: Қазақстан және Испания — دعوة",
    blocks=(
        Block("es", "Señora Embajadora:\n\nUno & <dos>\ny tres"),
        Block("ar", "سعادة السفيرة المحترمة"),
    ),
    id="<1.2@uno.es>",
    at=datetime(2026, 5, 14, 12, tzinfo=UTC),
)


def read(mail: Mail, *, draft: bool = False) -> EmailMessage:
    """The message as a mail program reads it from its bytes."""
    content = message(mail, draft=draft).as_bytes()
    assert content.isascii()
    assert all(len(line) < 998 for line in content.splitlines())
    return cast("EmailMessage", message_from_bytes(content, policy=default))


def part(made: EmailMessage, kind: str) -> EmailMessage:
    return next(cast("EmailMessage", one) for one in made.walk() if one.get_content_type() == kind)


def test_headers_are_read_as_they_were_meant() -> None:
    made = read(MAIL)
    assert made["Subject"] == MAIL.subject
    (to,) = made["To"].addresses
    assert (to.display_name, to.addr_spec) == MAIL.to
    (sender,) = made["From"].addresses
    assert (sender.display_name, sender.addr_spec) == MAIL.sender
    assert made["Message-ID"] == "<1.2@uno.es>"
    assert made["Date"].datetime == MAIL.at
    assert made["Content-Language"] == "es, ar"
    assert made["X-Unsent"] is None
    assert read(MAIL, draft=True)["X-Unsent"] == "1"


def test_the_text_has_both_languages_one_after_the_other() -> None:
    plain = part(read(MAIL), "text/plain").get_content()
    assert plain.index("Uno & <dos>") < plain.index("سعادة السفيرة")


def test_the_page_says_the_language_and_direction_of_each_block_and_takes_text_as_text() -> None:
    page = part(read(MAIL), "text/html").get_content()
    assert '<div lang="es" dir="ltr"' in page
    assert '<div lang="ar" dir="rtl"' in page
    assert "Uno &amp; &lt;dos&gt;<br>y tres" in page


def test_the_ticket_is_a_picture_within_and_files_come_along() -> None:
    symbol = Symbol(b"\x89PNG", (Block("es", "Entrada 7F3K"),))
    calendar = Attachment("acto.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    made = read(replace(MAIL, symbol=symbol, attachments=(calendar,)))
    picture = part(made, "image/png")
    assert picture.get_content() == b"\x89PNG"
    assert picture["Content-ID"] == "<ticket@estrado>"
    page = part(made, "text/html").get_content()
    assert 'src="cid:ticket@estrado"' in page
    assert 'alt="Entrada 7F3K"' in page
    (file,) = made.iter_attachments()
    assert file.get_filename() == "acto.ics"
    assert file.get_content_type() == "text/calendar"


HOSTILE = ["x\r\nBcc: all@tres.es", "x\nBcc: all@tres.es", "x\rBcc: y", "x\u2028Bcc: y", "\0x\x1b"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_or_subject_makes_no_header(text: str) -> None:
    mail = replace(MAIL, to=(text, "aliya@dos.kz"), sender=(text, "ana@uno.es"), subject=text)
    made = read(mail)
    assert made["Bcc"] is None
    assert len(made["To"].addresses) == 1
    assert set(made.keys()) == set(read(MAIL).keys())


@pytest.mark.parametrize(
    "address",
    [
        *HOSTILE,
        "",
        "ana",
        "ana@",
        "@uno.es",
        "ana@uno",
        "ana@uno.es\nBcc: b@c.de",
        "ana@uno.es, eva@uno.es",
        "ana@uno.es; eva@uno.es",
        "Ana <ana@uno.es>",
        "ana eva@uno.es",
        "ana@@uno.es",
        ".ana@uno.es",
        "ana@uno..es",
        "ана@uno.es",
        "ana@" + "x" * 70 + ".es",
    ],
)
def test_what_is_no_address_is_none(address: str) -> None:
    assert usable(address) == ""
    with pytest.raises(ValueError, match="no address"):
        message(replace(MAIL, to=("Ana", address)))


def test_an_address_of_any_country_is_taken() -> None:
    assert usable(" ana.maria+acto@uno.gob.es ") == "ana.maria+acto@uno.gob.es"
    assert usable("info@мысал.қаз").startswith("info@xn--")


@given(st.text(), st.text(), st.text(min_size=1))
def test_any_text_can_be_written(name: str, subject: str, text: str) -> None:
    mail = replace(MAIL, to=(name, "a@b.cd"), subject=subject, blocks=(Block("en", text),))
    made = read(mail)
    assert set(made.keys()) == set(read(MAIL).keys())
    assert [each.addr_spec for each in made["To"].addresses] == ["a@b.cd"]
