"""Desks of one server: each goes on without it, and nothing that it noted is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop import paths
from desktop.domain.attendee import Attendee, Direction
from desktop.domain.door import Kind, Reason, Scan
from desktop.domain.errors import DatabaseRefused, Unreachable
from desktop.domain.event import ENTRANCE, DoorList, Event, ReEntry
from desktop.domain.person import Person, PersonName
from desktop.domain.programme import day_of
from desktop.services import desk_place, door, history, privacy
from desktop.services.desk import Desk
from desktop.services.desk_copy import OWN
from desktop.services.workspace import Workspace
from tests.open_files import is_open, needs_proc
from tests.services.doors import NINE, edited, guests, minute
from tests.storage.databases import on_server
from tests.storage.server import outage

BERIK = Person(names=(PersonName("Cyrl", "Ахметов", "Берік"),))


class Hall:
    """An event on a server, and desks at its doors."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.ws = Workspace.open(url, who="test")
        self.guests = guests(self.ws, 5)
        self.desks: list[tuple[Workspace, Desk]] = []

    def desk(self, name: str) -> Desk:
        ws = Workspace.open(self.url, who=name)
        self.desks.append((ws, Desk.open(ws, self.guests[0].event_id, name)))
        return self.desks[-1][1]

    def stored(self, guest: Attendee) -> Attendee:
        return self.ws.load(Attendee, guest.id)

    def close(self) -> None:
        for ws, desk in self.desks:
            desk.close()
            ws.close()
        self.ws.close()


@pytest.fixture
def hall(server: str) -> Iterator[Hall]:
    there = Hall(on_server(server))
    yield there
    there.close()


def copies() -> list[Path]:
    """The lists that the desks of this computer keep."""
    return [*(paths.data_folder() / "desks").rglob("*.db")]


def ask(guest: Attendee, at: int = 0, **fields: Any) -> Scan:
    return replace(Scan("", guest.ticket, at=minute(at)), **fields)


def test_a_desk_goes_on_without_the_server_and_hands_in_later(hall: Hall) -> None:
    one = hall.desk("1")
    first, second, *_ = hall.guests
    assert one.check_in(ask(first, 0))[0].kind is Kind.WELCOME
    with outage(hall.url):
        answer, _ = one.check_in(ask(first, 1))
        assert (answer.kind, answer.at, answer.desk) == (Kind.ALREADY_IN, NINE, "1")
        answer, _ = one.check_in(ask(second, 2))
        assert answer.kind is Kind.WELCOME
        assert answer.person is not None
        assert not one.online
        assert one.waiting == 1
        assert one.check_in(ask(second, 3))[0].kind is Kind.ALREADY_IN
        assert [guest.attendee.id for guest in one.find("guest 0001")] == [second.id]
        assert one.figures().came == 2, "both of this day, before the outage and in it"
        assert one.reconnect() is None
    merged = one.reconnect(wait=20)
    assert merged is not None
    assert one.figures().came == 2
    assert (merged.noted, merged.doubled, merged.gone) == (1, (), 0)
    assert one.online
    assert one.waiting == 0
    [passage] = hall.stored(second).check_ins
    assert (passage.at, passage.desk, passage.doubled) == (minute(2), "1", False)


def test_who_was_let_in_twice_is_told_afterwards(hall: Hall) -> None:
    one, two = hall.desk("1"), hall.desk("2")
    guest, other, *_ = hall.guests
    with outage(hall.url):
        one.check_in(ask(guest, 5))
        one.check_in(ask(other, 6))
    assert two.check_in(ask(guest, 3))[0].kind is Kind.WELCOME
    merged = one.reconnect(wait=20)
    assert merged is not None
    assert merged.noted == 2
    assert [double.attendee.id for double in merged.doubled] == [guest.id]
    assert [(one.desk, one.doubled) for one in hall.stored(guest).check_ins] == [
        ("2", False),
        ("1", True),
    ]
    listed = door.doubles(hall.ws, guest.event_id)
    assert [double.attendee.id for double in listed] == [guest.id]
    history.undo(hall.desks[0][0])  # what the desk itself handed in
    assert door.doubles(hall.ws, guest.event_id) == []


def test_a_lost_answer_makes_no_double(hall: Hall) -> None:
    one = hall.desk("1")
    guest = hall.guests[0]
    scan = ask(guest, nonce="once", desk="1")
    with outage(hall.url):
        assert one.check_in(scan)[0].kind is Kind.WELCOME
    door.check_in(hall.ws, scan)  # had reached the server after all
    merged = one.reconnect(wait=20)
    assert merged is not None
    assert merged.noted == 0
    assert len(hall.stored(guest).check_ins) == 1


def test_what_waits_outlives_the_program(hall: Hall) -> None:
    one = hall.desk("1")
    guest = hall.guests[0]
    with outage(hall.url):
        one.check_in(ask(guest))
        one.close()
    again = hall.desk("1")
    assert again.merged is not None
    assert again.merged.noted == 1
    assert hall.stored(guest).attended


