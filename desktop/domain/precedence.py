"""Order of precedence, and who sits where because of it.

Two schemes: the Vienna Convention on Diplomatic Relations (1961) and Spain's Ordenamiento General
de Precedencias en el Estado (Real Decreto 2099/1983). A scheme proposes; an override with its
reason decides. Every place comes with the reason for it, as a msgid and its fields.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from desktop.domain.errors import BadInput
from desktop.domain.person import MissionClass, Person
from desktop.domain.texts import msgid

T = TypeVar("T")


class Scheme(StrEnum):
    """Whose rules apply."""

    VIENNA = "vienna"
    SPAIN = "spain"


@dataclass(frozen=True, slots=True)
class Override:
    """The organiser's own decision: this person, this place (from 1), for this reason."""

    person_id: int
    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """What an order depends on besides the persons themselves.

    `president_id` presides as the organiser; `residents` are authorities of the place itself;
    `represents` tells whom a person stands in for, as a key of `SPANISH_RANKS`; `nuncio_first` is
    the host's practice towards the Holy See (article 16, 3 of the convention).
    """

    president_id: int | None = None
    residents: frozenset[int] = frozenset()
    represents: Mapping[int, str] = field(default_factory=dict[int, str], hash=False)
    nuncio_first: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A person's place, from 1, and why: a msgid with `{fields}`."""

    person: Person
    place: int
    reason: str
    fields: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a person is sorted by, and the reason that goes with it."""

    key: tuple[float, ...]
    reason: str
    fields: Mapping[str, str]


MISSION_CLASSES: Mapping[MissionClass, int] = {
    MissionClass.AMBASSADOR: 1,
    MissionClass.NUNCIO: 1,
    MissionClass.ENVOY: 2,
    MissionClass.MINISTER: 2,
    MissionClass.INTERNUNCIO: 2,
    MissionClass.CHARGE_D_AFFAIRES: 3,
}
"""Article 14, 1 of the convention: the three classes of heads of mission."""

SPANISH_RANKS: tuple[str, ...] = (
    "king_or_queen",
    "royal_consort",
    "heir",
    "infante",
    "head_of_government",
    "president_of_congress",
    "president_of_senate",
    "president_of_constitutional_court",
    "president_of_judiciary_council",
    "deputy_head_of_government",
    "minister",
    "ambassador",
    "former_head_of_government",
    "head_of_regional_government",
    "leader_of_opposition",
    "mayor",
    "head_of_royal_household",
    "president_of_council_of_state",
    "president_of_court_of_auditors",
    "attorney_general",
    "ombudsman",
    "secretary_of_state",
)
"""The highest ranks of article 10 of Real Decreto 2099/1983, in their order (acts in Madrid).

