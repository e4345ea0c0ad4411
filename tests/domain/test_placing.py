"""Suggested seatings, what is wrong with seatings, and what a hand does to them."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain.localized import Localized
from desktop.domain.person import Gender
from desktop.domain.places import honour_order
from desktop.domain.placing import Sitter, Wish, suggest
from desktop.domain.seating import Apart, Interpreter, Seat, Seating, Shape, Table
from desktop.domain.seating_faults import Fault, FaultKind, faults
from desktop.domain.seating_moves import (
    interpreting,
    kept_apart,
    locked,
    moved,
    swapped,
    unseated,
    with_table,
    without,
    without_table,
)

NAME = Localized.of(en="Table")
HEAD = Table(NAME, Shape.HEAD, 5)
ROUND = Table(NAME, Shape.ROUND, 6)
ROWS = Table(NAME, Shape.ROWS, 12, 2)


def plan(seating: Seating, at: int = 0) -> list[int]:
    """Who sits at each place of a table in turn; 0 for nobody."""
    places = range(1, seating.tables[at].places + 1)
    return [seating.sitter(at, place) or 0 for place in places]


def party(count: int, president: int = 1) -> list[Sitter]:
    return [Sitter(number, presides=number == president) for number in range(1, count + 1)]


def test_at_the_head_table_the_first_guest_sits_at_the_right_hand_of_who_presides():
    assert plan(suggest(Seating(tables=(HEAD,)), party(5))) == [4, 2, 1, 3, 5]


def test_where_nobody_presides_the_first_has_the_middle():
    assert plan(suggest(Seating(tables=(HEAD,)), party(4, president=0))) == [4, 2, 1, 3, 0]


def test_the_others_go_to_round_tables_and_every_host_heads_one():
    seating = Seating(tables=(ROUND, ROUND), host_ids=(9,))
    sitters = [replace(one, host=one.attendee_id == 9) for one in party(9)]
    placed = suggest(seating, sitters)
    assert plan(placed, 0) == [1, 3, 5, 6, 4, 2]
    assert plan(placed, 1) == [9, 8, 0, 0, 0, 7]


def test_rows_are_filled_behind_the_head_table_from_the_aisle():
    placed = suggest(Seating(tables=(ROWS, HEAD)), party(8))
    assert plan(placed, 1) == [4, 2, 1, 3, 5]
    assert plan(placed, 0)[:6] == [0, 8, 6, 7, 0, 0]


def test_an_interpreter_sits_behind_at_a_table_and_at_the_left_hand_in_a_row():
    for shape in (HEAD, ROUND, ROWS):
        seating = Seating(tables=(shape,), interpreters=(Interpreter(5, 2), Interpreter(6, 4)))
        placed = suggest(seating, party(6, president=0))
        assert not faults(placed, expected=range(1, 7))
        assert len(placed.seats) == 6


def test_those_who_must_not_sit_beside_each_other_do_not():
    seating = Seating(tables=(HEAD,), apart=(Apart(2, 4),))
    placed = suggest(seating, party(5))
    assert not faults(placed, expected=range(1, 6))
    assert placed.sitter(0, 3) == 1


def test_hosts_and_guests_alternate_if_wanted():
    sitters = [Sitter(n, host=n > 4, presides=n == 8) for n in range(1, 9)]
    seating = Seating(tables=(Table(NAME, Shape.ROUND, 8),))
    around = plan(suggest(seating, sitters, {Wish.HOSTS}))
    assert all((a > 4) != (b > 4) for a, b in zip(around, around[1:] + around[:1], strict=True))


def test_women_and_men_alternate_if_wanted():
    sexes = [Gender.FEMININE, Gender.MASCULINE]
    sitters = [Sitter(n, sexes[n > 3]) for n in range(1, 7)]
    around = plan(suggest(Seating(tables=(ROUND,)), sitters, {Wish.SEXES}))
    assert all((a > 3) != (b > 3) for a, b in zip(around, around[1:] + around[:1], strict=True))


SEATINGS = st.builds(
    lambda tables, pairs, interpreters: Seating(
        tables=tuple(tables),
        apart=tuple(Apart(a, b) for a, b in pairs if a != b),
        interpreters=tuple(Interpreter(by, by - 20) for by in interpreters),
    ),
    st.lists(
        st.builds(
            Table, st.just(NAME), st.sampled_from(Shape), st.integers(1, 14), st.integers(1, 3)
        ),
        max_size=4,
    ),
    st.lists(st.tuples(st.integers(1, 25), st.integers(1, 25)), max_size=4),
    st.sets(st.integers(21, 25), max_size=3),
)
PARTIES = st.lists(
    st.builds(
        Sitter,
        st.integers(1, 25),
        st.sampled_from(Gender),
        st.frozensets(st.sampled_from(["es", "kk", "ru"])),
        st.booleans(),
    ),
    unique_by=lambda one: one.attendee_id,
    max_size=25,
).map(lambda sitters: [replace(one, presides=at == 3) for at, one in enumerate(sitters)])


@given(SEATINGS, PARTIES, st.frozensets(st.sampled_from(Wish)))
def test_everybody_has_one_place_as_long_as_there_are_places(
    seating: Seating, sitters: list[Sitter], wishes: frozenset[Wish]
):
    placed = suggest(seating, sitters, wishes)
    seated = [seat.attendee_id for seat in placed.seats]
    assert len(set(seated)) == len(seated)
    assert set(seated) <= {one.attendee_id for one in sitters}
    found = faults(placed, [one.attendee_id for one in sitters])
    kinds = {fault.kind for fault in found}
    assert not kinds & {FaultKind.TWICE, FaultKind.SHARED, FaultKind.NO_PLACE}
    if len(sitters) <= sum(one.places for one in seating.tables):
        assert len(seated) == len(sitters)
    assert suggest(placed, sitters, wishes) == placed


@given(SEATINGS, PARTIES, st.data())
def test_who_is_locked_stays(seating: Seating, sitters: list[Sitter], data: st.DataObject):
    placed = suggest(seating, sitters)
    assume(placed.seats)
    stays = data.draw(st.sampled_from(placed.seats))
    held = locked(placed, {stays.attendee_id}, lock=True)
    again = suggest(held, list(reversed(sitters)))
    assert again.seat_of(stays.attendee_id) == replace(stays, locked=True)


@given(st.integers(5, 30), st.integers(1, 30), st.integers(1, 30))
def test_one_pair_is_always_parted_where_there_is_room(places: int, one: int, other: int):
    assume(one != other and max(one, other) <= places)
    for shape in (Shape.HEAD, Shape.ROUND, Shape.ROWS):
        seating = Seating(tables=(Table(NAME, shape, places),), apart=(Apart(one, other),))
        assert not faults(
            suggest(seating, party(places, president=0)), expected=range(1, places + 1)
        )


@given(st.integers(0, 12))
def test_precedence_decides_at_every_shape(count: int):
    for one in (HEAD, ROUND, ROWS):
        placed = suggest(Seating(tables=(one,)), party(count))
        order = [placed.sitter(0, place) for place in honour_order(one)]
        assert order == [*range(1, count + 1), *[None] * one.places][: one.places]


# what is wrong -----------------------------------------------------------------------------


def test_faults_name_whom_they_concern():
    seating = Seating(
        tables=(HEAD, ROWS),
        seats=(
            Seat(1, 0, 1),
            Seat(2, 0, 2),
            Seat(3, 0, 9),
            Seat(4, 1, 3),
            Seat(5, 1, 4),
            Seat(6, 0, 2),
            Seat(4, 0, 5),
            Seat(8, 1, 1),
        ),
        apart=(Apart(1, 2), Apart(4, 5)),
        interpreters=(Interpreter(8, 5), Interpreter(9, 1)),
    )
    found = faults(seating, [1, 2, 3, 4, 5, 6, 9])
    assert Fault(FaultKind.APART, (1, 2), 0) in found
    assert Fault(FaultKind.TWICE, (4,)) in found
    assert Fault(FaultKind.SHARED, (2, 6), 0) in found
    assert Fault(FaultKind.NO_PLACE, (3,), 0) in found
    assert Fault(FaultKind.INTERPRETER, (8, 5), 1) in found
    assert Fault(FaultKind.INTERPRETER, (9, 1), 0) in found
    assert Fault(FaultKind.NOT_COMING, (8,), 1) in found
    assert FaultKind.TOO_MANY not in {fault.kind for fault in found}
    assert (4, 5) not in {fault.attendee_ids for fault in found}  # the aisle parts them


def test_more_guests_than_places_is_a_fault_but_chairs_behind_do_not_count():
    seating = Seating(tables=(HEAD,), seats=(Seat(6, 0, 1, behind=True),))
    assert not faults(seating, expected=range(1, 7))
    assert faults(seating, expected=range(1, 8)) == [Fault(FaultKind.TOO_MANY)]
    assert not faults(Seating(), expected=range(1, 8)), "nothing is wrong before there is a table"


# what a hand does --------------------------------------------------------------------------


def seated(*seats: Seat) -> Seating:
    return Seating(tables=(HEAD, ROUND), seats=seats)


def test_a_guest_takes_a_free_place_or_changes_with_who_sits_there():
    seating = seated(Seat(1, 0, 1), Seat(2, 0, 2))
    assert moved(seating, 1, 1, 4).seat_of(1) == Seat(1, 1, 4)
    changed = moved(seating, 1, 0, 2)
    assert (changed.seat_of(1), changed.seat_of(2)) == (Seat(1, 0, 2), Seat(2, 0, 1))
    assert moved(seating, 1, 0, 1) == seating


def test_who_comes_from_outside_takes_the_place():
    changed = moved(seated(Seat(1, 0, 1)), 2, 0, 1)
    assert changed.seats == (Seat(2, 0, 1),)
    assert swapped(seated(Seat(1, 0, 1)), 1, 2).seats == (Seat(2, 0, 1),)


def test_the_interpreter_behind_goes_with_the_delegate():
    seating = replace(
        seated(Seat(1, 0, 1), Seat(2, 0, 2), Seat(3, 0, 1, behind=True)),
        interpreters=(Interpreter(3, 1),),
    )
    assert moved(seating, 1, 0, 2).seat_of(3) == Seat(3, 0, 2, behind=True)
    assert unseated(seating, [1]).seats == (Seat(2, 0, 2),)
    assert moved(seating, 3, 0, 5).seat_of(3) == Seat(3, 0, 5)


def test_whoever_sits_where_an_interpreter_follows_takes_the_chair_that_is_left():
    seating = replace(
        seated(Seat(1, 0, 2), Seat(3, 0, 2, behind=True), Seat(2, 0, 1, behind=True)),
        interpreters=(Interpreter(3, 1),),
    )
    followed = moved(seating, 1, 0, 1)
    assert followed.seat_of(3) == Seat(3, 0, 1, behind=True)
    assert followed.seat_of(2) == Seat(2, 0, 2, behind=True)


def test_tables_change_and_go_with_the_guests_who_lose_their_place():
    seating = seated(Seat(1, 0, 1), Seat(2, 0, 5), Seat(3, 1, 1))
    smaller = with_table(seating, 0, replace(HEAD, places=4))
    assert [seat.attendee_id for seat in smaller.seats] == [1, 3]
    gone = without_table(seating, 0)
    assert gone.tables == (ROUND,)
    assert gone.seats == (Seat(3, 0, 1),)
    assert len(with_table(seating, 2, ROUND).tables) == 3


def test_who_is_taken_off_leaves_no_trace():
    seating = interpreting(
        kept_apart(seated(Seat(1, 0, 1), Seat(2, 0, 2)), 2, 1, apart=True), 2, 1
    )
    seating = replace(seating, host_ids=(1, 2))
    assert seating.apart == (Apart(1, 2),)
    assert kept_apart(seating, 1, 2, apart=False).apart == ()
    left = without(seating, [1])
    assert (left.apart, left.interpreters, left.host_ids) == ((), (), (2,))
    assert left.seats == (Seat(2, 0, 2),)


places = st.tuples(st.integers(0, 1), st.integers(1, 5), st.booleans())


@given(st.lists(st.tuples(st.integers(1, 8), places), max_size=30))
def test_hands_never_seat_anybody_twice_or_two_on_one_place(
    moves: list[tuple[int, tuple[int, int, bool]]],
):
    seating = Seating(tables=(HEAD, ROUND), interpreters=(Interpreter(7, 1), Interpreter(8, 2)))
    for id, (at, place, behind) in moves:
        seating = moved(seating, id, at, place, behind=behind)
        assert seating.seat_of(id) is not None
        kinds = {fault.kind for fault in faults(seating)}
        assert not kinds & {FaultKind.TWICE, FaultKind.SHARED, FaultKind.NO_PLACE}
