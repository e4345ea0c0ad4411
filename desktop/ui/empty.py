"""An empty page: what the thing is, in one sentence, and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.kit import Kit
from desktop.ui.layout import Item, col, row
from desktop.ui.painting import Brush
from desktop.ui.theme import mix

GAP = 4


class Empty(QWidget):
    """A picture, a title, a sentence, the ways on."""

    def __init__(
        self, kit: Kit, icon: str, title: str, sentence: str, *ways: QPushButton, tip: str = ""
    ) -> None:
        super().__init__()
        self._picture = _Cards(kit, icon)
        lines: list[Item] = [
            None,
            row(None, self._picture, None),
            8,
            kit.centred(title, 22, 600, tone="navy", serif=True),
            kit.centred(sentence, 14, tone="muted"),
            16,
            row(None, *ways, None, gap=8),
        ]
        if tip:
            lines += [16, kit.centred(tip, 12, tone="muted")]
        self.setLayout(col(*lines, None, 32, gap=GAP, margins=(16, 0, 16, 0)))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        picture = 0 if self._picture.isHidden() else self._picture.height() + GAP
        return QSize(least.width(), least.height() - picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words need their room first."""
        super().resizeEvent(event)
        words = self.minimumSizeHint().height()
        self._picture.setHidden(self.height() < words + self._picture.height() + GAP)


def no_events(kit: Kit, begin: Callable[[], object]) -> Empty:
    """What stands for whatever belongs to an event while there is none."""
    text = kit.text
    first = kit.button(text("Start an event"), "primary", "calendar-plus")
    first.clicked.connect(begin)
    return Empty(
        kit,
        "calendar-event",
        text("No events yet"),
        text("An event is the occasion that you organise: a lecture, a conference, a reception."),
        first,
    )


class _Cards(QWidget):
    """Three cards and a plus: decoration, nothing to read."""

    def __init__(self, kit: Kit, icon: str) -> None:
        super().__init__()
        self._kit, self._icon = kit, icon
        self.setFixedSize(168, 112)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        brush = Brush(painter, self._kit)
        for x, y, part in ((52, 12, 0.35), (34, 24, 0.65), (16, 36, 1.0)):
            fill = mix(theme.surface, theme.canvas, 0.6 + part * 0.4)
            brush.box(QRectF(x, y, 100, 60), fill, mix(theme.line, theme.canvas, part), radius=8)
        brush.box(QRectF(28, 48, 36, 36), theme.navy_tint, radius=18)
        brush.icon(36, 56, self._icon, theme.navy, 20)
        painter.fillRect(QRectF(74, 58, 32, 5), theme.line)
        painter.fillRect(QRectF(74, 70, 22, 4), theme.hair)
        brush.box(QRectF(98, 76, 32, 32), theme.ochre, theme.canvas, radius=16, pen=3)
        brush.icon(105, 83, "plus", theme.surface, 18)
        painter.end()
