"""Everything that a document may need about one event, as one frozen value.

Whoever prints gathers it once (`services.publishing.dossier`); a document then cannot query,
and the same dossier always gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person

if TYPE_CHECKING:  # a document loads what it needs of these
    from collections.abc import Mapping

    from desktop.domain.attendee import Attendee
    from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
    from desktop.domain.event import Event
    from desktop.domain.programme import Programme
    from desktop.domain.release import ProgrammeRelease
    from desktop.domain.seal import Seal
    from desktop.domain.seating import Seating
    from desktop.domain.slot import Slot
    from desktop.domain.venue import Room, Track, Venue


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event with all that belongs to it.

    `programme` holds the event, its slots, rooms and tracks. `people`, `organisations` and
    `pictures` are by id and hold at least whoever and whatever the other values name; a name
    that is not there is left blank, never an error. The other tuples stand in printing order
    (`position`, then id); attendees may come in any order. `release` is the published programme
    that the paper shows, None while it is a draft. `seal` marks what has to be confirmed later.
    `calendar` is the programme as iCalendar, to travel inside the paper.
    """

    programme: Programme
    venue: Venue | None = None
    people: Mapping[int, Person] = field(default_factory=dict[int, Person])
    organisations: Mapping[int, Organisation] = field(default_factory=dict[int, Organisation])
    pictures: Mapping[int, Picture] = field(default_factory=dict[int, Picture])
    attendees: tuple[Attendee, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    press: tuple[PressItem, ...] = ()
    photo_credits: tuple[PhotoCredit, ...] = ()
    contacts: tuple[InstitutionalContact, ...] = ()
    seatings: tuple[Seating, ...] = ()
    release: ProgrammeRelease | None = None
    seal: Seal | None = None
    calendar: bytes = b""

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.programme.event

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot of the programme, scheduled or not."""
        return tuple(self.programme.slots)

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The event's rooms in their order."""
        return tuple(self.programme.rooms)

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The event's tracks in their order."""
        return tuple(self.programme.tracks)

    def picture(self, picture_id: int | None) -> Picture | None:
        """A picture of the dossier, or None."""
        return None if picture_id is None else self.pictures.get(picture_id)
