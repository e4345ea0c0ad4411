"""What a guest list says in one language, as texts of the event."""

from collections.abc import Sequence
from functools import lru_cache

from desktop.domain.localized import Localized
from desktop.domain.person import Office
from desktop.exchange.naming import script
from desktop.language import tags

_LANGUAGES = {"Latn": "en", "Cyrl": "ru", "Arab": "ar"}
"""What a text is in where no language of the event is written in its script."""

_NO_TEXT = Localized()
_KEPT = 5_000


class Texts:
    """Texts in the event's language of their script; what is said often is one value."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = _LANGUAGES | {tags.script_of(one): one for one in reversed(languages)}
        self._usual = next(iter(languages), "en")
        self.text = lru_cache(_KEPT)(self._text)
        self.offices = lru_cache(_KEPT)(self._offices)

    def _text(self, words: str) -> Localized:
        if not words:
            return _NO_TEXT
        return Localized(((self._languages.get(script(words), self._usual), words),))

    def _offices(self, title: str, house_id: int | None) -> tuple[Office, ...]:
        return (Office(self.text(title), organisation_id=house_id),) if title else ()
