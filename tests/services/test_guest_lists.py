"""Rows of a spreadsheet become guests, once."""

from pathlib import Path

import pytest

from desktop.domain.attendee import Attendee
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.services import attendance, events, guest_lists, history, people
from desktop.services.workspace import Workspace

ROWS = (
    "Nombre\tApellidos\tCargo\tEntidad\tCategoría\tCorreo\tTalla\n"
    "María\tNúñez\tRectora\tUniversidad de Lima\tprensa\tmaria@example.org\tM\n"
    "\t\t\tUniversidad de Lima\t\t\t\n"
    "Фёдор\tИванов\t\tМГУ\tVIP\t\tL\n"
)


@pytest.fixture
def ws(tmp_path: Path):
    with Workspace.open(tmp_path / "event.db", create=True) as opened:
        events.create(opened, Event(title=Localized.of({"es": "Foro"}), languages=("es",)))
        yield opened


def test_headings_are_understood_and_what_is_left_out_is_told():
    read = guest_lists.read(ROWS.replace("Nombre", "Nombre de pila"))
    assert [one.name.full for one in read.guests] == ["María Núñez", "Фёдор Иванов"]
    assert read.guests[0].organisation == "Universidad de Lima"
    assert read.guests[1].name.tag == "Cyrl"
    assert read.unknown == ("Talla",)
    assert read.nameless == (3,)


def test_rows_without_headings_are_name_organisation_and_office():
    (guest,) = guest_lists.read("Ana María Ortega\tana@example.org\tUNESCO\tDirectora\n").guests
    assert (guest.name.family, guest.organisation, guest.office) == (
        "Ortega",
        "UNESCO",
        "Directora",
    )
    assert guest.email == "ana@example.org"


@pytest.mark.parametrize("text", ["", " \n\t\n", "Name\tSeat\n\t4\n"])
def test_rows_without_anybody_are_refused(text: str):
    with pytest.raises(BadInput):
        guest_lists.read(text)


def test_guests_are_invited_once_and_all_of_it_is_undone_at_once(ws: Workspace):
    rows = guest_lists.read(ROWS).guests
    rehearsed = guest_lists.import_guests(ws, 1, rows, "es", dry_run=True)
    assert (rehearsed.invited, rehearsed.people, rehearsed.known) == (2, 2, 0)
    assert attendance.attendees(ws, 1) == []
    done = guest_lists.import_guests(ws, 1, rows, "es")
    assert len(done.change.touched(Attendee)) == len(done.change.touched(Person)) == 2
    assert [one.category for one in attendance.attendees(ws, 1)] == ["press", "VIP"]
    assert {one.contact.email for one in people.people(ws)} == {"maria@example.org", ""}
    again = guest_lists.import_guests(ws, 1, rows, "es")
    assert (again.invited, again.people, again.known) == (0, 0, 2)
    assert again.change.id == 0
    history.undo(ws)
    assert attendance.attendees(ws, 1) == people.people(ws) == people.organisations(ws) == []
