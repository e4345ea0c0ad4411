"""Widgets that nobody needs any more end on the window's thread, whoever makes garbage."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.garbage import Sweeper
from desktop.ui.window import Window
from tests.ui.conftest import WAIT, Go


class Circle:
    """Refers to itself, and notes on which thread it ends."""

    ended: list[threading.Thread]

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.itself, self.ended = self, ended

    def __del__(self) -> None:
        self.ended.append(threading.current_thread())


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    gc.enable()
    made = Sweeper(qapp)
    yield made
    made.deleteLater()


def test_another_thread_finds_no_garbage(sweeper: Sweeper):
    ended: list[threading.Thread] = []
    Circle(ended)
    worker = threading.Thread(target=lambda: [[n] for n in range(5 * gc.get_threshold()[0])])
    worker.start()
    worker.join()
    assert ended == []
    kept = [[n] for n in range(2 * gc.get_threshold()[0])]
    sweeper.sweep()  # at once: a window of another test may freeze what there is meanwhile
    assert ended == [threading.current_thread()]
    assert kept


def test_a_window_that_was_closed_leaves_nothing_out_of_the_search(
    window: Window, go: Go, qtbot: QtBot
):
    go("history")
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=WAIT)
    window.close()
    assert gc.get_freeze_count() == 0


def test_a_window_that_is_closed_while_it_loads_freezes_nothing(window: Window, qtbot: QtBot):
    window.close()
    qtbot.wait(30)  # several turns of the loop: time enough to go on loading
    assert gc.get_freeze_count() == 0
