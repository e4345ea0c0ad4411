"""Where the desks of this computer keep their copies of guest lists, and until when.

A copy stays until its event is over, so that a desk opens with it where the server does not
answer; one that holds what the server does not know yet stays in any case.
"""

import hashlib
from collections.abc import Generator, Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from desktop import paths
from desktop.domain.errors import DatabaseRefused
from desktop.domain.event import Event
from desktop.domain.programme import day_of
from desktop.services import desk_copy
from desktop.services.workspace import Workspace


def place(ws: Workspace, event_id: int, name: str) -> Path:
    """Where the desk of that name keeps its copy of an event's list."""
    return _folder(ws.location) / f"{event_id}-{_key(name)}.db"


def events(ws: Workspace) -> tuple[Event, ...]:
    """The events of a server of which this computer has a list, as far as a door knows them."""
    found: dict[int, Event] = {}
    for copy in _copies(_folder(ws.location).glob("*.db")):
        found |= {one.id: one for one in copy.find(Event)}
    return tuple(found.values())


def borrow(ws: Workspace, copy: Workspace, event_id: int) -> datetime | None:
    """Fill a new copy from the latest one of another desk of this computer.

    Returns:
        When that list was last as the server has it (aware); None where there is none.
    """
    seen: datetime | None = None
    for other in _copies(_folder(ws.location).glob(f"{event_id}-*.db")):
        at = desk_copy.seen(other)
        if at is not None and (seen is None or at > seen):
            desk_copy.refresh(other, copy, event_id, None, at)
            seen = at
    return seen


def is_over(copy: Workspace) -> bool:
    """Whether the last day of a copy's event has passed, or nobody knows which it is."""
    now = datetime.now(UTC)
    return not any(one.last_day and day_of(one, now) <= one.last_day for one in copy.find(Event))


def tidy() -> None:
    """Delete the copies that nobody needs any more."""
    for copy in _copies((paths.data_folder() / "desks").glob("*/*.db")):
        if not copy.read_only:
            desk_copy.closed(copy, kept=not is_over(copy))


def forget(ws: Workspace) -> None:
    """Delete the copies of a server's lists, for somebody on them is to be forgotten.

    One that is in use hears of it by itself.
    """
    for copy in _copies(_folder(ws.location).glob("*.db")):
        if not copy.read_only:
            desk_copy.closed(copy, kept=False)


def _folder(location: str) -> Path:
    return paths.data_folder() / "desks" / _key(location)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _copies(files: Iterable[Path]) -> Generator[Workspace]:
    """Those that can be opened."""
    for file in sorted(files):
        try:
            copy = Workspace.open(file)
        except DatabaseRefused:
            continue
        with closing(copy):
            yield copy
