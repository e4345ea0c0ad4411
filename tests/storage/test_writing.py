"""What was said to be saved is saved: after a kill, beside other writers, on a full disk."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import Conflict, DatabaseRefused
from desktop.domain.localized import Localized
from desktop.domain.venue import Venue
from desktop.services import backup, events, history
from desktop.services.workspace import Workspace
from desktop.storage import engines
from tests.storage import child, killing
from tests.storage.databases import with_log


@pytest.mark.parametrize("seconds", [0, 0.01, 0.05, 0.1, 0.2])
def test_a_kill_loses_nothing_that_was_saved(location: Path, seconds: float) -> None:
    with killing.started(child.write, location) as process:
        said = [int(line) for line in killing.killed_after(process, seconds)]
    with Workspace.open(location) as ws:
        there = [int(venue.country) for venue in events.venues(ws)]
        assert said == list(range(1, len(said) + 1))
        assert there[: len(said)] == said
        assert len(there) - len(said) <= 1, "one may be saved and not yet said"
        assert len(history.entries(ws)) == len(there), "each with its Change"
    assert backup.verify(location).sound


def test_one_window_writes(location: Path) -> None:
    with killing.started(child.write, location) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with Workspace.open(location) as second:
            assert second.read_only
            assert events.venues(second)
            with pytest.raises(DatabaseRefused, match=rf"another window \(process {process.pid}"):
                events.save_venue(second, Venue())
            process.kill()
            process.wait()
            events.save_venue(second, Venue(country="KZ"))
            assert not second.read_only
            assert events.venues(second)[-1].country == "KZ"


def test_a_folder_that_cannot_be_written_to_is_named(location: Path) -> None:
    location.with_name(f".{location.name}.lock").mkdir()  # nobody can make a file of that name
    with Workspace.open(location) as ws:
        assert ws.read_only
        assert events.venues(ws) == []
        with pytest.raises(DatabaseRefused, match="write-protected"):
            events.save_venue(ws, Venue())


def test_no_lock_stays_behind(location: Path) -> None:
    with Workspace.open(location) as ws:
        events.save_venue(ws, Venue())
    assert [path.name for path in location.parent.iterdir()] == [location.name]


@with_log
def test_reading_goes_on_beside_writing(ws: Workspace) -> None:
    events.save_venue(ws, Venue())
    with ws.read() as reader:
        assert reader.count(Venue) == 1
        writing = threading.Thread(target=events.save_venue, args=(ws, Venue()))
        writing.start()
        writing.join()
        assert reader.count(Venue) == 1, "a reader sees one moment"
    assert len(events.venues(ws)) == 2


def test_a_reader_can_bar_a_commit_where_there_is_no_log_but_no_later_one(
    location: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "journal_mode", lambda: "DELETE")
    monkeypatch.setattr(engines, "_BUSY_SECONDS", 0)
    with Workspace.open(location) as ws:
        with ws.read() as reader:
            assert reader.count(Venue) == 0
            with pytest.raises(DatabaseRefused, match="in use by another program"):
                events.save_venue(ws, Venue())
        assert events.venues(ws) == []
        events.save_venue(ws, Venue(country="ES"))
        assert [venue.country for venue in events.venues(ws)] == ["ES"]
        assert len(history.entries(ws)) == 1


def in_threads(work: Callable[[], None]) -> None:
    """Run something in four threads at once; what goes wrong in one goes wrong here."""
    with ThreadPoolExecutor(4) as threads:
        for finished in [threads.submit(work) for _ in range(4)]:
            finished.result()


def test_threads_wait_for_one_another(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()

    def work() -> None:
        for _ in range(20):
            events.save_venue(ws, Venue())

    in_threads(work)
    assert len(events.venues(ws)) == 80
    assert len(history.entries(ws)) == 80


def test_what_was_read_is_still_so_when_it_is_written(ws: Workspace) -> None:
    def count_on() -> None:
        for _ in range(20):
            with ws.database.write() as writer:
                writer.put(Venue(country=str(writer.count(Venue))))

    in_threads(count_on)
    assert [venue.country for venue in events.venues(ws)] == [str(n) for n in range(80)]


def test_the_second_of_two_editors_is_told(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    events.save_venue(ws, Venue())
    first = second = events.venues(ws)[0]
    events.save_venue(ws, replace(first, country="ES"))
    with pytest.raises(Conflict, match="this venue in the meantime"):
        events.save_venue(ws, replace(second, country="KZ"))
    assert events.venues(ws)[0].country == "ES"


def test_a_full_disk_is_said_and_reading_goes_on(ws: Workspace) -> None:
    events.save_venue(ws, Venue(country="ES"))
    large = Venue(name=Localized.of(es="x" * 10_000_000))
    with ws.read() as reader:
        pages = reader.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        reader.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(DatabaseRefused, match="disk is full"):
        events.save_venue(ws, large)
    assert [venue.country for venue in events.venues(ws)] == ["ES"]
    events.save_venue(ws, Venue(country="KZ"))
    assert len(history.entries(ws)) == 2
