"""What other programs do in the same database on a server: every page hears of it at once."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from desktop.domain.change import Change
from desktop.ui.desk import Desk

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace


class _Listener(Protocol):
    def close(self) -> None: ...


class Elsewhere(QObject):
    """Listens as long as a server's database is open."""

    _heard = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._listener: _Listener | None = None
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        desk.opened.connect(self._listen)
        desk.closing.connect(self._stop)

    def _listen(self) -> None:
        self._stop()
        if "://" in self._desk.location:
            self._desk.read(self, self._watch, self._keep)

    def _watch(self, ws: "Workspace") -> _Listener:
        from desktop.services.watching import watch

        return watch(ws, self._heard.emit)

    def _keep(self, listener: _Listener) -> None:
        self._listener = listener

    def _stop(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _tell(self, change: Change | None) -> None:
        """Pass on a Change; where some may have been missed, everything is read anew."""
        if change is not None:
            self._desk.changes.tell(change)
        else:
            self._desk.event_chosen.emit()
        # What can be undone now is another Change. Where the server is away, pages say so.
        self._desk.act(self, lambda _ws: None, failed=lambda _error: None)
