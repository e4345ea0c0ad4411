"""What guests know of a seating: the label of their seat, which cards, lists and the door show."""

from collections.abc import Collection, Generator
from contextlib import contextmanager
from dataclasses import replace

from desktop.domain.attendee import Attendee
from desktop.domain.places import labels
from desktop.domain.seating import Seating
from desktop.domain.seating_moves import without
from desktop.services.change import Recording


@contextmanager
def labelled(work: Recording, event_id: int) -> Generator[None]:
    """Give the guests whose seats are changed within the labels of their new ones.

    An invitation has the label of the event's first seating; papers of another one take its own.
    """
    before = _labels(work, event_id)
    yield
    after = _labels(work, event_id)
    moved = [id for id in before.keys() | after.keys() if before.get(id) != after.get(id)]
    guests = work.by_id(Attendee, sorted(moved)).values()
    work.put_all([replace(guest, seat=after.get(guest.id, "")) for guest in guests])


def free(work: Recording, attendee_ids: Collection[int]) -> None:
    """Take guests out of every seating before they are taken off the list."""
    gone = set(attendee_ids)
    events = {guest.event_id for guest in work.by_id(Attendee, sorted(gone)).values()}
    for event_id in sorted(events):
        for seating in work.find(Seating, event_id=event_id):
            work.put(without(seating, gone))


def _labels(work: Recording, event_id: int) -> dict[int, str]:
    first = next(iter(work.find(Seating, event_id=event_id)), None)
    return labels(first) if first else {}
