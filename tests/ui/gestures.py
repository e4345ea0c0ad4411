"""What a hand does on the grid: take hold of a card, drag it, let it go."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.slot import Slot, SlotKind
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.schedule.slot_item import SlotItem
from tests.ui.conftest import Go


@pytest.fixture
def page(go: Go) -> ProgrammePage:
    """The programme as a grid."""
    page = go("programme")
    assert isinstance(page, ProgrammePage)
    page._choose_view("grid")
    return page


def slot(page: ProgrammePage, kind: SlotKind) -> Slot:
    assert page.shown is not None
    return next(slot for slot in page.shown.programme.slots if slot.kind is kind)


def item(page: ProgrammePage, kind: SlotKind) -> SlotItem:
    return page.board.grid.cards.item(slot(page, kind).id)


def mouse(widget: QWidget, kind: QEvent.Type, point: QPoint) -> None:
    held = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else held
    buttons = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else held
    there = QPointF(widget.mapToGlobal(point))
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(point), there, button, buttons, none)
    QApplication.sendEvent(widget, event)


def drag(held: SlotItem, by: QPoint, grip: QPoint | None = None) -> QPoint:
    """Drag by so many pixels, in two steps, and hold on; where the mouse is then."""
    start = grip or QPoint(40, 12)
    mouse(held, QEvent.Type.MouseButtonPress, start)
    mouse(held, QEvent.Type.MouseMove, start + by / 2)
    mouse(held, QEvent.Type.MouseMove, start + by)
    return start + by


def drop(held: SlotItem, there: QPoint) -> None:
    mouse(held, QEvent.Type.MouseButtonRelease, there)


def hour(page: ProgrammePage) -> int:
    return round(page.board.grid.sheet.geometry_.hour)


def both(page: ProgrammePage) -> tuple[Slot, Slot]:
    """A lecture and the panel of the same day."""
    return slot(page, SlotKind.LECTURE), slot(page, SlotKind.PANEL)


def press(widget: QWidget, qtbot: QtBot, *, ctrl: bool = False) -> None:
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    modifiers = control if ctrl else none
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, modifiers, QPoint(40, 12))
