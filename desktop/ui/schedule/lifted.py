"""A card in the hand: it floats above the others, with a shadow."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Kit
from desktop.ui.schedule.slot_card import Face, Look, picture

SHADOW = 14
"""Pixels round a card for its shadow."""
FALL = 4
"""Pixels that the shadow lies below the card."""
_HELD = Look(held=True)


class Lifted(QWidget):
    """Shows a slot as it would be; the hand says where."""

    def __init__(self, kit: Kit, parent: QWidget, face: Face) -> None:
        super().__init__(parent)
        self._kit = kit
        self.face = face
        self._picture: tuple[tuple[object, ...], QPixmap] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_face(self, face: Face) -> None:
        """Say something else."""
        if face != self.face:
            self.face = face
            self.update()

    def lie(self, place: QRect) -> None:
        """Float over a place of the grid."""
        self.setGeometry(place.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    @property
    def place(self) -> QRect:
        """The card itself, without its shadow."""
        return self.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self.place.size()
        wanted = (self.face, _HELD, size, self.devicePixelRatioF())
        if self._picture is None or self._picture[0] != wanted:
            self._picture = wanted, picture(self._kit, *wanted)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, _shadow(size.width(), size.height(), self._kit.theme.dark))
        painter.drawPixmap(QPoint(SHADOW, SHADOW), self._picture[1])
        painter.end()


@lru_cache(maxsize=16)
def _shadow(wide: int, high: int, dark: bool) -> QPixmap:
    """A soft shadow: ever larger boxes, each barely visible."""
    drawn = QPixmap(wide + 2 * SHADOW, high + 2 * SHADOW)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 22 if dark else 6))
    card = QRectF(SHADOW, SHADOW + FALL, wide, high)
    for grown in range(SHADOW - FALL):
        painter.drawRoundedRect(card.adjusted(-grown, -grown, grown, grown), 6 + grown, 6 + grown)
    painter.end()
    return drawn
