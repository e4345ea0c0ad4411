"""A backup is sound or it is not there, and the way back from it loses nothing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop import paths
from desktop.domain.errors import BadInput, DatabaseRefused
from desktop.domain.localized import Localized
from desktop.domain.venue import Venue
from desktop.services import backup, events
from desktop.services.workspace import Workspace
from desktop.storage import backup as storage
from tests.storage import child, killing
from tests.storage.databases import with_log

NOW = datetime(2026, 5, 14, 12, tzinfo=UTC)


def countries(path: Path) -> list[str]:
    with Workspace.open(path) as ws:
        return [venue.country for venue in events.venues(ws)]


@pytest.fixture
def filled(location: Path) -> Path:
    with Workspace.open(location) as ws:
        for number in range(30):
            events.save_venue(ws, Venue(name=Localized.of(es="x" * 5000), country=str(number)))
    return location


def damage(path: Path) -> None:
    """Overwrite a page in the middle."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 8192 * 4096)
        file.write(b"\xaa" * 4096)


def test_a_backup_of_an_open_database_has_everything(ws: Workspace, tmp_path: Path) -> None:
    events.save_venue(ws, Venue(country="ES"))
    report = backup.backup(ws, tmp_path / "kept.db")
    events.save_venue(ws, Venue(country="KZ"))
    assert report.sound
    assert countries(tmp_path / "kept.db") == ["ES"]
    noted = (tmp_path / "kept.db.sha256").read_text("utf-8")
    assert noted == f"{report.digest}  kept.db\n"


def test_a_backup_replaces_a_backup_and_nothing_else(ws: Workspace, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Estimada señora", "utf-8")
    with pytest.raises(DatabaseRefused, match=r"letter\.txt"):
        backup.backup(ws, letter)
    assert letter.read_text("utf-8") == "Estimada señora"
    with pytest.raises(BadInput, match="the database itself"):
        backup.backup(ws, ws.location)
    with pytest.raises(DatabaseRefused, match="nowhere"):
        backup.backup(ws, tmp_path / "nowhere" / "kept.db")
    backup.backup(ws, tmp_path / "kept.db")
    events.save_venue(ws, Venue(country="ES"))
    backup.backup(ws, tmp_path / "kept.db")
    assert countries(tmp_path / "kept.db") == ["ES"]


def test_a_damaged_database_makes_no_backup(filled: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    before = kept.read_bytes()
    damage(filled)
    with pytest.raises(DatabaseRefused):
        storage.backup(filled, kept)
    assert kept.read_bytes() == before
    assert backup.verify(kept).sound
    assert not backup.verify(filled).sound


def test_every_flipped_bit_of_a_backup_is_found(filled: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    content = kept.read_bytes()
    for place in range(100, len(content), len(content) // 40):
        kept.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        assert not backup.verify(kept).sound, f"bit at {place}"
    kept.write_bytes(content)
    assert backup.verify(kept).sound


def test_restoring_keeps_what_was_there(filled: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    with Workspace.open(filled) as ws:
        events.save_venue(ws, Venue(country="later"))
    old = backup.restore(kept, filled)
    assert old is not None
    assert "later" not in countries(filled)
    assert countries(old)[-1] == "later"


@with_log
def test_restoring_beside_a_log_that_is_left_over(filled: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    killing.run(child.leave_log, filled)
    assert filled.with_name(f"{filled.name}-wal").stat().st_size
    old = backup.restore(kept, filled)
    assert old is not None
    assert "log" not in countries(filled)
    assert countries(old)[-1] == "log"
    assert backup.verify(filled).sound


def test_restoring_that_fails_midway_leaves_the_newest(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    killing.run(child.leave_log, filled)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", fail)  # the last step, as if the power went there
        with pytest.raises(DatabaseRefused, match="Input/output error"):
            backup.restore(kept, filled)
    assert countries(filled)[-1] == "log"


def test_restoring_over_a_damaged_database(filled: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    filled.write_bytes(b"\0" * 5000)
    filled.with_name(f"{filled.name}-wal").write_bytes(b"left over")
    old = backup.restore(kept, filled)
    assert old is not None
    assert old.read_bytes() == b"\0" * 5000
    assert old.with_name(f"{old.name}-wal").exists()
    assert len(countries(filled)) == 30


def test_restoring_a_database_that_was_killed(location: Path, tmp_path: Path) -> None:
    killing.run(child.leave_log, location)
    backup.restore(location, tmp_path / "new.db")
    assert countries(tmp_path / "new.db") == ["log"]


def test_restoring_twice_in_a_second_keeps_both(filled: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    assert backup.restore(kept, filled) != backup.restore(kept, filled)


def test_restoring_where_nothing_is(filled: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    assert backup.restore(kept, tmp_path / "new.db") is None
    assert len(countries(tmp_path / "new.db")) == 30


def test_restoring_refuses(filled: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    storage.backup(filled, kept)
    with Workspace.open(filled), pytest.raises(DatabaseRefused, match="another window"):
        backup.restore(kept, filled)
    with pytest.raises(BadInput, match="the database itself"):
        backup.restore(filled, filled)
    damage(kept)
    with pytest.raises(DatabaseRefused, match="damaged"):
        backup.restore(kept, filled)
    assert len(countries(filled)) == 30
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        filled.name,
        "kept.db",
        "kept.db.sha256",
    ]


def test_backups_are_thinned_out_by_hours_days_and_months(location: Path) -> None:
    for hours in range(0, 24 * 90, 27):
        storage.rotate(location, now=NOW + timedelta(hours=hours))
    kept = sorted(path.stem for path in paths.backup_folder(location).glob("*.db"))
    assert len(kept) <= 30
    assert kept[-1] == (NOW + timedelta(hours=24 * 90 - 27)).strftime(storage.STAMP)
    assert {stem[:7] for stem in kept} == {"2026-05", "2026-06", "2026-07", "2026-08"}
    digests = paths.backup_folder(location).glob("*.sha256")
    assert sorted(path.name for path in digests) == [f"{stem}.db.sha256" for stem in kept]


def test_a_backup_that_was_damaged_later_displaces_no_good_one(location: Path) -> None:
    first_day = [storage.rotate(location, now=NOW + timedelta(hours=n)).path for n in range(5)]
    damage(first_day[-1])
    for hours in range(24, 36):
        storage.rotate(location, now=NOW + timedelta(hours=hours))
    there = [path.exists() for path in first_day]
    assert there == [False, False, False, True, True], "the day keeps its latest sound one too"


def test_a_bad_backup_displaces_no_good_one(filled: Path) -> None:
    first = storage.rotate(filled, now=NOW).path
    second = storage.rotate(filled, now=NOW + timedelta(minutes=1)).path
    assert not first.exists(), "one an hour"
    damage(second)
    kept = storage.rotate(filled, now=NOW + timedelta(days=1)).path
    assert kept.exists()
    third = storage.rotate(filled, now=NOW + timedelta(minutes=2)).path
    assert third.exists()
    damage(filled)
    before = set(paths.backup_folder(filled).iterdir())
    with pytest.raises(DatabaseRefused):
        storage.rotate(filled, now=NOW + timedelta(days=1, minutes=1))
    assert set(paths.backup_folder(filled).iterdir()) == before
