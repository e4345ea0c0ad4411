import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.schedule.geometry import GAP, HOUR, NARROWEST, STEP, Geometry, Place, fitting

minutes = st.integers(0, 30 * 60 // STEP).map(lambda n: n * STEP)
DAY = Geometry(first=9 * 60, last=19 * 60, columns=3, width=600.0, hour=64.0)


@given(minutes)
def test_a_minute_is_found_again_where_it_lies(minute: int):
    assert DAY.minute(DAY.y(minute)) == pytest.approx(minute)


@given(st.integers(9 * 12, 19 * 12 - 1).map(lambda n: n * STEP), st.integers(0, 2))
def test_a_card_lies_at_the_place_that_is_found_under_its_corner(minute: int, column: int):
    card = DAY.card(Place(minute, column), 30)
    assert DAY.place(card.x + 1, card.y) == Place(minute, column)
    assert card.width == DAY.column - 2 * GAP


def test_an_hour_is_as_high_as_it_is_long():
    assert DAY.y(11 * 60) - DAY.y(10 * 60) == 64.0
    assert DAY.card(Place(600, 0), 120).height == 126


def test_a_very_short_slot_can_still_be_seen():
    assert DAY.card(Place(600, 0), 0).height >= 18


def test_slots_that_overlap_share_the_column():
    one = DAY.card(Place(600, 1), 60, lane=0, lanes=2)
    other = DAY.card(Place(600, 1), 60, lane=1, lanes=2)
    assert one.x + one.width < other.x
    assert other.x + other.width <= DAY.column * 2


@given(st.floats(-500, 2000), st.floats(-500, 2000), st.integers(1, 60).map(lambda n: n * STEP))
def test_a_slot_is_never_dragged_out_of_the_day(x: float, y: float, length: int):
    place = DAY.moved(Place(600, 0), length, x, y, grip=10)
    assert 0 <= place.column < 3
    assert DAY.first <= place.minute <= max(DAY.last - length, DAY.first)
    assert place.minute % STEP == 0


@given(st.floats(-500, 2000))
def test_a_slot_keeps_some_length_whatever_is_done_to_its_edge(y: float):
    assert DAY.resized(Place(600, 0), y) >= STEP


def test_a_day_fills_the_grid_and_scrolls_where_it_cannot():
    roomy = fitting(540, 720, 2, width=800, height=900, zoom=1)
    assert roomy.column == 400
    assert roomy.hour > HOUR
    tight = fitting(540, 1440, 20, width=800, height=300, zoom=1)
    assert tight.column == NARROWEST
    assert tight.hour == HOUR
    assert fitting(540, 1440, 2, width=800, height=300, zoom=2).hour == 2 * HOUR
