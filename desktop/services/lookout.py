"""Whether a server is there again, looked for without holding anybody up."""

import threading
from typing import TYPE_CHECKING

from desktop.domain.errors import EstradoError
from desktop.domain.event import Event

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace

_PAUSE = 1.0
"""Seconds between two attempts; each may take as long as a network takes to say nothing."""


class Lookout:
    """Asks a server on a thread of its own until it answers, or until nobody wants to know."""

    def __init__(self, ws: "Workspace") -> None:
        self._ws = ws
        self._seen, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._look, name="lookout", daemon=True)
        self._thread.start()

    def seen(self, wait: float = 0.0) -> bool:
        """Whether the server answered; waits so many seconds for it."""
        return self._seen.wait(wait)

    def close(self) -> None:
        """Look no longer."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_PAUSE):
            try:
                with self._ws.read() as reader:
                    reader.count(Event)
            except EstradoError:
                continue
            self._seen.set()
            return
