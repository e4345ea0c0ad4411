"""Numbered, frozen versions of a programme."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.localized import Localized
from desktop.domain.slot import Slot


@dataclass(frozen=True, slots=True)
class ProgrammeRelease:
    """A programme as it was published: `name` is unique within its event, `slots` are frozen."""

    id: int = 0
    event_id: int = 0
    number: int = 1
    name: str = ""
    at: datetime | None = None
    note: Localized = Localized()
    slots: tuple[Slot, ...] = ()
    version: int = field(default=0, compare=False)
