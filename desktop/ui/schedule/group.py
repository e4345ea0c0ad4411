"""Several slots at once: where they go together, where copies of them stand."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from desktop.domain.programme import Programme, time_zone
from desktop.domain.slot import Slot
from desktop.services.planning import Placement
from desktop.ui.schedule.drag import NOWHERE, Drag
from desktop.ui.schedule.geometry import Place
from desktop.ui.schedule.model import Card, DayView, is_band, moment_of


def group(view: DayView, marked: Collection[int], held: int) -> tuple[Card, ...]:
    """The cards that move when one is held: all that are marked where it is one of them."""
    wanted = marked if held in marked else {held}
    return tuple(card for card in view.everything if card.slot.id in wanted)


def kept_in(view: DayView, cards: Sequence[Card], drag: Drag) -> Drag:
    """The same drag, its place such that every card of the group stays within the day."""
    if drag.origin is None or drag.resizes or len(cards) < 2:
        return drag
    columns = [card.place.column for card in cards if not is_band(card.slot)]
    across = drag.place.column - drag.origin.column
    if columns:
        across = min(max(across, -min(columns)), len(view.rooms) - 1 - max(columns))
    earliest = view.first - min(card.place.minute for card in cards)
    latest = view.last - max(card.place.minute + card.slot.minutes for card in cards)
    down = min(max(drag.place.minute - drag.origin.minute, earliest), max(latest, 0))
    return replace(drag, place=Place(drag.origin.minute + down, drag.origin.column + across))


def carried(cards: Iterable[Card], drag: Drag) -> Iterator[tuple[Card, Place]]:
    """Where each card of a group goes with the one that is dragged."""
    origin = drag.origin or NOWHERE
    down = drag.place.minute - origin.minute
    for card in cards:
        still = drag.origin is not None and is_band(card.slot)
        across = 0 if still else drag.place.column - origin.column
        yield card, Place(card.place.minute + down, card.place.column + across)


def placed(programme: Programme, view: DayView, card: Card, place: Place) -> Placement:
    """A place of the grid as a start and a room; what lies over all rooms has none."""
    room = None if card in view.bands else view.rooms[place.column]
    start = moment_of(programme, view.date, place.minute)
    return Placement(card.slot.id, start, room.id if room else None)


def pasted(programme: Programme, slots: Sequence[Slot], day: date) -> tuple[Placement, ...]:
    """Where copies of slots go: on their own day after the last of them, else at the same hours.

    Rooms that the event does not have are left out.
    """
    timed = [(slot, slot.start, slot.end) for slot in slots if slot.start and slot.end]
    shift = timedelta(0)
    if timed and programme.day_of(timed[0][0]) == day:
        shift = max(end for _, _, end in timed) - min(start for _, start, _ in timed)
    return tuple(
        Placement(
            slot.id,
            _on(programme, slot, day, shift),
            slot.room_id if programme.room(slot.room_id) else None,
        )
        for slot in slots
    )


def _on(programme: Programme, slot: Slot, day: date, shift: timedelta) -> datetime | None:
    """The same hour by the clock on another day, or so much later on its own."""
    start, own = programme.local_start(slot), programme.day_of(slot)
    if slot.start is None or start is None or own is None:
        return None
    if own == day:
        return slot.start + shift
    wall = start.replace(tzinfo=None) + (day - own)
    return wall.replace(tzinfo=time_zone(programme.event))


def sharing(programme: Programme, number: int) -> dict[int, tuple[int, ...]]:
    """The other slots in which somebody who speaks in this one does too, and who."""
    chosen = next((slot for slot in programme.slots if slot.id == number), Slot())
    people = {speaker.person_id for speaker in chosen.speakers}
    found = {
        slot.id: tuple(one.person_id for one in slot.speakers if one.person_id in people)
        for slot in programme.slots
        if slot.id != number
    }
    return {slot: shared for slot, shared in found.items() if shared}
