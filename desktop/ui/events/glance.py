"""Small painted parts of the overview: a bar of shares, a ring of replies, a day on a tile.

What they show stands in words beside them; they are decoration for a screen reader.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import dates, figures
from desktop.ui.kit import Kit
from desktop.ui.painting import META, Brush, Type

FIGURE = Type(26, 600, serif=True)
DAY = Type(16, 600)
BAR, RING, STROKE = 8, 136, 14
FULL = 360 * 16
"""A whole turn, as QPainter reckons it: sixteenths of a degree."""


class Bar(QWidget):
    """How much of something is done."""

    def __init__(self, kit: Kit, share: float) -> None:
        super().__init__()
        self._kit, self._share = kit, share
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        brush, whole = Brush(painter, self._kit), QRectF(self.rect())
        brush.box(whole, theme.sunken, radius=BAR / 2)
        if self._share > 0:
            tone = theme.green if self._share >= 1 else theme.ochre
            wide = max(whole.width() * self._share, BAR)
            brush.box(brush.start(whole, wide), tone, radius=BAR / 2)
        painter.end()


class Ring(QWidget):
    """Shares of a whole by colour, and the first one in per cent in the middle."""

    def __init__(self, kit: Kit, shares: Sequence[tuple[int, str]], caption: str) -> None:
        super().__init__()
        self._kit, self._shares, self._caption = kit, shares, caption
        self.setFixedSize(RING, RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        kit, painter = self._kit, QPainter(self)
        brush, whole = Brush(painter, kit), QRectF(self.rect())
        total = sum(count for count, _ in self._shares) or 1
        gap = 32 if sum(bool(count) for count, _ in self._shares) > 1 else 0
        inner, angle = whole.adjusted(10, 10, -10, -10), 90 * 16
        way = 1 if kit.rtl else -1
        for count, tone in self._shares:
            span = round(count / total * FULL)
            if span > gap:
                pen = QPen(kit.color(tone), STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                painter.drawArc(inner, angle + way * gap // 2, way * (span - gap))
            angle += way * span
        share = figures.percent(self._shares[0][0] / total, kit.language)
        brush.text(QRectF(0, 42, RING, 34), share, FIGURE, align="center")
        brush.text(
            QRectF(22, 76, RING - 44, 18), self._caption, META, kit.theme.muted, align="center"
        )
        painter.end()


class DayTile(QWidget):
    """A day and its month, red when it is past; a line where no day was set."""

    def __init__(self, kit: Kit, day: date | None, *, late: bool) -> None:
        super().__init__()
        self._kit, self._day, self._late = kit, day, late
        self.setFixedSize(44, 42)

    def paintEvent(self, event: QPaintEvent) -> None:
        kit, painter = self._kit, QPainter(self)
        theme, brush = kit.theme, Brush(painter, self._kit)
        ink, tint = (theme.red, theme.red_tint) if self._late else (theme.navy, theme.navy_tint)
        brush.box(QRectF(self.rect()), tint, radius=6)
        if self._day is None:
            brush.text(QRectF(0, 0, 44, 42), "–", DAY, ink, align="center")
        else:
            number = figures.number(self._day.day, kit.language)
            month = dates.month_short(self._day, kit.language)
            brush.text(QRectF(0, 3, 44, 20), number, DAY, ink, align="center")
            brush.text(QRectF(2, 22, 40, 16), month, META, ink, align="center")
        painter.end()
