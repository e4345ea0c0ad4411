"""How places are counted, and which lie beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.localized import Localized
from desktop.domain.places import (
    aisle_order,
    beside,
    honour_order,
    label,
    left_hand,
    right_hand,
    row_letter,
)
from desktop.domain.seating import Seat, Shape, Table

NAME = Localized.of(en="Table")
tables = st.builds(
    Table, st.just(NAME), st.sampled_from(Shape), st.integers(1, 40), st.integers(1, 5)
)


def table(shape: Shape, places: int, rows: int = 1) -> Table:
    return Table(NAME, shape, places, rows)


def test_the_right_hand_of_the_host_is_the_hall_s_left():
    assert honour_order(table(Shape.HEAD, 7)) == [4, 3, 5, 2, 6, 1, 7]
    assert honour_order(table(Shape.HEAD, 4)) == [3, 2, 4, 1]
    assert right_hand(table(Shape.HEAD, 7), 4) == 3
    assert left_hand(table(Shape.HEAD, 7), 7) is None


def test_at_a_round_table_honour_goes_both_ways_from_the_head():
    assert honour_order(table(Shape.ROUND, 6)) == [1, 6, 2, 5, 3, 4]
    assert beside(table(Shape.ROUND, 6), 1) == (6, 2)
    assert beside(table(Shape.ROUND, 2), 1) == (2,)
    assert beside(table(Shape.ROUND, 1), 1) == ()


def test_in_rows_precedence_runs_from_the_aisle_and_the_aisle_parts_neighbours():
    rows = table(Shape.ROWS, 12, 2)
    assert honour_order(rows) == [3, 4, 2, 5, 1, 6, 9, 10, 8, 11, 7, 12]
    assert beside(rows, 3) == (2,)
    assert beside(rows, 6) == (5,)
    assert (left_hand(rows, 2), right_hand(rows, 2)) == (1, 3)
    assert left_hand(rows, 7) is None


@given(tables)
def test_every_place_has_its_turn_once(one: Table):
    assert sorted(honour_order(one)) == list(range(1, one.places + 1))


@given(tables, st.data())
def test_neighbours_are_mutual_and_one_is_at_each_hand(one: Table, data: st.DataObject):
    place = data.draw(st.integers(1, one.places))
    hands = {left_hand(one, place), right_hand(one, place)} - {None}
    assert hands == set(beside(one, place))
    for other in beside(one, place):
        assert place in beside(one, other)
        assert place in (left_hand(one, other), right_hand(one, other))


@given(st.integers(1, 60))
def test_a_row_is_filled_from_the_aisle(count: int):
    order = aisle_order(count)
    assert sorted(order) == list(range(count))
    aisle = (count + 1) // 2 - 0.5
    distances = [abs(seat - aisle) for seat in order]
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("row", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_rows_have_letters(row: int, letter: str):
    assert row_letter(row) == letter


def test_tables_are_numbered_and_rows_lettered_through_the_hall():
    hall = [
        table(Shape.ROWS, 6, 2),
        table(Shape.ROUND, 8),
        table(Shape.ROWS, 5, 2),
        table(Shape.ROUND, 8),
    ]
    assert label(hall, Seat(1, 0, 4)) == "B1"
    assert label(hall, Seat(1, 1, 3)) == "1-3"
    assert label(hall, Seat(1, 2, 5)) == "D2"
    assert label(hall, Seat(1, 3, 8, behind=True)) == "2-8b"


@given(st.lists(tables, max_size=4))
def test_no_two_places_have_the_same_label(hall: list[Table]):
    every = [
        label(hall, Seat(0, at, place, behind))
        for at, one in enumerate(hall)
        for place in range(1, one.places + 1)
        for behind in (False, True)
    ]
    assert len(set(every)) == len(every)
