"""The view of a list: one delegate paints every kind of cell; nothing in a row is a widget."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from desktop.ui.fonts import font
from desktop.ui.kit import Kit
from desktop.ui.memory import Memory
from desktop.ui.painting import BODY, META, META_BOLD, NAME, Brush, Type, tag_width, width
from desktop.ui.table import Cell, Column, Heading, Order, TableModel

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

ROW, TALL_ROW, HEADER = 40, 56, 36
_PILL_TINTS = {"green": "green_tint", "red": "red_tint", "ochre_text": "ochre_tint"}


class Table(QTableView, Generic[R]):
    """Rows are chosen whole; Enter or a double click opens one, F2 edits a cell in place."""

    opened = Signal(object)
    moved = Signal(object)
    """The current row is another value now (None: no row)."""
    marked = Signal()
    """Other rows are selected than before."""
    ordered = Signal()
    """`order` is another one than before."""

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
        self._key = ""
        self.kit = kit
        self.rows: TableModel[R] = TableModel(kit, columns, number, self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(kit, self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TALL_ROW if tall else ROW)
        self._head(columns)
        if sortable:
            self._make_sortable()
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._marked)

    def _head(self, columns: tuple[Column[R], ...]) -> None:
        head = self.horizontalHeader()
        head.setFixedHeight(HEADER)
        head.setFont(font(12, 600))
        head.setHighlightSections(False)
        for place, column in enumerate(columns):
            stretch = QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(
                place, QHeaderView.ResizeMode.Interactive if column.width else stretch
            )
            if column.width:
                self.setColumnWidth(place, column.width)

    def remember_columns(self, key: str) -> None:
        """Let the user choose columns from the headings' menu, and keep the choice under a key."""
        head, self._key = self.horizontalHeader(), key
        for place in Memory().hidden_columns(key):
            if 0 < place < len(self.rows.columns):
                self.hideColumn(place)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._offer_columns)

    def _offer_columns(self, point: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    def column_menu(self) -> QMenu:
        """Every column but the first, ticked while it is shown."""
        menu = QMenu(self)
        for place, column in enumerate(self.rows.columns[1:], 1):
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(partial(self._show_column, place))
        return menu

    def shown_columns(self) -> list[Column[R]]:
        """The columns that are not put away."""
        every = enumerate(self.rows.columns)
        return [column for place, column in every if not self.isColumnHidden(place)]

    def _show_column(self, place: int, shown: bool) -> None:
        self.setColumnHidden(place, not shown)
        every = range(len(self.rows.columns))
        Memory().hide_columns(self._key, [one for one in every if self.isColumnHidden(one)])

    def _make_sortable(self) -> None:
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._sorted)

    def _sorted(self, place: int, way: Qt.SortOrder) -> None:
        descending = way is Qt.SortOrder.DescendingOrder
        column = self.rows.columns[place] if place >= 0 else None
        self.order = Order(column, descending, self.kit.language) if column else None
        self.ordered.emit()

    # snapshots --------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[R | Heading]) -> None:
        """Show another snapshot; the current and the chosen rows stay the same values."""
        chosen = {self.rows.number(value) for value in self.chosen()}
        number, scroll = self.current_id(), self.verticalScrollBar().value()
        blocked = self.selectionModel().blockSignals(True)
        self.rows.show(rows)
        self.clearSpans()
        for place, row in enumerate(rows):
            if isinstance(row, Heading):
                self.setSpan(place, 0, 1, len(self.rows.columns))
                self.setRowHeight(place, HEADER)
        place = self.rows.place(number) if number else -1
        if place >= 0:
            self._stand(place)
        if len(chosen) > 1:
            self._choose(chosen)
        self.selectionModel().blockSignals(blocked)
        if chosen:
            self.marked.emit()
        self.verticalScrollBar().setValue(scroll)
        if number and place < 0:
            self.moved.emit(None)

    def current(self) -> R | None:
        """The value of the current row."""
        index = self.currentIndex()
        return self.rows.value(index.row()) if index.isValid() else None

    def current_id(self) -> int:
        """The id of the current row's value; 0 where there is none."""
        value = self.current()
        return self.rows.number(value) if value is not None else 0

    def chosen(self) -> list[R]:
        """The values of the selected rows, in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [value for place in places if (value := self.rows.value(place)) is not None]

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
        for place in self.rows.places(numbers):
            selection.select(self.rows.index(place, 0), self.rows.index(place, last))
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
        self.moved.emit(self.rows.value(now.row()))

    def _marked(self, _on: QItemSelection, _off: QItemSelection) -> None:
        self.marked.emit()

    def _open(self, place: int) -> None:
        value = self.rows.value(place)
        if value is not None:
            self.opened.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would copy the current cell alone; the page copies whole rows
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, kit: Kit, table: "Table[R]") -> None:
        super().__init__(table)
        self._kit = kit
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = QRectF(option.rect)  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType, reportAttributeAccessIssue]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType, reportAttributeAccessIssue]
        brush = Brush(painter, self._kit)
        cell = self._table.rows.cell(index)
        if isinstance(cell, Heading):
            self._heading(brush, rect, cell)
        else:
            self._ground(brush, rect, index, chosen=chosen)
            self._cell(brush, rect.adjusted(12, 0, -8, 0), cell)
        painter.restore()

    def _heading(self, brush: Brush, rect: QRectF, heading: Heading) -> None:
        theme = self._kit.theme
        brush.painter.fillRect(rect, theme.canvas)
        self._line(brush, rect)
        inner = rect.adjusted(12, 0, -12, 0)
        brush.text(inner, heading.text, NAME, theme.navy)
        brush.text(
            brush.rest(inner, width(heading.text, NAME) + 12), heading.detail, META, theme.muted
        )

    def _ground(self, brush: Brush, rect: QRectF, index: Index, *, chosen: bool) -> None:
        theme, table = self._kit.theme, self._table
        brush.painter.fillRect(rect, theme.navy_tint if chosen else theme.surface)
        self._line(brush, rect)
        if table.hasFocus() and index.row() == table.currentIndex().row():
            brush.painter.setPen(QPen(theme.navy, 2))
            brush.painter.drawLine(rect.topLeft(), rect.topRight())
            brush.painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _line(self, brush: Brush, rect: QRectF) -> None:
        brush.painter.fillRect(
            QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._kit.theme.hair
        )

    def _cell(self, brush: Brush, rect: QRectF, cell: Cell) -> None:
        if cell.codes or cell.missing:
            self._codes(brush, rect, cell)
        elif cell.pill:
            self._pill(brush, rect, cell)
        elif cell.second:
            half = QRectF(rect.x(), rect.center().y() - 20, rect.width(), 20)
            self._text(brush, half, cell, NAME if cell.bold else BODY)
            self._second(brush, half.translated(0, 20), cell)
        else:
            self._text(brush, rect, cell, NAME if cell.bold else BODY)

    def _second(self, brush: Brush, rect: QRectF, cell: Cell) -> None:
        color = self._kit.color(cell.second_tone)
        if cell.second_tone == "muted":
            brush.text(rect, cell.second, META, color)
            return
        brush.icon(brush.start(rect, 14).x(), rect.y() + 3, "alert-triangle", color, 14)
        brush.text(brush.rest(rect, 20), cell.second, META_BOLD, color)

    def _text(self, brush: Brush, rect: QRectF, cell: Cell, type_: Type) -> None:
        if cell.dot is not None:
            spot = brush.start(rect, 8)
            brush.box(QRectF(spot.x(), rect.center().y() - 4, 8, 8), cell.dot, radius=2)
            rect = brush.rest(rect, 16)
        elif cell.icon:
            spot = brush.start(rect, 16)
            color = self._kit.color(cell.tone)
            brush.icon(spot.x(), round(rect.center().y() - 8), cell.icon, color, 16)
            rect = brush.rest(rect, 24)
        brush.text(rect, cell.text, type_, self._kit.color(cell.tone))

    def _pill(self, brush: Brush, rect: QRectF, cell: Cell) -> None:
        color = self._kit.color(cell.tone)
        wide = min(width(cell.text, META_BOLD) + (36 if cell.icon else 20), rect.width())
        pill = brush.start(rect, wide)
        pill = QRectF(pill.x(), round(rect.center().y()) - 12, wide, 24)
        brush.box(pill, self._kit.color(_PILL_TINTS.get(cell.tone, "sunken")), radius=12)
        after = 10
        if cell.icon:
            brush.icon(brush.start(pill, 14, 8).x(), pill.y() + 5, cell.icon, color, 14)
            after = 26
        text = brush.start(pill, wide - after - 8, after)
        brush.text(text, cell.text, META_BOLD, color)

    def _codes(self, brush: Brush, rect: QRectF, cell: Cell) -> None:
        after = 0.0
        for code in cell.codes:
            after += brush.tag(brush.rest(rect, after), code) + 4
        for code in cell.missing:
            if after + tag_width(code, missing=True) > rect.width():
                break
            after += brush.tag(brush.rest(rect, after), code, missing=True) + 4

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Elided text has a tip."""
        if event.type() is QEvent.Type.ToolTip and index.isValid():
            cell = self._table.rows.cell(index)
            room = view.visualRect(index).width() - 20  # pyright: ignore[reportArgumentType]
            if isinstance(cell, Cell) and not _fits(cell, room):
                QToolTip.showText(event.globalPos(), cell.spoken, view)
                return True
        QToolTip.hideText()
        return True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(font(13, 600))
        editor.setProperty("look", "cell")
        editor.setAccessibleName(self._table.rows.columns[index.column()].heading)
        return editor


def _fits(cell: Cell, room: float) -> bool:
    lead = 24 if cell.icon or cell.dot else 0
    first = width(cell.text, NAME if cell.bold else BODY) + lead
    codes = sum(tag_width(code) + 4 for code in cell.codes)
    codes += sum(tag_width(code, missing=True) + 4 for code in cell.missing)
    return max(first, width(cell.second, META), codes) <= room
