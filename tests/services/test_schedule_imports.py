"""Schedules into the database: once, again, and beside what the organiser changed meanwhile."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.domain import joining
from desktop.domain.errors import BadInput, Cancelled
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import Interpretation, Slot, SlotKind
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.domain.venue import Room, Track, Venue
from desktop.exchange.schedule import Schedule, read
from desktop.services import events, history, people, planning, schedule_imports
from desktop.services.schedule_imports import ImportReport, import_schedule
from desktop.services.workspace import Workspace

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "data" / "schedules"

OPENING = {
    "guid": "g-1",
    "title": "Opening",
    "language": "en",
    "type": "lecture",
    "track": "Science",
    "date": "2024-05-02T10:00:00+02:00",
    "duration": "0:30",
    "abstract": "Welcome.",
    "persons": [{"id": 1, "public_name": "Ana García Pérez"}],
}
PANEL = {
    "id": 7,
    "title": "Aussprache",
    "language": "de",
    "type": "podium",
    "date": "2024-05-02T11:00:00+02:00",
    "duration": "1:00",
    "persons": [{"id": 1, "public_name": "Ana García Pérez"}, {"id": 2, "public_name": "Bo Li"}],
}
KINDS = (Event, Venue, Room, Track, Slot, Person)


def schedule(*talks: dict[str, Any], **conference: Any) -> Schedule:
    days = [{"date": "2024-05-02", "rooms": {"Aula": list(talks or (OPENING, PANEL))}}]
    inner = {
        "title": "Forum",
        "acronym": "forum24",
        "time_zone_name": "Europe/Madrid",
        "venue": "Universidad",
        "city": "Madrid",
        "days": days,
    }
    data = {"schedule": {"conference": inner | conference}}
    return read(json.dumps(data).encode(), "forum.json")


def everything(ws: Workspace) -> dict[type[Any], list[Any]]:
    with ws.read() as reader:
        return {kind: reader.find(kind) for kind in KINDS}


def opening(ws: Workspace) -> Slot:
    return next(slot for slot in everything(ws)[Slot] if slot.source == "forum24:g-1")


def test_a_schedule_becomes_an_event_with_all_that_belongs_to_it(ws: Workspace) -> None:
    report = import_schedule(ws, schedule())
    there = everything(ws)
    [event], [venue], [room], [track] = there[Event], there[Venue], there[Room], there[Track]
    assert (event.slug, event.title, event.languages) == (
        "forum24",
        Localized.of(en="Forum"),
        ("en", "de"),
    )
    assert (event.time_zone, event.venue_id) == ("Europe/Madrid", venue.id)
    assert (venue.name.get("en"), venue.city.get("en")) == ("Universidad", "Madrid")
    assert (room.name.get("en"), track.name.get("en")) == ("Aula", "Science")
    first, second = there[Slot]
    assert (first.title, second.title) == (
        Localized.of(en="Opening"),
        Localized.of(de="Aussprache"),
    )
    assert (first.kind, second.kind) == (SlotKind.LECTURE, SlotKind.PANEL)
    assert first.start == datetime.fromisoformat("2024-05-02T08:00:00+00:00")
    assert (first.minutes, first.room_id, first.track_id) == (30, room.id, track.id)
    assert first.floor_languages == ("en",)
    ana, bo = there[Person]
    assert first.speakers == (Speaker(ana.id, SpeakerRole.LECTURER),)
    assert [speaker.person_id for speaker in second.speakers] == [ana.id, bo.id]
    assert (report.days, report.rooms, report.slots, report.speakers) == (1, 1, 2, 2)
    assert (report.added, report.updated, report.unchanged) == (2, 0, 0)
    assert not report.warnings


def test_the_same_schedule_again_changes_nothing(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    before = everything(ws)
    report = import_schedule(ws, schedule())
    assert everything(ws) == before
    assert (report.added, report.updated, report.unchanged) == (0, 0, 2)
    assert report.change.id == 0
    assert len(history.entries(ws)) == 1


def test_a_new_version_updates_what_it_tells(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    later = OPENING | {"title": "Grand opening", "duration": "0:45", "room": "Patio"}
    report = import_schedule(ws, schedule(later, PANEL))
    slot = opening(ws)
    assert slot.title == Localized.of(en="Grand opening")
    assert slot.minutes == 45
    assert len(everything(ws)[Slot]) == 2
    assert [room.name.get("en") for room in everything(ws)[Room]] == ["Aula", "Patio"]
    assert (report.added, report.updated, report.unchanged) == (0, 1, 1)
    [detail] = report.details
    assert (detail.title, detail.changed) == ("Grand opening", ("title", "minutes", "room_id"))


def test_what_the_file_does_not_tell_survives_it(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    people.save(ws, Person(names=(PersonName("Latn", "Ruiz", "Eva"),)))
    eva = next(person for person in people.people(ws) if not person.source)
    slot = opening(ws)
    chair = Speaker(eva.id, SpeakerRole.CHAIR)
    lecturer = replace(slot.speakers[0], topic=Localized.of(es="El cielo"), confirmed=False)
    edited = replace(
        slot,
        title=slot.title.put("es", "Apertura"),
        interpretation=(Interpretation("es"),),
        expected_audience=80,
        speakers=(lecturer, chair),
    )
    planning.save_slot(ws, edited)
    later = OPENING | {"title": "Grand opening", "abstract": "", "type": ""}
    import_schedule(ws, schedule(later, PANEL))
    merged = opening(ws)
    assert merged == replace(
        edited, title=Localized.of(en="Grand opening", es="Apertura"), kind=merged.kind
    )
    assert merged.kind is SlotKind.LECTURE


def test_a_slot_whose_time_is_no_longer_read_keeps_it(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    before = opening(ws)
    broken = OPENING | {"date": "later", "duration": "", "room": ""}
    report = import_schedule(ws, schedule(broken, PANEL))
    assert opening(ws) == before
    assert [notice.text for notice in report.warnings] == [
        "The time “later” cannot be read; the talk comes in unscheduled.",
        "No length is given; 30 minutes are assumed.",
    ]


def test_somebody_whom_the_file_no_longer_names_does_not_speak_any_more(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    import_schedule(ws, schedule(OPENING | {"persons": PANEL["persons"][1:]}, PANEL))
    [speaker] = opening(ws).speakers
    assert people.person(ws, speaker.person_id).names[0].full == "Bo Li"


def test_the_parts_of_a_name_that_somebody_corrected_stay(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    ana = next(person for person in people.people(ws) if person.source == "forum24:1")
    corrected = (PersonName("Latn", "García Pérez", "Ana"), PersonName("Cyrl", "Гарсия", "Ана"))
    people.save(ws, replace(ana, names=corrected))
    import_schedule(ws, schedule())
    assert people.person(ws, ana.id).names == corrected
    renamed = {"id": 1, "public_name": "Ana Soler"}
    import_schedule(ws, schedule(OPENING | {"persons": [renamed]}, PANEL | {"persons": []}))
    names = people.person(ws, ana.id).names
    assert names == (PersonName("Latn", "Soler", "Ana"), corrected[1])


def test_two_entries_of_the_file_that_were_merged_stay_one(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    ana, bo = people.people(ws)
    people.merge(ws, ana.id, bo.id, joining.joined(ana, bo))
    before = everything(ws)
    report = import_schedule(ws, schedule())
    assert everything(ws) == before
    assert (report.added, report.updated) == (0, 0)
    assert [one.id for one in people.people(ws)] == [ana.id]


def test_words_that_had_the_wrong_language_are_not_kept_as_a_translation(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    import_schedule(ws, schedule(OPENING | {"language": "de"}, PANEL))
    assert opening(ws).title == Localized.of(de="Opening")


def test_a_slot_that_is_gone_from_the_file_is_left_alone_and_told(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    report = import_schedule(ws, schedule(PANEL))
    assert len(everything(ws)[Slot]) == 2
    assert [notice.text for notice in report.warnings] == [
        "“Opening” is no longer in the file; it stays as it is."
    ]


def test_an_import_is_one_change_that_can_be_undone_and_redone(ws: Workspace) -> None:
    before = everything(ws)
    report = import_schedule(ws, schedule())
    after = everything(ws)
    assert report.change.name.format_map(report.change.fields) == "Import Forum"
    assert report.change.touched(Slot) == {slot.id for slot in after[Slot]}
    history.undo(ws)
    assert everything(ws) == before
    assert history.next_undo(ws) is None
    history.redo(ws)
    assert everything(ws) == after


def test_a_rehearsal_tells_all_and_changes_nothing(
    new_workspace: Callable[[], Workspace],
) -> None:
    ws = new_workspace()
    import_schedule(ws, schedule())
    before = everything(ws)
    later = schedule(OPENING | {"title": "Grand opening"}, PANEL | {"id": 8})
    rehearsal = import_schedule(ws, later, dry_run=True)
    assert rehearsal.dry_run
    assert everything(ws) == before
    assert len(history.entries(ws)) == 1
    assert (rehearsal.added, rehearsal.updated, rehearsal.unchanged) == (1, 1, 0)
    assert facts(import_schedule(ws, later)) == facts(rehearsal)


def facts(report: ImportReport) -> tuple[Any, ...]:
    return report.details, [notice.text for notice in report.warnings], len(report.change.edits)


def test_a_rehearsal_leaves_the_file_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Workspace.open(path, create=True) as ws:
        import_schedule(ws, schedule(PANEL))
    before = path.read_bytes()
    with Workspace.open(path) as ws:
        import_schedule(ws, schedule(), dry_run=True)
    assert path.read_bytes() == before


def test_cancelling_leaves_everything_as_it_was(ws: Workspace) -> None:
    before = everything(ws)
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        steps.append((done, total))
        if done == total:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        import_schedule(ws, schedule(), progress=progress)
    assert steps == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert everything(ws) == before


def test_an_event_that_is_there_takes_a_schedule_where_it_is_named(ws: Workspace) -> None:
    title = Localized.of(es="Foro", kk="Форум")
    mine = Event(slug="foro", title=title, languages=("es", "kk"), time_zone="Asia/Almaty")
    events.create(ws, mine)
    event = events.only_event(ws)
    events.save_room(ws, Room(event_id=event.id, name=Localized.of(es="Aula"), capacity=50))
    naive = {"title": "Charla", "start": "10:00", "duration": "1:00"}
    report = import_schedule(ws, schedule(naive, time_zone_name="", venue="", city=""), "foro")
    there = everything(ws)
    [event], [room], [slot] = there[Event], there[Room], there[Slot]
    assert event.title == Localized.of(es="Foro", kk="Форум")
    assert (event.languages, event.time_zone) == (("es", "kk"), "Asia/Almaty")
    assert (room.capacity, room.name) == (50, Localized.of(es="Aula"))
    assert slot.title == Localized.of(es="Charla")
    assert slot.start == datetime.fromisoformat("2024-05-02T10:00:00+05:00")
    assert not report.warnings
    assert import_schedule(ws, schedule(naive)).event == "foro"


def test_a_name_that_no_event_has_makes_a_new_one(ws: Workspace) -> None:
    assert import_schedule(ws, schedule(), "spring").event == "spring"
    assert import_schedule(ws, schedule(), "autumn").event == "autumn"
    there = everything(ws)
    assert [event.slug for event in there[Event]] == ["spring", "autumn"]
    assert len(there[Slot]) == 4
    assert len(there[Person]) == 2
    assert len(there[Venue]) == 1


def test_an_event_of_the_same_name_is_not_overwritten_unasked(ws: Workspace) -> None:
    events.create(ws, Event(slug="forum24", title=Localized.of(es="Otro")))
    before = everything(ws)
    with pytest.raises(BadInput, match="--event forum24"):
        import_schedule(ws, schedule())
    assert everything(ws) == before


def test_two_conferences_in_one_database_do_not_meet(ws: Workspace) -> None:
    import_schedule(ws, schedule())
    import_schedule(ws, schedule(acronym="other24"))
    there = everything(ws)
    assert len(there[Event]) == 2
    assert len(there[Slot]) == 4
    assert len(there[Person]) == 4


def test_guesses_about_zone_and_language_are_told(ws: Workspace) -> None:
    talk = {"title": "Talk", "start": "10:00", "duration": "1:00"}
    report = import_schedule(ws, schedule(talk, time_zone_name="", city="Nowhere"))
    event = events.only_event(ws)
    assert (event.time_zone, event.languages) == ("UTC", ("en",))
    assert [notice.text.split(";")[0] for notice in report.warnings] == [
        "The file names no time zone",
        "The file names no language",
    ]


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published schedules are not here")
@pytest.mark.parametrize(
    "name",
    ["31c3-2014.xml", "camp-2019.json", "fosdem-2007.xml", "fosdem-2018.xml", "rc3-2020.json"],
)
def test_published_schedules_come_in_whole_and_only_once(ws: Workspace, name: str) -> None:
    read_schedule = schedule_imports.read_schedule(PUBLISHED / name)
    first = import_schedule(ws, read_schedule)
    there = everything(ws)
    event = events.only_event(ws)
    assert len(there[Slot]) == first.slots == first.added
    assert len(there[Room]) == first.rooms
    assert len(there[Person]) == first.speakers
    assert len(planning.programme(ws, event.id).days()) == first.days
    again = import_schedule(ws, read_schedule)
    assert (again.added, again.updated, again.unchanged) == (0, 0, first.slots)
    assert everything(ws) == there
