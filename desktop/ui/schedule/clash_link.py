"""A red bar over the minutes that two neighbouring cards must not share."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Kit
from desktop.ui.painting import Brush


class ClashLink(QWidget):
    """Decoration: each of the two cards says the reason in words."""

    def __init__(self, kit: Kit, sheet: QWidget, place: QRect) -> None:
        super().__init__(sheet)
        self._kit = kit
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(place.adjusted(0, min(0, (place.height() - 20) // 2), 0, 0))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        brush, middle = Brush(painter, self._kit), self.height() / 2
        brush.box(QRectF(7, 1, 6, self.height() - 2), theme.red, radius=3)
        brush.box(QRectF(0, middle - 10, 20, 20), theme.red, theme.surface, radius=10, pen=2)
        brush.icon(4, middle - 6, "link", theme.surface, 12)
        painter.end()
