"""Making the tables."""

from pathlib import Path

from sqlalchemy import Connection, text

from desktop.domain.errors import DatabaseRefused
from desktop.storage import header
from desktop.storage.engines import file_engine
from desktop.storage.failures import explained
from desktop.storage.tables import METADATA


def create_file(path: Path) -> None:
    """Make a new database file, whole or not at all.

    Raises:
        DatabaseRefused: there is a file of that name, or its folder cannot be written to.
    """
    if path.exists():
        raise DatabaseRefused(f"There is already a file {path}; choose another name.")
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    engine = file_engine(draft, journal="DELETE")
    with explained(str(path)), engine.connect() as connection:
        create(connection, str(path))
        connection.commit()
    engine.dispose()
    draft.rename(path)


def create(connection: Connection, location: str) -> None:
    """Make the tables in an empty database."""
    METADATA.create_all(connection)
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {header.APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {header.SCHEMA}"))
