"""The directory: who can be in it, and leave it."""

from dataclasses import replace

import pytest

from desktop.domain.attendee import Attendee
from desktop.domain.errors import BadInput, EstradoError
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.services import attendance, events, people
from desktop.services.workspace import Workspace

TITLE = Localized.of(es="Jornada de ciencia")


def test_a_person_needs_a_name(ws: Workspace) -> None:
    for names in ((), (PersonName("Latn", " "),)):
        with pytest.raises(BadInput, match="name"):
            people.save(ws, Person(names=names))
    assert people.people(ws) == []


def test_somebody_is_invited_once_and_stays_in_the_directory_meanwhile(ws: Workspace) -> None:
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


def test_every_error_is_one_sentence_for_the_user(ws: Workspace) -> None:
    with pytest.raises(EstradoError) as told:
        people.person(ws, 7)
    assert str(told.value) == "There is no person 7; it may have been deleted."
