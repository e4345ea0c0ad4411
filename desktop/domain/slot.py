"""An item of the programme."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.localized import Localized
from desktop.domain.speaker import Speaker


class SlotKind(StrEnum):
    """What happens in a slot."""

    REGISTRATION = "registration"
    OPENING = "opening"
    WELCOME = "welcome"
    KEYNOTE = "keynote"
    LECTURE = "lecture"
    TALK = "talk"
    PRESENTATION = "presentation"
    PANEL = "panel"
    ROUND_TABLE = "round_table"
    WORKSHOP = "workshop"
    REMARKS = "remarks"
    QUESTIONS = "questions"
    SIGNING = "signing"
    PERFORMANCE = "performance"
    COFFEE_BREAK = "coffee_break"
    LUNCH = "lunch"
    DINNER = "dinner"
    RECEPTION = "reception"
    CLOSING = "closing"
    OTHER = "other"

    @property
    def is_break(self) -> bool:
        """Whether nobody speaks: registration, coffee, meals."""
        return self in _BREAKS

    @property
    def needs_speaker(self) -> bool:
        """Whether it is nothing without somebody who speaks."""
        return self in _SPOKEN


_BREAKS = frozenset(
    {SlotKind.REGISTRATION, SlotKind.COFFEE_BREAK, SlotKind.LUNCH, SlotKind.DINNER}
)
_SPOKEN = frozenset(
    {
        *(SlotKind.WELCOME, SlotKind.KEYNOTE, SlotKind.LECTURE, SlotKind.TALK),
        *(SlotKind.PRESENTATION, SlotKind.PANEL, SlotKind.ROUND_TABLE, SlotKind.WORKSHOP),
        SlotKind.REMARKS,
    }
)


class SlotStatus(StrEnum):
    """How sure a slot is."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class InterpretationMode(StrEnum):
    """How a slot is interpreted (ISO 20108, ISO 18841)."""

    SIMULTANEOUS = "simultaneous"
    CONSECUTIVE = "consecutive"
    WHISPERED = "whispered"
    SIGN_LANGUAGE = "sign_language"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """Interpretation of a slot into one target language (BCP 47)."""

    language: str
    mode: InterpretationMode = InterpretationMode.SIMULTANEOUS
    channel: int | None = None
    booth: int | None = None
    headsets: int | None = None


@dataclass(frozen=True, slots=True)
class DataPoint:
    """One bar of a chart; a label that needs no translation (a year) has the tag `und`."""

    label: Localized
    value: float


@dataclass(frozen=True, slots=True)
class DataSet:
    """Figures shown in a slot, printed as a chart; `illustrative` says that they are made up."""

    title: Localized
    points: tuple[DataPoint, ...]
    caption: Localized = Localized()
    unit: Localized = Localized()
    source: Localized = Localized()
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """An item of the programme. It takes time, mostly in a room.

    `start` is aware and in UTC, None while the slot is unscheduled. `floor_languages` are the
    languages spoken (BCP 47). A slot without a room takes place in all of them (a break) or
    nowhere in particular. `expected_audience` counts heads. `source` is the identifier that the
    slot has in the file it came from.
    """

    id: int = 0
    event_id: int = 0
    kind: SlotKind = SlotKind.TALK
    title: Localized = Localized()
    subtitle: Localized = Localized()
    abstract: Localized = Localized()
    start: datetime | None = None
    minutes: int = 30
    room_id: int | None = None
    track_id: int | None = None
    floor_languages: tuple[str, ...] = ()
    interpretation: tuple[Interpretation, ...] = ()
    status: SlotStatus = SlotStatus.CONFIRMED
    speakers: tuple[Speaker, ...] = ()
    data_set: DataSet | None = None
    expected_audience: int | None = None
    position: int = 0
    source: str = ""
    version: int = field(default=0, compare=False)

    @property
    def end(self) -> datetime | None:
        """When the slot is over, in UTC; None while it is unscheduled."""
        return None if self.start is None else self.start + timedelta(minutes=self.minutes)
