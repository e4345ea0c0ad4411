"""A file is opened only when it is ours; any other stays as it is, byte for byte."""

import hashlib
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, text

from desktop import paths
from desktop.domain.errors import DatabaseRefused
from desktop.domain.event import Event
from desktop.domain.venue import Venue
from desktop.services import backup, events, history
from desktop.services.workspace import Workspace
from desktop.storage import header, schema
from desktop.storage.driver import connected, driver, journal_mode, uri_of
from desktop.storage.tables import METADATA
from tests.open_files import is_open, needs_proc
from tests.storage import child, killing, saved


def foreign(path: Path) -> None:
    with connected(path, "rwc") as connection:
        connection.execute("CREATE TABLE notes (text)")


def foreign_with_a_log(path: Path) -> None:
    killing.run(child.leave_foreign_log, path)


def newer(path: Path) -> None:
    Workspace.open(path, create=True).close()
    with connected(path, "rw") as connection:
        connection.execute(f"PRAGMA user_version = {header.SCHEMA + 1}")


def other_application(path: Path) -> None:
    Workspace.open(path, create=True).close()
    with connected(path, "rw") as connection:
        connection.execute("PRAGMA application_id = 7")


def nothing(path: Path) -> None:
    path.touch()


def letter(path: Path) -> None:
    path.write_text("Estimada señora:\n" * 100, "utf-8")


def cut_short(path: Path) -> None:
    Workspace.open(path, create=True).close()
    os.truncate(path, 50)


def contents(folder: Path) -> dict[str, str]:
    every = sorted(folder.iterdir())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in every}


@pytest.mark.parametrize(
    "make", [foreign, foreign_with_a_log, newer, other_application, nothing, letter, cut_short]
)
def test_what_is_not_ours_stays_as_it_is(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    make(path)
    before = contents(tmp_path)
    uses: list[Callable[[], Any]] = [
        lambda: Workspace.open(path),
        lambda: Workspace.open(path, create=True),
        lambda: backup.verify(path),
        lambda: backup.restore(path, tmp_path / "restored.db"),
    ]
    for use in uses:
        with pytest.raises(DatabaseRefused, match=r"some\.db"):
            use()
    assert contents(tmp_path) == before


def test_what_the_system_refuses_is_not_put_on_the_file(
    location: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise driver().OperationalError("disk I/O error")

    monkeypatch.setattr(header, "connected", failing)
    with pytest.raises(DatabaseRefused, match="the disk is full"):
        header.schema_of(location)


def test_a_new_file_is_refused_by_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise driver().OperationalError("unable to open database file")

    monkeypatch.setattr(schema, "upgrade", failing)
    with pytest.raises(DatabaseRefused, match=r"/event.db cannot be opened"):
        schema.create_file(tmp_path / "event.db")
    assert not [*tmp_path.iterdir()]


def test_a_newer_file_is_named_as_such(tmp_path: Path) -> None:
    newer(tmp_path / "some.db")
    with pytest.raises(DatabaseRefused, match="newer Estrado"):
        Workspace.open(tmp_path / "some.db")


def test_a_newer_schema_that_is_still_in_the_log_is_seen(location: Path) -> None:
    killing.run(child.leave_newer_log, location)
    before = location.read_bytes()
    with pytest.raises(DatabaseRefused, match="newer Estrado"):
        Workspace.open(location)
    assert location.read_bytes() == before


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("mysql://host/db", "neither a file nor"),
        ("non sense://", "database URL"),
        ("sqlite://", "neither a file nor"),
        ("postgresql+nonsense://", "needs its driver"),
        ("postgresql://nobody@127.0.0.1:1/nothing", "127.0.0.1:1/nothing cannot be reached: .*"),
        ("postgres://nobody@127.0.0.1:1/nothing", "127.0.0.1:1/nothing cannot be reached: .*"),
    ],
)
def test_other_urls_are_refused(place: str, told: str) -> None:
    with pytest.raises(DatabaseRefused, match=told):
        Workspace.open(place)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseRefused, match="nowhere"):
        Workspace.open(tmp_path / "nowhere" / "a.db", create=True)
    with pytest.raises(DatabaseRefused, match=r"no database .*a\.db"):
        Workspace.open(tmp_path / "a.db")


