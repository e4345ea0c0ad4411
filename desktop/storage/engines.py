"""SQLAlchemy engines set up so that nothing acknowledged is lost.

A commit is on the disk when it returns (`synchronous=FULL`), what is deleted is overwritten
(`secure_delete`), and SQLite's transactions begin and end where we say, not where its driver
guesses.
"""

import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from desktop.domain.errors import DatabaseRefused

_BUSY_SECONDS = 10

_SOUND_WAL = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can corrupt a file in WAL mode when two connections share it."""


def driver() -> ModuleType:
    """SQLite as it comes with the program, else as it comes with Python."""
    try:
        import sqlcipher3.dbapi2 as bundled  # pyright: ignore
    except ImportError:
        return sqlite3
    return bundled  # pyright: ignore


def journal_mode(module: ModuleType) -> str:
    """`WAL`, where that SQLite is free of the WAL-reset bug; else the rollback journal."""
    return "WAL" if module.sqlite_version_info >= _SOUND_WAL else "DELETE"


def file_engine(path: Path, *, journal: str = "") -> Engine:
    """An engine for a database file."""
    module = driver()
    pragmas = (
        f"PRAGMA journal_mode = {journal or journal_mode(module)}",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA secure_delete = ON",
    )
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=module,
        connect_args={
            "isolation_level": None,
            "timeout": _BUSY_SECONDS,
            "check_same_thread": False,
        },
    )

    def connected(connection: Any, _: object) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def server_engine(url: URL) -> Engine:
    """An engine for a PostgreSQL database.

    Raises:
        DatabaseRefused: the driver is not installed.
    """
    try:
        return create_engine(url, paramstyle="format", pool_pre_ping=True)
    except ImportError:
        raise DatabaseRefused(
            "PostgreSQL needs its driver: install Estrado with the extra `postgresql`."
        ) from None
