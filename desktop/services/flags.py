"""Which flags hang at an event, and in which order.

All of one size and height: the host's, the guests' in the alphabetical order of a language, then
those of international bodies, of the city, of the organisations.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.invitation import may_come
from desktop.domain.organisation import Organisation, OrganisationKind
from desktop.services import publishing
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier

_OF_A_STATE = frozenset({OrganisationKind.EMBASSY, OrganisationKind.MINISTRY})


class FlagOf(StrEnum):
    """Whose flag it is, in the order in which flags hang."""

    HOST = "host"
    GUEST = "guest"
    INTERNATIONAL = "international"
    CITY = "city"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag: whose it is, its name in the language asked for, a state's ISO 3166-1 code."""

    of: FlagOf
    name: str
    country: str = ""


def flags(ws: Workspace, event_id: int, language: str) -> list[Flag]:
    """An event's flags in their order; guests alphabetically as `language` sorts them.

    Guests are the states of the heads of mission who may come and of the embassies and ministries
    that organise.

    Raises:
        NotFound: there is no such event.
    """
    return flags_in(publishing.dossier(ws, event_id, with_pictures=False), language)


def flags_in(dossier: "Dossier", language: str) -> list[Flag]:
    """The same for what was read already."""
    from desktop.documents.ranking import host_country
    from desktop.language import collation, tongues

    key = collation.sort_key(language)
    host = host_country(dossier)
    languages = (language, *dossier.event.languages)

    def state(country: str, of: FlagOf) -> Flag:
        return Flag(of, tongues.territory_name(country, language), country)

    def house(one: Organisation, of: FlagOf) -> Flag:
        return Flag(of, one.name.words(*languages) or "…")

    houses = [
        one
        for part in dossier.event.organisers
        if (one := dossier.organisations.get(part.organisation_id))
    ]
    guests = {country for country in _guests(dossier, houses) if country and country != host}
    bodies = [one for one in houses if one.kind is OrganisationKind.INTERNATIONAL]
    others = [
        one for one in houses if one.kind not in {*_OF_A_STATE, OrganisationKind.INTERNATIONAL}
    ]
    city = dossier.venue.city.words(*languages) if dossier.venue else ""
    return [
        *([state(host, FlagOf.HOST)] if host else []),
        *sorted((state(one, FlagOf.GUEST) for one in guests), key=lambda flag: key(flag.name)),
        *(house(one, FlagOf.INTERNATIONAL) for one in bodies),
        *([Flag(FlagOf.CITY, city)] if city else []),
        *(house(one, FlagOf.ORGANISATION) for one in others),
    ]


def as_seen(flags: list[Flag], *, guest_right: bool) -> list[Flag]:
    """From left to right as one looks at them: the guests' at the right of the host's, or left."""
    return flags if guest_right else flags[::-1]


def _guests(dossier: "Dossier", houses: Iterable[Organisation]) -> Iterator[str]:
    """The states that are guests."""
    from desktop.documents.guests import guests

    yield from (one.country for one in houses if one.kind in _OF_A_STATE)
    for guest in guests(dossier, may_come):
        if any(office.mission_class for office in guest.person.offices):
            yield guest.person.country
