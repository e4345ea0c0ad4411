"""One alphabet's letters for another's.

Kazakh in Latin letters is Kazakh: everything that the program says in Kazakh is spelt by the
alphabet of 2021 for a reader of `kk-Latn`. For the names of persons there are only suggestions,
never taken unasked: how a person spells the own name is for the person to say.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from desktop.domain.person import PersonName
from desktop.language import tags

_LATIN_KAZAKH = {
    **dict(
        zip(
            "аәбвгғдежзийкқлмнңоөпрстуұүфхһшыіэ", "aäbvgğdejziikqlmnñoöprstuūüfhhşyıe", strict=True
        )
    ),
    **{"ё": "io", "ц": "ts", "ч": "tş", "щ": "ştş", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
}

# Russian travel documents: ICAO Doc 9303, part 3, table of Cyrillic.
_RUSSIAN = {
    **dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True)),
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"},
    **{"ъ": "ie", "ь": "", "ю": "iu", "я": "ia"},
}
# Kazakh travel documents write Yermek, Tokayev, Aliya.
_KAZAKH = _RUSSIAN | {
    **dict(zip("әғқңөұүһі", "agknouuhi", strict=True)),
    **{"ё": "yo", "ъ": "", "ю": "yu", "я": "ya"},
}
_KAZAKH_YE = re.compile("(?<![бвгғджзйкқлмнңпрстфхһцчшщьъ])е", re.IGNORECASE)

# Spanish to Cyrillic: the practical transcription of Giliarevsky and Starostin (1985), shortened.
_SPANISH = (
    ("gü(?=[ei])", "гу"),
    ("gu(?=[ei])|g(?![ei])", "г"),
    ("qu|k|c(?![eih])", "к"),
    ("g(?=[ei])|j", "х"),
    ("ch", "ч"),
    ("c(?=[ei])|z|s", "с"),
    ("[ñ]a", "нья"),
    ("ñ", "нь"),
    ("lla|lya", "лья"),
    ("ll|l(?![aeiou])", "ль"),
    (r"(?<=[aeo])i(?![aeou])|(?<=[aeou])y(?![aeou])|\bi(?=[aeou])", "й"),
    (r"iel\b", "иэль"),
    (r"ia\b", "ия"),
    ("(?<=[bcdfghjklmnprstvz])ie", "ье"),
    (r"\bya|(?<=[aeou])ya", "я"),
    (r"\byu|(?<=[aeou])yu", "ю"),
    ("ye", "е"),
    ("y(?=o)", "й"),
    (r"(?<![a-zñ])h?e|(?<=[aou])h?e", "э"),
    ("x", "кс"),
    ("h", ""),
    *zip("abdefilmnoprtuvwy", "абдефилмнопртуввй", strict=True),
)
# Back from the romanisations above; what is not sure gets the commoner letter.
_ROMANISED = (
    ("shch", "щ"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("zh|j", "ж"),
    ("kh|h", "х"),
    ("ts", "ц"),
    ("y[uū]|iu", "ю"),
    ("ya|(?<=i)a\\b", "я"),
    ("yo", "ё"),
    ("ye", "е"),
    (r"(?<=[aeou])[iy](?![aeou])", "й"),
    ("ss", "с"),
    (r"\be", "э"),
    ("x", "кс"),
    *zip("abcdefgiklmnopqrstuvwyz", "абкдефгиклмнопкрстуввыз", strict=True),
)
_ACCENTS = str.maketrans("áéíóúà", "aeioua")


def _capital(latin: str) -> str:
    """Capitals keep the dot: İ is the capital of i, I that of ı."""
    return latin[:1].replace("i", "İ").upper() + latin[1:]


_TO_LATIN_KAZAKH = str.maketrans(
    _LATIN_KAZAKH | {letter.upper(): _capital(latin) for letter, latin in _LATIN_KAZAKH.items()}
)


def latin_kazakh(text: str) -> str:
    """Kazakh in the Latin alphabet presented in January 2021: «ә» is "ä", «ұ» is "ū"."""
    return text.replace("ия", "иа").replace("ИЯ", "ИА").translate(_TO_LATIN_KAZAKH)


def spelt(text: str, language: str) -> str:
    """Text in the alphabet that the tag asks for: as it is, but for Kazakh in Latin letters."""
    return latin_kazakh(text) if tags.is_latin_kazakh(language) else text


def suggest_name(name: PersonName, target: str) -> PersonName | None:
    """A name in another alphabet, to be confirmed by somebody who knows; None where none fits.

    `target` and the name's own tag are a language or a script: `es` and `kk` are transcribed by
    their own rules, `Latn` and `Cyrl` letter by letter.
    """
    change = _changer(name.tag, target)
    if change is None:
        return None
    family, given = change(name.family), change(name.given)
    return replace(
        name, tag=target, family=family, given=given, patronymic=change(name.patronymic)
    )


def _changer(source: str, target: str) -> Callable[[str], str] | None:
    scripts = (_script(source), _script(target))
    if scripts == ("Cyrl", "Latn"):
        if tags.is_latin_kazakh(target):
            return latin_kazakh
        return _romanise_russian if source == "ru" else _romanise_kazakh
    if scripts == ("Latn", "Cyrl"):
        return _from_spanish if source == "es" else _from_romanised
    return None


def _script(tag: str) -> str:
    return tag if len(tag) == 4 else tags.script_of(tag)


def _romanise_russian(text: str) -> str:
    return _by_letter(text, _RUSSIAN)


def _romanise_kazakh(text: str) -> str:
    text = _KAZAKH_YE.sub(lambda e: "Ye" if e.group().isupper() else "ye", text)
    return _by_letter(text, _KAZAKH)


def _by_letter(text: str, table: dict[str, str]) -> str:
    capitals = {letter.upper(): latin.capitalize() for letter, latin in table.items()}
    return text.translate(str.maketrans(table | capitals))


def _from_spanish(text: str) -> str:
    return _by_rules(text, _SPANISH)


def _from_romanised(text: str) -> str:
    return _by_rules(text, _ROMANISED)


def _by_rules(text: str, rules: tuple[tuple[str, str], ...]) -> str:
    """Every word by the first rule that fits at each place, its capital kept."""
    letters = text.lower().translate(_ACCENTS)
    every = re.compile("|".join(f"({pattern})" for pattern, _ in rules))
    changed = every.sub(lambda found: rules[(found.lastindex or 1) - 1][1], letters)
    words = zip(re.split(r"(\W+)", text), re.split(r"(\W+)", changed), strict=True)
    return "".join(new[:1].upper() + new[1:] if old.istitle() else new for old, new in words)
