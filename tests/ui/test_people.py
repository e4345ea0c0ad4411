import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.attendee import CATEGORIES, Reply
from desktop.language.collation import sort_key
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.fields import TextField
from desktop.ui.importing.guests_dialog import GuestsDialog
from desktop.ui.search_panel import SearchPanel
from desktop.ui.speakers.page import SpeakersPage
from desktop.ui.table import Order
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


def speakers(go: Go) -> SpeakersPage:
    page = go("speakers")
    assert isinstance(page, SpeakersPage)
    return page


def guests(go: Go) -> GuestsPage:
    page = go("guests")
    assert isinstance(page, GuestsPage)
    assert page.shown is not None
    return page


def test_speakers_of_the_event_are_listed_first_and_everybody_on_request(go: Go):
    page = speakers(go)
    assert page.shown is not None
    few = page.table.rows.rowCount()
    page.everybody.click()
    assert page.table.rows.rowCount() == len(page.shown.rows) > few


def test_a_name_is_written_in_every_script_and_the_biography_in_every_language(
    window: Window, go: Go, qtbot: QtBot
):
    page = speakers(go)
    person = page.table.rows.value(0).person
    page.table.go(person.id)
    names = {field.accessibleName() for field in page.inspector.findChildren(TextField)}
    assert {"Given name, In Latin letters", "Family name, In Cyrillic letters"} <= names
    texts = {field.accessibleName() for field in page.inspector.findChildren(QTextEdit)}
    assert {"Biography, Español", "Biography, Қазақша", "Office, Русский"} <= texts


def test_a_person_is_renamed_and_the_list_follows(window: Window, go: Go, qtbot: QtBot):
    page = speakers(go)
    number = page.table.rows.value(0).person.id
    page.table.go(number)
    field = next(
        one
        for one in page.inspector.findChildren(TextField)
        if one.accessibleName() == "Given name, In Latin letters"
    )
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Fulano")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)
    row = page.row_of(number)
    assert row is not None
    assert row.person.names[0].given == "Fulano"
    assert window.desk.undo is not None


def test_a_person_begins_as_a_draft(window: Window, go: Go, qtbot: QtBot):
    page = speakers(go)
    assert page.shown is not None
    before = len(page.shown.rows)
    page.new.click()
    settle(qtbot, window)
    field = next(
        one
        for one in page.inspector.findChildren(TextField)
        if one.accessibleName() == "Family name, In Latin letters"
    )
    field.setFocus()
    qtbot.keyClicks(field, "Nadie")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert len(page.shown.rows) == before + 1
    assert page.inspector.number > 0


def test_a_speaker_cannot_be_deleted_while_the_programme_names_them(
    window: Window, go: Go, qtbot: QtBot
):
    page = speakers(go)
    person = page.table.rows.value(0).person
    page.table.go(person.id)
    page.inspector.delete()
    settle(qtbot, window)
    assert page.row_of(person.id) is not None
    assert window.frame is not None
    assert "still in" in window.frame.toast.words.text()


def test_guests_are_counted_by_reply(go: Go):
    page = guests(go)
    assert page.shown is not None
    assert sum(page.shown.replies.values()) == len(page.shown.rows) > 100


def test_a_reply_is_noted_for_several_guests_at_once_and_undone(
    window: Window, go: Go, qtbot: QtBot
):
    page = guests(go)
    open_ones = [row for row in page.shown.rows if row.attendee.reply is Reply.NO_REPLY][:3]
    page.table.setSelectionMode(page.table.SelectionMode.MultiSelection)
    for row in open_ones:
        page.table.selectRow(page.table.rows.place(row.attendee.id))
    page.bulk.edited.emit("reply", Reply.ACCEPTED)
    settle(qtbot, window)
    now = [page.shown.by_id[row.attendee.id].attendee.reply for row in open_ones]
    assert now == [Reply.ACCEPTED] * 3
    window.desk.undo_last()
    settle(qtbot, window)
    assert page.shown.by_id[open_ones[0].attendee.id].attendee == open_ones[0].attendee


def test_somebody_is_invited_once(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    before = len(page.shown.rows)
    page.new.click()
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    panel.field.setText("Persona Nueva")
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    settle(qtbot, window)
    assert len(page.shown.rows) == before + 1
    invited = page.inspector.value
    assert invited is not None
    page._invite(invited.person_id)
    settle(qtbot, window)
    assert len(page.shown.rows) == before + 1


def test_guests_are_filtered_by_category_and_by_words(go: Go, qtbot: QtBot):
    page = guests(go)
    page._choose_category("press")
    assert page.table.rows.rowCount() == page.shown.categories["press"]
    page._choose_category("")
    name = page.shown.rows[0].person.names[0].family
    page.search.setText(name)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() < len(page.shown.rows))
    assert page.table.rows.rowCount() > 0


