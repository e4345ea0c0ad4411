"""Who should sit where: a suggestion out of the order of precedence.

Who presides has the head of the first table, the seat of honour is at their right hand, the others
follow alternately left and right; further hosts head further round tables. In rows precedence runs
from the aisle outwards. An interpreter sits behind the delegate at a table, and at the delegate's
left hand in a row. What cannot be had without breaking "not beside" waits for the next place.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from desktop.domain.person import Gender
from desktop.domain.places import beside, honour_order, left_hand, right_hand
from desktop.domain.seating import Apart, Seat, Seating, Shape
from desktop.domain.seating_faults import faults
from desktop.domain.seating_moves import swapped

_SHAPES = list(Shape)
_WINDOW = 6
"""So many places may somebody wait for the sake of a wish."""
_APART = 1000.0
"""What it costs to seat two beside each other who must not; every wish costs 1."""
_WAITING = 0.15
"""What it costs to pass over somebody of a higher rank."""


class Wish(StrEnum):
    """What neighbours should be, where precedence leaves a choice."""

    HOSTS = "hosts"
    """Guests and hosts alternate."""
    SEXES = "sexes"
    """Women and men alternate."""
    LANGUAGES = "languages"
    """Neighbours share a language."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """What seating somebody depends on, beside their rank."""

    attendee_id: int
    gender: Gender = Gender.UNSPECIFIED
    languages: frozenset[str] = frozenset()
    host: bool = False
    presides: bool = False


def suggest(
    seating: Seating, sitters: Sequence[Sitter], wishes: AbstractSet[Wish] = frozenset()
) -> Seating:
    """The seating with everybody seated, given in order of precedence; who is locked stays.

    Whoever finds no place is left unseated.
    """
    placer = _Placer(seating, sitters, wishes)
    placer.run()
    seats = sorted(placer.seats, key=lambda seat: (seat.table, seat.place, seat.behind))
    placed = replace(seating, seats=tuple(seats))
    return _mended(placed, [one.attendee_id for one in sitters if not one.host])


class _Placer:
    """Fills the places of every table, the most honoured first."""

    def __init__(
        self, seating: Seating, sitters: Sequence[Sitter], wishes: AbstractSet[Wish]
    ) -> None:
        self.tables, self.wishes = seating.tables, wishes
        self.known = {one.attendee_id: one for one in sitters}
        self.seats = [
            seat for seat in seating.seats if seat.locked and seat.attendee_id in self.known
        ]
        self.taken = {(seat.table, seat.place): seat.attendee_id for seat in self.seats}
        settled = {seat.attendee_id for seat in self.seats}
        self.serving = {
            one.attendee_id: one.delegate_id
            for one in seating.interpreters
            if {one.attendee_id, one.delegate_id} <= self.known.keys()
        }
        self.served = {who: by for by, who in self.serving.items() if by not in settled}
        self.apart = {(one.attendee_id, one.other_id) for one in seating.apart}
        self.queue = [
            one
            for one in sitters
            if one.attendee_id not in settled and one.attendee_id not in self.serving
        ]

    def run(self) -> None:
        """Seat everybody for whom there is a place."""
        order = sorted(
            range(len(self.tables)), key=lambda at: _SHAPES.index(self.tables[at].shape)
        )
        self._seat_hosts(order)
        free = [(at, place) for at in order for place in honour_order(self.tables[at])]
        spare = (
            len([spot for spot in free if spot not in self.taken])
            - len(self.queue)
            - len(self.serving)
        )
        for spot in free:
            if spot in self.taken:
                continue
            chosen = self._choice(spot, spare)
            if chosen is None:
                spare -= 1
            else:
                self._seat(chosen, spot)
        self._seat_interpreters(free)

    def _seat_hosts(self, order: Sequence[int]) -> None:
        """Each host at the head of a table, who presides at the first."""
        hosts = sorted(
            (one for one in self.queue if one.host or one.presides),
            key=lambda one: not one.presides,
        )
        heads = [
            (at, honour_order(self.tables[at])[0])
            for number, at in enumerate(order)
            if self.tables[at].places > 0
            and (number == 0 or self.tables[at].shape is Shape.ROUND)
            and self.tables[at].shape is not Shape.ROWS
        ]
        for host, spot in zip(
            hosts, (spot for spot in heads if spot not in self.taken), strict=False
        ):
            self._put(host, spot)

    def _choice(self, spot: tuple[int, int], spare: int) -> Sitter | None:
        """Who comes next for a place; None leaves it empty."""
        able = (one for one in self.queue if self._fits(one, spot))
        first = list(islice(able, _WINDOW if self.wishes else 1))
        costs = [(self._cost(one, spot) + at * _WAITING, at) for at, one in enumerate(first)]
        cost, at = min(costs, default=(0.0, -1))
        if cost < _APART:
            return first[at] if first else None
        other = next((one for one in able if self._cost(one, spot) < _APART), None)
        return other or (None if spare > 0 else first[at])

    def _fits(self, one: Sitter, spot: tuple[int, int]) -> bool:
        """Whether there is also a place for the interpreter, in a row."""
        if one.attendee_id not in self.served or not self._is_row(spot):
            return True
        return next(self._pairs(spot), None) is not None

    def _pairs(self, spot: tuple[int, int]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Free places for a delegate and the interpreter at the left hand, one of them `spot`."""
        table, (at, place) = self.tables[spot[0]], spot
        left, right = left_hand(table, place), right_hand(table, place)
        if left is not None and (at, left) not in self.taken:
            yield spot, (at, left)
        if right is not None and (at, right) not in self.taken:
            yield (at, right), spot

    def _cost(self, one: Sitter, spot: tuple[int, int]) -> float:
        at, place = spot
        cost = 0.0
        for near in beside(self.tables[at], place):
            other = self.known.get(self.taken.get((at, near), 0))
            if other is not None and other.attendee_id not in self.serving:
                cost += self._unlike(one, other)
        return cost

    def _unlike(self, one: Sitter, other: Sitter) -> float:
        """What it costs that two are neighbours."""
        pair = (one.attendee_id, other.attendee_id)
        cost = _APART if pair in self.apart or pair[::-1] in self.apart else 0.0
        if Wish.HOSTS in self.wishes and one.host == other.host:
            cost += 1
        if Wish.SEXES in self.wishes:
            cost += one.gender is other.gender and one.gender is not Gender.UNSPECIFIED
        if Wish.LANGUAGES in self.wishes:
            cost += not one.languages & other.languages
        return cost

    def _seat(self, one: Sitter, spot: tuple[int, int]) -> None:
        """Seat somebody, in a row with the interpreter at the left hand."""
        by = self.served.get(one.attendee_id)
        if by is None or not self._is_row(spot):
            self._put(one, spot)
            return
        mine, beside_me = next(self._pairs(spot))
        self._put(one, mine)
        self._put(self.known[by], beside_me)

    def _put(self, one: Sitter, spot: tuple[int, int], *, behind: bool = False) -> None:
        self.seats.append(Seat(one.attendee_id, *spot, behind=behind))
        if not behind:
            self.taken[spot] = one.attendee_id
        if one in self.queue:
            self.queue.remove(one)

    def _seat_interpreters(self, free: Sequence[tuple[int, int]]) -> None:
        """Behind the delegate, or at the left hand in a row; else wherever there is a place."""
        for by, delegate in self.serving.items():
            if any(seat.attendee_id == by for seat in self.seats):
                continue
            seat = next((s for s in self.seats if s.attendee_id == delegate), None)
            if seat is None:
                self.queue.append(self.known[by])
            elif self.tables[seat.table].shape is not Shape.ROWS:
                self._put(self.known[by], (seat.table, seat.place), behind=True)
            else:
                near = left_hand(self.tables[seat.table], seat.place)
                if near is not None and (seat.table, near) not in self.taken:
                    self._put(self.known[by], (seat.table, near))
                else:
                    self.queue.append(self.known[by])
        left = [spot for spot in free if spot not in self.taken]
        for one, spot in zip(list(self.queue), left, strict=False):
            self._put(one, spot)

    def _is_row(self, spot: tuple[int, int]) -> bool:
        return self.tables[spot[0]].shape is Shape.ROWS


def _mended(seating: Seating, order: Sequence[int]) -> Seating:
    """The seating after the swaps that part those who must not be neighbours.

    Each takes the nearest in rank with whom a swap leaves fewer faults.
    """
    free = [id for id in order if (seat := seating.seat_of(id)) and not seat.locked]
    for pair in seating.apart:
        for id in (pair.other_id, pair.attendee_id):
            if id in free and _wrong(seating, pair):
                seating = _better(seating, id, free)
    return seating


def _wrong(seating: Seating, pair: Apart) -> bool:
    return any(
        {*fault.attendee_ids} == {pair.attendee_id, pair.other_id} for fault in faults(seating)
    )


def _better(seating: Seating, id: int, free: Sequence[int]) -> Seating:
    here, now = free.index(id), len(faults(seating))
    for other in sorted(free, key=lambda other: abs(free.index(other) - here)):
        changed = swapped(seating, id, other)
        if len(faults(changed)) < now:
            return changed
    return seating
