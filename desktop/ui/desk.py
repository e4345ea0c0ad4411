"""The open database as the window sees it: ask, act, and hear what changed.

Services are imported on the worker's thread, while the window paints; pages are made only when
the database is open, and may then import services themselves.
"""

import gc
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.domain.change import Change
from desktop.domain.errors import EstradoError, NotFound
from desktop.domain.event import Event
from desktop.ui.changes import Changes
from desktop.ui.turns import Turns
from desktop.ui.worker import Job, Progress, Worker

if TYPE_CHECKING:
    from desktop.services.lists import Lists
    from desktop.services.workspace import Workspace

T = TypeVar("T")
AGAIN = 5_000
"""Milliseconds between two looks whether another window still has the file."""
_FIRST_SERVICES = ("events", "planning", "people", "attendance")
"""What the first page asks, imported beside the window rather than on its thread."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a verb did, and what can be taken back after it."""

    change: Change | None
    undo: Change | None
    redo: Change | None
    events: tuple[Event, ...]
    barred: EstradoError | None
    away: bool = False


class Desk(QObject):
    """The window's way to the services.

    `current` is the event being worked on. While a server is `away` since before its database was
    opened, only the door works, by the lists that its desks keep.
    """

    opened = Signal()
    event_chosen = Signal()
    events_changed = Signal()
    history_moved = Signal()
    """`undo` and `redo` are other Changes than before."""
    acted = Signal(object)
    """A Change that the user has just made here (for the toast)."""
    closing = Signal()
    """The database is about to be closed: let go of what belongs to it."""
    barred_changed = Signal()
    """Another window took the file, or let go of it: `barred` says who has it."""
    told = Signal(str)
    """Something else that was done (for the toast)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = Worker("database", self)
        self.press = Worker("press", self)
        self.hands = Worker("hands", self)
        self.eyes = Worker("lists", self)
        self.changes = Changes(self)
        self.location = ""
        self.events: tuple[Event, ...] = ()
        self.current: Event | None = None
        self.barred: EstradoError | None = None
        self.away = False
        self.undo: Change | None = None
        self.redo: Change | None = None
        self.habits: dict[str, str] = {}  # how pages were left, while the window lives
        self._workspace: Workspace | None = None  # touched on the worker's thread only
        self._changed = False  # likewise: whether anything was, since it was opened
        self._waiting = QTimer(self, interval=AGAIN)
        self._waiting.timeout.connect(self._ask_again)
        self._loading = Turns(self)
        self._lists: Lists | None = None  # touched on the eyes' thread only

    # opening ----------------------------------------------------------------------------------

    def open(
        self,
        location: str,
        *,
        create: bool = False,
        event_id: int = 0,
        fill: "Callable[[Workspace], Change | None] | None" = None,
        failed: Callable[[EstradoError], None] | None = None,
    ) -> None:
        """Open a database, or create one and `fill` it, in the place of the one that is open."""

        def work(_progress: Progress) -> _Outcome:
            from desktop.services.workspace import Workspace

            fresh = Workspace.open(location, create=create, later=not create)
            kept = _kept(fresh, fresh.away) if fresh.away else None
            self._leave()
            self._workspace = fresh
            outcome = kept or _outcome(fresh, fill(fresh) if fill else None)
            for name in _FIRST_SERVICES:
                import_module(f"desktop.services.{name}")
            return outcome

        def done(outcome: _Outcome) -> None:
            self.location = location
            self.eyes.do(self, lambda _progress: self._close_lists())
            self.current = None
            self._take(outcome)
            self.current = self._find(event_id)
            self.opened.emit()
            self._load_pages()

        self.worker.do(self, work, done, failed)

    def _load_pages(self) -> None:
        """Import the other pages module by module, so that the first look at each is quick.

        Only when the worker has done what the first page asked for: its rows come first. On the
        window's thread: a class with signals that is defined on another one, while a widget
        is made here, brings PySide6 down.
        """
        from desktop.ui import places

        def pages() -> Iterator[object]:
            for name in places.modules():
                yield import_module(name)
            gc.freeze()  # what is loaded stays; looking through it for garbage takes 100 ms

        def begin(_none: None) -> None:
            if self.worker.running:
                self._loading.begin(pages())

        self.worker.do(self, lambda _progress: None, begin)

    def close(self) -> None:
        """Finish what is under way, close the database, end the threads."""
        self.closing.emit()
        self._waiting.stop()
        self._loading.stop()
        self.eyes.do(self, lambda _progress: self._close_lists())
        self.worker.do(self, lambda _progress: self._leave())
        for worker in (self.eyes, self.worker, self.press, self.hands):
            worker.stop()
        gc.unfreeze()  # the window's widgets were among what was loaded, and go now

    def _leave(self) -> None:
        """Close the database, on the worker's thread; what was changed is backed up first.

        Lists that desks keep of events that are over go then, wherever their server is.
        """
        workspace, self._workspace = self._workspace, None
        if workspace is None:
            return
        from desktop.services import desk_place

        try:
            if self._changed:
                from desktop.services import backup

                backup.keep(workspace)
        except EstradoError:
            _log.exception("No backup was made")
        finally:
            self._changed = False
            workspace.close()
            desk_place.tidy()

    def _ask_again(self) -> None:
        """Whether the other window has closed the file; then all is read again."""

        def freed(barred: EstradoError | None) -> None:
            if barred is None and self.barred is not None:
                self.open(self.location, event_id=self.current.id if self.current else 0)

        self.read(self, lambda ws: ws.barred(), freed)

    # asking and acting ------------------------------------------------------------------------

    def read(
        self,
        owner: QObject,
        work: "Callable[[Workspace], T]",
        done: Callable[[T], None],
        failed: Callable[[EstradoError], None] | None = None,
    ) -> Job[T]:
        """Ask the services something; `done` gets the answer on the window's thread."""
        return self.read_long(owner, lambda ws, _progress: work(ws), done, failed)

    def read_long(
        self,
        owner: QObject,
        work: "Callable[[Workspace, Progress], T]",
        done: Callable[[T], None],
        failed: Callable[[EstradoError], None] | None = None,
    ) -> Job[T]:
        """The same for an answer that counts its steps and can be cancelled."""
        return self.worker.do(owner, lambda progress: work(self._open(), progress), done, failed)

    def look(
        self,
        owner: QObject,
        work: "Callable[[Lists], T]",
        done: Callable[[T], None] | None = None,
        failed: Callable[[EstradoError], None] | None = None,
    ) -> Job[T]:
        """Ask the lists something, whatever else the database is busy with."""
        return self.eyes.do(owner, lambda _progress: work(self._open_lists()), done, failed)

    def act(
        self,
        owner: QObject,
        verb: "Callable[[Workspace], Change | None]",
        done: Callable[[Change], None] | None = None,
        failed: Callable[[EstradoError], None] | None = None,
    ) -> None:
        """Run a verb; everybody hears of its Change, then `done` does."""
        self.long(owner, lambda ws, _progress: verb(ws), done, failed)

    def long(
        self,
        owner: QObject,
        verb: "Callable[[Workspace, Progress], Change | None]",
        done: Callable[[Change], None] | None = None,
        failed: Callable[[EstradoError], None] | None = None,
        *,
        name: str = "",
    ) -> Job[_Outcome]:
        """The same for a verb that counts its steps and can be cancelled."""

        def work(progress: Progress) -> _Outcome:
            workspace = self._open()
            change = verb(workspace, progress)
            self._changed = self._changed or change is not None
            return _outcome(workspace, change)

        def finished(outcome: _Outcome) -> None:
            self._take(outcome)
            if outcome.change is None or not outcome.change.id:
                return
            self.changes.tell(outcome.change)
            self.acted.emit(outcome.change)
            if done is not None and isValid(owner):
                done(outcome.change)

        return self.worker.do(self, work, finished, failed, name=name)

    def undo_last(self) -> None:
        """Take back the last Change."""
        from desktop.services import history

        self.act(self, history.undo)

    def redo_last(self) -> None:
        """Do again what was taken back last."""
        from desktop.services import history

        self.act(self, history.redo)

    def choose_event(self, event_id: int) -> None:
        """Work on another event."""
        self.current = self._find(event_id)
        self.event_chosen.emit()

    # within -----------------------------------------------------------------------------------

    def _open(self) -> "Workspace":
        if self._workspace is None:
            raise NotFound("No database is open.")
        return self._workspace

    def _open_lists(self) -> "Lists":
        """The lists of the open database, which read it through a connection of their own."""
        from desktop.services.lists import Lists
        from desktop.services.workspace import Workspace

        if self._lists is None:
            if not self.location:
                raise NotFound("No database is open.")
            self._lists = Lists(Workspace.open(self.location))
        return self._lists

    def _close_lists(self) -> None:
        if self._lists is not None:
            self._lists.ws.close()
            self._lists = None

    def _bar(self, barred: EstradoError | None) -> None:
        """Remember whether this window only reads."""
        self.barred = barred
        if barred is None:
            self._waiting.stop()
        else:
            self._waiting.start()
        self.barred_changed.emit()

    def _find(self, event_id: int) -> Event | None:
        first = self.events[0] if self.events else None
        return next((event for event in self.events if event.id == event_id), first)

    def _take(self, outcome: _Outcome) -> None:
        self.away = outcome.away
        self._bar(outcome.barred)
        self.undo, self.redo = outcome.undo, outcome.redo
        self.history_moved.emit()
        if outcome.events == self.events and self.current in outcome.events:
            return
        known = self.current.id if self.current else 0
        self.events = outcome.events
        self.current = self._find(known)
        self.events_changed.emit()
        if (self.current.id if self.current else 0) != known:
            self.event_chosen.emit()


def _kept(workspace: "Workspace", error: EstradoError) -> _Outcome:
    """What there is to work with while the server is away: lists that desks of here keep."""
    from desktop.services import desk_place

    found = desk_place.events(workspace)
    if not found:
        workspace.close()
        raise error
    return _Outcome(None, None, None, found, None, away=True)


def _outcome(workspace: "Workspace", change: Change | None) -> _Outcome:
    from desktop.services import events, history

    return _Outcome(
        change,
        history.next_undo(workspace),
        history.next_redo(workspace),
        tuple(events.list_events(workspace)),
        workspace.barred(),
    )
