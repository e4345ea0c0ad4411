"""The mail server's settings, in a file of the user's own that nobody else may read."""

import json
import os
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from desktop import paths
from desktop.domain.errors import BadInput
from desktop.domain.mail_server import MailServer, Security
from desktop.exchange.mail_message import usable

_OWNER_ONLY = 0o600


def file() -> Path:
    """Where the settings are kept; never in a database, which others may copy."""
    return paths.config_folder() / "mail-server.json"


def load() -> MailServer:
    """The settings; a server without a host where there are none.

    Raises:
        BadInput: the file cannot be read.
    """
    if not file().exists():
        return MailServer()
    try:
        found: dict[str, Any] = json.loads(file().read_text(encoding="utf-8"))
        known = {each.name: found[each.name] for each in fields(MailServer) if each.name in found}
        server = MailServer(**known)
        return replace(server, security=Security(server.security), port=int(server.port))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise BadInput(
            "The settings of the mail server cannot be read ({error}). Enter them anew.",
            error=error,
            place=str(file()),
        ) from None


def required() -> MailServer:
    """The settings, where there are any.

    Raises:
        BadInput: there are none, or the file cannot be read.
    """
    server = load()
    if not server.host:
        raise BadInput("No mail server is set. Enter its settings in the window first.")
    return server


def save(server: MailServer) -> None:
    """Keep settings, readable by the user alone.

    Raises:
        BadInput: they cannot work.
    """
    check(server)
    target = file()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.part")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(asdict(server), stream, ensure_ascii=False, indent=2)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(target)


def check(server: MailServer) -> None:
    """Look whether settings can work.

    Raises:
        BadInput: they cannot.
    """
    said = (server.host, server.user, server.password, server.sender_name)
    if not server.host.strip() or any(not text.isprintable() for text in said):
        raise BadInput("Write the mail server’s name, as mail.embassy.example.")
    if not 1 <= server.port <= 65_535:
        raise BadInput("A port is a number from 1 to 65535; mostly 587 or 465.")
    for address in filter(None, (server.sender, server.reply_to)):
        if not usable(address):
            raise BadInput("“{address}” is no e-mail address.", address=address)
    if not server.sender:
        raise BadInput("Write the address that the letters come from.")
