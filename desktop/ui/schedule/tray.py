"""The slots that have no time yet: to be dragged onto the grid, or placed by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from desktop.domain.slot import Slot
from desktop.language import figures
from desktop.ui.kit import Kit, square
from desktop.ui.layout import col, row, scrolled
from desktop.ui.painting import BOLD, broken
from desktop.ui.schedule.columns import track_color
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.wording import code

WIDTH = 196
SLOP = 5
TITLE = 112.0
"""Pixels of a line of a card's title."""


class Tray(QFrame):
    """A card a slot."""

    chosen = Signal(int)
    placed = Signal(int)
    """Enter: the first free time, please."""
    carried = Signal(object, QPointF)
    dropped = Signal()
    given_up = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(kit.text("Unscheduled"))
        self._count = kit.tag("0")
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        hint = kit.note(kit.text("Drag onto the grid, or press Enter for the next free time."))
        head = row(kit.heading(kit.text("Unscheduled")), None, self._count)
        self.setLayout(
            col(
                row(head, margins=(16, 12, 12, 8)),
                (scrolled(col(self._box, 4, hint, None, margins=(16, 0, 12, 12))), 1),
                gap=0,
            )
        )
        self._cards: list[_TrayCard] = []

    def show_slots(self, shown: Snapshot, slots: Sequence[Slot]) -> None:
        """Show what is unscheduled."""
        focused = next((card.slot.id for card in self._cards if card.hasFocus()), 0)
        for card in self._cards:
            card.deleteLater()
        self._count.setText(str(len(slots)))
        self._cards = []
        for slot in slots:
            card = _TrayCard(self._kit, shown, slot)
            card.clicked.connect(lambda _on=False, number=slot.id: self.chosen.emit(number))
            card.placed.connect(self.placed)
            card.carried.connect(self.carried)
            card.dropped.connect(self.dropped)
            card.given_up.connect(self.given_up)
            self._box.addWidget(card)
            self._cards.append(card)
            if slot.id == focused:
                card.setFocus()


class _TrayCard(QPushButton):
    placed = Signal(int)
    carried = Signal(object, QPointF)
    dropped = Signal()
    given_up = Signal()

    def __init__(self, kit: Kit, shown: Snapshot, slot: Slot) -> None:
        super().__init__()
        self.slot = slot
        self._start: QPointF | None = None
        self._carrying = False
        self.setProperty("kind", "tray")
        languages = shown.programme.event.languages
        title = kit.local(slot.title, languages) or kit.text("Untitled")
        length = figures.minutes(slot.minutes, kit.language)
        self.setAccessibleName(f"{title}, {length}")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        dot = kit.label("")
        dot.setPixmap(square(track_color(kit.theme, shown, slot) or kit.theme.grey))
        dot.setFixedSize(8, 8)
        words = kit.label("\n".join(broken(title, BOLD, TITLE, 2)), 13, 600)
        words.setFixedHeight(36)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        grip = kit.picture("grip-vertical", "strong", 16)
        codes = [kit.tag(code(tag)) for tag in slot.floor_languages[:3]]
        foot = row(kit.label(length, 12, tone="muted"), *codes, None, gap=4)
        inside = col(
            row(col(4, dot, None, gap=0), (words, 1), col(grip, None), gap=8),
            None,
            foot,
            gap=6,
            margins=(10, 8, 8, 8),
        )
        self.setLayout(inside)
        for label in (dot, words, grip, *codes):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.placed.emit(self.slot.id)
        elif event.key() == Qt.Key.Key_Escape and self._carrying:
            self._start, self._carrying = None, False
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._start = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is None:
            return
        if self._carrying or (event.position() - self._start).manhattanLength() > SLOP:
            self._carrying = True
            self.setDown(False)
            self.carried.emit(self.slot, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carrying, self._carrying, self._start = self._carrying, False, None
        if carrying:
            self.dropped.emit()
        super().mouseReleaseEvent(event)
