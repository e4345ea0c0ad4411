"""The part of the grid that is seen."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class View(QScrollArea):
    """Scrolls to what one goes to, mirrored too, which Qt's `ensureVisible` does not."""

    resized = Signal()
    """What is seen of the sheet has another size: a scroll bar takes some of it, too."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self._sheet = sheet
        self.setWidget(sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def seen(self) -> QRect:
        """What is seen of the sheet."""
        return QRect(-self._sheet.pos(), self.viewport().size())

    def reveal(self, rect: QRect) -> None:
        """Scroll as far as a rectangle of the sheet needs to be seen."""
        seen, across = self.seen, self.horizontalScrollBar()
        along = max(rect.right() - seen.right(), 0) + min(rect.left() - seen.left(), 0)
        across.setValue(across.value() + (-along if self.isRightToLeft() else along))
        down = max(rect.bottom() - seen.bottom(), 0) + min(rect.top() - seen.top(), 0)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)

    def ensureWidgetVisible(self, widget: QWidget, xmargin: int = 0, ymargin: int = 0) -> None:
        """For those who know only Qt's scrolling parts."""
        self.reveal(QRect(widget.mapTo(self._sheet, QPoint()), widget.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Qt would scroll to what is left by Tab."""
        return QFrame.focusNextPrevChild(self, next)
