"""Organisers, their logos, and where an organisation is named."""

from io import BytesIO

import pytest
from PIL import Image

from desktop.domain.errors import BadInput
from desktop.domain.event import Event, Organiser
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person, PersonName
from desktop.services import events, history, organisers, people
from desktop.services.workspace import Workspace

NAME = Localized.of(es="Embajada")


def emblem() -> bytes:
    file = BytesIO()
    Image.new("RGB", (30, 20)).save(file, "PNG")
    return file.getvalue()


def test_a_logo_is_one_change(ws: Workspace) -> None:
    people.save_organisation(ws, Organisation(name=NAME))
    change = organisers.set_logo(ws, 1, emblem())
    assert change.fields == {"organisation": "Embajada"}
    logo = people.picture(ws, people.organisation(ws, 1).logo_id or 0)
    assert (logo.width, logo.height, logo.alt) == (30, 20, NAME)
    history.undo(ws)
    assert people.organisation(ws, 1).logo_id is None
    assert ws.find(Picture) == []


def test_what_is_no_picture_changes_nothing(ws: Workspace) -> None:
    events.create(ws, Event(slug="a"))
    with pytest.raises(BadInput):
        organisers.add_with_logo(ws, 1, NAME, b"letter")
    assert people.organisations(ws) == []


def test_a_new_organiser_comes_with_its_logo_and_is_found_where_it_is_used(ws: Workspace) -> None:
    people.save_organisation(ws, Organisation(name=NAME))
    events.create(ws, Event(slug="a", organisers=(Organiser(1),)))
    organisers.add_with_logo(ws, 1, Localized.of(es="Universidad"), emblem())
    assert [one.organisation_id for one in events.event(ws, 1).organisers] == [1, 2]
    names = (PersonName("Latn", "Ruiz", "Ana"),)
    people.save(ws, Person(names=names, organisation_id=2))
    found = organisers.uses(ws, 2)
    assert [event.slug for event in found.events] == ["a"]
    assert [person.id for person in found.people] == [1]
    assert organisers.uses(ws, 1).people == ()
