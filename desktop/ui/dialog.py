"""A dialog that finds room on every screen: what does not fit is scrolled to, its buttons stay."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QGridLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.ui.layout import col, holder, parts, scrolled

EDGES = QSize(8, 40)
"""Pixels that stay free on a small screen: for the window's frame."""
BAR = 16
"""Pixels for the scroll bar."""
_ACROSS = (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)


class Dialog(QDialog):
    """Subclasses lay out a column whose last line are the buttons, and set the size they like."""

    def setVisible(self, visible: bool) -> None:
        if not visible or self.isVisible():
            super().setVisible(visible)
            return
        self._make_do(available(self))
        every = self.findChildren(QPushButton)
        chosen = any(button.isDefault() for button in every)
        for button in () if chosen else every:
            button.setAutoDefault(False)  # else Qt lets Enter press whichever comes first
        super().setVisible(True)
        for button in every:
            button.setAutoDefault(True)

    def _make_do(self, room: QSize) -> None:
        """Make do with a smaller screen."""
        self.ensurePolished()
        least = self.minimumSizeHint()
        wanted = self.size().expandedTo(least)
        wanted = wanted.expandedTo(QSize(0, self.heightForWidth(wanted.width())))
        if _holds(room, wanted):
            self.resize(wanted)
            return
        for area in self.findChildren(QScrollArea):
            _narrow(area, room.width() - 4 * BAR)
        layout = self.layout()
        if isinstance(layout, QBoxLayout) and not _holds(room, least):
            self._scroll(layout, room)
        self.setMinimumSize(0, 0)
        self.resize(wanted.boundedTo(room))

    def _scroll(self, layout: QBoxLayout, room: QSize) -> None:
        margins, foot = layout.contentsMargins(), _foot(layout)
        layout.setContentsMargins(0, 0, BAR, 0)
        area = scrolled(layout)
        _narrow(area, room.width() - margins.left() - margins.right() - BAR)
        outer = col((area, 1), *([foot] if foot is not None else []), gap=8)
        outer.setContentsMargins(margins.left(), 12, margins.right() - BAR // 2, 12)
        self.setLayout(outer)


def available(dialog: QWidget) -> QSize:
    """The room there is for a dialog on its screen."""
    return dialog.screen().availableSize() - EDGES


def _holds(room: QSize, size: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


def _narrow(area: QScrollArea, most: int) -> None:
    """Put below each other what is too wide side by side; scroll to what still is."""
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    inner = area.widget()
    layout = inner.layout() if inner is not None else None
    while layout is not None and layout.minimumSize().width() > most and _turn_one(layout, most):
        pass


def _foot(column: QBoxLayout) -> QWidget | None:
    """The line of buttons at the end of a column, taken out of it."""
    line = parts(column)[-1]
    if not isinstance(line, QBoxLayout) or column.direction() in _ACROSS:
        return None
    if not any(isinstance(widget, QPushButton) for widget in _widgets(line)):
        return None
    column.removeItem(line)
    return holder(line)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    return (part for part in parts(layout) if isinstance(part, QWidget))


def _turn_one(column: QLayout, most: int) -> bool:
    """Put the parts of the outermost line that is too wide below each other; whether one was."""
    waiting: list[QLayout] = [column]
    while waiting:
        layout = waiting.pop(0)
        if isinstance(layout, QBoxLayout) and _too_wide(layout, most):
            layout.setDirection(QBoxLayout.Direction.TopToBottom)
            return True
        if isinstance(layout, QGridLayout) and _drop_column(layout, most):
            return True
        waiting += _within(layout)
    return False


def _drop_column(grid: QGridLayout, most: int) -> bool:
    """Set buttons that stand in a grid anew, one column less; whether they were too wide."""
    buttons = [widget for widget in _widgets(grid) if isinstance(widget, QPushButton)]
    across = sum(_row_of(button, grid) == 0 for button in buttons)
    if len(buttons) < grid.count() or across < 2 or grid.minimumSize().width() <= most:
        return False
    for button in buttons:
        grid.removeWidget(button)
    for place, button in enumerate(buttons):
        grid.addWidget(button, place // (across - 1), place % (across - 1))
    return True


def _row_of(widget: QWidget, grid: QGridLayout) -> int:
    place: tuple[int, int, int, int] = grid.getItemPosition(grid.indexOf(widget))  # pyright: ignore[reportAssignmentType]
    return place[0]


def _too_wide(line: QBoxLayout, most: int) -> bool:
    return line.direction() in _ACROSS and line.count() > 1 and line.minimumSize().width() > most


def _within(layout: QLayout) -> Iterator[QLayout]:
    """The layouts in a layout, and those of the bare widgets in it."""
    for part in parts(layout):
        inner = part if isinstance(part, QLayout) else part.layout()
        if inner is not None:
            yield inner
