"""How many are invited, how many come: figures and one bar."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.domain.attendee import Reply
from desktop.domain.invitation import COMING, NOT_COMING
from desktop.language import figures
from desktop.language.terms import term
from desktop.ui.kit import Kit, square
from desktop.ui.layout import col, row
from desktop.ui.painting import Brush


class Figures(QFrame):
    """The strip above the list."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.setFixedHeight(72)
        self._kit = kit
        text = kit.text
        self._figures = {
            "": _Figure(kit, text("Guests"), ""),
            "green": _Figure(kit, text("Coming"), "green"),
            "red": _Figure(kit, text("Not coming"), "red"),
            "ochre": _Figure(kit, term(Reply.TO_INVITE, kit.language), "ochre"),
            "strong": _Figure(kit, text("No answer yet"), "strong"),
        }
        self.counts: dict[str, int] = {}
        """How many by the tone of their figure."""
        self._bar = _Bar(kit)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(28)
        for figure in self._figures.values():
            line.addWidget(figure)
        line.addWidget(self._bar, 1)

    def show_replies(self, replies: Mapping[Reply, int]) -> None:
        """Count replies."""
        total = sum(replies.values())
        coming = sum(count for reply, count in replies.items() if reply in COMING)
        absent = sum(count for reply, count in replies.items() if reply in NOT_COMING)
        fresh = replies.get(Reply.TO_INVITE, 0)
        open_ones = total - coming - absent - fresh
        counts = {"": total, "green": coming, "red": absent, "ochre": fresh, "strong": open_ones}
        for tone, count in counts.items():
            self._figures[tone].show_number(count)
        self.counts = counts
        self._figures["ochre"].setVisible(fresh > 0)
        self._bar.show_parts([(count, tone) for tone, count in counts.items() if tone], total)


class _Figure(QWidget):
    def __init__(self, kit: Kit, name: str, tone: str) -> None:
        super().__init__()
        self._kit, self._name = kit, name
        self._number = kit.label("–", 22, 600, serif=True)  # nobody has counted yet
        dot = QLabel()
        if tone:
            dot.setPixmap(square(kit.color(tone)))
            dot.setFixedWidth(8)
        caption = kit.label(name, 12, tone="muted")
        line = row(dot, caption, None, gap=6) if tone else row(caption, None)
        self.setLayout(col(None, self._number, line, None, gap=0))
        self.setMinimumWidth(72)

    def show_number(self, number: int) -> None:
        self._number.setText(figures.number(number, self._kit.language))


class _Bar(QWidget):
    """Proportions; the figures beside it say the same in words."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._parts: list[tuple[int, str]] = []
        self._total = 0
        self.setFixedHeight(8)

    def show_parts(self, parts: list[tuple[int, str]], total: int) -> None:
        self._parts, self._total = parts, total
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush, whole, after = Brush(painter, self._kit), QRectF(self.rect()), 0.0
        brush.box(whole, self._kit.theme.sunken, radius=4)
        for count, tone in self._parts if self._total else ():
            wide = whole.width() * count / self._total
            if count:
                part = brush.start(whole, max(wide - 2, 2), after)
                brush.box(part, self._kit.color(tone), radius=4)
            after += wide
        painter.end()
