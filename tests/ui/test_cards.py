"""Visiting cards on the page of speakers."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.ui.speakers.cards_dialog import CardsDialog
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle
from tests.ui.test_duplicates import everybody

CARD = (
    "BEGIN:VCARD\nVERSION:4.0\nFN:Zoe Prueba\nEMAIL:zoe@example.org\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:4.0\nFN:Yan Prueba\nEND:VCARD\n"
)


def opened(window: Window, qtbot: QtBot) -> CardsDialog:
    dialog = window.findChild(CardsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=20_000)
    return dialog


def test_pasted_cards_are_looked_at_and_added_in_one_step(window: Window, go: Go, qtbot: QtBot):
    page = go("speakers")
    before = everybody(window, qtbot)
    QGuiApplication.clipboard().setText(CARD)
    page.paste()
    dialog = opened(window, qtbot)
    assert dialog.state.text() == "2 new people"
    dialog.ok.click()
    settle(qtbot, window)
    after = everybody(window, qtbot)
    assert len(after) == len(before) + 2
    window.desk.undo_last()
    settle(qtbot, window)
    assert everybody(window, qtbot) == before


def test_a_card_that_is_left_out_is_not_added(window: Window, go: Go, qtbot: QtBot):
    page = go("speakers")
    before = everybody(window, qtbot)
    page.cards.look(CARD.encode())
    dialog = opened(window, qtbot)
    dialog.table.selectRow(0)
    dialog._drop()
    dialog.ok.click()
    settle(qtbot, window)
    (added,) = everybody(window, qtbot).keys() - before.keys()
    assert everybody(window, qtbot)[added].names[0].given == "Yan"


def test_a_file_of_cards_is_dropped_on_the_page(
    window: Window, go: Go, qtbot: QtBot, tmp_path: Path
):
    page = go("speakers")
    file = tmp_path / "cards.VCF"
    file.write_text(CARD)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    fallen = QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    page.cards.eventFilter(page, fallen)
    assert fallen.isAccepted()
    assert opened(window, qtbot).table.rows.rowCount() == 2


def test_a_file_that_is_none_is_refused_in_its_dialog(window: Window, go: Go, qtbot: QtBot):
    page = go("speakers")
    page.cards.look(b"BEGIN:VCARD\nFN:Half")
    dialog = window.findChild(CardsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "cut short" in dialog.state.text(), timeout=20_000)
    assert not dialog.ok.isEnabled()
