"""Check-ins and messages only grow, however many programs add to them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attendee import Attendee, CheckIn
from desktop.domain.errors import Conflict
from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.services import attendance, history
from desktop.services.change import Recording
from desktop.services.workspace import Workspace
from desktop.storage.growing import grown, turned

NINE = datetime(2026, 5, 14, 9, tzinfo=UTC)
FIRST, SECOND, THIRD = (CheckIn(NINE + timedelta(minutes=n), nonce=str(n)) for n in range(3))


def guest(ws: Workspace) -> Attendee:
    with ws.database.write() as writer:
        event, person = writer.put(Event()), writer.put(Person())
        return writer.put(Attendee(event_id=event.id, person_id=person.id))


def stored(ws: Workspace) -> Attendee:
    return ws.find(Attendee)[0]


def add(ws: Workspace, passage: CheckIn) -> None:
    with ws.change("Check in") as work:
        [there] = work.held(Attendee)
        work.append(there, "check_ins", passage)


def test_an_edit_takes_no_check_in_away(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    open_in_a_window = guest(ws)
    add(ws, FIRST)
    add(ws, SECOND)
    attendance.save(ws, replace(open_in_a_window, seat="A1", check_ins=(SECOND, THIRD)))
    assert stored(ws).check_ins == (FIRST, SECOND, THIRD)
    assert stored(ws).seat == "A1"


def test_undo_takes_a_check_in_back_and_redo_brings_it(
    new_workspace: Callable[[], Workspace],
) -> None:
    ws = new_workspace()
    guest(ws)
    add(ws, FIRST)
    add(ws, SECOND)
    attendance.save(ws, replace(stored(ws), seat="A1"))
    seen = [stored(ws)]
    while history.undo(ws):
        seen.append(stored(ws))
    assert [len(one.check_ins) for one in seen] == [2, 2, 1, 0]
    assert [one.seat for one in seen] == ["A1", "", "", ""]
    while seen and history.redo(ws):
        seen.pop()
        assert stored(ws) == seen[-1]


def test_what_was_added_is_taken_back_whatever_came_since(
    new_location: Callable[[], str],
) -> None:
    location = new_location()
    with Workspace.open(location, who="desk") as desk:
        read = guest(desk)
        add(desk, FIRST)
        with desk.database.write() as writer:  # as another program does
            later = writer.put(replace(read, seat="A1"))
            writer.append(stored(desk), "check_ins", SECOND)
        history.undo(desk)
        assert stored(desk).check_ins == (SECOND,)
        assert stored(desk).seat == later.seat
        history.redo(desk)
        assert set(stored(desk).check_ins) == {FIRST, SECOND}
        with desk.database.write() as writer:
            writer.remove(Attendee, read.id)
        with pytest.raises(Conflict, match="changed since"):
            history.undo(desk)


def test_what_was_not_held_collides(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    read = guest(ws)
    add(ws, FIRST)
    with pytest.raises(Conflict, match="at this moment"), ws.change("Check in") as work:
        work.append(read, "check_ins", SECOND)
    assert stored(ws).check_ins == (FIRST,)


def test_who_holds_decides_alone(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    id = guest(ws).id

    def come_in(desk: int) -> bool:
        with ws.change("Check in") as work:
            [there] = work.held(Attendee, id=id)
            return not there.check_ins and _append(work, there, CheckIn(NINE, str(desk)))

    with ThreadPoolExecutor(8) as desks:
        assert sum(desks.map(come_in, range(8))) == 1
    assert len(stored(ws).check_ins) == 1


def _append(work: Recording, there: Attendee, passage: CheckIn) -> bool:
    return bool(work.append(there, "check_ins", passage).check_ins)


passages = st.lists(
    st.integers(0, 9).map(lambda minute: CheckIn(NINE + timedelta(minutes=minute))),
    unique_by=lambda passage: passage.at,
    max_size=5,
).map(tuple)


@given(there=passages, added=passages)
def test_growing_loses_nothing(there: tuple[CheckIn, ...], added: tuple[CheckIn, ...]) -> None:
    result = grown(Attendee(check_ins=added), Attendee(check_ins=there)).check_ins
    assert result[: len(there)] == there
    assert set(result) == {*there, *added}
    assert len(result) == len(set(result))


@given(before=passages, more=passages, later=passages)
def test_a_turn_concerns_only_what_the_change_added(
    before: tuple[CheckIn, ...], more: tuple[CheckIn, ...], later: tuple[CheckIn, ...]
) -> None:
    old = Attendee(check_ins=before)
    new = grown(Attendee(check_ins=more), old)
    now = grown(Attendee(check_ins=later), new)
    undone = turned(now, new, old)
    assert set(undone.check_ins) == set(now.check_ins) - (set(new.check_ins) - set(before))
    assert set(turned(undone, old, new).check_ins) == set(now.check_ins)
