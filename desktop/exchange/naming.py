"""Names of persons as schedules write them: one string, to be kept letter by letter."""

import re
import unicodedata
from functools import lru_cache

from desktop.domain.person import PersonName

_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "THAI": "Thai",
    "HANGUL": "Kore",
    "CJK": "Hani",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
}
_FAMILY_FIRST = ("Hani", "Jpan", "Kore")
# What belongs to the family name that follows; written small, or not at all.
_PARTICLES = re.compile(
    r"(?:af|al|av|bin|da|dal|dalla|das|de|degli|dei|del|della|der|des|di|do|dos|du|el|ibn|la|las|"
    r"le|los|op|'t|ten|ter|van|vom|von|y|zu|zum|zur)\Z"
)
_SEVERAL = re.compile(r"[,;&/+()\d]|\b(?:and|und|et|и)\b", re.IGNORECASE)


def person_name(written: str) -> PersonName:
    """A name with its family and given parts told apart; `full` gives back what was written.

    The last word is the family name, with the particles before it. What may be a group or a
    pseudonym, or has the family name first, stays whole.
    """
    words = written.split()
    tag = script(written)
    if len(words) < 2 or tag in _FAMILY_FIRST or _SEVERAL.search(written):
        return PersonName(tag, family=" ".join(words))
    cut = len(words) - 1
    while cut > 1 and _PARTICLES.match(words[cut - 1]):
        cut -= 1
    if words[cut] == "y" and cut > 1:  # Ortega y Gasset
        cut -= 1
    return PersonName(tag, family=" ".join(words[cut:]), given=" ".join(words[:cut]))


_PATRONYMIC = re.compile(
    r"(?:иль|кузьм|лук|фом|никит)ич|\w{2,}(?:вич|вна|ична|ұлы|улы|қызы|кызы|оглы|vich|vna|ichna|uly|ūly|kyzy|qyzy|ogly)",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\w+(?:ов|ев|ёв|ова|ева|ёва|ский|ская|цкий|цкая|енко|ұлы|қызы)", re.IGNORECASE
)
_COMMA = re.compile(r"\s*[,،]\s*")


def split_name(written: str, language: str = "", *, family_first: bool = False) -> PersonName:
    """A whole name out of one cell, its parts told apart as the language of the list does.

    With a comma the family name stands before it. A patronymic tells a Russian or Kazakh name,
    with the family name first or last; in a list in Spanish a person has two family names.
    `family_first` is what the heading says, where the name itself does not tell.
    """
    tag, words = script(written), written.split()
    halves = _COMMA.split(written.strip())
    if len(halves) == 2 and all(halves):
        return _with_patronymic(PersonName(tag, family=halves[0], given=halves[1]))
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[2]):
        return PersonName(tag, *words)
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[1]):
        return PersonName(tag, words[2], words[0], words[1])
    if len(words) == 2 and _FAMILY.fullmatch(words[0]) and not _FAMILY.fullmatch(words[1]):
        return PersonName(tag, *words)
    spanish = (language, tag) == ("es", "Latn")
    if len(words) == 2 and _FAMILY.fullmatch(words[1]) and not _FAMILY.fullmatch(words[0]):
        return PersonName(tag, words[1], words[0])
    if family_first and len(words) >= 2:
        return _family_first(tag, words, 2 if spanish and len(words) > 2 else 1)
    name = person_name(written)
    return _two_families(name) if spanish else name


def _family_first(tag: str, words: list[str], families: int) -> PersonName:
    """The first so many family names, with the particles before each; given names follow."""
    cut = 0
    for _ in range(families):
        while cut < len(words) - 2 and _PARTICLES.match(words[cut].casefold()):
            cut += 1
        cut += 1
    return PersonName(tag, " ".join(words[:cut]), " ".join(words[cut:]))


def _with_patronymic(name: PersonName) -> PersonName:
    """The patronymic apart from the given name, where one stands after it."""
    given, _, last = name.given.rpartition(" ")
    if given and _PATRONYMIC.fullmatch(last):
        return PersonName(name.tag, name.family, given, last)
    return name


def _two_families(name: PersonName) -> PersonName:
    """The last two words, with their particles, as family names: Spanish custom."""
    if len(name.given.split()) < 2:
        return name
    again = person_name(name.given)
    return PersonName(name.tag, f"{again.family} {name.family}", again.given)


def script(written: str) -> str:
    """The ISO 15924 code of the script most letters are in; Latin where there are none."""
    if written.isascii():
        return "Latn"
    scripts = [*filter(None, map(_script_of, written))]
    return max(dict.fromkeys(scripts), key=scripts.count, default="Latn")


@lru_cache(maxsize=2_000)
def _script_of(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
    return _SCRIPTS.get(name, "")


def slug(written: str) -> str:
    """A short name for the command line: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", written.casefold())
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", kept).strip("-")[:60].strip("-")
