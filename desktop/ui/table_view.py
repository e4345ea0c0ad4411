"""The view of a list: rows are chosen whole; one delegate paints every kind of cell."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QScrollBar, QTableView

from desktop.ui.cells import CellPainter
from desktop.ui.column_layout import ColumnLayout
from desktop.ui.fonts import font
from desktop.ui.kit import Kit
from desktop.ui.paging import Pages
from desktop.ui.table import Column, Heading, Order, Rows, TableModel, as_text

R = TypeVar("R")

ROW, TALL_ROW, HEADER = 40, 56, 36


class Table(QTableView, Generic[R]):
    """Rows are chosen whole; Enter or a double click opens one, F2 edits a cell in place."""

    opened = Signal(object)
    moved = Signal(object)
    """The current row is another value now (None: no row)."""
    marked = Signal()
    """Other rows are selected than before."""
    ordered = Signal()
    """`order` is another one than before."""
    copied = Signal(int)
    """So many rows are on the clipboard now."""

    def __init__(
        self,
        kit: Kit,
        name: str,
        columns: tuple[Column[R], ...],
        number: Callable[[R], int],
        *,
        tall: bool = False,
        sortable: bool = False,
    ) -> None:
        super().__init__()
        self.order: Order[R] | None = None
        self._awaited = False
        self.kit = kit
        self.rows: TableModel[R] = TableModel(kit, columns, number, self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(CellPainter(kit, self, self.rows))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self._fill(self.verticalScrollBar())
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TALL_ROW if tall else ROW)
        self._head()
        self.columns = ColumnLayout(self, columns)
        if sortable:
            self._make_sortable()
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._marked)

    def _fill(self, bar: QScrollBar) -> None:
        """Give a bar the ground of the rows: for what is see-through, all below is painted too."""
        bar.setAutoFillBackground(True)
        bar.setBackgroundRole(QPalette.ColorRole.Base)

    def _head(self) -> None:
        head = self.horizontalHeader()
        head.setFixedHeight(HEADER)
        head.setFont(font(12, 600))
        head.setHighlightSections(False)

    def _make_sortable(self) -> None:
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._sorted)

    def sort_by(self, name: str, *, descending: bool = False) -> None:
        """Sort by a column, as a click on its heading does."""
        place = [column.name for column in self.rows.columns].index(name)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, way)

    def _sorted(self, place: int, way: Qt.SortOrder) -> None:
        descending = way is Qt.SortOrder.DescendingOrder
        column = self.rows.columns[place] if place >= 0 else None
        self.order = Order(column, descending, self.kit.language) if column else None
        self.ordered.emit()

    # snapshots --------------------------------------------------------------------------------

    def show_rows(self, rows: Rows[R], top: int | None = None) -> None:
        """Show another snapshot; the current and the chosen rows stay the same values.

        The list is scrolled to the row `top`; without it, it stays where it is.
        """
        chosen = frozenset(self.chosen_ids())
        number, scroll = self.current_id(), self.verticalScrollBar().value()
        blocked = self.selectionModel().blockSignals(True)
        self.rows.show(rows)
        self._span_headings(rows)
        place = self.rows.place(number) if number else -1
        if place >= 0:
            self._stand(place)
        if len(chosen) > 1:
            self._choose(chosen)
        self.selectionModel().blockSignals(blocked)
        if chosen:
            self.marked.emit()
        row = self.verticalHeader().defaultSectionSize()
        self.verticalScrollBar().setValue(scroll if top is None else top * row)
        if number and place < 0:
            self.moved.emit(None)

    def take(self, asked: Collection[int], rows: Sequence[R]) -> None:
        """Show rows of a long list that were read."""
        if isinstance(self.rows.rows, Pages):
            self.rows.rows.take(asked, {self.rows.number(row): row for row in rows})
            if not self._in_sight().isdisjoint(asked):  # most are read before they are seen
                self.viewport().update()
            if self._awaited and (value := self.current()) is not None:
                self._awaited = False
                self.moved.emit(value)

    def first_in_sight(self) -> int:
        """The place of the first row that is seen."""
        return max(self.rowAt(0), 0)

    def rows_in_sight(self) -> int:
        """How many rows are seen at once, those included that are seen in part."""
        return self.viewport().height() // self.verticalHeader().defaultSectionSize() + 2

    def _in_sight(self) -> set[int]:
        top = self.first_in_sight()
        return set(self.rows.ids(top, top + self.rows_in_sight()))

    def _span_headings(self, rows: Rows[R]) -> None:
        if isinstance(rows, Pages):
            return
        self.clearSpans()
        for place, row in enumerate(rows):
            if isinstance(row, Heading):
                self.setSpan(place, 0, 1, len(self.rows.columns))
                self.setRowHeight(place, HEADER)

    def current(self) -> R | None:
        """The value of the current row."""
        index = self.currentIndex()
        return self.rows.value(index.row()) if index.isValid() else None

    def current_id(self) -> int:
        """The id of the current row's value; 0 where there is none."""
        return self.rows.id(self.currentIndex().row())

    def chosen_ids(self) -> list[int]:
        """The ids of the selected rows, in their order."""
        return [id for first, end in self._chosen() for id in self.rows.ids(first, end)]

    def chosen(self) -> list[R]:
        """The values of the selected rows, in their order; of a long list, those that are read."""
        values = (self.rows.value(at) for first, end in self._chosen() for at in range(first, end))
        return [value for value in values if value is not None]

    def count_chosen(self) -> int:
        """How many rows are selected."""
        return sum(end - first for first, end in self._chosen())

    def _chosen(self) -> list[tuple[int, int]]:
        """The selected rows, as pairs of a first place and the one after the last."""
        selection = self.selectionModel().selection()
        ranges = map(selection.at, range(selection.count()))
        return sorted((one.top(), one.bottom() + 1) for one in ranges if one.left() == 0)

    def go(self, number: int) -> bool:
        """Make the row of this id the current one."""
        place = self.rows.place(number)
        if place >= 0:
            self._stand(place)
            self.scrollTo(self.rows.index(place, 0))
        return place >= 0

    def _choose(self, numbers: Collection[int]) -> None:
        """Select the rows of these ids beside the current one."""
        selection, last = QItemSelection(), len(self.rows.columns) - 1
        for first, end in _runs(self.rows.places(numbers)):
            selection.select(self.rows.index(first, 0), self.rows.index(end, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _stand(self, place: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.rows.index(place, 0), flags.ClearAndSelect | flags.Rows
        )

    # the user ---------------------------------------------------------------------------------

    def _double_clicked(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _moved(self, now: QModelIndex, _was: QModelIndex) -> None:
        value = self.rows.value(now.row())
        self._awaited = value is None and self.rows.id(now.row()) > 0
        if not self._awaited:
            self.moved.emit(value)

    def _marked(self, _on: QItemSelection, _off: QItemSelection) -> None:
        self.marked.emit()

    def _open(self, place: int) -> None:
        value = self.rows.value(place)
        if value is not None:
            self.opened.emit(value)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, for a spreadsheet."""
        if rows := self.chosen():
            self.put_on_clipboard(as_text(self.columns.shown(), rows), len(rows))

    def put_on_clipboard(self, text: str, count: int) -> None:
        """Copy a text of so many rows."""
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(count)

    def _copy_or_leave(self, event: QKeyEvent) -> None:
        """Copy; the rows of a long list are left to its page, which has to read them first."""
        if isinstance(self.rows.rows, Pages):
            event.ignore()
        else:
            self.copy()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy_or_leave(event)  # Qt would copy the current cell alone
        else:
            super().keyPressEvent(event)


def _runs(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Places that follow each other, as pairs of the first and the last."""
    first = last = -2
    for place in places:
        if place != last + 1:
            if first >= 0:
                yield first, last
            first = place
        last = place
    if first >= 0:
        yield first, last
