"""A red bar over the minutes that two neighbouring cards must not share."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.clashes import Clash, ClashKind
from desktop.ui.kit import Kit
from desktop.ui.painting import Brush
from desktop.ui.schedule.geometry import Geometry, Rect
from desktop.ui.schedule.model import Card

_LINKED = frozenset({ClashKind.SPEAKER_TWICE, ClashKind.ROOM_CHANGE})


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
