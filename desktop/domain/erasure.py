"""The note that somebody was erased: a number and a day, so that a backup can be cleaned too."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Erasure:
    """A person who asked to be forgotten: the id that they had, and when (aware, UTC)."""

    id: int = 0
    person_id: int = 0
    at: datetime | None = None
    version: int = field(default=0, compare=False)
