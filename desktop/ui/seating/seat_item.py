"""A seat on the floor: a button that shows who sits there and says it in words."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.attendees.columns import category_color
from desktop.ui.kit import Kit
from desktop.ui.painting import META_BOLD, Brush, Type
from desktop.ui.seating.faces import Face
from desktop.ui.seating.geometry import Spot

LABEL = Type(11, 600)
NAME = Type(12, 600, leading=1.25)
SIGN = 12
SLOP = 5
"""Pixels that the mouse moves before a press becomes a drag."""


class SeatItem(QAbstractButton):
    """Its place is given by the hall; gestures and keys are told to it."""

    drawn = Signal(object, QPointF)
    """The mouse moves with the seat in it, to a point of the screen."""
    let_go = Signal(object, QPointF)
    keyed = Signal(object, QKeyEvent)
    asked = Signal(object, QPointF)
    """A menu is wanted, at a point of the screen."""

    def __init__(self, kit: Kit, parent: QWidget, spot: Spot, face: Face) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pressed = QPointF()
        self.spot, self.face = spot, face
        self.aimed = self.lifted = self.lit = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.show_face(face)

    def show_face(self, face: Face) -> None:
        """Show who sits there now."""
        self.face = face
        self.setAccessibleName(face.spoken(self._kit))
        self.setToolTip(face.spoken(self._kit))
        self.update()

    def mark(
        self, *, aimed: bool | None = None, lifted: bool | None = None, lit: bool | None = None
    ) -> None:
        """Show that what is held would go there, that it was taken, that it is looked at."""
        before = (self.aimed, self.lifted, self.lit)
        self.aimed = self.aimed if aimed is None else aimed
        self.lifted = self.lifted if lifted is None else lifted
        self.lit = self.lit if lit is None else lit
        if before != (self.aimed, self.lifted, self.lit):
            self.update()

    # gestures ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus()
            self._pressed = event.globalPosition()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.globalPosition() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far > SLOP:
            self.drawn.emit(self, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.let_go.emit(self, event.globalPosition())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(self, QPointF(event.globalPos()))

    # painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush, whole = Brush(painter, self._kit), QRectF(self.rect())
        if self.face.guest_id and not self.lifted:
            self._taken(brush, whole)
        else:
            self._free(brush, whole)
        if self.hasFocus():
            brush.box(whole, None, self._kit.theme.navy, pen=2)
        painter.end()

    def _free(self, brush: Brush, whole: QRectF) -> None:
        theme = self._kit.theme
        fill = theme.ochre_tint if self.aimed else theme.canvas
        border = theme.ochre if self.aimed else theme.line
        brush.box(whole, fill, border, pen=2 if self.aimed else 1, dashed=not self.aimed)
        brush.text(whole, self.face.label, LABEL, theme.muted, align="center")

    def _taken(self, brush: Brush, whole: QRectF) -> None:
        theme, face = self._kit.theme, self.face
        border = theme.ochre if self.aimed else theme.red if face.faulty else theme.line
        fill = theme.ochre_tint if self.aimed else theme.navy_tint if self.lit else theme.surface
        brush.box(whole, fill, border, pen=2 if self.aimed or face.faulty else 1)
        if self.spot.behind:
            brush.icon(whole.x() + 6, whole.y() + 7, "headphones", theme.muted, SIGN)
            line = whole.adjusted(22, 0, -6, 0)
            brush.text(line, face.name, META_BOLD, theme.text, align="center")
            return
        bar = QRectF(whole.x() + 1, whole.y() + 1, whole.width() - 2, 4)
        brush.box(bar, self._tone, radius=2)
        names = whole.adjusted(5, 6, -5, -15)
        ink = theme.text if face.expected else theme.muted
        brush.text(names, face.name, NAME, ink, align="center", lines=2)
        foot = QRectF(whole.x() + 6, whole.bottom() - 16, whole.width() - 12, 14)
        brush.text(foot, face.label, LABEL, theme.muted, align="center")
        x = foot.x()
        for sign, color in self._signs():
            brush.icon(x, foot.y() + 1, sign, color, SIGN)
            x += SIGN + 2

    @property
    def _tone(self) -> QColor:
        theme, face = self._kit.theme, self.face
        own = face.presides or face.hosts
        return theme.ochre if own else category_color(theme, face.category)

    def _signs(self) -> list[tuple[str, QColor]]:
        theme, face = self._kit.theme, self.face
        every = (
            (face.faulty, "alert-circle", theme.red),
            (bool(face.delegate), "headphones", theme.muted),
            (face.locked, "lock", theme.muted),
            (not face.expected, "clock", theme.muted),
        )
        return [(sign, color) for there, sign, color in every if there][:2]
