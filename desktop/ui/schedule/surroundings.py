"""What slots that are held would clash with where they are; asked many times a second."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from desktop.domain import clashes
from desktop.domain.clashes import Clash
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.ui.schedule.model import is_band
from desktop.ui.schedule.snapshot import is_shown


class Surroundings:
    """The other slots, put in order once, so that a thousand need not be looked at again.

    The rules are the programme's own (`clashes.find`); only who can be concerned is told apart
    here: what shares the room or a speaker, what lies over all rooms, at about the same time.
    """

    def __init__(self, programme: Programme, held: Collection[int]) -> None:
        self._programme = programme
        self._gap = timedelta(minutes=programme.event.room_change_minutes)
        people = {
            one.person_id for slot in programme.slots if slot.id in held for one in slot.speakers
        }
        self._others = [slot for slot in programme.slots if slot.id not in held and slot.start]
        self._always: list[Slot] = []
        self._rooms: defaultdict[int | None, list[Slot]] = defaultdict(list)
        for slot in self._others:
            if slot.room_id is None or any(one.person_id in people for one in slot.speakers):
                self._always.append(slot)
            else:
                self._rooms[slot.room_id].append(slot)

    def clashes(self, changed: Sequence[Slot]) -> Mapping[int, tuple[Clash, ...]]:
        """By slot, what each would clash with if they were all as `changed` says."""
        programme = replace(self._programme, slots=(*changed, *self._near(changed)))
        held = {slot.id for slot in changed}
        by_slot: defaultdict[int, tuple[Clash, ...]] = defaultdict(tuple)
        for clash in filter(is_shown, clashes.find(programme)):
            for number in held.intersection(clash.slot_ids):
                by_slot[number] += (clash,)
        return by_slot

    def _near(self, changed: Sequence[Slot]) -> Iterator[Slot]:
        starts = [slot.start for slot in changed if slot.start]
        ends = [slot.end for slot in changed if slot.end]
        if not starts or not ends:
            return
        first, last = min(starts) - self._gap, max(ends) + self._gap
        for slot in self._beside(changed):
            if slot.start and slot.end and slot.start <= last and first <= slot.end:
                yield slot

    def _beside(self, changed: Sequence[Slot]) -> Iterator[Slot]:
        if any(is_band(slot) for slot in changed):
            yield from self._others
            return
        yield from self._always
        for room in {slot.room_id for slot in changed}:
            yield from self._rooms[room]
