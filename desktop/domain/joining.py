"""Two entries of the directory that turn out to be one person, and what becomes of both.

Where only one of the two says something it is kept; where both say something else, somebody has
to choose. Names are kept for every script, offices, accreditations, languages and consents of
both.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.localized import Localized
from desktop.domain.person import Consent, ConsentState, Contact, Gender, Office, Person

T = TypeVar("T")

BOTH = frozenset({"offices", "accreditations", "languages", "consents", "notes"})
"""What is kept of both without asking."""

_FIELDS = (
    *("honorific", "gender", "offices", "organisation_id", "country", "languages", "photo_id"),
    *("biography", "pronunciation", "accreditations", "consents", "notes"),
)
_CONTACT = ("email", "phone", "address")
_REFUSING = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN})
_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_LAST = datetime(9999, 1, 1, tzinfo=UTC)

_FURTHER = (
    *(Reply.TO_INVITE, Reply.INVITED, Reply.NO_REPLY, Reply.REMINDED, Reply.CANCELLED),
    *(Reply.WAITING, Reply.DECLINED, Reply.REPRESENTATIVE, Reply.ACCEPTED),
)
"""How far an invitation is, where nobody knows which of two replies came later."""


def said(person: Person) -> dict[str, Any]:
    """What an entry says, by the name of the field: `names.Latn`, `email`; blanks are left out."""
    every = {
        **{f"names.{name.tag}": name for name in person.names if name.full},
        **{key: getattr(person, key) for key in _FIELDS},
        **{key: getattr(person.contact, key) for key in _CONTACT},
    }
    return {key: value for key, value in every.items() if value and value != Gender.UNSPECIFIED}


def questions(kept: Person, gone: Person) -> tuple[str, ...]:
    """The fields in which both say something, and not the same."""
    theirs = said(gone)
    return tuple(
        key
        for key, value in said(kept).items()
        if key not in BOTH and key in theirs and _differ(value, theirs[key])
    )


def joined(kept: Person, gone: Person, theirs: Collection[str] = ()) -> Person:
    """One person of two: `kept` with what only `gone` says, and with its fields `theirs`."""
    ours, others = said(kept), said(gone)

    def pick(key: str, blank: Any) -> Any:
        first, second = (others, ours) if key in theirs else (ours, others)
        one, two = first.get(key, blank), second.get(key, blank)
        return one.completed(two) if isinstance(one, Localized) else (one or two)

    keys = [key for key in {**ours, **others} if key.startswith("names.")]
    return replace(
        kept,
        names=tuple(pick(key, None) for key in keys),
        honorific=pick("honorific", Localized()),
        gender=pick("gender", "") or Gender.UNSPECIFIED,
        offices=_offices(kept.offices, gone.offices),
        accreditations=_united(kept.accreditations, gone.accreditations),
        organisation_id=pick("organisation_id", None),
        country=pick("country", ""),
        languages=_united(kept.languages, gone.languages),
        contact=Contact(*(pick(key, blank) for key, blank in _blank_contact().items())),
        photo_id=pick("photo_id", None),
        biography=pick("biography", Localized()),
        pronunciation=pick("pronunciation", Localized()),
        consents=_consents(kept.consents, gone.consents),
        notes=_lines(kept.notes, gone.notes),
        source=kept.source or gone.source,
        former_sources=_sources(kept, gone),
    )


def joined_invitation(kept: Attendee, gone: Attendee) -> Attendee:
    """One invitation of two to the same event: the further reply, and every check-in.

    The ticket on a printed badge stays the guest's before one that nobody holds; the other one
    goes on opening the door, unless it was revoked.
    """
    reply = gone if _replied(gone) > _replied(kept) else kept
    held = gone if _held(gone) > _held(kept) else kept
    return replace(
        kept,
        category=gone.category if kept.category == "guest" else kept.category,
        reply=reply.reply,
        replied_at=reply.replied_at,
        representative_id=reply.representative_id,
        invited_by_id=kept.invited_by_id or gone.invited_by_id,
        party=max(kept.party, gone.party),
        seat=kept.seat or gone.seat,
        ticket=held.ticket,
        ticket_revoked=held.ticket_revoked,
        former_tickets=_other_tickets(held, gone if held is kept else kept),
        badge_printed=held.badge_printed,
        tags=_united(kept.tags, gone.tags),
        needs=_lines(kept.needs, gone.needs),
        notes=_lines(kept.notes, gone.notes),
        messages=_by_time(kept.messages, gone.messages),
        check_ins=_by_time(kept.check_ins, gone.check_ins),
    )


def place_of(offices: tuple[Office, ...], place: int | None, within: Person) -> int | None:
    """Where an office of one of the two stands among those of the joined person.

    `place` None means the first; so does the answer.
    """
    if not 0 <= (place or 0) < len(offices):
        return place
    office = offices[place or 0]
    found = (at for at, one in enumerate(within.offices) if _one_office(one, office))
    return next(found, 0) or (None if place is None else 0)


def _differ(one: Any, other: Any) -> bool:
    if not isinstance(one, Localized):
        return one != other
    return any(other.get(tag) not in ("", words) for tag, words in one)


def _blank_contact() -> Mapping[str, Any]:
    return {key: getattr(Contact(), key) for key in _CONTACT}


def _united(ours: Iterable[T], theirs: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*ours, *theirs)))


def _lines(ours: str, theirs: str) -> str:
    return "\n".join(text for text in _united((ours,), (theirs,)) if text)


def _sources(kept: Person, gone: Person) -> tuple[str, ...]:
    """Under which other identifiers files know the two."""
    other = (gone.source,) if kept.source and gone.source not in ("", kept.source) else ()
    return _united(kept.former_sources, (*gone.former_sources, *other))


def _offices(ours: tuple[Office, ...], theirs: tuple[Office, ...]) -> tuple[Office, ...]:
    every = list(ours)
    for office in theirs:
        place = next((at for at, one in enumerate(every) if _one_office(one, office)), None)
        if place is None:
            every.append(office)
        else:
            every[place] = _with(every[place], office)
    return tuple(every)


def _one_office(one: Office, other: Office) -> bool:
    """Whether two say the same office: in a language that they have in common, nothing else."""
    texts = ((one.title, other.title), (one.organisation, other.organisation))
    same = any(other.title.get(tag) == words for tag, words in one.title)
    return one == other or (same and not any(_differ(*pair) for pair in texts))


def _with(office: Office, other: Office) -> Office:
    return replace(
        office,
        title=office.title.completed(other.title),
        organisation=office.organisation.completed(other.organisation),
        organisation_id=office.organisation_id or other.organisation_id,
        mission_class=office.mission_class or other.mission_class,
        rank=office.rank or other.rank,
    )


def _consents(ours: tuple[Consent, ...], theirs: tuple[Consent, ...]) -> tuple[Consent, ...]:
    """Both in the order of time, for the last one counts; a refusal without a date is the last."""

    def moment(consent: Consent) -> datetime:
        return consent.at or (_LAST if consent.state in _REFUSING else _FIRST)

    return tuple(sorted(_united(ours, theirs), key=moment))


def _by_time(ours: Iterable[T], theirs: Iterable[T]) -> tuple[T, ...]:
    moment: Callable[[Any], datetime] = lambda one: one.at  # noqa: E731
    return tuple(sorted(_united(ours, theirs), key=moment))


def _replied(one: Attendee) -> tuple[datetime, int]:
    return one.replied_at or _FIRST, _FURTHER.index(one.reply)


def _other_tickets(held: Attendee, other: Attendee) -> tuple[str, ...]:
    """The tickets that open the door beside the one that stays the guest's."""
    theirs = () if other.ticket_revoked else (other.ticket, *other.former_tickets)
    return tuple(one for one in _united(held.former_tickets, theirs) if one)


def _held(one: Attendee) -> tuple[bool, bool, bool]:
    return bool(one.ticket), not one.ticket_revoked, one.badge_printed is not None
