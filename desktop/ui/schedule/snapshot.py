"""What the programme page shows: read at one moment, on the worker's thread."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain import clashes
from desktop.domain.clashes import Clash, ClashKind, Severity
from desktop.domain.person import Person
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.services import people, planning
from desktop.services.workspace import Workspace
from desktop.ui.schedule.model import DayView, day_view, event_days

QUIET = frozenset({ClashKind.UNSCHEDULED, ClashKind.NO_ROOM})
"""What the list says anyway, by its headings and empty places."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A programme with its speakers by id and, by slot, what clashes.

    What takes long for many slots is worked out beforehand: its `dates`, those of them that have
    slots as the grid shows them, and how many texts are missing.
    """

    programme: Programme
    speakers: Mapping[int, Person]
    clashes: Mapping[int, tuple[Clash, ...]]
    dates: tuple[date, ...]
    days: Mapping[date, DayView]
    lacking: int

    def day(self, day: date) -> DayView:
        """A day as the grid shows it."""
        return self.days.get(day) or day_view(self.programme, day)

    def missing(self, slot: Slot) -> tuple[str, ...]:
        """The languages of the event in which one of the slot's texts is missing."""
        return missing(self.programme, slot)

    def clashing(self, slot: Slot) -> tuple[Clash, ...]:
        """What is wrong with a slot, the severest first."""
        return self.clashes.get(slot.id, ())


def read(workspace: Workspace, event_id: int) -> Snapshot:
    """Read an event's programme and look for clashes."""
    programme = planning.programme(workspace, event_id)
    speakers = {person.id: person for person in people.speakers(workspace, event_id)}
    return take(programme, speakers)


def take(programme: Programme, speakers: Mapping[int, Person]) -> Snapshot:
    """What the page shows of a programme."""
    by_slot: defaultdict[int, list[Clash]] = defaultdict(list)
    for clash in filter(is_shown, clashes.find(programme)):
        for slot_id in clash.slot_ids:
            by_slot[slot_id].append(clash)
    return Snapshot(
        programme,
        speakers,
        {key: tuple(found) for key, found in by_slot.items()},
        tuple(event_days(programme)),
        {day.date: day_view(programme, day.date) for day in programme.days(cancelled=True)},
        sum(len(missing(programme, slot)) for slot in programme.slots),
    )


def missing(programme: Programme, slot: Slot) -> tuple[str, ...]:
    """The languages of the event in which one of a slot's texts is missing."""
    wanted = programme.event.languages
    texts = (slot.title, slot.subtitle, slot.abstract)
    lacking = {tag for text in texts for tag in text.missing(wanted)}
    return tuple(tag for tag in wanted if tag in lacking)


def is_shown(clash: Clash) -> bool:
    """Whether the programme page speaks of a clash."""
    return clash.severity in (Severity.BLOCK, Severity.WARN) and clash.kind not in QUIET
