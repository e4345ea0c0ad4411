"""A line of what a search found: its sign and words, and at its end, quieter, what is beside."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.kit import Kit
from desktop.ui.painting import BODY, Brush, Type, width

WORDS = Type(14)
PARTS = Qt.ItemDataRole.UserRole + 1
"""An item's icon, words and what is said beside them."""
SIDES, SIGN, GAP, HIGH = 16, 28, 24, 40
"""Pixels."""


class FoundLine(QStyledItemDelegate):
    """Gives the words the most room, and half a line to the rest at the most."""

    def __init__(self, parent: QWidget, kit: Kit) -> None:
        super().__init__(parent)
        self._kit = kit

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._kit.theme
        rect = QRectF(option.rect)  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType, reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType, reportAttributeAccessIssue]
        ground = theme.sunken if state & QStyle.StateFlag.State_MouseOver else theme.surface
        if state & QStyle.StateFlag.State_Selected:
            ground = theme.navy_tint
        icon, words, detail = index.data(PARTS)
        painter.save()
        brush, inner = Brush(painter, self._kit), rect.adjusted(SIDES, 0, -SIDES, 0)
        painter.fillRect(rect, ground)
        brush.icon(brush.start(inner, 16).x(), rect.center().y() - 8, icon, theme.muted)
        aside = min(width(detail), inner.width() / 2) if detail else -GAP
        brush.text(brush.start(inner, inner.width() - SIGN - aside - GAP, SIGN), words, WORDS)
        if detail:
            end = brush.start(inner, aside, inner.width() - aside)
            brush.text(end, detail, BODY, theme.muted, align="end")
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, HIGH)
