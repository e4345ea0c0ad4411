"""The floor of a hall: seats that do not touch, in their physical order."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.localized import Localized
from desktop.domain.seating import Seat, Seating, Shape, Table
from desktop.ui.seating.geometry import Rect, Spot, floor

NAME = Localized.of(en="Table")
TABLES = st.lists(
    st.builds(
        Table, st.just(NAME), st.sampled_from(Shape), st.integers(1, 30), st.integers(1, 6)
    ).filter(lambda table: table.rows <= table.places),
    max_size=5,
)


def touch(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@given(TABLES, st.integers(300, 1600), st.booleans())
def test_every_place_has_a_seat_and_no_two_touch(tables: list[Table], wide: int, behind: bool):
    seats = tuple(Seat(at + 1, at, 1, behind=True) for at in range(len(tables))) if behind else ()
    seating = Seating(tables=tuple(tables), seats=seats)
    laid = floor(seating, wide)
    places = {
        Spot(at, place) for at, one in enumerate(tables) for place in range(1, one.places + 1)
    }
    chairs = {Spot(seat.table, 1, True) for seat in seats}
    assert laid.seats.keys() == places | chairs
    assert len(laid.tables) == len(tables)
    every = list(laid.seats.values())
    for at, one in enumerate(every):
        assert one.x >= 0
        assert one.x + one.width <= laid.width + 0.01
        assert one.y + one.height <= laid.height + 0.01
        assert not any(touch(one, other) for other in every[at + 1 :])


def test_left_and_right_are_those_of_the_hall():
    laid = floor(Seating(tables=(Table(NAME, Shape.HEAD, 5), Table(NAME, Shape.ROUND, 8))), 1000)
    assert [laid.seats[Spot(0, place)].x for place in range(1, 6)] == sorted(
        laid.seats[Spot(0, place)].x for place in range(1, 6)
    )
    first, second, last = (laid.seats[Spot(1, place)] for place in (1, 2, 8))
    assert second.x > first.x > last.x
    assert first.y < second.y


def test_round_tables_stand_side_by_side_where_there_is_room():
    tables = (Table(NAME, Shape.ROUND, 8), Table(NAME, Shape.ROUND, 8))
    wide, narrow = floor(Seating(tables=tables), 1200), floor(Seating(tables=tables), 500)
    assert wide.tables[0].y == wide.tables[1].y
    assert narrow.tables[0].y < narrow.tables[1].y
