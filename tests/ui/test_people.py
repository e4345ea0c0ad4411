import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.attendee import CATEGORIES, Reply
from desktop.language.collation import sort_key
from desktop.services.listing import Register
from desktop.services.lists import Filter
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.columns_dialog import ColumnsDialog
from desktop.ui.fields import TextField
from desktop.ui.importing.guests_dialog import GuestsDialog
from desktop.ui.question import Question
from desktop.ui.search_panel import SearchPanel
from desktop.ui.speakers.page import SpeakersPage
from desktop.ui.window import Window
from tests.ui.conftest import WAIT, Go, settle


def speakers(go: Go) -> SpeakersPage:
    page = go("speakers")
    assert isinstance(page, SpeakersPage)
    return page


def guests(go: Go) -> GuestsPage:
    page = go("guests")
    assert isinstance(page, GuestsPage)
    assert page.shown is not None
    return page


def test_speakers_of_the_event_are_listed_first_and_everybody_on_request(
    window: Window, go: Go, qtbot: QtBot
):
    page = speakers(go)
    assert page.shown is not None
    few = page.table.rows.rowCount()
    page.everybody.click()
    settle(qtbot, window)
    assert page.table.rows.rowCount() == page.shown.total > few


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
    before = page.shown.total
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
    assert page.shown.total == before + 1
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
    assert sum(page.replies.values()) == page.shown.total > 100


def test_a_reply_is_noted_for_several_guests_at_once_and_undone(
    window: Window, go: Go, qtbot: QtBot
):
    page = guests(go)
    open_ones = [row for row in page.shown.rows if row.attendee.reply is not Reply.ACCEPTED][:3]
    assert len(open_ones) == 3
    page.table.setSelectionMode(page.table.SelectionMode.MultiSelection)
    for row in open_ones:
        page.table.selectRow(page.table.rows.place(row.attendee.id))
    page.bulk.edited.emit("reply", Reply.ACCEPTED)
    settle(qtbot, window)
    now = [page.row_of(row.attendee.id).attendee.reply for row in open_ones]
    assert now == [Reply.ACCEPTED] * 3
    window.desk.undo_last()
    settle(qtbot, window)
    assert page.row_of(open_ones[0].attendee.id).attendee == open_ones[0].attendee


