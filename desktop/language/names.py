"""A person's name as it is printed, with its honorific and no-break spaces.

A name is never inflected and never shortened unasked. Where the honorific stands is the
language's affair: Kazakh «мырза» and «ханым» follow the name, Spanish "D." and "D.ª" stand only
before a given name, Russian initials and family name stay on one line.
"""

import unicodedata

from desktop.domain.person import Person, PersonName
from desktop.language import tags

NBSP = "\u00a0"

_AFTER_NAME = {"kk": frozenset({"мырза", "ханым", "myrza", "hanym"})}
_BEFORE_GIVEN_ONLY = {"es": frozenset({"D.", "D.ª", "D.ᵃ", "Dña.", "don", "doña"})}
_FAMILY_FIRST = frozenset({"hu", "vi"})
_FAMILY_FIRST_SCRIPTS = frozenset({"Hang", "Hani", "Hans", "Hant", "Jpan", "Kore"})
"""A name in these is written in one piece, the family name first, whoever reads it: 王小明."""


def printed_name(person: Person, language: str, *, honorific: bool = True) -> str:
    """A person's name for a reader of `language`, with the honorific of that language if any."""
    name = person.name(language, tags.script_of(language))
    return compose_name(name, language, honorific=person.honorific.get(language) * honorific)


def compose_name(name: PersonName, language: str, *, honorific: str = "") -> str:
    """Honorific and name in the language's order, bound by no-break spaces where one must be."""
    plain = tags.base(language)
    words = honorific.split()
    after = [word for word in words if word in _AFTER_NAME.get(plain, ())]
    before = [word for word in words if word not in after]
    if not name.given:
        before = [word for word in before if word not in _BEFORE_GIVEN_ONLY.get(plain, ())]
    body = _in_order(name, language)
    return NBSP.join(filter(None, (_bound(before), body, *after)))


def list_name(name: PersonName, language: str) -> str:
    """The name in an alphabetical list: family name first, set off where the language does so.

    "Martínez Montes, Luis Francisco"; Kazakh and Russian «Мұсаев Данат» without a comma.
    """
    rest = " ".join(filter(None, (name.given, name.patronymic)))
    if not (name.family and rest) or _leads_with_family(name, language):
        return _in_order(name, language)
    comma = "" if tags.script_of(language) == "Cyrl" else ","
    if unicodedata.bidirectional(name.family[-1]) == "AL":
        comma = "،"
    return f"{name.family}{comma} {rest}"


def _in_order(name: PersonName, language: str) -> str:
    parts = [" ".join(filter(None, (name.given, name.patronymic))), name.family]
    if _is_in_one_piece(name):
        return "".join(reversed(parts))
    if _leads_with_family(name, language):
        parts.reverse()
    return " ".join(filter(None, parts))


def _leads_with_family(name: PersonName, language: str) -> bool:
    if _is_in_one_piece(name):
        return True
    return tags.base(language) in _FAMILY_FIRST and _is_native(name, language)


def _is_in_one_piece(name: PersonName) -> bool:
    script = name.tag if len(name.tag) == 4 else tags.script_of(name.tag)
    return script in _FAMILY_FIRST_SCRIPTS and not (name.given + name.family).isascii()


def _is_native(name: PersonName, language: str) -> bool:
    """Whether a name is written as the reader's own are."""
    return name.tag in {language, tags.base(language), tags.script_of(language)}


def _bound(words: list[str]) -> str:
    """Honorifics as one piece; a long one may break before its last words."""
    text = ""
    for word in words:
        space = NBSP if text.endswith(".") or not text else " "
        text = f"{text}{space}{word}" if text else word
    return text
