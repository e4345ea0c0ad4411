"""What a database file says about itself, read so that nothing beside or in it changes."""

from pathlib import Path

from desktop.domain.errors import DatabaseRefused
from desktop.storage.driver import connected, driver
from desktop.storage.failures import meaning

APPLICATION_ID = 0x45737472
"""`Estr` in ASCII: SQLite's `application_id` of every database of this program."""

SCHEMA = 1
"""The schema that this program reads and writes: SQLite's `user_version`."""


def schema_of(path: Path) -> int:
    """The schema of a database file, 1 or more.

    Raises:
        DatabaseRefused: there is no such file, it is not ours, or newer than the program.
    """
    if not path.is_file():
        raise DatabaseRefused("There is no database {file}. Create it first.", file=path)
    found = _read(path, "ro&immutable=1")
    if path.with_name(f"{path.name}-wal").exists():
        found = _read(path, "ro")
    return found


def _read(path: Path, mode: str) -> int:
    """The schema as the file says, or together with its log where the mode lets SQLite see it."""
    try:
        with connected(path, mode) as connection:
            # Killed while its log was copied into it, a file may end before its last page.
            connection.execute("PRAGMA writable_schema = ON")
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            schema = connection.execute("PRAGMA user_version").fetchone()[0]
    except driver().OperationalError as error:  # the disk or the rights to it, not the file
        raise meaning(str(error), str(path)) from None
    except driver().DatabaseError:
        raise DatabaseRefused("{file} is not a database of this program.", file=path) from None
    check(path, schema, application)
    return schema


def check(location: object, schema: int, application: int) -> None:
    """Refuse a database that is not ours, or newer.

    Raises:
        DatabaseRefused: as it says.
    """
    if application != APPLICATION_ID or schema < 1:
        raise DatabaseRefused("{file} is not a database of this program.", file=location)
    if schema > SCHEMA:
        raise DatabaseRefused(
            "{file} was written by a newer Estrado (schema {schema}, not {known}). "
            "Install the newer version; the file was left as it is.",
            file=location,
            schema=schema,
            known=SCHEMA,
        )
