"""A table on the floor: its surface, which opens what can be done with it."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.domain.seating import Shape
from desktop.ui.kit import Kit
from desktop.ui.painting import META_BOLD, Brush


class TableItem(QAbstractButton):
    """A bar for a head table or rows, a disc for a round table."""

    asked = Signal(int, QPointF)

    def __init__(self, kit: Kit, parent: QWidget, at: int, shape: Shape, name: str) -> None:
        super().__init__(parent)
        self._kit, self._at, self._shape, self._name = kit, at, shape, name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(kit.text("{table}: change it, take it away", table=name))
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._at, QPointF(self.mapToGlobal(self.rect().center())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(self._at, QPointF(event.globalPos()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        brush, whole = Brush(painter, self._kit), QRectF(self.rect())
        rows, round_ = self._shape is Shape.ROWS, self._shape is Shape.ROUND
        fill, ink = (theme.sunken, theme.text) if rows else (theme.navy, theme.on_navy)
        radius = whole.width() / 2 if round_ else 6
        brush.box(whole, fill, radius=radius)
        inner = whole.adjusted(8, 4, -8, -4)
        brush.text(inner, self._name, META_BOLD, ink, align="center", lines=3 if round_ else 1)
        if self.hasFocus():
            brush.box(whole, None, theme.ochre, radius=radius, pen=2)
        painter.end()
