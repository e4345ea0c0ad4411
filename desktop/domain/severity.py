"""How much a clash matters: usually, and at an event that sees it otherwise."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much something stands in the way of a programme, the worst first."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"
    IGNORE = "ignore"


class ClashKind(StrEnum):
    """What is wrong with a slot, or between two."""

    NO_LENGTH = "no_length"
    ROOM_TWICE = "room_twice"
    SPEAKER_TWICE = "speaker_twice"
    ROOM_CHANGE = "room_change"
    BREAK_OVERLAP = "break_overlap"
    ROOM_TOO_SMALL = "room_too_small"
    OUTSIDE_EVENT = "outside_event"
    UNSCHEDULED = "unscheduled"
    NO_ROOM = "no_room"
    UNCONFIRMED_SPEAKER = "unconfirmed_speaker"


@dataclass(frozen=True, slots=True)
class ClashRule:
    """How severe a kind of clash is at one event."""

    kind: ClashKind
    severity: Severity
