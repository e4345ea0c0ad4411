"""A page with a list, a filter, and an inspector beside it."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.buttons import Button
from desktop.ui.deeds import Deed, menu_button, open_menu
from desktop.ui.desk import Desk
from desktop.ui.detail import Detail
from desktop.ui.head import Head
from desktop.ui.kit import Kit
from desktop.ui.layout import Deck, Item, col, holder
from desktop.ui.page import Page, focus_first
from desktop.ui.panes import Pane, Panes
from desktop.ui.search_field import SearchField
from desktop.ui.table import Column, Heading
from desktop.ui.table_view import Table

R = TypeVar("R")


class ListPage(Page, Generic[R]):
    """Subclasses read a snapshot in `refresh`, then call `show_list`."""

    def __init__(
        self,
        kit: Kit,
        desk: Desk,
        *,
        title: str,
        hint: str,
        columns: tuple[Column[R], ...],
        number: Callable[[R], int],
        add: str,
        icon: str = "plus",
        tall: bool = False,
        sortable: bool = True,
    ) -> None:
        super().__init__(kit, desk)
        self._title = title
        self._wanted = 0
        self.view = 0
        self.search = SearchField(kit, hint)
        self.search.searched.connect(self._searched)
        self.new = kit.button(add, "primary", icon)
        self.new.clicked.connect(self.add)
        self.table: Table[R] = Table(kit, title, columns, number, tall=tall, sortable=sortable)
        self.table.columns.remember(type(self).__name__)
        self.table.ordered.connect(self.fill_list)
        self.table.moved.connect(self._moved)
        self.table.copied.connect(self._copied)
        self.table.opened.connect(self._opened)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)
        self.detail: Detail[Any] | None = None
        self.stack = Deck()

    def lay_out(
        self,
        detail: Detail[Any],
        nothing: QWidget,
        *,
        beside: tuple[Item, ...] = (None,),
        above: tuple[Item, ...] = (),
    ) -> None:
        """Put the page together: `beside` the title, `above` the list."""
        self.detail = detail
        detail.created.connect(self.open)
        detail.closed.connect(self.close_detail)
        detail.hide()
        self.more = menu_button(self.kit, self._deeds)
        if not self._deeds():
            self.more.hide()
        line = Head(
            *(self.kit.title(self._title), 12, *beside, 8, self.search, self.new, self.more)
        )
        self.stack.addWidget(holder(col(*above, (self.table, 1), gap=12, margins=(24, 4, 16, 12))))
        self.stack.addWidget(nothing)
        self.body = Panes(self.stack, end=Pane(detail))
        self.body.covered.connect(lambda: detail.show_value(None))
        self.setLayout(col(line, (self.body, 1), gap=0))

    def way(self, name: str, icon: str, deed: Callable[[], object]) -> Button:
        """A button that says what else an empty page can begin with."""
        made = self.kit.button(name, "", icon)
        made.clicked.connect(lambda _on=False: deed())
        return made

    # what the subclasses say ------------------------------------------------------------------

    def listed(self) -> list[R | Heading]:
        """The rows that the filters let through."""
        raise NotImplementedError

    def row_of(self, number: int) -> R | None:
        """The row of the value with this id, whether it is listed or not."""
        raise NotImplementedError

    def inspect(self, one: R | None) -> None:
        """Show a row's value in the inspector."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether there is nothing at all, filters aside."""
        raise NotImplementedError

    def menu(self) -> Sequence[Deed]:
        """What else can be done here now: the lines of the menu beside the main button."""
        return ()

    def usual_menu(self) -> Sequence[Deed]:
        """What can be done with any such list; stands below the page's own deeds."""
        return ()

    def _deeds(self) -> Sequence[Deed]:
        return (*self.menu(), *self.usual_menu())

    def _offer(self, point: QPoint) -> None:
        """The menu of the page where somebody points at a row, or presses the key for it."""
        if deeds := self._deeds():
            open_menu(self.kit, self, deeds, self.table.viewport().mapToGlobal(point))

    # the list ---------------------------------------------------------------------------------

    def show_list(self) -> None:
        """Show the snapshot, and the inspector's value as it is now."""
        self.fill_list()
        if self._wanted:
            self.open(self._wanted)
        elif (number := self._inspected()) != 0:
            self.inspect(self.row_of(number))

    def fill_list(self) -> None:
        """Show what the filters let through, in the order that was chosen by a heading."""
        self.turn(self.view)
        rows, order = self.listed(), self.table.order
        if order is not None:
            rows = [*order.sort(row for row in rows if not isinstance(row, Heading))]
        self.table.show_rows(rows)

    def turn(self, view: int) -> None:
        """Show a view of the page; where there is nothing yet, what to do about that."""
        empty = self.is_empty()
        self.search.setEnabled(not empty)
        self.stack.setCurrentIndex(1 if empty else view)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, for a spreadsheet."""
        self.table.copy()

    def _copied(self, count: int) -> None:
        self.desk.told.emit(self.kit.plural("{n} row copied", "{n} rows copied", count))

    def open(self, number: int) -> None:
        """Show a value; one that is not read yet, as soon as it is."""
        found = self.row_of(number)
        self._wanted = 0 if found is not None else number
        if found is None:
            return
        # a row that is the current one already says nothing when it is gone to
        if self.table.current_id() == number or not self.table.go(number):
            self.inspect(found)

    def close_detail(self) -> None:
        """Put the inspector away."""
        if self.detail is not None:
            self.detail.show_value(None)
        self.table.clearSelection()
        self.land()

    def land(self) -> None:
        """Go to the list, or to what stands in its place."""
        shown = self.stack.currentWidget()
        if self.table.isVisible() or shown is None:
            self.table.setFocus()
        else:
            focus_first(shown)

    def delete(self) -> None:
        """Delete the value in the inspector."""
        if self.detail is not None:
            self.detail.delete()

    def filter(self) -> QWidget:
        return self.search

    def _inspected(self) -> int:
        """The id of the stored value in the inspector; 0 for none and for a draft."""
        return self.detail.number if self.detail is not None else 0

    def _searched(self, _text: str) -> None:
        self.fill_list()

    def _moved(self, one: R | None) -> None:
        if one is not None or self._inspected():
            self.inspect(one)

    def _opened(self, _one: R) -> None:
        if self.detail is not None:
            self.detail.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_detail()
        else:
            super().keyPressEvent(event)
