"""The line above a page: its title and what belongs beside it; more lines where one is too short.

Nothing is left out and nothing hides in a menu, so that keys and screen readers find all of it
on a small screen too, or with letters twice as large.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QSizePolicy, QWidget

from desktop.ui.layout import Item, Margins, holder, row

FURTHER = 40
"""Pixels of each line where there are several."""
_SHRINKS = QSizePolicy.PolicyFlag.ShrinkFlag.value
_GIVES = 200
"""Pixels with which something that takes what is left over is content."""


class Head(QFrame):
    """Items as `row` takes them; one line of `high` pixels as long as they find room in it."""

    def __init__(
        self, *items: Item, gap: int = 8, margins: Margins = (24, 0, 16, 0), high: int = 52
    ) -> None:
        super().__init__()
        self.setProperty("box", "")
        self._items = [holder(item) if isinstance(item, QLayout) else item for item in items]
        self._gap, self._high = gap, high
        self._lines: list[QBoxLayout] = []
        self._breaks: list[int] | None = None
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(0)
        self._arrange([])

    def minimumSizeHint(self) -> QSize:
        return QSize(max(map(self._wide, self._items), default=0) + self._edges, self.height())

    def sizeHint(self) -> QSize:
        return QSize(sum(map(self._wide, self._items)) + self._edges, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @property
    def _edges(self) -> int:
        margins = self._column.contentsMargins()
        return margins.left() + margins.right()

    def _wide(self, item: Item) -> int:
        """Pixels that an item needs; nothing while it is hidden."""
        if isinstance(item, int):
            return item
        widget, share = item if isinstance(item, tuple) else (item, 0)
        if not isinstance(widget, QWidget) or widget.isHidden():
            return 0
        least = widget.minimumWidth() or widget.minimumSizeHint().width()
        wanted = min(widget.sizeHint().width(), widget.maximumWidth())
        if share:
            return max(least, min(wanted, _GIVES))
        shrinks = widget.sizePolicy().horizontalPolicy().value & _SHRINKS
        return least if shrinks else max(least, wanted)

    def _fit(self) -> None:
        room = self.width() - self._edges
        breaks = list(self._broken(self._items, room))
        if (
            breaks
            and (seam := self._seam())
            and not any(
                [*self._broken(self._items[:seam], room), *self._broken(self._items[seam:], room)]
            )
        ):
            breaks = [seam]
        if breaks != self._breaks:
            self._arrange(breaks)

    def _seam(self) -> int:
        """The place after what takes up the slack: there a line is best broken."""
        gives = (
            n for n, item in enumerate(self._items) if item is None or isinstance(item, tuple)
        )
        return next(gives, -1) + 1

    def _broken(self, items: Sequence[Item], room: int) -> Iterator[int]:
        """The places of the items that begin a further line."""
        used = 0
        for place, item in enumerate(items):
            wide = self._wide(item)
            if isinstance(item, int) or not wide:
                used += wide if used else 0
            elif used and used + self._gap + wide > room:
                yield place
                used = wide
            else:
                used += wide + (self._gap if used else 0)

    def _arrange(self, breaks: Sequence[int]) -> None:
        self._breaks = [*breaks]
        for line in self._lines:
            while line.takeAt(0) is not None:
                pass
            self._column.removeItem(line)
        ends = [*breaks, len(self._items)]
        parts = [self._items[start:end] for start, end in zip([0, *breaks], ends, strict=True)]
        self._lines = [row(*_filled(part), gap=self._gap) for part in parts]
        for line in self._lines:
            self._column.addLayout(line, 1)
        several = len(parts) > 1
        self.setFixedHeight(FURTHER * len(parts) + 8 if several else self._high)
        margins = self._column.contentsMargins()
        edge = 4 if several else 0
        self._column.setContentsMargins(margins.left(), edge, margins.right(), edge)


def _filled(items: Sequence[Item]) -> Sequence[Item]:
    """A line keeps its items together at its start, unless one of them takes what is left."""
    while items and isinstance(items[0], int):
        items = items[1:]
    gives = any(item is None or isinstance(item, tuple) for item in items)
    return items if gives else [*items, None]
