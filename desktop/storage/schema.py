"""Making the tables, and bringing older ones up to date.

Steps are written with Alembic's operations and run in one transaction that also sets the number of
the schema: after a kill the database is of the old schema or of the new one. The number is
`user_version` in a file; on a server it stands in the table `estrado`.
"""

from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, inspect, select, text

from desktop.domain.errors import DatabaseRefused, EmptyDatabase
from desktop.language.folding import VERSION
from desktop.storage import header
from desktop.storage.engines import file_engine
from desktop.storage.failures import explained
from desktop.storage.migrations import STEPS
from desktop.storage.tables import ABOUT, METADATA


def create_file(path: Path) -> None:
    """Make a new database file, whole or not at all.

    Raises:
        DatabaseRefused: there is a file of that name, or its folder cannot be written to.
    """
    if path.exists():
        raise DatabaseRefused("There is already a file {file}; choose another name.", file=path)
    if not path.parent.is_dir():
        raise DatabaseRefused(
            "There is no folder {folder} to make {file} in.", folder=path.parent, file=path.name
        )
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.unlink(missing_ok=True)
        _write(draft, path)
        draft.rename(path)
    except OSError as error:
        raise DatabaseRefused(
            "{file} cannot be made: {reason}.", file=path, reason=error.strerror
        ) from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def upgrade_file(path: Path) -> None:
    """Bring an older file up to date; a kill leaves it as it was."""
    _write(path, path)


def prepare_server(connection: Connection, location: str, *, create: bool) -> None:
    """Make the tables in an empty database on a server, or bring older ones up to date.

    Raises:
        DatabaseRefused: there is nothing (or something already, where one is to be made), other
            tables are in it, or it is newer than the program.
    """
    connection.execute(select(func.pg_advisory_xact_lock(header.APPLICATION_ID)))
    found = _server_number(connection, location)
    if create and found:
        raise DatabaseRefused("{file} holds a database of this program already.", file=location)
    if not create and not found:
        raise EmptyDatabase("{file} is empty. Create a database there first.", file=location)
    if found < header.SCHEMA:
        upgrade(connection, found)


def file_number(connection: Connection) -> int:
    """The schema of an open file, whatever a log beside it has to add."""
    return connection.execute(text("PRAGMA user_version")).scalar_one()


def upgrade(connection: Connection, found: int) -> None:
    """Run the steps from one schema to this program's, within the transaction that is open."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    options = {"target_metadata": METADATA, "transactional_ddl": True}
    op = Operations(MigrationContext.configure(connection, opts=options))
    for step in range(found + 1, header.SCHEMA + 1):
        STEPS[step].upgrade(op)
    if not found:
        set_about(connection, "folding", VERSION)
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {header.APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {header.SCHEMA}"))
    else:
        set_about(connection, "schema", header.SCHEMA)


def about(connection: Connection, name: str) -> int:
    """What a database says about itself; 0 where it says nothing."""
    query = select(ABOUT.c.value).where(ABOUT.c.name == name)
    return connection.execute(query).scalar() or 0


def set_about(connection: Connection, name: str, value: int) -> None:
    """Let a database say this about itself."""
    connection.execute(delete(ABOUT).where(ABOUT.c.name == name))
    connection.execute(insert(ABOUT), {"name": name, "value": value})


def _server_number(connection: Connection, location: str) -> int:
    names = inspect(connection).get_table_names()
    if not names:
        return 0
    if ABOUT.name not in names:
        raise DatabaseRefused("{file} holds the tables of another program.", file=location)
    found = about(connection, "schema")
    header.check(location, found, header.APPLICATION_ID)
    return found


def _write(path: Path, called: Path) -> None:
    engine = file_engine(path, migrating=True)
    try:
        with explained(str(called), engine), engine.connect() as plain:
            connection = plain.execution_options(begin="BEGIN IMMEDIATE")
            upgrade(connection, file_number(connection))
            broken = connection.execute(text("PRAGMA foreign_key_check")).first()
            if broken is not None:
                raise DatabaseRefused(
                    "{file}: {table} refers to what is not there. Nothing was changed.",
                    file=path,
                    table=broken[0],
                )
            connection.commit()
    finally:  # Windows puts no backup in the place of a file that is open
        engine.dispose()
