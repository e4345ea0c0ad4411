"""The figures of a door while it is open."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from desktop.domain.arrivals import Count, Figures, Interval, figures
from desktop.domain.attendee import Attendee
from desktop.domain.event import Event
from desktop.services.door import list_of

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace

__all__ = ["Count", "Figures", "Interval", "live"]


def live(
    ws: "Workspace",
    event_id: int,
    list: str = "entrance",
    day: date | None = None,
    now: datetime | None = None,
) -> Figures:
    """Expected, came and in, by category and by quarter of an hour, on one day or on all.

    Raises:
        NotFound: there is no such event, or it keeps no such list.
    """
    with ws.read() as reader:
        event = reader.load(Event, event_id)
        guests = reader.find(Attendee, event_id=event_id)
    return figures(event, list_of(event, list), guests, now or datetime.now(UTC), day=day)
