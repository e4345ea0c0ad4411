"""A day of many slots: widgets are made for what is seen, a little at a time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.domain.venue import Room
from desktop.ui.kit import Kit
from desktop.ui.schedule.grid import Grid
from desktop.ui.schedule.snapshot import take
from desktop.ui.theme import LIGHT

DAY = date(2026, 3, 12)
ROOMS, ROWS = 20, 30


def programme(event: Event) -> Programme:
    begin = datetime(2026, 3, 12, 8, tzinfo=UTC)
    slots = (
        Slot(
            row * ROOMS + room + 1,
            1,
            title=Localized.of(es=f"Ponencia {row}.{room}"),
            start=begin + timedelta(minutes=20 * row),
            minutes=20,
            room_id=room + 1,
        )
        for row in range(ROWS)
        for room in range(ROOMS)
    )
    rooms = tuple(Room(n + 1, 1, name=Localized.of(es=f"Sala {n + 1}")) for n in range(ROOMS))
    return Programme(event, tuple(slots), rooms)


@pytest.fixture(params=["es", "ar"])
def grid(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Grid:
    made = Grid(Kit(request.param, LIGHT))
    mirrored = Qt.LayoutDirection.RightToLeft if request.param == "ar" else None
    made.setLayoutDirection(mirrored or Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    event = Event(1, "dia", first_day=DAY, languages=("es",), time_zone="UTC")
    made.show_day(take(programme(event), {}), DAY, 0)
    settle(made, qtbot)
    return made


def settle(grid: Grid, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not grid.cards.busy)


def in_sight(grid: Grid) -> set[int]:
    seen = grid.area.seen
    return {
        number
        for number in range(1, ROOMS * ROWS + 1)
        if grid.cards.place(grid.cards.card(number)).intersects(seen)
    }


def test_what_is_seen_exists_and_little_else(grid: Grid):
    assert in_sight(grid) <= grid.cards.items.keys()
    assert len(grid.cards.items) < ROOMS * ROWS / 2
    for number, item in grid.cards.items.items():
        assert item.geometry() == grid.cards.place(grid.cards.card(number))


def test_what_one_scrolls_to_comes_and_what_is_far_goes(grid: Grid, qtbot: QtBot):
    before = set(grid.cards.items)
    for bar in (grid.area.verticalScrollBar(), grid.area.horizontalScrollBar()):
        bar.setValue(bar.minimum() if bar.value() == bar.maximum() else bar.maximum())
    settle(grid, qtbot)
    assert in_sight(grid)
    assert in_sight(grid) <= grid.cards.items.keys()
    assert before - grid.cards.items.keys()


def test_arrows_lead_out_of_sight(grid: Grid, qtbot: QtBot):
    lowest = max(in_sight(grid))
    held = grid.cards.item(lowest)
    held.setFocus()
    for _ in range(6):
        qtbot.keyClick(held, Qt.Key.Key_Down)
        held = grid.cards.item(held.slot.id + ROOMS) if held.slot.id + ROOMS <= 600 else held
    settle(grid, qtbot)
    assert grid.focusWidget() is held
    assert held.slot.id in in_sight(grid)


def test_all_are_selected_whether_they_exist_or_not(grid: Grid):
    grid.mark_all()
    assert len(grid.marked) == ROOMS * ROWS
    grid.area.verticalScrollBar().setValue(10_000)
    assert all(grid.cards.item(number).look.selected for number in in_sight(grid))


def test_the_tab_key_scrolls_nothing_and_ends_where_there_is_nothing_else(
    grid: Grid, qtbot: QtBot
):
    first = grid.cards.item(min(in_sight(grid)))
    first.setFocus()
    bars = grid.area.horizontalScrollBar(), grid.area.verticalScrollBar()
    before = [bar.value() for bar in bars]
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert first.hasFocus()
    assert [bar.value() for bar in bars] == before


def test_a_line_shows_the_present_moment_on_its_day(qtbot: QtBot, qapp: QApplication):
    made = Grid(Kit("es", LIGHT))
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    now = datetime.now(UTC)
    event = Event(1, "dia", languages=("es",), time_zone="UTC")
    slot = Slot(1, 1, start=now - timedelta(minutes=30), minutes=60)
    shown = take(Programme(event, (slot,)), {})
    (day,) = shown.days
    made.show_day(shown, day, 0)
    assert made.sheet.now is not None
    assert abs(made.sheet.now % (24 * 60) - (now.hour * 60 + now.minute)) <= 1
    made.show_day(shown, day - timedelta(days=9), 0)
    assert made.sheet.now is None


def test_a_bar_that_scrolls_down_leaves_nothing_to_scroll_across(grid: Grid, qtbot: QtBot):
    event = Event(1, "dia", first_day=DAY, languages=("es",), time_zone="UTC")
    whole = programme(event)
    slots = tuple(slot for slot in whole.slots if slot.room_id and slot.room_id <= 3)
    grid.show_day(take(Programme(event, slots, whole.rooms[:3]), {}), DAY, 0)
    settle(grid, qtbot)
    assert grid.area.verticalScrollBar().maximum() > 0
    assert grid.area.horizontalScrollBar().maximum() == 0
