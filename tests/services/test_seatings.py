"""Seatings by rule and by hand, and what the guests' invitations know of them."""

from dataclasses import replace

import pytest

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.seating import Apart, Interpreter, Seat, Seating, Shape, Table
from desktop.domain.seating_faults import Fault, FaultKind
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.services import (
    attendance,
    events,
    history,
    people,
    planning,
    preflight,
    protocol,
    publishing,
    seating_board,
    seatings,
)
from desktop.services.workspace import Workspace

DINNER = Localized.of(es="Cena", en="Dinner")
HEAD = Table(Localized.of(en="Head"), Shape.HEAD, 5)
ROUND = Table(Localized.of(en="Round"), Shape.ROUND, 6)


def held(ws: Workspace, count: int = 6) -> None:
    """An event with guests from 1, who all come, and a dinner with a head table."""
    events.create(ws, Event(slug="gala", languages=("es", "kk")))
    for number in range(1, count + 1):
        name = PersonName("Latn", family=f"Guest {number:02}")
        people.save(ws, Person(names=(name,)))
        attendance.save(ws, Attendee(event_id=1, person_id=number, reply=Reply.ACCEPTED))
    seatings.create(ws, Seating(event_id=1, title=DINNER, tables=(HEAD,)))


def seats(ws: Workspace) -> dict[int, str]:
    return {one.id: one.seat for one in attendance.attendees(ws, 1) if one.seat}


def seen(ws: Workspace, id: int = 1) -> seating_board.Board:
    return seating_board.board(publishing.dossier(ws, 1), seatings.seating(ws, id))


def test_a_suggestion_follows_precedence_and_guests_know_their_seats(ws: Workspace):
    held(ws, 5)
    protocol.set_president(ws, 1, 3)
    change = seatings.suggest(ws, 1)
    assert change.name == "Suggest who sits where"
    assert seats(ws) == {3: "1-3", 1: "1-2", 2: "1-4", 4: "1-1", 5: "1-5"}
    history.undo(ws)
    assert seats(ws) == {}
    assert seatings.seating(ws, 1).seats == ()


def test_only_who_comes_is_seated_unless_everybody_is_wanted(ws: Workspace):
    held(ws, 4)
    attendance.edit_all(ws, [4], reply=Reply.INVITED)
    attendance.edit_all(ws, [3], reply=Reply.DECLINED)
    seatings.suggest(ws, 1)
    assert set(seats(ws)) == {1, 2}
    seatings.suggest(ws, 1, everybody=True)
    assert set(seats(ws)) == {1, 2, 4}


def test_a_guest_is_seated_by_hand_and_changes_with_who_sits_there(ws: Workspace):
    held(ws)
    change = seatings.seat(ws, 1, 1, 0, 2)
    assert change.fields["person"] == "Guest 01"
    assert change.fields["seat"] == "1-2"
    seatings.seat(ws, 1, 2, 0, 4)
    change = seatings.seat(ws, 1, 1, 0, 4)
    assert change.name == "{one} and {other} change places"
    assert seats(ws) == {1: "1-4", 2: "1-2"}
    seatings.seat(ws, 1, 3, 0, 4)
    assert seats(ws) == {3: "1-4", 2: "1-2"}
    seatings.unseat(ws, 1, [3])
    assert seats(ws) == {2: "1-2"}
    for _ in range(2):
        history.undo(ws)
    assert seats(ws) == {1: "1-4", 2: "1-2"}


def test_who_is_locked_stays_where_a_hand_put_them(ws: Workspace):
    held(ws)
    seatings.seat(ws, 1, 6, 0, 3)
    seatings.lock(ws, 1, [6])
    seatings.suggest(ws, 1)
    assert seats(ws)[6] == "1-3"
    seatings.lock(ws, 1, [6], locked=False)
    seatings.suggest(ws, 1)
    assert 6 not in seats(ws)


def test_what_is_wrong_is_told_as_it_arises(ws: Workspace):
    held(ws, 6)
    seatings.keep_apart(ws, 1, 1, 2)
    seatings.seat(ws, 1, 1, 0, 1)
    seatings.seat(ws, 1, 2, 0, 2)
    seatings.interpret(ws, 1, 3, 1)
    attendance.edit_all(ws, [2], reply=Reply.DECLINED)
    found = seen(ws).faults
    assert Fault(FaultKind.APART, (1, 2), 0) in found
    assert Fault(FaultKind.INTERPRETER, (3, 1), 0) in found
    assert Fault(FaultKind.NOT_COMING, (2,), 0) in found
    assert FaultKind.TOO_MANY not in {fault.kind for fault in found}
    texts = [one.text("en") for one in preflight.check(ws, 1, ("es",)) if "seating" in one.kind]
    assert "Guest 01 and Guest 02 must not sit beside each other" in texts
    seatings.change_table(ws, 1, 0, replace(HEAD, places=4))
    assert Fault(FaultKind.TOO_MANY) in seen(ws).faults
    seatings.keep_apart(ws, 1, 2, 1, apart=False)
    seatings.interpret(ws, 1, 3, None)
    assert seatings.seating(ws, 1).apart == seatings.seating(ws, 1).interpreters == ()
    assert set(seating_board.FAULTS) == set(FaultKind)


