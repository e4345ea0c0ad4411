"""Where a word may be hyphenated: patterns, and rules of our own where it has none."""

import re
from collections.abc import Sequence

from desktop.documents.typesetting.patterns import patterns

SHORTEST, LEFT, RIGHT = 7, 3, 3  # letters of a word that may be split, before and after the hyphen

_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\w[.@/_]\w|://")  # a hyphen would be read as part of it
# A syllable begins with the consonant before a vowel; two vowels in a row are not split.
# Қазақ тілінің емлесі (1957, 2023) and the orthographies of the other Turkic languages agree.
_VOWELS = {
    "kk": "аәеёиоөуұүыіэюя",
    "kk-Latn": "aäeıioöuūüy",
    "ky": "аеёиоөуүыэюя",
    "tt": "аәеёиоөуүыэюя",
    "tr": "aeıioöuüâîû",
    "az": "aeəıioöuü",
    "uz": "aeiou",
    "uz-Cyrl": "аеёиоуўэюя",
    "tk": "aäeioöuüy",
}
# Letters that never open a syllable, and pairs that stand for one sound.
_BOUND = {"kk": "ңьъ", "ky": "ңьъ", "tt": "ңьъ", "uz": "ʻʼ'", "uz-Cyrl": "ьъ", "tk": "ň"}
_PAIRS = {"uz": ("sh", "ch", "ng")}


def points(word: str, language: str) -> tuple[int, ...]:
    """Offsets in a word at which a hyphen may be set.

    None for short words, for names in capitals, for addresses and for languages without rules.
    """
    letters = _LETTERS.search(word)
    if letters is None or len(letters[0]) < SHORTEST or any(c.isupper() for c in letters[0][1:]):
        return ()
    if _ADDRESS.search(word):
        return ()
    rules = language if language in _VOWELS else language.partition("-")[0]
    found = (
        _by_rule(letters[0].lower(), rules)
        if rules in _VOWELS
        else _by_pattern(letters[0], language)
    )
    last = len(letters[0]) - RIGHT
    return tuple(letters.start() + at for at in found if LEFT <= at <= last)


def _by_rule(word: str, language: str) -> list[int]:
    vowels, bound = _VOWELS[language], _BOUND.get(language, "")
    found: list[int] = []
    for at in range(1, len(word) - 1):
        onset = at
        if word[at - 1 : at + 1] in _PAIRS.get(language, ()):
            onset = at - 1
        opens = word[at] not in vowels and word[at] not in bound and word[at + 1] in vowels
        if opens and any(letter in vowels for letter in word[:onset]):
            found.append(onset)
    return found


def _by_pattern(word: str, language: str) -> Sequence[int]:
    known = patterns(language)
    return known.points(word) if known else ()
