"""Who speaks, and in which slots: what signs and cards of the podium have in common."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.documents.dossier import Dossier
from desktop.documents.options import meant
from desktop.documents.request import Request
from desktop.domain.person import Person
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.speaker import Speaker, SpeakerRole


@dataclass(frozen=True, slots=True)
class Podium:
    """A person with each of their slots and the part in it, in the order of the programme."""

    person: Person
    parts: tuple[tuple[Slot, Speaker], ...]


def speaking(dossier: Dossier, request: Request) -> list[Podium]:
    """Whoever stands on the podium, in the order of the programme, within what is asked for.

    The option `who` is part of a name or of a slot's title; interpreters are heard, not seen.
    """
    found: dict[int, list[tuple[Slot, Speaker]]] = {}
    for slot in _in_order(dossier):
        for speaker in slot.speakers:
            if speaker.role is not SpeakerRole.INTERPRETER and speaker.person_id in dossier.people:
                found.setdefault(speaker.person_id, []).append((slot, speaker))
    every = (Podium(dossier.people[id], tuple(parts)) for id, parts in found.items())
    return meant(every, _texts, request.options["who"])


def _in_order(dossier: Dossier) -> list[Slot]:
    slots = [slot for slot in dossier.slots if slot.status is not SlotStatus.CANCELLED]
    return sorted(slots, key=lambda slot: (slot.start is None, slot.start, slot.id))


def _texts(podium: Podium) -> Iterator[str]:
    for name in podium.person.names:
        yield name.full
    for slot, _ in podium.parts:
        yield from (text for _, text in slot.title)
