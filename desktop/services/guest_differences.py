"""What a row of a guest list says otherwise than what is known: it is told, nothing changes."""

from collections.abc import Iterable, Iterator

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.person import Person
from desktop.exchange.guest_draft import GuestDraft, Remark
from desktop.language.translation import msgid

_ANSWERS = frozenset({Reply.ACCEPTED, Reply.DECLINED, Reply.CANCELLED})
_KEPT = msgid("“{text}” is not taken over: “{known}” is noted already.")
_ANSWERED = msgid("The reply is not taken over: another one is noted already.")


def differences(person: Person, guest: Attendee | None, draft: GuestDraft) -> Iterator[Remark]:
    """What a row says of somebody that is not what stands there."""
    name, contact = draft.name, person.contact
    known = [one.full for one in person.names if one.tag == name.tag]
    if known and name.full not in known and not any(_is_same(name.full, one) for one in known):
        yield _kept(draft, name.full, known[0])
    pairs = [(draft.email.casefold(), contact.email.casefold()), (draft.country, person.country)]
    if guest is not None:
        pairs += [(draft.seat, guest.seat)]
        if guest.category != "guest":  # it is what nobody chose
            pairs += [(draft.category, guest.category)]
    yield from (_kept(draft, said, there) for said, there in _unlike(pairs))
    if _digits(draft.phone) != _digits(contact.phone):
        yield from (_kept(draft, *pair) for pair in _unlike([(draft.phone, contact.phone)]))
    if guest is not None and draft.reply in _ANSWERS and guest.reply in _ANSWERS - {draft.reply}:
        yield Remark(draft.line, _ANSWERED)


def _unlike(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((said, there) for said, there in pairs if said and there and said != there)


def _kept(draft: GuestDraft, said: str, there: str) -> Remark:
    return Remark(draft.line, _KEPT, (("text", said), ("known", there)))


def _is_same(one: str, other: str) -> bool:
    """Whether two names are the same words, in whatever order and letters."""
    return sorted(one.casefold().split()) == sorted(other.casefold().split())


def _digits(phone: str) -> str:
    return "".join(filter(str.isdigit, phone))
