"""Sends invitations in a process of its own, to be killed: `python -m ... DATABASE PORT`."""

import sys

from desktop.domain.mail_server import MailServer, Security
from desktop.domain.message import Purpose
from desktop.services import messages
from desktop.services.mail_plan import Order
from desktop.services.workspace import Workspace


def main(location: str, port: str) -> None:
    """Send to everybody who is to be invited."""
    server = MailServer("127.0.0.1", int(port), Security.NONE, sender="ana@uno.es")
    with Workspace.open(location) as ws:
        messages.send(ws, Order(1, Purpose.INVITATION), server)


if __name__ == "__main__":
    main(*sys.argv[1:])
