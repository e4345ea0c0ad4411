"""Databases for tests: each test has its own, on both kinds where it says so."""

import shutil
from collections.abc import Callable, Generator, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from desktop.services.workspace import Workspace
from desktop.storage.driver import journal_mode
from tests.storage.server import postgresql

NewWorkspace = Callable[[], Workspace]

with_log = pytest.mark.skipif(journal_mode() != "WAL", reason="this SQLite keeps no log")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new database, to be copied: that is quicker than to make it anew."""
    path = tmp_path_factory.mktemp("template") / "new.db"
    Workspace.open(path, create=True).close()
    return path


@pytest.fixture
def location(template: Path, tmp_path: Path) -> Path:
    """A new database file."""
    return Path(shutil.copy(template, tmp_path / "estrado.db"))


@pytest.fixture
def ws(location: Path) -> Iterator[Workspace]:
    """A new database file, open."""
    with Workspace.open(location, who="test") as workspace:
        yield workspace


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server; skips where there is none on the machine."""
    with postgresql() as url:
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("CREATE DATABASE estrado_template"))
        engine.dispose()
        Workspace.open(url.replace("/postgres?", "/estrado_template?"), create=True).close()
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def new_location(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes new empty databases, on each of the two kinds in turn."""
    numbers = count(1)
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("template")
        return lambda: str(shutil.copy(template, tmp_path / f"{next(numbers)}.db"))
    server: str = request.getfixturevalue("server")
    return lambda: on_server(server)


@pytest.fixture
def new_workspace(new_location: Callable[[], str]) -> Generator[NewWorkspace]:
    """Opens new empty databases, on each of the two kinds in turn."""
    opened: list[Workspace] = []

    def new() -> Workspace:
        opened.append(Workspace.open(new_location(), who="test"))
        return opened[-1]

    yield new
    for workspace in opened:
        workspace.close()


_NUMBERS = count(1)


def on_server(server: str, template: str = "estrado_template") -> str:
    """A new empty database on a server: its URL; from `template0` it has no tables either."""
    name = f"estrado_{next(_NUMBERS)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")
