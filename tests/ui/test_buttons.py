"""Buttons that are on or off act however they are turned: a screen reader toggles them."""

from functools import partial

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.ui.buttons import Button, ToolButton
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.speakers.page import SpeakersPage
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle
from tests.ui.test_gate import pages
from tests.ui.test_window import button


def toggle(one: QAbstractButton) -> None:
    """What a screen reader does first."""
    actions = QAccessible.queryAccessibleInterface(one).actionInterface()
    assert actions.actionNames()[0] == QAccessibleActionInterface.toggleAction()
    actions.doAction(QAccessibleActionInterface.toggleAction())


@pytest.mark.parametrize("kind", [Button, ToolButton])
def test_a_turn_is_told_once(qtbot: QtBot, kind: type[Button] | type[ToolButton]):
    one, told = kind(), list[bool]()
    qtbot.addWidget(one)
    one.setCheckable(True)

    def hear(on: bool) -> None:
        told.append(on)

    one.clicked.connect(hear)
    toggle(one)
    one.click()
    assert told == [True, False]
    one.setChecked(True)  # by program
    assert told == [True, False]


def test_whoever_has_to_give_way_is_not_clicked(window: Window, go: Go):
    page = go("speakers")
    assert isinstance(page, SpeakersPage)
    told: list[str] = []
    for chip in (page.here, page.everybody):
        chip.clicked.connect(partial(told.append, chip.text()))
    toggle(page.everybody)
    assert told == [page.everybody.text()]
    assert not page.here.isChecked()


def test_pages_documents_and_views_are_chosen_by_a_screen_reader(
    window: Window, go: Go, qtbot: QtBot
):
    go("guests")
    toggle(button(window, "Programme"))
    assert window.frame is not None
    page = window.frame.page
    assert isinstance(page, ProgrammePage)
    settle(qtbot, window)
    toggle(button(window, "As a list"))
    assert page.stack.currentWidget() is not page.board
    documents = go("documents")
    assert isinstance(documents, DocumentsPage)
    toggle(button(window, "Report"))
    assert documents.kind.key == "report"


def test_every_button_that_is_on_or_off_is_such_a_button(window: Window, qtbot: QtBot):
    kinds = (Button, ToolButton, QCheckBox, QRadioButton)
    every = {
        f"{key}: {one.accessibleName()}"
        for key in pages(window, qtbot)
        for one in window.findChildren(QAbstractButton)
        if one.isCheckable() and not isinstance(one, kinds)
    }
    assert every == set()
