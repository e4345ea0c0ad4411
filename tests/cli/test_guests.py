"""Lists of guests on the command line."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain import ticket
from desktop.domain.event import Capacity
from desktop.services import attendance, events
from desktop.services.workspace import Workspace

ROWS = "Nombre;Apellidos;Entidad;Categoría;Correo;Talla\nAna;Núñez;UNED;prensa;ana@example.org;M\n"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "guests.csv"
    path.write_bytes((ROWS + "Пётр;Иванов;МГУ;VIP;;\n").encode("utf-16"))
    return path


def test_guests_are_imported_listed_and_taken_back(estrado, db: Path, rows: Path):
    rehearsed = json.loads(
        estrado("import", db, rows, "--as", "guests", "--dry-run", "--json").out
    )
    assert rehearsed["added"] == 2
    assert not rehearsed["changed"]
    done = json.loads(estrado("import", db, rows, "--as", "guests", "--json").out)
    counts = {name: done[name] for name in ("rows", "added", "updated", "duplicates", "rejected")}
    assert counts == {"rows": 2, "added": 2, "updated": 0, "duplicates": 0, "rejected": []}
    assert done["left_out"] == ["Talla"]
    again = json.loads(estrado("import", db, rows, "--as", "guests", "--json").out)
    assert (again["added"], again["duplicates"], again["changed"]) == (0, 2, False)
    (ana,) = json.loads(estrado("list", db, "attendees", "--search", "nunez", "--json").out)
    assert {name: ana[name] for name in ("name", "category", "status", "checked_in")} == {
        "name": "Ana Núñez",
        "category": "press",
        "status": "to-invite",
        "checked_in": None,
    }
    assert len(ana["ticket"]) == ticket.LENGTH
    assert estrado("undo", db).out == "Undone: Invite 2 guests\n"
    assert estrado("list", db, "attendees", "--search", "nunez").out == ""


def test_lines_that_cannot_be_used_are_named_and_nothing_changes(estrado, db: Path, rows: Path):
    rows.write_text(ROWS + ";;UNED;;;\n;Gil;;;gil@;\n", "utf-8")
    before = db.read_bytes()
    refused = estrado("import", db, rows, "--as", "guests", "--json")
    told = json.loads(refused.out)
    assert refused.code == 2
    assert told["rejected"] == [
        {"line": 3, "reason": "There is no name in this line."},
        {
            "line": 4,
            "reason": "“gil@” is no e-mail address. Correct it, or leave the cell blank.",
        },
    ]
    assert (told["rows"], told["added"], told["changed"]) == (3, 0, False)
    assert "2 of 3 rows cannot be used, so nothing is changed. Line 3: " in refused.err
    assert db.read_bytes() == before
    taken = estrado("import", db, rows, "--as", "guests", "--without-rejected")
    assert (taken.code, taken.err) == (0, "")
    assert taken.out.startswith("3 rows: 1 added, 0 updated, 0 there already, 2 rejected\n")


def test_a_list_that_is_taken_for_a_schedule_is_told_apart(estrado, db: Path, rows: Path):
    refused = estrado("import", db, rows)
    assert (refused.code, "--as guests" in refused.err) == (2, True)


def test_columns_can_be_named(estrado, db: Path, rows: Path):
    rows.write_text("Invitee 1,Works at\nAna Gil,UNED\n", "utf-8")
    refused = estrado("import", db, rows, "--as", "guests")
    assert refused.code == 2
    assert "No column holds the names" in refused.err
    mapped = ("--map", "Invitee 1=name", "--map", "Works at=organisation")
    assert estrado("import", db, rows, "--as", "guests", *mapped).code == 0
    for wrong in ("Works at", "=name", "Works at=shoes", "Nowhere=name"):
        assert estrado("import", db, rows, "--as", "guests", "--map", wrong).code == 2


def test_guests_are_listed_by_status_and_category(estrado, db: Path):
    every = json.loads(estrado("list", db, "attendees", "--json").out)
    press = json.loads(estrado("list", db, "attendees", "--category", "press", "--json").out)
    came = json.loads(estrado("list", db, "attendees", "--status", "attended", "--json").out)
    assert [one for one in every if one["category"] == "press"] == press
    assert [one for one in every if one["checked_in"]] == came
    assert len(came) > len(press) > 0
    both = ("--status", "attended,accepted", "--category", "press")
    listed = json.loads(estrado("list", db, "attendees", *both, "--json").out)
    assert [one for one in press if one["status"] in ("attended", "accepted")] == listed
    unknown = estrado("list", db, "attendees", "--status", "perhaps")
    assert (unknown.code, unknown.out) == (2, "")
    assert "to-invite, invited" in unknown.err
    assert estrado("list", db, "people", "--category", "press").code == 2


def test_no_cell_of_an_export_is_a_formula(estrado, db: Path, rows: Path, tmp_path: Path):
    evil = ["=1+1 A", "+A", "-A", "@A", "\tA", "=HYPERLINK(A)"]
    with rows.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [
                ["Name", "Notes"],
                *([f"{one} {name}", one] for one, name in zip(evil, "BCDEFG", strict=True)),
            ]
        )
    assert estrado("import", db, rows, "--as", "guests").code == 0
    target = tmp_path / "out.csv"
    assert estrado("export", db, "attendees", "-o", target).out == "155 guests\n"
    assert target.read_bytes().startswith(b"\xef\xbb\xbfFamily name,")
    with target.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert "'=HYPERLINK(A)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert estrado("export", db, "attendees", "-o", tmp_path / "out.xlsx").code == 0
    assert estrado("export", db, "attendees", "-o", tmp_path / "out.pdf").code == 2
    assert not (tmp_path / "out.pdf").exists()
    assert estrado("export", db, "attendees", "-o", db).code == 2


def test_a_reply_is_noted_and_the_waiting_list_moves_up(estrado, db: Path, rows: Path):
    estrado("import", db, rows, "--as", "guests")
    listed = json.loads(estrado("list", db, "attendees", "--status", "to-invite", "--json").out)
    one, two = (row["id"] for row in listed[-2:])
    with Workspace.open(db) as ws:
        event = events.only_event(ws)
        events.save(ws, replace(event, capacities=(Capacity("VIP", 1), Capacity("press", 1))))
        attendance.edit_all(ws, [one, two], category="VIP")
    assert estrado("reply", db, one, "accepted").out == "Reply of Ana Núñez\n"
    assert "waiting list" in estrado("reply", db, two, "accepted").out
    assert "moves up: Пётр Иванов" in estrado("reply", db, one, "declined").out
    again = estrado("reply", db, one, "reminded")
    assert again.code == 2
    assert "does not follow" in again.err
    assert estrado("reply", db, one, "reminded", "--correct").code == 0
    assert estrado("reply", db, one, "representative", "--instead", 1).code == 0
    assert estrado("reply", db, 9999, "accepted").code == 2
    assert estrado("reply", db, one, "perhaps").code == 2
    assert estrado("reply", db, one, "no_reply", "--correct").code == 0
    told = json.loads(estrado("list", db, "attendees", "--json").out)
    assert {one["reply"] for one in told if one["status"] == "no-reply"} == {"no-reply"}
