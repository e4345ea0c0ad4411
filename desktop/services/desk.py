"""A desk at a door: it goes on where the network is lost, and hands in later what it noted.

Beside a server's database a desk keeps a file of the same kind in the user's own folder: the guest
list as it was last seen, as much of it as a door needs. Without the server the same verbs work on
that file. Its log of changes is the queue of what the server does not know yet.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.arrivals import Figures
from desktop.domain.door import Answer, Kind, Reason, Scan
from desktop.domain.errors import Unreachable
from desktop.domain.event import ENTRANCE, Event
from desktop.domain.person import Person
from desktop.services import desk_copy, door, door_figures
from desktop.services.desk_merge import Merged, merge
from desktop.services.lookout import Lookout
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.services.change import Change

__all__ = ["Desk", "Merged"]

T = TypeVar("T")


class Desk:
    """One desk of one event.

    `online` says whether it works on the event's own database; `merged` is what came of the scans
    that were still waiting when it was opened.
    """

    def __init__(self, ws: Workspace, event_id: int, name: str, copy: Workspace | None) -> None:
        self.event_id, self.name = event_id, name
        self.online = True
        self.merged: Merged | None = None
        self._ws, self._copy = ws, copy
        self._lookout: Lookout | None = None

    @staticmethod
    def open(ws: Workspace, event_id: int, name: str) -> "Desk":
        """Open a desk; what it noted without network when it was last open is still waiting.

        Raises:
            NotFound: there is no such event.
            DatabaseRefused: a desk of that name is open in another window of this computer.
            Unreachable: the server does not answer, so that there is no list to work with.
        """
        ws.load(Event, event_id)
        if ws.database.path is not None:
            return Desk(ws, event_id, name, None)
        copy = desk_copy.opened(_place(ws, event_id, name), who=ws.who)
        desk = Desk(ws, event_id, name, copy)
        try:
            desk.online = desk.waiting == 0
            desk.merged = desk.reconnect()
            if desk.merged is None:
                desk.refresh()
        except BaseException:
            copy.close()
            raise
        return desk

    @property
    def source(self) -> Workspace:
        """What to read the list and the figures from at this moment."""
        return self._ws if self.online or self._copy is None else self._copy

    @property
    def waiting(self) -> int:
        """How many changes the server does not know yet."""
        return desk_copy.waiting(self._copy) if self._copy is not None else 0

    def check_in(self, scan: Scan) -> tuple[Answer, "Change | None"]:
        """Answer a guest, as `door.check_in` does; without network by what this desk knows."""
        scan = self._own(scan)
        answer, change = self._asked(lambda ws: door.check_in(ws, scan))
        return self._noted(answer), change

    def walk_in(
        self, person: Person, scan: Scan, category: str = "guest"
    ) -> tuple[Answer, "Change"]:
        """Let somebody in who is not on the list, as `door.walk_in` does."""
        scan = self._own(scan)
        answer, change = self._asked(
            lambda ws: door.walk_in(ws, self.event_id, person, scan, category)
        )
        return self._noted(answer), change

    def find(self, typed: str, limit: int = 20) -> list[door.Guest]:
        """The guests whose names begin with what is typed, in any script."""
        return self._asked(lambda ws: door.find(ws, self.event_id, typed, limit))

    def figures(self, list: str = ENTRANCE.key, day: date | None = None) -> Figures:
        """The figures of a list, as `door_figures.live` gives them."""
        return self._asked(lambda ws: door_figures.live(ws, self.event_id, list, day))

    def refresh(self, attendees: Iterable[int] | None = None) -> None:
        """Copy the guest list anew, or what is different in some invitations.

        Where the server does not answer, the desk falls back to what it has.
        """
        if self._copy is None or not self.online:
            return
        try:
            desk_copy.refresh(self._ws, self._copy, self.event_id, attendees)
        except Unreachable:
            self._fell_back()

    def reconnect(self, wait: float = 0.0) -> Merged | None:
        """Hand in what was noted without network, if the server is there again; None if not.

        Every scan keeps its own time. Who was let in twice is marked, and told. While the server
        does not answer this holds nobody up, but for the seconds of `wait`.
        """
        if self._copy is None or self.online:
            return None
        if self._lookout is not None and not self._lookout.seen(wait):
            return None
        self._look_no_longer()
        try:
            merged = merge(self._ws, self._copy, self.event_id, self.name)
        except Unreachable:
            self._fell_back()
            return None
        desk_copy.forget_changes(self._copy)
        self.online = True
        self.refresh()
        return merged

    def close(self) -> None:
        """Close the desk. The copy of the list goes, unless the server still lacks something."""
        self._look_no_longer()
        if self._copy is not None:
            desk_copy.closed(self._copy)

    def _own(self, scan: Scan) -> Scan:
        """A scan of this desk, with all that makes it the same one when it is asked again."""
        return replace(
            scan,
            desk=self.name,
            event_id=self.event_id,
            nonce=scan.nonce or secrets.token_hex(8),
            at=scan.at or datetime.now(UTC),
        )

    def _asked(self, verb: Callable[[Workspace], T]) -> T:
        """What a verb gives on the event's own database; without network, on the copy."""
        try:
            return verb(self.source)
        except Unreachable:
            if not self._fell_back():
                raise
            return verb(self.source)

    def _fell_back(self) -> bool:
        """Go on without the server; whether there is something to go on with."""
        if self._copy is None:
            return False
        self.online = False
        self._lookout = self._lookout or Lookout(self._ws)
        return True

    def _look_no_longer(self) -> None:
        if self._lookout is not None:
            self._lookout.close()
            self._lookout = None

    def _noted(self, answer: Answer) -> Answer:
        if self._copy is None:
            return answer
        if self.online and answer.admits and answer.attendee is not None:
            desk_copy.keep(self._copy, answer.attendee, answer.person)
        if not self.online and (answer.kind, answer.reason) == (Kind.REVOKED, Reason.REPLACED):
            return replace(answer, kind=Kind.UNKNOWN, reason=Reason.SINCE)
        return answer


def _place(ws: Workspace, event_id: int, name: str) -> Path:
    """Where a desk keeps its copy."""
    from desktop import paths

    key = hashlib.sha256(f"{ws.location}\0{event_id}\0{name}".encode()).hexdigest()[:16]
    return paths.data_folder() / "desks" / f"{key}.db"
