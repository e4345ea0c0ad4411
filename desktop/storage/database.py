"""Opening a database, and its two kinds of transaction."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from desktop.domain.errors import DatabaseRefused
from desktop.storage import backup, header, schema
from desktop.storage.engines import file_engine, server_engine
from desktop.storage.failures import explained
from desktop.storage.lock import Lock
from desktop.storage.reading import Reader
from desktop.storage.writing import Writer


class Database:
    """An open database: a file, or a PostgreSQL server's."""

    def __init__(self, engine: Engine, location: str, lock: Lock | None) -> None:
        self.engine = engine
        self.location = location
        self._lock = lock

    @property
    def read_only(self) -> bool:
        """Whether another program is writing to the same file, so that this one only reads."""
        return self._lock is not None and not self._lock.take()

    @contextmanager
    def read(self) -> Generator[Reader]:
        """A transaction that sees one moment of the database."""
        with self._transaction("BEGIN", isolation_level="REPEATABLE READ") as connection:
            yield Reader(connection)

    @contextmanager
    def write(self) -> Generator[Writer]:
        """A transaction that is kept as a whole, or not at all where an exception leaves it.

        Raises:
            DatabaseRefused: another program writes to the file, or the disk is full.
        """
        if self.read_only:
            raise self.busy()
        with self._transaction("BEGIN IMMEDIATE", isolation_level="READ COMMITTED") as connection:
            yield Writer(connection)
            connection.commit()

    def schema(self) -> int:
        """The number of the file's schema, whatever a log beside it has to add."""
        with self.read() as reader:
            return reader.connection.exec_driver_sql("PRAGMA user_version").scalar_one()

    def busy(self) -> DatabaseRefused:
        """The error that says who else is writing."""
        holder = self._lock.holder() if self._lock is not None else ""
        return DatabaseRefused(
            f"{self.location} is open in another window{holder}; close it there."
        )

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def _transaction(self, begin: str, *, isolation_level: str) -> Generator[Connection]:
        options: dict[str, Any] = (
            {"begin": begin}
            if self.engine.dialect.name == "sqlite"
            else {"isolation_level": isolation_level}
        )
        with explained(self.location), self.engine.connect() as connection:
            yield connection.execution_options(**options)


def open(location: Path | str, *, create: bool = False) -> Database:
    """Open a database; an older one is backed up and brought up to date first.

    `location` is a path, or a database URL of SQLAlchemy's (`postgresql://...`). `create` makes a
    new one, where there is none yet.

    Raises:
        DatabaseRefused: it is not there (or is there already), foreign, newer, damaged.
    """
    url = _url(location)
    if url.get_backend_name() == "postgresql":
        return _open_server(url, create=create)
    if url.get_backend_name() == "sqlite" and url.database:
        return _open_file(Path(url.database).absolute(), create=create)
    raise DatabaseRefused(f"{location} is neither a file nor a PostgreSQL database.")


def _url(location: Path | str) -> URL:
    if isinstance(location, str) and "://" in location:
        try:
            return make_url(location)
        except ArgumentError:
            raise DatabaseRefused(f"{location} cannot be read as a database URL.") from None
    return URL.create("sqlite", database=str(location))


def _open_file(path: Path, *, create: bool) -> Database:
    if create:
        schema.create_file(path)
    header.schema_of(path)
    lock = Lock(path)
    lock.take()
    database = Database(file_engine(path), str(path), lock)
    try:
        if database.schema() < header.SCHEMA:
            _upgrade(database, path)
    except BaseException:
        database.close()
        raise
    return database


def _upgrade(database: Database, path: Path) -> None:
    if database.read_only:
        raise database.busy()
    database.engine.dispose()
    backup.rotate(path)
    schema.upgrade_file(path)


def _open_server(url: URL, *, create: bool) -> Database:
    location = url.render_as_string(hide_password=True)
    engine = server_engine(url)
    with explained(location), engine.begin() as connection:
        found = schema.number(connection, location)
        if create and found:
            raise DatabaseRefused(f"{location} holds a database of this program already.")
        if not create and not found:
            raise DatabaseRefused(f"{location} is empty. Create a database there first.")
        if found < header.SCHEMA:
            schema.upgrade(connection, found)
    return Database(engine, location, None)
