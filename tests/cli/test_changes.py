import json
from pathlib import Path

import pytest


def test_a_new_database_and_the_reference_event(estrado, tmp_path: Path):
    path = tmp_path / "new.db"
    assert estrado("new", path).code == 0
    assert estrado("list", path, "events") == (0, "", "")
    before = path.read_bytes()
    again = estrado("new", path, "--reference-event")
    assert again.code == 2
    assert str(path) in again.err
    assert path.read_bytes() == before
    other = tmp_path / "other.db"
    assert estrado("new", other, "--reference-event").code == 0
    assert "kazakhstan-spain-2026" in estrado("list", other, "events").out


def test_import_reports_counts_and_never_duplicates(estrado, empty: Path, schedule: Path):
    first = json.loads(estrado("import", empty, schedule, "--json").out)
    counts = {name: first[name] for name in ("days", "rooms", "slots", "speakers", "added")}
    assert counts == {"days": 2, "rooms": 2, "slots": 3, "speakers": 2, "added": 3}
    again = json.loads(estrado("import", empty, schedule, "--json").out)
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 3)
    assert estrado("list", empty, "slots").out.count("\n") == 3
    schedule.write_text(schedule.read_text().replace("Opening", "Grand Opening"))
    rehearsed = estrado("import", empty, schedule, "--dry-run")
    assert "Grand Opening" in rehearsed.out
    assert "Grand" not in estrado("list", empty, "slots").out
    assert json.loads(estrado("import", empty, schedule, "--json").out)["updated"] == 1
    assert "Grand Opening" in estrado("list", empty, "slots").out


def test_before_an_import_the_database_is_backed_up(estrado, empty: Path, schedule: Path):
    folder = empty.with_name("empty backups")
    estrado("import", empty, schedule)
    assert not folder.exists()  # there was nothing to lose
    estrado("import", empty, schedule, "--dry-run")
    assert not folder.exists()
    estrado("import", empty, schedule)
    (kept,) = folder.glob("*.db")
    assert estrado("list", kept, "events").out.startswith("small")


@pytest.mark.parametrize("content", [b"", b"{", b"<schedule>", b"hello", b"\xff\xfe\x00", b"[1]"])
def test_a_bad_file_is_refused_in_a_few_lines(
    estrado, empty: Path, tmp_path: Path, content: bytes
):
    bad = tmp_path / "bad.xml"
    bad.write_bytes(content)
    before = empty.read_bytes()
    refused = estrado("import", empty, bad)
    assert (refused.code, refused.out) == (2, "")
    assert 1 <= len(refused.err.splitlines()) <= 4
    assert empty.read_bytes() == before
    missing = estrado("import", empty, tmp_path / "nowhere.xml")
    assert missing.code == 2
    assert "nowhere.xml" in missing.err


def test_undo_and_redo_say_what_they_did(estrado, db: Path, schedule: Path):
    estrado("import", db, schedule)
    assert "Small Conference" in estrado("undo", db).out
    assert estrado("list", db, "events").out.count("\n") == 1
    assert estrado("undo", db).out == "Undone: Add the reference event\n"
    nothing = estrado("undo", db)
    assert (nothing.code, nothing.out) == (1, "")
    assert "nothing to undo" in nothing.err
    assert estrado("redo", db).out == "Done again: Add the reference event\n"
    assert estrado("redo", db).code == 0
    assert estrado("redo", db).code == 1
    assert estrado("list", db, "events").out.count("\n") == 2
    history = json.loads(estrado("history", db, "--json").out)
    assert [entry["name"] for entry in history][-1] == "Add the reference event"
    assert len(history) == 6
    assert estrado("history", db).out.count("\n") == 6


def test_backup_restore_verify(estrado, db: Path, tmp_path: Path):
    copy = tmp_path / "copy.db"
    assert estrado("backup", db, "-o", copy).code == 0
    for nowhere in (tmp_path / "no" / "copy.db", tmp_path, db):
        assert estrado("backup", db, "-o", nowhere).code == 2
    estrado("undo", db)
    assert estrado("list", db, "events").out == ""
    restored = estrado("restore", copy, db)
    assert restored.code == 0
    assert estrado("list", db, "events").out.startswith("kazakhstan-spain-2026")
    assert estrado("verify", db) == (0, "", "")
    damaged = bytearray(copy.read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    copy.write_bytes(damaged)
    assert estrado("verify", copy).code == 1
    before = db.read_bytes()
    assert estrado("restore", copy, db).code == 2
    assert db.read_bytes() == before
    assert estrado("verify", tmp_path / "nowhere.db").code == 2
