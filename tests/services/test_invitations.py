"""Replies, places and the waiting list, as verbs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.errors import BadInput, NotFound
from desktop.domain.event import Capacity, Event, WaitingRule
from desktop.domain.localized import Localized
from desktop.domain.message import Letter, Purpose
from desktop.domain.person import Accreditation, MissionClass, Office, Person, PersonName
from desktop.domain.venue import Venue
from desktop.services import attendance, events, history, invitations, people
from desktop.services.workspace import Workspace
from tests.storage.databases import on_server

NAMES = ("Ana", "Berik", "Clara", "Dana")
A, W, D = Reply.ACCEPTED, Reply.WAITING, Reply.DECLINED


@pytest.fixture
def event(ws: Workspace) -> Event:
    """An event with two places and four guests, who were all invited."""
    events.create(ws, Event(slug="uno", languages=("es",), capacities=(Capacity("", 2),)))
    found = events.only_event(ws)
    for number, name in enumerate(NAMES, 1):
        people.save(ws, Person(names=(PersonName("Latn", "García", name),)))
        attendance.save(ws, Attendee(0, found.id, number, reply=Reply.INVITED))
    return found


def replies(ws: Workspace, event: Event) -> list[Reply]:
    return [one.reply for one in attendance.attendees(ws, event.id)]


def line(ws: Workspace, event: Event) -> list[int]:
    """Those who wait, in their order."""
    places = {one.id: invitations.standing(ws, one.id).place for one in ws.find(Attendee)}
    return sorted((id for id, place in places.items() if place), key=places.__getitem__)


def test_whoever_accepts_beyond_the_places_waits_and_the_change_says_so(
    ws: Workspace, event: Event
) -> None:
    assert invitations.set_replies(ws, [1, 2], A).name == "Reply of {count} guests"
    change = invitations.set_replies(ws, [3], A)
    assert replies(ws, event) == [A, A, W, Reply.INVITED]
    assert change.name.format_map(change.fields) == "Clara García goes on the waiting list"
    (taken,) = invitations.standing(ws, 3).occupancy
    assert (taken.taken, taken.waiting, taken.free) == (2, 1, 0)


def test_a_place_that_becomes_free_is_given_in_the_same_change(
    ws: Workspace, event: Event
) -> None:
    for number in (4, 1, 3, 2):
        invitations.set_replies(ws, [number], A)
    assert replies(ws, event) == [A, W, W, A]
    assert line(ws, event) == [3, 2]
    change = invitations.set_replies(ws, [1], D)
    assert change.name.format_map(change.fields) == "Reply of Ana García; moves up: Clara García"
    assert replies(ws, event) == [D, W, A, A]
    history.undo(ws)
    assert replies(ws, event) == [A, W, W, A]
    history.redo(ws)
    assert replies(ws, event) == [D, W, A, A]


Deed = Callable[[Workspace, Event], object]
DEEDS: dict[str, Deed] = {
    "taken off": lambda ws, _event: attendance.delete(ws, 1),
    "several taken off": lambda ws, _event: attendance.delete_all(ws, [1]),
    "edited": lambda ws, _event: attendance.edit_all(ws, [1], reply=Reply.CANCELLED),
    "saved": lambda ws, _event: attendance.save(ws, replace(attendance.attendee(ws, 1), reply=D)),
    "more places": lambda ws, event: events.save(
        ws, replace(event, capacities=(Capacity("", 3),))
    ),
    "no answer": lambda ws, _event: invitations.set_replies(ws, [1], Reply.INVITED, correct=True),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_sets_a_place_free_lets_somebody_move_up(
    ws: Workspace, event: Event, deed: str
) -> None:
    invitations.set_replies(ws, [1, 2, 3], A)
    DEEDS[deed](ws, event)
    assert attendance.attendee(ws, 3).reply is A
    name = history.entries(ws)[0]
    assert "Clara García" in name.name.format_map(name.fields)
    history.undo(ws)
    assert replies(ws, event) == [A, A, W, Reply.INVITED]


def test_a_smaller_party_lets_somebody_in_and_a_larger_one_is_the_organisers_affair(
    ws: Workspace, event: Event
) -> None:
    attendance.save(ws, replace(attendance.attendee(ws, 1), party=1))
    invitations.set_replies(ws, [1, 2], A)
    assert replies(ws, event)[:2] == [A, W]
    attendance.save(ws, replace(attendance.attendee(ws, 1), party=0))
    assert replies(ws, event)[:2] == [A, A]


def test_precedence_decides_where_the_event_says_so(ws: Workspace, event: Event) -> None:
    events.save_venue(ws, Venue(country="KZ"))
    events.save(ws, replace(event, venue_id=1, waiting_rule=WaitingRule.PRECEDENCE))
    office = Office(Localized.of(en="Ambassador"), mission_class=MissionClass.AMBASSADOR)
    since = datetime(2020, 1, 1, tzinfo=UTC)
    head = replace(
        people.person(ws, 4), offices=(office,), accreditations=(Accreditation("KZ", since),)
    )
    people.save(ws, head)
    for number in (1, 2, 3, 4):
        invitations.set_replies(ws, [number], A)
    assert line(ws, event) == [4, 3]
    invitations.set_replies(ws, [2], D)
    assert replies(ws, event) == [A, D, W, A]


def test_by_hand_the_organiser_lets_somebody_in(ws: Workspace, event: Event) -> None:
    events.save(ws, replace(event, waiting_rule=WaitingRule.BY_HAND))
    invitations.set_replies(ws, [1, 2], A)
    invitations.set_replies(ws, [3], A)
    invitations.set_replies(ws, [4], A)
    invitations.set_replies(ws, [1], D)
    assert replies(ws, event) == [D, A, W, W]
    assert [invitations.standing(ws, number).has_room for number in (3, 4)] == [True, False]
    invitations.set_replies(ws, [4], A)
    assert replies(ws, event) == [D, A, W, A]


def test_nonsense_is_refused_by_name_and_nothing_is_changed(ws: Workspace, event: Event) -> None:
    there = attendance.attendee(ws, 2)
    attendance.save(ws, replace(there, reply=A, check_ins=(CheckIn(datetime.now(UTC)),)))
    before = attendance.attendees(ws, event.id)
    with pytest.raises(BadInput, match=r"^Berik García: Whoever came"):
        attendance.edit_all(ws, [1, 2], reply=Reply.TO_INVITE)
    with pytest.raises(BadInput, match=r"^Ana García: “To be invited” does not follow"):
        invitations.set_replies(ws, [1], Reply.TO_INVITE)
    with pytest.raises(NotFound):
        invitations.set_replies(ws, [1, 99], A)
    assert attendance.attendees(ws, event.id) == before


def test_a_representative_takes_the_guests_place(ws: Workspace, event: Event) -> None:
    people.save(ws, Person(names=(PersonName("Latn", "López", "Eva"),)))
    invitations.set_replies(ws, [1], Reply.REPRESENTATIVE, representative_id=5)
    guest = attendance.attendee(ws, 1)
    assert (guest.reply, guest.representative_id) == (Reply.REPRESENTATIVE, 5)
    invitations.set_replies(ws, [1], A)
    assert attendance.attendee(ws, 1).representative_id is None


def test_a_companion_comes_by_name_with_the_guests_reply(ws: Workspace, event: Event) -> None:
    people.save(ws, Person(names=(PersonName("Latn", "López", "Eva"),)))
    attendance.save(ws, replace(attendance.attendee(ws, 1), party=1))
    invitations.set_replies(ws, [1], A)
    change = invitations.invite_companion(ws, 1, 5)
    assert change.name.format_map(change.fields) == "Invite Eva López"
    host, companion = attendance.attendee(ws, 1), attendance.attendees(ws, event.id)[-1]
    assert (host.party, companion.invited_by_id, companion.reply) == (0, 1, A)
    assert companion.category == "companion"
    with pytest.raises(BadInput):
        invitations.invite_companion(ws, 1, 1)
    with pytest.raises(BadInput):
        invitations.invite_companion(ws, 1, 5)
    people.save(ws, Person(names=(PersonName("Latn", "Ruiz", "Sol"),)))
    invitations.invite_companion(ws, 1, 6)
    assert attendance.attendees(ws, event.id)[-1].reply is W


def test_an_invitation_stands_among_others(ws: Workspace, event: Event) -> None:
    people.save(ws, Person(names=(PersonName("Latn", "López", "Eva"),)))
    invitations.set_replies(ws, [1], Reply.REPRESENTATIVE, representative_id=5)
    invitations.set_replies(ws, [2], A)
    invitations.set_replies(ws, [3], A)
    people.save(ws, Person(names=(PersonName("Latn", "Ruiz", "Sol"),)))
    invitations.invite_companion(ws, 2, 6)
    first, second, third, last = (invitations.standing(ws, n) for n in (1, 2, 3, 5))
    assert first.deputy == people.person(ws, 5)
    assert [person.id for _, person in second.companions] == [6]
    assert (third.place, third.waiting, first.place) == (1, 2, 0)
    assert [each.taken for each in third.occupancy] == [2]
    assert (last.place, last.host) == (2, people.person(ws, 2))


def test_silence_is_noted_after_the_day_that_the_letter_named(ws: Workspace, event: Event) -> None:
    letter = Letter(Purpose.INVITATION, reply_until=date(2026, 5, 1))
    events.save(ws, replace(event, letters=(letter,)))
    invitations.set_replies(ws, [1], A)
    assert not invitations.note_silence(ws, event.id, date(2026, 5, 1)).edits
    change = invitations.note_silence(ws, event.id, date(2026, 5, 2))
    assert change.fields["count"] == "3"
    assert replies(ws, event) == [A, *[Reply.NO_REPLY] * 3]


def test_a_guest_may_be_added_as_having_accepted(ws: Workspace, event: Event) -> None:
    invitations.set_replies(ws, [1, 2], A)
    people.save(ws, Person(names=(PersonName("Latn", "López", "Eva"),)))
    change = attendance.save(ws, Attendee(0, event.id, 5, reply=A))
    assert change.name.format_map(change.fields) == "Eva López goes on the waiting list"
    invitations.set_replies(ws, [3], A)
    assert line(ws, event) == [5, 3]


def test_two_desks_do_not_give_the_last_place_to_two_guests(server: str) -> None:
    location = on_server(server)
    with Workspace.open(location) as ws:
        events.create(ws, Event(slug="uno", capacities=(Capacity("", 3),)))
        for number in range(1, 17):
            people.save(ws, Person(names=(PersonName("Latn", "García", f"Ana {number}"),)))
            attendance.save(ws, Attendee(0, 1, number, reply=Reply.INVITED))

    def accept(desk: int) -> None:
        with Workspace.open(location) as ws:
            for number in range(desk, 17, 4):
                invitations.set_replies(ws, [number], A)

    with ThreadPoolExecutor(4) as desks:
        list(desks.map(accept, (1, 2, 3, 4)))
    with Workspace.open(location) as ws:
        every = [one.reply for one in attendance.attendees(ws, 1)]
    assert every.count(A) == 3
    assert every.count(W) == 13
