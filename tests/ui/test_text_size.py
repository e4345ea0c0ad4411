"""Everything in the window larger: remembered, and in force from the next start on."""

import os
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui import text_size
from desktop.ui.memory import Memory
from desktop.ui.window import Window
from tests.ui.conftest import settle


@pytest.fixture(autouse=True)
def as_the_system_says(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(text_size.VARIABLE, raising=False)


def sizes(window: Window) -> QMenu:
    assert window.frame is not None
    menus = window.frame.top.language.menu().findChildren(QMenu)
    return next(menu for menu in menus if menu.title() == "Text size")


def action(menu: QMenu, words: str) -> QAction:
    return next(one for one in menu.actions() if one.text() == words)


def test_the_remembered_size_is_there_when_the_application_is_made_and_gone_afterwards():
    memory = Memory()
    with text_size.applied(memory):
        assert text_size.VARIABLE not in os.environ
    memory.text_size = 150
    with text_size.applied(Memory()):
        assert os.environ[text_size.VARIABLE] == "1.5"
    assert text_size.VARIABLE not in os.environ


def test_a_factor_of_the_users_own_is_left_alone(window: Window, monkeypatch: pytest.MonkeyPatch):
    memory = Memory()
    memory.text_size = 200
    monkeypatch.setenv(text_size.VARIABLE, "1.1")
    with text_size.applied(memory):
        assert os.environ[text_size.VARIABLE] == "1.1"
    assert os.environ[text_size.VARIABLE] == "1.1"


def test_nonsense_in_the_settings_means_the_usual_size():
    memory = Memory()
    memory._settings.setValue("text_size", "huge")
    assert Memory().text_size == 100
    memory.text_size = 5000
    assert Memory().text_size == 200


def test_a_size_is_chosen_and_the_program_starts_again_with_its_database(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    settle(qtbot, window)
    started: list[Any] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *given: started.append(given))
    location = window.desk.location
    menu = sizes(window)
    assert [one.text() for one in menu.actions()] == ["100%", "125%", "150%", "175%", "200%"]
    assert action(menu, "100%").isChecked()
    action(menu, "200%").trigger()
    assert Memory().text_size == 200
    box = window.findChild(QMessageBox)
    assert box is not None
    assert {button.text() for button in box.buttons()} == {"Start again now", "Later"}
    button(box, "Start again now").click()
    (program, arguments) = started[0]
    assert arguments == ["-m", "desktop", location]
    assert program
    assert not window.desk.worker.running  # the database is free for the one that starts


def test_later_changes_nothing_now(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    settle(qtbot, window)
    started: list[Any] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *given: started.append(given))
    action(sizes(window), "125%").trigger()
    box = window.findChild(QMessageBox)
    assert box is not None
    button(box, "Later").click()
    assert started == []
    assert window.isVisible()
    assert Memory().text_size == 125


def button(box: QMessageBox, words: str) -> QAbstractButton:
    return next(one for one in box.findChildren(QPushButton) if one.text() == words)
