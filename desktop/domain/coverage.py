"""What remains of an event: words, pictures, press, and the contacts that led up to it."""

from dataclasses import dataclass, field
from datetime import date

from desktop.domain.localized import Localized


@dataclass(frozen=True, slots=True)
class PressItem:
    """A piece of press coverage; `language` (BCP 47) is the one it was published in."""

    id: int = 0
    event_id: int = 0
    outlet: Localized = Localized()
    title: Localized = Localized()
    published: date | None = None
    language: str = ""
    url: str = ""
    picture_id: int | None = None
    position: int = 0
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said at an event; `language` (BCP 47) is the one they were said in."""

    id: int = 0
    event_id: int = 0
    person_id: int | None = None
    slot_id: int | None = None
    text: Localized = Localized()
    language: str = ""
    position: int = 0
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PhotoCredit:
    """A photograph of an event with its caption and the photographer's credit.

    The picture may be missing (`picture_id` None): the credit is still due.
    """

    id: int = 0
    event_id: int = 0
    picture_id: int | None = None
    caption: Localized = Localized()
    credit: Localized = Localized()
    position: int = 0
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class InstitutionalContact:
    """A meeting between institutions that led up to an event; `day` is None where not known."""

    id: int = 0
    event_id: int = 0
    day: date | None = None
    text: Localized = Localized()
    person_ids: tuple[int, ...] = ()
    position: int = 0
    version: int = field(default=0, compare=False)
