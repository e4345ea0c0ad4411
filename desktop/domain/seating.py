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


class SeatRole(StrEnum):
    """Why somebody sits at a place."""

    GUEST = "guest"
    HOST = "host"
    HONOUR = "honour"
    INTERPRETER = "interpreter"


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
    """A guest's place: the table (from 0, in the plan's order) and the place at it (from 1)."""

    attendee_id: int
    table: int
    place: int
    role: SeatRole = SeatRole.GUEST


@dataclass(frozen=True, slots=True)
class Apart:
    """Two guests who must not sit beside each other."""

    attendee_id: int
    other_id: int


@dataclass(frozen=True, slots=True)
class Seating:
    """A seating of an event's guests: the dinner's, the hall's."""

    id: int = 0
    event_id: int = 0
    title: Localized = Localized()
    tables: tuple[Table, ...] = ()
    seats: tuple[Seat, ...] = ()
    apart: tuple[Apart, ...] = ()
    position: int = 0
    version: int = field(default=0, compare=False)
