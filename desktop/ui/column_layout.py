"""Widths, order and choice of a list's columns, as its user left them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop.ui.memory import ColumnPlace, Memory
from desktop.ui.table import Column

_NARROWEST = 96
"""Pixels of a column that takes what is left over."""
_BESIDE_HEADING = 36
"""Pixels beside the words of a heading: air, and the mark of the sort."""
_PAUSE = 300
"""Milliseconds after which a width that is being dragged is written down."""


class ColumnLayout(QObject):
    """Belongs to a table. Columns whose width nobody has set share what is left over."""

    def __init__(self, table: QTableView, columns: Sequence[Column[Any]]) -> None:
        super().__init__(table)
        self._table, self._columns, self._key = table, columns, ""
        self._head = table.horizontalHeader()
        self._own = [column.width > 0 for column in columns]
        self._fitting = False
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.save)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.arrange([])
        self._head.sectionResized.connect(self._resized)
        self._head.sectionMoved.connect(self._timer.start)
        table.viewport().installEventFilter(self)

    def remember(self, key: str) -> None:
        """Let the user move, resize and choose columns, and keep that under a key."""
        self._key, head = key, self._head
        self.arrange(Memory().columns(key))
        head.setSectionsMovable(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._offer)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)

    # where columns stand ----------------------------------------------------------------------

    def places(self) -> list[ColumnPlace]:
        """The columns in the order in which they stand."""
        order = map(self._head.logicalIndex, range(len(self._columns)))
        return [
            ColumnPlace(
                self._name(place),
                self._head.sectionSize(place) if self._own[place] else 0,
                shown=not self._head.isSectionHidden(place),
            )
            for place in order
        ]

    def arrange(self, places: Sequence[ColumnPlace]) -> None:
        """Let columns stand like this; those that are not named follow as they are made."""
        names = [self._name(place) for place in range(len(self._columns))]
        known = {one.name: one for one in places if one.name in names}
        order = [*known, *(name for name in names if name not in known)]
        self._fitting = True
        for at, name in enumerate(order):
            place = names.index(name)
            one = known.get(name, ColumnPlace(name))
            self._own[place] = bool(one.width or self._columns[place].width)
            self._head.moveSection(self._head.visualIndex(place), at)
            self._head.resizeSection(place, one.width or self._usual(place))
            self._head.setSectionHidden(place, not one.shown and place > 0)
        self._fitting = False
        self.fit()

    def headings(self) -> dict[str, str]:
        """The columns by name, in the order in which they are made."""
        return {self._name(place): column.heading for place, column in enumerate(self._columns)}

    def save(self) -> None:
        """Write down how columns stand."""
        if self._key:
            Memory().keep_columns(self._key, self.places())

    def shown(self) -> list[Column[Any]]:
        """The columns that are not put away, in the order in which they stand."""
        order = map(self._head.logicalIndex, range(len(self._columns)))
        return [self._columns[place] for place in order if not self._head.isSectionHidden(place)]

    def fit(self) -> None:
        """Share what is left over."""
        every = [at for at in range(len(self._own)) if not self._head.isSectionHidden(at)]
        taken = sum(self._head.sectionSize(at) for at in every if self._own[at])
        rest = [at for at in every if not self._own[at]]
        room = self._table.viewport().width() - taken
        self._fitting = True
        for count, at in zip(range(len(rest), 0, -1), rest, strict=True):
            wide = max(room // count, _NARROWEST)
            self._head.resizeSection(at, wide)
            room -= wide
        self._fitting = False

    def _usual(self, place: int) -> int:
        """As wide as the column is made; its heading and the mark of the sort find room."""
        heading = self._head.fontMetrics().horizontalAdvance(self._columns[place].heading)
        return max(self._columns[place].width, heading + _BESIDE_HEADING)

    def _name(self, place: int) -> str:
        return self._columns[place].name or str(place)

    # the user ---------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Every column but the first, ticked while it is shown."""
        menu = QMenu(self._table)
        for place, column in enumerate(self._columns[1:], 1):
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not self._head.isSectionHidden(place))
            action.toggled.connect(partial(self._show, place))
        return menu

    def _offer(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._head.mapToGlobal(point))

    def _show(self, place: int, shown: bool) -> None:
        self._head.setSectionHidden(place, not shown)
        self.fit()
        self.save()

    def _resized(self, place: int, _before: int, wide: int) -> None:
        if not self._fitting and wide:
            self._own[place] = True
            self.fit()
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share anew when the list becomes wider or narrower."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