Ambassadors accredited to the host stand there together, by the convention's order.
"""

_REPRESENTED_IN_FULL = frozenset({"king_or_queen", "head_of_government"})
_NOBODY = Occasion()


def order(
    persons: Iterable[Person],
    host_country: str,
    scheme: Scheme = Scheme.VIENNA,
    overrides: Sequence[Override] = (),
    occasion: Occasion = _NOBODY,
) -> tuple[Ranked, ...]:
    """The persons in order of precedence, each with the reason for the place.

    `host_country` is ISO 3166-1 alpha-2: only an accreditation to it counts. Between equals, and
    where no rule says anything, the order given is kept.

    Raises:
        BadInput: an override has no reason, or two want the same place.
    """
    standing = _RULES[scheme]
    standings = [(standing(person, host_country, occasion), person) for person in persons]
    standings.sort(key=lambda each: each[0].key)
    proposed = [Ranked(person, 0, each.reason, each.fields) for each, person in standings]
    return _overridden(proposed, overrides)


def speaking_order(ranked: Sequence[T]) -> tuple[T, ...]:
    """A suggestion for speeches: in much of the world the highest rank speaks last."""
    return tuple(reversed(ranked))


def _viennese(person: Person, host: str, occasion: Occasion) -> _Standing:
    """Articles 14 (classes) and 16 (within a class by date and time of taking up functions)."""
    mission = _mission(person)
    if mission is None:
        return _Standing((9,), msgid("No rule gives a place: as listed"), {})
    level = MISSION_CLASSES[mission]
    taken_up = _taken_up(person, host)
    if taken_up is None:
        return _Standing((4, level), msgid("Head of a mission to another state (article 5)"), {})
    if occasion.nuncio_first and mission is MissionClass.NUNCIO:
        return _Standing(
            (0,), msgid("The host gives the Holy See the first place (article 16, 3)"), {}
        )
    return _Standing(
        (level, taken_up.timestamp()),
        msgid(
            "Head of mission of class {level}, in office since {since} UTC (articles 14 and 16)"
        ),
        {"level": str(level), "since": f"{taken_up.astimezone(UTC):%Y-%m-%d %H:%M}"},
    )


def _spanish(person: Person, host: str, occasion: Occasion) -> _Standing:
    """Articles 4 (presidency, residence), 9 (representation) and 10 (ranks) of the decree."""
    mission = _viennese(person, host, occasion)
    if person.id == occasion.president_id:
        return _Standing((0,), msgid("Presides, as the organiser (article 4)"), {})
    away = person.id not in occasion.residents
    represented = occasion.represents.get(person.id, "")
    if represented in _REPRESENTED_IN_FULL:
        place = SPANISH_RANKS.index(represented) + 1
        reason = msgid("Stands in for {rank}, with that rank (article 9)")
        return _Standing((place, away), reason, {"rank": represented})
    accredited = ("ambassador",) if mission.key[0] <= 1 else ()
    rank = national_rank(person, *accredited)
    if not rank:
        return _Standing((99, *mission.key), mission.reason, mission.fields)
    place = SPANISH_RANKS.index(rank) + 1
    if accredited and rank == "ambassador":
        away = True  # among them the convention's order counts, wherever they reside
    reason = msgid("Rank {place}, {rank} (article 10)")
    if represented:
        reason = msgid(
            "Rank {place}, {rank}: standing in for somebody gives no rank (articles 9 and 10)"
        )
    elif not away:
        reason = msgid("Rank {place}, {rank}, of the place itself (articles 4 and 10)")
    return _Standing((place, away, *mission.key), reason, {"place": str(place), "rank": rank})


_RULES: Mapping[Scheme, Callable[[Person, str, Occasion], _Standing]] = {
    Scheme.VIENNA: _viennese,
    Scheme.SPAIN: _spanish,
}


def national_rank(person: Person, *also: str) -> str:
    """The highest of `SPANISH_RANKS` among the person's offices and other ranks; else empty."""
    held = {*also, *(office.rank for office in person.offices)}
    return next((rank for rank in SPANISH_RANKS if rank in held), "")


def _mission(person: Person) -> MissionClass | None:
    """The highest class among the person's offices."""
    classes = [office.mission_class for office in person.offices if office.mission_class]
    return min(classes, key=MISSION_CLASSES.__getitem__, default=None)


def _taken_up(person: Person, host: str) -> datetime | None:
    """When functions were taken up in the host state; later credentials change nothing (16, 2)."""
    accredited = (each.taken_up for each in person.accreditations if each.country == host)
    return min(accredited, default=None)


def _overridden(proposed: Sequence[Ranked], overrides: Sequence[Override]) -> tuple[Ranked, ...]:
    """The order with the organiser's own decisions; the others move up or down around them."""
    decided = _decisions(overrides)
    present = {each.person.id for each in proposed}
    rest = [each for each in proposed if each.person.id not in decided]
    for override in sorted(decided.values(), key=lambda each: each.place):
        if override.person_id in present:
            person = next(e.person for e in proposed if e.person.id == override.person_id)
            ranked = Ranked(person, 0, msgid("Placed by hand: {why}"), {"why": override.reason})
            rest.insert(override.place - 1, ranked)
    return tuple(replace(each, place=place) for place, each in enumerate(rest, start=1))


def _decisions(overrides: Sequence[Override]) -> dict[int, Override]:
    for override in overrides:
        if not override.reason.strip():
            raise BadInput("A place given by hand needs its reason.", place=f"{override.place}")
        if override.place < 1:
            raise BadInput("Places are counted from 1.", place=f"{override.place}")
    if len({override.place for override in overrides}) < len(overrides):
        raise BadInput("Two persons were given the same place by hand.")
    return {override.person_id: override for override in overrides}
