"""Messages and a mail server that has moods."""

from dataclasses import replace

import pytest

from desktop.domain.errors import CannotSend
from desktop.domain.mail_server import Security
from desktop.domain.message import Delivery
from desktop.exchange.smtp import Answer, Post
from tests.exchange.post_office import CERTIFICATE, PASSWORD, USER, post_office

LETTER = b"Subject: x\r\n\r\n.hidden\r\nbody\r\n"


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test server's certificate counts here."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.mark.parametrize("security", Security)
def test_a_message_arrives_as_it_was_given(security: Security) -> None:
    with post_office(security) as office:
        with Post(office.settings(user=USER, password=PASSWORD)) as post:
            assert post.send("ana@uno.es", "eva@dos.kz", LETTER) == Answer(Delivery.SENT)
        assert office.taken == [("ana@uno.es", "eva@dos.kz", LETTER)]


@pytest.mark.parametrize(
    ("mood", "delivery", "reason"),
    [
        ("550 no such user", Delivery.REFUSED, "550 no such user"),
        ("451 later\tplease", Delivery.REFUSED, "451 later please"),
        ("data:554 looks like spam", Delivery.REFUSED, "554 looks like spam"),
        ("doubt", Delivery.IN_DOUBT, "Connection unexpectedly closed"),
    ],
)
def test_one_that_is_not_taken_does_not_stop_the_next(
    mood: str, delivery: Delivery, reason: str
) -> None:
    with post_office() as office, Post(office.settings()) as post:
        office.moods["eva@dos.kz"] = mood
        assert post.send("ana@uno.es", "eva@dos.kz", LETTER) == Answer(delivery, reason)
        assert post.send("ana@uno.es", "sol@dos.kz", LETTER) == Answer(Delivery.SENT)
        assert office.taken[-1].to == "sol@dos.kz"


def test_a_connection_that_was_closed_is_made_anew() -> None:
    with post_office(per_connection=2) as office:
        with Post(office.settings()) as post:
            answers = {post.send("ana@uno.es", f"{n}@dos.kz", LETTER) for n in range(5)}
        assert answers == {Answer(Delivery.SENT)}
        assert (len(office.taken), office.connections) == (5, 3)


def test_a_message_is_not_sent_where_the_connection_breaks_twice_before_it() -> None:
    with post_office() as office, Post(office.settings()) as post:
        office.moods["eva@dos.kz"] = "lost"
        with pytest.raises(CannotSend, match="cannot be reached"):
            post.send("ana@uno.es", "eva@dos.kz", LETTER)
        assert not office.taken


def test_a_sender_whom_the_server_does_not_know_stops_everything() -> None:
    with post_office() as office, Post(office.settings()) as post:
        office.refuses_sender = "553 not yours"
        with pytest.raises(CannotSend, match=r"sends nothing for ana@uno\.es: 553 not yours"):
            post.send("ana@uno.es", "eva@dos.kz", LETTER)


def test_a_wrong_password_is_told_before_anything_is_sent() -> None:
    with post_office() as office:
        with pytest.raises(CannotSend, match="user name or the password: 535 wrong password"):
            Post(office.settings(user=USER, password="otra")).__enter__()
        assert not office.taken


def test_nobody_listens() -> None:
    with post_office() as office:
        settings = office.settings()
    with pytest.raises(CannotSend, match="cannot be reached"):
        Post(settings).__enter__()


def test_protection_that_is_not_there_is_told_and_nothing_goes_out_without() -> None:
    with post_office() as office:
        for security in (Security.STARTTLS, Security.TLS):
            with pytest.raises(CannotSend):
                Post(replace(office.settings(), security=security)).__enter__()
        assert not office.taken


def test_a_certificate_that_nobody_vouches_for_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with post_office(Security.STARTTLS) as office:
        with pytest.raises(CannotSend, match="cannot be protected"):
            Post(office.settings()).__enter__()
        assert not office.taken