def test_a_walk_in_without_network_has_a_genuine_ticket(hall: Hall) -> None:
    one, two = hall.desk("1"), hall.desk("2")
    with outage(hall.url):
        answer, _ = one.walk_in(BERIK, Scan("1", at=NINE), "press")
        assert answer.attendee is not None
        code = answer.attendee.ticket
        assert one.check_in(Scan("1", code, at=minute(1)))[0].kind is Kind.ALREADY_IN
        out = Scan("1", code, direction=Direction.OUT, at=minute(2))
        assert one.check_in(out)[0].kind is Kind.WELCOME
    merged = one.reconnect(wait=20)
    assert merged is not None
    assert (merged.walk_ins, merged.noted) == (1, 2)
    known, _ = two.check_in(Scan("2", code, at=minute(3)))
    assert known.kind is Kind.WELCOME
    assert known.person is not None
    assert known.person.names == BERIK.names
    assert known.attendee is not None
    assert known.attendee.category == "press"
    assert known.attendee.id < OWN, "an id of the server's own"


def test_a_walk_in_that_had_reached_the_server_comes_in_once(hall: Hall) -> None:
    one = hall.desk("1")
    scan = Scan("1", at=NINE, nonce="w")
    with outage(hall.url):
        one.walk_in(BERIK, scan, "press")
    door.walk_in(hall.ws, hall.guests[0].event_id, BERIK, scan, "press")
    merged = one.reconnect(wait=20)
    assert merged is not None
    assert merged.noted == 0
    assert len(hall.ws.find(Attendee)) == len(hall.guests) + 1


def test_at_a_desk_of_a_server_one_takes_back_what_one_did_oneself(hall: Hall) -> None:
    mine, theirs, *_ = hall.guests
    one, two = (Workspace.open(hall.url, who=name) for name in ("one", "two"))
    with one, two:
        door.check_in(one, ask(mine))
        door.check_in(two, ask(theirs))
        history.undo(one)
        assert not hall.stored(mine).attended
        assert hall.stored(theirs).attended
        assert history.undo(one) is None
        door.check_in(two, ask(hall.guests[2]))
        history.redo(one)
        assert hall.stored(mine).attended


def test_a_desk_knows_what_changed_since_it_opened(hall: Hall) -> None:
    one = hall.desk("1")
    revoked, gone, fresh, *_ = hall.guests
    door.revoke(hall.ws, revoked.id)
    with hall.ws.change("Remove") as work:
        work.remove(Attendee, gone.id)
    one.refresh([gone.id])
    door.reissue(hall.ws, fresh.id)
    one.refresh()
    door.reissue(hall.ws, hall.guests[3].id)
    unheard = hall.stored(hall.guests[3])
    with outage(hall.url):
        assert one.check_in(ask(revoked))[0].kind is Kind.REVOKED
        assert one.check_in(ask(gone))[0].reason is Reason.SINCE
        assert one.check_in(ask(hall.guests[3]))[0].kind is Kind.WELCOME
        answer, _ = one.check_in(ask(unheard))
        assert (answer.kind, answer.reason) == (Kind.UNKNOWN, Reason.SINCE)


def test_a_guest_taken_off_meanwhile_is_counted(hall: Hall) -> None:
    one = hall.desk("1")
    with outage(hall.url):
        one.check_in(ask(hall.guests[0]))
    with hall.ws.change("Remove") as work:
        work.remove(Attendee, hall.guests[0].id)
    merged = one.reconnect(wait=20)
    assert merged is not None
    assert (merged.noted, merged.gone) == (0, 1)


@needs_proc
def test_the_copy_holds_no_more_than_a_door_needs_and_goes_with_the_desk(hall: Hall) -> None:
    edited(hall.ws, hall.guests[0], lambda one: replace(one, needs="no nuts", notes="late"))
    one = hall.desk("1")
    [file] = copies()
    with pytest.raises(DatabaseRefused, match="another window") as refused:
        Desk.open(hall.ws, hall.guests[0].event_id, "1")
    one.close()
    assert not file.exists()
    assert not is_open(file), refused
    again = hall.desk("1")
    with Workspace.open(file) as copy:
        kept = copy.load(Attendee, hall.guests[0].id)
        people = copy.find(Person)
    assert (kept.needs, kept.notes, kept.ticket) == ("", "", hall.guests[0].ticket)
    assert len(people) == len(hall.guests)
    assert again.online


def test_a_desk_that_never_saw_the_list_does_not_open_without_the_server(hall: Hall) -> None:
    with outage(hall.url), pytest.raises(Unreachable, match="no list of guests yet"):
        Desk.open(hall.ws, hall.guests[0].event_id, "1")
    assert not copies()


def coming(hall: Hall) -> datetime:
    """Let the event be today, and say when a guest comes."""
    now = datetime.now(UTC)
    with hall.ws.change("Today") as work:
        event = work.load(Event, hall.guests[0].event_id)
        work.put(replace(event, first_day=now.date(), last_day=now.date() + timedelta(days=1)))
    return now


