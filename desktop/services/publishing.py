"""From the database to a finished document."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import NotFound
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person
from desktop.domain.programme import Programme
from desktop.domain.release import ProgrammeRelease
from desktop.domain.seating import Seating
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier
    from desktop.documents.kinds import DocumentKind
    from desktop.documents.request import Request
    from desktop.storage.reading import Reader


def documents() -> "tuple[DocumentKind, ...]":
    """The kinds of document that can be printed."""
    from desktop.documents.kinds import KINDS

    return KINDS


def dossier(
    ws: Workspace, event_id: int, *, with_pictures: bool = True, release: str = ""
) -> "Dossier":
    """Everything that a document may need about an event, read at one moment.

    Without the pictures it is read much quicker, to be checked or counted. `release` is the name
    of a published version, whose slots are taken as they were frozen; without it, the programme
    as it is.

    Raises:
        NotFound: there is no such event, or no such version of it.
    """
    with ws.read() as reader:
        return gathered(reader, event_id, with_pictures=with_pictures, release=release)


def gathered(
    reader: "Reader", event_id: int, *, with_pictures: bool = True, release: str = ""
) -> "Dossier":
    """The same within a transaction, as it stands there now."""
    from desktop.documents.dossier import Dossier
    from desktop.storage.seal import seal

    event = reader.load(Event, event_id)
    published = _published(reader, event_id, release) if release else None
    slots = published.slots if published else reader.find(Slot, event_id=event_id)
    rooms = reader.find(Room, event_id=event_id)
    tracks = reader.find(Track, event_id=event_id)
    attendees = reader.find(Attendee, event_id=event_id)
    quotations = reader.find(Quotation, event_id=event_id)
    press = reader.find(PressItem, event_id=event_id)
    credits = reader.find(PhotoCredit, event_id=event_id)
    contacts = reader.find(InstitutionalContact, event_id=event_id)
    seatings = reader.find(Seating, event_id=event_id)
    people = reader.by_id(Person, _people(event, slots, attendees, quotations, contacts))
    organisations = reader.by_id(Organisation, _organisations(event, people.values()))
    named = _pictures(event, people.values(), organisations.values(), press, credits)
    pictures = reader.by_id(Picture, named if with_pictures else ())
    return Dossier(
        Programme(event, tuple(slots), tuple(rooms), tuple(tracks)),
        _venue(reader, event, rooms),
        people,
        organisations,
        pictures,
        tuple(attendees),
        tuple(quotations),
        tuple(press),
        tuple(credits),
        tuple(contacts),
        release=published,
        seatings=tuple(seatings),
        seal=seal(reader),
    )


def print_document(
    ws: Workspace,
    kind: str,
    event_id: int,
    languages: Sequence[str],
    *,
    paper: str = "",
    progress: Callable[[int, int], None] | None = None,
    options: Mapping[str, str] | None = None,
    style: str = "",
    archival: Literal["2b", "1b"] = "2b",
    release: str = "",
) -> bytes:
    """A finished PDF; without a paper on the kind's own, options as the kind declares them.

    `release` is the name of the published version that it shows, empty for the programme as it
    is. `style` is the name of a house style or the path of its file; without it, the embassy's.
    `archival` is the level of PDF/A that is asked for.

    Raises:
        BadInput: the house style cannot be read (place: file and line).
        CannotPrint: there is no such kind of document, or not as it is asked for.
        NotFound: there is no such event, or no such version of it.
    """
    from desktop.documents import kinds
    from desktop.documents.request import silent

    document = kinds.kind(kind)
    asked = request(document, languages, paper, options, style)
    gathered = with_calendar(dossier(ws, event_id, release=release), document, languages)
    return document.make(gathered, replace(asked, archival=archival), progress or silent)


_CARRIES_CALENDAR = frozenset({"programme", "booklet"})


def with_calendar(
    dossier: "Dossier", document: "DocumentKind", languages: Sequence[str]
) -> "Dossier":
    """The dossier with the programme as iCalendar, where the document carries it inside."""
    if document.key not in _CARRIES_CALENDAR:
        return dossier
    from desktop.exchange.calendar_file import calendar_file

    calendar = calendar_file(dossier.programme, dossier.venue, dossier.people, languages)
    return replace(dossier, calendar=calendar)


def request(
    document: "DocumentKind",
    languages: Sequence[str],
    paper: str = "",
    options: Mapping[str, str] | None = None,
    style: str = "",
) -> "Request":
    """What is asked of a kind of document, complete.

    Raises:
        CannotPrint: it is not had like that.
        BadInput: the house style cannot be read (place: file and line).
    """
    from desktop.documents import styles
    from desktop.documents.request import Request

    look = styles.named(style)
    return document.completed(Request(tuple(languages), paper, options or {}, look))


def badges_chosen(
    ws: Workspace,
    event_id: int,
    languages: Sequence[str],
    options: Mapping[str, str] | None = None,
) -> list[int]:
    """The ids of the attendees whose badges these options print.

    Raises:
        CannotPrint: badges have no such option.
        NotFound: there is no such event.
    """
    from desktop.documents import guests, kinds
    from desktop.documents.request import Request

    request = kinds.kind("badges").completed(Request(tuple(languages), options=options or {}))
    chosen = guests.with_badges(dossier(ws, event_id), request)
    return [guest.attendee.id for guest in chosen if guest.attendee.id]


def _published(reader: "Reader", event_id: int, name: str) -> ProgrammeRelease:
    """The published version of that name."""
    every = reader.find(ProgrammeRelease, event_id=event_id)
    found = next((one for one in every if one.name == name), None)
    if found is None:
        raise NotFound(
            "There is no version “{version}” of the programme. Its versions: {versions}.",
            version=name,
            versions=", ".join(one.name for one in every) or "—",
        )
    return found


def _venue(reader: "Reader", event: Event, rooms: Iterable[Room]) -> Venue | None:
    ids = [event.venue_id, *(room.venue_id for room in rooms)]
    known = next((id for id in ids if id is not None), None)
    return None if known is None else reader.get(Venue, known)


def _people(
    event: Event,
    slots: Iterable[Slot],
    attendees: Iterable[Attendee],
    quotations: Iterable[Quotation],
    contacts: Iterable[InstitutionalContact],
) -> list[int]:
    named = [
        *(speaker.person_id for slot in slots for speaker in slot.speakers),
        *(quotation.person_id for quotation in quotations),
        *(id for contact in contacts for id in contact.person_ids),
        *(signatory.person_id for signatory in event.signatories),
        event.president_id,
    ]
    for attendee in attendees:
        named += [attendee.person_id, attendee.representative_id, attendee.invited_by_id]
    return [id for id in named if id is not None]


def _organisations(event: Event, people: Iterable[Person]) -> list[int]:
    named = [part.organisation_id for part in event.organisers]
    for person in people:
        offices = [office.organisation_id for office in person.offices]
        named += [id for id in (person.organisation_id, *offices) if id is not None]
    return named


def _pictures(
    event: Event,
    people: Iterable[Person],
    organisations: Iterable[Organisation],
    press: Iterable[PressItem],
    credits: Iterable[PhotoCredit],
) -> list[int]:
    named = [
        *(person.photo_id for person in people),
        *(organisation.logo_id for organisation in organisations),
        *(item.picture_id for item in press),
        *(credit.picture_id for credit in credits),
        *(signatory.signature_id for signatory in event.signatories),
    ]
    return [id for id in named if id is not None]
