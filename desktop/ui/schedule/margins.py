"""What stays while the grid scrolls: the rooms above it, the hours beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.venue import Room
from desktop.language import dates
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder
from desktop.ui.painting import BOLD, Brush
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
        self._said: list[tuple[str, str]] = []
        self._heads: list[QWidget] = []
        self.column = 100.0
        self.scrolled = 0
        self.setFixedHeight(HEAD)

    def show_rooms(self, rooms: tuple[Room | None, ...], languages: tuple[str, ...]) -> None:
        """Show other rooms."""
        said = [(self._name(room, languages), self._seats(room)) for room in rooms]
        if said == self._said:
            return
        self._said = said
        for old in self._heads:
            old.hide()
            old.deleteLater()
        self._heads = [self._head(*words) for words in said]
        self.place()

    def place(self) -> None:
        """Put every head above its column."""
        wide = round(self.column)
        for number, head in enumerate(self._heads):
            start = round(number * self.column) - self.scrolled
            x = self.width() - start - wide if self._kit.rtl else start
            head.setGeometry(x, 0, wide, HEAD - 1)

    def _head(self, name: str, seats: str) -> QWidget:
        kit = self._kit
        lines = (kit.elided(name, 14, 600), kit.elided(seats, 12, tone="muted"), None)
        head = holder(col(*lines, gap=0, margins=(12, 5, 12, 0)))
        head.setParent(self)
        head.show()
        return head

    def _name(self, room: Room | None, languages: tuple[str, ...]) -> str:
        return self._kit.local(room.name, languages) if room else self._kit.text("No room")

    def _seats(self, room: Room | None) -> str:
        if room is None or not room.capacity:
            return ""
        return self._kit.plural("{n} seat", "{n} seats", room.capacity)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
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
        self._labels: dict[int, QLabel] = {}
        self.setFixedWidth(GUTTER)

    def place(self) -> None:
        """Put every hour beside its line; where a flag is, there is no room for it."""
        geometry, flags = self.geometry_, self._flags()
        hours = range(geometry.first, geometry.last, 60)
        for gone in self._labels.keys() - set(hours):
            self._labels.pop(gone).deleteLater()
        for minute in hours:
            label = self._labels.get(minute) or self._label(minute)
            y = geometry.y(minute)
            label.move(12 if self._kit.rtl else 0, round(y) - self.scrolled)
            label.setVisible(all(abs(geometry.y(one) - y - 9) > FLAG for one in flags))

    def _label(self, minute: int) -> QLabel:
        words = dates.time_of_day(clock(minute), self._kit.language)
        label = self._labels[minute] = self._kit.label(words, 13, 600, tone="muted", end=True)
        label.setParent(self)
        label.setFixedWidth(GUTTER - 12)
        return label

    def show_drag(self, drag: Drag | None) -> None:
        """Show when a slot would begin and end; only what is different is painted anew."""
        flags, self.drag = self._flags(), drag
        self.place()
        for minute in (*flags, *self._flags()):
            y = round(self.geometry_.y(minute)) - self.scrolled
            self.update(0, y - 2 * FLAG, GUTTER, 4 * FLAG)

    def paintEvent(self, event: QPaintEvent) -> None:
        kit, theme, painter = self._kit, self._kit.theme, QPainter(self)
        painter.fillRect(event.rect(), theme.surface)
        brush, geometry = Brush(painter, kit), self.geometry_
        if self.now is not None:
            self._now(brush, geometry.y(self.now) - self.scrolled)
        for minute, main in zip(self._flags(), (True, False), strict=False):
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
