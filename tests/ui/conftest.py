"""The real window on a real database in a temporary folder; nothing is made up."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services import reference
from desktop.services.workspace import Workspace
from desktop.ui.appearance import Appearance
from desktop.ui.memory import Memory
from desktop.ui.page import Page
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.window import Window
from tests.storage.databases import on_server, server

__all__ = ["server"]

WAIT = 20_000
"""Milliseconds after which something that should happen has not happened."""


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["estrado"]


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp)


@pytest.fixture(autouse=True)
def _widgets_end_on_their_own_thread() -> Iterator[None]:
    """As the program has it: no other thread comes upon widgets that nobody needs any more."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def reference_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference event in a database of its own, to be copied."""
    file = tmp_path_factory.mktemp("reference") / "reference.db"
    with Workspace.open(file, create=True) as workspace:
        reference.create_reference_event(workspace)
    return file


@pytest.fixture
def database(reference_database: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copy(reference_database, tmp_path / "event.db"))


@pytest.fixture
def bare_window(qtbot: QtBot, qapp: QApplication, appearance: Appearance) -> Iterator[Window]:
    """A window without a database, in English and light, as large as a small laptop's screen."""
    memory = Memory()
    memory.language, memory.look = "en", "light"
    window = Window(appearance, memory)
    window.resize(1366, 768)
    qtbot.addWidget(window, before_close_func=lambda shown: shown.desk.close())
    yield window
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(bare_window: Window, database: Path, qtbot: QtBot) -> Window:
    """A window on a copy of the reference event."""
    bare_window.open(str(database))
    bare_window.show()
    qtbot.waitUntil(lambda: bool(bare_window.desk.location), timeout=WAIT)
    return bare_window


@pytest.fixture
def location(server: str) -> str:
    """The reference event on a server."""
    url = on_server(server)
    with Workspace.open(url) as ws:
        reference.create_reference_event(ws)
    return url


Go = Callable[[str], Page]


@pytest.fixture
def go(window: Window, qtbot: QtBot) -> Go:
    """Opens a page and waits until it has read what it shows."""

    def show(key: str) -> Page:
        assert window.frame is not None
        window.frame.show_page(key)
        settle(qtbot, window)
        page = window.frame.page
        assert page is not None
        return page

    return show


@pytest.fixture
def documents(window: Window, go: Go, qtbot: QtBot) -> DocumentsPage:
    """The page of documents, its first paper set."""
    page = go("documents")
    assert isinstance(page, DocumentsPage)
    qtbot.waitUntil(lambda: page.paper is not None, timeout=WAIT)
    return page


def settle(qtbot: QtBot, window: Window) -> None:
    """Wait until all threads have answered everything that was asked so far."""
    desk = window.desk
    for worker in (desk.worker, desk.eyes, desk.press, desk.worker, desk.eyes, desk.eyes):
        answers: list[None] = []
        worker.do(window, lambda _progress: None, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)  # noqa: B023
    QApplication.processEvents()  # widgets find their places
