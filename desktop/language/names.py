"""A person's name as it is printed, with its honorific and no-break spaces.

A name is never inflected and never shortened unasked. Where the honorific stands is the
language's affair: Kazakh «мырза» and «ханым» follow the name, Spanish "D." and "D.ª" stand only
before a given name, Russian initials and family name stay on one line.
"""

from desktop.domain.person import Person, PersonName
from desktop.language import tags

NBSP = "\u00a0"

_AFTER_NAME = {"kk": frozenset({"мырза", "ханым", "myrza", "hanym"})}
_BEFORE_GIVEN_ONLY = {"es": frozenset({"D.", "D.ª", "D.ᵃ", "Dña.", "don", "doña"})}
_FAMILY_FIRST = frozenset({"hu", "ja", "ko", "vi", "zh"})
_WITHOUT_SPACES = frozenset({"Hans", "Hant", "Jpan", "Kore"})


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
    if not (name.family and rest) or tags.base(language) in _FAMILY_FIRST:
        return _in_order(name, language)
    comma = "" if tags.script_of(language) == "Cyrl" else ","
    if tags.script_of(language) == "Arab":
        comma = "،"
    return f"{name.family}{comma} {rest}"


def _in_order(name: PersonName, language: str) -> str:
    given = " ".join(filter(None, (name.given, name.patronymic)))
    if tags.base(language) not in _FAMILY_FIRST or not _is_native(name, language):
        return " ".join(filter(None, (given, name.family)))
    space = "" if tags.script_of(language) in _WITHOUT_SPACES else " "
    return space.join(filter(None, (name.family, given)))


def _is_native(name: PersonName, language: str) -> bool:
    """Whether a name is written in the language's own script: 王小明, but not "Ana García"."""
    return name.tag in {language, tags.base(language), tags.script_of(language)} and (
        tags.script_of(language) == "Latn" or not (name.given + name.family).isascii()
    )


def _bound(words: list[str]) -> str:
    """Honorifics as one piece; a long one may break before its last words."""
    text = ""
    for word in words:
        space = NBSP if text.endswith(".") or not text else " "
        text = f"{text}{space}{word}" if text else word
    return text
