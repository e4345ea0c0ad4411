from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain.errors import BadInput
from desktop.exchange import markup
from desktop.exchange.schedule import Schedule, read
from tests.exchange.conferences import Conference, MadePerson, MadeTalk

ZONES = ("Europe/Madrid", "Asia/Almaty", "America/New_York", "Australia/Sydney", "UTC")
# Days around which clocks are put forward or back somewhere.
DATES = (date(2024, 3, 30), date(2024, 10, 26), date(2024, 11, 2), date(2024, 4, 6))
words = st.text(alphabet="abcdéñ äßЖқәІ中عب-’", min_size=1, max_size=20).filter(str.strip)
persons = st.builds(MadePerson, name=words, id=st.one_of(st.none(), st.integers(1, 9)))


@st.composite
def conferences(draw: st.DrawFn) -> Conference:
    days = draw(st.integers(1, 4))
    talk = st.builds(
        MadeTalk,
        title=words,
        day=st.integers(0, days - 1),
        # Four in the morning to four in the night: what a clock alone can tell apart.
        wall=st.integers(240, 1679).map(lambda minutes: timedelta(minutes=minutes)),
        minutes=st.integers(1, 1439),
        room=st.sampled_from(["Aula", "Зал", "قاعة"]),
        persons=st.lists(persons, max_size=3).map(tuple),
        language=st.sampled_from(["", "en", "kk", "es"]),
    )
    return Conference(
        title=draw(words),
        first=draw(st.sampled_from(DATES)),
        zone=draw(st.sampled_from(ZONES)),
        days=days,
        talks=tuple(draw(st.lists(talk, min_size=1, max_size=6))),
        dated=draw(st.booleans()),
    )


def settled(data: bytes) -> Schedule:
    schedule = read(data, "made.xml")
    return schedule.settled(schedule.event.time_zone, "en")


def by_day_and_room(conference: Conference) -> list[MadeTalk]:
    return [
        talk
        for day in range(conference.days)
        for talks in conference.rooms(day).values()
        for talk in talks
    ]


@given(conferences(), st.sampled_from(["xml", "json"]))
def test_what_was_written_is_read(conference: Conference, shape: str) -> None:
    schedule = settled(getattr(conference, shape)())
    written = by_day_and_room(conference)
    assert [talk.start for talk in schedule.talks] == [conference.start(talk) for talk in written]
    assert [talk.minutes for talk in schedule.talks] == [talk.minutes for talk in written]
    assert {room.source for room in schedule.rooms} == {talk.room for talk in written}
    assert [talk.room for talk in schedule.talks] == [talk.room for talk in written]
    assert schedule.days == conference.days
    assert len({talk.key for talk in schedule.talks}) == len(written)
    for talk, made in zip(schedule.talks, written, strict=True):
        assert talk.title.as_dict() == {made.language or "en": " ".join(made.title.split())}


@given(conferences(), st.sampled_from(["xml", "json"]))
def test_the_same_identifier_or_else_name_is_the_same_person(
    conference: Conference, shape: str
) -> None:
    schedule = settled(getattr(conference, shape)())
    every = [person for talk in by_day_and_room(conference) for person in talk.persons]
    names = {" ".join(person.name.split()).casefold() for person in every if person.id is None}
    assert len(schedule.persons) == len({p.id for p in every if p.id is not None}) + len(names)


@given(conferences())
def test_both_shapes_of_the_format_say_the_same(conference: Conference) -> None:
    one, other = settled(conference.xml()), settled(conference.json())
    assert replace(one, place="", notices=()) == replace(other, place="", notices=())
    assert [notice.text for notice in one.notices] == [notice.text for notice in other.notices]


@given(conferences())
def test_days_of_the_programme_are_the_days_of_the_file(conference: Conference) -> None:
    event = settled(conference.xml()).event
    zone = ZoneInfo(event.time_zone)
    for talk in conference.talks:
        local = conference.start(talk).astimezone(zone).replace(tzinfo=None)
        assume(local == conference.local(talk))  # an hour that the clock leaps over has no place
        day = (local - timedelta(hours=event.day_starts)).date()
        assert day == conference.first + timedelta(days=talk.day)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_a_few_lines(data: bytes) -> None:
    assert 0 < len(refusal_of(data).splitlines()) <= 4


@given(conferences(), st.data(), st.sampled_from(["xml", "json"]))
def test_a_damaged_schedule_is_read_or_refused(
    conference: Conference, data: st.DataObject, shape: str
) -> None:
    whole: bytes = getattr(conference, shape)()
    at = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.binary(max_size=40))
    assert len(refusal_of(whole[:at] + put + whole[at + length :]).splitlines()) <= 4


def refusal_of(data: bytes) -> str:
    """Why bytes are refused, blank where they are read. Nothing else may come of them."""
    try:
        assert read(data, "damaged").talks
    except BadInput as error:
        return str(error)
    return ""


@given(st.text())
def test_clean_text_has_no_control_letters_and_stays_clean(text: str) -> None:
    clean = markup.paragraphs(text)
    assert not [letter for letter in clean if letter < " " and letter != "\n"]
    assert "\n\n\n" not in clean
    assert clean == clean.strip()
    clean.encode()


@given(st.lists(st.text(alphabet="abcdefgh éж", min_size=1).filter(str.strip), min_size=1))
def test_paragraphs_are_neither_lost_nor_joined(paragraphs: list[str]) -> None:
    expected = [" ".join(one.split()) for one in paragraphs]
    html = "".join(f"<p>{one}</p>" for one in paragraphs)
    assert markup.paragraphs(html).split("\n\n") == expected
