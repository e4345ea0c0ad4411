"""The everyday verbs: what they store, what they refuse, how they tell of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import BadInput, CannotPrint, EstradoError, NotFound
from desktop.domain.event import Event, Organiser
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Office, Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Track, Venue
from desktop.services import attendance, events, files, people, planning, publishing
from desktop.services.pictures import picture_of
from desktop.services.workspace import Workspace
from tests.services import photographs

NINE = datetime(2026, 5, 14, 9, tzinfo=UTC)
TITLE = Localized.of(es="Jornada de ciencia")


def picture(kind: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new("RGB", (3, 2)).save(file, kind)
    return file.getvalue()


def test_an_event_gets_a_short_name_of_its_own(ws: Workspace) -> None:
    for title in (TITLE, TITLE, Localized.of(kk="Ғылым күні"), Localized()):
        events.create(ws, Event(title=title))
    slugs = [event.slug for event in events.list_events(ws)]
    assert slugs == ["jornada-de-ciencia", "jornada-de-ciencia-2", "ғылым-күні", "event"]
    with pytest.raises(BadInput, match="already an event"):
        events.create(ws, Event(slug="event"))
    assert events.event(ws, "event") == events.event(ws, 4)


def test_an_event_that_is_not_clear_is_asked_for_by_name(ws: Workspace) -> None:
    with pytest.raises(NotFound, match="no event yet"):
        events.only_event(ws)
    events.create(ws, Event(slug="uno"))
    assert events.only_event(ws).slug == "uno"
    events.create(ws, Event(slug="dos"))
    for ask in (lambda: events.only_event(ws), lambda: events.event(ws, "tres")):
        with pytest.raises(NotFound, match="uno, dos"):
            ask()


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (Event(slug="Día 1"), "small letters"),
        (Event(slug="a", languages=()), "language"),
        (Event(slug="a", time_zone="Mars/Olympus"), "time zone"),
        (Event(slug="a", first_day=date(2026, 5, 2), last_day=date(2026, 5, 1)), "before"),
        (Event(slug="a", day_starts=12), "11"),
        (Event(slug="a", venue_id=7), "not there"),
    ],
)
def test_an_event_that_cannot_be_is_refused(ws: Workspace, event: Event, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        events.create(ws, event)
    assert events.list_events(ws) == []


def test_moving_a_slot(ws: Workspace) -> None:
    events.create(ws, Event(slug="a"))
    events.save_room(ws, Room(event_id=1, name=Localized.of(es="Aula")))
    planning.save_slot(ws, Slot(event_id=1, title=TITLE))
    change = planning.move(ws, 1, NINE, 1)
    moved = planning.slot(ws, 1)
    assert (moved.start, moved.room_id) == (NINE, 1)
    assert (change.name, change.fields) == ("Move slot {slot}", {"slot": "Jornada de ciencia"})
    assert change.edits[0].before.start is None
    assert change.edits[0].after == moved
    events.delete_room(ws, 1)
    assert planning.slot(ws, 1).room_id is None


@pytest.mark.parametrize(
    "slot",
    [
        Slot(event_id=1, minutes=-1),
        Slot(event_id=2),
        Slot(event_id=1, start=datetime(2026, 5, 14, 9)),  # noqa: DTZ001 - that is the fault
        Slot(event_id=1, speakers=(Speaker(7),)),
    ],
)
def test_a_slot_that_cannot_be_is_refused(ws: Workspace, slot: Slot) -> None:
    events.create(ws, Event(slug="a"))
    with pytest.raises(BadInput):
        planning.save_slot(ws, slot)
    assert planning.slots(ws, 1) == []


def test_the_programme_comes_by_time(ws: Workspace) -> None:
    events.create(ws, Event(slug="a"))
    for start in (None, NINE.replace(hour=11), NINE):
        planning.save_slot(ws, Slot(event_id=1, start=start))
    events.save_track(ws, Track(event_id=1))
    programme = planning.programme(ws, 1)
    assert [slot.id for slot in programme.slots] == [3, 2, 1]
    assert len(programme.tracks) == 1
    with pytest.raises(NotFound):
        planning.programme(ws, 2)


def test_a_person_needs_a_name(ws: Workspace) -> None:
    for names in ((), (PersonName("Latn", " "),)):
        with pytest.raises(BadInput, match="name"):
            people.save(ws, Person(names=names))
    assert people.people(ws) == []


def test_attendees(ws: Workspace) -> None:
    events.create(ws, Event(slug="a", title=TITLE))
    people.save(ws, Person(names=(PersonName("Latn", "Ruiz", "Ana"),)))
    change = attendance.save(ws, Attendee(event_id=1, person_id=1))
    assert (change.name, change.fields) == ("Invite {person}", {"person": "Ana Ruiz"})
    with pytest.raises(BadInput, match="already invited"):
        attendance.save(ws, Attendee(event_id=1, person_id=1))
    with pytest.raises(BadInput, match="Ana Ruiz is still in “Jornada de ciencia”"):
        people.delete(ws, 1)
    attendance.save(ws, replace(attendance.attendee(ws, 1), category="press"))
    assert [attendee.category for attendee in attendance.attendees(ws, 1)] == ["press"]
    attendance.delete(ws, 1)
    people.delete(ws, 1)


def test_pictures_are_told_by_their_bytes(ws: Workspace) -> None:
    people.save(ws, Person(names=(PersonName("Latn", given="Ana"),)))
    people.set_photo(ws, 1, picture("JPEG"))
    found = people.picture(ws, 1)
    assert (found.media_type, found.width, found.height) == ("image/jpeg", 3, 2)
    assert found.content == picture("JPEG")


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", picture("GIF"), picture()[:40], picture("JPEG")[:20], b"\0" * 99]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput, match="JPEG or PNG"):
        picture_of(content)


def test_a_picture_of_monstrous_size_is_refused() -> None:
    with pytest.raises(BadInput, match="smaller"):
        picture_of(photographs.vast())


def test_a_dossier_has_everything_that_is_named(ws: Workspace) -> None:
    with ws.change("Prepare") as work:
        logo, photo, press = (work.put(Picture(content=bytes([number]))).id for number in range(3))
        work.put(Picture(content=b"of nobody"))
        house = work.put(Venue())
        embassy = work.put(Organisation(logo_id=logo))
        ministry = work.put(Organisation())
        office = Office(TITLE, organisation_id=ministry.id)
        persons = work.put_all(
            [Person(source=role) for role in ["speaks", "invited", "sends", "said", "met"]]
        )
        speaks, invited, sends, said, met = persons
        work.put(replace(speaks, photo_id=photo, offices=(office,)))
        work.put(Person(source="nobody"))
        event = work.put(Event(slug="a", venue_id=house.id, organisers=(Organiser(embassy.id),)))
        other = work.put(Event(slug="b"))
        for one in (event, other):
            work.put(Room(event_id=one.id))
        work.put(Slot(event_id=event.id, speakers=(Speaker(speaks.id),)))
        work.put(Attendee(event_id=event.id, person_id=invited.id, representative_id=sends.id))
        work.put(Quotation(event_id=event.id, person_id=said.id))
        work.put(InstitutionalContact(event_id=event.id, person_ids=(met.id,)))
        work.put(PressItem(event_id=event.id, picture_id=press))
        work.put(PhotoCredit(event_id=event.id))
    dossier = publishing.dossier(ws, event.id)
    assert set(dossier.people) == {person.id for person in persons}
    assert set(dossier.organisations) == {embassy.id, ministry.id}
    assert set(dossier.pictures) == {logo, photo, press}
    assert dossier.venue == house
    assert len(dossier.rooms) == len(dossier.press) == len(dossier.photo_credits) == 1


def test_a_document_that_cannot_be_is_refused(ws: Workspace, tmp_path: Path) -> None:
    events.create(ws, Event(slug="a"))
    for kind, languages, paper in (
        ("poster", ["es"], "A4"),
        ("programme", [], "A4"),
        ("programme", ["es", "es"], "A4"),
        ("programme", ["es"], "A0"),
    ):
        with pytest.raises(CannotPrint):
            publishing.print_document(ws, kind, 1, languages, paper=paper)
    with pytest.raises(NotFound):
        publishing.print_document(ws, "programme", 2, ["es"])
    with pytest.raises(CannotPrint, match="nowhere"):
        files.write(tmp_path / "nowhere" / "a.pdf", b"")


def test_a_document_is_written_whole(tmp_path: Path) -> None:
    files.write(tmp_path / "a.pdf", b"first")
    files.write(tmp_path / "a.pdf", b"second")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"second"]


def test_every_error_is_one_sentence_for_the_user(ws: Workspace) -> None:
    with pytest.raises(EstradoError) as told:
        people.person(ws, 7)
    assert str(told.value) == "There is no person 7; it may have been deleted."
