"""The door while the server of its database is away, even before the program starts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.door import Kind
from desktop.domain.event import Event
from desktop.services.workspace import Workspace
from desktop.ui.appearance import Appearance
from desktop.ui.door import sound, station
from desktop.ui.door.page import DoorPage
from desktop.ui.memory import Memory
from desktop.ui.window import Window
from tests.storage.server import outage
from tests.ui.conftest import WAIT, settle


@pytest.fixture(autouse=True)
def today(location: str) -> None:
    """The event takes place today."""
    day = datetime.now(UTC).date()
    with Workspace.open(location) as ws, ws.change("Today") as work:
        work.put(replace(work.find(Event)[0], first_day=day, last_day=day))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "play", lambda _tone: None)
    monkeypatch.setattr(station, "AGAIN", 100)


@pytest.fixture
def windows(qtbot: QtBot, appearance: Appearance) -> Iterator[list[Window]]:
    made: list[Window] = []
    yield made
    for window in made:
        window.desk.close()


def started(windows: list[Window], appearance: Appearance, url: str, qtbot: QtBot) -> Window:
    """The program as it starts with a server's database."""
    memory = Memory()
    memory.language, memory.look, memory.desk = "en", "light", "desk 1"
    window = Window(appearance, memory)
    windows.append(window)
    qtbot.addWidget(window, before_close_func=lambda shown: shown.desk.close())
    window.open(url)
    window.show()
    qtbot.waitUntil(lambda: bool(window.desk.location), timeout=WAIT)
    return window


def at_the_door(window: Window, qtbot: QtBot) -> DoorPage:
    assert window.frame is not None
    window.frame.show_page("door")
    for _ in range(3):
        settle(qtbot, window)
    page = window.frame.page
    assert isinstance(page, DoorPage)
    return page


def scan(qtbot: QtBot, window: Window, page: DoorPage, text: str) -> None:
    qtbot.keyClicks(page.line, text)
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    for _ in range(2):
        settle(qtbot, window)


def test_the_program_starts_at_the_door_and_hands_in_later(
    windows: list[Window],
    appearance: Appearance,
    location: str,
    qtbot: QtBot,
) -> None:
    with Workspace.open(location) as ws:
        coming = ws.find(Attendee, reply=Reply.ACCEPTED)
    first, second = [one for one in coming if not one.attended][:2]
    prepared = started(windows, appearance, location, qtbot)
    at_the_door(prepared, qtbot)
    prepared.desk.close()
    with outage(location):
        window = started(windows, appearance, location, qtbot)
        assert window.desk.away
        assert window.frame is not None
        page = at_the_door(window, qtbot)
        assert window.frame.key == "door"
        assert "Without the network since" in page.notice.words.text()
        scan(qtbot, window, page, first.ticket)
        assert page.answer is not None
        assert page.answer.kind is Kind.WELCOME
        scan(qtbot, window, page, second.ticket)
        scan(qtbot, window, page, second.ticket)
        assert page.answer.kind is Kind.ALREADY_IN
        assert "2 scans wait" in page.notice.words.text()
        window.frame.show_page("guests")
        settle(qtbot, window)
        assert "only the door" in window.frame.band.accessibleDescription()
        assert window.frame.band.isVisible()
        window.frame.show_page("door")
    qtbot.waitUntil(lambda: page.station.online and not window.desk.away, timeout=WAIT)
    settle(qtbot, window)
    assert page.notice.isHidden()
    assert window.frame.band.isHidden()
    with Workspace.open(location) as ws:
        assert all(len(ws.load(Attendee, one.id).check_ins) == 1 for one in (first, second))


def test_a_server_of_which_no_list_is_here_is_told_with_the_reason(
    windows: list[Window], appearance: Appearance, location: str, qtbot: QtBot
) -> None:
    window = Window(appearance, Memory())
    windows.append(window)
    qtbot.addWidget(window, before_close_func=lambda shown: shown.desk.close())
    window.show()
    with outage(location):
        window.open(location)
        qtbot.waitUntil(lambda: window.start is not None, timeout=WAIT)
    assert window.start is not None
    told = " ".join(label.text() for label in window.start.findChildren(QLabel))
    assert "cannot be reached: connection" in told
