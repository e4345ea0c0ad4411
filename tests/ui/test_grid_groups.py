"""Several slots at once on the grid."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.slot import SlotKind
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.window import Window
from tests.ui.conftest import settle
from tests.ui.gestures import both, drag, drop, hour, item, mouse, page, press, slot

__all__ = ["page"]


def test_several_slots_are_dragged_together_in_one_step_of_undo(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    lecture, panel = both(page)
    press(item(page, SlotKind.LECTURE), qtbot)
    press(item(page, SlotKind.PANEL), qtbot, ctrl=True)
    assert page.board.grid.marked == {lecture.id, panel.id}
    held = item(page, SlotKind.PANEL)
    there = drag(held, QPoint(0, -hour(page) // 4))
    assert item(page, SlotKind.LECTURE).lifted
    drop(held, there)
    settle(qtbot, window)
    for before, after in zip((lecture, panel), both(page), strict=True):
        assert before.start is not None
        assert after.start == before.start - timedelta(minutes=15)
    window.desk.undo_last()
    settle(qtbot, window)
    assert both(page) == (lecture, panel)


def test_a_group_stays_within_the_day(window: Window, page: ProgrammePage, qtbot: QtBot):
    lecture, panel = both(page)
    assert lecture.start is not None
    assert panel.start is not None
    page.board.grid.mark((lecture.id, panel.id))
    held = item(page, SlotKind.PANEL)
    there = drag(held, QPoint(0, -9 * hour(page)))
    drop(held, there)
    settle(qtbot, window)
    after = both(page)
    assert after[0].start is not None
    assert after[1].start is not None
    assert after[1].start - after[0].start == panel.start - lecture.start
    assert min(item(page, kind).y() for kind in (SlotKind.LECTURE, SlotKind.PANEL)) >= 0


def test_keys_move_all_that_is_selected(window: Window, page: ProgrammePage, qtbot: QtBot):
    before = both(page)
    page.board.grid.mark(slot.id for slot in before)
    held = item(page, SlotKind.LECTURE)
    qtbot.keyClick(held, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    for one, other in zip(before, both(page), strict=True):
        assert one.start is not None
        assert other.start == one.start + timedelta(minutes=5)


def test_a_click_selects_one_again(page: ProgrammePage, qtbot: QtBot):
    lecture, panel = both(page)
    page.board.grid.mark((lecture.id, panel.id))
    press(item(page, SlotKind.PANEL), qtbot)
    press(item(page, SlotKind.LECTURE), qtbot)
    assert page.board.grid.marked == {lecture.id}


def test_a_group_shows_the_clashes_of_all_its_cards_while_it_is_dragged(
    page: ProgrammePage, qtbot: QtBot
):
    lecture, panel = both(page)
    grid = page.board.grid
    grid.mark((lecture.id, panel.id))
    held = item(page, SlotKind.PANEL)
    drag(held, QPoint(0, hour(page) * 3 // 2))
    qtbot.waitUntil(lambda: len(grid.hand.lifted) == 2)
    assert "is taken" in grid.hand.lifted[panel.id].face.reason
    assert "is taken" in grid.hand.lifted[lecture.id].face.reason
    assert held.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    grid.cancel()
    assert not held.lifted


def test_a_rectangle_drawn_on_free_ground_selects_what_it_touches(page: ProgrammePage):
    lecture, panel = both(page)
    grid = page.board.grid
    first, second = item(page, SlotKind.LECTURE), item(page, SlotKind.PANEL)
    corner = first.geometry().topLeft() - QPoint(2, 30)
    mouse(grid.sheet, QEvent.Type.MouseButtonPress, corner)
    mouse(grid.sheet, QEvent.Type.MouseMove, second.geometry().center())
    mouse(grid.sheet, QEvent.Type.MouseButtonRelease, second.geometry().center())
    assert {lecture.id, panel.id} <= grid.marked
    assert slot(page, SlotKind.RECEPTION).id not in grid.marked
    free = QPoint(10, grid.sheet.height() - 6)
    mouse(grid.sheet, QEvent.Type.MouseButtonPress, free)
    mouse(grid.sheet, QEvent.Type.MouseButtonRelease, free)
    assert not grid.marked
