"""Who speaks in which order: the highest rank last, where the programme says nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.errors import BadInput
from desktop.domain.precedence import speaking_order
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.speaker import SpeakerRole
from desktop.services import protocol, publishing
from desktop.services.change import Change
from desktop.services.labels import label
from desktop.services.workspace import Workspace

_STANDING = frozenset({SpeakerRole.CHAIR, SpeakerRole.MODERATOR, SpeakerRole.INTERPRETER})
"""Whoever has one of these roles keeps the place that they have."""


@dataclass(frozen=True, slots=True)
class Speeches:
    """A slot in which several speak; `suggested` are places (from 0) among its speakers."""

    slot: Slot
    suggested: tuple[int, ...]


def speeches(ws: Workspace, event_id: int) -> list[Speeches]:
    """The slots in which several speak, by time, each with a suggested order.

    Raises:
        NotFound: there is no such event.
    """
    dossier = publishing.dossier(ws, event_id, with_pictures=False)
    ranks = {one.person.id: one.place for one in protocol.order_in(dossier)}
    slots = [slot for slot in dossier.slots if slot.status is not SlotStatus.CANCELLED]
    return [Speeches(slot, _suggested(slot, ranks)) for slot in slots if len(_speaking(slot)) > 1]


def arrange(ws: Workspace, slot_id: int, places: Sequence[int]) -> Change:
    """Let the speakers of a slot stand in another order: places (from 0) among those of now.

    Raises:
        BadInput: somebody is left out or named twice.
        NotFound: there is no such slot.
    """
    with ws.change("Speaking order of {slot}") as work:
        slot = work.load(Slot, slot_id)
        if sorted(places) != list(range(len(slot.speakers))):
            raise BadInput("The speakers are others by now. Look at the order again.")
        work.fields["slot"] = label(slot)
        work.put(replace(slot, speakers=tuple(slot.speakers[place] for place in places)))
    return work.change


def _speaking(slot: Slot) -> list[int]:
    """The places of those who speak themselves."""
    return [at for at, one in enumerate(slot.speakers) if one.role not in _STANDING]


def _suggested(slot: Slot, ranks: Mapping[int, int]) -> tuple[int, ...]:
    """The places of its speakers with the highest rank last; equals as they stand."""
    places = _speaking(slot)
    unknown = len(ranks) + 1
    highest = sorted(places, key=lambda at: (ranks.get(slot.speakers[at].person_id, unknown), -at))
    found = list(range(len(slot.speakers)))
    for place, speaker in zip(places, speaking_order(highest), strict=True):
        found[place] = speaker
    return tuple(found)
