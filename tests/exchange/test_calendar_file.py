from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Venue
from desktop.exchange.calendar_file import Issue, calendar_file, days_file

START = datetime(2026, 3, 12, 10, tzinfo=UTC)
SLOT = Slot(
    id=7,
    title=Localized.of(es="Lección, «ciencia»; y más", kk="Дәріс"),
    abstract=Localized.of(es="Uno.\n\nDos."),
    start=START,
    minutes=45,
    room_id=1,
    speakers=(Speaker(3),),
)
EVENT = Event(id=1, slug="feria", title=Localized.of(es="Feria"), languages=("es", "kk"))
ROOM = Room(id=1, name=Localized.of(es="Aula Magna"))
PEOPLE = {3: Person(id=3, names=(PersonName("Latn", "Arteaga", "María"),))}


def written(*slots: Slot) -> bytes:
    return calendar_file(Programme(EVENT, slots, (ROOM,), ()), None, PEOPLE, ("es", "kk"))


def test_an_entry_says_what_when_where_and_who_in_every_language() -> None:
    (entry,) = Calendar.from_ical(written(SLOT)).walk("VEVENT")
    assert entry["SUMMARY"] == "Lección, «ciencia»; y más / Дәріс"
    assert entry.decoded("DTSTART") == START
    assert entry.decoded("DTEND") == START + timedelta(minutes=45)
    assert entry["LOCATION"] == "Aula Magna"
    assert entry["DESCRIPTION"] == "María Arteaga\n\nUno.\n\nDos."


def test_only_what_takes_place_at_a_known_time_is_written() -> None:
    cancelled = replace(SLOT, id=8, status=SlotStatus.CANCELLED)
    unscheduled = replace(SLOT, id=9, start=None)
    assert len(Calendar.from_ical(written(SLOT, cancelled, unscheduled)).walk("VEVENT")) == 1
    assert written(cancelled, unscheduled) == b""


def test_the_same_programme_gives_the_same_bytes() -> None:
    assert written(SLOT) == written(SLOT)


ISSUE = Issue("f3r1a", START, ("Embajada", "ana@uno.es"))


def test_what_is_sent_again_takes_the_place_of_what_was_sent_before() -> None:
    """Even where it is on another day now."""
    moved = replace(SLOT, start=START + timedelta(days=2))
    later = replace(ISSUE, at=START + timedelta(days=1))
    files = [
        Calendar.from_ical(days_file(Programme(EVENT, (slot,), (ROOM,), ()), None, ("es",), issue))
        for slot, issue in ((SLOT, ISSUE), (moved, later))
    ]
    old, new = (file.walk("VEVENT")[0] for file in files)
    assert old["UID"] == new["UID"] == "f3r1a-1@estrado"
    assert old.decoded("DTSTAMP") < new.decoded("DTSTAMP")
    assert [str(file["METHOD"]) for file in files] == ["PUBLISH"] * 2
    assert (str(new["ORGANIZER"]), new["ORGANIZER"].params["CN"]) == (
        "mailto:ana@uno.es",
        "Embajada",
    )


def test_a_draft_of_nobody_knows_no_organiser_and_no_method() -> None:
    issue = replace(ISSUE, organiser=("", ""))
    programme = Programme(EVENT, (SLOT,), (ROOM,), ())
    file = Calendar.from_ical(days_file(programme, None, ("es",), issue))
    assert "METHOD" not in file
    assert "ORGANIZER" not in file.walk("VEVENT")[0]


def invited(event: Event, *slots: Slot) -> list[dict[str, object]]:
    venue = Venue(name=Localized.of(es="Campus"), city=Localized.of(es="Astaná"))
    content = days_file(Programme(event, slots, (ROOM,), ()), venue, ("es", "kk"), ISSUE)
    entries = Calendar.from_ical(content).walk("VEVENT") if content else []
    return [
        {name: entry.decoded(name) for name in ("DTSTART", "DTEND")}
        | {name: str(entry[name]) for name in ("UID", "SUMMARY", "LOCATION")}
        for entry in entries
    ]


def test_an_invitation_has_one_entry_a_day_from_the_first_slot_to_the_last() -> None:
    late = replace(SLOT, id=8, start=START + timedelta(hours=3))
    next_day = replace(SLOT, id=9, start=START + timedelta(days=1))
    first, second = invited(EVENT, late, SLOT, next_day)
    assert first == {
        "UID": "f3r1a-1@estrado",
        "DTSTART": START,
        "DTEND": START + timedelta(hours=3, minutes=45),
        "SUMMARY": "Feria",
        "LOCATION": "Campus, Astaná",
    }
    assert second["UID"] == "f3r1a-2@estrado"


def test_an_event_without_hours_takes_whole_days() -> None:
    days = replace(EVENT, first_day=date(2026, 3, 12), last_day=date(2026, 3, 13))
    (entry,) = invited(days)
    assert (entry["DTSTART"], entry["DTEND"]) == (date(2026, 3, 12), date(2026, 3, 14))
    assert invited(EVENT) == []
