"""Names of persons as schedules write them: one string, to be kept letter by letter."""

import re
import unicodedata
from collections import Counter

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


def script(written: str) -> str:
    """The ISO 15924 code of the script most letters are in; Latin where there are none."""
    names = (unicodedata.name(letter, "").split(" ")[0] for letter in written if letter.isalpha())
    counts = Counter(_SCRIPTS[name] for name in names if name in _SCRIPTS)
    return counts.most_common(1)[0][0] if counts else "Latn"


def slug(written: str) -> str:
    """A short name for the command line: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", written.casefold())
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", kept).strip("-")[:60].strip("-")
