"""A main part with panes beside it, which lie over it where there is no room beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QStyle, QWidget

LEAST = 480
"""Pixels that the main part shall have beside its panes."""


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
    """Where there is little room the pane at the start gives way first."""

    def __init__(self, main: QWidget, *, start: Pane | None = None, end: Pane | None = None):
        super().__init__()
        self._main = main
        self._ends = {True: end, False: start}
        self._panes = [pane for pane in (start, end) if pane is not None]
        self._over: list[Pane] | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        for pane in self._panes:
            pane.widget.setParent(self)
            if pane.handle is not None:
                pane.handle.setCheckable(True)
                pane.handle.toggled.connect(self._turn)
        self._lay([])
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        least = [
            self._main.minimumSizeHint(),
            *(pane.widget.minimumSizeHint() for pane in self._panes),
        ]
        panes = [pane.width for pane in self._panes]
        return QSize(max([least[0].width(), *panes]), max(size.height() for size in least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        over = list(self._giving_way())
        if over != self._over:
            self._lay(over)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        called = self._called()
        if event.key() == Qt.Key.Key_Escape and called is not None and called.handle is not None:
            called.handle.setChecked(False)
            called.handle.setFocus()
        else:
            super().keyPressEvent(event)

    def _giving_way(self) -> Iterator[Pane]:
        needed = LEAST + sum(pane.width for pane in self._panes)
        for pane in self._panes:
            if needed > self.width():
                needed -= pane.width
                yield pane

    def _lay(self, over: list[Pane]) -> None:
        """Put every pane beside the main part, or over it."""
        self._over = over
        while self._line.takeAt(0) is not None:
            pass
        self._fill(self._ends[False], over)
        self._line.addWidget(self._main, 1)
        self._fill(self._ends[True], over)

    def _fill(self, pane: Pane | None, over: list[Pane]) -> None:
        if pane is None:
            return
        if pane in over:
            pane.widget.raise_()
        else:
            self._line.addWidget(pane.widget)
        if pane.handle is not None:
            pane.handle.setChecked(False)
            pane.handle.setVisible(pane in over)
            pane.widget.setVisible(pane not in over)

    def _place(self) -> None:
        for pane in self._over or ():
            wide = min(pane.width, self.width())
            x = self.width() - wide if pane is self._ends[True] else 0
            rect = QRect(x, 0, wide, self.height())
            rect = QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
            pane.widget.setGeometry(rect)

    # panes with a handle ----------------------------------------------------------------------

    def _called(self) -> Pane | None:
        """The pane that lies over the main part because its handle was pressed."""
        over = self._over or ()
        return next((one for one in over if one.handle and one.handle.isChecked()), None)

    def _turn(self, on: bool) -> None:
        handle = self.sender()
        for pane in self._over or ():
            if pane.handle is handle:
                pane.widget.setVisible(on)
                pane.widget.raise_()
                if on and (first := _first_field(pane.widget)) is not None:
                    first.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Put a pane away when the focus leaves it, so that it never covers what has the focus."""
        called = self._called()
        if called is None or now is None or called.handle is None or now is called.handle:
            return
        if not _within(now, called.widget):
            called.handle.setChecked(False)


def _first_field(pane: QWidget) -> QWidget | None:
    every = pane.findChildren(QWidget)
    taken = Qt.FocusPolicy.TabFocus
    return next((one for one in every if one.focusPolicy() & taken and one.isVisible()), None)


def _within(widget: QObject | None, pane: QWidget) -> bool:
    """Whether a widget belongs to a pane, also as a menu or list that opens out of it."""
    while widget is not None and widget is not pane:
        widget = widget.parent()
    return widget is pane
