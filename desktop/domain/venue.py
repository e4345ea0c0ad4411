"""Where an event takes place."""

from dataclasses import dataclass, field

from desktop.domain.localized import Localized


@dataclass(frozen=True, slots=True)
class Venue:
    """A house with rooms; `country` is ISO 3166-1 alpha-2."""

    id: int = 0
    name: Localized = Localized()
    address: Localized = Localized()
    city: Localized = Localized()
    country: str = ""
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Room:
    """A room of an event, in order of `position`; `capacity` counts seats, None where unknown."""

    id: int = 0
    event_id: int = 0
    venue_id: int | None = None
    name: Localized = Localized()
    capacity: int | None = None
    position: int = 0
    source: str = ""
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Track:
    """A theme that runs through the programme; `colour` is `#RRGGBB` or empty."""

    id: int = 0
    event_id: int = 0
    name: Localized = Localized()
    colour: str = ""
    position: int = 0
    source: str = ""
    version: int = field(default=0, compare=False)
