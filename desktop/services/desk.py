"""A desk at a door: it goes on where the network is lost, and hands in later what it noted.

Beside a server's database a desk keeps a file of the same kind in the user's own folder: the guest
list as it was last seen, as much of it as a door needs. Without the server the same verbs work on
that file. Its log of changes is the queue of what the server does not know yet.
"""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.arrivals import Figures
from desktop.domain.door import Answer, Kind, Reason, Scan, moved
from desktop.domain.errors import Unreachable
from desktop.domain.event import ENTRANCE, Event
from desktop.domain.person import Person
from desktop.services import desk_copy, desk_place, door, door_figures
from desktop.services.desk_merge import Merged, merge
from desktop.services.lookout import Lookout
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.services.change import Change

__all__ = ["Desk", "Merged"]

T = TypeVar("T")


class Desk:
    """One desk of one event.

    `online` says whether it works on the event's own database, and `since` how long it has not
    (aware, UTC); `merged` is what came of the scans that were still waiting when it was opened.
    """

    def __init__(self, ws: Workspace, event_id: int, name: str, copy: Workspace | None) -> None:
        self.event_id, self.name = event_id, name
        self.online = True
        self.since: datetime | None = None
        self.merged: Merged | None = None
        self._ws, self._copy = ws, copy
        self._lookout: Lookout | None = None
        self._practice: TemporaryDirectory[str] | None = None

    @staticmethod
    def open(ws: Workspace, event_id: int, name: str) -> "Desk":
        """Open a desk; what it noted without network when it was last open is still waiting.

        Where the server does not answer it opens with the list that it had last.

        Raises:
            NotFound: there is no such event.
            DatabaseRefused: a desk of that name is open in another window of this computer.
            Unreachable: the server does not answer, and there is no list to work with.
        """
        if ws.database.path is not None:
            ws.load(Event, event_id)
            return Desk(ws, event_id, name, None)
        desk_place.tidy()
        copy = desk_copy.opened(desk_place.place(ws, event_id, name), who=ws.who)
        desk = Desk(ws, event_id, name, copy)
        try:
            desk._begin(copy)
        except BaseException:
            desk.close()
            raise
        return desk

    @staticmethod
    def practising(ws: Workspace, event_id: int, name: str) -> "Desk":
        """Open a desk that answers as on the event's own day; nothing of it is kept.

        Raises:
            NotFound: there is no such event.
        """
        folder = TemporaryDirectory(prefix="estrado-")
        copy = desk_copy.opened(Path(folder.name) / "practice.db", who=ws.who)
        desk = Desk(ws, event_id, name, copy)
        desk._practice = folder
        desk.online = False
        try:
            desk_copy.refresh(ws, copy, event_id, None)
        except BaseException:
            desk.close()
            raise
        return desk

    def _begin(self, copy: Workspace) -> None:
        """Hand in what is waiting, and see the list as it is now."""
        self.since = desk_copy.seen(copy)
        self.online = self.waiting == 0
        self.merged = self.reconnect()
        if self.merged is None:
            self.refresh()
        if not self.online and not copy.find(Event):
            self.since = desk_place.borrow(self._ws, copy, self.event_id)
        if not self.online and self.since is None:
            raise Unreachable(
                "{file} does not answer, and this desk has no list of guests yet.",
                file=self._ws.location,
            )

    @property
    def practises(self) -> bool:
        """Whether this is only practice."""
        return self._practice is not None

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
        now = self._now(list)
        return self._asked(lambda ws: door_figures.live(ws, self.event_id, list, day, now))

    def opens(self, list: str = ENTRANCE.key) -> date | None:
        """The day on which a list's door opens, where that is not today."""
        return self._asked(lambda ws: door.opens(ws, self.event_id, list))

    def refresh(self, attendees: Iterable[int] | None = None) -> None:
        """Copy the guest list anew, or what is different in some invitations.

        Where the server does not answer, the desk falls back to what it has.
        """
        if self._copy is None or not self.online:
            return
        try:
            desk_copy.refresh(self._ws, self._copy, self.event_id, attendees)
            self.since = None
        except Unreachable:
            self._fell_back()

    def reconnect(self, wait: float = 0.0) -> Merged | None:
        """Hand in what was noted without network, if the server is there again; None if not.

        Every scan keeps its own time. Who was let in twice is marked, and told. While the server
        does not answer this holds nobody up, but for the seconds of `wait`.
        """
        if self._copy is None or self.online or self.practises:
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
        """Close the desk. Its copy of the list stays as long as it may be needed."""
        self._look_no_longer()
        copy, self._copy = self._copy, None
        if copy is not None and self._practice is not None:
            copy.close()
            self._practice.cleanup()
        elif copy is not None:
            desk_copy.closed(copy, kept=not desk_place.is_over(copy))

    def _own(self, scan: Scan) -> Scan:
        """A scan of this desk, with all that makes it the same one when it is asked again."""
        return replace(
            scan,
            desk=self.name,
            event_id=self.event_id,
            nonce=scan.nonce or secrets.token_hex(8),
            at=scan.at or self._now(scan.list),
        )

    def _now(self, list: str) -> datetime:
        """The time; in practice, that of the day on which the door opens."""
        now = datetime.now(UTC)
        day = door.opens(self.source, self.event_id, list, now) if self.practises else None
        return moved(self.source.load(Event, self.event_id), day, now) if day else now

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
        self.since = self.since or datetime.now(UTC)
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
