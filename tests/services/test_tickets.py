"""Ticket codes and printed badges, as verbs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain import ticket
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import NotFound
from desktop.domain.event import Event
from desktop.domain.person import Person, PersonName
from desktop.services import attendance, backup, events, history, people, publishing
from desktop.services.workspace import Workspace
from desktop.storage.seal import seal


@pytest.fixture
def event(ws: Workspace) -> Event:
    events.create(ws, Event(slug="uno", languages=("es",)))
    found = events.only_event(ws)
    for number in range(1, 4):
        people.save(ws, Person(names=(PersonName("Latn", f"Persona{number}", "Ana"),)))
        with ws.change("Invite as before there were tickets") as work:
            work.put(Attendee(0, found.id, number, reply=Reply.ACCEPTED))
    return found


def test_whoever_is_put_on_the_list_has_a_ticket(ws: Workspace, event: Event) -> None:
    people.save(ws, Person(names=(PersonName("Latn", "Persona4", "Ana"),)))
    attendance.save(ws, Attendee(0, event.id, 4))
    with ws.read() as reader:
        assert ticket.is_genuine(reader.load(Attendee, 4).ticket, seal(reader))


def test_every_guest_gets_a_ticket_of_this_database_once(ws: Workspace, event: Event) -> None:
    change = attendance.issue_tickets(ws, event.id)
    assert change.fields == {"count": "3"}
    issued = [one.ticket for one in attendance.attendees(ws, event.id)]
    with ws.read() as reader:
        key = seal(reader)
    assert len(set(issued)) == 3
    assert all(ticket.is_genuine(code, key) for code in issued)
    assert not attendance.issue_tickets(ws, event.id).edits
    assert [one.ticket for one in attendance.attendees(ws, event.id)] == issued


def test_no_undo_takes_a_ticket_out_of_the_hands_of_a_guest(ws: Workspace, event: Event) -> None:
    attendance.edit_all(ws, [3], notes="Sits on the left")
    before = history.next_undo(ws)
    attendance.issue_tickets(ws, event.id)
    assert history.next_undo(ws) == before
    assert all(one.ticket for one in attendance.attendees(ws, event.id))


def test_no_tickets_for_an_event_that_is_not_there(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        attendance.issue_tickets(ws, 7)


def test_each_database_has_a_seal_of_its_own_which_its_backup_shares(tmp_path: Path) -> None:
    seals = []
    for name in ("one", "two"):
        with Workspace.open(tmp_path / f"{name}.db", create=True) as ws:
            backup.backup(ws, tmp_path / f"{name}-copy.db")
    for name in ("one", "two", "one-copy"):
        with Workspace.open(tmp_path / f"{name}.db") as ws, ws.read() as reader:
            seals.append(seal(reader))
    one, two, copy = seals
    assert len(one.key) == 32
    assert one == copy != two


def test_badges_are_printed_once_if_one_says_so(ws: Workspace, event: Event) -> None:
    fresh = {"printed": "no"}
    noon = datetime(2026, 5, 14, 12, tzinfo=UTC)
    assert publishing.badges_chosen(ws, event.id, ["es"], fresh) == [1, 2, 3]
    attendance.mark_badges_printed(ws, [1, 3], noon)
    assert publishing.badges_chosen(ws, event.id, ["es"], fresh) == [2]
    assert publishing.badges_chosen(ws, event.id, ["es"]) == [1, 2, 3]
    assert attendance.attendee(ws, 3).badge_printed == noon
    attendance.mark_badges_printed(ws, [2])
    moment = attendance.attendee(ws, 2).badge_printed
    assert moment is not None
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 3600
    with pytest.raises(NotFound):
        attendance.mark_badges_printed(ws, [1, 9])
