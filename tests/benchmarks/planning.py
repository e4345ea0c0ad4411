"""The grid in a process of its own: a day with many slots, shown, and one of them dragged.

`planning.py SLOTS`. A frame of a drag (pointer moved by a step of five minutes, clashes looked
for, what changed painted) stands beside a full repaint of the same grid, every card drawn anew.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room
from desktop.ui.appearance import Appearance
from desktop.ui.kit import Kit
from desktop.ui.schedule.grid import Grid
from desktop.ui.schedule.snapshot import Snapshot, take
from desktop.ui.theme import LIGHT

DAY = date(2026, 3, 12)
ROOMS = 20
PEOPLE = 400
FRAMES = 60


def day(count: int) -> Snapshot:
    """So many slots in twenty rooms, each with two speakers of four hundred."""
    event = Event(1, "dia", first_day=DAY, languages=("es",), time_zone="UTC")
    rooms = tuple(Room(n + 1, 1, name=Localized.of(es=f"Sala {n + 1}")) for n in range(ROOMS))
    people = {
        n: Person(n, names=(PersonName("Latn", f"López {n}", "Ana"),)) for n in range(PEOPLE)
    }
    begin = datetime(2026, 3, 12, 8, tzinfo=UTC)
    slots = tuple(
        Slot(
            n + 1,
            1,
            title=Localized.of(es=f"Ponencia {n}: el agua en la estepa"),
            start=begin + timedelta(minutes=15 * (n // ROOMS)),
            minutes=15,
            room_id=n % ROOMS + 1,
            speakers=(Speaker(n % PEOPLE), Speaker((n * 7 + 3) % PEOPLE)),
        )
        for n in range(count)
    )
    return take(Programme(event, slots, rooms), people)


def settled(app: QApplication, grid: Grid) -> float:
    """Let the grid do what is left to do; the longest turn of Qt's loop, in seconds."""
    longest, quiet = 0.0, 0
    while quiet < 3:
        started = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - started)
        quiet = 0 if grid.cards.busy else quiet + 1
    return longest


def repainted(grid: Grid) -> float:
    """Seconds for a picture of the whole grid, nothing of it kept from before."""
    for item in grid.cards.items.values():
        item._picture = None
    started = time.perf_counter()
    grid.grab()
    return time.perf_counter() - started


def drag(app: QApplication, grid: Grid) -> Iterator[float]:
    """Seconds of each frame while a slot is drawn down by five minutes at a time."""
    item = grid.cards.item(ROOMS // 4)
    step = grid.sheet.geometry_.hour / 12
    base = item.mapTo(grid.sheet, QPointF(20, 6))
    item.held.emit(item, QPointF(20, 6))
    item.drawn.emit(item, QPointF(20, 16))
    app.processEvents()
    for n in range(1, FRAMES + 1):
        goal = base + QPointF(0, n % 30 * step)
        started = time.perf_counter()
        item.drawn.emit(item, QPointF(item.mapFrom(grid.sheet, goal)))
        app.processEvents()
        yield time.perf_counter() - started
    grid.cancel()


def main(count: int) -> dict[str, float]:
    """Seconds of first paint, full repaint, a frame of a drag; the longest turns of the first two.

    Zooming puts every card to another place.
    """
    app = QApplication(sys.argv[:1])
    Appearance(app)
    grid = Grid(Kit("es", LIGHT))
    grid.resize(1366, 700)
    grid.show()
    grid.show_day(day(1), DAY, 0)  # what is imported and cached when a programme is first shown
    settled(app, grid)
    shown = day(count)
    started = time.perf_counter()
    grid.show_day(shown, DAY, 0)
    pause = time.perf_counter() - started
    pause = max(pause, settled(app, grid))
    first = time.perf_counter() - started
    full = median(repainted(grid) for _ in range(5))
    frames = list(drag(app, grid))
    started = time.perf_counter()
    grid.zoom(1)
    zoom = max(time.perf_counter() - started, settled(app, grid))
    return {
        **{"first": first, "first pause": pause, "full": full},
        **{"drag": median(frames), "longest": max(frames), "zoom pause": zoom},
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))), flush=True)  # noqa: T201 - what it is for
    os._exit(0)
