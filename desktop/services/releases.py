"""Published versions of a programme: frozen under a number, and the way back."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.release import ProgrammeRelease
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track
from desktop.services.change import Change, Recording
from desktop.services.workspace import Workspace


def releases(ws: Workspace, event_id: int) -> list[ProgrammeRelease]:
    """An event's published versions, the latest first."""
    return sorted(
        ws.find(ProgrammeRelease, event_id=event_id), key=lambda one: one.number, reverse=True
    )


def names(ws: Workspace, event_id: int) -> list[str]:
    """What an event's published versions are called, the latest first."""
    return [one.name for one in releases(ws, event_id)]


def publish(ws: Workspace, event_id: int, name: str = "", note: Localized | None = None) -> Change:
    """Freeze the programme as it is under the next number.

    `name` is the number where none is given; `note` says what is new.

    Raises:
        BadInput: the event has a version of that name.
    """
    with ws.change("Publish version {version}") as work:
        event = work.load(Event, event_id)
        earlier = work.find(ProgrammeRelease, event_id=event_id)
        number = max((one.number for one in earlier), default=0) + 1
        release = ProgrammeRelease(
            event_id=event.id,
            number=number,
            name=name.strip() or str(number),
            at=datetime.now(UTC),
            note=note or Localized(),
            slots=tuple(work.find(Slot, event_id=event_id)),
        )
        work.fields["version"] = release.name
        work.put(release)
    return work.change


def restore(ws: Workspace, id: int) -> Change:
    """Make the programme as it was in a version.

    Slots deleted since come back; what was added since loses its time and waits with the
    unscheduled. Speakers, rooms and tracks that are no more stay away.

    Raises:
        NotFound: there is no such version.
    """
    with ws.change("Restore version {version}") as work:
        release = work.load(ProgrammeRelease, id)
        work.fields["version"] = release.name
        there = {slot.id: slot for slot in work.find(Slot, event_id=release.event_id)}
        known = list(_with_what_is_there(work, release))
        kept = [
            replace(slot, version=there[slot.id].version) for slot in known if slot.id in there
        ]
        work.put_all(kept)
        work.revive([replace(slot, version=1) for slot in known if slot.id not in there])
        old = {slot.id for slot in known}
        work.put_all([replace(one, start=None) for one in there.values() if one.id not in old])
    return work.change


def _with_what_is_there(work: Recording, release: ProgrammeRelease) -> Iterable[Slot]:
    """The version's slots, without references to what was deleted since."""
    rooms = work.ids(Room, event_id=release.event_id)
    tracks = work.ids(Track, event_id=release.event_id)
    named = {speaker.person_id for slot in release.slots for speaker in slot.speakers}
    persons = work.by_id(Person, named)
    for slot in release.slots:
        yield replace(
            slot,
            room_id=_still(slot.room_id, rooms),
            track_id=_still(slot.track_id, tracks),
            speakers=tuple(one for one in slot.speakers if one.person_id in persons),
        )


def _still(id: int | None, there: Collection[int]) -> int | None:
    return id if id in there else None