def test_a_file_url_is_a_path(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'año 1.db'}"
    with Workspace.open(url, create=True) as ws:
        events.save_venue(ws, Venue())
    with Workspace.open(tmp_path / "año 1.db") as ws:
        assert len(events.venues(ws)) == 1


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/año?/1 #2%.db"), "file:///home/a%C3%B1o%3F/1%20%232%25.db"),
        (PureWindowsPath(r"C:\Users\Ana\e.db"), "file:///C:/Users/Ana/e.db"),
        (PureWindowsPath(r"\\server\share\e.db"), "file:////server/share/e.db"),
    ],
)
def test_sqlite_is_told_a_path_as_it_understands_it(path: PurePath, uri: str) -> None:
    assert uri_of(path) == uri


def test_sqlite_finds_a_path_of_two_slashes(location: Path) -> None:
    """As it gets that of a share; on POSIX the second one says nothing."""
    assert header.schema_of(Path(f"/{location}")) == header.SCHEMA


def test_the_file_is_safe(ws: Workspace) -> None:
    brought = platform.machine() in ("x86_64", "AMD64")
    assert driver() is not sqlite3 or not brought, "SQLite comes with the program"
    expected = {
        "journal_mode": journal_mode().lower(),
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "application_id": header.APPLICATION_ID,
        "user_version": header.SCHEMA,
    }
    with ws.read() as reader:
        found = {
            name: reader.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in expected
        }
    assert found == expected


def test_tables_and_migrations_agree(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    with ws.read() as reader:
        _agree(reader.connection)


def _agree(connection: Connection) -> None:
    def ours(_: object, name: str | None, kind: str, *__: object) -> bool:
        return not (kind in ("table", "index") and ("_words" in str(name) or name == _NUMBER))

    options = {"compare_type": True, "include_object": ours}
    context = MigrationContext.configure(connection, opts=options)
    assert compare_metadata(context, METADATA) == []
    found = inspect(connection)
    for table in METADATA.sorted_tables:
        names = {key["name"] for key in found.get_foreign_keys(table.name)}
        names |= {check["name"] for check in found.get_check_constraints(table.name)}
        assert all(str(name).startswith(("fk_", "ck_")) for name in names)


_NUMBER = "estrado_schema"


@pytest.mark.parametrize(
    "path", sorted(saved.DATA.glob("schema-*.db")), ids=lambda path: path.stem
)
def test_saved_databases_still_open(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "old.db"))
    with Workspace.open(copy) as ws:
        with ws.read() as reader:
            for value in saved.VALUES:
                assert reader.load(type(value), value.id) == value
        assert history.redo(ws) is not None
        while history.undo(ws):
            pass
        with ws.read() as reader:
            assert not any(reader.count(type(value)) for value in saved.VALUES)
    assert backup.verify(copy).sound


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes this the next version of the program."""

    def become() -> None:
        following = header.SCHEMA + 1
        steps = {**schema.STEPS, following: child.NextSchema()}
        monkeypatch.setattr(schema, "STEPS", steps)
        monkeypatch.setattr(header, "SCHEMA", following)

    return become


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database of this schema, which is the older one for the tests below."""
    path = tmp_path / "old.db"
    with Workspace.open(path, create=True) as ws:
        events.save_venue(ws, Venue(country="ES"))
    return path


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    old: Path, next_schema: Callable[[], None]
) -> None:
    before = header.SCHEMA
    next_schema()
    with Workspace.open(old) as ws, ws.read() as reader:
        assert reader.connection.exec_driver_sql("SELECT floors FROM venues").scalar_one() == 1
    assert header.schema_of(old) == before + 1
    (kept,) = paths.backup_folder(old).glob("*.db")
    assert header.schema_of(kept) == before
    assert backup.verify(kept).sound


def test_an_older_file_that_somebody_else_has_open_is_refused(
    old: Path, next_schema: Callable[[], None]
) -> None:
    with Workspace.open(old):
        next_schema()
        with pytest.raises(DatabaseRefused, match="another window"):
            Workspace.open(old)
    Workspace.open(old).close()


@needs_proc
def test_an_older_file_that_is_not_sound_stays_as_it_is_and_is_let_go(
    old: Path, next_schema: Callable[[], None]
) -> None:
    with Workspace.open(old) as ws:
        [venue] = events.venues(ws)
        events.create(ws, Event(slug="gala", venue_id=venue.id))
    with connected(old, "rw") as connection:
        connection.execute("DELETE FROM venues")
    next_schema()
    with pytest.raises(DatabaseRefused, match="events refers to what is not there") as refused:
        schema.upgrade_file(old)
    assert not is_open(old), refused
    with connected(old, "ro") as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == header.SCHEMA - 1


