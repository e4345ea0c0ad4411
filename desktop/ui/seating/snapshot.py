"""What the page of seatings shows, read at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.seating import Seating
from desktop.language import names, tags
from desktop.services import publishing, seating_board
from desktop.services.protocol import Rank
from desktop.services.seating_board import Board
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who was invited: how they are called, their category, their rank if they come."""

    id: int
    person: Person
    name: str
    category: str
    rank: Rank | None
    expected: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An event's seatings, one of which is looked at: its board, and all guests by invitation.

    Without a seating the board has an empty one, whose id is 0.
    """

    dossier: "Dossier"
    board: Board
    guests: Mapping[int, Guest]

    @property
    def event(self) -> Event:
        """The event."""
        return self.dossier.event

    @property
    def seatings(self) -> tuple[Seating, ...]:
        """All seatings of the event."""
        return self.dossier.seatings

    @property
    def seating(self) -> Seating:
        """The one that is looked at."""
        return self.board.seating

    def name(self, attendee_id: int | None) -> str:
        """How somebody is called; empty for nobody."""
        guest = self.guests.get(attendee_id or 0)
        return guest.name if guest else ""


def read(ws: Workspace, event_id: int, seating_id: int, language: str) -> Snapshot:
    """Read an event with the seating of an id, or else its first."""
    dossier = publishing.dossier(ws, event_id, with_pictures=False)
    chosen = [one for one in dossier.seatings if one.id == seating_id] or dossier.seatings
    seating = next(iter(chosen), Seating(event_id=event_id))
    board = seating_board.board(dossier, seating)
    ranks = {rank.attendee.id: rank for rank in board.ranks}
    script = tags.script_of(language)
    guests = {
        one.id: Guest(
            one.id,
            board.people[one.id],
            _name(board.people[one.id], language, script),
            one.category,
            ranks.get(one.id),
            one.id in board.expected,
        )
        for one in dossier.attendees
    }
    return Snapshot(dossier, board, guests)


def _name(person: Person, language: str, script: str) -> str:
    return (
        names.printed_name(person, language, honorific=False) or person.name(language, script).full
    )
