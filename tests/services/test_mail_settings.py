"""The mail server's settings."""

import os
from dataclasses import replace

import pytest

from desktop.domain.errors import BadInput
from desktop.domain.mail_server import MailServer, Security
from desktop.services import mail_settings

SERVER = MailServer(
    "mail.uno.es", 465, Security.TLS, "ana", "contraseña", "ana@uno.es", "Embajada de España"
)


def test_settings_come_back_and_nobody_else_can_read_them() -> None:
    assert mail_settings.load() == MailServer()
    for server in (SERVER, replace(SERVER, port=587)):
        mail_settings.save(server)
        assert mail_settings.load() == server
        if os.name == "posix":
            assert mail_settings.file().stat().st_mode & 0o777 == 0o600
    assert [each.name for each in mail_settings.file().parent.iterdir()] == ["mail-server.json"]


def test_the_password_is_not_shown() -> None:
    assert "contraseña" not in repr(SERVER)


@pytest.mark.parametrize(
    "wrong",
    [
        {"host": " "},
        {"host": "mail\r\n.es"},
        {"port": 0},
        {"sender": "ana"},
        {"sender": ""},
        {"sender_name": "x\r\nBcc: y"},
        {"reply_to": "ana@uno.es\nBcc: b@c.de"},
    ],
)
def test_settings_that_cannot_work_are_not_kept(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        mail_settings.save(replace(SERVER, **wrong))  # type: ignore[arg-type]
    assert mail_settings.load() == MailServer()


@pytest.mark.parametrize("content", ["", "5", '{"port": "x"}', '{"security": "none at all"}'])
def test_a_broken_file_is_told(content: str) -> None:
    mail_settings.save(SERVER)
    mail_settings.file().write_text(content)
    with pytest.raises(BadInput, match=r"mail-server\.json"):
        mail_settings.load()
