import json
from pathlib import Path

import pytest

from desktop.cli.output import harmless


def test_slots_as_the_interface_says(estrado, db: Path):
    slots = json.loads(estrado("list", db, "slots", "--json").out)
    assert len(slots) == 8
    lecture = slots[1]
    assert lecture["title"]["kk"].startswith("Испан ғылымы")
    assert {name: lecture[name] for name in ("kind", "start", "minutes", "room", "language")} == {
        "kind": "lecture",
        "start": "2026-03-12T15:30:00+05:00",
        "minutes": 45,
        "room": "Aula Magna",
        "language": "es",
    }
    assert lecture["track"] == "Ciencia y diplomacia"
    (speaker,) = lecture["speakers"]
    assert (speaker["name"], speaker["role"]) == ("Luis Francisco Martínez Montes", "lecturer")
    assert all(type(slot["id"]) is int for slot in slots)


@pytest.mark.parametrize(
    ("what", "count"),
    [("events", 1), ("rooms", 2), ("slots", 8), ("speakers", 4), ("people", 151),
     ("attendees", 149)],
)  # fmt: skip
def test_every_list_has_as_many_lines_as_objects(estrado, db: Path, what: str, count: int):
    listed = estrado("list", db, what, "--json")
    assert len(json.loads(listed.out)) == count
    lines = estrado("list", db, what)
    assert (lines.code, len(lines.out.splitlines()), lines.err) == (0, count, "")


@pytest.mark.parametrize(
    "text", ["martinez", "Montes Lu", "МАРТИНЕС", "луис мар", "MARTÍNEZ montes"]
)
def test_search_finds_a_name_by_the_beginnings_of_its_words(estrado, db: Path, text: str):
    found = json.loads(estrado("list", db, "people", "--search", text, "--json").out)
    assert [person["name"] for person in found] == ["Luis Francisco Martínez Montes"]
    spoken = json.loads(estrado("list", db, "slots", "--search", text, "--json").out)
    assert [slot["kind"] for slot in spoken] == ["lecture", "remarks"]


def test_search_that_finds_nothing_is_no_error(estrado, db: Path):
    assert estrado("list", db, "people", "--search", "nobody here") == (0, "", "")
    assert estrado("list", db, "people", "--search", "nobody", "--json") == (0, "[]\n", "")


def test_a_person_in_two_slots_is_one_speaker(estrado, db: Path):
    speakers = json.loads(estrado("list", db, "speakers", "--json").out)
    assert [len(speaker["slots"]) for speaker in speakers] == [2, 2, 1, 1]
    assert speakers[0]["offices"][1]["es"] == "Embajador de España en la República Kirguisa"


def test_titles_cannot_steer_a_terminal():
    assert harmless("a\x1b[31mb\nc\td\x9be") == "a [31mb c d e"
    assert harmless("Ünïcode қазақша «»\u00a0“x”") == "Ünïcode қазақша «»\u00a0“x”"


def test_the_event_may_be_left_out_where_there_is_one(estrado, db: Path, schedule: Path):
    assert estrado("list", db, "rooms", "--event", "kazakhstan-spain-2026").code == 0
    assert estrado("import", db, schedule).code == 0
    refused = estrado("list", db, "rooms")
    assert refused.code == 2
    assert "kazakhstan-spain-2026" in refused.err
    assert "small" in refused.err
    assert estrado("list", db, "rooms", "--event", "small").out.count("\n") == 2
    assert estrado("list", db, "events").out.count("\n") == 2
    unknown = estrado("list", db, "rooms", "--event", "large")
    assert (unknown.code, unknown.out) == (2, "")
    assert "large" in unknown.err


def test_the_order_of_precedence_has_a_reason_for_every_place(estrado, db: Path):
    ranks = json.loads(estrado("list", db, "precedence", "--json").out)
    assert [rank["place"] for rank in ranks] == list(range(1, len(ranks) + 1))
    assert all(rank["reason"] for rank in ranks)
    assert not any(rank["by_hand"] for rank in ranks)
    first = estrado("list", db, "precedence").out.splitlines()[0]
    assert ranks[0]["name"] in first
    assert ranks[0]["reason"] in first
