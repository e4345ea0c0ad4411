"""The door through the window: a scanner's keys, part of a name, somebody not on the list."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.attendee import Attendee, CheckIn, Direction, Reply
from desktop.domain.change import Change
from desktop.domain.door import Kind
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.services import attendance, events
from desktop.services.workspace import Workspace
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.door import badge, sound
from desktop.ui.door.page import DoorPage
from desktop.ui.door.scan_line import PAUSE
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


@pytest.fixture(autouse=True)
def codes(database: Path) -> list[str]:
    """The tickets of guests who accepted, at an event that takes place today."""
    with Workspace.open(database) as ws:
        with ws.change("Today") as work:
            event = work.find(Event)[0]
            today = datetime.now(UTC).date()
            work.put(replace(event, first_day=today, last_day=today))
            work.put_all([replace(one, start=None) for one in work.find(Slot)])
            guests = work.find(Attendee, reply=Reply.ACCEPTED)
            work.put_all([replace(one, check_ins=()) for one in guests])
        attendance.issue_tickets(ws, event.id)
        expected = ws.find(Attendee, reply=Reply.ACCEPTED)
        return [one.ticket for one in expected if not one.attended][:3]


@pytest.fixture
def page(codes: list[str], window: Window, go: Go, monkeypatch: pytest.MonkeyPatch) -> DoorPage:
    monkeypatch.setattr(sound, "play", lambda _tone: None)
    found = go("door")
    assert isinstance(found, DoorPage)
    return found


def scan(qtbot: QtBot, window: Window, page: DoorPage, text: str) -> None:
    qtbot.keyClicks(page.line, text)
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    settle(qtbot, window)


def test_a_scan_lets_in_once(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot, database: Path
) -> None:
    scan(qtbot, window, page, codes[0])
    assert page.answer is not None
    assert page.answer.kind is Kind.WELCOME
    assert page.view.band.word.text() == "Welcome"
    scan(qtbot, window, page, codes[0])
    assert page.answer.kind is Kind.ALREADY_IN
    with Workspace.open(database) as ws:
        (guest,) = ws.find(Attendee, ticket=codes[0])
    assert len(guest.check_ins) == 1


def told(widget: QWidget) -> Iterator[str]:
    """What assistive tools find within a widget: names of all there is, as far as it is shown."""
    found = QAccessible.queryAccessibleInterface(widget)
    for place in range(found.childCount()):
        child = found.child(place)
        if child.state().invisible:  # type: ignore[attr-defined]
            continue
        yield child.text(QAccessible.Text.Name)
        if isinstance(inner := child.object(), QWidget):
            yield from told(inner)


def test_a_message_leaves_the_line_free_and_is_heard(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot
) -> None:
    assert window.frame is not None
    toast = window.frame.toast
    scan(qtbot, window, page, codes[0])
    assert toast.isHidden(), "the answer itself says that somebody was checked in"
    window.desk.undo_last()
    settle(qtbot, window)
    assert toast.isVisible()
    line = page.line.mapTo(window, page.line.rect().topLeft())
    assert toast.mapTo(window, toast.rect().bottomLeft()).y() < line.y()
    assert toast.words.text() in [*told(window)]


def test_a_figure_lets_in_again_only_when_nothing_follows_it(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot
) -> None:
    scan(qtbot, window, page, codes[0])
    scan(qtbot, window, page, codes[0])
    assert "1" in page.line.deeds
    qtbot.keyClicks(page.line, "1")
    qtbot.wait(PAUSE * 2)
    settle(qtbot, window)
    assert page.answer is not None
    assert page.answer.kind is Kind.WELCOME
    scan(qtbot, window, page, codes[0])
    scan(qtbot, window, page, codes[1])  # whatever figure it begins with
    assert page.answer.kind is Kind.WELCOME
    assert page.answer.attendee is not None
    assert page.answer.attendee.ticket == codes[1]


def test_a_foreign_code_is_refused(window: Window, page: DoorPage, qtbot: QtBot) -> None:
    scan(qtbot, window, page, "https://example.org/ticket/1234")
    assert page.answer is not None
    assert page.answer.kind is Kind.UNKNOWN


def test_part_of_a_name_finds_a_guest_in_any_script(
    window: Window, page: DoorPage, qtbot: QtBot, database: Path
) -> None:
    with Workspace.open(database) as ws:
        guest = next(one for one in ws.find(Attendee, reply=Reply.ACCEPTED) if not one.attended)
        person = ws.load(Person, guest.person_id)
    qtbot.keyClicks(page.line, person.names[0].family[:6])
    qtbot.wait(PAUSE * 2)
    settle(qtbot, window)
    assert page.stack.currentWidget() is page.found
    assert page.found.guests
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.answer is not None
    assert page.answer.kind in (Kind.WELCOME, Kind.ALREADY_IN)


def test_who_is_not_on_the_list_is_let_in_with_a_ticket(
    window: Window, page: DoorPage, qtbot: QtBot, database: Path
) -> None:
    qtbot.keyClicks(page.line, "Ainhoa Zzyzx")
    qtbot.wait(PAUSE * 2)
    settle(qtbot, window)
    assert not page.found.guests
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert page.walk_in.family.text() == "Zzyzx"
    qtbot.keyClick(page.walk_in.family, Qt.Key.Key_Return)
    settle(qtbot, window)
    settle(qtbot, window)
    assert page.answer is not None
    assert page.answer.kind is Kind.WELCOME
    with Workspace.open(database) as ws:
        person = next(p for p in ws.find(Person) if p.names and p.names[0].family == "Zzyzx")
        (guest,) = ws.find(Attendee, person_id=person.id)
    assert guest.ticket
    assert guest.attended


def test_going_out_is_noted_and_undone(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot, database: Path
) -> None:
    scan(qtbot, window, page, codes[0])
    page.ways.show_value(Direction.OUT)
    page.ways.edited.emit()
    scan(qtbot, window, page, codes[0])
    assert page.view.band.word.text() == "Goodbye"
    window.desk.undo_last()
    settle(qtbot, window)
    with Workspace.open(database) as ws:
        (guest,) = ws.find(Attendee, ticket=codes[0])
    assert [one.direction for one in guest.check_ins] == [Direction.IN]


def test_the_page_takes_the_whole_screen(window: Window, page: DoorPage, qtbot: QtBot) -> None:
    assert window.frame is not None
    page.alone.emit(None)
    assert window.frame.rail.isHidden()
    page.alone.emit(False)
    assert not window.frame.rail.isHidden()


def test_a_lost_ticket_is_revoked_and_a_new_one_given(
    window: Window, go: Go, qtbot: QtBot, database: Path, codes: list[str]
):
    page = go("guests")
    assert isinstance(page, GuestsPage)
    assert all(deed.run is None for deed in page.menu()[-3:-1])
    with Workspace.open(database) as ws:
        guest = ws.find(Attendee, ticket=codes[0])[0]
    page.open(guest.id)
    settle(qtbot, window)
    for deed in page.menu()[-3:-1]:
        assert deed.run is not None
        deed.run()
        settle(qtbot, window)
    fresh = page.row_of(guest.id)
    assert fresh is not None
    assert fresh.attendee.ticket not in ("", guest.ticket)
    window.desk.undo_last()
    settle(qtbot, window)
    revoked = page.row_of(guest.id)
    assert revoked is not None
    assert revoked.attendee == replace(guest, ticket_revoked=True)


def test_before_the_day_one_practises_and_nothing_is_kept(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot, database: Path
) -> None:
    event = window.desk.current
    assert event is not None
    later = datetime.now(UTC).date() + timedelta(days=30)
    window.desk.act(
        page, lambda ws: events.save(ws, replace(event, first_day=later, last_day=later))
    )
    for _ in range(3):
        settle(qtbot, window)
    scan(qtbot, window, page, codes[0])
    assert page.answer is not None
    assert page.answer.kind is Kind.OTHER_DAY
    assert page.notice.begin.isVisible()
    page.notice.begin.click()
    for _ in range(3):
        settle(qtbot, window)
    assert "Practice, as if it were" in page.notice.words.text()
    scan(qtbot, window, page, codes[0])
    assert page.answer.kind is Kind.WELCOME
    scan(qtbot, window, page, codes[0])
    assert page.answer.kind is Kind.ALREADY_IN
    before = window.desk.undo
    qtbot.keyClick(page.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.desk.undo == before, "what was done in earnest stays"
    page.notice.end.click()
    for _ in range(3):
        settle(qtbot, window)
    scan(qtbot, window, page, codes[0])
    assert page.answer.kind is Kind.OTHER_DAY
    with Workspace.open(database) as ws:
        (guest,) = ws.find(Attendee, ticket=codes[0])
    assert not guest.check_ins


def test_who_was_let_in_twice_is_listed_and_every_passage_is_told(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot, go: Go
) -> None:
    scan(qtbot, window, page, codes[0])
    assert page.answer is not None
    guest = page.answer.attendee
    assert guest is not None
    assert page.figures.twice.isHidden()
    again = CheckIn(datetime.now(UTC), "2", doubled=True)

    def let_in(ws: Workspace) -> Change:
        with ws.change("Merge") as work:
            work.append(work.held(Attendee, id=guest.id)[0], "check_ins", again)
        return work.change

    window.desk.act(page, let_in)
    for _ in range(3):
        settle(qtbot, window)
    page.next()
    assert "1 guest let in twice" in page.figures.twice.text()
    page.figures.twice.click()
    settle(qtbot, window)
    assert [one.attendee.id for one in page.found.guests] == [guest.id]
    guests = go("guests")
    assert isinstance(guests, GuestsPage)
    guests.open(guest.id)
    for _ in range(2):
        settle(qtbot, window)
    box = guests.inspector.passages
    assert box.isVisible()
    words = [label.text() for label in box.findChildren(QLabel)]
    assert any("Another desk" in word for word in words)
    assert any(word.endswith("2") and "Entrance" in word for word in words)


def test_an_answer_and_who_is_found_tell_where_somebody_comes_from(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot, database: Path
) -> None:
    with Workspace.open(database) as ws:
        guest = ws.find(Attendee, ticket=codes[0])[0]
        person = ws.load(Person, guest.person_id)
        assert person.organisation_id is not None
        house = ws.load(Organisation, person.organisation_id)
    scan(qtbot, window, page, codes[0])
    assert page.view.office.text() == house.name.get("en")
    qtbot.keyClicks(page.line, person.names[0].family)
    qtbot.wait(PAUSE * 2)
    settle(qtbot, window)
    named = [one.accessibleName() for one in page.found.findChildren(QPushButton)]
    assert any(house.name.get("en") in name for name in named)


def test_who_declined_is_not_told_that_the_invitation_was_cancelled(
    window: Window, page: DoorPage, qtbot: QtBot, database: Path
) -> None:
    with Workspace.open(database) as ws:
        guest = ws.find(Attendee, reply=Reply.DECLINED)[0]
    page.station.pick(guest.id)
    settle(qtbot, window)
    assert page.answer is not None
    assert page.answer.kind is Kind.CANCELLED
    assert page.view.band.word.text() == "Declined"
    assert "Badge" not in [label.text() for label in page.view.findChildren(QLabel)]


def test_what_the_keys_do_is_done_by_a_click_too(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot
) -> None:
    def press(name: str) -> None:
        found = [one for one in page.findChildren(QPushButton) if one.accessibleName() == name]
        qtbot.mouseClick(found[-1], Qt.MouseButton.LeftButton)

    press("somebody who is not on the list")
    assert page.stack.currentWidget() is page.walk_in
    page.next()
    scan(qtbot, window, page, codes[0])
    press("next guest")
    assert page.stack.currentWidget() is page.figures
    qtbot.keyClicks(page.line, "Zzyzx")
    qtbot.wait(PAUSE * 2)
    settle(qtbot, window)
    press("add as a guest")
    assert page.walk_in.given.text() == "Zzyzx"


def test_the_line_stays_in_sight_on_a_low_screen(window: Window, page: DoorPage, qtbot: QtBot):
    page.notice.tell("Somebody was let in twice, at two desks that had no network for a while.")
    window.resize(683, 384)
    for _ in range(2):
        settle(qtbot, window)
    assert page.line.visibleRegion().boundingRect() == page.line.rect()


def test_an_answer_is_read_on_a_low_screen(
    window: Window, page: DoorPage, codes: list[str], qtbot: QtBot
):
    window.resize(683, 384)
    settle(qtbot, window)
    scan(qtbot, window, page, codes[0])
    for label in (page.view.band.word, page.view.name):
        assert label.visibleRegion().boundingRect() == label.rect()


def test_a_badge_is_printed_from_the_desks_own_list_and_not_noted(
    window: Window,
    page: DoorPage,
    codes: list[str],
    qtbot: QtBot,
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As without network: practice works by the same list."""
    opened: list[QUrl] = []
    monkeypatch.setattr(badge, "QDesktopServices", SimpleNamespace(openUrl=opened.append))
    monkeypatch.setattr(badge, "QPrinterInfo", SimpleNamespace(defaultPrinter=QPrinterInfo))
    page._practise(True)
    scan(qtbot, window, page, codes[0])
    qtbot.keyClicks(page.line, "3")
    qtbot.wait(PAUSE * 2)
    for _ in range(2):
        settle(qtbot, window)
    assert Path(opened[0].toLocalFile()).read_bytes().startswith(b"%PDF")
    with Workspace.open(database) as ws:
        assert ws.find(Attendee, ticket=codes[0])[0].badge_printed is None
