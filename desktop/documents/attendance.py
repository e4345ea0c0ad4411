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
from desktop.domain.event import ENTRANCE
from desktop.domain.person import Person

MOST_INTERVALS = 12
"""The most bars of a chart of arrivals."""
_LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)  # who is in now is not asked
_COMING = frozenset({Reply.ACCEPTED, Reply.REPRESENTATIVE})
_NOT_INVITED = frozenset({Reply.TO_INVITE, Reply.WAITING, Reply.CANCELLED})


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
        return any(one.attended for one in self.dossier.attendees)

    @property
    def invited(self) -> int:
        """Heads that were invited, or came without it."""
        return _heads(self.dossier.attendees, _is_invited)

    @property
    def expected(self) -> int:
        """Heads that accepted, or came without it."""
        return _heads(self.dossier.attendees, _is_expected)

    @property
    def attended(self) -> int:
        """Heads that came."""
        return _heads(self.dossier.attendees, _came)

    def replied(self, *replies: Reply) -> int:
        """Heads of those whose reply is one of these."""
        return _heads(self.dossier.attendees, lambda one: one.reply in replies)

    def by_category(self) -> list[Count]:
        """By the attendees' categories, the largest first."""
        return self._by(lambda one, _: one.category)

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
                    Count(Moment(start, dated=len(days) > 1), came, 0) for start, came in counted
                ]
        return 60, []

    def by_reply(self) -> list[Count]:
        """By how far the invitation is, as the replies follow one another; all of them heads."""
        counts = [Count(reply, self.replied(reply), 0) for reply in Reply]
        return [count for count in counts if count.value]

    def _by(self, key: Callable[[Attendee, Person], Hashable]) -> list[Count]:
        value, of = (_came, _is_expected) if self.held else (_is_expected, _is_invited)
        groups: dict[Hashable, list[Attendee]] = {}
        for one in self.dossier.attendees:
            person = self.dossier.people.get(one.person_id)
            group = key(one, person) if person is not None else None
            if group is not None:
                groups.setdefault(group, []).append(one)
        counts = [Count(k, _heads(g, value), _heads(g, of)) for k, g in groups.items()]
        counts = [count for count in counts if count.of]
        return sorted(counts, key=lambda count: (-count.value, -count.of))


def organisation_of(person: Person) -> int | None:
    """The organisation that somebody belongs to: their own, else that of their first office."""
    if person.organisation_id is not None:
        return person.organisation_id
    offices = (office.organisation_id for office in person.offices)
    return next((id for id in offices if id is not None), None)


def _came(one: Attendee) -> bool:
    return one.attended


def _is_expected(one: Attendee) -> bool:
    return one.attended or one.reply in _COMING


def _is_invited(one: Attendee) -> bool:
    return one.attended or one.reply not in _NOT_INVITED


def _heads(attendees: Iterable[Attendee], counts: Callable[[Attendee], bool]) -> int:
    return sum(1 + one.party for one in attendees if counts(one))
