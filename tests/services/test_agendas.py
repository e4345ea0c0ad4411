"""A pasted agenda in the programme: one Change, nobody twice."""

from datetime import UTC, date, datetime

import pytest

from desktop.domain.errors import NotFound
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import SlotKind
from desktop.domain.speaker import SpeakerRole
from desktop.domain.venue import Room
from desktop.exchange import agenda_text
from desktop.services import agendas, events, history, people, planning
from desktop.services.workspace import Workspace

AGENDA = """Jueves, 12 de marzo de 2026
10:00 – 10:45 Conferencia: El agua — Ana Gil, Universidad de Cádiz\tAula Magna
10:45 Pausa café
11:15 – 12:00 Mesa redonda: «IA» — Modera: Ана Хиль; Luis Paz\tSala Abai
12:00 – 12:30 Clausura — Luis Paz
"""


@pytest.fixture
def event(ws: Workspace) -> int:
    day = date(2026, 3, 12)
    events.create(ws, Event(slug="dia", first_day=day, time_zone="Asia/Almaty"))
    events.save_room(ws, Room(event_id=1, name=Localized.of(es="Aula  magna")))
    person = Person(names=(PersonName("Latn", "Gil", "Ana"), PersonName("Cyrl", "Хиль", "Ана")))
    people.save(ws, person)
    return 1


def bring_in(ws: Workspace, text: str = AGENDA) -> None:
    agenda = agenda_text.read(text)
    agendas.import_agenda(ws, 1, agenda.items, agenda.language)


def test_slots_stand_at_their_time_in_their_room_with_their_speakers(
    ws: Workspace, event: int
) -> None:
    bring_in(ws)
    lecture, pause, panel, closing = planning.slots(ws, event)
    assert lecture.start == datetime(2026, 3, 12, 5, tzinfo=UTC)
    assert lecture.title == Localized.of(es="El agua")
    assert (lecture.kind, lecture.minutes, lecture.room_id) == (SlotKind.LECTURE, 45, 1)
    assert (pause.kind, pause.minutes, pause.floor_languages) == (SlotKind.COFFEE_BREAK, 30, ())
    assert [part.role for part in panel.speakers] == [SpeakerRole.MODERATOR, SpeakerRole.PANELLIST]
    assert panel.speakers[1].person_id == closing.speakers[0].person_id
    assert len(events.rooms(ws, event)) == 2


def test_who_is_in_the_directory_is_known_in_any_script(ws: Workspace, event: int) -> None:
    bring_in(ws)
    lecture, _, panel, _ = planning.slots(ws, event)
    assert lecture.speakers[0].person_id == panel.speakers[0].person_id == 1
    assert [person.names[0].full for person in people.people(ws)] == ["Ana Gil", "Luis Paz"]
    assert people.person(ws, 1).offices == (), "what is known of somebody is not overwritten"


def test_one_step_takes_all_of_it_back(ws: Workspace, event: int) -> None:
    bring_in(ws)
    history.undo(ws)
    assert planning.slots(ws, event) == []
    assert len(people.people(ws)) == len(events.rooms(ws, event)) == 1
    history.redo(ws)
    assert len(planning.slots(ws, event)) == 4


def test_nobody_who_is_written_down_is_lost() -> None:
    found = agendas.named("ana; Luis Paz, rector; ¿?")
    assert [(one.name, one.office) for one in found] == [
        ("ana", ""),
        ("Luis Paz", "rector"),
        ("¿?", ""),
    ]


def test_without_a_time_a_slot_waits(ws: Workspace, event: int) -> None:
    agendas.import_agenda(ws, event, [agenda_text.Item(1, "Mesa", kind=SlotKind.PANEL)], "es")
    (slot,) = planning.slots(ws, event)
    assert (slot.start, slot.minutes) == (None, agendas.LENGTH)


def test_into_no_event_nothing_comes(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        agendas.import_agenda(ws, 7, agenda_text.read(AGENDA).items, "es")
    assert people.people(ws) == []
