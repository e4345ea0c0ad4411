"""Names of months and weekdays, to read dates as people write them in any of the languages."""

from collections.abc import Mapping
from functools import cache

from desktop.language.folding import fold

_LOCALES = ("en", "es", "kk", "ru", "ar", "ar_SY", "fr")
"""Syria's Arabic has the months that the Levant and Iraq use."""
_SHORTEST = 3


@cache
def months() -> Mapping[str, int]:
    """The number of a month by its folded name, full or short: `{"marta": 3, "mar": 3, ...}`."""
    return _names("months", range(1, 13))


@cache
def weekdays() -> Mapping[str, int]:
    """The number of a weekday by its folded name, Monday being 0."""
    return _names("days", range(7))


def _names(what: str, numbers: range) -> Mapping[str, int]:
    from babel import Locale

    found: dict[str, int] = {}
    for name in _LOCALES:
        data = getattr(Locale.parse(name), what)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number in numbers:
                    word = fold(data[context][width][number])
                    if len(word) >= _SHORTEST:
                        found.setdefault(word, number)
    return found
