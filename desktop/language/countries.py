"""Which country is meant: a name in any of the program's languages, or a code of ISO 3166-1."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import cast

from desktop.language import tags
from desktop.language.folding import fold

_LETTERS = 2
_OFFICIAL = frozenset(
    map(
        fold,
        (
            *("the", "of", "republic", "kingdom", "state", "federal", "islamic", "people’s"),
            *("de", "del", "la", "el", "república", "reino", "estado"),
            *("республика", "королевство", "республикасы", "корольдігі"),
            *("جمهورية", "مملكة", "دولة", "المملكة"),
        ),
    )
)
"""Words of formal names that may be left out: «Қазақстан Республикасы», "Reino de España"."""

_USUAL = {
    **{"GB": "uk, u.k., great britain, england, inglaterra, gran bretaña, англия, ұлыбритания"},
    **{"US": "usa, u.s.a., u.s., ee. uu., ee.uu., eeuu, estados unidos de américa, сша, ақш"},
    **{"KZ": "kazakstan, kazajstán", "CZ": "czech republic, república checa, чехия"},
    **{"KR": "republic of korea, república de corea, республика корея, корея республикасы, корея"},
    **{"RU": "russian federation, federación de rusia, российская федерация, рф"},
    **{"AE": "uae, u.a.e., eau, оаэ, emiratos", "VA": "vatican, vaticano, ватикан"},
    **{"NL": "holland, holanda, голландия", "TR": "turkey", "CD": "dr congo, drc"},
    **{"CN": "people’s republic of china, república popular china, кнр, қхр, prc"},
    **{"PS": "palestine, palestina, палестина, فلسطين", "VN": "viet nam, вьетнам"},
    **{"SY": "syria, siria, сирия", "IR": "iran, irán, иран", "LA": "laos, лаос"},
}
"""Names that are no country's short name, and yet what people write."""


@lru_cache(maxsize=1_000)
def country_code(written: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country, empty where it is none that is known."""
    words = fold(written)
    if not words:
        return ""
    capitals = written.strip().upper()
    if len(capitals) == _LETTERS and capitals in _codes():
        return capitals
    known = _by_name()
    short = " ".join(word for word in words.split() if word not in _OFFICIAL)
    return known.get(words) or known.get(short, "")


@cache
def _codes() -> frozenset[str]:
    codes = _territories("en")
    return frozenset(code for code in codes if len(code) == _LETTERS and code.isalpha())


@cache
def _territories(language: str) -> Mapping[str, str]:
    from babel import Locale

    return cast("Mapping[str, str]", Locale.parse(language).territories)


@cache
def _by_name() -> dict[str, str]:
    """Codes by folded names; a name of two countries is the former's."""
    names: dict[str, str] = {}
    for name, code in (*_names(), *_codes_of_three()):
        for key in (fold(name), " ".join(w for w in fold(name).split() if w not in _OFFICIAL)):
            names.setdefault(key, code)
    return names


def _names() -> Iterator[tuple[str, str]]:
    for code, listed in _USUAL.items():
        yield from ((name, code) for name in listed.split(","))
    for language in tags.LANGUAGES:
        for code, name in _territories(tags.base(language)).items():
            if code in _codes():
                yield name, code


def _codes_of_three() -> Iterator[tuple[str, str]]:
    from babel.core import get_global

    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == _LETTERS + 1 and alias.isalpha():
            yield alias, codes[0]
