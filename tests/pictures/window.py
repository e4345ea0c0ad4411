"""`python tests/pictures/window.py [FOLDER [--small]]`: takes the pictures of the window.

Without a folder those of the README are taken anew, into `resources/pictures`. With one, every
page is taken in English light, Kazakh dark, Arabic light and Spanish high contrast, to be looked
at; `--small` as they are on a screen of 1366 × 768 with letters twice as large.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from desktop.ui.list_page import ListPage
    from desktop.ui.publish.page import DocumentsPage

ROOT = Path(__file__).resolve().parents[2]
SIZE, SMALL = (1366, 768), (683, 384)
LOOKS = (("en", "light"), ("kk", "dark"), ("ar", "light"), ("es", "contrast"))
PATIENCE = 30
"""Seconds."""


def main(arguments: Sequence[str]) -> int:
    """Take the pictures."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    small = "--small" in arguments
    if small:
        os.environ["QT_SCALE_FACTOR"] = "2"
    with TemporaryDirectory() as home:
        os.environ["ESTRADO_HOME"] = home
        if arguments:
            take_every_page(Path(arguments[0]), SMALL if small else SIZE)
        else:
            take_readme(ROOT / "resources" / "pictures")
    return 0


def take_every_page(folder: Path, size: tuple[int, int]) -> None:
    """First start and every page, in four languages and three looks."""
    from desktop.ui.places import PLACES

    folder.mkdir(parents=True, exist_ok=True)
    camera = _Camera(size)
    for language, look in LOOKS:
        camera.dress(language, look)
        camera.window.show_start()
        camera.take(folder / f"start-{language}-{look}.png")
    camera.open_reference_event()
    for language, look in LOOKS:
        camera.dress(language, look)
        for place in PLACES:
            camera.show(place.key)
            camera.take(folder / f"{place.key}-{language}-{look}.png")
    camera.window.close()


def take_readme(folder: Path) -> None:
    """The window and a page, as the README shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    camera = _Camera()
    camera.dress("en", "light")
    camera.open_reference_event()
    camera.show("programme")
    camera.show("documents")
    camera.take(folder / "window.png")
    camera.window.close()


class _Camera:
    """A window without a screen, waited for before each picture."""

    def __init__(self, size: tuple[int, int] = SIZE) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.ui.appearance import Appearance
        from desktop.ui.memory import Memory
        from desktop.ui.window import Window

        self._app = QApplication(sys.argv[:1])
        self.window = Window(Appearance(self._app), Memory())
        self.window.resize(*size)
        self.window.show()

    def dress(self, language: str, look: str) -> None:
        """Put on a language and a look."""
        self.window.memory.look = look
        self.window.speak(language)
        self._wait(lambda: self.window.kit.language == language)

    def open_reference_event(self) -> None:
        """Create it in a database of its own and open that."""
        self.window.open_reference()
        self._wait(lambda: bool(self.window.desk.location))

    def show(self, key: str) -> None:
        """Open a page, with an inspector where it has one."""
        from desktop.ui.list_page import ListPage
        from desktop.ui.publish.page import DocumentsPage

        frame = self.window.frame
        assert frame is not None
        frame.show_page(key)
        page = cast("ListPage[Any] | DocumentsPage", frame.page)
        if isinstance(page, ListPage):
            self._wait(lambda: page.table.rows.rowCount() > 0)
            rows = page.table.rows
            values = (rows.value(place) for place in range(rows.rowCount()))
            numbers = [rows.number(value) for value in values if value is not None]
            page.table.go(numbers[min(1, len(numbers) - 1)])
            page.table.setFocus()
        if isinstance(page, DocumentsPage):
            self._wait(lambda: page.paper is not None)
            page.preview.setFocus()

    def take(self, file: Path) -> None:
        """Take the picture once everything that was asked is answered."""
        for worker in (self.window.desk.worker, self.window.desk.press) * 2:
            answers: list[None] = []
            worker.do(self.window, lambda _progress: None, answers.append)
            self._wait(lambda answers=answers: bool(answers))
        if self.window.frame is not None:
            self.window.frame.toast.hide()
        self._app.processEvents()
        self.window.grab().save(str(file))

    def _wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError("The window does not answer.")
            self._app.processEvents()
            time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
