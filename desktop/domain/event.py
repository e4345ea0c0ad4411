"""The occasion that is organised."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.localized import Localized
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
class Event:
    """An event: its languages in order (BCP 47), its IANA time zone, its days.

    `first_day` and `last_day` are days in the event's own time zone; where they are None the days
    are those of its slots. `day_starts` is the hour (0 to 11) at which a new day of the programme
    begins, so that a reception until two in the morning still belongs to its evening.
    `summary` opens the report; `footer` stands at the foot of the programme; `notes` are internal.
    `room_change_minutes` is the time that a speaker needs from one room to another; `clash_rules`
    make some kinds of clash more or less severe than usual. `checklist` is internal, like `notes`.
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
    source: str = ""
    version: int = field(default=0, compare=False)
