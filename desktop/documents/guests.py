"""Whom a paper is for: an event's guests and speakers, in the order of the alphabet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop.documents.dossier import Dossier
from desktop.documents.options import Choice, Option
from desktop.documents.request import Request
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import CannotPrint
from desktop.domain.invitation import came, is_expected, may_come
from desktop.domain.person import Person
from desktop.domain.slot import SlotStatus
from desktop.language import tags
from desktop.language.collation import name_sort_key, sort_key, without_particles
from desktop.language.translation import msgid

WHO = Option(
    "who",
    msgid("For whom"),
    (
        Choice("expected", msgid("Whoever is expected")),
        Choice("invited", msgid("Whoever has not declined")),
        Choice("came", msgid("Whoever came")),
    ),
)
CATEGORY = Option(
    "category", msgid("Categories"), hint=msgid("all, or some: press, speaker"), asks="category"
)
RANGE = Option("range", msgid("Family names"), hint=msgid("all, or some: A-M"))
WHOM = (WHO, CATEGORY, RANGE)
"""The options of every document that is printed guest by guest; `chosen` obeys them."""

_WHO = {"expected": is_expected, "invited": may_come, "came": came}


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who comes: `person` is the representative where one is sent.

    Who speaks without having been invited as a guest has an `attendee` that is not stored (its
    id is 0), of the category `speaker`.
    """

    person: Person
    attendee: Attendee


def chosen(
    dossier: Dossier, request: Request, wanted: Callable[[Attendee], bool] = bool
) -> list[Guest]:
    """The guests that the options `WHOM` of a request choose, by family name in its language.

    `wanted` leaves out some more.
    """
    who = _WHO.get(request.options.get("who", ""), is_expected)
    categories = {part.strip() for part in request.options.get("category", "").split(",")} - {""}
    language = request.languages[0]
    within = _range(request.options.get("range", ""), language)
    found = guests(
        dossier,
        lambda one: who(one) and wanted(one) and (not categories or one.category in categories),
    )
    return by_family_name((guest for guest in found if within(guest)), language)


def with_badges(dossier: Dossier, request: Request) -> list[Guest]:
    """Those whose badges a request prints: where it says so, only if that was not done before."""
    fresh = request.options.get("printed") == "no"
    return chosen(dossier, request, lambda one: not fresh or one.badge_printed is None)


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


def by_family_name(guests: Iterable[Guest], language: str) -> list[Guest]:
    """In the alphabetical order of the language, by family name; particles do not count."""
    key, script = name_sort_key(language), tags.script_of(language)

    def place(guest: Guest) -> bytes:
        name = guest.person.name(language, script)
        given = f"{name.given} {name.patronymic}".strip()
        # One string a guest, each part of which ends with the least byte: less than tuples take.
        parts = *key(name.family or given, given), guest.attendee.id, guest.person.id
        return b"%b%b%020d%020d" % parts

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


def _range(text: str, language: str) -> Callable[[Guest], bool]:
    """Whether somebody is in a range such as `A-M` or `3, 7-12`; CannotPrint for what is none."""
    tests = [_part(part.strip(), language) for part in text.split(",") if part.strip()]
    return lambda guest: not tests or any(test(guest) for test in tests)


def _part(text: str, language: str) -> Callable[[Guest], bool]:
    ends = [end.strip() for end in text.replace("–", "-").split("-")]
    first, last = ends[0], ends[-1]
    are_numbers = first.isdecimal() and last.isdecimal()
    if len(ends) > 2 or not (are_numbers or (first.isalpha() and last.isalpha())):
        raise CannotPrint(
            "“{text}” is no range of guests. Write letters, A-M, or numbers, 3, 7-12.", text=text
        )
    if are_numbers:
        numbers = range(int(first), int(last) + 1)
        return lambda guest: guest.attendee.id in numbers
    key, script = sort_key(language), tags.script_of(language)
    low, high = key(first.upper()), key(last.upper())

    def within(guest: Guest) -> bool:
        name = guest.person.name(language, script)
        family = without_particles(name.family or name.given).upper()
        return low <= key(family) and key(family[: len(last)]) <= high

    return within
