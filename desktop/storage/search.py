"""Search as one types: words in any order, by their beginnings, in any script.

Each value that can be found has a column `folded`: its words as `language.folding` folds them,
each once, with one space between. SQLite indexes that column by FTS5 (kept by triggers),
PostgreSQL by an inverted index over the same words; both then look for prefixes.
"""

from collections.abc import Callable, Iterable
from typing import Any

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.language.folding import fold


def _texts(*texts: Localized) -> Iterable[str]:
    return (words for text in texts for _, words in text)


def _event(event: Event) -> Iterable[str]:
    return (event.slug, *_texts(event.title, event.subtitle))


def _organisation(organisation: Organisation) -> Iterable[str]:
    return _texts(organisation.name, organisation.short_name)


def _person(person: Person) -> Iterable[str]:
    names = (name.full for name in person.names)
    offices = (_texts(office.title, office.organisation) for office in person.offices)
    return (*names, *(words for texts in offices for words in texts))


def _slot(slot: Slot) -> Iterable[str]:
    return _texts(slot.title, slot.subtitle)


_FOUND_BY: dict[type[Any], Callable[[Any], Iterable[str]]] = {
    Event: _event,
    Organisation: _organisation,
    Person: _person,
    Slot: _slot,
}
"""What each kind of value is found by."""


def words_of(kind: type[Any]) -> Callable[[Any], str] | None:
    """The function that makes a value's `folded` column; None for what is not searched."""
    texts = _FOUND_BY.get(kind)
    if texts is None:
        return None
    return lambda value: " ".join(dict.fromkeys(fold(" ".join(texts(value))).split()))
