"""SQLite: which one, and how it is asked without SQLAlchemy."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any
from urllib.parse import quote

_SOUND_WAL = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can corrupt a file in WAL mode when two connections share it."""


def driver() -> ModuleType:
    """SQLite as it comes with the program, else as it comes with Python."""
    try:
        import sqlcipher3.dbapi2 as bundled  # pyright: ignore[reportMissingTypeStubs]
    except ImportError:
        import sqlite3

        return sqlite3
    return bundled


def journal_mode() -> str:
    """`WAL`, where that SQLite is free of the WAL-reset bug; else the rollback journal."""
    return "WAL" if driver().sqlite_version_info >= _SOUND_WAL else "DELETE"


@contextmanager
def connected(path: Path, mode: str) -> Generator[Any]:
    """A plain connection; `mode` is SQLite's: `ro`, `rw`, `rwc`.

    A file that SQLite has open must never be opened without SQLite: closing it would drop the
    locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    uri = f"{uri_of(path.absolute())}?mode={mode}"
    connection = driver().connect(uri, uri=True, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def uri_of(path: PurePath) -> str:
    """How SQLite is told a file (https://www.sqlite.org/uri.html).

    Unlike `as_uri` also where it lies on another computer: SQLite allows no authority in a URI, so
    a share of Windows stands in the path.
    """
    place = quote(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{'' if place.startswith('/') else '/'}{place}"
