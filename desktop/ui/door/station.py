"""The desk at the door as the page works with it: asks on the worker's thread, hears answers."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.arrivals import Figures
from desktop.domain.attendee import Direction
from desktop.domain.change import Change
from desktop.domain.door import Answer, Scan
from desktop.domain.errors import EstradoError, NotFound
from desktop.domain.event import ENTRANCE
from desktop.domain.person import Person
from desktop.services import door_badges
from desktop.services.desk import Desk as DoorDesk
from desktop.services.desk import Merged
from desktop.services.door import doubles
from desktop.ui.desk import Desk

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace

T = TypeVar("T")

AGAIN = 5_000
"""Milliseconds between two attempts to reach a server that is away."""


class Station(QObject):
    """One desk of one event: which list, which way; what it asked last."""

    answered = Signal(object)
    found = Signal(str, object)
    counted = Signal(object)
    reached = Signal()
    """How far the server is: `online`, `since` when it is not, how many scans are `waiting`."""
    merged = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._held = _Held()
        self.event_id = 0
        self.name = ""
        self.list = ENTRANCE.key
        self.direction = Direction.IN
        self.online = True
        self.since: datetime | None = None
        self.waiting = 0
        self.own = 0
        """The Change that was made here last."""
        self.practises = False
        """Whether nothing that is answered here is kept."""
        self.opens: date | None = None
        """The day on which the list's door opens, where that is not today."""
        self._last: Scan | None = None
        self._again = QTimer(self)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self._reconnect)
        give_up = partial(_give_up, desk, self._held)
        desk.closing.connect(give_up)
        self.destroyed.connect(give_up)

    def open(self, event_id: int, name: str, *, practice: bool = False) -> None:
        """Take up a desk of an event, in the place of the one before."""
        self.event_id, self.name, self.practises = event_id, name, practice

        def work(ws: "Workspace") -> Merged | None:
            return self._held.open(ws, event_id, name, practice=practice)

        self._ask(work, self._opened)

    # asking -----------------------------------------------------------------------------------

    def read_code(self, code: str) -> None:
        """A scanner read a ticket."""
        self._scan(Scan(self.name, code=code))

    def pick(self, attendee_id: int) -> None:
        """Somebody was chosen by name."""
        self._scan(Scan(self.name, attendee_id=attendee_id))

    def let_in(self) -> None:
        """Let in, against the rules, whoever was refused last."""
        if self._last is not None:
            self._scan(replace(self._last, anyway=True))

    def walk_in(self, person: Person, category: str) -> None:
        """Let in somebody who is not on the list."""
        scan = self._stamped(Scan(self.name))
        self._last = None
        self._ask(lambda _ws: self._held.door.walk_in(person, scan, category), self._take)

    def find(self, typed: str) -> None:
        """Look for a name."""
        self._ask(
            lambda _ws: self._held.door.find(typed), lambda found: self.found.emit(typed, found)
        )

    def badge(self, attendee_id: int, done: Callable[[bytes], None]) -> None:
        """A guest's badge; without network with no more on it than the desk's own list knows."""
        number = self.event_id
        self._ask(lambda _ws: door_badges.badge(self._held.door.source, number, attendee_id), done)

    def find_doubles(self) -> None:
        """Look for those whom two desks let in."""
        number = self.event_id
        self._ask(
            lambda _ws: doubles(self._held.door.source, number),
            lambda found: self.found.emit("", found),
        )

    def count(self) -> None:
        """Count anew who is expected and who is in, and see whether the door is open today."""
        key = self.list

        def work(_ws: "Workspace") -> tuple[Figures, date | None]:
            door = self._held.door
            return door.figures(key), door.opens(key)

        def done(found: tuple[Figures, date | None]) -> None:
            figures, self.opens = found
            self.counted.emit(figures)
            self.reached.emit()

        self._ask(work, done)

    def keep_up(self, attendees: frozenset[int] | None = None) -> None:
        """See the list as it is on the server, or some invitations: for the time without it."""
        self._ask(lambda _ws: self._held.door.refresh(attendees), lambda _none: None)

    # within -----------------------------------------------------------------------------------

    def _scan(self, scan: Scan) -> None:
        self._last = scan
        asked = self._stamped(scan)
        self._ask(lambda _ws: self._held.door.check_in(asked), self._take)

    def _stamped(self, scan: Scan) -> Scan:
        return replace(
            scan,
            list=self.list,
            direction=self.direction,
            event_id=self.event_id,
            nonce=secrets.token_hex(8),
        )

    def _take(self, outcome: tuple[Answer, Change | None]) -> None:
        answer, change = outcome
        self.answered.emit(answer)
        if change is not None and self.online:
            self.own = change.id
            self._desk.act(self, lambda _ws: change)  # so that everybody hears, and can undo it
        else:
            self.count()

    def _opened(self, merged: Merged | None) -> None:
        if merged is not None:
            self.merged.emit(merged)
        self.count()

    def _reconnect(self) -> None:
        def done(merged: Merged | None) -> None:
            if merged is not None:
                self._opened(merged)

        self._ask(lambda _ws: self._held.door.reconnect(), done)

    def _ask(self, work: "Callable[[Workspace], T]", done: Callable[[T], None]) -> None:
        """Ask on the worker's thread, and look there how far the server is."""

        def job(ws: "Workspace") -> tuple[T, bool, datetime | None, int]:
            result = work(ws)
            door = self._held.door
            return result, door.online, door.since, 0 if door.online else door.waiting

        def finished(answer: tuple[T, bool, datetime | None, int]) -> None:
            result, self.online, self.since, self.waiting = answer
            self._look_out()
            done(result)

        self._desk.read(self, job, finished, self.refused.emit)

    def _look_out(self) -> None:
        """Where the server is away, try again and again."""
        if self.online or self.practises:
            self._again.stop()
        elif not self._again.isActive():
            self._again.start()
        self.reached.emit()


def _give_up(desk: Desk, held: "_Held", *_: object) -> None:
    if desk.worker.running:
        desk.worker.do(desk, held.close)


class _Held:
    """The desk that is open; touched on the worker's thread only."""

    def __init__(self) -> None:
        self._door: DoorDesk | None = None
        self._why: EstradoError = NotFound("No desk is open.")

    @property
    def door(self) -> DoorDesk:
        if self._door is None:
            raise self._why
        return self._door

    def open(self, ws: "Workspace", event_id: int, name: str, *, practice: bool) -> Merged | None:
        """Take up a desk in the place of the one before; what came of the scans that waited."""
        self.close()
        try:
            self._door = (DoorDesk.practising if practice else DoorDesk.open)(ws, event_id, name)
        except EstradoError as error:
            self._why = error
            raise
        return self._door.merged

    def close(self, _progress: object = None) -> None:
        """Give the desk up: the copy of the guest list goes."""
        if self._door is not None:
            self._door.close()
            self._door = None
