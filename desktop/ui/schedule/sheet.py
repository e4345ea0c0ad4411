"""The grid's own ground: hour lines, bands of breaks, the place a dragged slot would go to."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Kit
from desktop.ui.painting import BODY, BOLD, META, Brush, width
from desktop.ui.schedule.drag import Drag
from desktop.ui.schedule.geometry import Geometry, Rect
from desktop.ui.schedule.model import Card

LINE = 2
"""Pixels above and below which a line of a drag touches."""
HALF = 30
"""Minutes between two lines."""


class Sheet(QWidget):
    """Slot items are its children; everything else is painted, below them."""

    wanted = Signal(QPointF)
    """A double click on free ground."""
    touched = Signal()
    """A click on free ground."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.geometry_ = Geometry(0, 60, 1, 100.0, 64.0)
        self.bands: tuple[tuple[Card, str, str], ...] = ()
        self.drag: Drag | None = None
        self.setMinimumSize(200, 100)

    def at(self, rect: Rect) -> QRect:
        """A rectangle of the geometry on the widget, mirrored for Arabic."""
        x = self.width() - rect.x - rect.width if self._kit.rtl else rect.x
        return QRect(round(x), round(rect.y), round(rect.width), round(rect.height))

    def along(self, point: QPointF) -> float:
        """How far from the reading start a point lies."""
        return self.width() - point.x() if self._kit.rtl else point.x()

    def show_drag(self, drag: Drag | None) -> None:
        """Show where a slot would go; only what is different is painted anew."""
        before, self.drag = self.drag, drag
        if drag is None or before is None or before.place.column != drag.place.column:
            self.update()
            return
        for one in (before, drag):
            for y in self._ends(one):
                self.update(0, y - LINE, self.width(), 2 * LINE)

    # painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._kit.theme.surface)
        brush = Brush(painter, self._kit)
        self._lines(painter, event.rect())
        if self.drag is not None:
            self._target(painter, self.drag)
        for card, title, times in self.bands:
            self._band(brush, card, title, times)
        if self.drag is not None and self.drag.origin is not None:
            self._ghost(brush, self.drag)
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
        theme, geometry = self._kit.theme, self.geometry_
        wash = QColor(theme.ochre)
        wash.setAlphaF(0.09 if theme.dark else 0.13)
        column = Rect(drag.place.column * geometry.column, 0, geometry.column, self.height())
        painter.fillRect(self.at(column), wash)
        target = self.at(column)
        for y in self._ends(drag):
            painter.setPen(QPen(theme.ochre, 1, Qt.PenStyle.DashLine))
            painter.drawLine(0, y, self.width(), y)
            painter.setPen(QPen(theme.ochre, 2))
            painter.drawLine(target.left(), y, target.right(), y)

    def _ends(self, drag: Drag) -> tuple[int, int]:
        """How far down a dragged slot would begin and end."""
        start = drag.place.minute
        return round(self.geometry_.y(start)), round(self.geometry_.y(start + drag.minutes))

    def _band(self, brush: Brush, card: Card, title: str, times: str) -> None:
        theme = self._kit.theme
        spot = self.geometry_.card(card.place, card.slot.minutes, span=card.span)
        rect = QRectF(self.at(spot))
        brush.box(rect, theme.sunken, radius=6)
        wide = 24 + width(title, BOLD) + 12 + width(times, META)
        lead = max((rect.width() - wide) / 2, 8)
        brush.icon(
            brush.start(rect, 16, lead).x(), round(rect.center().y()) - 8, "coffee", theme.muted
        )
        room = max(rect.width() - lead - 24, 1)
        brush.text(brush.start(rect, room, lead + 24), title, BOLD, theme.muted)
        after = lead + 24 + width(title, BOLD) + 12
        if after + width(times, META) < rect.width():
            brush.text(brush.rest(rect, after), times, META, theme.muted)

    def _ghost(self, brush: Brush, drag: Drag) -> None:
        """Where the slot came from."""
        theme = self._kit.theme
        assert drag.origin is not None
        rect = QRectF(self.at(self.geometry_.card(drag.origin, drag.slot.minutes)))
        brush.box(rect, theme.sunken, theme.strong, dashed=True)
        title = self._kit.local(drag.slot.title)
        brush.text(rect.adjusted(12, 6, -12, -6), title, BODY, theme.muted, top=True)

    # the mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(event.position())
