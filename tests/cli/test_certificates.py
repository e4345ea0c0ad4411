import json
from pathlib import Path

import pytest

from desktop.domain.certificate import Certificate
from desktop.services import attendance, events, people, planning
from desktop.services.workspace import Workspace
from desktop.storage.seal import seal


def code_of(db: Path, certificate: Certificate) -> str:
    with Workspace.open(db) as ws, ws.read() as reader:
        return certificate.code(seal(reader))


def guest(db: Path, came: bool) -> Certificate:
    with Workspace.open(db) as ws:
        event = events.only_event(ws)
        found = next(
            each
            for each in attendance.attendees(ws, event.id)
            if each.attended is came and each.representative_id is None
        )
        return Certificate(event.id, found.person_id)


def test_a_certificate_of_attendance_is_confirmed(estrado, db: Path) -> None:
    certificate = guest(db, came=True)
    code = code_of(db, certificate)
    answer = estrado("verify-certificate", db, code)
    assert answer.code == 0
    first, person, event = answer.out.splitlines()
    assert certificate.serial in first
    assert event == "Kazajistán y España: ciencia sin fronteras"
    with Workspace.open(db) as ws:
        assert people.person(ws, certificate.person_id).name("es", "Latn").family in person
    assert estrado("verify-certificate", db, f" {code.lower()} ").out == answer.out
    told = json.loads(estrado("verify-certificate", db, code, "--json").out)
    assert told["stands"] is True
    assert told["serial"] == certificate.serial


def test_a_part_in_the_programme_is_confirmed_with_its_title(estrado, db: Path) -> None:
    with Workspace.open(db) as ws:
        event = events.only_event(ws)
        slot = next(each for each in planning.slots(ws, event.id) if each.speakers)
    person = slot.speakers[0].person_id
    answer = estrado("verify-certificate", db, code_of(db, Certificate(event.id, person, slot.id)))
    assert answer.code == 0
    assert slot.title.get("es") in answer.out


def test_what_the_database_does_not_bear_out_is_told(estrado, db: Path) -> None:
    answer = estrado("verify-certificate", db, code_of(db, guest(db, came=False)))
    assert answer.code == 1
    assert "does not bear this out" in answer.out
    gone = estrado("verify-certificate", db, code_of(db, Certificate(77, 9999, 3)))
    assert gone.code == 1
    assert gone.out.count("deleted") == 3


@pytest.mark.parametrize("code", ["", "1-2-0", "1-2-0-AAAA-BBBB-CCCC-DDDD", "’; DROP TABLE"])
def test_a_false_certificate_is_refused(estrado, db: Path, code: str) -> None:
    before = db.read_bytes()
    answer = estrado("verify-certificate", db, code)
    assert (answer.code, answer.out) == (2, "")
    assert "no certificate of this database" in answer.err
    assert db.read_bytes() == before


def test_a_certificate_of_another_database_is_refused(estrado, db: Path, empty: Path) -> None:
    answer = estrado("verify-certificate", db, code_of(empty, guest(db, came=True)))
    assert answer.code == 2
