"""The window's beginning: its grounds first, then all of it in the same place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.ui.appearance import Appearance
from desktop.ui.memory import Memory
from desktop.ui.shell import BAR, RAIL, Shell
from desktop.ui.theme import DARK, LIGHT
from desktop.ui.window import Window
from tests.ui.conftest import WAIT


def shell(qtbot: QtBot, language: str, look: str) -> Shell:
    memory = Memory()
    memory.language, memory.look = language, look
    made = Shell(memory)
    made.setWindowState(Qt.WindowState.WindowNoState)
    made.resize(1000, 600)
    qtbot.addWidget(made)
    return made


def test_the_frames_grounds_are_painted_before_anything_is_loaded(
    qtbot: QtBot, appearance: Appearance
):
    picture = shell(qtbot, "en", "light").grab().toImage()
    assert picture.pixelColor(RAIL // 2, 300) == LIGHT.rail
    assert picture.pixelColor(RAIL + 20, BAR // 2) == LIGHT.surface
    assert picture.pixelColor(500, 300) == LIGHT.canvas
    mirrored = shell(qtbot, "ar", "dark").grab().toImage()
    assert mirrored.pixelColor(mirrored.width() - RAIL // 2, 300) == DARK.rail


def test_the_window_comes_into_its_shell_and_goes_with_it(
    qtbot: QtBot,
    qapp: QApplication,
    appearance: Appearance,
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("desktop.ui.log.Log.keep", lambda _log: None)
    outer = shell(qtbot, "en", "light")
    loaded: list[None] = []
    outer.painted.connect(lambda: loaded.append(None))
    outer.show()
    qtbot.waitUntil(lambda: loaded == [None], timeout=WAIT)
    app.load(qapp, outer, outer.memory, str(database))
    window = outer.centralWidget()
    assert isinstance(window, Window)
    qtbot.waitUntil(lambda: outer.windowTitle() != "Estrado", timeout=WAIT)
    assert window.size() == outer.size()
    outer.resize(900, 700)
    outer.close()
    QCoreApplication.processEvents()
    assert not window.desk.worker.running
    again = Shell(Memory())
    qtbot.addWidget(again)
    assert again.height() == outer.height()


def test_where_the_screen_is_no_larger_the_window_takes_all_of_it(qtbot: QtBot):
    memory = Memory()
    made = Shell(memory)
    qtbot.addWidget(made)
    room = made.screen().availableSize()
    assert room.width() < 1366  # as the tests' screen is
    assert made.isMaximized()


def test_the_first_card_has_the_keyboard_from_the_start(
    qtbot: QtBot,
    qapp: QApplication,
    appearance: Appearance,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("desktop.ui.log.Log.keep", lambda _log: None)
    outer = shell(qtbot, "en", "light")
    with qtbot.waitExposed(outer):
        outer.show()
    app.load(qapp, outer, outer.memory, None)
    window = outer.centralWidget()
    assert isinstance(window, Window)
    assert window.start is not None
    qtbot.waitUntil(window.start.first.hasFocus, timeout=WAIT)
    outer.close()
