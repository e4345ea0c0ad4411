"""Opening a database, and its two kinds of transaction."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from desktop.domain.errors import DatabaseRefused, Unreachable
from desktop.storage import backup, header, refolding, schema
from desktop.storage.engines import file_engine, server_engine
from desktop.storage.failures import explained
from desktop.storage.lock import Lock
from desktop.storage.reading import Reader
from desktop.storage.writing import Writer


class Database:
    """An open database: a file, or a PostgreSQL server's.

    `away` is why the server has not answered at all yet.
    """

    def __init__(self, engine: Engine, location: str, path: Path | None = None) -> None:
        self.engine = engine
        self.location = location
        self.path = path
        self._lock = Lock(path) if path else None
        self.away: Unreachable | None = None

    @property
    def read_only(self) -> bool:
        """Whether another program is writing to the same file, so that this one only reads.

        The first to ask is the one who writes, until it closes the database or dies.
        """
        return self._lock is not None and not self._lock.take()

    @contextmanager
    def read(self) -> Generator[Reader]:
        """A transaction that sees one moment of the database."""
        with self._transaction("BEGIN", "REPEATABLE READ") as connection:
            yield Reader(connection)

    @contextmanager
    def write(self) -> Generator[Writer]:
        """A transaction that is kept as a whole, or not at all where an exception leaves it.

        Raises:
            DatabaseRefused: another program writes to the file, or the disk is full.
        """
        self.claim()
        with self._transaction("BEGIN IMMEDIATE", "READ COMMITTED") as connection:
            yield Writer(connection)
            try:
                connection.commit()
            except DBAPIError:  # SQLite goes on with a transaction that it could not commit
                connection.invalidate()
                raise

    def claim(self) -> None:
        """Be the one who writes.

        Raises:
            DatabaseRefused: another program is; the message tells which.
        """
        if self._lock is not None and not self._lock.take():
            raise self._lock.refusal()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def look_at(self, *, create: bool = False) -> None:
        """See that a server's database is one of this program, and of its schema.

        Raises:
            Unreachable: the server does not answer.
            DatabaseRefused: see `open`.
        """
        with explained(self.location, self.engine), self.engine.begin() as connection:
            schema.prepare_server(connection, self.location, create=create)
        self.away = None

    @contextmanager
    def _transaction(self, begin: str, isolation: str) -> Generator[Connection]:
        if self.away is not None:
            self.look_at()
        sqlite = self.engine.dialect.name == "sqlite"
        options: dict[str, Any] = {"begin": begin} if sqlite else {"isolation_level": isolation}
        with explained(self.location, self.engine), self.engine.connect() as connection:
            yield connection.execution_options(**options)


def open(location: Path | str, *, create: bool = False, later: bool = False) -> Database:
    """Open a database; an older one is backed up and brought up to date first.

    `location` is a path, or a database URL of SQLAlchemy's (`postgresql://...`). `create` makes a
    new one, where there is none yet. A server that does not answer is opened `later`, if one says
    so: with the first transaction that reaches it.

    Raises:
        DatabaseRefused: it is not there (or is there already), foreign, newer, damaged.
    """
    url = _url(location)
    if url.get_backend_name() == "postgresql":
        database = Database(server_engine(url), url.render_as_string(hide_password=True))
    elif url.get_backend_name() == "sqlite" and url.database:
        database = _open_file(Path(url.database).absolute(), create=create)
    else:
        raise DatabaseRefused(
            "{file} is neither a file nor a PostgreSQL database.", file=shown(location)
        )
    try:
        if database.path is None:
            database.look_at(create=create)
        _bring_up_to_date(database)
    except Unreachable as error:
        if not later:
            database.close()
            raise
        database.away = error
    except BaseException:
        database.close()
        raise
    return database


def shown(location: Path | str) -> str:
    """A path or a database URL without the password in it."""
    return re.sub(r"(?<=://)([^:/?@]*):[^/?]*@", r"\1:***@", str(location))


def _url(location: Path | str) -> URL:
    if isinstance(location, str) and "://" in location:
        try:
            return make_url(re.sub("^postgres:", "postgresql:", location))  # some say it so
        except (ArgumentError, ValueError):  # a port that is no number
            raise DatabaseRefused(
                "{file} cannot be read as a database URL.", file=shown(location)
            ) from None
    return URL.create("sqlite", database=str(location))


def _open_file(path: Path, *, create: bool) -> Database:
    if create:
        schema.create_file(path)
    header.schema_of(path)
    return Database(file_engine(path), str(path), path)


def _bring_up_to_date(database: Database) -> None:
    read_only = database.read_only
    if database.path is not None:
        _upgrade(database, database.path)
    with database.read() as reader:
        folded = refolding.is_current(reader)
    if not folded and not read_only:
        with database.write() as writer:
            refolding.refold(writer)


def _upgrade(database: Database, path: Path) -> None:
    with database.read() as reader:
        found = schema.file_number(reader.connection)
    if found < header.SCHEMA:
        database.claim()
        database.engine.dispose()
        backup.rotate(path)
        schema.upgrade_file(path)
