import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import begin
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.slot import SlotKind
from desktop.services import events, reference
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.memory import Memory
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.schedule.slot_item import SlotItem
from desktop.ui.search_panel import SearchPanel
from desktop.ui.table_view import Table
from desktop.ui.theme import DARK, theme_for
from desktop.ui.window import Window
from desktop.ui.worker import Progress
from tests.ui.conftest import WAIT, Go, settle
from tests.ui.gestures import item


def button(window: Window, name: str) -> QPushButton | QToolButton:
    every = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
    return next(one for one in every if one.isVisible() and one.accessibleName() == name)


def has_button(window: Window, name: str) -> bool:
    every = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
    return any(one.isVisible() and one.accessibleName() == name for one in every)


def test_the_first_start_offers_three_ways_and_opens_the_reference_event(
    bare_window: Window, qtbot: QtBot
):
    begin(bare_window, None)
    bare_window.show()
    qtbot.mouseClick(button(bare_window, "Look around first"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(bare_window.desk.location), timeout=WAIT)
    assert bare_window.desk.current is not None
    assert bare_window.frame is not None
    assert bare_window.frame.key == "programme"


def test_a_key_is_enough_at_the_first_start(bare_window: Window, qtbot: QtBot):
    begin(bare_window, None)
    bare_window.show()
    bare_window.activateWindow()
    qtbot.waitUntil(bare_window.isActiveWindow)
    qtbot.keyClick(bare_window, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: bool(bare_window.desk.location), timeout=WAIT)
    assert bare_window.frame is not None
    assert bare_window.frame.key == "events"


def test_a_file_that_is_no_database_is_refused_in_words(
    bare_window: Window, qtbot: QtBot, tmp_path: Path
):
    file = tmp_path / "letter.db"
    file.write_text("Dear Ambassador")
    bare_window.show()
    with qtbot.waitSignal(bare_window.desk.worker.ended):
        bare_window.open(str(file))
    assert bare_window.start is not None
    qtbot.waitUntil(lambda: bare_window.start is not None and bare_window.start.isVisible())
    assert file.read_text() == "Dear Ambassador"


def test_the_window_remembers_its_database_and_event(window: Window, database: Path):
    memory = Memory()
    assert memory.recent[0] == str(database)
    assert window.desk.current is not None
    window.desk.choose_event(window.desk.current.id)
    assert memory.last_event(str(database)) == window.desk.current.id


@pytest.mark.parametrize("page", ["events", "speakers", "guests", "documents", "history"])
def test_every_page_opens(go: Go, page: str):
    assert go(page).isVisible()


def test_pages_open_by_their_number(window: Window, qtbot: QtBot):
    assert window.frame is not None
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.key == "guests"


@pytest.mark.parametrize(
    ("language", "programme", "save"),
    [
        ("es", "Programa", "Guardar"),
        ("ru", "Программа", "Сохранить"),
        ("kk", "Бағдарлама", "Сақтау"),
        ("ar", "البرنامج", "احفظ"),
    ],
)
def test_the_language_is_switched_while_one_works(
    window: Window, qtbot: QtBot, language: str, programme: str, save: str
):
    window.speak(language)
    qtbot.waitUntil(lambda: has_button(window, programme))
    translated = QCoreApplication.translate("QPlatformTheme", "Save").replace("&", "")
    assert translated == save, "Qt's own dialogs speak the language too"
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert mirrored == (language == "ar")
    assert Memory().language == language


def test_the_look_is_switched_while_one_works(window: Window, qtbot: QtBot):
    window.look("dark")
    qtbot.waitUntil(lambda: window.kit.theme is DARK)
    assert window.palette().window().color() == DARK.canvas


def test_ctrl_k_finds_a_person_and_opens_their_page(window: Window, go: Go, qtbot: QtBot):
    go("programme")
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    qtbot.keyClicks(panel.field, "kabibul")
    qtbot.waitUntil(lambda: panel.list.count() > 0 and "Kabib" in panel.list.item(0).text())
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert window.frame is not None
    assert window.frame.key == "speakers"
    settle(qtbot, window)
    page = window.frame.page
    assert page is not None
    assert page.inspector.value.names[0].family.startswith("Kabib")


def found(window: Window, text: str, qtbot: QtBot) -> SearchPanel:
    """What Ctrl+K finds for a text."""
    window.search()
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    panel.field.setText(text)
    panel.look_for(text)
    settle(qtbot, window)
    return panel


def lines(panel: SearchPanel) -> list[str]:
    return [panel.list.item(place).text() for place in range(panel.list.count())]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("paste rows", "Paste rows from a spreadsheet   Ctrl+V"),
        ("add guest", "Add guest"),
        ("back up", "Back up…"),
        ("strado", ""),
        ("sort reply", "Sort by: Reply"),
        ("high contrast", "High contrast"),
        ("log folder", "Open the log folder"),
        ("go programme", "Go to Programme   Ctrl+2"),
        ("go seating", "Go to Seating"),
    ],
)
def test_ctrl_k_finds_every_command(window: Window, go: Go, qtbot: QtBot, text: str, line: str):
    go("guests")
    assert lines(found(window, text, qtbot))[:1] == ([line] if line else [])


