"""A kind of document as a card: its first page as it was last drawn, its name, what it takes."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop import paths
from desktop.ui.buttons import Button
from desktop.ui.kit import Kit
from desktop.ui.layout import col

WIDTH, PICTURE = 176, 104
"""Pixels of the card and of the picture in it."""


class KindCard(Button):
    """Chosen like a radio button."""

    def __init__(self, kit: Kit, key: str, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFixedWidth(WIDTH)
        self._picture = kit.label("")
        self._picture.setFixedSize(WIDTH - 16, PICTURE + 8)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("look", "well")
        self._detail = kit.label("", 12, tone="muted")
        title = kit.elided(name, 14, 600)
        for label in (self._picture, title, self._detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = col(self._picture, 4, title, self._detail, None, gap=4, margins=(8, 8, 8, 8))
        self.setLayout(inside)
        example = QImage(str(paths.resource("pictures", "kinds", f"{key}.png")))
        if not example.isNull():
            self.show_page(example)

    def show_detail(self, detail: str) -> None:
        """Say how many pages it has on which paper."""
        self._detail.setText(detail)
        self.setAccessibleDescription(detail)

    def show_page(self, page: QImage) -> None:
        """Show the first page in small."""
        size = page.size().scaled(QSize(WIDTH - 32, PICTURE), Qt.AspectRatioMode.KeepAspectRatio)
        small = page.scaled(
            size * 2,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        sheet = QPixmap(small.size())
        sheet.fill(QColor("white"))
        painter = QPainter(sheet)
        painter.drawImage(0, 0, small)
        painter.end()
        sheet.setDevicePixelRatio(2)
        self._picture.setPixmap(sheet)
