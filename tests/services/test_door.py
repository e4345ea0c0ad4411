"""The door through its verbs: by code, by name, without an invitation."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop.domain import joining, ticket
from desktop.domain.attendee import Attendee, Direction, Reply
from desktop.domain.door import Kind, Reason, Scan
from desktop.domain.errors import BadInput, NotFound
from desktop.domain.event import DoorList, Event, ReEntry
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import Slot
from desktop.services import attendance, door, history, people
from desktop.services.workspace import Workspace
from desktop.storage.seal import seal
from tests.services.doors import NINE, edited, guests, minute

BERIK = Person(names=(PersonName("Cyrl", "Ахметов", "Берік"), PersonName("Latn", "Akhmetov")))


def scan(guest: Attendee, at: int = 0, **fields: Any) -> Scan:
    return replace(Scan("1", guest.ticket, at=minute(at)), **fields)


def test_a_guest_comes_in_once(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    guest, other = guests(ws, 2)
    answer, change = door.check_in(ws, scan(guest))
    assert answer.kind is Kind.WELCOME
    assert answer.person == ws.load(Person, guest.person_id)
    assert answer.attendee == ws.load(Attendee, guest.id)
    assert change is not None
    assert change.fields == {"person": "Ana Guest 0000"}
    assert change.touched(Attendee) == {guest.id}
    again, nothing = door.check_in(ws, scan(guest, 7, desk="2"))
    assert (again.kind, again.at, again.desk) == (Kind.ALREADY_IN, NINE, "1")
    assert nothing is None
    assert door.check_in(ws, scan(other))[0].admits
    assert len(history.entries(ws)) == 2


def test_a_repeated_scan_is_answered_as_the_first_time(
    new_workspace: Callable[[], Workspace],
) -> None:
    ws = new_workspace()
    [guest] = guests(ws, 1)
    first, _ = door.check_in(ws, scan(guest, nonce="n"))
    second, change = door.check_in(ws, scan(guest, 3, nonce="n", desk="2"))
    assert second == replace(first, repeated=True)
    assert change is None
    assert len(ws.load(Attendee, guest.id).check_ins) == 1


def test_what_is_no_ticket_is_unknown_and_notes_nothing(ws: Workspace) -> None:
    [guest] = guests(ws, 1)
    code = guest.ticket
    wrong = ["", "  ", "\0", code[:-1], code + "0", code[::-1], "0" * 38, "Ana Guest", "é" * 38]
    for typed in wrong:
        answer, change = door.check_in(ws, Scan("1", typed, at=NINE))
        assert (answer.kind, answer.reason) == (Kind.UNKNOWN, Reason.FORGED)
        assert change is None
    assert history.entries(ws) == []
    assert door.check_in(ws, Scan("1", f" {code.lower()}\r\n", at=NINE))[0].admits


def test_a_ticket_can_be_revoked_and_replaced(ws: Workspace) -> None:
    [guest] = guests(ws, 1)
    door.revoke(ws, guest.id)
    assert door.check_in(ws, scan(guest))[0].kind is Kind.REVOKED
    door.reissue(ws, guest.id)
    answer, _ = door.check_in(ws, scan(guest))
    assert (answer.kind, answer.reason) == (Kind.REVOKED, Reason.REPLACED)
    assert door.check_in(ws, scan(ws.load(Attendee, guest.id)))[0].admits
    for _ in range(3):
        history.undo(ws)
    assert ws.load(Attendee, guest.id) == guest


def merged(ws: Workspace, one: Attendee, two: Attendee) -> Attendee:
    """The invitation that is left when two guests turn out to be one person."""
    ana, twin = ws.load(Person, one.person_id), ws.load(Person, two.person_id)
    people.merge(ws, ana.id, twin.id, joining.joined(ana, twin))
    return ws.load(Attendee, one.id)


def test_both_badges_of_somebody_who_was_invited_twice_open_the_door_once(
    new_workspace: Callable[[], Workspace],
) -> None:
    ws = new_workspace()
    one, two = guests(ws, 2)
    guest = merged(ws, one, two)
    assert {guest.ticket, *guest.former_tickets} == {one.ticket, two.ticket}
    assert [each.attendee for each in door.find(ws, guest.event_id, two.ticket[:8])] == [guest]
    first, _ = door.check_in(ws, scan(two))
    second, change = door.check_in(ws, scan(one, 1))
    assert (first.kind, second.kind, second.at) == (Kind.WELCOME, Kind.ALREADY_IN, NINE)
    assert change is None
    door.reissue(ws, guest.id)
    for printed in (one, two):
        assert door.check_in(ws, scan(printed, 2))[0].kind is Kind.REVOKED


def test_a_badge_that_was_revoked_stays_so_when_two_invitations_become_one(ws: Workspace) -> None:
    one, two = guests(ws, 2)
    door.revoke(ws, one.id)
    merged(ws, one, two)
    assert door.check_in(ws, scan(one))[0].kind is Kind.REVOKED
    assert door.check_in(ws, scan(two))[0].admits
    history.undo(ws)
    history.undo(ws)
    assert door.check_in(ws, scan(one))[0].kind is Kind.REVOKED
    assert door.check_in(ws, scan(two))[0].admits


def test_who_comes_instead_stands_in_the_answer(ws: Workspace) -> None:
    first, second = guests(ws, 2)
    edited(
        ws,
        first,
        lambda one: replace(one, reply=Reply.REPRESENTATIVE, representative_id=second.person_id),
    )
    answer, change = door.check_in(ws, scan(first))
    assert answer.reason is Reason.REPRESENTATIVE
    assert answer.person == ws.load(Person, second.person_id)
    assert change is not None
    assert change.fields["person"] == "Ana Guest 0001"


def test_a_guest_is_picked_by_part_of_a_name_in_any_script(ws: Workspace) -> None:
    [guest] = guests(ws, 1)
    attendance.save(ws, replace(guest, id=0, version=0, person_id=_saved(ws, BERIK), ticket=""))
    for typed in ("akhm", "ахмет", "берик"):
        [found] = door.find(ws, guest.event_id, typed)
        assert found.person.names == BERIK.names
        picked = Scan("1", attendee_id=found.attendee.id, at=NINE)
    assert door.check_in(ws, picked)[0].admits
    assert door.find(ws, guest.event_id, "nobody") == []
    with pytest.raises(NotFound):
        door.check_in(ws, Scan("1", attendee_id=99))


def test_a_walk_in_is_one_change(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    [guest] = guests(ws, 1)
    answer, change = door.walk_in(ws, guest.event_id, BERIK, Scan("1", at=NINE), "press")
    assert answer.admits
    assert answer.attendee is not None
    assert change.fields == {"person": "Берік Ахметов"}
    stored = ws.load(Attendee, answer.attendee.id)
    assert stored == answer.attendee
    assert (stored.category, stored.attended, stored.reply) == ("press", True, Reply.ACCEPTED)
    with ws.read() as reader:
        assert ticket.is_genuine(stored.ticket, seal(reader))
    history.undo(ws)
    assert len(ws.find(Person)) == len(ws.find(Attendee)) == 1
    known = ws.load(Person, guest.person_id)
    with pytest.raises(BadInput, match="already invited"):
        door.walk_in(ws, guest.event_id, known, Scan("1", at=NINE))


def test_a_walk_in_whose_answer_was_lost_comes_in_once(ws: Workspace) -> None:
    [guest] = guests(ws, 1)
    scan = Scan("1", at=NINE, nonce="w")
    first, _ = door.walk_in(ws, guest.event_id, BERIK, scan)
    second, change = door.walk_in(ws, guest.event_id, BERIK, scan)
    assert second == replace(first, repeated=True)
    assert change.id == 0
    assert len(ws.find(Attendee)) == 2


def test_a_guest_is_found_by_the_digits_beside_the_symbol(
    new_workspace: Callable[[], Workspace],
) -> None:
    ws = new_workspace()
    guest, _ = guests(ws, 2)
    typed = ticket.short(guest.ticket).lower()
    assert [one.attendee for one in door.find(ws, guest.event_id, typed)] == [guest]
    assert door.find(ws, guest.event_id, typed + "U") == []


def test_lists_are_kept_apart_and_named_where_there_is_none(ws: Workspace) -> None:
    [guest] = guests(ws, 1, doors=(DoorList("entrance"), DoorList("lunch")))
    assert door.check_in(ws, scan(guest))[0].admits
    assert door.check_in(ws, scan(guest, list="lunch"))[0].admits
    assert door.check_in(ws, scan(guest, list="lunch"))[0].kind is Kind.ALREADY_IN
    with pytest.raises(NotFound, match="entrance, lunch"):
        door.check_in(ws, scan(guest, list="gala"))


def test_whoever_goes_out_comes_in_again(ws: Workspace) -> None:
    [guest] = guests(ws, 1)
    ways = [Direction.OUT, Direction.IN, Direction.OUT, Direction.OUT, Direction.IN]
    told = [door.check_in(ws, scan(guest, n, direction=way))[0].kind for n, way in enumerate(ways)]
    unknown, welcome = Kind.UNKNOWN, Kind.WELCOME
    assert told == [unknown, welcome, welcome, unknown, welcome]
    assert [change.name.split()[1] for change in history.entries(ws)] == ["in", "out", "in"]


def test_a_ticket_of_another_event_is_told(ws: Workspace) -> None:
    [guest] = guests(ws, 1)
    [other] = guests(ws, 1, slug="other")
    answer, _ = door.check_in(ws, scan(guest, event_id=other.event_id))
    assert (answer.kind, answer.reason) == (Kind.UNKNOWN, Reason.OTHER_EVENT)


def test_the_days_of_the_programme_count_where_the_event_names_none(ws: Workspace) -> None:
    [guest] = guests(ws, 1, first_day=None, last_day=None)
    assert door.check_in(ws, scan(guest, nonce="before"))[0].admits
    with ws.database.write() as writer:
        writer.put(Slot(event_id=guest.event_id, start=NINE + timedelta(days=3)))
    answer, _ = door.check_in(ws, scan(guest))
    assert answer.kind is Kind.OTHER_DAY
    assert answer.day == (NINE + timedelta(days=3)).date()


def test_a_rule_that_changes_while_the_door_is_open_counts_at_once(ws: Workspace) -> None:
    [guest] = guests(ws, 1, doors=(DoorList("entrance"),))
    assert door.check_in(ws, scan(guest))[0].admits
    with ws.change("Rule") as work:
        event = work.load(Event, guest.event_id)
        always = DoorList("entrance", re_entry=ReEntry.ALWAYS)
        work.put(replace(event, doors=(always,)))
    assert door.check_in(ws, scan(guest, 1))[0].admits


def _saved(ws: Workspace, person: Person) -> int:
    with ws.database.write() as writer:
        return writer.put(person).id
