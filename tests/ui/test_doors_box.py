"""What is kept at the doors, what is asked of guests, categories of one's own."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.domain.attendee import Attendee
from desktop.domain.event import Event, ReEntry
from desktop.services.workspace import Workspace
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.events.page import EventsPage
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


def test_lists_at_the_doors_are_kept(window: Window, go: Go, qtbot: QtBot, database: Path) -> None:
    page = go("events")
    assert isinstance(page, EventsPage)
    assert window.desk.current is not None
    page.open(window.desk.current.id)
    settle(qtbot, window)
    page.detail.doors.add()
    settle(qtbot, window)
    second = page.detail.doors.lines[1]
    second._title.setText("Lunch")
    second._title.editingFinished.emit()
    settle(qtbot, window)
    second._again.show_value(ReEntry.NEVER)
    second._again.edited.emit()
    settle(qtbot, window)
    with Workspace.open(database) as ws:
        first, lunch = ws.find(Event)[0].doors
    assert first.key == "entrance"
    assert (lunch.title.within("en"), lunch.re_entry) == ("Lunch", ReEntry.NEVER)


def test_a_category_may_be_a_word_of_one_s_own(
    window: Window, go: Go, qtbot: QtBot, database: Path
) -> None:
    page = go("guests")
    assert isinstance(page, GuestsPage)
    with Workspace.open(database) as ws:
        guest = ws.find(Attendee)[0]
    page.open(guest.id)
    settle(qtbot, window)
    field = page.detail._category
    field.setEditText("Alumni")
    field.lineEdit().editingFinished.emit()
    page.detail._tags.setText("choir, front row، choir")
    page.detail._tags.editingFinished.emit()
    settle(qtbot, window)
    with Workspace.open(database) as ws:
        after = ws.load(Attendee, guest.id)
    assert (after.category, after.tags) == ("Alumni", ("choir", "front row"))


def test_needs_are_asked_only_where_somebody_decided_so(
    window: Window, go: Go, qtbot: QtBot, database: Path
) -> None:
    page = go("guests")
    assert isinstance(page, GuestsPage)
    with Workspace.open(database) as ws:
        guest = next(one for one in ws.find(Attendee) if not one.needs)
    page.open(guest.id)
    settle(qtbot, window)
    assert page.detail._needs_field.isHidden()
    events = go("events")
    assert isinstance(events, EventsPage)
    events.open(guest.event_id)
    settle(qtbot, window)
    events.detail._keeps_needs.click()
    settle(qtbot, window)
    page = go("guests")
    assert isinstance(page, GuestsPage)
    page.open(guest.id)
    settle(qtbot, window)
    assert not page.detail._needs_field.isHidden()
