"""Personal data is handed out, erased and reduced through the window."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.domain.attendee import Attendee
from desktop.domain.person import Person, PersonName
from desktop.services.workspace import Workspace
from desktop.ui.events.page import EventsPage
from desktop.ui.events.retention_dialog import RetentionDialog
from desktop.ui.speakers.page import SpeakersPage
from desktop.ui.speakers.privacy_dialog import PrivacyDialog
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


def test_somebody_is_handed_out_and_erased(
    window: Window, go: Go, qtbot: QtBot, database: Path, tmp_path: Path
) -> None:
    page = go("speakers")
    assert isinstance(page, SpeakersPage)
    with Workspace.open(database) as ws:
        person = ws.find(Person)[0]
    dialog = PrivacyDialog(page, person)
    dialog.open()
    settle(qtbot, window)
    assert dialog.state.text()
    assert not dialog.ok.isEnabled()
    file = tmp_path / "all.json"
    dialog.save_to(file)
    settle(qtbot, window)
    assert json.loads(file.read_text("utf-8"))["person"]["id"] == person.id
    dialog.sure.setChecked(True)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    with Workspace.open(database) as ws:
        assert person.id not in {one.id for one in ws.find(Person)}
    assert window.desk.undo is None


def test_any_name_can_be_that_of_a_file(
    window: Window, go: Go, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = go("speakers")
    assert isinstance(page, SpeakersPage)
    proposed: list[str] = []

    def ask(_parent: object, _title: str, name: str) -> tuple[str, str]:
        proposed.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    name = PersonName("Latn", "Sáenz-Díez", 'Ana "Nita" s/n:')
    PrivacyDialog(page, Person(1, (name,)))._ask_file()
    assert proposed == ["Ana Nita s n Sáenz-Díez.json"]


def test_a_past_event_is_reduced(window: Window, go: Go, qtbot: QtBot, database: Path) -> None:
    page = go("events")
    assert isinstance(page, EventsPage)
    event = window.desk.current
    assert event is not None
    page.open(event.id)
    settle(qtbot, window)
    page.detail.change(keep_until=date(2020, 1, 1))
    settle(qtbot, window)
    dialog = RetentionDialog(page)
    dialog.open()
    settle(qtbot, window)
    assert [one.event.id for one in dialog.due] == [event.id]
    dialog.sure.setChecked(True)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    with Workspace.open(database) as ws:
        assert ws.find(Attendee, event_id=event.id) == []
