"""Text in several languages, with an explicit fallback order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

UNDETERMINED = "und"
"""The tag of a text that is the same for every reader: a year, a formula, a brand."""


class Rendering(NamedTuple):
    """A text as found for a reader: the words and the BCP 47 tag of the language they are in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Localized:
    """A text in several languages: pairs of BCP 47 tag and non-empty text, in the order given.

    Build it with `Localized.of({"es": "Apertura", "kk": "Ашылуы"})` or
    `Localized.of(es="Apertura")`.
    """

    texts: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(texts: Mapping[str, str] | None = None, /, **by_language: str) -> "Localized":
        """Make a text from a mapping or keywords; blank texts are left out."""
        every = {**(texts or {}), **by_language}
        return Localized(tuple((tag, text) for tag, text in every.items() if text.strip()))

    def __bool__(self) -> bool:
        return bool(self.texts)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.texts)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there is a text, in the order given."""
        return tuple(tag for tag, _ in self.texts)

    def get(self, language: str) -> str:
        """The text in exactly this language, or an empty string."""
        for tag, text in self.texts:
            if tag == language:
                return text
        return ""

    def within(self, language: str) -> str:
        """The text that a reader of `language` reads as their own, or an empty string.

        That is the text in the language itself, in what is left of its tag from the right
        (RFC 4647, 3.4: `es` for `es-MX`), in a region of it (`es-ES` for `es`), or a text that is
        in no language (`und`).
        """
        wanted = language
        while wanted:
            if text := self.get(wanted):
                return text
            wanted = wanted.rpartition("-")[0]
        regional = (text for tag, text in self.texts if _is_region_of(tag, language))
        return next(regional, self.get(UNDETERMINED))

    def find(self, language: str, *fallbacks: str) -> Rendering | None:
        """The text for a reader of `language`.

        Tried in turn: the language itself, the fallbacks (each as `within` does), then whatever
        is there in its own order. None only where there is no text at all.
        `rendering.language != language` tells a caller that the translation is missing.
        """
        for wanted in (language, *fallbacks):
            if text := self.within(wanted):
                return Rendering(text, wanted)
        return next((Rendering(text, tag) for tag, text in self.texts), None)

    def words(self, *languages: str) -> str:
        """What `find` finds, in whatever language; empty where there is no text at all."""
        found = self.find(*languages or ("",))
        return found.text if found else ""

    def missing(self, languages: Iterable[str]) -> tuple[str, ...]:
        """Those of `languages` that lack a text, where there is a text in some language."""
        return tuple(tag for tag in languages if not self.within(tag)) if self.texts else ()

    def put(self, language: str, text: str) -> "Localized":
        """The same with the text of one language set; a blank text takes the language out."""
        kept = dict(self.texts)
        kept[language] = text
        return Localized.of(kept)

    def completed(self, other: "Localized") -> "Localized":
        """The same with those languages of another text that it lacks."""
        more = {tag: words for tag, words in other.texts if not self.get(tag)}
        return Localized.of({**dict(self.texts), **more}) if more else self

    def as_dict(self) -> dict[str, str]:
        """Text by language."""
        return dict(self.texts)


def _is_region_of(tag: str, language: str) -> bool:
    """Whether `tag` is `language` with a region (two letters or three digits) added."""
    base, _, region = tag.rpartition("-")
    return base == language and (len(region) == 2 or (len(region) == 3 and region.isdigit()))
