"""The pages of a document as they will be printed, one below the other.

A picture is made once for each page and size, on the press's thread; painting only copies it.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.painting import Brush
from desktop.ui.publish.rendering import Paper, render

MARGIN, GAP = 24, 16
LEAST = 0.2
"""Below this a whole page is a stamp: its width is shown instead."""
ZOOMS = (0.25, 0.35, 0.5, 0.64, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Steps of the zoom: pixels at 96 dots per inch over the printed size."""
PER_POINT = 96 / 72
KEPT = 24
"""Pictures kept at most; older ones are drawn again when they are needed."""
CALM = 40
"""Milliseconds of rest before pages are drawn."""


class Preview(QAbstractScrollArea):
    """`moved(page, count)` tells which page stands in the middle, `zoomed(part)` how large."""

    moved = Signal(int, int)
    zoomed = Signal(float)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit, self._desk = kit, desk
        self._paper: Paper | None = None
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._zoom = 0.0  # 0: the whole page fits
        self._asked: set[tuple[int, int]] = set()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(kit.text("Preview"))
        self.setMinimumWidth(240)
        self._calm = QTimer(self, interval=CALM, singleShot=True)
        self._calm.timeout.connect(self._draw)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_paper(self, paper: Paper | None) -> None:
        """Show another document, at the same place."""
        self._paper = paper
        self._pictures.clear()
        self._asked.clear()
        self._measure()
        self._draw()

    def zoom(self, steps: int) -> None:
        """Make the pages larger or smaller."""
        now = self.part
        if steps > 0:
            self._zoom = next((zoom for zoom in ZOOMS if zoom > now + 0.01), ZOOMS[-1])
        else:
            self._zoom = next((zoom for zoom in reversed(ZOOMS) if zoom < now - 0.01), ZOOMS[0])
        self._measure()
        self._calm.start()

    def fit(self) -> None:
        """Show whole pages."""
        self._zoom = 0.0
        self._measure()
        self._calm.start()

    def go(self, page: int) -> None:
        """Scroll to a page."""
        places = list(self._places())
        if places:
            rect = places[min(max(page, 0), len(places) - 1)]
            self.verticalScrollBar().setValue(rect.y() - GAP)

    @property
    def page(self) -> int:
        """The page in the middle of what is seen."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        places = list(self._places())
        near = (abs(rect.center().y() - middle) for rect in places)
        return min(range(len(places)), key=list(near).__getitem__, default=0)

    @property
    def part(self) -> float:
        """How large pages are shown: 1 is their printed size."""
        if self._zoom or self._paper is None or not self._paper.sizes:
            return self._zoom or 1.0
        size, view = self._paper.sizes[0], self.viewport().size()
        wide = (view.width() - 2 * MARGIN) / (size.width() * PER_POINT)
        high = (view.height() - 2 * MARGIN) / (size.height() * PER_POINT)
        whole = min(wide, high)
        return whole if whole >= LEAST else max(wide, LEAST)

    # geometry ---------------------------------------------------------------------------------

    def _places(self) -> Iterator[QRect]:
        """Where the pages stand on the whole sheet of paper."""
        part, y = self.part * PER_POINT, MARGIN
        for size in self._paper.sizes if self._paper else ():
            shown = (size * part).toSize()
            x = max((self.viewport().width() - shown.width()) // 2, MARGIN)
            yield QRect(x, y, shown.width(), shown.height())
            y += shown.height() + GAP

    def _measure(self) -> None:
        places = list(self._places())
        height = places[-1].bottom() + MARGIN if places else 0
        width = max((rect.width() for rect in places), default=0) + 2 * MARGIN
        view = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), width, view.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(40)
        self.zoomed.emit(self.part)
        self._tell()
        self.viewport().update()

    def _offset(self) -> QPoint:
        return QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _seen(self) -> Iterator[tuple[int, QRect]]:
        view = self.viewport().rect()
        for page, rect in enumerate(self._places()):
            here = rect.translated(self._offset())
            if here.intersects(view):
                yield page, here

    # pictures ---------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Ask for the pictures of the pages that are seen."""
        if self._paper is None:
            return
        paper, ratio = self._paper, max(self.devicePixelRatioF(), 2.0)
        wanted: dict[int, QSize] = {}
        for page, rect in self._seen():
            key = (page, rect.width())
            if key not in self._pictures and key not in self._asked:
                self._asked.add(key)
                wanted[page] = (QSizeF(rect.size()) * ratio).toSize()
        if not wanted:
            return
        widths = {page: rect.width() for page, rect in self._seen()}

        def done(pictures: dict[int, QImage]) -> None:
            if paper is self._paper:
                self._take({(page, widths[page]): image for page, image in pictures.items()})

        self._desk.press.do(self, lambda _progress: render(paper.pdf, wanted), done)

    def _take(self, pictures: dict[tuple[int, int], QImage]) -> None:
        self._pictures |= pictures
        self._asked -= set(pictures)
        while len(self._pictures) > KEPT:
            del self._pictures[next(iter(self._pictures))]
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._kit.theme.sunken)
        brush = Brush(painter, self._kit)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, rect in self._seen():
            self._shadow(brush, QRectF(rect))
            painter.fillRect(rect, QColor("white"))
            picture = self._pictures.get((page, rect.width())) or self._other(page)
            if picture is not None:
                painter.drawImage(QRectF(rect), picture)
        painter.end()

    def _other(self, page: int) -> QImage | None:
        """A picture of the page in another size, while the right one is being drawn."""
        return next((image for (one, _), image in self._pictures.items() if one == page), None)

    def _shadow(self, brush: Brush, rect: QRectF) -> None:
        color = QColor(self._kit.theme.shadow)
        for step in range(10, 0, -2):
            color.setAlphaF((0.06 if self._kit.theme.dark else 0.022) * (1.4 - step / 10))
            grown = rect.adjusted(-step, -step + 3, step, step + 3)
            brush.box(grown, color, radius=2 + step)

    # the user ---------------------------------------------------------------------------------

    def _scrolled(self, _value: int) -> None:
        self._tell()
        self._calm.start()
        self.viewport().update()

    def _tell(self) -> None:
        count = len(self._paper.sizes) if self._paper else 0
        self.moved.emit(self.page if count else 0, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._calm.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key in keys:
            self.zoom(keys[key])
        elif key in pages:
            self.go(self.page + pages[key])
        elif key is Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)
