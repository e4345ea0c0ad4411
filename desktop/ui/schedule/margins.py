"""What stays while the grid scrolls: the rooms above it, the hours beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.venue import Room
from desktop.language import dates, figures
from desktop.ui.kit import Kit
from desktop.ui.painting import BOLD, META, NAME, Brush
from desktop.ui.schedule.drag import Drag
from desktop.ui.schedule.geometry import Geometry
from desktop.ui.schedule.model import clock

GUTTER, HEAD = 64, 48
FLAG = 22
DOT = 8


class RoomHeads(QWidget):
    """The rooms by name, with their seats."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._rooms: tuple[Room | None, ...] = ()
        self._languages: tuple[str, ...] = ()
        self.column = 100.0
        self.scrolled = 0
        self.setFixedHeight(HEAD)

    def show_rooms(self, rooms: tuple[Room | None, ...], languages: tuple[str, ...]) -> None:
        """Show other rooms."""
        self._rooms, self._languages = rooms, languages
        names = [self._name(room) for room in rooms]
        self.setAccessibleName(figures.joined(names, self._kit.language))
        self.update()

    def _name(self, room: Room | None) -> str:
        if room is None:
            return self._kit.text("No room")
        return self._kit.local(room.name, self._languages)

    def paintEvent(self, event: QPaintEvent) -> None:
        kit, theme, painter = self._kit, self._kit.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
        brush, whole = Brush(painter, kit), QRectF(self.rect())
        for number, room in enumerate(self._rooms):
            after = number * self.column - self.scrolled
            spot = brush.start(whole, self.column - 24, after + 12)
            brush.text(QRectF(spot.x(), 6, spot.width(), 18), self._name(room), NAME)
            if room is not None and room.capacity:
                seats = kit.plural("{n} seat", "{n} seats", room.capacity)
                brush.text(QRectF(spot.x(), 25, spot.width(), 18), seats, META, theme.muted)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, HEAD - 1, self.width(), HEAD - 1)
        painter.end()


class Hours(QWidget):
    """The hours; while a slot is dragged, flags with its times."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.geometry_ = Geometry(0, 60, 1, 100.0, 64.0)
        self.scrolled = 0
        self.drag: Drag | None = None
        self.now: int | None = None
        self.setFixedWidth(GUTTER)

    def show_drag(self, drag: Drag | None) -> None:
        """Show when a slot would begin and end; only what is different is painted anew."""
        flags, self.drag = self._flags(), drag
        for minute in (*flags, *self._flags()):
            y = round(self.geometry_.y(minute)) - self.scrolled
            self.update(0, y - 2 * FLAG, GUTTER, 4 * FLAG)

    def paintEvent(self, event: QPaintEvent) -> None:
        kit, theme, painter = self._kit, self._kit.theme, QPainter(self)
        painter.fillRect(event.rect(), theme.surface)
        brush, geometry = Brush(painter, kit), self.geometry_
        flags = self._flags()
        for minute in range(geometry.first, geometry.last, 60):
            y = geometry.y(minute) - self.scrolled
            seen = event.rect().top() - FLAG < y < event.rect().bottom()
            if seen and all(abs(geometry.y(one) - self.scrolled - y - 9) > FLAG for one in flags):
                words = dates.time_of_day(clock(minute), kit.language)
                spot = brush.start(QRectF(0, y + 1, GUTTER, 18), GUTTER - 12)
                brush.text(spot, words, BOLD, theme.muted, align="end")
        if self.now is not None:
            self._now(brush, geometry.y(self.now) - self.scrolled)
        for minute, main in zip(flags, (True, False), strict=False):
            self._flag(brush, minute, main=main)
        painter.setPen(QPen(theme.hair, 1, Qt.PenStyle.SolidLine))
        x = 0 if kit.rtl else self.width() - 1
        painter.drawLine(x, 0, x, self.height())
        painter.end()

    def _flags(self) -> list[int]:
        if self.drag is None:
            return []
        return [self.drag.place.minute, self.drag.place.minute + self.drag.minutes]

    def _now(self, brush: Brush, y: float) -> None:
        """A dot where the line of the present moment begins."""
        dot = brush.start(QRectF(0, round(y) - DOT / 2, GUTTER, DOT), DOT, GUTTER - DOT - 2)
        brush.box(dot, self._kit.theme.navy, radius=DOT / 2)

    def _flag(self, brush: Brush, minute: int, *, main: bool) -> None:
        theme = self._kit.theme
        y = round(self.geometry_.y(minute)) - self.scrolled
        flag = brush.start(QRectF(0, y - FLAG / 2, GUTTER, FLAG), GUTTER - 14, 6)
        brush.box(flag, theme.ochre_text if main else theme.surface, theme.ochre_text, radius=4)
        words = dates.time_of_day(clock(minute), self._kit.language)
        ink = theme.surface if main else theme.ochre_text
        brush.text(flag, words, BOLD, ink, align="center")
