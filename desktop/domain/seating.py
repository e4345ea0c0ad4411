"""Who sits where at a table or in the rows of a hall."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.localized import Localized


class Shape(StrEnum):
    """How the places of a table lie."""

    HEAD = "head"
    """A long table whose places all face the hall."""
    ROUND = "round"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or a block of rows: its name and its number of places.

    `rows` divides the places of a block; it is 1 for tables.
    """

    name: Localized
    shape: Shape = Shape.ROUND
    places: int = 8
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Seat:
    """A guest's place: the table (from 0, in the plan's order) and the place at it (from 1).

    `places` tells how places are counted. `behind` is a chair behind the place, for an
    interpreter. Who is `locked` stays there when a seating is suggested anew.
    """

    attendee_id: int
    table: int
    place: int
    behind: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """Two guests who must not sit beside each other."""

    attendee_id: int
    other_id: int


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Somebody who comes to interpret for a guest, at whose left or behind whom they sit."""

    attendee_id: int
    delegate_id: int


@dataclass(frozen=True, slots=True)
class Seating:
    """A seating of an event's guests: the dinner's, the hall's.

    `host_ids` are the invitations of those who host beside the one who presides over the event.
    """

    id: int = 0
    event_id: int = 0
    title: Localized = Localized()
    tables: tuple[Table, ...] = ()
    seats: tuple[Seat, ...] = ()
    apart: tuple[Apart, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    host_ids: tuple[int, ...] = ()
    position: int = 0
    version: int = field(default=0, compare=False)

    def seat_of(self, attendee_id: int) -> Seat | None:
        """Where a guest sits."""
        return next((seat for seat in self.seats if seat.attendee_id == attendee_id), None)

    def sitter(self, table: int, place: int, *, behind: bool = False) -> int | None:
        """The invitation of whoever sits at a place."""
        for seat in self.seats:
            if (seat.table, seat.place, seat.behind) == (table, place, behind):
                return seat.attendee_id
        return None

    def delegate_of(self, attendee_id: int) -> int | None:
        """For whom somebody interprets."""
        for one in self.interpreters:
            if one.attendee_id == attendee_id:
                return one.delegate_id
        return None
