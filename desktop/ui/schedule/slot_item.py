"""A slot on the grid: a button that looks like a card and says in words what it shows."""

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.domain.slot import Slot
from desktop.ui.kit import Kit
from desktop.ui.schedule.slot_card import Face, Look, picture

EDGE = 8
"""Pixels at the foot of a card by which its length is changed."""


class SlotItem(QAbstractButton):
    """Its place is given by the grid; gestures and keys are told to it.

    Its picture is kept, so that what moves above it costs little.
    """

    held = Signal(object, QPointF)
    toggled_mark = Signal(object)
    """Ctrl and a click: one more selected, or one less."""
    drawn = Signal(object, QPointF)
    let_go = Signal(object, QPointF)
    """At a point of the screen."""
    opened = Signal(int)
    keyed = Signal(object, QKeyEvent)

    def __init__(self, kit: Kit, parent: QWidget, slot: Slot, face: Face) -> None:
        super().__init__(parent)
        self._kit = kit
        self.look = Look()
        self.lifted = False
        self._picture: tuple[tuple[object, ...], QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.slot, self.face = slot, face
        # the mouse and the keys go their own ways: this is what a screen reader does with a button
        self.clicked.connect(lambda: self.opened.emit(self.slot.id))
        self._speak()

    def show_slot(self, slot: Slot, face: Face) -> None:
        """Show a slot as it is now."""
        self.slot = slot
        if face != self.face:
            self.face = face
            self._speak()
            self.update()

    def _speak(self) -> None:
        self.setAccessibleName(self.face.spoken)
        self.setToolTip(self.face.spoken)

    def show_look(self, look: Look) -> None:
        """Show whether it is selected, who of it speaks in the slot that is looked at."""
        if look != self.look:
            self.look = look
            words = self._kit.text("Also here: {names}", names=look.lit) if look.lit else ""
            self.setAccessibleDescription(words)
            self.update()

    def lift(self, *, lifted: bool) -> None:
        """Leave a ghost, or come back: the hand has the card."""
        self.lifted = lifted
        self.update()

    def at_edge(self, point: QPointF) -> bool:
        """Whether a point lies where the length is changed."""
        return point.y() > self.height() - EDGE

    # gestures ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.toggled_mark.emit(self)
        else:
            self.held.emit(self, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.drawn.emit(self, event.position())
        else:
            edge = self.at_edge(event.position())
            shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.let_go.emit(self, event.globalPosition())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.slot.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(self, event)

    # painting ---------------------------------------------------------------------------------

    def prepare(self) -> QPixmap:
        """Its picture as it is to be now; drawn beforehand, painting takes no time."""
        ratio, focused = self.devicePixelRatioF(), self.hasFocus()
        wanted = (self.face, self.look, focused, self.lifted, self.size(), ratio)
        if self._picture is None or self._picture[0] != wanted:
            look = replace(self.look, focused=focused, ghost=self.lifted)
            self._picture = wanted, picture(self._kit, self.face, look, self.size(), ratio)
        return self._picture[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.prepare())
        painter.end()
