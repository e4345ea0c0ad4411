"""The grid's own ground: hour lines, the place a dragged slot would go to."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRubberBand, QWidget

from desktop.ui.kit import Kit
from desktop.ui.schedule.drag import Drag
from desktop.ui.schedule.geometry import Geometry, Rect

SLOP = 5
"""Pixels that the mouse moves before a press draws a rectangle."""
LINE = 2
"""Pixels above and below which a line of a drag touches."""
HALF = 30
"""Minutes between two lines."""


class Sheet(QWidget):
    """Slot items are its children; everything else is painted, below them."""

    wanted = Signal(QPointF)
    """A double click on free ground."""
    framed = Signal(QRect, bool)
    """A rectangle was drawn over free ground (empty: it was clicked); True: with Ctrl."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.geometry_ = Geometry(0, 60, 1, 100.0, 64.0)
        self.drag: Drag | None = None
        self.now: int | None = None
        """The present minute, where it is of the day that is shown."""
        self._pressed = QPoint()
        self._rubber = QRubberBand(QRubberBand.Shape.Rectangle, self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that it scrolls at once
        self.setMinimumSize(200, 100)

    def at(self, rect: Rect) -> QRect:
        """A rectangle of the geometry on the widget, mirrored for Arabic."""
        x = self.width() - rect.x - rect.width if self._kit.rtl else rect.x
        return QRect(round(x), round(rect.y), round(rect.width), round(rect.height))

    def along(self, point: QPointF | QPoint) -> float:
        """How far from the reading start a point lies."""
        return self.width() - point.x() if self._kit.rtl else point.x()

    def show_drag(self, drag: Drag | None) -> None:
        """Show where a slot would go; only what is different is painted anew."""
        before, self.drag = self.drag, drag
        if drag is None or before is None:
            self.update()
            return
        for one in (before, drag):
            if before.place.column != drag.place.column:
                self.update(self._column(one))
            for y in self._ends(one):
                self.update(0, y - LINE, self.width(), 2 * LINE)

    # painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._kit.theme.surface)
        self._lines(painter, event.rect())
        if self.now is not None:
            y = round(self.geometry_.y(self.now))
            painter.fillRect(0, y - 1, self.width(), 2, self._kit.theme.navy)
        if self.drag is not None:
            self._target(painter, self.drag)
        painter.end()

    def _lines(self, painter: QPainter, seen: QRect) -> None:
        theme, geometry = self._kit.theme, self.geometry_
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for minute in range(geometry.first, geometry.last + 1, HALF):
            y = round(geometry.y(minute))
            if seen.top() <= y <= seen.bottom():
                style = Qt.PenStyle.DotLine if minute % 60 else Qt.PenStyle.SolidLine
                painter.setPen(QPen(theme.hair, 1, style))
                painter.drawLine(seen.left(), y, seen.right(), y)
        painter.setPen(QPen(theme.hair, 1))
        for x in self._edges():
            painter.drawLine(x, seen.top(), x, seen.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _edges(self) -> Iterator[int]:
        for number in range(self.geometry_.columns):
            yield self.at(Rect(number * self.geometry_.column, 0, 0, 0)).x()

    def _target(self, painter: QPainter, drag: Drag) -> None:
        """The column that would receive the slot, and both its times across the day."""
        theme = self._kit.theme
        wash = QColor(theme.ochre)
        wash.setAlphaF(0.09 if theme.dark else 0.13)
        target = self._column(drag)
        painter.fillRect(target, wash)
        for y in self._ends(drag):
            painter.setPen(QPen(theme.ochre, 1, Qt.PenStyle.DashLine))
            painter.drawLine(0, y, self.width(), y)
            painter.setPen(QPen(theme.ochre, 2))
            painter.drawLine(target.left(), y, target.right(), y)

    def _column(self, drag: Drag) -> QRect:
        wide = self.geometry_.column
        return self.at(Rect(drag.place.column * wide, 0, wide, self.height()))

    def _ends(self, drag: Drag) -> tuple[int, int]:
        """How far down a dragged slot would begin and end."""
        start = drag.place.minute
        return round(self.geometry_.y(start)), round(self.geometry_.y(start + drag.minutes))

    # the mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        drawn = QRect(self._pressed, event.position().toPoint()).normalized()
        if self._rubber.isHidden() and drawn.width() + drawn.height() < SLOP:
            return
        self._rubber.setGeometry(drawn)
        self._rubber.raise_()
        self._rubber.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            drawn = QRect() if self._rubber.isHidden() else self._rubber.geometry()
            self._rubber.hide()
            more = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.framed.emit(drawn, more)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(event.position())
