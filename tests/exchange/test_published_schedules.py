"""The files that conferences really published, where they lie beside the checkout.

What a file holds is counted here by lxml and json alone.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from desktop.domain.slot import SlotKind
from desktop.exchange.schedule import Schedule, read

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "schedules"
FILES = sorted(FOLDER.glob("*.*")) if FOLDER.is_dir() else []

pytestmark = pytest.mark.skipif(not FILES, reason="the published schedules are not here")


def objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for day in json.loads(path.read_bytes())["schedule"]["conference"]["days"]:
        for room, talks in day["rooms"].items():
            for talk in talks:
                yield room, talk


def counts(path: Path) -> tuple[int, int, int, int]:
    """Talks, rooms, days, speakers."""
    if path.suffix == ".json":
        every = list(objects(path))
        days = json.loads(path.read_bytes())["schedule"]["conference"]["days"]
        persons = {person["id"] for _, talk in every for person in talk["persons"]}
        return len(every), len({room for room, _ in every}), len(days), len(persons)
    root = etree.parse(path)
    named = {room.get("name") or room.text for room in root.iter("room")}
    persons = {person.get("id") for person in root.iter("person")}
    talks, days = list(root.iter("event")), list(root.iter("day"))
    return len(talks), len(named), len(days), len(persons)


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


def named(name: str) -> Schedule:
    return read(FOLDER / name)


def test_everything_in_the_file_is_read(path: Path) -> None:
    schedule = read(path)
    read_counts = len(schedule.talks), len(schedule.rooms), schedule.days, len(schedule.persons)
    assert read_counts == counts(path)
    assert all(talk.start and talk.minutes and talk.room for talk in schedule.talks)
    assert len({talk.key for talk in schedule.talks}) == len(schedule.talks)


def test_titles_and_starts_are_those_of_the_file(path: Path) -> None:
    if path.suffix == ".json":
        every = [talk for _, talk in objects(path)]
        expected = [(talk["title"], talk["start"], talk["date"]) for talk in every]
    else:
        events = etree.parse(path).iter("event")
        expected = [(e.findtext("title"), e.findtext("start"), e.findtext("date")) for e in events]
    for talk, (title, start, date) in zip(read(path).talks, expected, strict=True):
        assert [words for _, words in talk.title] == [" ".join(title.split())]
        assert talk.start is not None
        assert f"{talk.start:%H:%M}" == start
        assert date is None or talk.start == datetime.fromisoformat(date)


def test_no_markup_is_left_in_abstracts(path: Path) -> None:
    for talk in read(path).talks:
        for _, text in talk.abstract:
            assert not re.search(r"</?(?:p|ul|li|a|em|strong|h\d)\b", text)
            assert "](http" not in text
            assert "&amp;" not in text


def test_fosdem_2018_is_on_the_clock_of_brussels() -> None:
    schedule = named("fosdem-2018.xml").settled("Europe/Brussels", "en")
    welcome = schedule.talks[0]
    assert named("fosdem-2018.xml").guessed_zone() == "Europe/Brussels"
    assert welcome.title.get("en") == "Welcome to FOSDEM 2018"
    assert welcome.kind is SlotKind.KEYNOTE
    assert welcome.start is not None
    assert welcome.start.isoformat() == "2018-02-03T08:30:00+00:00"
    assert welcome.abstract.get("en") == (
        "FOSDEM welcome and opening talk.\n\nWelcome to FOSDEM 2018!"
    )


def test_31c3_goes_on_after_midnight_in_two_languages() -> None:
    schedule = named("31c3-2014.xml")
    assert schedule.event.languages == ("en", "de")
    assert schedule.event.day_starts == 4
    late = [talk for talk in schedule.talks if talk.start and talk.start.hour < 4]
    assert late
    assert {talk.title.languages for talk in schedule.talks} == {("en",), ("de",)}


def test_rc3_has_biographies_and_types_in_words() -> None:
    schedule = named("rc3-2020.json")
    assert any(person.biography for person in schedule.persons)
    assert {talk.kind for talk in schedule.talks} == {
        SlotKind.TALK,
        SlotKind.WORKSHOP,
        SlotKind.OTHER,
    }
