"""Which room goes without saying."""

from itertools import pairwise

from desktop.domain.programme import Programme
from desktop.domain.slot import SlotStatus
from desktop.domain.venue import Room


def main_room(programme: Programme) -> Room | None:
    """The room that the head of a programme names once for all.

    The only one, or the one where most happens while nothing runs in parallel.
    """
    timed = [
        (slot.start, slot.end, slot.room_id)
        for slot in programme.slots
        if slot.start and slot.end and slot.status is not SlotStatus.CANCELLED
    ]
    counts = {room.id: 0 for room in programme.rooms}
    for _, _, room_id in timed:
        if room_id in counts:
            counts[room_id] += 1
    used = [room for room in programme.rooms if counts[room.id]]
    if len(used) < 2:
        return used[0] if used else None
    timed.sort()
    if any(before[1] > after[0] for before, after in pairwise(timed)):
        return None
    most = max(used, key=lambda room: counts[room.id])
    return most if 2 * counts[most.id] > len(timed) else None
