"""Giving messages to a mail server (RFC 5321), one by one, and telling what became of each."""

import smtplib
import ssl
from base64 import b64encode
from typing import NamedTuple, Self

from desktop.domain.errors import CannotSend
from desktop.domain.mail_server import MailServer, Security
from desktop.domain.message import Delivery

_SECONDS = 30
"""How long a server may be silent."""
_OURSELVES = "[127.0.0.1]"
"""How we greet: the name of the machine is nobody's business."""
_SIGNED_IN, _DONE, _FORWARDED, _CLOSING = 235, 250, 251, 421


class Answer(NamedTuple):
    """What became of a message, and what the server said where it did not take it."""

    delivery: Delivery
    reason: str = ""


class Post:
    """A connection to a mail server: `with Post(server) as post: post.send(...)`."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        self._connect()
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def send(self, sender: str, to: str, content: bytes) -> Answer:
        """Give one message to the server.

        It is in doubt where the connection broke after the message itself was on its way; where
        it broke before, it is made anew once.

        Raises:
            CannotSend: the server is gone, or sends nothing for this sender; this message was not
                sent.
        """
        refusal = self._announced(sender, to)
        if refusal is not None:
            return refusal
        smtp = self._connect()
        try:
            code, said = smtp.data(content)
        except smtplib.SMTPDataError as error:
            code, said = error.smtp_code, error.smtp_error
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            self._hang_up()
            return Answer(Delivery.IN_DOUBT, str(error))
        if code == _DONE:
            return Answer(Delivery.SENT)
        self._after(code)
        return Answer(Delivery.REFUSED, _reason(code, said))

    def _announced(self, sender: str, to: str) -> Answer | None:
        """Say from whom and to whom; a refusal, or None where the server takes both."""
        for is_last in (False, True):
            try:
                code, said = self._connect().mail(sender)
                if code == _DONE:
                    code, said = self._connect().rcpt(to)
                    if code in (_DONE, _FORWARDED):
                        return None
                    if code != _CLOSING:
                        self._after(code)
                        return Answer(Delivery.REFUSED, _reason(code, said))
                elif code != _CLOSING:
                    raise CannotSend(
                        "The mail server sends nothing for {address}: {reason}",
                        address=sender,
                        reason=_reason(code, said),
                    )
                reason = _reason(code, said)
            except (smtplib.SMTPServerDisconnected, OSError) as error:
                reason = str(error)
            self._hang_up()
            if is_last:
                raise self._unreachable(reason)
        raise AssertionError

    def _connect(self) -> smtplib.SMTP:
        """The connection, made where there is none."""
        if self._smtp is None:
            try:
                self._smtp = _connected(self._server)
            except smtplib.SMTPAuthenticationError as error:
                raise CannotSend(
                    "The mail server does not take the user name or the password: {reason}",
                    reason=_reason(error.smtp_code, error.smtp_error),
                ) from None
            except ssl.SSLError as error:
                raise CannotSend(
                    "The connection to {host} cannot be protected ({reason}). "
                    "Check the port and the kind of protection.",
                    host=self._server.host,
                    reason=error.reason or error,
                ) from None
            except (smtplib.SMTPException, OSError, UnicodeError) as error:
                raise self._unreachable(str(error)) from None
        return self._smtp

    def _unreachable(self, reason: str) -> CannotSend:
        return CannotSend(
            "The mail server {host} cannot be reached ({reason}). "
            "Check the network and the settings of the mail server.",
            host=f"{self._server.host}:{self._server.port}",
            reason=reason,
        )

    def _after(self, code: int) -> None:
        """Go on after a refusal: with a clean slate, or a new connection."""
        if code == _CLOSING:
            self._hang_up()
            return
        try:
            self._connect().rset()
        except (smtplib.SMTPException, OSError):
            self._hang_up()

    def _hang_up(self) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            try:
                smtp.quit()
            except (smtplib.SMTPException, OSError):
                smtp.close()


def _connected(server: MailServer) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    if server.security is Security.TLS:
        smtp = smtplib.SMTP_SSL(
            server.host, server.port, _OURSELVES, timeout=_SECONDS, context=trusted
        )
    else:
        smtp = smtplib.SMTP(server.host, server.port, _OURSELVES, timeout=_SECONDS)
    try:
        if server.security is Security.STARTTLS:
            smtp.starttls(context=trusted)
        if server.user:
            _sign_in(smtp, server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _sign_in(smtp: smtplib.SMTP, user: str, password: str) -> None:
    """By any way that both know; smtplib's own ways are for passwords in ASCII alone."""
    if user.isascii() and password.isascii():
        smtp.login(user, password)
        return
    plain = b64encode(f"\0{user}\0{password}".encode()).decode()  # RFC 4616
    code, said = smtp.docmd("AUTH", f"PLAIN {plain}")
    if code != _SIGNED_IN:
        raise smtplib.SMTPAuthenticationError(code, said)


def _reason(code: int, said: bytes | str) -> str:
    """What the server said, in one line."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join((str(code), *"".join(c if c.isprintable() else " " for c in text).split()))