def test_a_desk_opens_without_the_server_by_the_list_that_it_had_last(hall: Hall) -> None:
    """The whole program starts anew meanwhile: the window finds the event, the desk its list."""
    now = coming(hall)
    guest, other, *_ = hall.guests
    hall.desk("1").close()
    assert len(copies()) == 1
    with outage(hall.url):
        ws = Workspace.open(hall.url, later=True, who="1")
        assert ws.away is not None
        [event] = desk_place.events(ws)
        one = Desk.open(ws, event.id, "1")
        hall.desks.append((ws, one))
        assert not one.online
        assert one.since is not None
        assert one.since <= now + timedelta(minutes=5)
        assert one.check_in(Scan("", guest.ticket, at=now))[0].kind is Kind.WELCOME
        assert one.check_in(Scan("", guest.ticket, at=now))[0].kind is Kind.ALREADY_IN
        with pytest.raises(Unreachable):
            ws.load(Event, event.id)
        one.close()
        again = Desk.open(ws, event.id, "1")  # and once more: what waits stays
        hall.desks.append((ws, again))
        assert again.check_in(Scan("", other.ticket, at=now))[0].kind is Kind.WELCOME
        assert again.waiting == 2
    merged = again.reconnect(wait=20)
    assert merged is not None
    assert merged.noted == 2
    assert (again.online, again.since, ws.away) == (True, None, None)
    assert hall.stored(guest).attended
    assert hall.stored(other).attended


def test_a_desk_with_a_new_name_borrows_the_list_of_another_desk_of_this_computer(
    hall: Hall,
) -> None:
    now = coming(hall)
    guest, other, *_ = hall.guests
    one = hall.desk("1")
    with outage(hall.url):
        assert one.check_in(Scan("", guest.ticket, at=now))[0].kind is Kind.WELCOME
        one.close()
        ws = hall.desks[0][0]
        two = Desk.open(ws, guest.event_id, "2")
        hall.desks.append((ws, two))
        assert two.since is not None
        assert two.check_in(Scan("", guest.ticket, at=now))[0].kind is Kind.ALREADY_IN
        assert two.check_in(Scan("", other.ticket, at=now))[0].kind is Kind.WELCOME
        assert two.waiting == 1
    merged = two.reconnect(wait=20)
    assert merged is not None
    assert merged.noted == 1
    again = hall.desk("1")
    assert again.merged is not None
    assert again.merged.noted == 1
    assert all(len(hall.stored(one).check_ins) == 1 for one in (guest, other))


def test_who_is_forgotten_is_forgotten_by_the_desks_too(hall: Hall) -> None:
    coming(hall)
    guest, other, *_ = hall.guests
    hall.desk("1").close()
    two = hall.desk("2")
    privacy.erase(hall.ws, guest.person_id)
    two.refresh([guest.id])
    [file] = copies()
    two.close()
    name = hall.ws.load(Person, other.person_id).names[0].family.encode()
    assert b"Guest 0000" not in file.read_bytes()
    assert name in file.read_bytes()


def test_practice_answers_as_on_the_day_and_leaves_nothing(
    new_workspace: Callable[[], Workspace],
) -> None:
    ws = new_workspace()
    lunch = DoorList("lunch", day=NINE.date() + timedelta(days=1))
    days = {"first_day": NINE.date(), "last_day": NINE.date() + timedelta(days=1)}
    guest, _ = guests(ws, 2, doors=(ENTRANCE, lunch), **days)
    earnest = Desk.open(ws, guest.event_id, "1")
    assert earnest.opens() == NINE.date() + timedelta(days=1), "the event is over"
    assert earnest.check_in(Scan("", guest.ticket))[0].kind is Kind.OTHER_DAY
    practice = Desk.practising(ws, guest.event_id, "1")
    assert practice.practises
    for list in ("entrance", "lunch"):
        kinds = [practice.check_in(Scan("", guest.ticket, list=list))[0] for _ in range(2)]
        assert [one.kind for one in kinds] == [Kind.WELCOME, Kind.ALREADY_IN]
        assert kinds[0].at is not None
        assert day_of(ws.load(Event, guest.event_id), kinds[0].at) == lunch.day
        assert practice.figures(list).inside == 1
    practice.walk_in(BERIK, Scan("1"), "press")
    assert practice.reconnect() is None
    practice.close()
    earnest.close()
    assert not ws.load(Attendee, guest.id).check_ins
    assert len(ws.find(Attendee)) == 2
    assert history.entries(ws) == []


def test_on_a_file_a_desk_is_the_database(ws: Workspace) -> None:
    always = DoorList("entrance", re_entry=ReEntry.ALWAYS)
    [guest] = guests(ws, 1, doors=(always,))
    desk = Desk.open(ws, guest.event_id, "1")
    assert [desk.check_in(ask(guest, n))[0].kind for n in range(2)] == [Kind.WELCOME] * 2
    assert desk.source is ws
    assert desk.reconnect() is None
    desk.close()
    assert len(ws.load(Attendee, guest.id).check_ins) == 2