def test_companions_need_places_too(ws: Workspace):
    held(ws, 5)
    assert FaultKind.TOO_MANY not in {fault.kind for fault in seen(ws).faults}
    attendance.edit_all(ws, [2], party=1)
    assert FaultKind.TOO_MANY in {fault.kind for fault in seen(ws).faults}


def test_tables_come_and_go_with_their_guests(ws: Workspace):
    held(ws)
    seatings.add_table(ws, 1, ROUND)
    seatings.seat(ws, 1, 1, 1, 6)
    seatings.seat(ws, 1, 2, 0, 1)
    seatings.remove_table(ws, 1, 0)
    assert seats(ws) == {1: "1-6"}
    history.undo(ws)
    assert seats(ws) == {1: "2-6", 2: "1-1"}


@pytest.mark.parametrize("places", [0, 401])
def test_a_table_without_places_or_with_too_many_is_refused(ws: Workspace, places: int):
    held(ws, 1)
    with pytest.raises(BadInput, match="1 to 400 places"):
        seatings.add_table(ws, 1, replace(ROUND, places=places))
    assert seatings.seating(ws, 1).tables == (HEAD,)


def test_a_place_that_is_not_there_is_refused(ws: Workspace):
    held(ws, 1)
    with pytest.raises(BadInput, match="no such place"):
        seatings.seat(ws, 1, 1, 0, 6)
    with pytest.raises(BadInput, match="two different"):
        seatings.keep_apart(ws, 1, 1, 1)


def test_who_is_taken_off_the_list_frees_the_seat_and_comes_back_to_it(ws: Workspace):
    held(ws, 5)
    seatings.keep_apart(ws, 1, 1, 2)
    seatings.interpret(ws, 1, 5, 1)
    seatings.host(ws, 1, 1)
    seatings.suggest(ws, 1)
    before = seatings.seating(ws, 1)
    for take_off in (
        lambda: attendance.delete(ws, 1),
        lambda: attendance.delete_all(ws, [1]),
    ):
        take_off()
        left = seatings.seating(ws, 1)
        assert left.seat_of(1) is None
        assert (left.apart, left.interpreters, left.host_ids) == ((), (), ())
        history.undo(ws)
        assert seatings.seating(ws, 1) == before
        assert seats(ws)[1] == "1-3"


def test_guests_have_the_labels_of_the_first_seating_then_of_the_next(ws: Workspace):
    held(ws, 2)
    seatings.create(ws, Seating(event_id=1, tables=(ROUND, ROUND)))
    seatings.seat(ws, 2, 1, 1, 4)
    assert seats(ws) == {}
    seatings.seat(ws, 1, 1, 0, 1)
    assert seats(ws) == {1: "1-1"}
    seatings.delete(ws, 1)
    assert seats(ws) == {1: "2-4"}
    seatings.delete(ws, 2)
    assert seats(ws) == {}


def test_a_seat_written_by_hand_stays_until_the_guest_is_seated(ws: Workspace):
    held(ws, 2)
    attendance.edit_all(ws, [2], seat="Balcony")
    seatings.seat(ws, 1, 1, 0, 1)
    assert seats(ws) == {1: "1-1", 2: "Balcony"}


def test_whoever_speaks_can_be_put_on_the_list(ws: Workspace):
    held(ws, 2)
    people.save(ws, Person(names=(PersonName("Latn", family="Speaker"),)))
    planning.save_slot(ws, Slot(event_id=1, speakers=(Speaker(3), Speaker(1))))
    assert seen(ws).speakers == 1
    change = seatings.add_speakers(ws, 1)
    assert change.fields == {"count": "1"}
    assert seen(ws).speakers == 0
    assert attendance.attendees(ws, 1)[-1].category == "speaker"


def test_an_event_goes_with_its_seatings(ws: Workspace):
    held(ws, 3)
    seatings.suggest(ws, 1)
    events.delete(ws, 1)
    assert seatings.seatings(ws, 1) == []
    history.undo(ws)
    assert len(seatings.seating(ws, 1).seats) == 3


def test_a_seating_is_stored_whole(ws: Workspace):
    held(ws, 3)
    whole = Seating(
        event_id=1,
        title=DINNER,
        tables=(HEAD, ROUND),
        seats=(Seat(1, 0, 2, behind=True, locked=True),),
        apart=(Apart(1, 2),),
        interpreters=(Interpreter(1, 3),),
        host_ids=(2, 3),
        position=2,
    )
    seatings.create(ws, whole)
    assert seatings.seating(ws, 2) == replace(whole, id=2)
