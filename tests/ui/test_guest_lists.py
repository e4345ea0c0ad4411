"""A list of guests goes through the window: chosen columns, a decision, one step to undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.change import Change
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.services import attendance, events, history
from desktop.services.guest_imports import Decision
from desktop.services.workspace import Workspace
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.events.new_event import NewEventDialog
from desktop.ui.importing.guests_dialog import GuestsDialog
from desktop.ui.search_panel import SearchPanel
from desktop.ui.window import Window
from tests.ui.conftest import WAIT, Go, settle
from tests.ui.test_window import button

ROWS = (
    "Nombre;Apellidos;Institución;Correo;Talla;Invitador\n"
    "Íñigo;Núñez;Universidad del Duero;inigo@example.org;M;x\n"
    "Luis Francisco;Martínez Montes;Embajada de Italia;;L;y\n"
    ";;Universidad del Duero;;;\n"
)


def an_event(ws: Workspace) -> Change:
    return events.create(ws, Event(slug="abai", title=Localized.of(es="Abai"), languages=("es",)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "invitados.csv"
    path.write_bytes(ROWS.encode("cp1252"))
    return path


def opened(qtbot: QtBot) -> GuestsDialog:
    def dialog() -> GuestsDialog | None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, GuestsDialog)]
        return next((one for one in found if one.isVisible()), None)

    qtbot.waitUntil(lambda: dialog() is not None, timeout=WAIT)
    found = dialog()
    assert found is not None
    return found


def guests(window: Window, qtbot: QtBot) -> list[Attendee]:
    answers: list[list[Attendee]] = []
    window.desk.read(window, lambda ws: attendance.attendees(ws, 1), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return answers[0]


def test_a_list_that_is_dropped_becomes_guests_in_three_steps(
    window: Window, go: Go, file: Path, qtbot: QtBot
) -> None:
    page = go("guests")
    before = guests(window, qtbot)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), action, dropped, Qt.MouseButton.LeftButton, none)
    page.lists.eventFilter(page, event)
    assert event.isAccepted()
    dialog = opened(qtbot)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=WAIT)
    assert dialog.shape.encoding.value == "cp1252"
    assert dialog.shape.doubt.isVisible()
    assert dialog.columns.fields == ("given", "family", "organisation", "email", "", "")
    dialog.columns.choices[5].show_value("notes")
    dialog.columns.edited.emit()
    dialog.ok.click()
    qtbot.waitUntil(lambda: dialog.rehearsal is not None, timeout=WAIT)
    assert dialog.steps.currentIndex() == 1
    assert dialog.matches.decisions == {3: Decision.OTHER}
    dialog.matches.buttons[Decision.SAME].click()
    dialog.ok.click()
    qtbot.waitUntil(lambda: dialog.steps.currentIndex() == 2, timeout=WAIT)
    assert not dialog.ok.isEnabled()
    assert dialog.summary.remarks.item(0).text() == "Line 4: There is no name in this line."
    dialog.summary.without.setChecked(True)
    assert (dialog.ok.isEnabled(), dialog.ok.text()) == (True, "Invite 1 guest")
    assert guests(window, qtbot) == before
    dialog.ok.click()
    settle(qtbot, window)
    after = guests(window, qtbot)
    assert len(after) == len(before) + 1
    assert after[-1].notes == "x"
    answers: list[object] = []
    window.desk.read(window, history.undo, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    assert guests(window, qtbot) == before


def test_rows_are_pasted_and_another_reading_is_tried(
    window: Window, go: Go, qtbot: QtBot
) -> None:
    page = go("guests")
    QGuiApplication.clipboard().setText("Name, first and last\nGil; Ana\nSanz; Eva\n")
    page.paste()
    dialog = opened(qtbot)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=WAIT)
    assert not dialog.shape.encoding.isVisible()
    dialog.columns.choices[0].show_value("")
    dialog.columns.edited.emit()
    assert not dialog.ok.isEnabled()
    dialog.shape.separator.show_value(";")
    dialog.shape.edited.emit()
    qtbot.waitUntil(lambda: len(dialog.columns.choices) == 2, timeout=WAIT)
    dialog.reject()


def test_what_is_no_list_is_told_and_nothing_can_be_invited(
    window: Window, go: Go, tmp_path: Path, qtbot: QtBot
) -> None:
    page = go("guests")
    path = tmp_path / "guests.csv"
    path.write_bytes(b"%PDF-1.7\n")
    page.lists.look(path)
    dialog = opened(qtbot)
    qtbot.waitUntil(lambda: "PDF" in dialog.state.text(), timeout=WAIT)
    assert not dialog.ok.isEnabled()
    assert not dialog.steps.isVisible()
    dialog.reject()


def test_rows_are_pasted_into_an_empty_list_wherever_the_focus_is(
    bare_window: Window, qtbot: QtBot, tmp_path: Path
):
    bare_window.show()
    bare_window.open(str(tmp_path / "empty.db"), create=True, fill=an_event)
    qtbot.waitUntil(lambda: bool(bare_window.desk.location), timeout=WAIT)
    frame = bare_window.frame
    assert frame is not None
    frame.show_page("guests")
    settle(qtbot, bare_window)
    page = frame.page
    assert isinstance(page, GuestsPage)
    assert page.is_empty()
    assert not page.search.isEnabled()  # nothing to be filtered
    QGuiApplication.clipboard().setText("Ana Gil\t\tana@example.org")
    for place in (button(bare_window, "Add the first guest"), button(bare_window, "Guests")):
        place.setFocus()
        qtbot.keyClick(place, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        dialog = opened(qtbot)
        settle(qtbot, bare_window)
        dialog.reject()


def test_rows_that_are_pasted_into_the_filter_are_taken_for_guests(
    window: Window, go: Go, qtbot: QtBot
):
    page = go("guests")
    assert isinstance(page, GuestsPage)
    page.search.setFocus()
    QGuiApplication.clipboard().setText("Ana")
    qtbot.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.search.text() == "Ana"
    assert window.findChild(GuestsDialog) is None
    QGuiApplication.clipboard().setText("Ana Gil\nJuan Paz\n")
    qtbot.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.search.text() == "Ana"
    assert window.findChild(GuestsDialog) is not None


def test_a_list_may_be_imported_first_of_all_and_then_asks_for_its_event(
    bare_window: Window, qtbot: QtBot, file: Path
):
    bare_window.show_start()
    bare_window.show()
    bare_window.import_file(str(file))
    qtbot.waitUntil(lambda: bare_window.findChild(NewEventDialog) is not None, timeout=WAIT)
    asked = bare_window.findChild(NewEventDialog)
    assert asked is not None
    asked.title.setText("Open day")
    asked.accept()
    assert opened(qtbot).isVisible()
    assert bare_window.desk.current is not None
    assert bare_window.desk.current.title.get("en") == "Open day"


def test_whoever_is_still_to_be_invited_is_not_counted_among_those_who_do_not_answer(
    go: Go,
):
    page = go("guests")
    assert isinstance(page, GuestsPage)
    page.figures.show_replies({Reply.TO_INVITE: 3, Reply.INVITED: 2, Reply.ACCEPTED: 1})
    assert page.figures.counts == {"": 6, "green": 1, "red": 0, "ochre": 3, "strong": 2}


def test_the_menu_opens_where_one_points_at_a_row(window: Window, go: Go, qtbot: QtBot):
    page = go("guests")
    assert isinstance(page, GuestsPage)
    page.table.selectRow(1)
    page.table.customContextMenuRequested.emit(QPoint(40, 60))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Take off the list\tDel" in [action.text() for action in menu.actions()]
    menu.close()


def test_nobody_is_missed_before_a_name_is_typed(window: Window, go: Go, qtbot: QtBot):
    page = go("guests")
    page.add()
    settle(qtbot, window)
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    assert panel.state.text() == ""
    panel.show_found(())
    panel.field.setText("Zzyzx")
    panel.show_found(())
    assert panel.state.text() == "Nothing found"
