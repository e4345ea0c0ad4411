"""Guests in order of precedence, and who presides."""

from collections.abc import Iterator, Sequence

from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, by_family_name
from desktop.documents.request import Request
from desktop.domain.errors import CannotPrint
from desktop.domain.person import Person
from desktop.domain.precedence import Occasion, Override, Scheme, order
from desktop.domain.slot import SlotStatus
from desktop.domain.speaker import SpeakerRole

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


def by_precedence(dossier: Dossier, request: Request, guests: Sequence[Guest]) -> list[Guest]:
    """Guests in the order of the scheme that a request names, with the places given by hand.

    Raises:
        CannotPrint: the option `places` makes no sense.
    """
    listed = sorted(by_family_name(guests, request.languages[0]), key=_category)
    waiting: dict[int, list[Guest]] = {}
    for guest in listed:
        waiting.setdefault(guest.person.id, []).append(guest)
    host = presiding(dossier)
    ranked = order(
        [guest.person for guest in listed],
        host_country(dossier),
        Scheme(request.options["scheme"]),
        _overrides(request.options["places"], listed),
        Occasion(president_id=host.id if host else None),
    )
    return [waiting[each.person.id].pop(0) for each in ranked]


def host_country(dossier: Dossier) -> str:
    """The state whose precedence counts: that of the house, else of the first organiser."""
    houses = (dossier.organisations.get(one.organisation_id) for one in dossier.event.organisers)
    countries = [dossier.venue.country if dossier.venue else "", *(o.country for o in houses if o)]
    return next(filter(None, countries), "")


def presiding(dossier: Dossier) -> Person | None:
    """The host or chair of the first slot that has one, else the first signatory."""
    return next((dossier.people[id] for id in _presiding(dossier) if id in dossier.people), None)


def _presiding(dossier: Dossier) -> Iterator[int]:
    slots = [slot for slot in dossier.slots if slot.status is not SlotStatus.CANCELLED]
    for slot in sorted(slots, key=lambda slot: (slot.start is None, slot.start, slot.id)):
        yield from (one.person_id for one in slot.speakers if one.role in _PRESIDING)
    yield from (one.person_id for one in dossier.event.signatories)


def _category(guest: Guest) -> int:
    category = guest.attendee.category
    return _CATEGORIES.index(category) if category in _CATEGORIES else _CATEGORIES.index("guest")


def _overrides(text: str, guests: Sequence[Guest]) -> list[Override]:
    """The places of "12=1 the host's wish; 7=2 ...": guest's number, place, reason."""
    persons = {str(guest.attendee.id): guest.person.id for guest in guests if guest.attendee.id}
    found: list[Override] = []
    for part in filter(None, map(str.strip, text.split(";"))):
        number, _, rest = part.partition("=")
        place, _, reason = rest.strip().partition(" ")
        if number.strip() not in persons or not place.isdecimal() or not reason.strip():
            raise CannotPrint(
                "“{text}” places nobody. Write the guest’s number, the place and the reason: "
                "12=1 the host’s wish; 7=2 speaks first.",
                text=part,
            )
        found.append(Override(persons[number.strip()], int(place), reason.strip()))
    return found
