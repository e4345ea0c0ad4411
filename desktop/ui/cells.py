"""The cells of a list, painted: text, pills, language codes, headings; nothing is a widget."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop.ui.fonts import font
from desktop.ui.kit import Kit
from desktop.ui.painting import BODY, META, META_BOLD, NAME, Brush, Type, tag_width, width
from desktop.ui.table import Cell, Heading, TableModel

Index = QModelIndex | QPersistentModelIndex

_PILL_TINTS = {"green": "green_tint", "red": "red_tint", "ochre_text": "ochre_tint"}


class CellPainter(QStyledItemDelegate):
    """Paints every kind of cell; `table.rows` is the list's model."""

    def __init__(self, kit: Kit, table: QAbstractItemView, rows: TableModel[Any]) -> None:
        super().__init__(table)
        self._kit, self._table, self._rows = kit, table, rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = QRectF(option.rect)  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType, reportAttributeAccessIssue]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType, reportAttributeAccessIssue]
        brush = Brush(painter, self._kit)
        cell = self._rows.cell(index)
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
            cell = self._rows.cell(index)
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
        editor.setAccessibleName(self._rows.columns[index.column()].heading)
        return editor


def _fits(cell: Cell, room: float) -> bool:
    lead = 24 if cell.icon or cell.dot else 0
    first = width(cell.text, NAME if cell.bold else BODY) + lead
    codes = sum(tag_width(code) + 4 for code in cell.codes)
    codes += sum(tag_width(code, missing=True) + 4 for code in cell.missing)
    return max(first, width(cell.second, META), codes) <= room
