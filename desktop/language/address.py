"""Forms of address, out of `resources/locale/address.toml`, which an office may edit.

The rules behind the table: protocol handbooks of each language; nothing inserted is inflected,
and a form that lacks something it needs (a patronymic, a dative) gives way to the next one.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from desktop import paths
from desktop.domain.errors import BadInput
from desktop.domain.person import Gender
from desktop.language import tags
from desktop.language.names import NBSP
from desktop.language.translation import fields_of


class Use(StrEnum):
    """What a form of address is for."""

    ENVELOPE = "envelope"
    SALUTATION = "salutation"
    INTRODUCTION = "introduction"
    PLACE_CARD = "place_card"


class Rank(StrEnum):
    """Whose form it is; whoever has none of the others is addressed as a guest."""

    AMBASSADOR = "ambassador"
    MINISTER = "minister"
    RECTOR = "rector"
    PROFESSOR = "professor"
    EXCELLENCY = "excellency"
    DOCTOR = "doctor"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Addressee:
    """What a form may say of a person, as it is printed in the language of the form.

    `name_dative` is the full name in the Russian dative, as the user typed it: it is never made.
    """

    name: str
    surname: str = ""
    given_patronymic: str = ""
    name_dative: str = ""
    position: str = ""
    organisation: str = ""
    country: str = ""


FIELDS = frozenset(Addressee.__dataclass_fields__)
_GENDERS = {Gender.MASCULINE: "m", Gender.FEMININE: "f", Gender.UNSPECIFIED: "unknown"}
_BEFORE_NAME = re.compile(r" (?=\{(?:name|surname|given_patronymic|name_dative)\})")
_AFTER_NAME = re.compile(r"(?<=\{name\}) (?=[^\W\d_])")
_AFTER_ABBREVIATION = re.compile(r"(?<=\.) |(?<=\.ª) ")


def address(
    person: Addressee, rank: Rank, use: Use, language: str, gender: Gender = Gender.UNSPECIFIED
) -> str:
    """How to address somebody: by their rank, else as a guest; the bare name where neither fits.

    A rank may have no form for somebody whose gender is not known.
    """
    known = asdict(person)
    for each in (rank, Rank.GUEST):
        for form in _forms(_table(), (each, use, tags.base(language)), _GENDERS[gender]):
            if all(known.get(field) for field in fields_of(form)):
                return _bound(form).format_map(known)
    return person.name


def _forms(table: dict[str, Any], path: Iterable[str], gender: str) -> list[str]:
    found = table
    for key in path:
        found = found.get(key, {})
    return found.get("both") or found.get(gender) or []


def _bound(form: str) -> str:
    """A form with no-break spaces after abbreviations and between honorific and name."""
    for pattern in (_BEFORE_NAME, _AFTER_NAME, _AFTER_ABBREVIATION):
        form = pattern.sub(NBSP, form)
    return form


@cache
def _table() -> dict[str, Any]:
    file = paths.resource("locale", "address.toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(
            "The table of forms of address cannot be read ({error}). "
            "Mend that line, or put the program’s own file back.",
            error=error,
            place=str(file),
        ) from error
