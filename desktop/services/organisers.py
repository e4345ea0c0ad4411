"""Organisations as the house that an event comes from: their logos, and where they are named."""

from dataclasses import dataclass, replace

from desktop.domain.event import Event, Organiser
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.services import pictures
from desktop.services.change import Change, Recording
from desktop.services.labels import label
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Uses:
    """Where an organisation is named: events that it organises, people who belong to it."""

    events: tuple[Event, ...]
    people: tuple[Person, ...]


def uses(ws: Workspace, organisation_id: int) -> Uses:
    """Where an organisation is named."""
    with ws.read() as reader:
        return Uses(
            tuple(reader.having(Event, "organisers", organisation_id=organisation_id)),
            tuple(reader.find(Person, organisation_id=organisation_id)),
        )


def set_logo(ws: Workspace, organisation_id: int, content: bytes) -> Change:
    """Give an organisation a logo, JPEG or PNG.

    Raises:
        BadInput: the bytes are not a picture of these kinds, or it is too large.
        NotFound: there is no such organisation.
    """
    with ws.change("Logo of {organisation}") as work:
        known = work.load(Organisation, organisation_id)
        work.fields["organisation"] = label(known)
        work.put(replace(known, logo_id=_kept(work, content, known.name)))
    return work.change


def add_with_logo(ws: Workspace, event_id: int, name: Localized, content: bytes) -> Change:
    """Add a new organisation to those who organise an event, with its logo.

    Raises:
        BadInput: the bytes are not a picture, as `set_logo`.
        NotFound: there is no such event.
    """
    with ws.change("Add organiser {organisation}") as work:
        event = work.load(Event, event_id)
        fresh = work.put(Organisation(name=name, logo_id=_kept(work, content, name)))
        work.fields["organisation"] = label(fresh)
        work.put(replace(event, organisers=(*event.organisers, Organiser(fresh.id))))
    return work.change


def _kept(work: Recording, content: bytes, alt: Localized) -> int:
    return work.put(replace(pictures.picture_of(content), alt=alt)).id
