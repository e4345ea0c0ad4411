"""An event at a glance: what is ready, what is missing, what is due."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import programme
from desktop.domain.attendee import Reply
from desktop.domain.errors import NotFound
from desktop.domain.event import ChecklistItem, Event
from desktop.domain.invitation import COMING, NOT_COMING
from desktop.domain.release import ProgrammeRelease
from desktop.domain.severity import ClashKind, Severity
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.speaker import SpeakerRole
from desktop.domain.venue import Venue
from desktop.language.translation import msgid
from desktop.services import preflight, publishing, translations
from desktop.services.change import Change
from desktop.services.findings import Finding
from desktop.services.labels import label
from desktop.services.translations import Sheet
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier

OPEN = frozenset({Reply.INVITED, Reply.REMINDED, Reply.NO_REPLY, Reply.WAITING})

_NOT_A_CLASH = frozenset({ClashKind.UNSCHEDULED, ClashKind.UNCONFIRMED_SPEAKER, ClashKind.NO_ROOM})


@dataclass(frozen=True, slots=True)
class Replies:
    """How many were put on the list, and what they said."""

    coming: int = 0
    declined: int = 0
    open: int = 0
    to_invite: int = 0
    without_seat: int = 0
    without_ticket: int = 0

    @property
    def invited(self) -> int:
        """How many have an invitation."""
        return self.coming + self.declined + self.open


@dataclass(frozen=True, slots=True)
class Overview:
    """What the organiser of an event wants to know at breakfast.

    `release` is the last published one with the number of changes since. `without_speakers`,
    `without_interpreter` and `unconfirmed` are slots; cancelled ones are left out everywhere.
    """

    event: Event
    venue: Venue | None
    sheet: Sheet
    replies: Replies
    clashes: tuple[Finding, ...]
    placed: int
    unscheduled: int
    rooms: int
    without_speakers: tuple[Slot, ...]
    without_interpreter: tuple[Slot, ...]
    unconfirmed: tuple[Slot, ...]
    without_logo: tuple[int, ...]
    release: tuple[ProgrammeRelease, int] | None

    def due(self) -> list[tuple[int, ChecklistItem]]:
        """What is still to be done, with its place on the checklist; the next deadline first."""
        waiting = [
            (place, item) for place, item in enumerate(self.event.checklist) if not item.done
        ]
        return sorted(waiting, key=lambda pair: (pair[1].due or date.max, pair[0]))


def overview(ws: Workspace, event_id: int) -> Overview:
    """How far an event is.

    Raises:
        NotFound: there is no such event.
    """
    dossier = publishing.dossier(ws, event_id, with_pictures=False)
    slots = [slot for slot in dossier.slots if slot.status is not SlotStatus.CANCELLED]
    found = preflight.findings(dossier, ())
    releases = ws.find(ProgrammeRelease, event_id=event_id)
    return Overview(
        event=dossier.event,
        venue=dossier.venue,
        sheet=translations.sheet_of(dossier),
        replies=_replies(dossier),
        clashes=tuple(_clashes(found)),
        placed=sum(slot.start is not None for slot in slots),
        unscheduled=sum(slot.start is None for slot in slots),
        rooms=len(dossier.rooms),
        without_speakers=tuple(s for s in slots if s.kind.needs_speaker and not s.speakers),
        without_interpreter=tuple(filter(_lacks_interpreter, slots)),
        unconfirmed=tuple(s for s in slots if not all(one.confirmed for one in s.speakers)),
        without_logo=tuple(one.place.id for one in found if one.kind == "no_logo"),
        release=_released(releases, dossier),
    )


def tick(ws: Workspace, event_id: int, place: int, *, done: bool) -> Change:
    """Note that something on an event's checklist (its place from 0) is done, or is not.

    Raises:
        NotFound: there is no such event, or no such line on its list.
    """
    name = msgid("Done: {task}") if done else msgid("To be done: {task}")
    with ws.change(name) as work:
        event = work.load(Event, event_id)
        items = list(event.checklist)
        if place >= len(items):
            raise NotFound("This was taken off the checklist in the meantime.")
        items[place] = replace(items[place], done=done)
        work.fields["task"] = label(items[place])
        work.put(replace(event, checklist=tuple(items)))
    return work.change


def _clashes(found: Iterable[Finding]) -> Iterable[Finding]:
    kinds = {kind.value for kind in ClashKind if kind not in _NOT_A_CLASH}
    return (one for one in found if one.kind in kinds and one.severity is not Severity.NOTE)


def _lacks_interpreter(slot: Slot) -> bool:
    interpreted = any(speaker.role is SpeakerRole.INTERPRETER for speaker in slot.speakers)
    return bool(slot.interpretation) and not interpreted


def _replies(dossier: "Dossier") -> Replies:
    said: Mapping[Reply, int] = Counter(one.reply for one in dossier.attendees)
    coming = [one for one in dossier.attendees if one.reply in COMING]
    return Replies(
        coming=len(coming),
        declined=sum(said.get(reply, 0) for reply in NOT_COMING),
        open=sum(said.get(reply, 0) for reply in OPEN),
        to_invite=said.get(Reply.TO_INVITE, 0),
        without_seat=sum(not one.seat for one in coming),
        without_ticket=sum(not one.ticket for one in coming),
    )


def _released(
    releases: list[ProgrammeRelease], dossier: "Dossier"
) -> tuple[ProgrammeRelease, int] | None:
    if not releases:
        return None
    last = max(releases, key=lambda release: release.number)
    changes = programme.differences(last.slots, dossier.slots)
    every = (changes.new, changes.cancelled, changes.moved, changes.changed)
    return last, sum(len(part) for part in every)
