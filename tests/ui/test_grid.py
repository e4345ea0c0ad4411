"""The grid by hand and by keys: one slot at a time."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.localized import Localized
from desktop.domain.slot import SlotKind
from desktop.ui import actions
from desktop.ui.schedule.model import day_view
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.schedule.slot_card import fitting
from desktop.ui.window import Window
from tests.ui.conftest import settle
from tests.ui.gestures import both, drag, drop, hour, item, mouse, page, press, slot

__all__ = ["page"]


def test_a_card_says_in_words_what_it_shows(page: ProgrammePage):
    name = item(page, SlotKind.LECTURE).accessibleName()
    assert "15:30" in name
    assert "Spanish science" in name
    assert "Martínez" in name


def test_a_slot_is_dragged_to_another_time_in_one_step_of_undo(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    before, held = slot(page, SlotKind.LECTURE), item(page, SlotKind.LECTURE)
    there = drag(held, QPoint(0, -hour(page)))
    assert held.lifted
    drop(held, there)
    settle(qtbot, window)
    after = slot(page, SlotKind.LECTURE)
    assert before.start is not None
    assert after.start == before.start - timedelta(minutes=30), "not before the day begins"
    assert after.room_id == before.room_id
    window.desk.undo_last()
    settle(qtbot, window)
    assert slot(page, SlotKind.LECTURE) == before


def test_a_slot_is_dragged_to_another_room(window: Window, page: ProgrammePage, qtbot: QtBot):
    before, held = slot(page, SlotKind.LECTURE), item(page, SlotKind.LECTURE)
    there = drag(held, QPoint(round(page.board.grid.sheet.geometry_.column), 0))
    drop(held, there)
    settle(qtbot, window)
    after = slot(page, SlotKind.LECTURE)
    assert after.start == before.start
    assert after.room_id not in (before.room_id, None)


def test_a_clash_is_shown_while_one_drags_and_does_not_forbid_the_drop(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    held = item(page, SlotKind.LECTURE)
    there = drag(held, QPoint(0, hour(page)))
    reason = page.board.grid.hand.lifted[held.slot.id].face.reason
    assert "is taken" in reason
    assert "Artificial intelligence" in reason, "by the other, not by itself"
    drop(held, there)
    settle(qtbot, window)
    assert "is taken" in item(page, SlotKind.LECTURE).accessibleName()
    assert "is taken" in item(page, SlotKind.PANEL).accessibleName()


def test_escape_ends_a_drag_as_if_it_had_not_been(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    before, held = slot(page, SlotKind.LECTURE), item(page, SlotKind.LECTURE)
    place = held.geometry()
    drag(held, QPoint(30, 2 * hour(page)))
    assert page.board.grid.hand.lifted[before.id].place != place
    qtbot.keyClick(held, Qt.Key.Key_Escape)
    assert held.geometry() == place
    assert not held.lifted
    assert not page.board.grid.hand.lifted
    settle(qtbot, window)
    assert slot(page, SlotKind.LECTURE) == before


def test_the_lower_edge_changes_the_length(window: Window, page: ProgrammePage, qtbot: QtBot):
    before, held = slot(page, SlotKind.LECTURE), item(page, SlotKind.LECTURE)
    there = drag(held, QPoint(0, hour(page) // 4), QPoint(40, held.height() - 3))
    drop(held, there)
    settle(qtbot, window)
    after = slot(page, SlotKind.LECTURE)
    assert after.start == before.start
    assert after.minutes == before.minutes + 15


@pytest.mark.parametrize(
    ("key", "shift", "minutes", "length"),
    [
        (Qt.Key.Key_Down, False, 5, 0),
        (Qt.Key.Key_Up, False, -5, 0),
        (Qt.Key.Key_Down, True, 0, 5),
        (Qt.Key.Key_Up, True, 0, -5),
    ],
)
def test_keys_do_the_same(
    window: Window,
    page: ProgrammePage,
    qtbot: QtBot,
    key: Qt.Key,
    shift: bool,
    minutes: int,
    length: int,
):
    before, held = slot(page, SlotKind.LECTURE), item(page, SlotKind.LECTURE)
    modifiers = Qt.KeyboardModifier.AltModifier
    if shift:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(held, key, modifiers)
    settle(qtbot, window)
    after = slot(page, SlotKind.LECTURE)
    assert before.start is not None
    assert after.start == before.start + timedelta(minutes=minutes)
    assert after.minutes == before.minutes + length


def test_a_key_takes_a_slot_to_the_next_room(window: Window, page: ProgrammePage, qtbot: QtBot):
    before, held = slot(page, SlotKind.LECTURE), item(page, SlotKind.LECTURE)
    qtbot.keyClick(held, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert slot(page, SlotKind.LECTURE).room_id != before.room_id


def test_arrows_go_from_card_to_card_and_the_inspector_follows(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    held = item(page, SlotKind.LECTURE)
    held.setFocus()
    qtbot.keyClick(held, Qt.Key.Key_Down)
    assert item(page, SlotKind.PANEL).hasFocus()
    assert page.inspector.number == slot(page, SlotKind.PANEL).id
    assert item(page, SlotKind.PANEL).look.selected


def test_tab_leaves_all_cards_at_once(page: ProgrammePage, qtbot: QtBot):
    grid, held = page.board.grid, item(page, SlotKind.LECTURE)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        held.setFocus()
        qtbot.keyClick(held, key)
        there = QApplication.focusWidget()
        assert there is not None
        assert not grid.isAncestorOf(there)


def test_a_double_click_on_free_ground_begins_a_slot_there(page: ProgrammePage, qtbot: QtBot):
    grid = page.board.grid
    geometry = grid.sheet.geometry_
    x, y = geometry.column / 2, geometry.y(geometry.last - 30)
    qtbot.mouseDClick(grid.sheet, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    draft = page.inspector.value
    assert draft is not None
    assert draft.id == 0
    assert page.shown is not None
    local = page.shown.programme.local_start(draft)
    assert local is not None
    assert local.hour * 60 + local.minute == geometry.last - 30


def test_an_unscheduled_slot_is_placed_by_enter_where_the_room_is_free(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    lecture = slot(page, SlotKind.LECTURE)
    page.board.moved.emit(lecture.id, None, None)
    settle(qtbot, window)
    card = page.board.tray._cards[0]
    assert "45\N{NO-BREAK SPACE}min" in card.accessibleName()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert slot(page, SlotKind.LECTURE).start == lecture.start - timedelta(minutes=30)
    assert page.board.tray._cards == []


def test_an_unscheduled_slot_is_dragged_in(window: Window, page: ProgrammePage, qtbot: QtBot):
    lecture = slot(page, SlotKind.LECTURE)
    page.board.moved.emit(lecture.id, None, None)
    settle(qtbot, window)
    card, sheet = page.board.tray._cards[0], page.board.grid.sheet
    mouse(card, QEvent.Type.MouseButtonPress, QPoint(20, 20))
    y = sheet.geometry_.y(15 * 60 + 30) + 8
    goal = sheet.mapToGlobal(QPointF(40, y))
    mouse(card, QEvent.Type.MouseMove, card.mapFromGlobal(goal).toPoint())
    mouse(card, QEvent.Type.MouseButtonRelease, card.mapFromGlobal(goal).toPoint())
    settle(qtbot, window)
    after = slot(page, SlotKind.LECTURE)
    assert after.start == lecture.start
    assert after.room_id == lecture.room_id


def test_slots_at_the_same_time_in_one_room_stand_side_by_side(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    panel = slot(page, SlotKind.PANEL)
    lecture = slot(page, SlotKind.LECTURE)
    page.board.moved.emit(lecture.id, panel.start, panel.room_id)
    settle(qtbot, window)
    one, other = item(page, SlotKind.LECTURE).geometry(), item(page, SlotKind.PANEL).geometry()
    assert not one.intersects(other)
    assert one.top() == other.top()


def test_a_day_shows_all_its_hours(page: ProgrammePage):
    assert page.shown is not None
    day = page.shown.programme.days()[0]
    view = day_view(page.shown.programme, day.date)
    assert len(view.cards) + len(view.bands) == len(day.slots)
    assert view.first % 60 == view.last % 60 == 0
    assert all(view.first <= card.place.minute < view.last for card in view.cards)


def test_the_view_is_kept_when_the_language_changes(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    page._choose_view("list")
    window.speak("es")
    qtbot.waitUntil(lambda: window.kit.language == "es")
    settle(qtbot, window)
    assert window.frame is not None
    fresh = window.frame.page
    assert isinstance(fresh, ProgrammePage)
    assert fresh.stack.currentIndex() == 0


def test_what_was_shown_before_a_new_slot_is_shown_again(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    lecture = slot(page, SlotKind.LECTURE)
    press(item(page, SlotKind.LECTURE), qtbot)
    page.begin_slot(None, None)
    page.inspector.change(title=Localized.of({"en": "Steppe and sierra"}))
    settle(qtbot, window)
    assert page.inspector.number not in (0, lecture.id)
    press(item(page, SlotKind.LECTURE), qtbot)
    assert page.inspector.number == lecture.id


def test_a_screen_reader_opens_a_slot_as_any_button(page: ProgrammePage, qtbot: QtBot):
    lecture = item(page, SlotKind.LECTURE)
    spoken = QAccessible.queryAccessibleInterface(lecture).actionInterface()
    spoken.doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(lambda: page.inspector.number == lecture.slot.id)


def test_the_other_slots_of_a_speaker_are_lit(window: Window, page: ProgrammePage, qtbot: QtBot):
    lecture, panel = both(page)
    assert not item(page, SlotKind.PANEL).look.lit
    actions.edit_slot(page, panel.id, {"speakers": lecture.speakers})
    settle(qtbot, window)
    page.open(lecture.id)
    assert "Martínez" in item(page, SlotKind.PANEL).accessibleDescription()
    assert not item(page, SlotKind.LECTURE).look.lit
    page.open(slot(page, SlotKind.QUESTIONS).id)
    assert not item(page, SlotKind.PANEL).look.lit


def test_a_break_of_all_rooms_is_named_and_moves_in_time_only(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    pause = slot(page, SlotKind.COFFEE_BREAK)
    page.board.moved.emit(pause.id, pause.start, None)
    settle(qtbot, window)
    held = item(page, SlotKind.COFFEE_BREAK)
    assert held.width() > 1.5 * item(page, SlotKind.LECTURE).width()
    assert "Coffee break" in held.accessibleName()
    by = QPoint(round(page.board.grid.sheet.geometry_.column), hour(page) // 4)
    drop(held, drag(held, by))
    settle(qtbot, window)
    after = slot(page, SlotKind.COFFEE_BREAK)
    assert pause.start is not None
    assert after.start == pause.start + timedelta(minutes=15)
    assert after.room_id is None


def test_filters_let_the_other_cards_stand_back(window: Window, page: ProgrammePage, qtbot: QtBot):
    page.search.setText("ciencia española")
    page.search.searched.emit("ciencia española")
    assert not item(page, SlotKind.LECTURE).look.faded
    assert item(page, SlotKind.PANEL).look.faded
    page.search.searched.emit("")
    page.search.setText("")
    page.fill_list()
    assert not item(page, SlotKind.PANEL).look.faded


def spoken(widget: QWidget) -> list[str]:
    """The names in a part of the accessible tree, without what is hidden."""
    part = QAccessible.queryAccessibleInterface(widget)
    within = [part.child(place) for place in range(part.childCount())]
    own = [part.text(QAccessible.Text.Name)] if not part.childCount() else []
    return own + [
        name for one in within if one.object().isVisible() for name in spoken(one.object())
    ]


def test_hours_and_rooms_are_read_aloud(page: ProgrammePage, qtbot: QtBot):
    grid = page.board.grid
    assert spoken(grid.heads)[:2] == ["Great Hall", "220 seats"]
    assert spoken(grid.hours)[:3] == ["15:00", "16:00", "17:00"]
    held = item(page, SlotKind.LECTURE)
    drag(held, QPoint(0, -hour(page) // 2))  # to three o'clock, where a flag says so
    assert spoken(grid.hours)[:2] == ["16:00", "17:00"]
    grid.cancel()
    assert spoken(grid.hours)[:2] == ["15:00", "16:00"]


def test_languages_without_room_on_a_card_are_counted(page: ProgrammePage):
    spoken = ("ES", "KK", "RU", "EN")
    assert tuple(fitting(spoken, 200)) == spoken
    assert tuple(fitting(spoken, 100)) == ("ES", "KK", "+2")
    assert tuple(fitting(spoken, 20)) == ()
