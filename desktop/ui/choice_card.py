"""A large button with a sign, a title and a sentence: one of a few ways to go on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from desktop.ui.kit import Kit
from desktop.ui.layout import col, row

WIDTH = 304


class ChoiceCard(QPushButton):
    """Pressed by mouse, Enter, space or the digit that it shows."""

    def __init__(self, kit: Kit, icon: str, title: str, text: str, key: str) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setShortcut(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sign = kit.picture(icon, "navy", 24)
        sign.setProperty("look", "tile")
        sign.setFixedSize(48, 48)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        digit = kit.key(key)
        name = kit.label(title, 18, 600)
        name.setFixedHeight(28)
        words = kit.note(text, px=14)
        words.setMinimumHeight(64)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        for label in (sign, digit, name, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head = row(sign, None, col(digit, None))
        self.setLayout(col(head, 12, name, words, None, gap=2, margins=(24, 22, 24, 12)))
        self._words = words
        self.lie(flat=False)

    def lie(self, *, flat: bool) -> None:
        """As wide as the window, for a column of cards; else as wide as its neighbours."""
        self.setMinimumWidth(0 if flat else WIDTH)
        self.setMaximumWidth(2 * WIDTH if flat else WIDTH)
        self.setMinimumHeight(0 if flat else 192)
        self._words.setMinimumHeight(0 if flat else 64)

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint() if inside else super().sizeHint()
