from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.event import Event, EventKind
from desktop.services import events
from desktop.services.overview import Overview, overview
from desktop.ui.events.detail import EventDetail
from desktop.ui.events.new_event import NewEventDialog
from desktop.ui.events.page import EventsPage
from desktop.ui.history.page import HistoryPage
from desktop.ui.importing.dialog import ImportDialog
from desktop.ui.window import Window
from tests.ui.conftest import WAIT, Go, settle

NO_ZONE = "Etc/UTC"
"""As a machine without a place calls it."""

SCHEDULE = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <conference><title>Días de la lengua</title><acronym>lengua</acronym>
    <start>2026-04-23</start><end>2026-04-23</end><time_zone_name>Asia/Almaty</time_zone_name>
  </conference>
  <day date="2026-04-23" index="1"><room name="Aula">
    <event id="1" guid="a1"><title>Cervantes</title><start>10:00</start>
      <duration>00:45</duration>
      <persons><person id="4">Ana López</person></persons></event>
    <event id="2" guid="a2"><title>Abai</title><start>11:00</start>
      <duration>1:00</duration></event>
  </room></day>
</schedule>
"""


def test_an_event_is_created_from_its_title_and_chosen(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    page.new.click()
    dialog = page.findChild(NewEventDialog)
    assert dialog is not None
    button(dialog, "Begin with an empty event").click()
    field = next(
        one
        for one in page.inspector.findChildren(QTextEdit)
        if one.accessibleName() == "Title, Español"
    )
    field.setFocus()
    field.insertPlainText("Noche de poesía")
    page.table.setFocus()
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.title.get("es") == "Noche de poesía"
    page.inspector.add_room()
    settle(qtbot, window)
    settle(qtbot, window)
    row = page.row_of(window.desk.current.id)
    assert row is not None
    assert len(row.rooms) == 1
    assert window.frame is not None
    window.frame.show_page("programme")
    settle(qtbot, window)
    assert window.frame.page is not None
    assert window.frame.page.is_empty()


def test_an_event_begins_from_a_template(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    page.new.click()
    dialog = page.findChild(NewEventDialog)
    assert dialog is not None
    assert not dialog.start.isEnabled(), "it has no title yet"
    before = window.desk.events[0].languages
    button(dialog, "Ceremony").click()
    qtbot.keyClicks(dialog.title, "Entrega de premios")
    dialog.first_day.show_day(date(2026, 11, 5))
    dialog.start.click()
    settle(qtbot, window)
    settle(qtbot, window)
    event = window.desk.current
    assert event is not None
    assert event.title.get("es") == "Entrega de premios"
    assert event.kind is EventKind.CEREMONY
    assert event.languages == before
    assert page.stack.currentWidget() is page.board
    window.desk.undo_last()
    settle(qtbot, window)
    assert len(window.desk.events) == 1


def test_an_event_begins_as_a_copy_without_the_guests(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    page.new.click()
    dialog = page.findChild(NewEventDialog)
    assert dialog is not None
    button(dialog, "Copy of an earlier event").click()
    qtbot.keyClicks(dialog.title, "Segundo encuentro")
    dialog.start.click()
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.title.get("es") == "Segundo encuentro"
    shown: list[Overview] = []
    number = window.desk.current.id
    window.desk.read(window, lambda ws: overview(ws, number), shown.append)
    settle(qtbot, window)
    assert shown[0].unscheduled == 8
    assert shown[0].replies.invited == 0


def button(inside: QWidget, name: str) -> QPushButton:
    every = inside.findChildren(QPushButton)
    return next(one for one in every if one.accessibleName() == name)


def test_languages_are_put_in_order(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    event = page.table.rows.value(0).event
    page.table.go(event.id)
    page.inspector.change(languages=(event.languages[1], event.languages[0]))
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.languages == (event.languages[1], event.languages[0])


def test_history_tells_what_was_done_and_takes_it_back(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    event = page.table.rows.value(0).event
    page.table.go(event.id)
    page.inspector.change(room_change_minutes=15)
    settle(qtbot, window)
    history = go("history")
    assert isinstance(history, HistoryPage)
    before = history.table.rows.rowCount()
    history.undo.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert history.table.rows.rowCount() == before + 1
    assert history.table.rows.value(2).undone
    assert window.desk.redo is not None


def test_a_schedule_is_shown_before_it_comes_in(
    window: Window, go: Go, qtbot: QtBot, tmp_path: Path
):
    file = tmp_path / "schedule.xml"
    file.write_text(SCHEDULE, "utf-8")
    window.import_file(str(file))
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=WAIT)
    assert dialog.state.text() == "Días de la lengua"
    assert dialog.changes.text() == "2 slots are new"
    assert len(window.desk.events) == 1, "nothing is stored yet"
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: len(window.desk.events) == 2, timeout=WAIT)
    assert window.desk.current is not None
    assert window.desk.current.slug == "lengua"
    window.desk.undo_last()
    settle(qtbot, window)
    assert len(window.desk.events) == 1


def test_a_file_that_is_no_schedule_is_refused_in_the_dialog(
    window: Window, qtbot: QtBot, tmp_path: Path
):
    file = tmp_path / "letter.xml"
    file.write_text("<letter>Dear Ambassador</letter>", "utf-8")
    window.import_file(str(file))
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.state.property("tone") == "red", timeout=WAIT)
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def detail(window: Window, go: Go, qtbot: QtBot) -> EventDetail:
    page = go("events")
    assert isinstance(page, EventsPage)
    page.edit_current()
    settle(qtbot, window)
    return page.inspector


def current(window: Window) -> Event:
    assert window.desk.current is not None
    return window.desk.current


def test_a_venue_is_deleted_and_brought_back(window: Window, go: Go, qtbot: QtBot):
    box = detail(window, go, qtbot).venue
    before, name = current(window).venue_id, box.field.currentText()
    assert before is not None
    box.delete.click()
    settle(qtbot, window)
    assert current(window).venue_id is None
    assert box.field.findText(name) < 0
    assert not box.delete.isVisible()
    window.desk.undo_last()
    settle(qtbot, window)
    assert current(window).venue_id == before
    assert box.field.currentText() == name


def test_a_zone_that_is_not_of_a_city_is_shown_too(window: Window, go: Go, qtbot: QtBot):
    shown, event = detail(window, go, qtbot), current(window)
    window.desk.act(window, lambda ws: events.save(ws, replace(event, time_zone=NO_ZONE)))
    settle(qtbot, window)
    settle(qtbot, window)
    assert shown.zone.currentText() == NO_ZONE


def test_part_of_a_city_is_enough_for_a_zone(window: Window, go: Go, qtbot: QtBot):
    zone = detail(window, go, qtbot).zone
    zone.setFocus()
    zone.setEditText("madri")
    qtbot.keyClick(zone, Qt.Key.Key_Tab)
    settle(qtbot, window)
    assert current(window).time_zone == "Europe/Madrid"
    zone.setFocus()
    zone.setEditText("asia/almaty")
    qtbot.keyClick(zone, Qt.Key.Key_Tab)
    settle(qtbot, window)
    assert current(window).time_zone == "Asia/Almaty"
    zone.show_zone("Europe/Madrid")
    zone.setFocus()
    zone.setEditText("nowhere")
    qtbot.keyClick(zone, Qt.Key.Key_Tab)
    assert zone.currentText() == "Madrid"
