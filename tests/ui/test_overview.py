"""An event at a glance, and where each figure leads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.event import Event
from desktop.services import events
from desktop.ui.events.page import EventsPage
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


def test_the_overview_leads_to_the_place_of_each_figure(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    settle(qtbot, window)
    assert page.stack.currentWidget() is page.board
    press(page.board, "Show in programme")
    settle(qtbot, window)
    assert window.frame is not None
    assert window.frame.key == "programme"
    page = go("events")
    assert isinstance(page, EventsPage)
    press(page.board, "No clashes")
    assert window.frame.key == "programme"
    page = go("events")
    press(page.board, "4 slots have no interpreter: Assign")
    settle(qtbot, window)
    programme = window.frame.page
    assert isinstance(programme, ProgrammePage)
    assert programme.inspector.number


def test_a_deadline_is_ticked_off_and_taken_back(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    press(page.board, "Checklist")
    page.inspector.add_task()
    settle(qtbot, window)
    settle(qtbot, window)
    box = page.board.findChild(QCheckBox)
    assert box is not None
    assert box.accessibleName() == "Done: New task"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.checklist[0].done
    window.desk.undo_last()
    settle(qtbot, window)
    assert not window.desk.current.checklist[0].done


def test_all_events_are_a_list_and_one_of_them_is_chosen(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    window.desk.act(page, lambda ws: events.create(ws, Event(slug="otro")))
    settle(qtbot, window)
    settle(qtbot, window)
    page.every.click()
    assert page.stack.currentIndex() == 0
    page.table.go(2)
    page.work.click()
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.slug == "otro"
    assert page.stack.currentWidget() is page.board


def test_the_inspector_follows_the_event_of_the_overview(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    window.desk.act(page, lambda ws: events.create(ws, Event(slug="otro")))
    settle(qtbot, window)
    settle(qtbot, window)
    page.edit_current()
    assert page.inspector.number == 1
    window.desk.choose_event(2)
    settle(qtbot, window)
    assert page.inspector.number == 2


def press(inside: QWidget, name: str) -> QPushButton:
    """Press the button of that name."""
    every = inside.findChildren(QPushButton)
    found = next(one for one in every if one.isVisible() and one.accessibleName() == name)
    found.click()
    return found
