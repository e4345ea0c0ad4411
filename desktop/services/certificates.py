"""Whether a certificate is genuine, and what it says."""

from dataclasses import dataclass, replace

from desktop.domain.attendee import Attendee
from desktop.domain.certificate import Certificate, read
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.services.workspace import Workspace
from desktop.storage.reading import Reader
from desktop.storage.references import merged_persons
from desktop.storage.seal import seal


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a genuine certificate certifies, as the database knows it now.

    What was deleted since is None. `stands` says whether the database still bears it out: that
    the person came, or has a part in that slot.
    """

    certificate: Certificate
    event: Event | None
    person: Person | None
    slot: Slot | None
    stands: bool


def confirm(ws: Workspace, code: str) -> Confirmation:
    """What the certificate of a code certifies; spaces and small letters do not matter.

    Raises:
        BadInput: this database never printed such a code.
    """
    with ws.read() as reader:
        found = read("".join(code.split()).upper(), seal(reader))
        if found is None:
            raise BadInput(
                "This is no certificate of this database: “{code}”. Compare every letter.",
                code=code,
            )
        event, person = reader.get(Event, found.event_id), _person(reader, found.person_id)
        known = replace(found, person_id=person.id) if person else found
        slots = reader.find(Slot, id=found.slot_id, event_id=found.event_id)
        slot = next(iter(slots), None)
        stands = bool(slot and _speaks(slot, known)) if found.slot_id else _came(reader, known)
        return Confirmation(found, event, person, slot, stands)


def _person(reader: Reader, id: int) -> Person | None:
    """Whoever had that number when it was printed; another one, where entries were merged."""
    known = reader.get(Person, id)
    return known or next((one for one in merged_persons(reader) if id in one.former_ids), None)


def _came(reader: Reader, certificate: Certificate) -> bool:
    """Whether the person came, invited or in somebody's place."""
    there = {"event_id": certificate.event_id}
    return any(
        one.attended
        for role in ("person_id", "representative_id")
        for one in reader.find(Attendee, **there, **{role: certificate.person_id})
    )


def _speaks(slot: Slot, certificate: Certificate) -> bool:
    return any(speaker.person_id == certificate.person_id for speaker in slot.speakers)
