"""A picture with the frame of what is kept of it: dragged, resized by the wheel or by keys."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.ui.crop_geometry import Crop, Field
from desktop.ui.kit import Kit

STEP, STRIDE = 0.01, 0.05
"""Parts of the picture's width that an arrow key moves the frame by, alone and with Shift."""
LARGER = 1.06
FACE = QRectF(0.28, 0.13, 0.44, 0.52)
"""Where a face belongs in a portrait, in parts of the frame."""


class CropView(QWidget):
    """`cropped(words)` tells in words where the frame stands after each step."""

    cropped = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._image = QImage()
        self.field = Field(1, 1, 0)
        self.crop = self.field.largest
        self._grip: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(420, 380)
        self.setAccessibleName(kit.text("Frame of the picture"))

    def show_image(self, image: QImage, width: int, height: int, ratio: float) -> None:
        """Show a picture; it may be smaller than the `width` and `height` that it really has."""
        self._image = image
        self.field = Field(width, height, ratio)
        self._take(self.field.largest)

    def choose_ratio(self, ratio: float) -> None:
        """Let the frame have another shape."""
        self.field = Field(self.field.width, self.field.height, ratio)
        self._take(self.field.largest)

    def _take(self, crop: Crop) -> None:
        self.crop = crop
        left, top, right, low = crop.box
        words = self._kit.text(
            "{width} × {height} pixels, from {left}, {top}",
            width=right - left,
            height=low - top,
            left=left,
            top=top,
        )
        self.setAccessibleDescription(words)
        self.cropped.emit(words)
        self.update()

    # geometry ---------------------------------------------------------------------------------

    @property
    def _scale(self) -> float:
        """Pixels of the screen to one of the picture."""
        return min(self.width() / self.field.width, self.height() / self.field.height)

    @property
    def _shown(self) -> QRectF:
        """Where the whole picture stands."""
        width, height = self.field.width * self._scale, self.field.height * self._scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    @property
    def _frame(self) -> QRectF:
        shown, scale, crop = self._shown, self._scale, self.crop
        return QRectF(
            shown.x() + crop.x * scale,
            shown.y() + crop.y * scale,
            crop.width * scale,
            crop.height * scale,
        )

    # painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._kit.theme.sunken)
        painter.drawImage(self._shown, self._image)
        outside = QPainterPath()
        outside.addRect(self._shown)
        outside.addRect(self._frame)
        painter.fillPath(outside, QColor(20, 20, 18, 150))
        self._draw_hint(painter)
        ring = self._kit.color("navy" if self.hasFocus() else "strong")
        painter.setPen(QPen(QColor("white"), 4))
        painter.drawRect(self._frame)
        painter.setPen(QPen(ring, 2))
        painter.drawRect(self._frame)
        painter.end()

    def _draw_hint(self, painter: QPainter) -> None:
        """A dashed oval where the face belongs."""
        if not self.field.ratio:
            return
        frame = self._frame
        face = QRectF(
            frame.x() + FACE.x() * frame.width(),
            frame.y() + FACE.y() * frame.height(),
            FACE.width() * frame.width(),
            FACE.height() * frame.height(),
        )
        for colour, width in ((QColor(0, 0, 0, 90), 3.0), (QColor("white"), 1.4)):
            pen = QPen(colour, width)
            pen.setDashPattern([4, 4])
            painter.setPen(pen)
            painter.drawEllipse(face)

    # the user ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = (event.position() - self._grip) / self._scale
            self._grip = event.position()
            self._take(self.field.moved(self.crop, moved.x(), moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.resize_frame(larger=event.angleDelta().y() > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in arrows:
            far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = self.field.width * (STRIDE if far else STEP)
            right, down = arrows[key]
            self._take(self.field.moved(self.crop, right * step, down * step))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.resize_frame(larger=key is not Qt.Key.Key_Minus)
        else:
            super().keyPressEvent(event)

    def resize_frame(self, *, larger: bool) -> None:
        """Let the frame hold more or less of the picture."""
        self._take(self.field.resized(self.crop, LARGER if larger else 1 / LARGER))
