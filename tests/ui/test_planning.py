"""Deeds of the programme page: copies, shifting, a pasted agenda, versions."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.domain.localized import Localized
from desktop.domain.slot import Slot, SlotKind
from desktop.ui import actions
from desktop.ui.importing.agenda_dialog import AgendaDialog
from desktop.ui.plain_text import PlainText
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.schedule.shift_dialog import ShiftDialog
from desktop.ui.schedule.versions_dialog import VersionsDialog
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle

AGENDA = "12:00 – 12:30 Conferencia: El agua — Ana Gil\nTraed ordenador\n12:30 Pausa café"


@pytest.fixture
def page(go: Go) -> ProgrammePage:
    page = go("programme")
    assert isinstance(page, ProgrammePage)
    return page


def slots(page: ProgrammePage) -> tuple[Slot, ...]:
    assert page.shown is not None
    return page.shown.programme.slots


def lecture(page: ProgrammePage) -> Slot:
    return next(slot for slot in slots(page) if slot.kind is SlotKind.LECTURE)


def test_a_slot_is_copied_and_pasted_behind_itself(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    one, before = lecture(page), slots(page)
    page.open(one.id)
    page.deeds.copy()
    assert QGuiApplication.clipboard().text().split("\t")[0] == "15:30–16:15"
    page.deeds.paste()
    settle(qtbot, window)
    (copy,) = (slot for slot in slots(page) if slot not in before)
    assert one.start is not None
    assert (copy.title, copy.start) == (one.title, one.start + timedelta(minutes=45))
    assert page.board.grid.marked == {copy.id}
    window.desk.undo_last()
    settle(qtbot, window)
    assert slots(page) == before


def test_what_comes_after_is_shifted(window: Window, page: ProgrammePage, qtbot: QtBot):
    assert page.shown is not None
    day = page.grid_day(page.shown)
    assert day is not None
    one, first = lecture(page), min(slot.start for slot in slots(page) if slot.start)
    dialog = ShiftDialog(page, page.shown, day, one)
    dialog.by.setValue(20)
    assert dialog.state.text().startswith("7 ")
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert one.start is not None
    assert lecture(page).start == one.start + timedelta(minutes=20)
    assert min(slot.start for slot in slots(page) if slot.start) == first


def test_a_whole_day_is_shifted_unless_a_slot_is_selected(page: ProgrammePage, qtbot: QtBot):
    assert page.shown is not None
    day = page.grid_day(page.shown)
    assert day is not None
    dialog = ShiftDialog(page, page.shown, day, None)
    qtbot.addWidget(dialog)
    assert dialog.start.text() == "15:00"
    assert dialog.state.text().startswith(f"{len(page.shown.programme.slots)} ")


def test_an_agenda_is_corrected_before_it_comes_in(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    assert page.shown is not None
    before = slots(page)
    dialog = AgendaDialog(page, page.shown.programme, AGENDA)
    assert dialog.unread.text().startswith("1 line")
    assert len(dialog.text.extraSelections()) == 1
    titles = [column.heading for column in dialog.table.rows.columns]
    cell = dialog.table.rows.index(0, titles.index("Title"))
    assert dialog.table.rows.setData(cell, "El agua y la estepa")
    dialog.read()
    dialog.text.appendPlainText("13:00 Clausura")
    dialog.read()
    assert [item.title for item in dialog.items()] == [
        *("El agua y la estepa", "Pausa café", "Clausura")
    ]
    assert slots(page) == before, "nothing comes in before it is asked for"
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    new = [slot for slot in slots(page) if slot not in before]
    assert {slot.title.find("es").text for slot in new if slot.title.find("es")} == {
        *("El agua y la estepa", "Pausa café", "Clausura")
    }
    window.desk.undo_last()
    settle(qtbot, window)
    assert slots(page) == before


def test_a_version_is_published_compared_and_restored(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    assert page.shown is not None
    before, one = slots(page), lecture(page)
    first = VersionsDialog(page, page.shown)
    first.name.setText("Imprenta")
    field = next(one for one in first.findChildren(PlainText) if one.isVisibleTo(first))
    field.setPlainText("Nuevo horario")
    field.edited.emit()
    qtbot.mouseClick(first.publish, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    settle(qtbot, window)
    assert "Imprenta" in first.versions.item(0).text()
    assert first._releases[0].note == Localized.of(es="Nuevo horario")
    assert first.said.text() == "Nuevo horario"
    first.accept()
    actions.edit_slot(page, one.id, {"title": Localized.of(es="Otra")})
    settle(qtbot, window)
    dialog = VersionsDialog(page, page.shown)
    settle(qtbot, window)
    assert [dialog.changes.item(n).text() for n in range(dialog.changes.count())] == [
        "Changed: Otra"
    ]
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert slots(page) == before


def test_before_the_first_version_it_is_said_what_one_is(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    assert page.shown is not None
    dialog = VersionsDialog(page, page.shown)
    dialog.show()
    settle(qtbot, window)
    assert dialog.said.isVisible()
    assert dialog.said.text().startswith("A version keeps the programme")
    assert dialog.name.hasFocus()
    dialog.reject()


def test_del_in_the_list_deletes_all_rows_that_are_selected(
    window: Window, page: ProgrammePage, qtbot: QtBot
):
    page._choose_view("list")
    settle(qtbot, window)
    before = slots(page)
    page.table.go(before[0].id)
    page.table._choose({before[0].id, before[2].id})
    assert len(page.table.chosen()) == 2
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert {slot.id for slot in before} - {slot.id for slot in slots(page)} == {
        *(before[0].id, before[2].id)
    }
    assert "6 slots" in page._words[0]
    window.desk.undo_last()
    settle(qtbot, window)
    assert slots(page) == before
    assert "8 slots" in page._words[0]
