"""What a BCP 47 tag says about a language: its script, its direction, its ICU locale."""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import icu

Direction = Literal["ltr", "rtl"]

LANGUAGES = {
    "en": "English",
    "es": "Español",
    "kk": "Қазақша",
    "ru": "Русский",
    "ar": "العربية",
}
"""The languages of the window and of all printed terms, each by its own name."""

_SCRIPTS = {"en": "Latn", "es": "Latn", "kk": "Cyrl", "ru": "Cyrl", "ar": "Arab"}
_RIGHT_TO_LEFT = frozenset(
    {"Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
)
_FIRST_STRONG_ISOLATE, _POP = "\u2068", "\u2069"
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def base(language: str) -> str:
    """The bare language of a tag: `kk` of `kk-Latn`, `ar` of `ar-EG`."""
    return language.replace("_", "-").partition("-")[0].lower()


def is_latin_kazakh(language: str) -> bool:
    """Whether a tag asks for Kazakh in Latin letters, for which neither CLDR nor we have data."""
    return language.replace("_", "-").lower().startswith("kk-latn")


@cache
def script_of(language: str) -> str:
    """The ISO 15924 code of the script a language is written in: `Cyrl` for `kk`."""
    known = _SCRIPTS.get(language)
    return known if known is not None else _locale(language).addLikelySubtags().getScript()


@cache
def likely_language(script: str) -> str:
    """The language most often written in a script: `th` for `Thai`."""
    return _locale(f"und-{script}").addLikelySubtags().getName().partition("_")[0]


@cache
def own_script(country: str) -> str:
    """The script that most people of a country (ISO 3166-1) write: `Thai` for `TH`."""
    return _locale(f"und-{country}").addLikelySubtags().getScript() if country else ""


@cache
def direction(language: str) -> Direction:
    """Which way a language runs."""
    return "rtl" if script_of(language) in _RIGHT_TO_LEFT else "ltr"


def first_strong(text: str) -> Direction | None:
    """The direction of the first letter that has one; None for figures and signs alone."""
    for letter in text:
        found = _STRONG.get(unicodedata.bidirectional(letter))
        if found is not None:
            return found
    return None


def isolate(text: str, way: Direction | None = None) -> str:
    """Text that keeps its own order inside a sentence of the other direction.

    Without `way` its first strong letter decides (Unicode Standard Annex 9, FSI and PDI).
    """
    return f"{_ISOLATES[way] if way else _FIRST_STRONG_ISOLATE}{text}{_POP}"


def bare(text: str) -> str:
    """A text without the marks that isolate it."""
    return text.translate(
        dict.fromkeys(map(ord, (*_ISOLATES.values(), _FIRST_STRONG_ISOLATE, _POP)))
    )


def apart(text: str, way: Direction) -> str:
    """A text that runs the other way throughout, isolated in a line that runs `way`.

    Space at its end is the line's: within, it would stand on the side the line comes from.
    """
    if first_strong(text) in (None, way):
        return text
    found = {_STRONG.get(unicodedata.bidirectional(letter)) for letter in text}
    words = text.rstrip()
    return text if way in found else isolate(words) + text[len(words) :]


@cache
def icu_locale(language: str) -> "icu.Locale":
    """The ICU locale of a tag: the Gregorian calendar always, British order for English."""
    import icu

    if is_latin_kazakh(language):
        return icu_locale("kk")
    tag = "en-GB" if language == "en" else language.replace("_", "-")
    return icu.Locale.forLanguageTag(tag if "-u-" in tag else f"{tag}-u-ca-gregory")


def _locale(language: str) -> "icu.Locale":
    import icu

    return icu.Locale.forLanguageTag(language.replace("_", "-"))
