"""Making the tables, and bringing older ones up to date.

Steps are written with Alembic's operations and run in one transaction that also sets the number of
the schema: after a kill the database is of the old schema or of the new one. The number is
`user_version` in a file; on a server it is in a table of its own.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from desktop.domain.errors import DatabaseRefused
from desktop.storage import header
from desktop.storage.engines import file_engine
from desktop.storage.failures import explained
from desktop.storage.migrations import STEPS
from desktop.storage.tables import METADATA

_NUMBER = "estrado_schema"


def create_file(path: Path) -> None:
    """Make a new database file, whole or not at all.

    Raises:
        DatabaseRefused: there is a file of that name, or its folder cannot be written to.
    """
    if path.exists():
        raise DatabaseRefused(f"There is already a file {path}; choose another name.")
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.unlink(missing_ok=True)
        _write(draft)
        draft.rename(path)
    except OSError as error:
        raise DatabaseRefused(f"{path} cannot be made: {error.strerror}.") from None


def upgrade_file(path: Path) -> None:
    """Bring an older file up to date; a kill leaves it as it was."""
    _write(path)


def number(connection: Connection, location: str) -> int:
    """The schema of a database on a server; 0 where it is empty.

    Raises:
        DatabaseRefused: other tables are in it, or it is newer than the program.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return 0
    if _NUMBER not in names:
        raise DatabaseRefused(f"{location} holds the tables of another program.")
    found = connection.execute(text(f"SELECT number FROM {_NUMBER}")).scalar_one()
    header.check(location, found, header.APPLICATION_ID)
    return found


def upgrade(connection: Connection, found: int) -> None:
    """Run the steps from one schema to this program's, within the transaction that is open."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    options = {"target_metadata": METADATA, "transactional_ddl": True}
    op = Operations(MigrationContext.configure(connection, opts=options))
    for step in range(found + 1, header.SCHEMA + 1):
        STEPS[step].upgrade(op)
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {header.APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {header.SCHEMA}"))
        return
    if not found:
        connection.execute(text(f"CREATE TABLE {_NUMBER} (number INTEGER NOT NULL)"))
        connection.execute(text(f"INSERT INTO {_NUMBER} VALUES (0)"))
    connection.execute(text(f"UPDATE {_NUMBER} SET number = {header.SCHEMA}"))


def _write(path: Path) -> None:
    engine = file_engine(path, migrating=True)
    with explained(str(path)), engine.connect() as plain:
        connection = plain.execution_options(begin="BEGIN IMMEDIATE")
        upgrade(connection, connection.execute(text("PRAGMA user_version")).scalar_one())
        broken = connection.execute(text("PRAGMA foreign_key_check")).first()
        if broken is not None:
            raise DatabaseRefused(f"{path}: {broken[0]} refers to what is not there. Not changed.")
        connection.commit()
    engine.dispose()
