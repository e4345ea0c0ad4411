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


def test_rows_of_a_spreadsheet_become_people_in_one_step(window: Window, go: Go, qtbot: QtBot):
    page = go("speakers")
    before = everybody(window, qtbot)
    rows = "Name\tPosition\tE-mail\tShoe size\nZoe Prueba\tRectora\tzoe@example.org\t40\n\t\t\t1\n"
    QGuiApplication.clipboard().setText(rows + "Yan Prueba\t\t\t\n")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(window, qtbot)
    assert dialog.windowTitle() == "People from a spreadsheet"
    assert dialog.state.text() == "2 new people"
    assert dialog.left_out.text().splitlines() == [
        "Left out, unknown columns: Shoe size",
        "Left out, lines without a name: 3",
    ]
    dialog.ok.click()
    settle(qtbot, window)
    after = everybody(window, qtbot)
    (zoe,) = (one for id, one in after.items() if id not in before and one.offices)
    assert len(after) == len(before) + 2
    assert (zoe.contact.email, zoe.offices[0].title.get("es")) == ("zoe@example.org", "Rectora")
    assert window.desk.undo is not None
    assert window.desk.undo.name == "Add {count} people"
    window.desk.undo_last()
    settle(qtbot, window)
    assert everybody(window, qtbot) == before


def test_rows_without_a_name_are_refused_in_their_dialog(window: Window, go: Go, qtbot: QtBot):
    page = go("speakers")
    QGuiApplication.clipboard().setText("Name\tSeat\n\t7\n")
    page.paste()
    dialog = window.findChild(CardsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "nobody in these rows" in dialog.state.text())
    assert not dialog.ok.isEnabled()


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
