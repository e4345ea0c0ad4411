"""A page with a list of any length: sorted, filtered and read on another thread."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QTimer

from desktop.domain.errors import EstradoError
from desktop.services.lists import Asked, List, Lists, Shown
from desktop.ui.columns_dialog import ColumnsDialog
from desktop.ui.deeds import Deed
from desktop.ui.desk import Desk
from desktop.ui.filter_bar import FilterBar, Suggestion
from desktop.ui.filters import Choices
from desktop.ui.kit import Kit
from desktop.ui.list_page import ListPage
from desktop.ui.paging import AHEAD, Pages
from desktop.ui.table import Column, as_text

if TYPE_CHECKING:
    from desktop.ui.worker import Job

R = TypeVar("R")

_IDLE = 500
"""Milliseconds after which something is prepared that may never be asked for."""
_BATCH = 1_000
"""Rows that are read at once to be copied."""


class PagedPage(ListPage[R]):
    """Subclasses say in `roll` what is listed; `shown` is what was read last."""

    def __init__(
        self,
        kit: Kit,
        desk: Desk,
        *,
        columns: tuple[Column[R], ...],
        number: Callable[[R], int],
        choices: Choices,
        **words: Any,
    ) -> None:
        super().__init__(kit, desk, columns=columns, number=number, **words)
        self.bar = FilterBar(kit, choices, type(self).__name__)
        self.bar.changed.connect(self.fill_list)
        self.bar.asked.connect(self._count_values)
        self.shown: Shown[R] | None = None
        self._fresh = True
        self._asking: Job[Shown[R]] | None = None
        self._reading: Job[list[R]] | None = None
        self._idle = QTimer(self, interval=_IDLE, singleShot=True)
        self._idle.timeout.connect(self._warm)
        self.table.horizontalHeader().setSortIndicatorClearable(False)
        blocked = self.table.blockSignals(True)  # there is nothing yet to be sorted
        self.table.sort_by(columns[0].name)
        self.table.blockSignals(blocked)

    # what the subclasses say ------------------------------------------------------------------

    def roll(self) -> List[R] | None:
        """What is listed now; None where there is nothing to list yet."""
        raise NotImplementedError

    def tell(self, shown: Shown[R]) -> None:
        """Say beside the list what was read."""
        raise NotImplementedError

    def scope(self, shown: Shown[R]) -> int:
        """How many rows there are without filters."""
        return shown.total

    def suggested(self) -> Sequence[Suggestion]:
        """Filters that are one click away."""
        return ()

    def state(self, shown: Shown[R], *parts: str) -> str:
        """What the status bar says: how many there are, how many of them are listed."""
        listed = self.kit.text("{n} listed", n=len(shown.ids))
        fewer = len(shown.ids) < self.scope(shown)
        return " · ".join((*parts, listed) if fewer else parts)

    # reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._fresh = True
        self._ask(self.table.first_in_sight())

    def fill_list(self) -> None:
        self._ask(0)

    def _ask(self, top: int) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        if (roll := self.roll()) is None:
            self.shown = None
            self.turn(self.view)
            return
        asked = self._asked(top)
        self._asking = self.desk.look(
            self, lambda lists: roll.look(lists, asked), partial(self._answered, asked)
        )

    def _asked(self, top: int) -> Asked:
        order = self.table.order
        return Asked(
            sort=order.column.name if order else self.table.rows.columns[0].name,
            descending=order is not None and order.descending,
            text=self.search.text(),
            filters=self.bar.filters,
            top=max(top - AHEAD, 0),
            count=max(self.table.rows_in_sight(), AHEAD) + (2 * AHEAD if top else 0),
            current=self._wanted or self._inspected(),
            fresh=self._fresh,
        )

    def _answered(self, asked: Asked, shown: Shown[R]) -> None:
        self.shown, self._fresh, self._asking = shown, False, None
        self.turn(self.view)
        rows = {self.table.rows.number(row): row for row in (*shown.rows, *_only(shown.current))}
        pages = self._pages()
        known = pages.rows if pages is not None and not asked.fresh else {}
        fresh = Pages(shown.ids, known | rows, self._need)
        self.table.show_rows(fresh, None if asked.fresh else 0)
        self.bar.suggest(self.scope(shown), self.suggested())
        self.tell(shown)
        self._idle.start()
        if self._wanted:
            self._open(self._wanted, shown.current)
        elif self._inspected() and asked.fresh:
            self.inspect(shown.current)

    def _count_values(self, fields: list[str]) -> None:
        if (roll := self.roll()) is not None:
            self.desk.look(self, lambda lists: roll.counted(lists, fields), self.bar.offer)

    def _warm(self) -> None:
        """Let the first letter that is typed be found at once, when nothing else was asked."""
        if self._asking is not None or self._reading is not None:
            self._idle.start()
        elif (roll := self.roll()) is not None:
            self.desk.look(self, roll.warm)

    def _pages(self) -> Pages[R] | None:
        rows = self.table.rows.rows
        return rows if isinstance(rows, Pages) else None

    def _need(self) -> None:
        """Rows are looked at that were not read: read them once all are known."""
        QTimer.singleShot(0, self, self._read)

    def _read(self) -> None:
        pages, roll = self._pages(), self.roll()
        if pages is None or roll is None or self._reading is not None:
            return
        if ids := pages.missing():
            self._reading = self.desk.look(
                self,
                lambda lists: roll.read(lists, ids),
                partial(self._take, ids),
                self._give_up,
            )

    def _take(self, ids: Sequence[int], rows: Sequence[R]) -> None:
        self._reading = None
        self.table.take(ids, rows)
        self._read()

    def _give_up(self, error: EstradoError) -> None:
        self._reading = None
        self.desk.eyes.broke.emit(error)

    # what can be done with any such list ------------------------------------------------------

    def usual_menu(self) -> Sequence[Deed]:
        text = self.kit.text
        copy = self.copy if self.table.count_chosen() else None
        return (
            Deed(text("Copy rows"), "copy", copy, "Ctrl+C", apart=True),
            Deed(text("Sort by"), "selector", more=self._ways()),
            Deed(text("Columns…"), "list-details", self._choose_columns),
        )

    def _ways(self) -> tuple[Deed, ...]:
        """A line for each column; what the list is sorted by already can be turned round."""
        order, text, ways = self.table.order, self.kit.text, list[Deed]()
        for column in self.table.columns.shown():
            on = order is not None and order.column.name == column.name
            ways.append(Deed(column.heading, "", partial(self.table.sort_by, column.name), on=on))
        if order is not None:
            turned = partial(
                self.table.sort_by, order.column.name, descending=not order.descending
            )
            ways.append(Deed(text("Turn round"), "refresh", turned, apart=True))
        return tuple(ways)

    def _choose_columns(self) -> None:
        ColumnsDialog(self.kit, self.table.columns, self.window()).open()

    # the list ---------------------------------------------------------------------------------

    def row_of(self, number: int) -> R | None:
        pages = self._pages()
        return pages.rows.get(number) if pages is not None else None

    def is_empty(self) -> bool:
        return self.shown is None or not self.shown.total

    def chosen_ids(self) -> list[int]:
        """The ids of the values that are selected, in the order of the list."""
        return self.table.chosen_ids()

    def listed_ids(self) -> list[int]:
        """The ids of all that the filters let through, in the order of the list."""
        return self.table.rows.ids()

    def open(self, number: int) -> None:
        self._wanted = number
        if (known := self.row_of(number)) is not None:
            self._open(number, known)
        else:
            self._ask(self.table.first_in_sight())

    def _open(self, number: int, one: R | None) -> None:
        """Show a value in the inspector and, if it is listed, make its row the current one."""
        self._wanted = 0
        if one is not None and (self.table.current_id() == number or not self.table.go(number)):
            self.inspect(one)

    def copy(self) -> None:
        ids, columns, roll = self.table.chosen_ids(), self.table.columns.shown(), self.roll()
        if not ids or roll is None:
            return

        def work(lists: Lists) -> str:
            starts = range(0, len(ids), _BATCH)
            rows = (roll.read(lists, ids[start : start + _BATCH]) for start in starts)
            return as_text(columns, chain.from_iterable(rows))

        self.desk.look(self, work, lambda text: self.table.put_on_clipboard(text, len(ids)))


def _only(row: R | None) -> tuple[R, ...]:
    return () if row is None else (row,)
