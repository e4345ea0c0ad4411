"""Prints a guest's badge from the door, and notes that it was."""

from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.services import attendance
from desktop.ui.door.station import Station
from desktop.ui.page import Page
from desktop.ui.publish.rendering import send


class BadgePrinter:
    """The computer's usual printer, without a question; where there is none, a PDF is opened."""

    def __init__(self, page: Page, station: Station) -> None:
        self._page, self._station = page, station

    def print_one(self, attendee_id: int) -> None:
        """Print the badge of a guest."""
        self._station.badge(attendee_id, partial(self._printed, attendee_id))

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
        """Note that it was printed, where there is somebody to tell."""
        if self._station.online:
            self._page.desk.act(
                self._page, lambda ws: attendance.mark_badges_printed(ws, [attendee_id])
            )
