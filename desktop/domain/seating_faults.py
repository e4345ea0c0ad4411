"""What is wrong with a seating."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.places import beside, left_hand
from desktop.domain.seating import Seat, Seating


class FaultKind(StrEnum):
    """What a fault is about; `Fault` says whom it names."""

    APART = "apart"
    """Two sit beside each other who must not."""
    INTERPRETER = "interpreter"
    """An interpreter, and the delegate far away."""
    TWICE = "twice"
    """A guest who has two seats."""
    SHARED = "shared"
    """Guests of whom one sits on the other's seat."""
    NO_PLACE = "no_place"
    """A guest whose seat the table does not have."""
    NOT_COMING = "not_coming"
    """A guest who does not come and has a seat."""
    TOO_MANY = "too_many"
    """More guests come than there are places, where there are any yet: nobody is named."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: whom it concerns, by invitation, and at which table."""

    kind: FaultKind
    attendee_ids: tuple[int, ...] = ()
    table: int | None = None


def faults(
    seating: Seating,
    allowed: Collection[int] | None = None,
    expected: Collection[int] = (),
    companions: int = 0,
) -> list[Fault]:
    """Everything that is wrong, the same guests in the same order each time.

    `allowed` are the invitations of all who may come (None: nobody is looked up), `expected`
    those of all who need a seat; `companions`, whose names are not known, need one too.
    """
    return [
        *_stacked(seating.seats),
        *(
            Fault(FaultKind.NO_PLACE, (seat.attendee_id,), seat.table)
            for seat in seating.seats
            if not _exists(seating, seat)
        ),
        *_neighbours(seating),
        *_interpreters(seating),
        *(
            Fault(FaultKind.NOT_COMING, (seat.attendee_id,), seat.table)
            for seat in seating.seats
            if allowed is not None and seat.attendee_id not in allowed
        ),
        *_crowd(seating, expected, companions),
    ]


def _exists(seating: Seating, seat: Seat) -> bool:
    return (
        seat.table < len(seating.tables) and 1 <= seat.place <= seating.tables[seat.table].places
    )


def _stacked(seats: Sequence[Seat]) -> Iterator[Fault]:
    """Guests with two seats, seats with two guests."""
    times = Counter(seat.attendee_id for seat in seats)
    yield from (Fault(FaultKind.TWICE, (id,)) for id, count in times.items() if count > 1)
    sitters: dict[tuple[int, int, bool], list[int]] = {}
    for seat in seats:
        sitters.setdefault((seat.table, seat.place, seat.behind), []).append(seat.attendee_id)
    for (table, _, _), ids in sitters.items():
        if len(set(ids)) > 1:
            yield Fault(FaultKind.SHARED, tuple(dict.fromkeys(ids)), table)


def _neighbours(seating: Seating) -> Iterator[Fault]:
    seats = {seat.attendee_id: seat for seat in seating.seats}
    for pair in seating.apart:
        one, other = seats.get(pair.attendee_id), seats.get(pair.other_id)
        if one and other and _touch(seating, one, other):
            yield Fault(FaultKind.APART, (pair.attendee_id, pair.other_id), one.table)


def _touch(seating: Seating, one: Seat, other: Seat) -> bool:
    if one.table != other.table or one.behind != other.behind or not _exists(seating, one):
        return False
    return other.place in beside(seating.tables[one.table], one.place)


def _interpreters(seating: Seating) -> Iterator[Fault]:
    seats = {seat.attendee_id: seat for seat in seating.seats}
    for one in seating.interpreters:
        by, delegate = seats.get(one.attendee_id), seats.get(one.delegate_id)
        if delegate and _exists(seating, delegate) and not (by and _near(seating, by, delegate)):
            yield Fault(FaultKind.INTERPRETER, (one.attendee_id, one.delegate_id), delegate.table)


def _near(seating: Seating, by: Seat, delegate: Seat) -> bool:
    """Whether an interpreter sits at the delegate's left hand or behind them."""
    if by.table != delegate.table:
        return False
    if by.behind:
        return by.place == delegate.place
    return by.place == left_hand(seating.tables[delegate.table], delegate.place)


def _crowd(seating: Seating, expected: Collection[int], companions: int) -> list[Fault]:
    behind = {seat.attendee_id for seat in seating.seats if seat.behind}
    places = sum(table.places for table in seating.tables)
    needed = len(set(expected) - behind) + companions
    return [Fault(FaultKind.TOO_MANY)] if needed > places > 0 else []