def test_guests_are_sorted_by_a_heading_in_the_languages_own_order(go: Go):
    page = guests(go)
    head = page.table.horizontalHeader()
    head.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    names = [page.table.rows.index(row, 1).data() for row in range(page.table.rows.rowCount())]
    assert names == sorted(names, key=sort_key("en"))
    head.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    turned = [page.table.rows.index(row, 1).data() for row in range(page.table.rows.rowCount())]
    assert turned == sorted(names, key=sort_key("en"), reverse=True)
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert page.table.rows.rows == list(page.shown.rows)


def test_many_rows_are_sorted_on_another_thread(
    window: Window, go: Go, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.ui.list_page.AT_ONCE", 10)
    page = guests(go)
    threads: set[int] = set()
    sort = Order.sort

    def watched(order: Order, rows: list[object]) -> list[object]:
        threads.add(threading.get_ident())
        return sort(order, rows)

    monkeypatch.setattr(Order, "sort", watched)
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: page.table.rows.value(0) == page.shown.rows[-1])
    assert threading.get_ident() not in threads


def test_many_rows_are_filtered_on_another_thread_in_the_order_of_the_heading(
    window: Window, go: Go, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.ui.list_page.AT_ONCE", 10)
    page = guests(go)
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    page._choose_category("press")
    wanted = [row for row in reversed(page.shown.rows) if row.attendee.category == "press"]
    qtbot.waitUntil(lambda: page.table.rows.rows == wanted)


def test_chosen_rows_are_copied_for_a_spreadsheet(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    page.table.selectRow(0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(window.desk.told) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["2 rows copied"]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Name", "Organisation"]
    shown = [page.table.rows.index(place, 0).data() for place in range(2)]
    assert [line.split("\t")[0] for line in lines[1:]] == shown


def test_category_and_seat_of_several_guests_are_set_and_they_are_taken_off_the_list(
    window: Window, go: Go, qtbot: QtBot
):
    page = guests(go)
    before = len(page.shown.rows)
    page.table.selectRow(0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.bulk.isVisible()
    numbers = page.chosen_ids()
    assert len(numbers) == 2
    menu = next(
        one.menu()
        for one in page.bulk.findChildren(QPushButton)
        if one.text().endswith("category")
    )
    menu.actions()[4].trigger()
    settle(qtbot, window)
    assert {page.shown.by_id[one].attendee.category for one in numbers} == {CATEGORIES[4]}
    page.bulk._ask_seat()
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue(" Row 7 ")
    dialog.accept()
    settle(qtbot, window)
    assert {page.shown.by_id[one].attendee.seat for one in numbers} == {"Row 7"}
    assert len(page.chosen_ids()) == 2
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert len(page.shown.rows) == before - 2
    window.desk.undo_last()
    settle(qtbot, window)
    assert {page.shown.by_id[one].attendee.seat for one in numbers} == {"Row 7"}


def test_rows_of_a_spreadsheet_are_looked_at_and_invited_in_one_step(
    window: Window, go: Go, qtbot: QtBot
):
    page = guests(go)
    before = len(page.shown.rows)
    QGuiApplication.clipboard().setText("Name\tSeat\nNadie Nuncavisto\t7\nOtra Nadie\t8\n")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(GuestsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert dialog.state.text() == "2 invitations · 2 new people"
    assert dialog.table.rows.rowCount() == 2
    dialog.accept_button.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert len(page.shown.rows) == before + 2
    window.desk.undo_last()
    settle(qtbot, window)
    assert len(page.shown.rows) == before


def test_columns_are_chosen_from_the_headings_and_remembered(window: Window, go: Go):
    page = guests(go)
    menu = page.table.column_menu()
    assert [one.text() for one in menu.actions()][:2] == ["Organisation", "Category"]
    menu.actions()[0].trigger()
    assert page.table.isColumnHidden(1)
    again = GuestsPage(page.kit, page.desk)
    assert again.table.isColumnHidden(1)
    again.table.column_menu().actions()[0].trigger()
    assert not GuestsPage(page.kit, page.desk).table.isColumnHidden(1)
    again.deleteLater()


def test_the_menu_of_the_guests_says_what_can_be_done(window: Window, go: Go):
    page = guests(go)
    menu = page.more.menu()
    menu.aboutToShow.emit()
    assert "Paste rows from a spreadsheet\tCtrl+V" in [one.text() for one in menu.actions()]
