"""Sorting as a reader expects it: the language's own alphabet, names by family name.

Never the database's byte order: Kazakh has Ә after А, Spanish Ñ after N (CLDR, by way of ICU).
"""

from collections.abc import Callable
from functools import cache, lru_cache

from desktop.language import tags

_ARTICLE = "ال"


@cache
def sort_key(language: str) -> Callable[[str], bytes]:
    """A key function for `sorted`; Arabic passes over the article ال at the start of a word."""
    import icu

    key = icu.Collator.createInstance(tags.icu_locale(language)).getSortKey
    if tags.script_of(language) == "Arab":
        return lambda text: key(_without_article(text))
    return key


@cache
def name_sort_key(language: str) -> Callable[[str, str], tuple[bytes, bytes]]:
    """A key of family and given name: `key(family, given)`.

    Particles in lower case do not count: "de la Torre" stands under T, "De Gaulle" under D.
    """
    key = sort_key(language)
    of_given = lru_cache(4096)(key)  # which many share
    return lambda family, given: (key(without_particles(family)), of_given(given))


def without_particles(family: str) -> str:
    """The family name from its first capital on: "Torre" of "de la Torre"."""
    words = family.split()
    while len(words) > 1 and words[0].islower():
        del words[0]
    return " ".join(words)


def _without_article(text: str) -> str:
    return " ".join(word.removeprefix(_ARTICLE) or word for word in text.split())
