"""Guests in order of precedence, and who presides."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, by_family_name, guests
from desktop.documents.request import Request
from desktop.domain.invitation import may_come
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.precedence import Occasion, national_rank, order
from desktop.domain.slot import SlotStatus
from desktop.domain.speaker import SpeakerRole
from desktop.language.folding import fold

_CATEGORIES = (
    "authority",
    "diplomat",
    "official",
    "speaker",
    "scholar",
    "business",
    "guest",
    "companion",
    "press",
    "student",
)
"""Those whom no rule of precedence places follow by category, then by family name."""
_PRESIDING = frozenset({SpeakerRole.HOST, SpeakerRole.CHAIR})


@dataclass(frozen=True, slots=True)
class Ranked:
    """A guest's place, from 1, and why: a msgid with `{fields}`."""

    guest: Guest
    place: int
    reason: str
    fields: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)


def ranking(dossier: Dossier, language: str) -> list[Ranked]:
    """Everybody who may come in the event's order of precedence, each with the reason.

    Whom no rule places stands by category, then by family name as `language` sorts it.

    Raises:
        BadInput: a place given by hand has no reason, or two guests were given the same.
    """
    listed = sorted(by_family_name(guests(dossier, may_come), language), key=_category)
    waiting: dict[int, list[Guest]] = {}
    for guest in listed:
        waiting.setdefault(guest.person.id, []).append(guest)
    event, president = dossier.event, presiding(dossier)
    ranked = order(
        [guest.person for guest in listed],
        host_country(dossier),
        event.protocol.scheme,
        event.overrides,
        Occasion(
            president_id=president.id if president else None,
            residents=_residents(dossier, listed),
            represents=_represented(dossier, listed),
            nuncio_first=event.protocol.nuncio_first,
        ),
    )
    return [
        Ranked(waiting[one.person.id].pop(0), one.place, one.reason, one.fields) for one in ranked
    ]


def by_precedence(dossier: Dossier, request: Request, guests: Sequence[Guest]) -> list[Guest]:
    """These guests in the event's order of precedence."""
    ranked = ranking(dossier, request.languages[0])
    places = {_key(one.guest): one.place for one in ranked}
    return sorted(guests, key=lambda guest: places.get(_key(guest), len(places) + 1))


def _key(guest: Guest) -> tuple[int, int]:
    return guest.attendee.id, guest.person.id


def _represented(dossier: Dossier, guests: Iterable[Guest]) -> dict[int, str]:
    """The national rank of those for whom somebody comes, by who comes."""
    found: dict[int, str] = {}
    for guest in guests:
        absent = dossier.people.get(guest.attendee.person_id)
        if absent is not None and absent.id != guest.person.id:
            rank = national_rank(absent)
            if rank:
                found[guest.person.id] = rank
    return found


def _residents(dossier: Dossier, guests: Iterable[Guest]) -> frozenset[int]:
    """Those who hold their office where the event takes place, by the town of their house.

    Where the house has no town, its name may tell: the town council of Seville.
    """
    cities = dossier.venue.city if dossier.venue else Localized()
    here = {fold(text) for _, text in cities}
    return frozenset(
        guest.person.id
        for guest in guests
        if any(_is_in(here, words) for words in _seats(dossier, guest.person))
    )


def _is_in(towns: Iterable[str], words: str) -> bool:
    return any(f" {town} " in f" {words} " for town in towns)


def _seats(dossier: Dossier, person: Person) -> Iterator[str]:
    """The folded words that tell in which town somebody holds each office."""
    for office in person.offices or (None,):
        id = (office and office.organisation_id) or person.organisation_id
        house = dossier.organisations.get(id or 0)
        if house is not None and (house.city or house.address.city):
            yield from (fold(text) for _, text in house.city)
            yield fold(house.address.city)
        elif office is not None:
            yield from (fold(text) for _, text in office.organisation)


def host_country(dossier: Dossier) -> str:
    """The state whose precedence counts: that of the house, else of the first organiser."""
    houses = (dossier.organisations.get(one.organisation_id) for one in dossier.event.organisers)
    countries = [dossier.venue.country if dossier.venue else "", *(o.country for o in houses if o)]
    return next(filter(None, countries), "")


def presiding(dossier: Dossier) -> Person | None:
    """Who the event says; else the host or chair of the first slot, or the first signatory."""
    return next((dossier.people[id] for id in _presiding(dossier) if id in dossier.people), None)


def _presiding(dossier: Dossier) -> Iterator[int]:
    if dossier.event.president_id is not None:
        yield dossier.event.president_id
    slots = [slot for slot in dossier.slots if slot.status is not SlotStatus.CANCELLED]
    for slot in sorted(slots, key=lambda slot: (slot.start is None, slot.start, slot.id)):
        yield from (one.person_id for one in slot.speakers if one.role in _PRESIDING)
    yield from (one.person_id for one in dossier.event.signatories)


def _category(guest: Guest) -> int:
    category = guest.attendee.category
    return _CATEGORIES.index(category) if category in _CATEGORIES else _CATEGORIES.index("guest")
