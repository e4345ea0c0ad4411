"""The words by which values are found."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Office, Person, PersonName
from desktop.domain.slot import Slot
from desktop.language.folding import folded_words

_LONGEST = 60
"""So many letters of a word count; indexes refuse words without end."""

_SIGNS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
"""Whatever else a folded word may hold, the indexes take no sign of ASCII for a letter."""


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    words: Sequence[str] = folded_words(text)
    if not "".join(words).isalnum():
        words = " ".join(words).translate(_SIGNS).split()
    return [word[:_LONGEST] for word in words]


def every_word(*lists: Sequence[str]) -> str:
    """The column `folded`: the words of all fields, each once."""
    return " ".join(dict.fromkeys(chain(*lists)))


def _texts(*texts: Localized) -> list[str]:
    return words_in(" ".join([words for text in texts for _, words in text.texts]))


def _names(names: Iterable[PersonName]) -> list[str]:
    return words_in(" ".join([name.full for name in names]))


def _offices(offices: Iterable[Office]) -> list[str]:
    return _texts(*[text for one in offices for text in (one.title, one.organisation)])


FOUND_BY: Mapping[type[Any], Mapping[str, Callable[[Any], Sequence[str]]]] = {
    Event: {"slug": words_in, "title": _texts, "subtitle": _texts},
    Organisation: {"name": _texts, "short_name": _texts},
    Person: {"names": _names, "offices": _offices},
    Slot: {"title": _texts, "subtitle": _texts},
}
"""By which fields values of a class are found, and the words of each."""
