"""Rows and columns of widgets, written in reading order; Qt mirrors them for Arabic."""

from collections.abc import Iterator
from operator import itemgetter
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QWidget,
    QWidgetItem,
)

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget, a layout, a gap in pixels, None for a stretch, or a pair with its share of room."""

Margins = tuple[int, int, int, int]

_W = TypeVar("_W", bound=QWidget)


def row(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QBoxLayout:
    """Items side by side."""
    return _fill(QBoxLayout(QBoxLayout.Direction.LeftToRight), items, gap, margins)


def col(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QBoxLayout:
    """Items one below the other."""
    return _fill(QBoxLayout(QBoxLayout.Direction.TopToBottom), items, gap, margins)


def _fill(box: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> QBoxLayout:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        else:
            what, share = item if isinstance(item, tuple) else (item, 0)
            if isinstance(what, QLayout):
                box.addLayout(what, share)
            else:
                box.addWidget(what, share)
    return box


def holder(layout: QLayout, *, width: int | None = None, height: int | None = None) -> QWidget:
    """A bare widget round a layout."""
    return _sized(QWidget(), layout, width, height)


def frame(
    box: str, layout: QLayout | None = None, *, width: int | None = None, height: int | None = None
) -> QFrame:
    """A frame of one of the style sheet's boxes: card, sunken, bar, foot, side, missing, panel."""
    made = QFrame()
    made.setProperty("box", box)
    return _sized(made, layout, width, height)


def scrolled(layout: QLayout, width: int | None = None) -> QScrollArea:
    """A column that scrolls where it is higher than its room."""
    inner = QWidget()
    inner.setProperty("box", "scrolled")
    inner.setLayout(layout)
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if width is not None:
        area.setFixedWidth(width)
    return area


class Deck(QStackedWidget):
    """Needs no more room than what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self._turned)

    def _turned(self, _place: int) -> None:
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()

    def heightForWidth(self, width: int) -> int:
        shown = self.currentWidget()
        return shown.heightForWidth(width) if shown is not None else -1


class Turning(QWidget):
    """Items of equal width side by side; below each other where they find no room so."""

    def __init__(self, *items: QWidget, gap: int) -> None:
        super().__init__()
        self._items = items
        self._line = row(*((item, 1) for item in items), gap=gap)
        self.setLayout(self._line)

    def _widths(self) -> list[int]:
        return [QWidgetItem(item).minimumSize().width() for item in self._items]

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths()), self._line.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = max(self._widths()) * self._line.count() + self._line.spacing()
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if wide <= self.width() else way.TopToBottom)


def roomy(page: QWidget) -> QScrollArea:
    """A page that scrolls, either way, where the window is smaller than it can be."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all within it, as its layouts have them one after the other."""
    yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from reading_order(inner)
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def parts(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts in a layout, in its order.

    Not by `itemAt`: Qt deletes an item with its widget, PySide keeps what it knows of it for as
    long as the layout, and takes whatever is made at that address next for the item.
    """
    owner = layout.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    widgets = owner.findChildren(QWidget, options=direct) if owner is not None else []
    layouts = [one for one in layout.children() if isinstance(one, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = []
    placed += [(layout.indexOf(one), one) for one in widgets]
    placed += [(layout.indexOf(one), one) for one in layouts]
    return [one for place, one in sorted(placed, key=itemgetter(0)) if place >= 0]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for part in parts(layout):
        yield from _laid_out(part) if isinstance(part, QLayout) else reading_order(part)


def rule(*, upright: bool = False) -> QFrame:
    """A hairline."""
    return frame("rule", width=1) if upright else frame("rule", height=1)


def _sized(made: _W, layout: QLayout | None, width: int | None, height: int | None) -> _W:
    if layout is not None:
        made.setLayout(layout)
    if width is not None:
        made.setFixedWidth(width)
    if height is not None:
        made.setFixedHeight(height)
    return made