def test_a_command_that_was_found_is_done(window: Window, go: Go, qtbot: QtBot):
    go("guests")
    panel = found(window, "high contrast", qtbot)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.kit.theme is theme_for("contrast"))


def test_ctrl_k_calls_a_slot_as_the_window_speaks_and_says_when_it_is(
    window: Window, go: Go, qtbot: QtBot
):
    go("programme")
    title = "Spanish science: from the vaccine expeditions to today’s innovation"
    assert lines(found(window, "vacuna", qtbot)) == [f"{title}   12 March · 15:30"]


def test_what_belongs_to_another_page_is_begun_there(window: Window, go: Go, qtbot: QtBot):
    go("history")
    panel = found(window, "add slot", qtbot)
    assert lines(panel)[-1:] == ["Add slot"]
    panel.list.itemClicked.emit(panel.list.item(panel.list.count() - 1))
    settle(qtbot, window)
    assert window.frame is not None
    assert window.frame.key == "programme"
    page = window.frame.page
    assert isinstance(page, ProgrammePage)
    assert page.inspector.value is not None
    assert not page.inspector.value.id


def test_ctrl_k_shows_a_slot_of_another_event_there(window: Window, go: Go, qtbot: QtBot):
    go("programme")
    before = window.desk.current
    assert before is not None
    draft = Event(title=Localized.of(en="Evening"), languages=("en",))
    window.desk.act(window, lambda ws: events.create(ws, draft))
    settle(qtbot, window)
    window.desk.choose_event(max(event.id for event in window.desk.events))
    settle(qtbot, window)
    panel = found(window, "vacuna", qtbot)
    assert "   Kazakhstan and Spain: science without borders · 12 March" in lines(panel)[0]
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.id == before.id
    assert window.frame is not None
    page = window.frame.page
    assert isinstance(page, ProgrammePage)
    assert page.inspector.value is not None
    assert "vacuna" in page.inspector.value.title.words("es")


def test_the_search_closes_by_esc_and_changes_nothing(window: Window, go: Go, qtbot: QtBot):
    go("programme")
    window.search()
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.frame is not None
    assert window.frame.key == "programme"


def test_a_backup_is_written(window: Window, qtbot: QtBot, tmp_path: Path):
    file = tmp_path / "copy.estrado"
    with qtbot.waitSignal(window.desk.told, timeout=WAIT):
        window.back_up(str(file))
    assert file.stat().st_size > 0


