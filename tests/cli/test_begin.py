"""An event begun on the command line."""

import json
from pathlib import Path

from desktop.cli.begin import TEMPLATES
from desktop.services import templates


def test_an_event_is_begun_where_there_is_none(estrado, empty: Path, tmp_path: Path):
    guests = tmp_path / "guests.csv"
    guests.write_text("Name\nAna Gil\n", "utf-8")
    refused = estrado("import", empty, guests, "--as", "guests")
    assert (refused.code, "estrado begin" in refused.err) == (2, True)
    said = ("--title", "Абай күні", "--languages", "kk,es", "--day", "2026-12-01")
    assert estrado("begin", empty, "lecture", *said, "--zone", "Asia/Almaty").out == "абаи-күні\n"
    slots = json.loads(estrado("list", empty, "slots", "--json").out)
    assert slots[0]["start"] == "2026-12-01T18:00:00+05:00"
    assert set(slots[0]["title"]) == {"kk", "es"}
    assert estrado("import", empty, guests, "--as", "guests").code == 0
    assert estrado("begin", empty, "panel", "--title", "Otro").code == 0
    assert "several events" in estrado("list", empty, "slots").err


def test_what_cannot_be_begun_changes_nothing(estrado, empty: Path):
    before = empty.read_bytes()
    titled = ("begin", empty, "lecture", "--title", "Abai")
    for wrong in (
        ("begin", empty, "lecture"),
        ("begin", empty, "wedding", "--title", "Abai"),
        ("begin", empty, "lecture", "--title", " "),
        (*titled, "--day", "1/12/2026"),
        (*titled, "--day", "9999-12-31"),
        (*titled, "--day", "0001-01-01"),
        (*titled, "--languages", "castellano"),
        (*titled, "--zone", "Almaty"),
    ):
        refused = estrado(*wrong)
        assert (refused.code, refused.out) == (2, ""), wrong
        assert refused.err.startswith("estrado: ")
    assert empty.read_bytes() == before


def test_the_command_knows_every_template():
    assert tuple(one.kind for one in templates.TEMPLATES) == TEMPLATES
