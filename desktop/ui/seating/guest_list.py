"""The guests in order of precedence, each with the reason and the seat; or those without one.

A guest is dragged within the list to another place in the order, or out of it to a seat.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.domain.places import labels
from desktop.language.translation import translator
from desktop.ui.attendees.columns import category_color
from desktop.ui.kit import Kit
from desktop.ui.painting import BOLD, META, META_BOLD, Brush
from desktop.ui.seating.snapshot import Guest, Snapshot

ROW, NUMBER, SEAT = 48, 34, 44
SLOP = 5
Index = QModelIndex | QPersistentModelIndex


class GuestList(QListView):
    """Knows no verbs."""

    drawn = Signal(int, QPointF)
    """The mouse moves with a guest in it, to a point of the screen."""
    let_go = Signal(int, QPointF)
    picked = Signal(int)
    """Space: the guest is to be seated by the keys."""
    freed = Signal(int)
    shifted = Signal(int, int)
    """Alt and an arrow: by so many places up or down."""
    asked = Signal(int, QPointF)
    """A menu is wanted for a guest, at a point of the screen."""
    chosen = Signal(int)
    given_up = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._pressed: tuple[int, QPointF] | None = None
        self._gap: int | None = None
        self.rows = _Rows(kit, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(kit, self.rows, self))
        self.setProperty("look", "list")
        self.setAccessibleName(kit.text("Order of precedence"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_guests(self, shown: Snapshot, guests: Sequence[Guest]) -> None:
        """Show these guests; the current one stays current."""
        current = self.current
        self.rows.show(shown, guests)
        self.go(current)

    @property
    def current(self) -> int:
        """The invitation of the current guest; 0 for none."""
        guest = self.rows.guest(self.currentIndex())
        return guest.id if guest else 0

    def go(self, guest_id: int) -> None:
        """Make a guest the current one."""
        place = self.rows.place_of(guest_id)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place))

    # dragging ---------------------------------------------------------------------------------

    def place_at(self, point: QPointF) -> int | None:
        """Between which rows (from 0) a point of the screen lies; None outside of the list."""
        inside = self.viewport().mapFromGlobal(point.toPoint())
        if not self.viewport().rect().contains(inside):
            return None
        self._scroll(inside.y())
        index = self.indexAt(inside)
        if not index.isValid():
            return self.rows.rowCount()
        return index.row() + (inside.y() > self.visualRect(index).center().y())

    def aim(self, place: int | None) -> None:
        """Show between which rows what is held would go."""
        if place != self._gap:
            self._gap = place
            self.viewport().update()

    def _scroll(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y < SEAT:
            bar.setValue(bar.value() - 8)
        elif y > self.viewport().height() - SEAT:
            bar.setValue(bar.value() + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        guest = self.rows.guest(self.indexAt(event.position().toPoint()))
        if event.button() is Qt.MouseButton.LeftButton and guest is not None:
            self._pressed = (guest.id, event.globalPosition())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        id, start = self._pressed
        if (event.globalPosition() - start).manhattanLength() > SLOP:
            self.drawn.emit(id, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        if pressed is not None:
            self.let_go.emit(pressed[0], event.globalPosition())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.current:
            self.picked.emit(self.current)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current:
            self.asked.emit(self.current, QPointF(event.globalPos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and key in steps and self.current:
            self.shifted.emit(self.current, steps[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.picked.emit(self.current)
        elif key is Qt.Key.Key_Delete and self.current:
            self.freed.emit(self.current)
        elif key is Qt.Key.Key_Escape:
            self._pressed = None
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        guest = self.rows.guest(index)
        self.chosen.emit(guest.id if guest else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._kit.theme.ochre, 3))
        y = self._gap * ROW - self.verticalScrollBar().value()
        painter.drawLine(4, max(y, 2), self.viewport().width() - 4, max(y, 2))
        painter.end()


class _Rows(QAbstractListModel):
    """The guests that are listed."""

    def __init__(self, kit: Kit, parent: GuestList) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = translator(kit.language)
        self._guests: Sequence[Guest] = ()
        self._places: dict[int, int] = {}
        self._seats: dict[int, str] = {}

    def show(self, shown: Snapshot, guests: Sequence[Guest]) -> None:
        """List other guests."""
        self.beginResetModel()
        self._guests = guests
        self._places = {guest.id: place for place, guest in enumerate(guests)}
        self._seats = labels(shown.seating)
        self.endResetModel()

    def guest(self, index: Index) -> Guest | None:
        """The guest of a row."""
        return self._guests[index.row()] if index.isValid() else None

    def place_of(self, guest_id: int) -> int | None:
        """The row of a guest."""
        return self._places.get(guest_id)

    def seat(self, guest: Guest) -> str:
        """The label of a guest's seat."""
        return self._seats.get(guest.id, "")

    def reason(self, guest: Guest) -> str:
        """Why a guest has the place."""
        return guest.rank.why(self._words) if guest.rank else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._guests)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        guest = self.guest(index)
        if guest is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return guest.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(guest)
        return None

    def _spoken(self, guest: Guest) -> str:
        text, place = self._kit.text, guest.rank.place if guest.rank else 0
        seat = self.seat(guest)
        at = text("seat {seat}", seat=seat) if seat else text("no seat yet")
        return f"{place}. {guest.name}, {at}. {self.reason(guest)}"


class _Painter(QStyledItemDelegate):
    def __init__(self, kit: Kit, rows: _Rows, parent: GuestList) -> None:
        super().__init__(parent)
        self._kit, self._rows = kit, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        guest = self._rows.guest(index)
        if guest is None:
            return
        painter.save()
        brush, theme = Brush(painter, self._kit), self._kit.theme
        whole = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.navy_tint)
        painter.fillRect(QRectF(whole.x(), whole.bottom() - 1, whole.width(), 1), theme.hair)
        bar = brush.start(whole, 3)
        painter.fillRect(bar.adjusted(0, 8, 0, -9), category_color(theme, guest.category))
        number = str(guest.rank.place) if guest.rank else ""
        brush.text(brush.start(whole, NUMBER - 8, 4), number, META_BOLD, theme.navy, align="end")
        seat = self._rows.seat(guest)
        ink = theme.navy if seat else theme.strong
        end = brush.start(whole, SEAT, whole.width() - SEAT - 10)
        brush.text(end, seat or "–", META_BOLD, ink, align="end")
        words = brush.start(whole, whole.width() - NUMBER - SEAT - 20, NUMBER + 4)
        name, why = words.adjusted(0, 5, 0, -23), words.adjusted(0, 24, 0, -5)
        brush.text(name, guest.name, BOLD, theme.text if guest.expected else theme.muted)
        by_hand = guest.rank is not None and guest.rank.override is not None
        if by_hand:
            brush.icon(brush.start(why, 14).x(), why.y() + 2, "hand-grab", theme.ochre_text, 14)
            why = brush.rest(why, 18)
        tone = theme.ochre_text if by_hand else theme.muted
        brush.text(why, self._rows.reason(guest), META, tone)
        painter.restore()
