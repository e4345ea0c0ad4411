"""Who was invited, who accepted, who came: counted for a report.

Heads are counted: an attendee and the companions of `party`. Before the doors have opened once a
report speaks of replies instead of attendance.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from desktop.documents.dossier import Dossier
from desktop.domain.arrivals import figures
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import ENTRANCE, Statistic
from desktop.domain.invitation import came, heads, is_expected, is_invited
from desktop.domain.person import Person

MOST_INTERVALS = 12
"""The most bars of a chart of arrivals."""
_LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)  # who is in now is not asked


class Moment(NamedTuple):
    """The start of an interval, in the event's zone; `dated` where there are several days."""

    start: datetime
    dated: bool


class Count(NamedTuple):
    """A group's heads: those who came of those expected (or accepted of those invited)."""

    key: Hashable
    value: int
    of: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """The figures of a dossier's attendees."""

    dossier: Dossier

    @property
    def held(self) -> bool:
        """Whether anybody has come in yet."""
        there = any(one.attended for one in self.dossier.attendees)
        return there or any(one.attended for one in self._reduced)

    @property
    def invited(self) -> int:
        """Heads that were invited, or came without it."""
        reduced = sum(one.invited for one in self._reduced)
        return heads(self.dossier.attendees, is_invited) + reduced

    @property
    def expected(self) -> int:
        """Heads that accepted, or came without it."""
        reduced = sum(one.accepted for one in self._reduced)
        return heads(self.dossier.attendees, is_expected) + reduced

    @property
    def attended(self) -> int:
        """Heads that came."""
        reduced = sum(one.attended for one in self._reduced)
        return heads(self.dossier.attendees, came) + reduced

    @property
    def _reduced(self) -> tuple[Statistic, ...]:
        """What is left of guests whose data was reduced to numbers."""
        return self.dossier.event.statistics

    def replied(self, *replies: Reply) -> int:
        """Heads of those whose reply is one of these."""
        return heads(self.dossier.attendees, lambda one: one.reply in replies)

    def by_category(self) -> list[Count]:
        """By the attendees' categories, the largest first."""
        counts = {count.key: count for count in self._by(lambda one, _: one.category)}
        for one in self._reduced:
            value, of = (one.attended, one.accepted) if self.held else (one.accepted, one.invited)
            there = counts.get(one.category, Count(one.category, 0, 0))
            counts[one.category] = Count(one.category, there.value + value, there.of + of)
        return _largest_first(counts.values())

    def by_organisation(self) -> list[Count]:
        """By id of organisation, the largest first."""
        return self._by(lambda _, person: organisation_of(person))

    def by_country(self) -> list[Count]:
        """By ISO 3166-1 code of country, the largest first."""
        return self._by(lambda _, person: person.country or None)

    def by_time(self) -> tuple[int, list[Count]]:
        """Minutes, and the heads that came within so many from each start on; few enough to show.

        At the first of the event's doors; no counts where that would take too many.
        """
        event = self.dossier.event
        door = (event.doors or (ENTRANCE,))[0]
        for minutes in (15, 60):
            found = figures(event, door, self.dossier.attendees, _LONG_AGO, minutes=minutes)
            if len(found.intervals) <= MOST_INTERVALS:
                days = {one.start.date() for one in found.intervals}
                counted = [(one.start, one.came) for one in found.intervals]
                return minutes, [
                    Count(Moment(start, dated=len(days) > 1), heads, 0) for start, heads in counted
                ]
        return 60, []

    def by_reply(self) -> list[Count]:
        """By how far the invitation is, as the replies follow one another; all of them heads."""
        counts = [Count(reply, self.replied(reply), 0) for reply in Reply]
        return [count for count in counts if count.value]

    def _by(self, key: Callable[[Attendee, Person], Hashable]) -> list[Count]:
        value, of = (came, is_expected) if self.held else (is_expected, is_invited)
        groups: dict[Hashable, list[Attendee]] = {}
        for one in self.dossier.attendees:
            person = self.dossier.people.get(one.person_id)
            group = key(one, person) if person is not None else None
            if group is not None:
                groups.setdefault(group, []).append(one)
        return _largest_first(Count(k, heads(g, value), heads(g, of)) for k, g in groups.items())


def _largest_first(counts: Iterable[Count]) -> list[Count]:
    return sorted(
        (count for count in counts if count.of), key=lambda count: (-count.value, -count.of)
    )


def organisation_of(person: Person) -> int | None:
    """The organisation that somebody belongs to: their own, else that of their first office."""
    if person.organisation_id is not None:
        return person.organisation_id
    offices = (office.organisation_id for office in person.offices)
    return next((id for id in offices if id is not None), None)
