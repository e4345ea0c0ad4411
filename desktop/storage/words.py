"""The words by which values are found."""

from collections.abc import Callable, Iterable
from typing import Any

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.language.folding import fold

_LONGEST = 60
"""So many letters of a word count; indexes refuse words without end."""

_SIGNS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
"""Whatever else a folded word may hold, the indexes take no sign of ASCII for a letter."""


def words_in(text: str) -> list[str]:
    """The words of a text, folded, each once."""
    return list(dict.fromkeys(word[:_LONGEST] for word in fold(text).translate(_SIGNS).split()))


def words_of(kind: type[Any]) -> Callable[[Any], str] | None:
    """The function that makes a value's `folded` column; None for what has none."""
    texts = _FOUND_BY.get(kind)
    return texts and (lambda value: " ".join(words_in(" ".join(texts(value)))))


def _every(*texts: Localized) -> Iterable[str]:
    return (words for text in texts for _, words in text)


def _event(event: Event) -> Iterable[str]:
    return (event.slug, *_every(event.title, event.subtitle))


def _organisation(organisation: Organisation) -> Iterable[str]:
    return _every(organisation.name, organisation.short_name)


def _person(person: Person) -> Iterable[str]:
    offices = (text for office in person.offices for text in (office.title, office.organisation))
    return (*(name.full for name in person.names), *_every(*offices))


def _slot(slot: Slot) -> Iterable[str]:
    return _every(slot.title, slot.subtitle)


_FOUND_BY: dict[type[Any], Callable[[Any], Iterable[str]]] = {
    Event: _event,
    Organisation: _organisation,
    Person: _person,
    Slot: _slot,
}
