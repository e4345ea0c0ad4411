"""Help in place, and where the program notes what went wrong."""

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from desktop import __version__, paths
from desktop.ui.defect_dialog import DefectDialog
from desktop.ui.help import START, TOPICS, HelpPanel
from desktop.ui.history.page import HistoryPage
from desktop.ui.log import Log
from desktop.ui.places import PLACES
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


def test_every_page_has_its_help():
    assert {place.key for place in PLACES} <= set(TOPICS)


def test_f1_tells_about_the_open_page_and_escape_closes_it(window: Window, go: Go, qtbot: QtBot):
    go("translations")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    panel = window.findChild(HelpPanel)
    assert panel is not None
    assert panel.isVisible()
    assert panel.accessibleName() == "Help: Translations"
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert TOPICS["translations"].purpose in said
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    go("events")
    settle(qtbot, window)
    assert not any(panel.isVisible() for panel in window.findChildren(HelpPanel))


def test_the_folder_of_the_log_is_shown(
    window: Window, go: Go, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    go("events")
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    panel = window.findChild(HelpPanel)
    assert panel is not None
    panel.log_wanted.emit()
    assert [Path(url.toLocalFile()) for url in shown] == [paths.log_folder()]
    assert paths.log_folder().is_dir()


def test_about_says_which_version_it_is(window: Window, go: Go, monkeypatch: pytest.MonkeyPatch):
    go("events")
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "about", lambda _window, _title, text: said.append(text))
    window.files.about()
    assert __version__ in said[0]


def test_defects_are_noted_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    log = Log()
    log.keep()
    told: list[Exception] = []
    log.noted.connect(told.append)
    logging.getLogger("desktop.ui.worker").error("A job failed")
    error = ZeroDivisionError("in a slot of Qt's")
    sys.excepthook(type(error), error, None)
    for handler in root.handlers:
        handler.close()
    written = (paths.log_folder() / "estrado.log").read_text("utf-8")
    assert "A job failed" in written
    assert "ZeroDivisionError: in a slot of Qt's" in written
    assert told == [error]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_defect_is_told_and_the_program_goes_on(
    window: Window, go: Go, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    log = Log()
    monkeypatch.setattr(logging.getLogger(), "handlers", [logging.NullHandler()])
    monkeypatch.setattr(sys, "__excepthook__", lambda *_defect: None)
    monkeypatch.setattr(sys, "excepthook", log._note)
    log.noted.connect(window.confess, Qt.ConnectionType.QueuedConnection)

    def fail(_page: HistoryPage) -> None:
        raise ZeroDivisionError("amid the showing of a page")

    monkeypatch.setattr(HistoryPage, "refresh", fail)
    go("history")
    dialog = window.findChild(DefectDialog)
    assert dialog is not None
    assert "ZeroDivisionError: amid the showing" in " ".join(
        label.text() for label in dialog.findChildren(QLabel)
    )
    log.noted.emit(ValueError("another one, at once"))
    settle(qtbot, window)
    assert len(window.findChildren(DefectDialog)) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert go("guests").isVisible()


def test_f1_helps_on_the_first_start_too(bare_window: Window, qtbot: QtBot):
    bare_window.show_start()
    with qtbot.waitExposed(bare_window):
        bare_window.show()
    bare_window.activateWindow()
    qtbot.keyClick(bare_window, Qt.Key.Key_F1)
    panel = bare_window.findChild(HelpPanel)
    assert panel is not None
    assert panel.isVisible()
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert TOPICS[START].purpose in said
    assert "filter the list" not in said
    qtbot.keyClick(bare_window, Qt.Key.Key_F1)
    assert not panel.isVisible()
