"""Whom a paper is for: an event's guests and speakers, in the order of the alphabet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop.documents.dossier import Dossier
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.person import Person
from desktop.domain.slot import SlotStatus
from desktop.language import tags
from desktop.language.collation import name_sort_key

COMING = frozenset({Reply.ACCEPTED, Reply.REPRESENTATIVE})
NOT_COMING = frozenset({Reply.DECLINED, Reply.CANCELLED})


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who comes: `person` is the representative where one is sent.

    Who speaks without having been invited as a guest has an `attendee` that is not stored (its
    id is 0), of the category `speaker`.
    """

    person: Person
    attendee: Attendee


def guests(dossier: Dossier, wanted: Callable[[Attendee], bool]) -> list[Guest]:
    """The guests whose invitation is wanted, as they were added; the speakers after them."""
    invited = [
        guest for one in dossier.attendees if wanted(one) and (guest := _guest(dossier, one))
    ]
    known = {one.person_id for one in dossier.attendees} | {each.person.id for each in invited}
    speakers = (
        Guest(person, one)
        for person in _speakers(dossier)
        if person.id not in known and wanted(one := _as_attendee(dossier, person))
    )
    return [*invited, *speakers]


def is_expected(attendee: Attendee) -> bool:
    """Whether somebody said that they come, or came."""
    return attendee.reply in COMING or attendee.attended


def may_come(attendee: Attendee) -> bool:
    """Whether nothing says that somebody does not come."""
    return attendee.reply not in NOT_COMING or attendee.attended


def by_family_name(guests: Iterable[Guest], language: str) -> list[Guest]:
    """In the alphabetical order of the language, by family name; particles do not count."""
    key, script = name_sort_key(language), tags.script_of(language)

    def place(guest: Guest) -> tuple[tuple[bytes, bytes], int, int]:
        name = guest.person.name(language, script)
        given = f"{name.given} {name.patronymic}".strip()
        return key(name.family or given, given), guest.attendee.id, guest.person.id

    return sorted(guests, key=place)


def _guest(dossier: Dossier, attendee: Attendee) -> Guest | None:
    sent = attendee.representative_id if attendee.reply is Reply.REPRESENTATIVE else None
    person = dossier.people.get(sent or attendee.person_id)
    return Guest(person, attendee) if person else None


def _speakers(dossier: Dossier) -> Iterator[Person]:
    """Those who speak, in the order of the programme, each once."""
    slots = [slot for slot in dossier.slots if slot.status is not SlotStatus.CANCELLED]
    ids = dict.fromkeys(speaker.person_id for slot in slots for speaker in slot.speakers)
    return (dossier.people[id] for id in ids if id in dossier.people)


def _as_attendee(dossier: Dossier, person: Person) -> Attendee:
    return Attendee(
        event_id=dossier.event.id,
        person_id=person.id,
        category="speaker",
        reply=Reply.ACCEPTED,
    )
