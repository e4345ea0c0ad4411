"""What an event lacks in its languages, and filling it in."""

from dataclasses import replace

import pytest

from desktop.domain.errors import BadInput, Conflict
from desktop.domain.event import Event, Organiser
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Office, Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room
from desktop.services import events, history, people, planning, translations
from desktop.services.workspace import Workspace


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """An event with a text of every kind in Spanish alone."""
    office = Office(Localized.of(es="Rectora"), Localized.of(es="Universidad"))
    names = (PersonName("Latn", "Ruiz", "Ana"),)
    people.save(ws, Person(names=names, offices=(office,), biography=Localized.of(es="Nació.")))
    people.save_organisation(ws, Organisation(name=Localized.of(es="Embajada")))
    events.create(
        ws,
        Event(
            title=Localized.of(es="Ciencia"), languages=("es", "kk"), organisers=(Organiser(1),)
        ),
    )
    events.save_room(ws, Room(event_id=1, name=Localized.of(es="Aula")))
    speaker = Speaker(1, topic=Localized.of(es="Datos"))
    planning.save_slot(ws, Slot(event_id=1, title=Localized.of(es="Charla"), speakers=(speaker,)))
    return ws


def test_every_text_is_listed_by_language(ws: Workspace) -> None:
    sheet = translations.sheet(ws, 1)
    assert sheet.missing("es") == []
    assert {(text.place.kind, text.field) for text in sheet.missing("kk")} == {
        ("event", "title"),
        ("slot", "title"),
        ("slot", "topic"),
        ("room", "name"),
        ("person", "title"),
        ("person", "organisation"),
        ("person", "biography"),
        ("organisation", "name"),
    }
    assert [person.id for person in sheet.unspelt("kk")] == [1]
    assert (sheet.progress("es"), sheet.progress("kk")) == ((9, 9), (0, 9))


def test_filling_every_gap_leaves_none_and_each_can_be_taken_back(ws: Workspace) -> None:
    for text in translations.sheet(ws, 1).missing("kk"):
        change = translations.translate(ws, text, "kk", f" {text.owner} қазақша ")
        assert change.id
    translations.spell(ws, 1, PersonName("Cyrl", "Руис", "Ана"))
    sheet = translations.sheet(ws, 1)
    assert (sheet.missing("kk"), sheet.unspelt("kk")) == ([], [])
    assert planning.slot(ws, 1).speakers[0].topic.get("kk") == "Charla қазақша"
    assert people.person(ws, 1).offices[0].title.get("kk") == "Ana Ruiz қазақша"
    for _ in range(9):
        history.undo(ws)
    assert translations.sheet(ws, 1).progress("kk") == (0, 9)


def test_another_language_meanwhile_is_no_conflict_but_another_original_is(ws: Workspace) -> None:
    text = next(t for t in translations.sheet(ws, 1).texts if t.field == "topic")
    translations.translate(ws, text, "ru", "Данные")
    translations.translate(ws, text, "kk", "Деректер")
    assert planning.slot(ws, 1).speakers[0].topic.languages == ("es", "ru", "kk")
    planning.save_slot(ws, replace(planning.slot(ws, 1), speakers=()))
    with pytest.raises(Conflict, match="Charla"):
        translations.translate(ws, text, "en", "Data")
    title = next(t for t in translations.sheet(ws, 1).texts if t.field == "title")
    events.save(ws, replace(events.event(ws, 1), title=Localized.of(es="Otra")))
    with pytest.raises(Conflict, match="Ciencia"):
        translations.translate(ws, title, "kk", "Ғылым")
    assert events.event(ws, 1).title == Localized.of(es="Otra")


def test_a_blank_name_is_refused(ws: Workspace) -> None:
    with pytest.raises(BadInput):
        translations.spell(ws, 1, PersonName("Cyrl", " "))
