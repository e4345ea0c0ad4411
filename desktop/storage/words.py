"""The words by which values are found."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Office, Person, PersonName
from desktop.domain.slot import Slot
from desktop.language.folding import fold

_LONGEST = 60
"""So many letters of a word count; indexes refuse words without end."""

_SIGNS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
"""Whatever else a folded word may hold, the indexes take no sign of ASCII for a letter."""


def words_in(text: str) -> list[str]:
    """The words of a text, folded, each once."""
    return list(dict.fromkeys([word[:_LONGEST] for word in fold(text).translate(_SIGNS).split()]))


class Finding(NamedTuple):
    """By which fields values of a class are found, and what their words are."""

    fields: tuple[str, ...]
    texts: Callable[..., Iterable[str]]

    def folded(self, *values: Any) -> str:
        """The column `folded` for these values of the fields."""
        return " ".join(words_in(" ".join(self.texts(*values))))


def _every(*texts: Localized) -> Iterable[str]:
    return [words for text in texts for _, words in text.texts]


def _event(slug: str, *texts: Localized) -> Iterable[str]:
    return (slug, *_every(*texts))


def _person(names: tuple[PersonName, ...], offices: tuple[Office, ...]) -> Iterable[str]:
    held = [text for office in offices for text in (office.title, office.organisation)]
    return (*[name.full for name in names], *_every(*held))


FOUND_BY = {
    Event: Finding(("slug", "title", "subtitle"), _event),
    Organisation: Finding(("name", "short_name"), _every),
    Person: Finding(("names", "offices"), _person),
    Slot: Finding(("title", "subtitle"), _every),
}
