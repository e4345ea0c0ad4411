from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.kit import Kit
from desktop.ui.table import Cell, Column, Heading
from desktop.ui.table_view import Table
from desktop.ui.theme import LIGHT


@dataclass(frozen=True)
class Guest:
    id: int
    name: str


def table(qtbot: QtBot, written: list[Guest] | None = None) -> Table[Guest]:
    def write(guest: Guest, text: str) -> None:
        if written is not None:
            written.append(replace(guest, name=text))

    columns = (
        Column("Name", lambda guest: Cell(guest.name, "second", bold=True), 200, write),
        Column("Languages", lambda _guest: Cell(codes=("ES",), missing=("KK",))),
    )
    made: Table[Guest] = Table(Kit("en", LIGHT), "Guests", columns, lambda guest: guest.id)
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    return made


GUESTS = [Guest(7, "Álvaro"), Guest(3, "Әлия"), Guest(9, "Zoe")]


def test_cells_say_everything_in_words_to_a_screen_reader(qtbot: QtBot, appearance: Appearance):
    shown = table(qtbot)
    shown.show_rows(GUESTS)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert shown.rows.index(1, 0).data(role) == "Әлия · second"
    assert shown.rows.index(1, 1).data(role) == "ES KK"


def test_the_current_row_stays_the_same_value_in_the_next_snapshot(
    qtbot: QtBot, appearance: Appearance
):
    shown = table(qtbot)
    shown.show_rows(GUESTS)
    shown.go(9)
    shown.show_rows([Guest(1, "New"), *reversed(GUESTS)])
    assert shown.current_id() == 9
    with qtbot.waitSignal(shown.moved) as told:
        shown.show_rows(GUESTS[:2])
    assert told.args == [None]


def test_a_cell_is_edited_in_place_by_f2(qtbot: QtBot, appearance: Appearance):
    written: list[Guest] = []
    shown = table(qtbot, written)
    shown.show_rows(GUESTS)
    shown.go(3)
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_F2)
    editor = shown.viewport().findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "Alia")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: written == [Guest(3, "Alia")])


def test_headings_stand_over_their_rows_and_cannot_be_chosen(qtbot: QtBot, appearance: Appearance):
    shown = table(qtbot)
    shown.show_rows([Heading("Thursday", "2 slots"), *GUESTS])
    assert shown.rows.flags(shown.rows.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert shown.columnSpan(0, 0) == 2
    assert shown.rows.value(0) is None
    assert shown.rows.place(7) == 1


def test_enter_opens_the_current_row(qtbot: QtBot, appearance: Appearance):
    shown = table(qtbot)
    shown.show_rows(GUESTS)
    shown.go(3)
    with qtbot.waitSignal(shown.opened) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told.args == [Guest(3, "Әлия")]


def test_selected_rows_are_copied_for_a_spreadsheet(qtbot: QtBot, appearance: Appearance):
    shown = table(qtbot)
    shown.show_rows([Heading("Thursday"), *GUESTS])
    shown.selectAll()
    with qtbot.waitSignal(shown.copied) as told:
        qtbot.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [3]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["Name\tLanguages", "Álvaro\tES", "Әлия\tES", "Zoe\tES"]


def test_a_hundred_thousand_rows_are_shown_without_reading_them(
    qtbot: QtBot, appearance: Appearance
):
    reads: list[int] = []

    def read(guest: Guest) -> Cell:
        reads.append(guest.id)
        return Cell(guest.name)

    columns = (Column("Name", read),)
    shown: Table[Guest] = Table(Kit("en", LIGHT), "Guests", columns, lambda guest: guest.id)
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    shown.show()
    shown.show_rows([Guest(number, f"Guest {number}") for number in range(100_000)])
    shown.grab()
    assert shown.rows.rowCount() == 100_000
    assert len(set(reads)) < 50
    shown.go(99_999)
    shown.grab()
    assert 99_999 in reads
    assert len(set(reads)) < 100
