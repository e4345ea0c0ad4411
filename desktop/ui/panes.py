"""A main part with panes beside it, which lie over it where there is no room beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyle, QWidget

LEAST = 480
"""Pixels that the main part shall have beside its panes."""
ENOUGH = 160
"""Pixels of it that are worth more beside a pane than below it."""


@dataclass(frozen=True, slots=True)
class Pane:
    """It keeps its width. With a handle it is put away where it would lie over the main part.

    One without (an inspector) is shown and hidden by whoever fills it, wherever it lies.
    """

    widget: QWidget
    handle: QAbstractButton | None = None

    @property
    def width(self) -> int:
        """Pixels."""
        widget = self.widget
        wanted = min(widget.sizeHint().width(), widget.maximumWidth())
        return max(wanted, widget.minimumWidth())


class Panes(QWidget):
    """Where there is little room the pane at the start gives way first.

    It places its parts itself: a pane may be called or put away in the midst of a resizing, and
    a layout must not change while it is working.
    """

    covered = Signal()
    """The focus went to something over which a pane without a handle lies."""

    def __init__(self, main: QWidget, *, start: Pane | None = None, end: Pane | None = None):
        super().__init__()
        self._main, self._end = main, end
        self.panes = [pane for pane in (start, end) if pane is not None]
        self._over: list[Pane] = []
        main.setParent(self)
        for pane in self.panes:
            pane.widget.setParent(self)
            pane.widget.installEventFilter(self)
            if pane.handle is not None:
                pane.handle.setCheckable(True)
                pane.handle.hide()
                pane.handle.toggled.connect(self._turn)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        least = [
            self._main.minimumSizeHint(),
            *(one.widget.minimumSizeHint() for one in self.panes),
        ]
        wide = max([least[0].width(), *(pane.width for pane in self.panes)])
        return QSize(wide, max(size.height() for size in least))

    def sizeHint(self) -> QSize:
        wide = sum(pane.width for pane in self.panes)
        return self._main.sizeHint() + QSize(wide, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        over = list(self._giving_way())
        if over != self._over:
            self._over = over
            for pane in self.panes:
                pane.widget.setProperty("over", pane in over)
                pane.widget.style().polish(pane.widget)
                if pane.handle is not None:
                    pane.handle.setChecked(False)
                    pane.handle.setVisible(pane in over)
                    pane.widget.setVisible(pane not in over)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        called = self._called()
        if event.key() == Qt.Key.Key_Escape and called is not None and called.handle is not None:
            called.handle.setChecked(False)
            called.handle.setFocus()
        else:
            super().keyPressEvent(event)

    def _giving_way(self) -> Iterator[Pane]:
        needed = LEAST + sum(pane.width for pane in self.panes)
        for pane in self.panes:
            if needed > self.width():
                needed -= pane.width
                yield pane

    def _place(self) -> None:
        """Give every part its place: the panes first, the rest to the main part."""
        whole = self.rect()
        left = QRect(whole)
        for pane in self.panes:
            rect = QRect(whole)
            rect.setWidth(min(pane.width, whole.width()))
            if pane is self._end:
                rect.moveRight(whole.right())
            if pane in self._over:
                pane.widget.raise_()
            pane.widget.setGeometry(self._mirrored(rect))
            if pane.widget.isHidden() or self._lies_over(pane):
                continue
            if pane is self._end:
                left.setRight(rect.left() - 1)
            else:
                left.setLeft(rect.right() + 1)
        self._main.setGeometry(self._mirrored(left))

    def _lies_over(self, pane: Pane) -> bool:
        """Whether a pane that gives way covers the main part, rather than making it narrow."""
        called = pane.handle is not None
        return pane in self._over and (called or self.width() - pane.width < ENOUGH)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def covers(self, widget: QWidget) -> bool:
        """Whether a pane lies over the main part, or would if it was shown."""
        return any(pane.widget is widget for pane in self._over)

    # panes with a handle ----------------------------------------------------------------------

    def _called(self) -> Pane | None:
        """The pane that lies over the main part because its handle was pressed."""
        return next((one for one in self._over if one.handle and one.handle.isChecked()), None)

    def _turn(self, on: bool) -> None:
        handle = self.sender()
        for pane in self._over:
            if pane.handle is handle:
                pane.widget.setVisible(on)
                pane.widget.raise_()
                if on and (first := _first_field(pane.widget)) is not None:
                    first.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Put a pane away when the focus leaves it, so that it never covers what has the focus."""
        if now is not None and self._main.isAncestorOf(now) and self._hides(now):
            self.covered.emit()
        called = self._called()
        if called is None or now is None or called.handle is None or now is called.handle:
            return
        if not _within(now, called.widget):
            called.handle.setChecked(False)

    def _hides(self, widget: QWidget) -> bool:
        """Whether a pane without a handle lies over the better part of something."""
        middle = widget.mapTo(self, widget.rect().center())
        return any(
            pane.widget.geometry().contains(middle) and pane.widget.width() > widget.width()
            for pane in self._over
            if pane.handle is None and pane.widget.isVisible()
        )


def _first_field(pane: QWidget) -> QWidget | None:
    every = pane.findChildren(QWidget)
    taken = Qt.FocusPolicy.TabFocus
    return next((one for one in every if one.focusPolicy() & taken and one.isVisible()), None)


def _within(widget: QObject | None, pane: QWidget) -> bool:
    """Whether a widget belongs to a pane, also as a menu or list that opens out of it."""
    while widget is not None and widget is not pane:
        widget = widget.parent()
    return widget is pane
