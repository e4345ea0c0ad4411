"""Crop a photograph to a portrait before it is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.domain.errors import BadInput
from desktop.services import pictures
from desktop.ui.crop_view import CropView
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.question import Question

SHOWN = 1400
"""Pixels of the longer side of what is shown on the screen."""
RATIOS = {"4 : 5": 4 / 5, "1 : 1": 1.0, "3 : 4": 3 / 4}


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture that was read: its bytes, how it looks upright, its real size."""

    content: bytes
    image: QImage
    width: int
    height: int


def opened(content: bytes) -> Opened:
    """Read a picture for the screen; called on a worker's thread.

    Raises:
        BadInput: it is none, or too large, which is told before it is unpacked.
    """
    pictures.picture_of(content)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    turned = bool(reader.transformation().value & 4)
    width, height = (size.height(), size.width()) if turned else (size.width(), size.height())
    if max(width, height) > SHOWN:
        reader.setScaledSize(size.scaled(QSize(SHOWN, SHOWN), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise BadInput("This is not a picture that can be used. Choose a JPEG or PNG.")
    return Opened(content, image, width, height)


class CropDialog(Question):
    """Calls `keep(box)` with the edges of what is kept; None keeps the whole picture."""

    def __init__(
        self,
        kit: Kit,
        picture: Opened,
        window: QWidget,
        keep: Callable[[tuple[int, int, int, int] | None], None],
    ) -> None:
        text = kit.text
        title, deed = text("Crop the photograph"), text("Keep this part")
        super().__init__(kit, window, title, deed, icon="check")
        self._keep = keep
        self.resize(560, 620)
        self.view = CropView(kit)
        self.state = kit.label("", 12, tone="muted")
        self.view.cropped.connect(self._tell)
        self.ratios = {name: kit.chip(f"\u2066{name}\u2069") for name in RATIOS}
        self.whole = kit.chip(text("Whole picture"))
        group = QButtonGroup(self)
        for name, chip in self.ratios.items():
            chip.setAccessibleName(text("Width to height {ratio}", ratio=name))
            chip.clicked.connect(lambda _on=False, name=name: self.choose(RATIOS[name]))
            group.addButton(chip)
        group.addButton(self.whole)
        self.whole.clicked.connect(lambda: self.choose(0))
        first = next(iter(RATIOS))
        self.ratios[first].setChecked(True)
        smaller = kit.tool("zoom-in", text("Smaller frame"), "−")
        larger = kit.tool("zoom-out", text("Larger frame"), "+")
        smaller.clicked.connect(lambda: self.view.resize_frame(larger=False))
        larger.clicked.connect(lambda: self.view.resize_frame(larger=True))
        self.ok.clicked.connect(self._finish)
        bar = row(*self.ratios.values(), self.whole, None, smaller, larger, gap=6)
        hint = kit.note(
            text("Drag the frame, or move it by the arrow keys; + and − change its size.")
        )
        self.lay_out(bar, (self.view, 1), hint, beside=self.state)
        self.view.show_image(picture.image, picture.width, picture.height, RATIOS[first])
        self.view.setFocus()

    def choose(self, ratio: float) -> None:
        """Crop to another shape; 0 keeps the whole picture."""
        self.view.choose_ratio(ratio)
        self.view.setFocus()

    def _tell(self, words: str) -> None:
        self.state.setText(self.kit.lead + words)

    def _finish(self) -> None:
        self._keep(self.view.crop.box if self.view.field.ratio else None)
        self.accept()
