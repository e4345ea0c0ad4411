"""Prints a guest's badge from the door, and notes that it was."""

from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.domain.event import Event
from desktop.services import attendance, door_badges
from desktop.ui.page import Page
from desktop.ui.publish.rendering import send


class BadgePrinter:
    """The computer's usual printer, without a question; where there is none, a PDF is opened."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def print_one(self, event: Event, attendee_id: int) -> None:
        """Print the badge of a guest."""
        self._page.desk.read(
            self._page,
            lambda ws: door_badges.badge(ws, event.id, attendee_id),
            partial(self._printed, attendee_id),
        )

    def _printed(self, attendee_id: int, pdf: bytes) -> None:
        page = self._page
        usual = QPrinterInfo.defaultPrinter()
        if usual.isNull():
            file = Path(mkdtemp(prefix="estrado-")) / "badge.pdf"
            file.write_bytes(pdf)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
            self._note(attendee_id)
            return
        printer = QPrinter(usual, QPrinter.PrinterMode.HighResolution)
        page.desk.press.do(
            page,
            lambda progress: send(pdf, printer, progress),
            lambda _none: self._note(attendee_id),
            name=page.kit.text("Printing"),
        )

    def _note(self, attendee_id: int) -> None:
        self._page.desk.act(
            self._page, lambda ws: attendance.mark_badges_printed(ws, [attendee_id])
        )
