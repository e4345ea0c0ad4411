"""Tells of a defect of the program itself, and where it was written down."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Kit
from desktop.ui.question import Question


class DefectDialog(Question):
    """The program goes on; only what was asked for last was not done, or not shown."""

    def __init__(
        self, kit: Kit, window: QWidget, defect: Exception, show_log: Callable[[], None]
    ) -> None:
        text = kit.text
        super().__init__(kit, window, text("Something went wrong"), text("Go on"))
        self.ok.clicked.connect(self.accept)
        folder = kit.button(text("Open the log folder"), "link", "folder")
        folder.clicked.connect(show_log)
        self.lay_out(
            kit.note(
                text("Something went wrong inside the program: {error}", error=_words(defect)),
                px=13,
                tone="",
            ),
            kit.note(
                text(
                    "What you have entered is kept. If it happens again, give the log to "
                    "whoever looks after your computer."
                ),
                px=13,
            ),
            beside=folder,
            cancel=False,
        )


def _words(defect: Exception) -> str:
    return f"{type(defect).__name__}: {defect}" if str(defect) else type(defect).__name__
