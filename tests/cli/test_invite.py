"""Letters to guests by command."""

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Contact, Person, PersonName
from desktop.services import attendance, events, mail_settings, people
from desktop.services.workspace import Workspace
from tests.exchange.post_office import post_office

REPLIES = (Reply.TO_INVITE, Reply.INVITED, Reply.TO_INVITE, Reply.ACCEPTED)


@pytest.fixture
def guests(tmp_path: Path) -> Path:
    """A database with four guests; the third has no address."""
    file = tmp_path / "guests.db"
    with Workspace.open(file, create=True) as ws:
        title = Localized.of(es="Uno", kk="Бір")
        events.create(ws, Event(slug="uno", title=title, languages=("es", "kk")))
        for number, to in enumerate(REPLIES, 1):
            contact = Contact(f"ana{number}@dos.kz" if number != 3 else "")
            names = (PersonName("Latn", f"García {number}", "Ana"),)
            people.save(ws, Person(names=names, contact=contact))
            attendance.save(ws, Attendee(0, 1, number, reply=to))
    return file


def told(result) -> dict:
    return json.loads(result.out)


def test_drafts_in_a_folder(estrado, guests: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = estrado("invite", guests, "--status", "to-invite", "--to", out, "--json")
    assert first.code == 0
    (written,) = told(first)["written"]
    assert (written["id"], Path(written["file"]).parent) == (1, out)
    assert [row["id"] for row in told(first)["without_email"]] == [3]
    made = message_from_bytes(Path(written["file"]).read_bytes(), policy=default)
    assert made["X-Unsent"] == "1"
    assert made["Subject"] == "Invitación: Uno / Шақыру: Бір"
    second = estrado("invite", guests, "--to", out, "--json")
    assert told(second)["written"] == []
    listed = told(estrado("list", guests, "attendees", "--json"))
    assert "invited" in json.dumps(listed[0])


def test_a_dry_run_writes_nothing(estrado, guests: Path, tmp_path: Path) -> None:
    before = guests.read_bytes()
    asked = estrado("invite", guests, "--purpose", "reminder", "--dry-run", "--json")
    assert [row["id"] for row in told(asked)["ready"]] == [2]
    assert guests.read_bytes() == before
    lines = estrado("invite", guests, "--dry-run").out
    assert "to write\t1\tAna García 1\tana1@dos.kz" in lines
    assert "without e-mail\t3\tAna García 3" in lines


def test_languages_are_chosen(estrado, guests: Path, tmp_path: Path) -> None:
    done = estrado("invite", guests, "--languages", "ar", "--to", tmp_path / "out", "--json")
    (row,) = told(done)["written"]
    made = message_from_bytes(Path(row["file"]).read_bytes(), policy=default)
    assert made["Content-Language"] == "ar"


def test_a_mail_server_is_the_one_of_the_window(estrado, guests: Path) -> None:
    assert "No mail server is set" in estrado("invite", guests, "--smtp").err
    with post_office() as office:
        mail_settings.save(office.settings())
        assert told(estrado("invite", guests, "--smtp", "--json"))["written"][0]["id"] == 1
        office.moods["ana2@dos.kz"] = "550 no such user"
        refused = estrado("invite", guests, "--smtp", "--purpose", "reminder", "--json")
        assert refused.code == 1
        (row,) = told(refused)["refused"]
        assert (row["id"], row["reason"]) == (2, "550 no such user")
        assert [taken.to for taken in office.taken] == ["ana1@dos.kz", "ana1@dos.kz"]


def test_where_to_is_asked(estrado, guests: Path) -> None:
    asked = estrado("invite", guests)
    assert (asked.code, "--to FOLDER" in asked.err) == (2, True)
