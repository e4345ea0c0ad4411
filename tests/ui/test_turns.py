"""Nobody waits for the window while it searches, sets paper or imports: its thread is soon back.

Measured is the processor's time of that thread alone, against work that takes a frame, so that
neither a slow machine nor a busy one makes a difference.
"""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from statistics import median

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.change import Change
from desktop.domain.localized import Localized
from desktop.services import planning
from desktop.services.workspace import Workspace
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.search_field import PAUSE
from desktop.ui.search_panel import SearchPanel
from desktop.ui.window import Window
from tests.pauses import Pauses
from tests.ui.conftest import WAIT, Go, settle
from tests.ui.test_guest_lists import opened

GUESTS = 600
FRAMES = 5
"""How long the thread may be away. It needs one at most; but while it waits for a thread that does
not let go, it looks again and again, and that counts here too. What blocks a window, a list read
or a paper set there, takes many more."""
FRAME = 0.016
"""Seconds; where Python adds faster, Qt does not paint faster."""
ADDED = 1_300_000
"""Numbers that are added in 16 ms where the benchmarks are taken."""


def a_frame() -> float:
    """Processor seconds of what takes a frame."""
    times: list[float] = []
    for _ in range(5):
        begun = time.thread_time()
        sum(range(ADDED))
        times.append(time.thread_time() - begun)
    return max(FRAME, median(times))


Watch = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def soon_back(window: Window, qtbot: QtBot) -> Watch:
    """Holds that the window's thread is never away for long; once all pages are loaded."""
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=WAIT)

    @contextmanager
    def watch() -> Iterator[None]:
        settle(qtbot, window)
        before = a_frame()
        pauses = Pauses()
        pauses.begin()
        yield
        pauses.end()
        assert pauses.work < FRAMES * max(before, a_frame())  # a machine may slow down meanwhile

    return watch


def test_while_guests_are_searched(window: Window, go: Go, soon_back: Watch, qtbot: QtBot):
    page = go("guests")
    assert isinstance(page, GuestsPage)
    with soon_back():
        for letter in "univ":
            qtbot.keyClicks(page.search, letter)
            qtbot.wait(2 * PAUSE)
            settle(qtbot, window)
    assert page.shown is not None
    assert 0 < len(page.listed_ids()) < page.shown.total


def test_while_everything_is_searched(window: Window, soon_back: Watch, qtbot: QtBot):
    window.search()
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    with soon_back():
        qtbot.keyClicks(panel.field, "kabib")
        qtbot.waitUntil(lambda: "Kabib" in panel.list.item(0).text(), timeout=WAIT)


def test_while_a_document_is_set_and_saved(
    window: Window, go: Go, soon_back: Watch, qtbot: QtBot, tmp_path: Path
):
    page = go("documents")
    assert isinstance(page, DocumentsPage)
    qtbot.waitUntil(lambda: page.paper is not None, timeout=WAIT)
    before = page.paper

    def retitle(workspace: Workspace) -> Change:
        slot = planning.slots(workspace, 1)[0]
        return planning.retitle(workspace, slot.id, Localized.of(es="Zarzuela"))

    with soon_back():
        window.desk.act(window, retitle)
        qtbot.waitUntil(lambda: page.paper not in (None, before), timeout=WAIT)
        with qtbot.waitSignal(window.desk.told, timeout=WAIT):
            page.save_to(str(tmp_path / "programme.pdf"))


def test_while_guests_are_imported(
    window: Window, go: Go, soon_back: Watch, qtbot: QtBot, tmp_path: Path
):
    page = go("guests")
    assert isinstance(page, GuestsPage)
    rows = [f"Ana {n};Prueba {n};Universidad {n % 30}" for n in range(GUESTS)]
    file = tmp_path / "guests.csv"
    file.write_text("\n".join(["Nombre;Apellidos;Institución", *rows]), "utf-8")
    page.lists.look(file)
    dialog = opened(qtbot)
    with soon_back():
        qtbot.waitUntil(dialog.ok.isEnabled, timeout=WAIT)
        dialog.ok.click()
        qtbot.waitUntil(lambda: dialog.steps.currentIndex() == 2, timeout=WAIT)
        qtbot.waitUntil(dialog.ok.isEnabled, timeout=WAIT)
        dialog.ok.click()
        qtbot.waitUntil(lambda: len(page.listed_ids()) > GUESTS, timeout=WAIT)
