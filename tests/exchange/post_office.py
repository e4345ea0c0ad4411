"""A mail server for tests (RFC 5321), on this machine, with moods.

What it took stands in `taken`; `moods` says what it does about a recipient: a reply such as
`550 no such user` to the recipient, `lost` (the connection breaks before the message), `doubt`
(it takes the message, and breaks before it says so) or `451 later` after `data:`.
"""

import base64
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import NamedTuple, cast

from desktop.domain.mail_server import MailServer, Security

CERTIFICATE = Path(__file__).parents[1] / "data" / "localhost.pem"
USER, PASSWORD = "ana", "contraseña"


class Taken(NamedTuple):
    """A message that the server took."""

    sender: str
    to: str
    content: bytes


class PostOffice(ThreadingTCPServer):
    """The server; `per_connection` messages close a connection, as many servers do it."""

    allow_reuse_address = True
    daemon_threads = False  # closing waits until every connection is closed

    def __init__(self, security: Security, *, per_connection: int = 10**9) -> None:
        super().__init__(("127.0.0.1", 0), _Clerk)
        self.security = security
        self.per_connection = per_connection
        self.moods: dict[str, str] = {}
        self.taken: list[Taken] = []
        self.connections = 0
        self.refuses_sender = ""
        self.when_taken: Callable[[], None] = lambda: None

    def settings(self, **others: object) -> MailServer:
        """What a client has to know."""
        host, port = cast("tuple[str, int]", self.server_address)
        known = {"host": host, "port": port, "security": self.security, "sender": "ana@uno.es"}
        return MailServer(**(known | others))  # type: ignore[arg-type]


@contextmanager
def post_office(
    security: Security = Security.NONE, *, per_connection: int = 10**9
) -> Iterator[PostOffice]:
    """A server that runs."""
    with PostOffice(security, per_connection=per_connection) as office:
        Thread(target=office.serve_forever, args=(0.01,), daemon=True).start()
        yield office
        office.shutdown()


class _Break(Exception):  # noqa: N818
    """The connection breaks."""


class _Clerk(StreamRequestHandler):
    server: PostOffice

    def handle(self) -> None:
        self.server.connections += 1
        self.sent = 0
        try:
            if self.server.security is Security.TLS:
                self._protect()
            self._say("220 office")
            while line := self.rfile.readline():
                if not self._obey(line.decode().strip()):
                    return
        except (_Break, OSError):
            return

    def _obey(self, line: str) -> bool:
        verb, _, rest = line.partition(" ")
        known = {
            "EHLO": self._greet,
            "STARTTLS": self._start,
            "AUTH": self._sign_in,
            "MAIL": self._mail,
            "RCPT": self._rcpt,
            "DATA": self._data,
            "RSET": lambda _rest: self._say("250 ok"),
            "QUIT": lambda _rest: self._say("221 bye"),
        }
        known.get(verb.upper(), lambda _rest: self._say("502 what?"))(rest)
        return verb.upper() != "QUIT"

    def _greet(self, _rest: str) -> None:
        protected = isinstance(self.connection, ssl.SSLSocket)
        offers = ["250-office", "250-8BITMIME"]
        if self.server.security is Security.STARTTLS and not protected:
            offers.append("250-STARTTLS")
        self._say("\r\n".join([*offers, "250 AUTH PLAIN"]))

    def _start(self, _rest: str) -> None:
        self._say("220 go on")
        self._protect()

    def _protect(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.setup_streams()

    def finish(self) -> None:
        self.connection.close()
        self.rfile.close()
        self.wfile.close()

    def setup_streams(self) -> None:
        self.rfile.close()
        self.wfile.close()
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", 0)  # type: ignore[assignment]

    def _sign_in(self, rest: str) -> None:
        given = base64.b64decode(rest.removeprefix("PLAIN ")).decode().split("\0")
        right = given[1:] == [USER, PASSWORD]
        self._say("235 welcome" if right else "535 wrong\tpassword")

    def _mail(self, rest: str) -> None:
        self.sender = rest.partition("<")[2].partition(">")[0]
        if self.sent >= self.server.per_connection:
            self._say("421 enough for one connection")
            raise _Break
        self._say(self.server.refuses_sender or "250 ok")

    def _rcpt(self, rest: str) -> None:
        self.to = rest.partition("<")[2].partition(">")[0]
        mood = self.server.moods.get(self.to, "")
        if mood == "lost":
            raise _Break
        self._say(mood if mood[:3].isdecimal() else "250 ok")

    def _data(self, _rest: str) -> None:
        self._say("354 go on")
        lines: list[bytes] = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        mood = self.server.moods.get(self.to, "")
        if mood.startswith("data:"):
            self._say(mood.removeprefix("data:"))
            return
        self.server.taken.append(Taken(self.sender, self.to, b"".join(lines)))
        self.sent += 1
        self.server.when_taken()
        if mood == "doubt":
            raise _Break
        self._say("250 taken")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())
