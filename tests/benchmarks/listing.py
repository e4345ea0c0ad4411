"""A list of guests in a process of its own: shown, scrolled, sorted and filtered while typing.

`listing.py make FILE ROWS` fills a database. `listing.py ours|proxy FILE`: the page of the program
or the same table on a QSortFilterProxyModel that compares and filters in Python, both on that
database; they end with the same rows.
"""

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
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
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person, PersonName
from desktop.language.collation import name_sort_key, sort_key
from desktop.language.folding import fold
from desktop.services import attendance, events, people
from desktop.services.lists import Guest
from desktop.services.workspace import Workspace
from desktop.ui.appearance import Appearance
from desktop.ui.attendees.columns import columns
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.desk import Desk
from desktop.ui.garbage import Sweeper
from desktop.ui.kit import Kit
from desktop.ui.table import TableModel
from desktop.ui.theme import LIGHT
from tests.pauses import Pauses

Index = QModelIndex | QPersistentModelIndex

TYPED = "nunez 12"
FRAMES = 60
IDLE = 1_500
"""Milliseconds for which nobody touches the list before it is sorted."""
LANGUAGE = "es"
BY_ORGANISATION = 1
_GIVEN = ("Aigerim", "Álvaro", "Ñusta", "Әлия", "Фёдор", "Zoe", "María", "Болат", "Қанат", "عمر")
_FAMILY = ("García", "Núñez", "Қасымов", "Ünal", "Иванов", "Łukasz", "Ortega", "Әбенов", "الفارسي")
_HOUSES = 300


def make(file: str, count: int) -> None:
    """Fill a database with an event and so many guests, the same ones each time."""
    with Workspace.open(file, create=True) as ws, ws.change("Fill") as work:
        event = work.put(Event(slug="large", title=Localized.of(es="Foro"), languages=("es",)))
        houses = work.put_all(
            [Organisation(name=Localized.of(es=f"Universidad {n}")) for n in range(_HOUSES)]
        )
        made = work.put_all([_person(n, count, houses[n % _HOUSES].id) for n in range(count)])
        replies = list(Reply)
        work.put_all(
            [
                Attendee(
                    event_id=event.id,
                    person_id=person.id,
                    category=CATEGORIES[n % len(CATEGORIES)],
                    reply=replies[n % len(replies)],
                )
                for n, person in enumerate(made)
            ]
        )


def _person(n: int, count: int, house: int) -> Person:
    family = f"{_FAMILY[n * 7 % len(_FAMILY)]} {n * 7919 % count}"
    name = PersonName("und-Latn", family, _GIVEN[n * 3 % len(_GIVEN)])
    return Person(names=(name,), organisation_id=house, languages=("es", "kk"))


def idle(milliseconds: int) -> None:
    """Do nothing for a while; other threads go on, which they would not in `QTest.qWait`."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def during(deed: Callable[[], object], view: QTableView) -> tuple[float, Pauses]:
    """Seconds until a deed is done and painted, and how long the thread was away meanwhile.

    As everywhere, the loop comes round between the answer, its painting and what follows.
    """
    pauses = Pauses()
    pauses.begin()
    started = time.perf_counter()
    deed()
    pauses.round()
    view.viewport().repaint()
    took = time.perf_counter() - started
    pauses.round()
    QApplication.processEvents()
    pauses.end()
    return took, pauses


class Ours:
    """The page of the program on its own database."""

    def __init__(self, kit: Kit, file: str) -> None:
        self._desk = Desk()
        opened = QEventLoop()
        self._desk.opened.connect(opened.quit)
        self._desk.open(file)
        opened.exec()
        while not gc.get_freeze_count():  # until the desk has loaded all pages
            idle(100)
        self._event, self._desk.current = self._desk.current, None
        self.page = GuestsPage(kit, self._desk)
        self.view: QTableView = self.page.table
        self.page.resize(1366, 768)
        self.page.show()  # both windows stand before there is anything to list
        self.page.stack.setCurrentIndex(self.page.view)
        QApplication.processEvents()

    def _after(self, deed: Callable[[], object]) -> None:
        """Do something and stay in Qt's loop until the list shows other rows."""
        loop = QEventLoop()
        self.page.table.rows.modelReset.connect(loop.quit)
        QTimer.singleShot(0, deed)
        loop.exec()
        self.page.table.rows.modelReset.disconnect(loop.quit)

    def show(self) -> None:
        event = self._event
        assert event is not None
        self._after(lambda: self._desk.choose_event(event.id))

    def sort(self) -> None:
        head = self.view.horizontalHeader()
        self._after(lambda: head.setSortIndicator(BY_ORGANISATION, Qt.SortOrder.AscendingOrder))

    def filter(self, text: str) -> None:
        self._after(lambda: self.page.search.searched.emit(self._typed(text)))

    def _typed(self, text: str) -> str:
        self.page.search.blockSignals(True)  # its pause for thought is not counted
        self.page.search.setText(text)
        self.page.search.blockSignals(False)
        return text

    def listed(self) -> list[int]:
        return list(self.page.listed_ids())

    def close(self) -> None:
        self._desk.close()


