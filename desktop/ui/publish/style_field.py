"""The chooser of a house style: each with a small sheet in it, and the ways to one's own below."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.services.house_styles import Offer
from desktop.ui.fields import HEIGHT
from desktop.ui.kit import Kit
from desktop.ui.publish.listed_fields import ListedField

SHEET, STAMP = QSize(48, 64), QSize(18, 24)
"""Pixels of a sheet in the list, and of that in the field."""
AIR = 10
"""Pixels between two sheets."""
FILE, MAKE = ":file", ":make"
"""What stands below the styles: deeds, which the field never shows as its value."""
_Index = QModelIndex | QPersistentModelIndex


class StyleField(ListedField):
    """`edited` tells that another style was chosen, `wanted(deed)` that `FILE` or `MAKE` was."""

    wanted = Signal(str)

    def __init__(self, kit: Kit) -> None:
        self._kit, self._chosen = kit, ""
        super().__init__(kit.text("House style"))
        self.setIconSize(STAMP)
        self.view().setIconSize(SHEET)
        self.setItemDelegate(_Rows(kit, self))

    def show_chosen(self, key: str) -> None:
        """Show the style that is chosen."""
        self._chosen = key
        self.show_value(key)

    def show_offers(self, offers: Iterable[Offer]) -> None:
        """Offer these styles; the chosen one stays."""
        kit, styles = self._kit, [(offer.key, offer.title) for offer in offers]
        deeds = (
            (FILE, kit.text("A file of your own…")),
            (MAKE, kit.text("Make a style of your own…")),
        )
        self.offer([*styles, *deeds])
        for place, icon in enumerate(("folder-open", "plus"), len(styles)):
            self.setItemIcon(place, kit.icon(icon))
        self._values.insert(len(styles), "")
        self.insertSeparator(len(styles))
        for place, offer in enumerate(offers):
            self.setItemData(place, offer.key if offer.own else "", Qt.ItemDataRole.ToolTipRole)
        self.show_chosen(self._chosen)

    def value_at(self, place: int) -> str:
        """What stands in a place of the list; empty for the line between styles and deeds."""
        return self._values[place]

    def show_sheets(self, sheets: Mapping[str, QImage]) -> None:
        """Show a small sheet in each style, drawn at twice its size."""
        for place, key in enumerate(self._values):
            if key in sheets:
                self.setItemIcon(place, self._icon(sheets[key]))

    def _icon(self, sheet: QImage) -> QIcon:
        made = QIcon()
        for size in (SHEET, STAMP):
            picture = QPixmap(size * 2)
            picture.fill(QColor("white"))
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(picture.rect(), sheet)
            painter.setPen(QColor(self._kit.theme.line))
            painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
            painter.end()
            picture.setDevicePixelRatio(2)
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
                made.addPixmap(picture, mode)
        return made

    def _tell(self, place: int) -> None:
        value = self._values[place]
        if value in (FILE, MAKE):
            self.show_value(self._chosen)
            self.wanted.emit(value)
        elif value != self._chosen:
            self._chosen = value
            super()._tell(place)


class _Rows(QStyledItemDelegate):
    """Rows of the list: as high as a sheet, or as a deed's words; a line between the two."""

    def __init__(self, kit: Kit, field: StyleField) -> None:
        super().__init__(field)
        self._kit, self._field = kit, field

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        value = self._field.value_at(index.row())
        high = AIR if not value else HEIGHT if value in (FILE, MAKE) else SHEET.height() + AIR
        return QSize(super().sizeHint(option, index).width(), high)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if self._field.value_at(index.row()) in (FILE, MAKE):
            option.decorationSize = QSize(SHEET.width(), HEIGHT // 2)  # pyright: ignore[reportAttributeAccessIssue]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if self._field.value_at(index.row()):
            super().paint(painter, option, index)
            return
        middle = option.rect.center().y()  # pyright: ignore[reportAttributeAccessIssue]
        painter.setPen(self._kit.color("line"))
        painter.drawLine(option.rect.left(), middle, option.rect.right(), middle)  # pyright: ignore[reportAttributeAccessIssue]
