"""What another program does on the same server is seen here within the second."""

from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from desktop.domain.event import Event
from desktop.services.workspace import Workspace
from desktop.ui.window import Window
from tests.storage.databases import on_server
from tests.ui.conftest import WAIT, settle

if TYPE_CHECKING:
    from desktop.domain.change import Change


def test_another_program_s_changes_are_heard(
    location: str, bare_window: Window, qtbot: QtBot
) -> None:
    window = bare_window
    window.open(location)
    window.show()
    qtbot.waitUntil(lambda: bool(window.desk.location), timeout=WAIT)
    settle(qtbot, window)
    heard: list[Change] = []
    window.desk.changes.made.connect(heard.append)
    with Workspace.open(location, who="desk 2") as other, other.change("Rename") as work:
        event = work.find(Event)[0]
        work.put(Event(event.id, "renamed", event.title, version=event.version))
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT)
    assert heard[0].touched(Event) == {event.id}
    qtbot.waitUntil(lambda: window.desk.events[0].slug == "renamed", timeout=WAIT)


def test_an_empty_database_on_a_server_becomes_one_of_the_program(
    server: str, bare_window: Window, qtbot: QtBot
) -> None:
    url = on_server(server, "template0")
    bare_window.open(url)
    bare_window.show()
    qtbot.waitUntil(lambda: bare_window.desk.location == url, timeout=WAIT)
    with Workspace.open(url) as ws:
        assert ws.find(Event) == []
