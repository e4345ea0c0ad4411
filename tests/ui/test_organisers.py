"""Logos that are dropped, and where an organisation is used."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.organisation import Organisation
from desktop.services import people
from desktop.ui.events.page import EventsPage
from desktop.ui.organisations.page import OrganisationsPage
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    file = tmp_path / "Casa_de_la_ciencia.png"
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    picture.save(str(file))
    return file


def drop(widget: QWidget, file: Path, there: QPoint) -> None:
    """Let a file fall on a place within a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(
        QPointF(there), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
    )
    widget.dropEvent(event)


def organisations(window: Window, qtbot: QtBot) -> dict[int, Organisation]:
    found: list[Organisation] = []
    window.desk.read(window, people.organisations, found.extend)
    settle(qtbot, window)
    return {one.id: one for one in found}


def test_a_logo_falls_on_its_organiser_or_makes_a_new_one(
    window: Window, go: Go, qtbot: QtBot, logo: Path
):
    page = go("events")
    assert isinstance(page, EventsPage)
    page.edit_current()
    event = window.desk.current
    assert event is not None
    first = event.organisers[0].organisation_id
    before = organisations(window, qtbot)[first].logo_id
    box = page.inspector.organisers
    drop(box, logo, box.lines[0].geometry().center())
    settle(qtbot, window)
    settle(qtbot, window)
    assert organisations(window, qtbot)[first].logo_id != before
    drop(box, logo, box.rect().bottomLeft())
    settle(qtbot, window)
    settle(qtbot, window)
    event = window.desk.current
    assert event is not None
    assert len(event.organisers) == 3
    fresh = organisations(window, qtbot)[event.organisers[-1].organisation_id]
    assert fresh.name.get("es") == "Casa de la ciencia"
    window.desk.undo_last()
    settle(qtbot, window)
    assert fresh.id not in organisations(window, qtbot)


def test_where_an_organisation_is_used_leads_there(window: Window, go: Go, qtbot: QtBot):
    page = go("organisations")
    assert isinstance(page, OrganisationsPage)
    event = window.desk.current
    assert event is not None
    page.open(event.organisers[0].organisation_id)
    settle(qtbot, window)
    named = page.inspector.findChildren(QPushButton)
    link = next(one for one in named if one.accessibleName() == event.title.get("en"))
    link.click()
    settle(qtbot, window)
    assert window.frame is not None
    assert window.frame.key == "events"
