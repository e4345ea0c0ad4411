"""Pages of a finished PDF as pictures; everything here runs on the press's thread.

QtPdf is imported when the first page is drawn. A document is opened anew for every batch of pages,
which costs a millisecond and leaves nothing to be shared between threads.

`QPdfDocument.render` holds Python's lock, up to a fifth of a second for a page at a printer's
resolution. `QPdfPageRenderer` does not, but it connects signals: under that lock it waits here for
a mutex of Qt's, whose holder, the window's thread as it disconnects, waits for the lock.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.domain.errors import CannotPrint
from desktop.ui.worker import Progress

PRINTED = 300
"""Dots per inch of a page that goes to a printer."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished document: its bytes and the sizes of its pages in points."""

    pdf: bytes
    sizes: tuple[QSizeF, ...]


class _Opened:
    """A PDF that is open for reading."""

    def __init__(self, pdf: bytes) -> None:
        from PySide6.QtPdf import QPdfDocument

        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(None)  # pyright: ignore[reportArgumentType, reportCallIssue]
        self.document.load(self._buffer)
        if self.document.status() is not QPdfDocument.Status.Ready:
            raise CannotPrint("The document cannot be shown.")

    def __enter__(self):
        return self.document

    def __exit__(self, *_: object) -> None:
        self.document.close()
        self._buffer.close()


def measure(pdf: bytes) -> Paper:
    """The sizes of a document's pages."""
    with _Opened(pdf) as document:
        pages = range(document.pageCount())
        return Paper(pdf, tuple(document.pagePointSize(page) for page in pages))


def render(pdf: bytes, wanted: Mapping[int, QSize]) -> dict[int, QImage]:
    """Pictures of some pages, each of a size in pixels."""
    with _Opened(pdf) as document:
        return {page: document.render(page, size) for page, size in wanted.items()}


def send(pdf: bytes, printer: QPrinter, progress: Progress) -> None:
    """Print the pages that the user chose in the printer's dialog."""
    with _Opened(pdf) as document:
        pages = _chosen(printer, document.pageCount())
        sizes = [document.pagePointSize(page) for page in pages]
        _set_page(printer, sizes[0])
        painter = QPainter()
        if not painter.begin(printer):
            raise CannotPrint("The printer does not answer.")
        try:
            for done, (page, size) in enumerate(zip(pages, sizes, strict=True)):
                progress(done, len(pages))
                if done:
                    _set_page(printer, size)
                    printer.newPage()
                image = document.render(page, _dots(size))
                painter.drawImage(_on_sheet(printer, size), image)
        finally:
            painter.end()


def _chosen(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return list(range(first - 1, min(last, count)))


def _set_page(printer: QPrinter, size: QSizeF) -> None:
    wide = size.width() > size.height()
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    printer.setFullPage(True)


def _dots(size: QSizeF) -> QSize:
    return (size * PRINTED / 72).toSize()


def _on_sheet(printer: QPrinter, size: QSizeF) -> QRectF:
    """The page in the middle of the sheet; smaller where it would not fit."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel).size()
    dots = size * (printer.resolution() / 72)
    part = min(1.0, sheet.width() / dots.width(), sheet.height() / dots.height())
    fitted = dots * part
    corner = QPointF((sheet.width() - fitted.width()) / 2, (sheet.height() - fitted.height()) / 2)
    return QRectF(corner, fitted)
