"""A guest in the hand: the name floats beside the mouse, with what would come of it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Kit
from desktop.ui.painting import BOLD, META, Brush, width

WIDE, LINE = 320.0, 22


class Held(QWidget):
    """Floats over the page; the board says where, and what of."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._page = kit, parent
        self.name = self.outcome = self.warning = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_name(self, name: str, outcome: str = "", warning: str = "") -> None:
        """Say who is held, what becomes of who sits there, and what would be wrong."""
        self.name, self.outcome, self.warning = name, outcome, warning
        below = [line for line in (outcome, warning) if line]
        wide = min(max(width(name, BOLD), *(width(line, META) for line in below), 0), WIDE) + 24
        self.resize(round(wide), LINE * (1 + len(below)) + 12)
        self.update()
        self.show()
        self.raise_()

    def lie(self, point: QPointF) -> None:
        """Float beside a point of the screen, inside the page."""
        there = self._page.mapFromGlobal(point.toPoint()) + QPoint(14, 10)
        x = min(there.x(), self._page.width() - self.width() - 4)
        y = min(there.y(), self._page.height() - self.height() - 4)
        self.move(x, y)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        brush, whole = Brush(painter, self._kit), QRectF(self.rect())
        border = theme.red if self.warning else theme.navy
        brush.box(whole, theme.surface, border, pen=2)
        line = QRectF(12, 6, whole.width() - 24, LINE)
        brush.text(line, self.name, BOLD)
        for words, tone in ((self.outcome, theme.text), (self.warning, theme.red)):
            if words:
                line.translate(0, LINE)
                brush.text(line, words, META, tone)
        painter.end()
