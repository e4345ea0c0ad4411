"""A list of guests in a process of its own: shown, scrolled, sorted and filtered while typing.

`listing.py ours|proxy ROWS`: the page of the program, or the same table on a QSortFilterProxyModel
that compares and filters in Python. Both read the same rows and end with the same ones.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import (
    QEventLoop,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QTableView

from desktop.domain.attendee import CATEGORIES, Attendee, Reply
from desktop.domain.person import Person, PersonName
from desktop.language.collation import name_sort_key
from desktop.language.folding import fold
from desktop.ui.appearance import Appearance
from desktop.ui.attendees.columns import Row, Snapshot
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.theme import LIGHT

Index = QModelIndex | QPersistentModelIndex

TYPED = "nunez 12"
FRAMES = 60
LANGUAGE = "es"
_GIVEN = ("Aigerim", "Álvaro", "Ñusta", "Әлия", "Фёдор", "Zoe", "María", "Болат", "Қанат", "عمر")
_FAMILY = ("García", "Núñez", "Қасымов", "Ünal", "Иванов", "Łukasz", "Ortega", "Әбенов", "الفارسي")


def guests(count: int) -> list[Row]:
    """So many guests, the same ones each time."""
    rows: list[Row] = []
    for n in range(count):
        family = f"{_FAMILY[n * 7 % len(_FAMILY)]} {n * 7919 % count}"
        name = PersonName("und-Latn", family, _GIVEN[n * 3 % len(_GIVEN)])
        person = Person(n + 1, names=(name,))
        category = CATEGORIES[n % len(CATEGORIES)]
        guest = Attendee(n + 1, 1, n + 1, category, list(Reply)[n % len(Reply)])
        rows.append(Row(guest, person, None, fold(name.full)))
    return rows


class Pauses:
    """The longest time, in seconds, for which the window's thread did not come round."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._beat)

    def during(self, work: Callable[[], float]) -> tuple[float, float]:
        """Seconds that some work took, and the longest pause meanwhile."""
        QApplication.processEvents()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()
        took = work()
        QApplication.processEvents()
        self._beat()
        self._timer.stop()
        return took, self.longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


class Ours:
    """The page of the program, without a database."""

    def __init__(self, kit: Kit, rows: list[Row]) -> None:
        self._rows, self._desk = rows, Desk()
        self.page = GuestsPage(kit, self._desk)
        self.view: QTableView = self.page.table
        self.page.resize(1366, 768)
        self.page.show()

    def _after(self, deed: Callable[[], object]) -> None:
        """Do something and stay in Qt's loop until the list shows other rows."""
        loop = QEventLoop()
        self.page.table.rows.modelReset.connect(loop.quit)
        QTimer.singleShot(0, deed)
        loop.exec()
        self.page.table.rows.modelReset.disconnect(loop.quit)

    def show(self) -> None:
        by_id = {row.attendee.id: row for row in self._rows}
        self._after(lambda: self.page._show(Snapshot(self._rows, by_id, {}, {})))

    def sort(self) -> None:
        head = self.view.horizontalHeader()
        self._after(lambda: head.setSortIndicator(0, Qt.SortOrder.AscendingOrder))

    def filter(self, text: str) -> None:
        self._after(lambda: self.page.search.searched.emit(self._typed(text)))

    def _typed(self, text: str) -> str:
        self.page.search.blockSignals(True)  # its pause for thought is not counted
        self.page.search.setText(text)
        self.page.search.blockSignals(False)
        return text

    def listed(self) -> list[int]:
        return [row.attendee.id for row in self.page.table.rows.rows if isinstance(row, Row)]

    def close(self) -> None:
        self._desk.close()


class Proxy(QSortFilterProxyModel):
    """What comes first to mind: sorting and filtering by methods in Python."""

    def __init__(self, page: Ours) -> None:
        super().__init__()
        self.page, self._wanted = page, list[str]()
        self._key = name_sort_key(LANGUAGE)
        self._model = page.page.table.rows
        self.view = QTableView()
        self.view.verticalHeader().setDefaultSectionSize(40)
        self.view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.view.resize(1366, 768)
        self.view.show()

    def show(self) -> None:
        self._model.show(self.page._rows)
        self.setSourceModel(self._model)
        self.view.setModel(self)

    def lessThan(self, left: Index, right: Index) -> bool:
        return self._written(left) < self._written(right)

    def _written(self, index: Index) -> tuple[bytes, bytes]:
        row: Any = self._model.rows[index.row()]
        name = row.person.name(LANGUAGE, "Latn")
        return self._key(name.family, name.given)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row: Any = self._model.rows[source_row]
        return all(word in row.words for word in self._wanted)

    def filter(self, text: str) -> None:
        self.beginFilterChange()
        self._wanted = fold(text).split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def listed(self) -> list[int]:
        rows: Any = self._model.rows
        places = (self.mapToSource(self.index(n, 0)).row() for n in range(self.rowCount()))
        return [rows[place].attendee.id for place in places]

    def close(self) -> None:
        self.page.close()


def scroll(view: QTableView) -> Iterator[float]:
    """Seconds of each frame while the list moves by a page."""
    bar = view.verticalScrollBar()
    for n in range(FRAMES):
        started = time.perf_counter()
        bar.setValue(bar.maximum() * n // FRAMES)
        view.viewport().repaint()
        yield time.perf_counter() - started


def timed(work: Callable[[], object], view: QTableView) -> float:
    """Seconds until a deed is done and painted."""
    started = time.perf_counter()
    work()
    view.viewport().repaint()
    return time.perf_counter() - started


def main(side: str, count: int) -> dict[str, Any]:
    """Do it all once; seconds, pauses, and which rows are left."""
    app = QApplication(sys.argv[:1])
    Appearance(app)
    kit = Kit(LANGUAGE, LIGHT)
    page = Ours(kit, guests(count))
    shown = page if side == "ours" else Proxy(page)
    pauses = Pauses()
    show, show_pause = pauses.during(lambda: timed(shown.show, shown.view))
    frames = list(scroll(shown.view))
    deeds = shown.sort if isinstance(shown, Ours) else lambda: shown.sort(0)
    sort, sort_pause = pauses.during(lambda: timed(deeds, shown.view))
    letters = [
        pauses.during(lambda n=n: timed(lambda: shown.filter(TYPED[: n + 1]), shown.view))
        for n in range(len(TYPED))
    ]
    rows = shown.listed()
    shown.close()
    return {
        "show": show,
        "scroll": median(frames),
        "sort": sort,
        "filter": median(took for took, _ in letters),
        "show pause": show_pause,
        "scroll pause": max(frames),
        "sort pause": sort_pause,
        "filter pause": max(pause for _, pause in letters),
        "rows": rows,
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))), flush=True)  # noqa: T201 - what it is for
    os._exit(0)  # a proxy and its model do not always outlive each other as they should
