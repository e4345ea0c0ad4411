"""Personal data on the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Estrado


def test_a_person_is_handed_out_and_erased(estrado: Estrado, db: Path, tmp_path: Path) -> None:
    people = json.loads(estrado("list", db, "people", "--json").out)
    one = people[0]
    file = tmp_path / "all.json"
    assert estrado("person", db, one["id"], "--export", file).code == 0
    told = json.loads(file.read_text("utf-8"))
    assert told["person"]["id"] == one["id"]
    assert estrado("person", db, one["id"], "--erase").code == 0
    left = json.loads(estrado("list", db, "people", "--json").out)
    assert one["id"] not in {person["id"] for person in left}
    assert estrado("person", db, one["id"], "--erase").code == 2
    assert estrado("undo", db).code == 1


def test_nothing_is_due_before_a_day_is_set(estrado: Estrado, db: Path) -> None:
    assert json.loads(estrado("retention", db, "--dry-run", "--json").out) == []
    assert estrado("person", db, "1").code == 2
