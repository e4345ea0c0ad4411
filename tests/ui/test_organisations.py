from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.ui.organisations.page import OrganisationsPage
from desktop.ui.search_panel import SearchPanel
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


def test_a_search_for_an_organisation_leads_to_its_page(window: Window, go: Go, qtbot: QtBot):
    go("programme")
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    qtbot.keyClicks(panel.field, "embajada de espa")
    qtbot.waitUntil(
        lambda: any(
            "Embassy of Spain" in panel.list.item(n).text() for n in range(panel.list.count())
        )
    )
    place = next(
        n for n in range(panel.list.count()) if "Embassy of Spain" in panel.list.item(n).text()
    )
    panel.list.itemClicked.emit(panel.list.item(place))
    settle(qtbot, window)
    assert window.frame is not None
    page = window.frame.page
    assert page is not None
    assert page.inspector.value is not None


def test_an_organisation_gets_a_logo_from_a_file(
    window: Window, go: Go, qtbot: QtBot, tmp_path: Path
):
    page = go("organisations")
    assert isinstance(page, OrganisationsPage)
    one = page.table.rows.value(0).organisation
    page.table.go(one.id)
    file = tmp_path / "logo.png"
    emblem = QImage(64, 48, QImage.Format.Format_RGB32)
    emblem.fill(Qt.GlobalColor.darkBlue)
    emblem.save(str(file))
    page.inspector.logo.load(str(file))
    settle(qtbot, window)
    settle(qtbot, window)
    row = page.row_of(one.id)
    assert row is not None
    assert row.organisation.logo_id not in (None, one.logo_id)
    page.inspector.logo.load(str(tmp_path / "nowhere.png"))
    settle(qtbot, window)
    assert window.frame is not None
    assert "nowhere.png" in window.frame.toast.words.text()