@dataclass(frozen=True, slots=True)
class Row(Guest):
    """A guest with the words that find them."""

    words: str = ""


class Proxy(QSortFilterProxyModel):
    """What comes first to mind: all rows in memory, sorted and filtered by methods in Python."""

    def __init__(self, kit: Kit, file: str) -> None:
        super().__init__()
        self._kit, self._file, self._wanted = kit, file, list[str]()
        self._key, self._text_key = name_sort_key(LANGUAGE), sort_key(LANGUAGE)
        self._model: TableModel[Guest] = TableModel(
            kit, columns(kit, ("es",)), lambda one: one.attendee.id
        )
        self.view = QTableView()
        self.view.verticalHeader().setDefaultSectionSize(40)
        self.view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.view.resize(1366, 768)
        self.view.show()

    def show(self) -> None:
        with Workspace.open(self._file) as ws:
            event = events.only_event(ws)
            directory = {one.id: one for one in people.people(ws)}
            houses = {one.id: one for one in people.organisations(ws)}
            guests = attendance.attendees(ws, event.id)
        rows = [self._row(guest, directory, houses) for guest in guests]
        rows.sort(key=lambda row: self._name(row))
        self._model.show(rows)
        self.setSourceModel(self._model)
        self.view.setModel(self)

    def _row(
        self, guest: Attendee, directory: dict[int, Person], houses: dict[int, Organisation]
    ) -> Row:
        person = directory[guest.person_id]
        house = houses[person.organisation_id or 0]
        words = fold(f"{person.names[0].full} {house.name.get('es')}")
        return Row(guest, person, house, words)

    def _name(self, row: Guest) -> tuple[bytes, bytes]:
        name = row.person.name(LANGUAGE, "Latn")
        return self._key(name.family, name.given)

    def sort_by_organisation(self) -> None:
        self.sort(BY_ORGANISATION)

    def lessThan(self, left: Index, right: Index) -> bool:
        return self._written(left) < self._written(right)

    def _written(self, index: Index) -> tuple[bytes, tuple[bytes, bytes]]:
        row: Any = self._model.rows[index.row()]
        return self._text_key(row.organisation.name.get("es")), self._name(row)

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
        """Nothing is open."""


def scroll(view: QTableView) -> Iterator[tuple[float, float]]:
    """Seconds of each frame while the list moves by a page, and those of the thread's own work."""
    bar = view.verticalScrollBar()
    for n in range(FRAMES):
        QApplication.processEvents()
        started, worked = time.perf_counter(), time.thread_time()
        bar.setValue(bar.maximum() * n // FRAMES)
        view.viewport().repaint()
        yield time.perf_counter() - started, time.thread_time() - worked


def main(side: str, file: str) -> dict[str, Any]:
    """Do it all once; seconds, pauses, and which rows are left."""
    app = QApplication(sys.argv[:1])
    Appearance(app)
    Sweeper(app)
    kit = Kit(LANGUAGE, LIGHT)
    shown = Ours(kit, file) if side == "ours" else Proxy(kit, file)
    show, showing = during(shown.show, shown.view)
    frames = list(scroll(shown.view))
    by_house = shown.sort if isinstance(shown, Ours) else shown.sort_by_organisation
    idle(IDLE)  # what is prepared in a quiet moment
    sort, sorting = during(by_house, shown.view)
    letters = [
        during(partial(shown.filter, TYPED[: n + 1]), shown.view) for n in range(len(TYPED))
    ]
    rows = shown.listed()
    shown.close()
    return {
        "show": show,
        "scroll": median(took for took, _ in frames),
        "sort": sort,
        "filter": median(took for took, _ in letters),
        "show pause": showing.longest,
        "scroll pause": max(took for took, _ in frames),
        "sort pause": sorting.longest,
        "filter pause": max(pauses.longest for _, pauses in letters),
        "show work": showing.work,
        "scroll work": max(work for _, work in frames),
        "sort work": sorting.work,
        "filter work": max(pauses.work for _, pauses in letters),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1000,  # GB
        "rows": rows,
    }


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]))
    else:
        print(json.dumps(main(sys.argv[1], sys.argv[2])), flush=True)  # noqa: T201 - what it is for
        os._exit(0)  # a proxy and its model do not always outlive each other as they should
