"""What the events page shows, read at one moment on the worker's thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.venue import Room, Track, Venue
from desktop.services import events, people
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Row:
    """An event with what it takes place in."""

    event: Event
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Every event, and what may be chosen for one."""

    rows: tuple[Row, ...]
    venues: Mapping[int, Venue]
    organisations: Mapping[int, Organisation]


def read(workspace: Workspace) -> Snapshot:
    """Read the events of the database."""
    rows = tuple(
        Row(
            event,
            tuple(events.rooms(workspace, event.id)),
            tuple(events.tracks(workspace, event.id)),
        )
        for event in events.list_events(workspace)
    )
    return Snapshot(
        rows,
        {venue.id: venue for venue in events.venues(workspace)},
        {one.id: one for one in people.organisations(workspace)},
    )
