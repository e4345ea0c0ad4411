"""SQLAlchemy engines set up so that nothing acknowledged is lost.

A commit is on the disk when it returns (`synchronous=FULL`), what is deleted is overwritten
(`secure_delete`), and SQLite's transactions begin and end where we say, not where its driver
guesses.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import NoSuchModuleError

from desktop.domain.errors import DatabaseRefused
from desktop.storage.driver import driver, journal_mode

_BUSY_SECONDS = 10
_PATIENCE = {
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 4_000,
}
"""How long a server that does not answer is waited for (libpq's words, the last in milliseconds);
a URL may say otherwise."""


def file_engine(path: Path, *, migrating: bool = False) -> Engine:
    """An engine for a database file.

    For migrating it keeps no log beside the file and lets tables be rebuilt that others refer to.
    """
    pragmas = (
        f"PRAGMA journal_mode = {'DELETE' if migrating else journal_mode()}",
        "PRAGMA synchronous = FULL",
        f"PRAGMA foreign_keys = {'OFF' if migrating else 'ON'}",
        "PRAGMA secure_delete = ON",
        "PRAGMA cache_size = -2000",  # SQLite's own; SQLCipher would take four times as much
    )
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=driver(),
        connect_args={
            "isolation_level": None,
            "timeout": _BUSY_SECONDS,
            "check_same_thread": False,
        },
    )

    def prepared(connection: Any, _: object) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    def begun(connection: Connection) -> None:
        raw: Any = connection.connection.dbapi_connection
        raw.execute(connection.get_execution_options().get("begin", "BEGIN"))

    event.listen(engine, "connect", prepared)
    event.listen(engine, "begin", begun)
    return engine


def server_engine(url: URL) -> Engine:
    """An engine for a PostgreSQL database.

    Raises:
        DatabaseRefused: the driver is not installed.
    """
    try:
        return create_engine(
            url,
            paramstyle="format",
            pool_pre_ping=True,
            connect_args={name: kept for name, kept in _PATIENCE.items() if name not in url.query},
        )
    except (ImportError, NoSuchModuleError):
        raise DatabaseRefused(
            "PostgreSQL needs its driver: install Estrado with the extra `postgresql`."
        ) from None
