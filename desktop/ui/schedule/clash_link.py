"""Red bars over the minutes that neighbouring cards must not share."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.clashes import Clash, ClashKind
from desktop.ui.kit import Kit
from desktop.ui.painting import Brush
from desktop.ui.schedule.geometry import Geometry, Rect
from desktop.ui.schedule.model import Card

SIGN = 20
"""Pixels of the sign in the middle of a bar."""
_LINKED = frozenset({ClashKind.SPEAKER_TWICE, ClashKind.ROOM_CHANGE})


class ClashLinks(QWidget):
    """Decoration above the cards: each of the two says the reason in words."""

    def __init__(self, kit: Kit, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._kit, self._sheet = kit, sheet
        self._places: list[QRect] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def mark(self, places: Iterable[QRect]) -> None:
        """Mark these minutes; no smaller than the sign that stands in their middle."""
        self._places = [
            one.adjusted(0, min(0, (one.height() - SIGN) // 2), 0, 0) for one in places
        ]
        self.resize(self._sheet.size())
        self.restore()

    def restore(self) -> None:
        """Be seen again, where there is anything to mark."""
        self.setVisible(bool(self._places))
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush = Brush(painter, self._kit)
        for place in self._places:
            if place.adjusted(0, -SIGN, 0, SIGN).intersects(event.rect()):
                self._link(brush, QRectF(place))
        painter.end()

    def _link(self, brush: Brush, place: QRectF) -> None:
        theme, x, middle = self._kit.theme, place.x(), place.center().y()
        brush.box(QRectF(x + 7, place.y() + 1, 6, place.height() - 2), theme.red, radius=3)
        sign = QRectF(x, middle - SIGN / 2, SIGN, SIGN)
        brush.box(sign, theme.red, theme.surface, radius=SIGN / 2, pen=2)
        brush.icon(x + 4, middle - 6, "link", theme.surface, 12)


def shared_minutes(
    cards: Mapping[int, Card], clashes: Mapping[int, tuple[Clash, ...]], geometry: Geometry
) -> Iterator[Rect]:
    """What neighbouring cards have in common that they must not, each pair once."""
    found: set[tuple[int, ...]] = set()
    for clash in (clash for several in clashes.values() for clash in several):
        pair = [cards[one] for one in clash.slot_ids if one in cards]
        if clash.kind in _LINKED and len(pair) == 2 and clash.slot_ids not in found:
            found.add(clash.slot_ids)
            one, other = sorted(pair, key=lambda card: card.place.column)
            yield from _between(one, other, geometry)


def _between(one: Card, other: Card, geometry: Geometry) -> Iterator[Rect]:
    top = geometry.y(max(one.place.minute, other.place.minute))
    bottom = geometry.y(min(card.place.minute + card.slot.minutes for card in (one, other)))
    if other.place.column - one.place.column == 1 and bottom > top:
        yield Rect(other.place.column * geometry.column - 10, top, 20, bottom - top)
