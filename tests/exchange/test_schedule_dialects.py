"""What real files leave out, add, or write in their own way."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from desktop.domain.localized import Localized
from desktop.domain.slot import SlotKind
from desktop.exchange.schedule import Schedule, Talk, read
from desktop.exchange.schedule_draft import UNKNOWN

TALK = {"title": "T", "start": "10:00", "duration": "0:30", "room": "A"}


def in_json(
    *talks: dict[str, Any], day: dict[str, Any] | None = None, **conference: Any
) -> Schedule:
    days = [{"index": 1, "date": "2024-05-02", "rooms": {"A": list(talks)}, **(day or {})}]
    inner = {"title": "Forum", "days": days, **conference}
    return read(json.dumps({"schedule": {"conference": inner}}).encode(), "forum.json")


def talk(**fields: Any) -> Talk:
    return in_json(TALK | fields).talks[0]


def in_xml(days: str, conference: str = "<title>Forum</title>", head: str = "") -> Schedule:
    inner = f"<conference>{conference}</conference>{days}"
    return read(f"{head}<schedule>{inner}</schedule>".encode(), "forum.xml")


def told(schedule: Schedule) -> list[tuple[str, str]]:
    return [(notice.place, notice.text) for notice in schedule.notices]


PLAIN = "<title>T</title><start>10:00</start><duration>0:30</duration>"


def test_the_early_dialect_has_neither_rooms_around_talks_nor_dates_in_them() -> None:
    schedule = in_xml(
        f'<day index="1" date="2024-05-02"><event id="0">{PLAIN}<room> Chavanne </room>'
        "<track>Desktop</track><video/><end/></event></day>"
    )
    assert schedule.talks[0].start == datetime.fromisoformat("2024-05-02T10:00")
    assert schedule.talks[0].room == "Chavanne"
    assert [room.name.get(UNKNOWN) for room in schedule.rooms] == ["Chavanne"]
    assert [track.source for track in schedule.tracks] == ["Desktop"]


def test_a_talk_without_a_room_of_its_own_is_in_the_room_around_it() -> None:
    schedule = in_xml(f'<day date="2024-05-02"><room name="A"><event>{PLAIN}</event></room></day>')
    assert schedule.talks[0].room == "A"


def test_rooms_without_talks_come_too_with_their_seats() -> None:
    rooms = [{"name": "A", "capacity": 120}, {"name": "B", "guid": "g-b"}]
    schedule = in_json(TALK, rooms=rooms)
    assert [(room.source, room.capacity) for room in schedule.rooms] == [("A", 120), ("g-b", None)]


def test_tracks_are_named_by_name_or_slug_and_have_colours() -> None:
    tracks = [{"name": "Art & Culture", "slug": "art", "color": "#FF8800"}]
    schedule = in_json(TALK | {"track": "art"}, TALK | {"track": "Art & Culture"}, tracks=tracks)
    assert [(track.source, track.colour) for track in schedule.tracks] == [
        ("Art & Culture", "#FF8800")
    ]
    assert {talk.track for talk in schedule.talks} == {"Art & Culture"}


def test_a_day_without_a_date_counts_from_the_start_of_the_conference() -> None:
    schedule = in_json(TALK, day={"index": 3, "date": None}, start="2024-05-02")
    assert schedule.talks[0].start == datetime.fromisoformat("2024-05-04T10:00")
    assert schedule.event.first_day == date(2024, 5, 4)


@pytest.mark.parametrize(
    ("start", "day", "conference", "expected"),
    [
        ("01:30", {}, {}, "2024-05-03T01:30"),
        ("05:00", {}, {}, "2024-05-02T05:00"),
        ("08:00", {}, {"day_change": "09:00:00"}, "2024-05-03T08:00"),
        ("25:30", {}, {}, "2024-05-03T01:30"),
        (
            "02:00",
            {"day_start": "2024-05-02T11:00", "day_end": "2024-05-03T04:00"},
            {},
            "2024-05-03T02:00",
        ),
        (
            "10:00",
            {"day_start": "2024-05-02T11:00", "day_end": "2024-05-03T04:00"},
            {},
            "2024-05-02T10:00",
        ),
    ],
)
def test_the_night_belongs_to_the_day_before(
    start: str, day: dict[str, Any], conference: dict[str, Any], expected: str
) -> None:
    schedule = in_json(TALK | {"start": start}, day=day, **conference)
    assert schedule.talks[0].start == datetime.fromisoformat(expected)


def test_the_hour_at_which_days_begin_fits_the_days_of_the_file() -> None:
    morning, night = TALK | {"start": "07:00"}, TALK | {"date": "2024-05-03T05:30:00"}
    assert in_json(morning, night).event.day_starts in (6, 7)
    assert in_json(TALK).event.day_starts == 4


def test_the_date_counts_where_the_clock_says_otherwise() -> None:
    schedule = in_json(TALK | {"date": "2024-05-02T11:00:00+02:00"})
    assert schedule.talks[0].start == datetime.fromisoformat("2024-05-02T11:00:00+02:00")
    assert told(schedule)[0] == (
        'schedule.conference.days[0].rooms["A"][0].start',
        "The talk begins at 10:00 by its start, at 11:00 by its date: the date counts.",
    )


def test_dates_in_utc_agree_with_a_clock_in_the_zone_of_the_conference() -> None:
    schedule = in_json(TALK | {"date": "2024-05-02T08:00:00Z"}, time_zone_name="Europe/Madrid")
    assert not schedule.notices
    assert schedule.event.time_zone == "Europe/Madrid"


def test_a_talk_whose_time_cannot_be_read_comes_in_unscheduled() -> None:
    schedule = in_json(TALK, TALK | {"start": "after lunch"}, TALK | {"start": ""})
    assert [talk.start is None for talk in schedule.talks] == [False, True, True]
    path = 'schedule.conference.days[0].rooms["A"]'
    assert told(schedule) == [
        (
            f"{path}[1].start",
            "The time “after lunch” cannot be read; the talk comes in unscheduled.",
        ),
        (f"{path}[2].date", "No time is given; the talk comes in unscheduled."),
    ]


def test_a_warning_names_the_line() -> None:
    schedule = in_xml(
        '<day date="2024-05-02">\n<room name="A">\n<event id="1">\n<title>T</title>\n'
        "<start>soon</start>\n<duration>1:00</duration></event></room></day>"
    )
    assert told(schedule)[0][0] == "line 5"


def test_a_talk_without_a_room_keeps_its_time() -> None:
    schedule = in_xml(
        f'<day date="2024-05-02"><event id="1">{PLAIN}<room>A</room></event>'
        f'<event id="2">{PLAIN}<room/></event></day>'
    )
    assert [talk.room for talk in schedule.talks] == ["A", ""]
    assert schedule.talks[1].start is not None
    assert told(schedule) == [("line 1", "No room is given; the talk comes in without one.")]


def test_a_length_is_read_from_the_end_or_left_open() -> None:
    assert talk(duration="", end="2024-05-02T11:15").minutes == 75
    assert talk(duration="", end="00:10", start="23:50").minutes == 20
    schedule = in_json(TALK | {"duration": "long"})
    assert schedule.talks[0].minutes is None
    assert told(schedule)[0][1] == "The length “long” cannot be read; 30 minutes are assumed."


def test_texts_are_in_the_language_of_the_talk() -> None:
    one = talk(language="de", title="Grüße", subtitle="Kurz", abstract="<p>A</p>", description="B")
    assert one.languages == ("de",)
    assert one.title == Localized.of(de="Grüße")
    assert one.subtitle == Localized.of(de="Kurz")
    assert one.abstract == Localized.of(de="A\n\nB")
    assert talk().title == Localized.of({UNKNOWN: "T"})


def test_texts_in_several_languages_keep_all_of_them() -> None:
    one = talk(title={"en": "Opening", "kk": "Ашылуы"}, type={"en": "Keynote"})
    assert one.title == Localized.of(en="Opening", kk="Ашылуы")
    assert one.kind is SlotKind.KEYNOTE


def test_an_event_has_the_languages_of_its_talks_the_most_frequent_first() -> None:
    talks = (TALK | {"language": tag} for tag in ("de", "en", "en", ""))
    assert in_json(*talks).event.languages == ("en", "de")


def test_persons_are_named_in_many_ways() -> None:
    persons = [
        {"id": 1, "public_name": "Ada Lovelace", "biography": "<p>Wrote.</p>"},
        {"name": "Alan Turing", "code": "XYZ"},
        {"first_name": "Grace", "last_name": "Hopper"},
        "Sofia Kovalevskaya",
        {"id": 9},
    ]
    schedule = in_json(TALK | {"persons": persons})
    names = [person.names[0].full for person in schedule.persons]
    assert names == ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Sofia Kovalevskaya"]
    assert schedule.persons[0].biography == Localized.of({UNKNOWN: "Wrote."})
    assert told(schedule)[0][1] == "A person without a name is left out."


def test_identifiers_of_two_conferences_do_not_meet() -> None:
    persons = [{"id": 1, "public_name": "Ada Lovelace"}]
    one, other = (
        in_json(TALK | {"persons": persons, "id": 5}, acronym=acronym) for acronym in ("a1", "b2")
    )
    assert one.persons[0].source != other.persons[0].source
    assert one.talks[0].key != other.talks[0].key


def test_repeated_identifiers_lose_no_talk() -> None:
    schedule = in_json(TALK | {"id": 5}, TALK | {"id": 5, "title": "U"}, TALK, TALK)
    assert [talk.key for talk in schedule.talks] == [
        "forum:5",
        "forum:5#2",
        "forum:t",
        "forum:t#2",
    ]
    assert len(schedule.notices) == 1


def test_repeated_names_in_json_lose_no_talk() -> None:
    text = json.dumps(TALK)
    rooms = f'{{"A": [{text}], "A": [{text}, {text}]}}'
    days = f'[{{"date": "2024-05-02", "rooms": {rooms}}}]'
    schedule = read(f'{{"schedule": {{"conference": {{"days": {days}}}}}}}'.encode(), "forum.json")
    assert len(schedule.talks) == 3


def test_rooms_may_be_a_list_and_days_stand_outside_of_the_conference() -> None:
    rooms = [{"name": "A", "events": [TALK]}, {"name": "B", "talks": [TALK | {"room": None}]}]
    data = {"conference": {"title": "Forum"}, "days": [{"date": "2024-05-02", "rooms": rooms}]}
    schedule = read(json.dumps(data).encode(), "forum.json")
    assert [talk.room for talk in schedule.talks] == ["A", "B"]


def test_a_conference_without_a_title_is_named_after_the_file() -> None:
    schedule = in_json(TALK, title=None)
    assert schedule.event.title == Localized.of({UNKNOWN: "forum"})
    assert schedule.event.slug == "forum"


def test_the_acronym_is_the_short_name_and_the_venue_has_its_city() -> None:
    schedule = in_json(TALK, acronym="31C3", venue="CCH", city="Hamburg", subtitle="A New Dawn")
    assert (schedule.event.slug, schedule.event.source) == ("31c3", "31c3")
    assert schedule.venue is not None
    assert schedule.venue.city == Localized.of({UNKNOWN: "Hamburg"})


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "iso-8859-5"]
)
def test_xml_is_read_in_the_encoding_that_it_names(encoding: str) -> None:
    head = f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?>"
    title = "Әлем Мир" if encoding.startswith("utf") else "Мир"
    text = f"{head}<schedule><day><event><title>{title}</title></event></day></schedule>"
    schedule = read(text.encode(encoding), "forum.xml")
    assert schedule.talks[0].title.get(UNKNOWN) == title


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_json_is_read_in_any_unicode(encoding: str) -> None:
    days = [{"date": "2024-05-02", "rooms": {"Зал": [TALK | {"title": "Әлем"}]}}]
    data = json.dumps({"schedule": {"conference": {"days": days}}}, ensure_ascii=False)
    assert read(data.encode(encoding), "forum.json").talks[0].title.get(UNKNOWN) == "Әлем"


def test_what_is_not_quite_xml_is_mended_and_told() -> None:
    title = "Q & A\x0b &nbsp;&eacute;t&eacute; &#8; &amp; &notaword;"
    schedule = in_xml(
        "<day date='2024-05-02'><room name='A'><event>"
        f"{PLAIN.replace('>T<', f'>{title}<')}</event></room></day>"
    )
    assert schedule.talks[0].title.get(UNKNOWN) == "Q & A été & &notaword;"
    assert told(schedule) == [
        ("line 1", "Letters that XML does not allow were left out or mended.")
    ]


def test_entities_that_only_a_document_type_explains_are_not_dropped() -> None:
    head = "<!DOCTYPE schedule SYSTEM 'schedule.dtd'>"
    schedule = in_xml(
        f"<day date='2024-05-02'><event>{PLAIN.replace('>T<', '>caf&eacute;<')}</event></day>",
        head=head,
    )
    assert schedule.talks[0].title.get(UNKNOWN) == "café"


def test_namespaces_and_unescaped_markup_do_not_hide_anything() -> None:
    text = (
        "<s:schedule xmlns:s='urn:x'><s:day date='2024-05-02'><s:event><s:title>T</s:title>"
        "<s:abstract><p>One <b>bold</b>.</p><ul><li>a</li></ul></s:abstract>"
        "</s:event></s:day></s:schedule>"
    )
    schedule = read(text.encode(), "forum.xml")
    assert schedule.talks[0].abstract.get(UNKNOWN) == "One bold.\n\n• a"
