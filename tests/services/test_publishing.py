"""From the database to a document: what it is told, what is refused."""

from dataclasses import replace

import pytest

from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import CannotPrint, NotFound
from desktop.domain.event import Event, Organiser
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Office, Person
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Venue
from desktop.services import events, publishing
from desktop.services.workspace import Workspace

TITLE = Localized.of(es="Jornada de ciencia")


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


def test_a_document_that_cannot_be_is_refused(ws: Workspace) -> None:
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
