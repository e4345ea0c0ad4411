"""A list of guests becomes people and invitations: once, whole or not at all."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import BadInput, Cancelled
from desktop.domain.event import Capacity, Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Contact, Person, PersonName
from desktop.services import attendance, events, guest_exports, history, people
from desktop.services.guest_imports import Decision, import_guests, preview
from desktop.services.workspace import Workspace
from desktop.storage.change_log import ChangeLog
from tests.services import import_processes
from tests.storage.databases import NewWorkspace
from tests.storage.killing import ROOT

ROWS = (
    "Nombre\tApellidos\tCargo\tEntidad\tCategoría\tCorreo\tTeléfono\tMesa\tRespuesta\n"
    "María\tNúñez\tRectora\tUniversidad de Lima\tprensa\tmaria@example.org\t+51 1 000\t4\tSí\n"
    "Фёдор\tИванов\tДиректор\tМГУ\tVIP\t\t\t\t\n"
)


@pytest.fixture
def ws(tmp_path: Path):
    with Workspace.open(tmp_path / "event.db", create=True) as opened:
        yield with_event(opened)


def with_event(ws: Workspace) -> Workspace:
    title = Localized.of({"es": "Foro"})
    events.create(ws, Event(title=title, slug="foro", languages=("es", "kk")))
    return ws


def directory(ws: Workspace, *persons: Person) -> list[Person]:
    for person in persons:
        people.save(ws, person)
    return people.people(ws)


def state(ws: Workspace) -> tuple[list[Person], list[Organisation], list[Attendee]]:
    return people.people(ws), people.organisations(ws), attendance.attendees(ws, 1)


def test_guests_are_invited_once_and_all_of_it_is_undone_at_once(
    new_workspace: NewWorkspace,
) -> None:
    ws = with_event(new_workspace())
    rehearsed = import_guests(ws, 1, ROWS, dry_run=True)
    assert (rehearsed.rows, rehearsed.added, rehearsed.people) == (2, 2, 2)
    assert rehearsed.change is None
    assert state(ws) == ([], [], [])
    done = import_guests(ws, 1, ROWS)
    assert done.change is not None
    maria, fyodor = people.people(ws)
    assert maria.names == (PersonName("Latn", "Núñez", "María"),)
    assert maria.contact == Contact("maria@example.org", "+51 1 000")
    assert maria.offices[0].title == Localized.of(es="Rectora")
    assert fyodor.offices[0].title == Localized.of(kk="Директор")  # the event's Cyrillic language
    first, second = attendance.attendees(ws, 1)
    assert (first.category, first.seat, first.reply) == ("press", "4", Reply.ACCEPTED)
    assert (second.category, second.reply) == ("VIP", Reply.TO_INVITE)
    after = state(ws)
    again = import_guests(ws, 1, ROWS)
    assert (again.added, again.updated, again.duplicates, again.change) == (0, 0, 2, None)
    assert state(ws) == after
    history.undo(ws)
    assert state(ws) == ([], [], [])
    history.redo(ws)
    assert state(ws) == after


def test_whoever_is_there_is_taken_and_only_blanks_are_filled(ws: Workspace) -> None:
    directory(
        ws,
        Person(names=(PersonName("Latn", "Nunez", "Maria"),), contact=Contact(phone="1")),
        Person(names=(PersonName("Cyrl", "Иванов", "Фёдор"),), contact=Contact("f@example.org")),
    )
    done = import_guests(ws, 1, ROWS)
    assert (done.added, done.people, done.matches) == (2, 0, [])
    maria, fyodor = people.people(ws)
    assert maria.names[0].family == "Nunez"
    assert maria.contact == Contact("maria@example.org", "1")
    assert fyodor.contact.email == "f@example.org"
    more = import_guests(ws, 1, "Name\tE-mail\tSeat\nMaria Nunez\tMARIA@example.org\t9\n")
    assert (more.duplicates, more.change) == (1, None)
    more = import_guests(ws, 1, "Name\tCountry\tNotes\nMaria Nunez\tPeru\tvegan\n")
    assert (more.updated, people.people(ws)[0].country) == (1, "PE")
    assert attendance.attendees(ws, 1)[0].notes == "vegan"


def test_what_a_row_says_otherwise_is_told_and_answers_are_noted(ws: Workspace) -> None:
    head = "Name\tE-mail\tPhone\tCategory\tStatus\n"
    import_guests(
        ws, 1, head + "Ana Gil\ta@x.org\t+51 1 2345678\tpress\tinvited\nLi\t\t\t\tinvited\n"
    )
    again = head + "GIL ANNA\tA@x.org\t+51 1 2345679\tdiplomat\tyes\nLi\tli@x.org\t\t\tyes\n"
    report = import_guests(ws, 1, again)
    assert (report.added, report.updated, report.duplicates) == (0, 2, 0)
    assert [(one.line, one.text) for one in report.doubts] == [
        (2, "“GIL ANNA” is not taken over: “Ana Gil” is noted already."),
        (2, "“diplomat” is not taken over: “press” is noted already."),
        (2, "“+51 1 2345679” is not taken over: “+51 1 2345678” is noted already."),
    ]
    assert [one.reply for one in attendance.attendees(ws, 1)] == [Reply.ACCEPTED] * 2
    report = import_guests(ws, 1, "Name\tStatus\nGil, Ana\tdeclined\nLi\taccepted\n")
    assert (report.updated, report.duplicates) == (0, 2)
    assert [one.text for one in report.doubts] == [
        "The reply is not taken over: another one is noted already."
    ]


def test_an_address_tells_a_person_in_another_script_but_not_an_office(ws: Workspace) -> None:
    directory(ws, Person(names=(PersonName("Latn", "Gil", "Ana"),), contact=Contact("x@y.es")))
    done = import_guests(ws, 1, "Имя\tФамилия\tE-mail\nАна\tХиль\tx@y.es\n")
    assert done.people == 0
    assert [name.tag for name in people.people(ws)[0].names] == ["Latn", "Cyrl"]
    done = import_guests(ws, 1, "Name\tE-mail\nPeter Smith\tx@y.es\n")
    assert (done.people, [one.person.id for one in done.matches]) == (1, [1])


def test_two_of_one_name_stay_two_unless_somebody_decides(ws: Workspace) -> None:
    rows = "Name\tOrganisation\nIvan Petrov\tNASA\nPetrov Ivan\tUNESCO\nIvan Petrov\tNASA\n"
    done = import_guests(ws, 1, rows)
    assert (done.added, done.people, done.duplicates) == (2, 2, 1)
    assert [(one.guest.line, one.decision) for one in done.matches] == [(3, Decision.OTHER)]
    third = "Name\tOrganisation\nIvan Petrov\tMIT\n"
    decided = import_guests(ws, 1, third, decisions={2: Decision.SKIP})
    assert (decided.duplicates, decided.change) == (1, None)
    decided = import_guests(ws, 1, third, decisions={2: Decision.SAME})
    assert (decided.people, decided.duplicates, len(people.people(ws))) == (0, 1, 2)
    decided = import_guests(ws, 1, third, decisions={2: Decision.OTHER})
    assert (decided.people, len(people.people(ws))) == (1, 3)


@pytest.mark.parametrize(
    ("name", "house"), [("Catherine Johnson", "NASA"), ("Katherine G. Johnson", "NASA")]
)
def test_who_is_spelt_otherwise_is_likely_the_same(ws: Workspace, name: str, house: str) -> None:
    import_guests(ws, 1, "Given name\tSurname\tOrganisation\nKatherine\tJohnson\tNASA\n")
    rows = f"Name\tOrganisation\n{name}\t{house}\n"
    done = import_guests(ws, 1, rows, dry_run=True)
    assert [(one.person.id, one.decision) for one in done.matches] == [(1, Decision.OTHER)]
    assert 0.7 < done.matches[0].sure <= 1
    done = import_guests(ws, 1, rows, decisions={2: Decision.SAME})
    assert (done.people, done.duplicates) == (0, 1)


def test_an_organisation_is_the_same_by_a_part_of_its_name(ws: Workspace) -> None:
    import_guests(ws, 1, "Name\tOrganisation\nAna Gil\tEmbajada de España en Kazajistán\n")
    done = import_guests(ws, 1, "Name\tOrganisation\nAna Gil\tEmbajada de España\n")
    assert (done.people, done.duplicates) == (0, 1)


def test_a_line_that_cannot_be_used_keeps_all_of_them_out(ws: Workspace) -> None:
    rows = ROWS + "\t\tRector\n"
    before = state(ws)
    refused = import_guests(ws, 1, rows)
    assert refused.refused
    assert [(one.line, one.text) for one in refused.rejected] == [
        (4, "There is no name in this line.")
    ]
    assert state(ws) == before
    assert history.next_undo(ws).name != "Invite {count} guests"
    done = import_guests(ws, 1, rows, without_rejected=True)
    assert (done.rows, done.added, len(done.rejected), done.refused) == (3, 2, 1, False)


def test_stopping_leaves_everything_as_it_is(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Name\n" + "".join(f"Ana Gil{n}\n" for n in range(5_000)), "utf-8")
    before = state(ws)

    def stop(done: int, total: int) -> None:
        if done > 2_000:
            assert total >= 5_000
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        import_guests(ws, 1, path, progress=stop)
    assert state(ws) == before


def test_files_are_read_apart_and_told_by_name(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "guests.csv"
    path.write_bytes("Nombre;Talla\nÍñigo Núñez;M\n".encode("cp1252"))
    told = preview(path)
    assert (told.shape.encoding, told.sure, told.unknown) == ("cp1252", False, ("Talla",))
    done = import_guests(ws, 1, path)
    assert (done.added, done.left_out) == (1, ("Talla",))
    path.write_bytes(b"Name\nA\0na\n")
    with pytest.raises(BadInput) as refusal:
        preview(path)
    assert refusal.value.place == "guests.csv, line 2"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_exported_can_be_imported_and_changes_nothing(
    ws: Workspace, kind: str, tmp_path: Path
) -> None:
    rows = ROWS + "=1+1 Ana\t@Gil\t-x\t=cmd|' /C calc'!A0\t\t\t+7 701 000 00 00\t'1\t\n"
    import_guests(ws, 1, rows)
    before = state(ws)
    event = events.event(ws, "foro")
    target = tmp_path / f"guests.{kind}"
    assert guest_exports.export(ws, event, target) == 3
    done = import_guests(ws, 1, target)
    assert (done.rows, done.duplicates, done.change) == (3, 3, None)
    assert state(ws) == before
    assert guest_exports.export(ws, event, target, statuses=("accepted",)) == 1
    assert guest_exports.export(ws, event, target, categories=("VIP", "press")) == 2


KILLS, ROWS_OF_EACH = 100, 1_200


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot fork")
def test_a_hundred_imports_that_are_killed_have_changed_nothing_or_all(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "new.db", create=True) as ws:
        with_event(ws)
    rows = "".join(f"Ana {n},Gil,ana{n}@example.org\n" for n in range(ROWS_OF_EACH))
    (tmp_path / "guests.csv").write_text(f"Given name,Surname,E-mail\n{rows}", "utf-8")
    command = [sys.executable, "-m", import_processes.__name__, str(tmp_path), str(KILLS)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    left = [line.split() for line in told.stdout.splitlines()]
    assert len(left) == import_processes.LEFT_ALONE + KILLS
    every = str(ROWS_OF_EACH)
    assert {tuple(one) for one in left} <= {
        ("0", "0", "0", "killed"),
        (every, every, "0", "killed"),
        (every, every, "0", "done"),
    }, "people and guests, problems of the file, how the program ended"
    assert left.count(["0", "0", "0", "killed"]) > KILLS // 10


CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters="\t\r\n\0"), min_size=1, max_size=12
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=12))
def test_each_row_counts_once_and_twice_is_as_once(ws: Workspace, rows) -> None:
    text = "Given name\tSurname\tOrganisation\n" + "".join("\t".join(row) + "\n" for row in rows)
    try:
        done = import_guests(ws, 1, text, without_rejected=True)
    except BadInput:
        return
    assert done.rows == done.added + done.updated + done.duplicates + len(done.rejected)
    again = import_guests(ws, 1, text, without_rejected=True)
    assert (again.added, again.updated, again.change) == (0, 0, None)


def test_whoever_accepts_without_a_place_waits_for_one(new_workspace: NewWorkspace) -> None:
    ws = with_event(new_workspace())
    events.save(ws, replace(events.event(ws, 1), capacities=(Capacity("", 2),)))
    rows = (
        "Name\tReply\tReplied\nAna Gil\tyes\t3.5.2026\n"
        "Ivo Paz\tyes\t1.5.2026\nEva Sol\tyes\t2.5.2026\n"
    )
    before = state(ws)
    done = import_guests(ws, 1, rows)
    replies = {one.person_id: one.reply for one in attendance.attendees(ws, 1)}
    assert replies == {1: Reply.WAITING, 2: Reply.ACCEPTED, 3: Reply.ACCEPTED}
    assert [(one.line, "waiting list" in one.text) for one in done.doubts] == [(2, True)]
    again = import_guests(ws, 1, rows)
    assert (again.duplicates, again.change) == (3, None)
    after = state(ws)
    history.undo(ws)
    assert state(ws) == before
    history.redo(ws)
    assert state(ws) == after


def test_two_spellings_in_one_list_are_told(ws: Workspace) -> None:
    rows = (
        "Name\tOrganisation\nYelena Akhmetova\tKIMEP\nElena Ahmetova\tKIMEP\n"
        "Ana Gil\tKIMEP\nCatherine Mohr\tMIT\nCatherina Mohr\tMIT\n"
    )
    done = import_guests(ws, 1, rows, dry_run=True)
    assert [(one.guest.line, one.decision) for one in done.matches] == [(6, Decision.OTHER)]
    assert (done.added, done.duplicates) == (4, 1), "one spelling of the same sounds"


def test_thousands_are_one_entry_of_the_history(new_workspace: NewWorkspace) -> None:
    ws = with_event(new_workspace())
    rows = "".join(f"Ana {n}\tGil\tana{n}@example.org\tNASA\n" for n in range(2_500))
    done = import_guests(ws, 1, f"Given name\tSurname\tE-mail\tOrganisation\n{rows}")
    assert done.change is not None
    assert len(done.change.touched(Person)) == len(done.change.touched(Attendee)) == 2_500
    assert len(done.change.edits) < 20
    after = state(ws)
    with ws.read() as reader:
        log = ChangeLog(reader)
        assert [one.id for one in log.about(Person, after[0][2_000].id)] == [done.change.id]
        heard = log.heard(done.change.id)
        assert heard is not None
        assert heard.touched(Person) == done.change.touched(Person)
    people.save(ws, replace(after[0][1_234], country="ES"))
    history.undo(ws)
    history.undo(ws)
    assert state(ws) == ([], [], [])
    history.redo(ws)
    assert state(ws) == after