def test_somebody_is_invited_once(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    before = page.shown.total
    page.new.click()
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    panel.field.setText("Persona Nueva")
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    settle(qtbot, window)
    assert page.shown.total == before + 1
    invited = page.inspector.value
    assert invited is not None
    page._invite(invited.person_id)
    settle(qtbot, window)
    assert page.shown.total == before + 1


def test_guests_are_filtered_by_category_and_by_words(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    every = page.shown.total
    page.bar.choose([Filter("Attendee.category", ("press",))])
    settle(qtbot, window)
    assert page.table.rows.rowCount() == page.categories["press"] < every
    assert f"{page.categories['press']} listed" in window.frame.status.left.text()
    page.bar.choose([])
    settle(qtbot, window)
    name = page.shown.rows[0].person.names[0].family
    page.search.setText(name)
    qtbot.waitUntil(lambda: 0 < page.table.rows.rowCount() < every)
    assert page.shown.total == every


def test_guests_are_sorted_by_a_heading_in_the_languages_own_order(
    window: Window, go: Go, qtbot: QtBot
):
    page = guests(go)
    first = list(page.listed_ids())
    head = page.table.horizontalHeader()

    def sorted_by(place: int, way: Qt.SortOrder) -> list[str]:
        head.setSortIndicator(place, way)
        settle(qtbot, window)
        shown = page.table.rows
        for row in range(shown.rowCount()):
            qtbot.waitUntil(lambda row=row: shown.value(row) is not None)
        return [shown.index(row, place).data() for row in range(shown.rowCount())]

    names = sorted_by(1, Qt.SortOrder.AscendingOrder)
    full = [name for name in names if name]
    assert full == sorted(full, key=sort_key("en"))
    assert names == full + [""] * (len(names) - len(full))
    turned = sorted_by(1, Qt.SortOrder.DescendingOrder)
    assert turned[: len(full)] == sorted(full, key=sort_key("en"), reverse=True)
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    settle(qtbot, window)
    assert page.listed_ids() == first


def test_rows_are_read_as_one_scrolls(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    last = page.shown.total - 1
    assert page.table.rows.value(last) is None
    page.table.scrollToBottom()
    window.repaint()
    qtbot.waitUntil(lambda: page.table.rows.value(last) is not None)
    ids = page.listed_ids()
    assert page.table.rows.value(last).attendee.id == ids[last]


def test_a_row_that_is_not_read_yet_is_opened_as_soon_as_it_is(
    window: Window, go: Go, qtbot: QtBot
):
    page = guests(go)
    ids = page.listed_ids()
    page.open(ids[-1])
    qtbot.waitUntil(lambda: page.inspector.number == ids[-1])
    assert page.table.current_id() == ids[-1]
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.inspector.number == ids[0])


def test_lists_are_read_on_another_thread(
    window: Window, go: Go, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    page, threads = guests(go), dict[str, int]()
    for name in ("renew", "listed", "counted", "warm"):
        asked = getattr(Register, name)

        def watched(self: Register, *args: Any, asked: Any = asked, name: str = name) -> Any:
            threads[name] = threading.get_ident()
            return asked(self, *args)

        monkeypatch.setattr(Register, name, watched)
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    page.search.setText("a")
    page.refresh()
    page.bar.button.click()
    qtbot.waitUntil(lambda: len(threads) == 4, timeout=WAIT)
    settle(qtbot, window)
    assert threading.get_ident() not in threads.values()


def test_a_list_is_filtered_while_the_database_is_busy(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    over = threading.Event()
    window.desk.worker.do(window, lambda _progress: over.wait(20))
    page.bar.choose([Filter("Attendee.category", ("press",))])
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == page.categories["press"])
    over.set()
    settle(qtbot, window)


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
    before = page.shown.total
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
    assert {page.row_of(one).attendee.category for one in numbers} == {CATEGORIES[4]}
    page.bulk._ask_seat()
    dialog = window.findChild(Question)
    assert dialog is not None
    qtbot.keyClicks(dialog.findChild(QLineEdit), " Row 7 ")
    dialog.ok.click()
    settle(qtbot, window)
    assert {page.row_of(one).attendee.seat for one in numbers} == {"Row 7"}
    assert len(page.chosen_ids()) == 2
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert page.shown.total == before - 2
    window.desk.undo_last()
    settle(qtbot, window)
    assert {page.row_of(one).attendee.seat for one in numbers} == {"Row 7"}


def test_rows_of_a_spreadsheet_are_looked_at_and_invited_in_one_step(
    window: Window, go: Go, qtbot: QtBot
):
    page = guests(go)
    before = page.shown.total
    QGuiApplication.clipboard().setText("Name\tSeat\nNadie Nuncavisto\t7\nOtra Nadie\t8\n")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(GuestsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert dialog.columns.fields == ("name", "seat")
    dialog.ok.click()
    qtbot.waitUntil(lambda: dialog.ok.text() == "Invite 2 guests")
    dialog.ok.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert page.shown.total == before + 2
    window.desk.undo_last()
    settle(qtbot, window)
    assert page.shown.total == before


def test_columns_are_chosen_from_the_headings_and_remembered(window: Window, go: Go):
    page = guests(go)
    menu = page.table.columns.menu()
    assert [one.text() for one in menu.actions()][:2] == ["Organisation", "Category"]
    menu.actions()[0].trigger()
    assert page.table.isColumnHidden(1)
    again = GuestsPage(page.kit, page.desk)
    assert again.table.isColumnHidden(1)
    again.table.columns.menu().actions()[0].trigger()
    assert not GuestsPage(page.kit, page.desk).table.isColumnHidden(1)
    again.deleteLater()


def test_widths_and_order_of_columns_are_remembered(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    head = page.table.horizontalHeader()
    head.resizeSection(2, 200)
    head.moveSection(head.visualIndex(4), 0)
    page.table.columns.save()
    again = GuestsPage(page.kit, page.desk)
    qtbot.addWidget(again)
    assert again.table.columnWidth(2) == 200
    assert again.table.columns.shown()[0].name == "seat"
    wide = sum(page.table.columnWidth(place) for place in range(6))
    assert wide == page.table.viewport().width()
    again.table.columns.arrange([])
    again.table.columns.save()


def test_columns_are_chosen_and_moved_by_keyboard(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    page._choose_columns()
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    assert [one.name for one in dialog.places()][:3] == ["name", "organisation", "category"]
    dialog.list.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down):
        qtbot.keyClick(dialog.list, key)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.accept()
    assert [one.name for one in page.table.columns.shown()][:3] == ["category", "name", "reply"]
    again = GuestsPage(page.kit, page.desk)
    qtbot.addWidget(again)
    assert [one.name for one in again.table.columns.shown()][:2] == ["category", "name"]
    page.table.columns.arrange([])
    page.table.columns.save()


def test_the_list_is_sorted_from_the_menu(window: Window, go: Go, qtbot: QtBot):
    page = guests(go)
    head = page.table.horizontalHeader()
    assert (head.isSortIndicatorShown(), head.sortIndicatorSection()) == (True, 0)
    first = page.listed_ids()
    sort = next(deed for deed in page.usual_menu() if deed.name == "Sort by")
    assert [deed.on for deed in sort.more][:2] == [True, False]
    sort.more[-1].run()
    settle(qtbot, window)
    assert page.listed_ids() == first[::-1]
    next(deed for deed in sort.more if deed.name == "Reply").run()
    settle(qtbot, window)
    replies = [list(Reply).index(row.attendee.reply) for row in page.shown.rows]
    assert replies == sorted(replies)
    assert head.sortIndicatorSection() == 3


def test_the_menu_of_the_guests_says_what_can_be_done(window: Window, go: Go):
    page = guests(go)
    menu = page.more.menu()
    menu.aboutToShow.emit()
    assert "Paste rows from a spreadsheet\tCtrl+V" in [one.text() for one in menu.actions()]
