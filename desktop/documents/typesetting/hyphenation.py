"""Where a word may be hyphenated."""

import re
from functools import cache, lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")
_VOWELS = {"kk": "аәеёиоөуұүыіэюя"}
_CONSONANTS = {"kk": "бвгғджзйкқлмнңпрстфхһцчшщ"}
SHORTEST, LEFT, RIGHT = 7, 3, 3  # letters of a word that may be split, before and after the hyphen


@lru_cache(20_000)
def points(word: str, language: str) -> tuple[int, ...]:
    """Offsets in a word at which a hyphen may be set; none for names in capitals and short words."""
    letters = _LETTERS.search(word)
    if letters is None or len(letters[0]) < SHORTEST or any(c.isupper() for c in letters[0][1:]):
        return ()
    base, end = letters.span()
    found = _by_rule(letters[0].lower(), language) or _by_pattern(letters[0], language)
    return tuple(base + at for at in found if at >= LEFT and end - base - at >= RIGHT)


def _by_rule(word: str, language: str) -> list[int]:
    if language not in _VOWELS:
        return []
    vowels, consonants = _VOWELS[language], _CONSONANTS[language]
    return [
        at
        for at in range(1, len(word) - 1)
        if word[at] in consonants
        and word[at + 1] in vowels
        and any(v in word[:at] for v in vowels)
    ]


@cache
def _patterns(language: str):
    import pyphen

    found = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=found, left=LEFT, right=RIGHT) if found else None


def _by_pattern(word: str, language: str) -> list[int]:
    patterns = _patterns(language)
    return list(patterns.positions(word)) if patterns else []
