"""A photograph or a logo: shown, chosen from a file or dropped in, taken away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.errors import BadInput
from desktop.services import people, pictures
from desktop.services.workspace import Workspace
from desktop.ui.crop_dialog import CropDialog, Opened, opened
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.page import Page

SIDE = 96
"""Pixels."""
Content = Callable[[], bytes]
"""Gives the bytes of a picture that was chosen."""
SUFFIXES = (".jpg", ".jpeg", ".png")


class PictureField(QWidget):
    """Tells that another picture is `chosen`, or the one that is there `removed`.

    What is told of the chosen one is a function that gives its bytes, on the worker's thread.
    """

    chosen = Signal(object)
    removed = Signal()

    def __init__(self, kit: Kit, page: Page, name: str, *, portrait: bool = False) -> None:
        super().__init__()
        self._kit, self._page, self._name = kit, page, name
        self._portrait = portrait
        self._id: int | None = None
        self.setAcceptDrops(True)
        self.setAccessibleName(name)
        self._shown = kit.label("")
        self._shown.setProperty("look", "well")
        self._shown.setFixedSize(SIDE, SIDE)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setPixmap(kit.pixmap("photo", "muted", 28))
        choose = kit.button(kit.text("Choose a file…"), "", "photo")
        choose.setAccessibleName(kit.text("{name}: choose a file", name=name))
        choose.clicked.connect(self.ask)
        self._away = kit.button(kit.text("Take away"), "link", "x")
        self._away.setAccessibleName(kit.text("{name}: take away", name=name))
        self._away.clicked.connect(self.removed)
        self._crop = kit.button(kit.text("Crop…"), "link", "photo")
        self._crop.setAccessibleName(kit.text("{name}: crop", name=name))
        self._crop.clicked.connect(self.crop)
        hint = kit.note(kit.lead + kit.text("JPEG or PNG; it may be dropped here."))
        links = row(self._crop, self._away, None, gap=8)
        words = col(row(choose, None), links, hint, None, gap=4)
        self.setLayout(row(self._shown, (words, 1), gap=12))

    def show_picture(self, picture_id: int | None) -> None:
        """Show a picture of the database."""
        self._away.setVisible(picture_id is not None)
        self._crop.setVisible(self._portrait and picture_id is not None)
        if picture_id == self._id:
            return
        self._id = picture_id
        self._shown.setPixmap(self._kit.pixmap("photo", "muted", 28))
        if picture_id is not None:
            self._page.desk.read(self, lambda ws: thumbnail(ws, picture_id, SIDE), self._take)

    def _take(self, image: QImage) -> None:
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(2)
        self._shown.setPixmap(pixmap)

    def ask(self) -> None:
        """Choose a file."""
        kinds = self._kit.text("Pictures (*.jpg *.jpeg *.png)")
        name, _ = QFileDialog.getOpenFileName(self, self._name, "", kinds)
        if name:
            self.load(name)

    def load(self, name: str) -> None:
        """Choose a file's picture; a photograph is cropped first."""
        if self._portrait:
            self._page.desk.hands.do(
                self, lambda _progress: opened(picture_bytes(name)), self._ask_crop
            )
            return
        self.chosen.emit(lambda: picture_bytes(name))

    def crop(self) -> None:
        """Crop the picture that is there once more."""
        if (number := self._id) is not None:
            self._page.desk.read(
                self, lambda ws: opened(people.picture(ws, number).content), self._ask_crop
            )

    def _ask_crop(self, picture: Opened) -> None:
        def keep(box: tuple[int, int, int, int] | None) -> None:
            content = picture.content
            self.chosen.emit(lambda: pictures.cropped(content, box) if box else content)

        CropDialog(self._kit, picture, self.window(), keep).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if name := picture_file(event.mimeData()):
            self.load(name)
            event.acceptProposedAction()


def picture_file(dropped: QMimeData) -> str:
    """The first picture file of what is dropped; empty where there is none."""
    names = (url.toLocalFile() for url in dropped.urls())
    return next((name for name in names if name.lower().endswith(SUFFIXES)), "")


def picture_bytes(name: str) -> bytes:
    """What stands in a file; called on the worker's thread.

    Raises:
        BadInput: it cannot be read.
    """
    file = Path(name)
    try:
        if file.stat().st_size > pictures.MOST_BYTES:
            raise BadInput("The picture is too large to be printed; make it smaller.")
        return file.read_bytes()
    except OSError as error:
        raise BadInput(
            "{file} cannot be read: {reason}.", file=file.name, reason=error.strerror
        ) from None


def thumbnail(workspace: Workspace, picture_id: int, side: int) -> QImage:
    """A picture in a field of `side` pixels, made on the worker's thread for sharp screens."""
    image = QImage.fromData(people.picture(workspace, picture_id).content)
    inside = side * 2 - 8
    return image.scaled(
        inside,
        inside,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
