"""Door signs: what happens in a room on a day, to be read from three metres.

At that distance the capitals of the room stand at 23 minutes of arc, hours at 10, titles at 7;
a reader with normal sight needs 5.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from desktop.documents.batch import batch, titled
from desktop.documents.door_sign_face import Sign, SignFace
from desktop.documents.door_sign_slots import SlotRows
from desktop.documents.dossier import Dossier
from desktop.documents.options import meant
from desktop.documents.request import Progress, Request
from desktop.documents.typesetting.document import Document
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint
from desktop.domain.slot import Slot
from desktop.domain.venue import Room

MOST_SLOTS = 4
"""On a sheet; more go on on a second one."""


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A sheet a room and day as PDF.

    Options: `choices.DOOR_SIGNS`. Raises CannotPrint where no slot has a room and a time, or
    none in what is asked for.
    """
    wordings = Wording.each(dossier, request.languages)
    size = max(request.size), min(request.size)
    face = SignFace(wordings, size)
    signs = [sign for day in _days(dossier, request) for sign in _signs(face.rows, *day)]
    if not signs:
        raise CannotPrint("There is no door sign to print: no slot has such a room and a time.")

    def steps(document: Document) -> Iterator[int]:
        for done, sign in enumerate(signs, 1):
            face.draw(document, sign)
            yield done

    title = titled(wordings[0], wordings[0].words.text("Door signs"))
    return batch(title, request, steps, (progress, len(signs)), size=size)


def _days(dossier: Dossier, request: Request) -> Iterator[tuple[Room, date, tuple[Slot, ...]]]:
    """Every room of every day with what happens there; a break without a room is everywhere."""
    day_asked = request.options["day"]
    rooms = meant(
        dossier.programme.rooms,
        lambda room: [name for _, name in room.name],
        request.options["room"],
    )
    for day in dossier.programme.days():
        if day_asked not in ("", day.date.isoformat()):
            continue
        for room in day.rooms:
            if room in rooms and room.name:
                slots = (s for s in day.slots if s.room_id == room.id or _is_everywhere(s))
                yield room, day.date, tuple(slots)


def _is_everywhere(slot: Slot) -> bool:
    return slot.room_id is None and slot.kind.is_break


def _signs(rows: SlotRows, room: Room, day: date, slots: tuple[Slot, ...]) -> list[Sign]:
    """The sheets of a room and day: as few as hold all slots, about as many slots on each."""
    for sheets in range(-(-len(slots) // MOST_SLOTS), len(slots) + 1):
        shares = _shares(slots, sheets)
        if all(map(rows.fits, shares)) or sheets == len(slots):
            return [Sign(room, day, share, at, sheets) for at, share in enumerate(shares, start=1)]
    return []


def _shares(slots: Sequence[Slot], sheets: int) -> list[tuple[Slot, ...]]:
    """The slots in parts that differ by one at most, the longer ones first."""
    least, more = divmod(len(slots), sheets)
    starts = [at * least + min(at, more) for at in range(sheets + 1)]
    return [tuple(slots[start:end]) for start, end in pairwise(starts)]
