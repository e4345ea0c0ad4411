"""Events, and what they take place in: venues, rooms, tracks."""

from dataclasses import replace
from itertools import chain, count

from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import BadInput, NotFound
from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.programme import time_zone
from desktop.domain.release import ProgrammeRelease
from desktop.domain.seating import Seating
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.exchange.naming import slug
from desktop.language.translation import msgid
from desktop.services import invitations, pictures
from desktop.services.change import Change, Recording
from desktop.services.labels import label
from desktop.services.workspace import Workspace

_PARTS = (
    Quotation,
    PressItem,
    PhotoCredit,
    InstitutionalContact,
    ProgrammeRelease,
    Seating,
    Attendee,
    Slot,
    Track,
    Room,
)
"""What belongs to one event, in an order in which it can be deleted."""

_NONE = msgid(
    "There is no event yet. Begin one in the window or with `estrado begin`, or import a schedule."
)


def list_events(ws: Workspace) -> list[Event]:
    """All events, the first day first."""
    return ws.find(Event)


def event(ws: Workspace, slug_or_id: str | int) -> Event:
    """The event of that short name or id.

    Raises:
        NotFound: there is none; the message names those that there are.
    """
    every = list_events(ws)
    for one in every:
        if slug_or_id in (one.slug, one.id):
            return one
    if not every:
        raise NotFound(_NONE)
    raise NotFound(
        "There is no event {event}. Choose one of: {events}.",
        event=slug_or_id,
        events=_slugs(every),
    )


def only_event(ws: Workspace) -> Event:
    """The event, where there is exactly one.

    Raises:
        NotFound: there is none, or several; the message names them.
    """
    every = list_events(ws)
    if not every:
        raise NotFound(_NONE)
    if len(every) > 1:
        raise NotFound(
            "There are several events. Choose one with --event: {events}.", events=_slugs(every)
        )
    return every[0]


def create(ws: Workspace, event: Event) -> Change:
    """Add an event; where it has no short name yet, it gets one from its title.

    Raises:
        BadInput: the short name is taken or odd, there is no language, no such time zone, or the
            last day is before the first.
    """
    with ws.change("Add event {event}", event=label(event)) as work:
        work.put(prepared(work, event))
    return work.change


def prepared(work: Recording, event: Event) -> Event:
    """A new event as it can be stored, with a short name; the errors are those of `create`."""
    name = event.slug or _free_slug(work, event)
    return _checked(replace(event, id=0, slug=name))


def save(ws: Workspace, event: Event) -> Change:
    """Store an event, new or edited; where it has more places, the waiting list moves up.

    Raises:
        BadInput: as `create`.
        Conflict: somebody else changed it in the meantime.
    """
    if not event.id:
        return create(ws, event)
    with ws.change("Edit event {event}", event=label(event)) as work:
        work.put(_checked(event))
        invitations.move_up(work, event.id)
    return work.change


def delete(ws: Workspace, id: int) -> Change:
    """Delete an event with its programme, guests and coverage; people stay in the directory."""
    with ws.change("Delete event {event}") as work:
        work.fields["event"] = label(work.load(Event, id))
        for part in _PARTS:
            work.remove_all(part, work.ids(part, event_id=id))
        work.remove(Event, id)
    return work.change


def set_signature(ws: Workspace, event_id: int, person_id: int, content: bytes) -> Change:
    """Keep the signature with which somebody signs an event's certificates, JPEG or PNG.

    Raises:
        BadInput: the bytes are not a picture of these kinds, or it is too large.
        NotFound: there is no such event or person.
    """
    with ws.change("Signature of {person}") as work:
        known = work.load(Event, event_id)
        work.fields["person"] = label(work.load(Person, person_id))
        drawn = work.put(pictures.picture_of(content)).id
        signing = (
            replace(one, signature_id=drawn) if one.person_id == person_id else one
            for one in known.signatories
        )
        work.put(replace(known, signatories=tuple(signing)))
    return work.change


def rooms(ws: Workspace, event_id: int) -> list[Room]:
    """An event's rooms in their order."""
    return ws.find(Room, event_id=event_id)


def save_room(ws: Workspace, room: Room) -> Change:
    """Store a room, new or edited."""
    names = msgid("Add room {room}"), msgid("Edit room {room}")
    return ws.save(room, *names, room=label(room))


def delete_room(ws: Workspace, id: int) -> Change:
    """Delete a room; what was to take place there has no room any more."""
    with ws.change("Delete room {room}") as work:
        work.fields["room"] = label(work.load(Room, id))
        work.detach(Slot, room_id=id)
        work.remove(Room, id)
    return work.change


def tracks(ws: Workspace, event_id: int) -> list[Track]:
    """An event's tracks in their order."""
    return ws.find(Track, event_id=event_id)


def save_track(ws: Workspace, track: Track) -> Change:
    """Store a track, new or edited."""
    names = msgid("Add track {track}"), msgid("Edit track {track}")
    return ws.save(track, *names, track=label(track))


def delete_track(ws: Workspace, id: int) -> Change:
    """Delete a track; its slots stay, without a track."""
    with ws.change("Delete track {track}") as work:
        work.fields["track"] = label(work.load(Track, id))
        work.detach(Slot, track_id=id)
        work.remove(Track, id)
    return work.change


def venues(ws: Workspace) -> list[Venue]:
    """All venues."""
    return ws.find(Venue)


def save_venue(ws: Workspace, venue: Venue) -> Change:
    """Store a venue, new or edited."""
    names = msgid("Add venue {venue}"), msgid("Edit venue {venue}")
    return ws.save(venue, *names, venue=label(venue))


def delete_venue(ws: Workspace, id: int) -> Change:
    """Delete a venue; events and rooms stay, without a venue."""
    with ws.change("Delete venue {venue}") as work:
        work.fields["venue"] = label(work.load(Venue, id))
        work.detach(Event, venue_id=id)
        work.detach(Room, venue_id=id)
        work.remove(Venue, id)
    return work.change


def _slugs(every: list[Event]) -> str:
    return ", ".join(event.slug for event in every)


def _checked(event: Event) -> Event:
    if not event.slug or event.slug != slug(event.slug):
        raise BadInput(
            "The short name of an event is made of small letters, figures and hyphens.",
            place=event.slug,
        )
    if not event.languages:
        raise BadInput("An event needs a language at least.", place=event.slug)
    if event.first_day and event.last_day and event.last_day < event.first_day:
        raise BadInput("The last day is before the first.", place=event.slug)
    time_zone(event)
    return event


def _free_slug(work: Recording, event: Event) -> str:
    base = slug(label(event)) or "event"
    taken = {event.slug for event in work.find(Event)}
    numbered = (f"{base}-{number}" for number in count(2))
    return next(name for name in chain([base], numbered) if name not in taken)
