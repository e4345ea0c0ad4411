"""A seating to be looked at: with everybody who may be seated, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import seating_faults
from desktop.domain.invitation import is_expected
from desktop.domain.person import Person
from desktop.domain.seating import Seating
from desktop.domain.seating_faults import Fault, FaultKind
from desktop.domain.severity import Severity
from desktop.language.translation import msgid
from desktop.services import protocol
from desktop.services.findings import Finding, Place
from desktop.services.protocol import Rank

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier

FAULTS: Mapping[FaultKind, str] = {
    FaultKind.APART: msgid("{one} and {other} must not sit beside each other"),
    FaultKind.INTERPRETER: msgid("{one} interprets for {other} and sits neither left nor behind"),
    FaultKind.TWICE: msgid("{one} has two seats"),
    FaultKind.SHARED: msgid("{one} and {other} have the same seat"),
    FaultKind.NO_PLACE: msgid("The table has no place for {one}"),
    FaultKind.NOT_COMING: msgid("{one} does not come and has a seat"),
    FaultKind.TOO_MANY: msgid("There are fewer places than guests who come"),
}
"""What a fault says of the first (`one`) and the second (`other`) whom it names."""


@dataclass(frozen=True, slots=True)
class Board:
    """A seating with everybody who may be seated, in order of precedence, and what is wrong.

    `expected` are the invitations of those who said that they come, with so many `companions`.
    `speakers` counts those who speak or preside and are not on the list of guests, so that they
    cannot be seated. `people` are all who were invited, by invitation: somebody may have a seat
    and not come.
    """

    seating: Seating
    ranks: tuple[Rank, ...]
    expected: frozenset[int]
    president_id: int | None
    speakers: int
    companions: int
    people: Mapping[int, Person]

    @property
    def faults(self) -> list[Fault]:
        """What is wrong."""
        return self.faults_of(self.seating)

    def faults_of(self, seating: Seating) -> list[Fault]:
        """What would be wrong with the same guests seated otherwise."""
        allowed = {one.attendee.id for one in self.ranks}
        return seating_faults.faults(seating, allowed, self.expected, self.companions)


def board(dossier: "Dossier", seating: Seating) -> Board:
    """A seating of what was read (`publishing.dossier`), with all that deciding on it needs.

    The order is the same in every window: equals stand as the event's first language sorts them.
    """
    from desktop.documents import ranking

    ranks = protocol.order_in(dossier)
    expected = frozenset(
        one.attendee.id for one in ranks if one.attendee.id and is_expected(one.attendee)
    )
    president = ranking.presiding(dossier)
    invited = tuple(one for one in ranks if one.attendee.id)
    return Board(
        seating,
        invited,
        expected,
        president.id if president else None,
        len(ranks) - len(invited),
        sum(one.attendee.party for one in invited if one.attendee.id in expected),
        _people(dossier, ranks),
    )


def _people(dossier: "Dossier", ranks: Sequence[Rank]) -> dict[int, Person]:
    """Who was invited, and where somebody else comes in their place, who comes."""
    found = {one.id: dossier.people.get(one.person_id, Person()) for one in dossier.attendees}
    return found | {one.attendee.id: one.person for one in ranks if one.attendee.id}


def findings(dossier: "Dossier") -> list[Finding]:
    """What is wrong with an event's seatings, for preflight."""
    every = (board(dossier, seating) for seating in dossier.seatings)
    return [finding(seen, fault) for seen in every for fault in seen.faults]


def finding(seen: Board, fault: Fault) -> Finding:
    """A fault in words."""
    named = [seen.people.get(id) for id in (*fault.attendee_ids, 0, 0)[:2]]
    return Finding(
        Severity.WARN,
        f"seating_{fault.kind}",
        FAULTS[fault.kind],
        Place("seating", seen.seating.id),
        {"one": named[0], "other": named[1]},
        people=tuple(person.id for person in named if person),
    )
