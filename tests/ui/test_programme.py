from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.event import Event, EventKind
from desktop.domain.localized import Localized
from desktop.domain.slot import SlotKind
from desktop.domain.speaker import SpeakerRole
from desktop.services import planning, templates
from desktop.services.workspace import Workspace
from desktop.ui.day_field import DayField
from desktop.ui.fields import ChoiceField, TimeField
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.search_panel import SearchPanel
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


def programme(go: Go) -> ProgrammePage:
    page = go("programme")
    assert isinstance(page, ProgrammePage)
    assert page.shown is not None
    page._choose_view("list")
    return page


def text(page: ProgrammePage, name: str) -> QTextEdit:
    found = page.inspector.findChildren(QTextEdit)
    return next(one for one in found if one.accessibleName() == name)


def slots(page: ProgrammePage):
    assert page.shown is not None
    return page.shown.programme.slots


def write(page: ProgrammePage, name: str, words: str) -> None:
    field = text(page, name)
    field.setFocus()
    field.selectAll()
    field.insertPlainText(words)
    page.table.setFocus()


def test_slots_are_listed_by_day(go: Go):
    page = programme(go)
    assert page.table.rows.rowCount() > len(slots(page)), "a heading a day"
    assert page.table.rows.value(0) is None


def test_a_title_is_stored_on_leaving_and_undone_by_name(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    lecture = next(slot for slot in slots(page) if slot.kind is SlotKind.LECTURE)
    page.table.go(lecture.id)
    write(page, "Title, Español", "Otra ciencia")
    settle(qtbot, window)
    assert window.desk.undo is not None
    assert "Otra ciencia" in window.desk.undo.fields.values()
    assert window.frame is not None
    assert window.frame.toast.isVisible()
    assert "Otra ciencia" in window.frame.toast.words.text()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    again = next(slot for slot in slots(page) if slot.id == lecture.id)
    assert again.title == lecture.title
    assert text(page, "Title, Español").toPlainText() == lecture.title.get("es")


def test_undo_survives_closing_the_window(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    page.table.go(slots(page)[0].id)
    write(page, "Title, Español", "Recibimiento")
    settle(qtbot, window)
    window.open(window.desk.location)
    settle(qtbot, window)
    assert window.desk.undo is not None
    assert "Recibimiento" in window.desk.undo.fields.values()


def test_a_slot_is_moved_by_its_time_and_a_clash_is_told_in_words(
    window: Window, go: Go, qtbot: QtBot
):
    page = programme(go)
    lecture = next(slot for slot in slots(page) if slot.kind is SlotKind.LECTURE)
    panel = next(slot for slot in slots(page) if slot.kind is SlotKind.PANEL)
    page.table.go(lecture.id)
    field = page.inspector.findChild(TimeField)
    assert field is not None
    local = page.shown.programme.local_start(panel) if page.shown else None
    assert local is not None
    field.setTime(type(field.time())(local.hour, local.minute))
    field.editingFinished.emit()
    settle(qtbot, window)
    moved = next(slot for slot in slots(page) if slot.id == lecture.id)
    assert moved.start == panel.start
    assert page.clashes.isVisible()
    words = [page.table.rows.cell(page.table.rows.index(row, 1)) for row in range(8)]
    assert any("is taken" in getattr(cell, "second", "") for cell in words)


def test_a_slot_is_added_when_it_has_a_title(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    before = len(slots(page))
    last = slots(page)[-1]
    page.table.go(last.id)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.inspector.number == 0
    settle(qtbot, window)
    assert len(slots(page)) == before, "a draft is not stored"
    write(page, "Title, Español", "Brindis")
    settle(qtbot, window)
    assert len(slots(page)) == before + 1
    assert page.inspector.number > 0
    toast = next(slot for slot in slots(page) if slot.id == page.inspector.number)
    assert toast.start == last.end
    assert toast.title.as_dict() == {"es": "Brindis"}


def test_two_fields_edited_at_once_are_both_stored(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    lecture = next(slot for slot in slots(page) if slot.kind is SlotKind.LECTURE)
    page.table.go(lecture.id)
    page.inspector.change(minutes=50)
    page.inspector.change(room_id=None)
    settle(qtbot, window)
    stored = next(slot for slot in slots(page) if slot.id == lecture.id)
    assert (stored.minutes, stored.room_id) == (50, None)


def test_a_slot_is_deleted_and_brought_back(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    before = slots(page)
    page.table.go(before[1].id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert len(slots(page)) == len(before) - 1
    assert not page.inspector.isVisible()
    window.desk.undo_last()
    settle(qtbot, window)
    assert slots(page) == before


def test_a_speaker_is_found_by_a_few_letters_and_given_a_role(
    window: Window, go: Go, qtbot: QtBot
):
    page = programme(go)
    reception = next(slot for slot in slots(page) if slot.kind is SlotKind.RECEPTION)
    page.table.go(reception.id)
    page.inspector.add_speaker()
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    panel.field.setText("кабибул")
    qtbot.waitUntil(lambda: panel.list.count() > 1)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    role = next(
        field
        for field in page.inspector.speakers.findChildren(ChoiceField)
        if field.accessibleName().startswith("Role of")
    )
    role.show_value(SpeakerRole.HOST)
    role.edited.emit()
    settle(qtbot, window)
    stored = next(slot for slot in slots(page) if slot.id == reception.id)
    assert [speaker.role for speaker in stored.speakers] == [SpeakerRole.HOST]


def test_somebody_new_is_added_on_the_way(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    reception = next(slot for slot in slots(page) if slot.kind is SlotKind.RECEPTION)
    page.table.go(reception.id)
    page.inspector.add_speaker()
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    panel.field.setText("Ерлан Қайратұлы")
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    settle(qtbot, window)
    assert page.shown is not None
    stored = next(slot for slot in slots(page) if slot.id == reception.id)
    name = page.shown.speakers[stored.speakers[0].person_id].names[0]
    assert (name.tag, name.given, name.family) == ("Cyrl", "Ерлан", "Қайратұлы")


def test_the_list_is_filtered_across_alphabets_by_ctrl_f(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    page.search.setText("кабибулатова")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    page.search.clear()
    qtbot.waitUntil(lambda: page.table.rows.rowCount() > 2)


def test_missing_translations_are_counted_and_filtered(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    first = slots(page)[0]
    page.table.go(first.id)
    page.inspector.change(title=first.title.put("kk", ""))
    settle(qtbot, window)
    assert page.lacking.isVisible()
    page.lacking.click()
    assert page.table.rows.rowCount() == 2
    assert page.table.rows.value(1).slot.id == first.id


def test_a_slot_leaves_the_schedule_and_stays_in_the_list(window: Window, go: Go, qtbot: QtBot):
    page = programme(go)
    first = slots(page)[0]
    page.table.go(first.id)
    page.inspector.change(start=None)
    settle(qtbot, window)
    assert page.shown is not None
    assert [slot.id for slot in page.shown.programme.unscheduled] == [first.id]
    assert page.table.rows.place(first.id) == page.table.rows.rowCount() - 1


def test_after_the_current_slot_comes_the_new_one(go: Go):
    page = programme(go)
    first = slots(page)[0]
    page.table.go(first.id)
    page.add()
    assert page.inspector.value is not None
    assert first.start is not None
    assert page.inspector.value.start == first.start + timedelta(minutes=first.minutes)
    assert page.inspector.value.room_id == first.room_id


def test_escape_puts_the_inspector_away(go: Go, qtbot: QtBot):
    page = programme(go)
    page.table.go(slots(page)[0].id)
    assert page.inspector.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.inspector.isVisible()
    assert isinstance(page.new, QPushButton)


def test_what_is_being_written_is_stored_when_the_window_closes(
    window: Window, go: Go, database: Path
):
    page = programme(go)
    first = slots(page)[0]
    page.table.go(first.id)
    field = text(page, "Title, Español")
    field.setFocus()
    field.selectAll()
    field.insertPlainText("Acogida")
    window.close()
    with Workspace.open(database) as workspace:
        assert planning.slot(workspace, first.id).title.get("es") == "Acogida"


def test_slots_that_wait_for_a_day_are_listed_though_there_is_no_grid(
    window: Window, go: Go, qtbot: QtBot
):
    window.desk.act(
        window,
        lambda ws: templates.create_from_template(
            ws, EventKind.LECTURE, Event(title=Localized.of(en="Talk"), languages=("en",))
        ),
    )
    settle(qtbot, window)
    window.desk.choose_event(max(event.id for event in window.desk.events))
    page = go("programme")
    settle(qtbot, window)
    assert isinstance(page, ProgrammePage)
    assert page.view, "the grid is chosen"
    assert page.shown is not None
    assert not page.shown.dates
    assert page.stack.currentIndex() == 0
    assert page.table.rows.rowCount() > 0
    assert page.undated.isVisible()
    page.undated.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert window.frame is not None
    assert window.frame.key == "events"
    field = QApplication.focusWidget()
    assert isinstance(field, DayField)
    qtbot.keyClicks(field, "12.3.2027")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.first_day == date(2027, 3, 12)
    assert window.desk.current.last_day == date(2027, 3, 12)
