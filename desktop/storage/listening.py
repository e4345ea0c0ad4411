"""What other programs write to the same server, heard as soon as they have.

PostgreSQL passes a word on to whoever listens once a transaction is over (NOTIFY). Programs say
which change they made; they do not hear themselves. A file has one writer, and nothing to hear.
"""

import secrets
import select
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

Heard = Callable[[int | None], None]
"""Called with the id of a change that another program made; None: some may have been missed."""

_CHANNEL = "estrado"
_PROGRAM = secrets.token_hex(6)
_LONGEST_PAUSE = 5.0
_SAY = text("SELECT pg_notify(:channel, :said)")


def say(connection: Connection, change: int) -> None:
    """Let other programs know of a change once this transaction is over; never if it fails."""
    if connection.dialect.name == "postgresql":
        said = f"{_speaker(connection.engine)} {change}"
        connection.execute(_SAY, {"channel": _CHANNEL, "said": said})


class Listener:
    """Listens on a thread of its own until it is closed; comes back when the server does."""

    def __init__(self, engine: Engine, heard: Heard) -> None:
        self._engine, self._heard = engine, heard
        self._ear, self._bell = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="listener", daemon=True)
        self._ready = threading.Event()
        if engine.dialect.name == "postgresql":
            self._thread.start()
            self._ready.wait(_LONGEST_PAUSE)

    def close(self) -> None:
        """Stop listening."""
        self._bell.close()
        if self._thread.is_alive():
            self._thread.join()
        self._ear.close()

    def _run(self) -> None:
        pause = 0.0
        while not self._rung(pause):
            with suppress(DBAPIError, *_errors(self._engine)):
                with self._engine.connect() as pooled:
                    connection = pooled.execution_options(isolation_level="AUTOCOMMIT")
                    connection.execute(text(f"LISTEN {_CHANNEL}"))
                    connection.detach()  # a listening connection does not go back into the pool
                    raw: Any = connection.connection.dbapi_connection
                    if self._ready.is_set():
                        self._heard(None)
                    self._ready.set()
                    pause = 0.0
                    self._listen(raw)
                return
            if not pause:
                self._heard(None)
            self._ready.set()
            pause = min(2 * pause + 0.25, _LONGEST_PAUSE)

    def _listen(self, raw: Any) -> None:
        """Pass on what is said until the bell rings; an error where the server is gone."""
        speaker = _speaker(self._engine)
        while True:
            for said in raw.notifies(timeout=0):
                who, _, change = said.payload.partition(" ")
                if who != speaker:
                    self._heard(int(change))
            if self._rung(None, raw.fileno()):
                return

    def _rung(self, seconds: float | None, *others: int) -> bool:
        """Wait for the bell, or for one of the others; whether it was the bell."""
        ready, _, _ = select.select([self._ear, *others], [], [], seconds)
        return self._ear in ready


def _speaker(engine: Engine) -> str:
    return f"{_PROGRAM}{id(engine):x}"


def _errors(engine: Engine) -> tuple[type[Exception], ...]:
    driver: Any = engine.dialect.loaded_dbapi
    return (driver.Error, OSError)
