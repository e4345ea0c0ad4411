"""The occasion that is organised."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.localized import Localized
from desktop.domain.message import Letter
from desktop.domain.precedence import Override, Scheme
from desktop.domain.severity import ClashRule


class EventKind(StrEnum):
    """What kind of public act an event is."""

    LECTURE = "lecture"
    PANEL = "panel"
    CONFERENCE = "conference"
    SEMINAR = "seminar"
    CEREMONY = "ceremony"
    RECEPTION = "reception"
    OTHER = "other"


class OrganiserRole(StrEnum):
    """What part an organisation has in an event."""

    ORGANISER = "organiser"
    CO_ORGANISER = "co_organiser"
    HOST = "host"
    PARTNER = "partner"
    SPONSOR = "sponsor"


@dataclass(frozen=True, slots=True)
class Organiser:
    """An organisation's part in an event; organisers stand in the order of their logos."""

    organisation_id: int
    role: OrganiserRole = OrganiserRole.ORGANISER


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs an event's certificates.

    `office` is the place (from 0) among the person's offices of the one in which they sign;
    `signature_id` is a picture of the signature, None where it is signed by hand.
    """

    person_id: int
    office: int = 0
    signature_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """Something to be done for an event, and by which day in the event's own time zone."""

    title: Localized
    due: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Protocol:
    """How an event ranks its guests.

    `nuncio_first` is the host's practice towards the Holy See (Vienna Convention, article 16, 3);
    `guest_flag_right` hangs the guests' flag at the right as one looks at the two.
    """

    scheme: Scheme = Scheme.VIENNA
    nuncio_first: bool = False
    guest_flag_right: bool = True


class WaitingRule(StrEnum):
    """Who moves up from the waiting list when a place becomes free."""

    FIRST_COME = "first_come"
    PRECEDENCE = "precedence"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many guests of a category an event can take; of all together where it is empty."""

    category: str
    places: int


class ReEntry(StrEnum):
    """When a ticket that has come in opens the door again."""

    NEVER = "never"
    AFTER_EXIT = "after_exit"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class DoorList:
    """A list that is kept at a door: the entrance, the lunch, a workshop.

    `key` is what check-ins carry; `day` is the only day on which it is open, None for all of the
    event's; `categories` are those that it admits, empty for all.
    """

    key: str
    title: Localized = Localized()
    re_entry: ReEntry = ReEntry.AFTER_EXIT
    day: date | None = None
    categories: tuple[str, ...] = ()


ENTRANCE = DoorList("entrance")
"""The list of an event that keeps no other."""


@dataclass(frozen=True, slots=True)
class Statistic:
    """What is left of a category's guests when their data is reduced: numbers."""

    category: str
    invited: int = 0
    accepted: int = 0
    attended: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its languages in order (BCP 47), its IANA time zone, its days.

    `first_day` and `last_day` are days in the event's own time zone; where they are None the days
    are those of its slots. `day_starts` is the hour (0 to 11) at which a new day of the programme
    begins, so that a reception until two in the morning still belongs to its evening.
    `summary` opens the report; `footer` stands at the foot of the programme; `notes` are internal.
    `room_change_minutes` is the time that a speaker needs from one room to another; `clash_rules`
    make some kinds of clash more or less severe than usual. `checklist` is internal, like `notes`.

    `president_id` presides; `overrides` are places that the organiser gave by hand. `capacities`
    bound the acceptances, and `waiting_rule` says who moves up. `doors` are the lists kept at the
    doors, the entrance alone where there are none. `letters` are the texts of its messages.
    `keeps_needs` says whether guests are asked what they must not eat and how they get about:
    it tells of health, and is kept only where somebody decided so (Regulation (EU) 2016/679,
    article 9). After the day `keep_until` personal data is reduced to `statistics`.
    """

    id: int = 0
    slug: str = ""
    title: Localized = Localized()
    subtitle: Localized = Localized()
    kind: EventKind = EventKind.CONFERENCE
    languages: tuple[str, ...] = ("en",)
    time_zone: str = "UTC"
    first_day: date | None = None
    last_day: date | None = None
    day_starts: int = 4
    venue_id: int | None = None
    organisers: tuple[Organiser, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    summary: Localized = Localized()
    footer: Localized = Localized()
    notes: Localized = Localized()
    room_change_minutes: int = 5
    clash_rules: tuple[ClashRule, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()
    protocol: Protocol = Protocol()
    president_id: int | None = None
    overrides: tuple[Override, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    waiting_rule: WaitingRule = WaitingRule.FIRST_COME
    doors: tuple[DoorList, ...] = ()
    letters: tuple[Letter, ...] = ()
    keeps_needs: bool = False
    keep_until: date | None = None
    statistics: tuple[Statistic, ...] = ()
    source: str = ""
    version: int = field(default=0, compare=False)
