"""The directory: people, organisations, pictures."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, Quotation
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.language.translation import msgid
from desktop.services import merges, pictures
from desktop.services.change import Change, Recording
from desktop.services.labels import label
from desktop.services.workspace import Workspace

_NAMED = 5
"""How many places a message names."""


def people(ws: Workspace) -> list[Person]:
    """Everybody in the directory."""
    return ws.find(Person)


def person(ws: Workspace, id: int) -> Person:
    """Somebody.

    Raises:
        NotFound: there is nobody of that id.
    """
    return ws.load(Person, id)


def speakers(ws: Workspace, event_id: int) -> list[Person]:
    """Those who speak in an event."""
    with ws.read() as reader:
        slots = reader.find(Slot, event_id=event_id)
        ids = {speaker.person_id for slot in slots for speaker in slot.speakers}
        return list(reader.by_id(Person, sorted(ids)).values())


def save(ws: Workspace, person: Person) -> Change:
    """Store a person, new or edited.

    Raises:
        BadInput: the person has no name.
        Conflict: somebody else changed the person in the meantime.
    """
    _check_name(person)
    return ws.save(person, msgid("Add {person}"), msgid("Edit {person}"), person=label(person))


def delete(ws: Workspace, id: int) -> Change:
    """Take somebody out of the directory.

    Raises:
        BadInput: the person speaks, signs, is invited or is quoted; the message says where.
    """
    with ws.change("Delete {person}") as work:
        gone = work.load(Person, id)
        work.fields["person"] = label(gone)
        _refuse_if_used(label(gone), _uses_of_person(work, id))
        work.remove(Person, id)
    return work.change


def merge(ws: Workspace, keep_id: int, gone_id: int, merged: Person) -> Change:
    """Make one entry of two: `merged` stays under `keep_id`, the other goes.

    Slots, invitations, quotations, meetings and signatures of both are the one's then, in
    published versions too. Who was invited twice to an event keeps one invitation, with the
    further reply and every check-in.

    Raises:
        BadInput: both are the same entry, or nobody has a name.
        NotFound: one of them was deleted.
        Conflict: the one that stays was changed in the meantime.
    """
    if keep_id == gone_id:
        raise BadInput("An entry cannot be merged with itself.")
    _check_name(merged)
    with ws.change("Merge {gone} into {person}") as work:
        gone, one = merges.merge(work, keep_id, gone_id, merged)
        work.fields.update(gone=label(gone), person=label(one))
    return work.change


def organisations(ws: Workspace) -> list[Organisation]:
    """All organisations."""
    return ws.find(Organisation)


def organisation(ws: Workspace, id: int) -> Organisation:
    """An organisation.

    Raises:
        NotFound: there is none of that id.
    """
    return ws.load(Organisation, id)


def save_organisation(ws: Workspace, organisation: Organisation) -> Change:
    """Store an organisation, new or edited."""
    names = msgid("Add {organisation}"), msgid("Edit {organisation}")
    return ws.save(organisation, *names, organisation=label(organisation))


def delete_organisation(ws: Workspace, id: int) -> Change:
    """Delete an organisation; its people stay, without it.

    Raises:
        BadInput: it organises an event; the message names it.
    """
    with ws.change("Delete {organisation}") as work:
        gone = work.load(Organisation, id)
        work.fields["organisation"] = label(gone)
        organised = work.having(Event, "organisers", organisation_id=id)
        _refuse_if_used(label(gone), map(label, organised))
        work.detach(Person, organisation_id=id)
        work.remove(Organisation, id)
    return work.change


def picture(ws: Workspace, id: int) -> Picture:
    """A picture with its bytes.

    Raises:
        NotFound: there is none of that id.
    """
    return ws.load(Picture, id)


def set_photo(ws: Workspace, person_id: int, content: bytes) -> Change:
    """Give somebody a photograph, JPEG or PNG.

    Raises:
        BadInput: the bytes are not a picture of these kinds, or it is too large.
        NotFound: there is nobody of that id.
    """
    with ws.change("Photograph of {person}") as work:
        known = work.load(Person, person_id)
        work.fields["person"] = label(known)
        work.put(replace(known, photo_id=work.put(pictures.picture_of(content)).id))
    return work.change


def _check_name(person: Person) -> None:
    if not any(name.full.strip() for name in person.names):
        raise BadInput("A person needs a name.")


def _uses_of_person(work: Recording, id: int) -> Iterable[str]:
    """What names a person: slots, then the events of invitations, quotations and meetings."""
    yield from map(label, work.having(Slot, "speakers", person_id=id))
    yield from map(label, work.having(Event, "signatories", person_id=id))
    mentions: list[Attendee | Quotation | InstitutionalContact] = [
        *(
            attendee
            for role in ("person_id", "representative_id", "invited_by_id")
            for attendee in work.find(Attendee, **{role: id})
        ),
        *work.find(Quotation, person_id=id),
        *work.having(InstitutionalContact, "person_ids", person_id=id),
    ]
    events = work.by_id(Event, (mention.event_id for mention in mentions))
    yield from map(label, events.values())


def _refuse_if_used(name: str, uses: Iterable[str]) -> None:
    places = [f"“{place}”" for place in uses]
    if places:
        raise BadInput(
            "{name} is still in {places}. Take {name} out there first.",
            name=name,
            places=", ".join(places[:_NAMED]) + (" …" if places[_NAMED:] else ""),
        )