@pytest.mark.parametrize("seconds", [0, 0.005, 0.01, 0.02, 0.04, 0.08])
def test_a_kill_leaves_the_old_schema_or_the_new_one(
    old: Path, seconds: float, next_schema: Callable[[], None]
) -> None:
    with killing.started(child.migrate, old) as process:
        killing.killed_after(process, seconds)
    with connected(old, "rw") as connection:  # as SQLite finds it, after its own recovery
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        columns = [row[1] for row in connection.execute("PRAGMA table_info(venues)")]
        kept = connection.execute("SELECT count(*) FROM contents").fetchone()[0]
    assert ("floors" in columns, kept) == ((True, 300) if found > header.SCHEMA else (False, 0))
    next_schema()
    with Workspace.open(old) as ws:
        assert [venue.country for venue in events.venues(ws)] == ["ES"]
    assert backup.verify(old).sound


def test_on_the_sqlite_that_comes_with_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no wheel of ours: no log in a version that can corrupt it."""
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    assert driver() is sqlite3
    path = tmp_path / "plain.db"
    with Workspace.open(path, create=True) as ws:
        saved.fill(ws)
        with ws.read() as reader:
            mode = reader.connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        assert mode == ("wal" if sqlite3.sqlite_version_info >= (3, 51, 3) else "delete")
        history.redo(ws)
        backup.backup(ws, tmp_path / "kept.db")
    monkeypatch.undo()
    with Workspace.open(path) as ws, ws.read() as reader:  # and back, as when a wheel appears
        for value in saved.VALUES:
            assert reader.load(type(value), value.id) == value
    assert backup.verify(tmp_path / "kept.db").sound


def test_a_server_is_asked_before_it_is_filled(server: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in ("ours", "theirs"):
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    ours, theirs = (server.replace("/postgres?", f"/{name}?") for name in ("ours", "theirs"))
    with pytest.raises(DatabaseRefused, match="empty"):
        Workspace.open(ours)
    Workspace.open(ours, create=True).close()
    with pytest.raises(DatabaseRefused, match="already"):
        Workspace.open(ours, create=True)
    _run(theirs, "CREATE TABLE notes (text TEXT)")
    for create in (False, True):
        with pytest.raises(DatabaseRefused, match="another program"):
            Workspace.open(theirs, create=create)
    _run(ours, f"UPDATE estrado SET value = {header.SCHEMA + 1} WHERE name = 'schema'")
    with pytest.raises(DatabaseRefused, match="newer Estrado"):
        Workspace.open(ours)


def test_a_server_is_brought_up_to_date(
    new_workspace: Callable[[], Workspace], next_schema: Callable[[], None]
) -> None:
    ws = new_workspace()
    url = ws.database.engine.url.render_as_string(hide_password=False)
    events.save_venue(ws, Venue(country="ES"))
    ws.close()
    next_schema()
    for _ in range(2):
        with Workspace.open(url) as again:
            assert [venue.country for venue in events.venues(again)] == ["ES"]
            with again.read() as reader:
                query = "SELECT floors FROM venues"
                assert reader.connection.exec_driver_sql(query).scalar_one() == 1


def test_a_password_is_never_shown(server: str) -> None:
    url = server.replace("estrado@", "estrado:geheim@")
    with pytest.raises(DatabaseRefused) as refused:
        Workspace.open(url.replace("/postgres?", "/nothing?"))
    assert "geheim" not in str(refused.value)


def _run(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_a_file_that_was_cut_off_while_its_log_was_copied_into_it_opens(tmp_path: Path) -> None:
    path, torn = tmp_path / "event.db", tmp_path / "torn.db"
    Workspace.open(path, create=True).close()
    with connected(path, "rw") as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE secrets SET value = printf('%.*c', 500000, 'x')")
        log = path.with_name("event.db-wal").read_bytes()
        before = path.read_bytes()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    first_page = path.read_bytes()[:4096]
    torn.write_bytes(first_page + before[4096:])
    torn.with_name("torn.db-wal").write_bytes(log)
    Workspace.open(torn).close()
    with connected(torn, "ro") as connection:
        assert connection.execute("SELECT length(value) FROM secrets").fetchall() == [(500_000,)]