def test_long_work_is_counted_in_the_status_bar_and_can_be_cancelled(
    window: Window, go: Go, qtbot: QtBot
):
    go("programme")
    assert window.frame is not None
    status, stop = window.frame.status, threading.Event()
    finished: list[object] = []

    def work(progress: Progress) -> None:
        for step in range(10_000):
            if stop.wait(0.01):
                return
            progress(step + 1, 10_000)

    window.desk.press.do(window, work, finished.append, name="Writing badges")
    qtbot.waitUntil(status.work.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: "of 10000" in status.what.text(), timeout=WAIT)
    assert status.what.text().startswith("Writing badges")
    with qtbot.waitSignal(window.desk.press.ended, timeout=WAIT):
        qtbot.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
    assert not status.work.isVisible()
    assert finished == []
    stop.set()


def test_the_toast_goes_after_a_while_and_an_error_stays(window: Window, go: Go, qtbot: QtBot):
    go("programme")
    assert window.frame is not None
    toast = window.frame.toast
    toast._timer.setInterval(50)
    toast.say("Moved", can_undo=True)
    assert toast.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible())
    toast.warn("The disk is full. Make room and try again.")
    qtbot.wait(120)
    assert toast.isVisible()
    qtbot.mouseClick(toast.close_button, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_the_side_bar_says_which_page_is_open(window: Window, go: Go):
    go("guests")
    buttons = {name: button(window, name) for name in ("Programme", "Guests")}
    spoken = {name: QAccessible.queryAccessibleInterface(one) for name, one in buttons.items()}
    assert {one.role() for one in spoken.values()} == {QAccessible.Role.RadioButton}
    assert spoken["Guests"].state().checked
    assert not spoken["Programme"].state().checked


def test_the_status_bar_speaks_of_the_open_page_only(window: Window, go: Go):
    programme, guests = go("programme"), go("guests")
    assert window.frame is not None
    said = window.frame.status.left.text()
    programme.say("999 slots")
    assert window.frame.status.left.text() == said
    guests.say("12 guests")
    assert window.frame.status.left.text() == "12 guests"


def test_the_keyboard_follows_to_another_page(window: Window, go: Go, qtbot: QtBot):
    guests = go("guests")
    assert isinstance(guests, GuestsPage)
    guests.search.setFocus()
    for number, kind in ((2, SlotItem), (3, Table), (9, QWidget), (1, QWidget), (4, Table)):
        key = Qt.Key(Qt.Key.Key_0 + number)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, window)
        focus = window.focusWidget()
        assert isinstance(focus, kind), number
        assert window.frame is not None
        assert window.frame.page is not None
        assert focus is window.frame.page or window.frame.page.isAncestorOf(focus)


def test_escape_empties_a_filter_first(window: Window, go: Go, qtbot: QtBot):
    page = go("guests")
    assert isinstance(page, GuestsPage)
    page.search.setFocus()
    page.search.setText("ana")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.search.hasFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_escape_gives_the_slot_that_was_open_the_keyboard(window: Window, go: Go, qtbot: QtBot):
    page = go("programme")
    assert isinstance(page, ProgrammePage)
    lecture = item(page, SlotKind.LECTURE)
    lecture.setFocus()
    qtbot.keyClick(lecture, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.inspector.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not page.inspector.isVisible()
    assert item(page, SlotKind.LECTURE).hasFocus()


def test_a_page_of_an_event_says_how_to_begin_one_while_there_is_none(
    bare_window: Window, tmp_path: Path, qtbot: QtBot
):
    bare_window.open(str(tmp_path / "empty.db"), create=True)
    bare_window.show()
    qtbot.waitUntil(lambda: bool(bare_window.desk.location), timeout=WAIT)
    frame = bare_window.frame
    assert frame is not None
    for key in ("door", "documents", "seating", "translations"):
        frame.show_page(key)
        assert frame.page is not None
        assert not frame.page.isVisible()
        assert has_button(bare_window, "Start an event")
    bare_window.desk.act(bare_window, reference.create_reference_event)
    qtbot.waitUntil(frame.page.isVisible, timeout=WAIT)
