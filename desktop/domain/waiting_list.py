"""Places, and who waits for one.

An event may bound the guests of a category, and all together; a guest takes a place for
themselves and for each companion of their party. Whoever accepts when there is none waits. Nobody
overtakes: as soon as the next in the line finds no room, those behind wait too; where it is the
category that is full, those behind of the same category.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event, WaitingRule
from desktop.domain.invitation import COMING

Ranking = Mapping[int, int]
"""Places in the order of precedence by invitation; it counts where the event's rule says so."""

_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Of the places of a category (of all where it is empty): how many are taken, who waits."""

    category: str
    places: int
    taken: int
    waiting: int

    @property
    def free(self) -> int:
        """Places that are left; none where more were given than there are."""
        return max(0, self.places - self.taken)


def occupancy(event: Event, guests: Sequence[Attendee]) -> tuple[Occupancy, ...]:
    """How far each of an event's capacities is taken."""

    def count(category: str, replies: Iterable[Reply]) -> int:
        within = (one for one in guests if category in ("", one.category))
        return sum(one.heads for one in within if one.reply in replies)

    return tuple(
        Occupancy(
            each.category,
            each.places,
            count(each.category, COMING),
            count(each.category, (Reply.WAITING,)),
        )
        for each in event.capacities
    )


def line(event: Event, guests: Iterable[Attendee], ranking: Ranking) -> list[Attendee]:
    """Those who wait, in the order in which they move up."""
    return _in_line(event, (one for one in guests if one.reply is Reply.WAITING), ranking)


def next_up(event: Event, guests: Iterable[Attendee], ranking: Ranking) -> list[Attendee]:
    """Those who wait although there is a place for them: under the rule "by hand" a proposal."""
    every = list(guests)
    places = _Places(event, (one for one in every if one.reply in COMING))
    return [one for one in line(event, every, ranking) if places.bound(one) and places.take(one)]


def settle(
    event: Event,
    guests: Iterable[Attendee],
    replies: Iterable[Attendee],
    at: datetime,
    ranking: Ranking,
) -> list[Attendee]:
    """The invitations that change once some guests have replied: theirs, and who moves up.

    `guests` are those of the event who come or wait, as they are stored; `replies` are guests
    after `invitation.reply`. Whoever waits already and accepts again keeps their place in the
    line; under the rule "by hand" that is how the organiser lets somebody in.
    """
    before = {one.id: one for one in guests}
    after = before | {one.id: one for one in replies}
    asking = {id for id, one in after.items() if _comes(one) and not _comes(before.get(id))}
    places = _Places(event, (one for id, one in after.items() if _comes(one) and id not in asking))
    waits = {id: one for id, one in before.items() if one.reply is Reply.WAITING}
    in_line = [
        replace(one, reply=Reply.WAITING, replied_at=waits.get(id, one).replied_at or at)
        for id, one in after.items()
        if id in asking or one.reply is Reply.WAITING
    ]
    by_hand = event.waiting_rule is WaitingRule.BY_HAND
    chosen = asking & waits.keys() if by_hand else frozenset[int]()
    for one in sorted(_in_line(event, in_line, ranking), key=lambda one: one.id not in chosen):
        asks = one.id in asking
        if not (asks or places.bound(one)):
            continue
        if not places.take(one):
            after[one.id] = one
        elif not asks and not by_hand:
            after[one.id] = _let_in(one, at)
    return [one for id, one in after.items() if one != before.get(id)]


class _Places:
    """The places that are still free, given out one guest after the other."""

    def __init__(self, event: Event, coming: Iterable[Attendee]) -> None:
        self._free = {each.category: each.places for each in event.capacities}
        self._full: set[str] = set()
        for one in coming:
            self._give(one)

    def bound(self, one: Attendee) -> bool:
        """Whether there is a limit that a guest counts towards."""
        return any(True for _ in self._limits(one))

    def take(self, one: Attendee) -> bool:
        """Give a guest the places that they need, where these are free and nobody is before."""
        wanted = one.heads
        if "" in self._full or one.category in self._full:
            return False
        short = [limit for limit in self._limits(one) if self._free[limit] < wanted]
        if short:
            self._full.add(short[0])
            return False
        self._give(one)
        return True

    def _give(self, one: Attendee) -> None:
        for limit in self._limits(one):
            self._free[limit] -= one.heads

    def _limits(self, one: Attendee) -> Iterable[str]:
        """The capacity of the category, then that of all: a full category stops nobody else."""
        return (limit for limit in dict.fromkeys((one.category, "")) if limit in self._free)


def _comes(one: Attendee | None) -> bool:
    return one is not None and one.reply in COMING


def _let_in(one: Attendee, at: datetime) -> Attendee:
    reply = Reply.ACCEPTED if one.representative_id is None else Reply.REPRESENTATIVE
    return replace(one, reply=reply, replied_at=at)


def _in_line(event: Event, guests: Iterable[Attendee], ranking: Ranking) -> list[Attendee]:
    ranked = event.waiting_rule is WaitingRule.PRECEDENCE

    def place(one: Attendee) -> tuple[int, datetime, int]:
        rank = ranking.get(one.id, len(ranking) + 1) if ranked else 0
        return rank, one.replied_at or _LAST, one.id

    return sorted(guests, key=place)
