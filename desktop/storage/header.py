"""What a database file says about itself, read without SQLite, so that it stays as it is.

The layout is SQLite's own (https://www.sqlite.org/fileformat.html, "The Database Header").
"""

import struct
from pathlib import Path

from desktop.domain.errors import DatabaseRefused

APPLICATION_ID = 0x45737472
"""`Estr` in ASCII, at offset 68 of every database of this program."""

SCHEMA = 1
"""The schema that this program reads and writes: `user_version`, at offset 60."""

_MAGIC = b"SQLite format 3\0"


def schema_of(path: Path) -> int:
    """The schema of a database file, 1 or more.

    Raises:
        DatabaseRefused: there is no such file, it is not ours, or newer than the program.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise DatabaseRefused(f"There is no database {path}. Create it first.") from None
    except OSError as error:
        raise DatabaseRefused(f"{path} cannot be read: {error.strerror}.") from None
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise DatabaseRefused(f"{path} is not a database of this program.")
    schema, application = struct.unpack(">60xi4xi28x", header)
    check(path, schema, application)
    return schema


def check(location: object, schema: int, application: int) -> None:
    """Refuse a database that is not ours, or newer.

    Raises:
        DatabaseRefused: as it says.
    """
    if application != APPLICATION_ID or schema < 1:
        raise DatabaseRefused(f"{location} is a database of another program.")
    if schema > SCHEMA:
        raise DatabaseRefused(
            f"{location} was written by a newer Estrado (schema {schema}, not {SCHEMA}). "
            "Install the newer version; the file was left as it is."
        )
