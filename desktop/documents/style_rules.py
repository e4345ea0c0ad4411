"""What may be said in the file of a house style, and what is said about the rest."""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from desktop.documents.kinds import KINDS
from desktop.documents.styles import ROLES
from desktop.domain.errors import BadInput

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

Check = Callable[[str, Any], BadInput | None]
"""What is wrong with a setting of this dotted path and value; None where nothing is."""


def _one_of(*choices: str) -> Check:
    def check(key: str, value: Any) -> BadInput | None:
        listed = ", ".join(f"“{choice}”" for choice in choices)
        known = value in choices
        return None if known else BadInput("“{key}” is one of {known}.", key=key, known=listed)

    return check


def _millimetres(least: float, most: float) -> Check:
    def check(key: str, value: Any) -> BadInput | None:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if number and least <= value <= most:
            return None
        return BadInput(
            "“{key}” is a number of millimetres from {least} to {most}, without quotes.",
            key=key,
            least=least,
            most=most,
        )

    return check


def _colour(key: str, value: Any) -> BadInput | None:
    if isinstance(value, str) and _COLOUR.fullmatch(value):
        return None
    return BadInput('“{key}” is no colour. Write it as "#17365D".', key=key)


def _text(key: str, value: Any) -> BadInput | None:
    return None if isinstance(value, str) else BadInput("“{key}” is a text in quotes.", key=key)


def _no_language(key: str, value: Any) -> BadInput:
    return BadInput("“{key}”: there is no such language. Use es, kk, ru, en.", key=key)


def _unknown(known: Iterable[str]) -> Check:
    every = {_last(one.strip("[]")): one for one in known}

    def check(key: str, _value: Any) -> BadInput:
        near = [every[one] for one in get_close_matches(_last(key), every)]
        listed = ", ".join(near or every.values())
        return BadInput("“{key}” is not known. Here there is {known}.", key=key, known=listed)

    return check


def _heading(key: str, _value: Any) -> BadInput:
    return BadInput(
        "“{key}” is a heading. Write [{key}] on a line of its own, and its settings below it.",
        key=key,
    )


ROLES_OF_TYPE = ("titles", "text", "furniture")
CUTS = ("regular", "italic", "bold", "bold-italic")
"""Of a typeface of the house's own, a font file each."""
_TYPEFACE = _one_of("serif", "sans")
_KNOWN: Mapping[str, Mapping[str, Check]] = {
    "colours": dict.fromkeys(ROLES, _colour),
    "typefaces": dict.fromkeys(ROLES_OF_TYPE, _TYPEFACE),
    **{f"fonts.{role}": dict.fromkeys(CUTS, _text) for role in ROLES_OF_TYPE},
    "looks": {
        "areas": _one_of("filled", "framed"),
        "cover": _one_of("filled", "framed", "open"),
        "pictures": _one_of("colour", "grey"),
        "letterhead": _one_of("names", "logos", "none"),
    },
    "logos": dict.fromkeys(("programme", "report", "booklet"), _millimetres(6, 40)),
    "margins": dict.fromkeys(("programme", "report"), _millimetres(10, 45)),
}
TEXTS = ("name", "footer", "letterhead.text")
"""Tables of texts by language."""
_PARTS: Mapping[str, Mapping[str, Check]] = {
    f"parts.{kind.key}": {
        option.key: _one_of(*(choice.value for choice in option.choices))
        if option.choices
        else _text
        for option in kind.options
    }
    for kind in KINDS
}
_TABLES: Mapping[str, Mapping[str, Check]] = {**_KNOWN, **_PARTS}
HEADINGS = frozenset(name.rsplit(".", depth)[0] for name in (*_TABLES, *TEXTS) for depth in (0, 1))
"""Every table, and what a table of tables is called."""


def knows(table: str) -> bool:
    """Whether there is such a table."""
    return table in _TABLES or table in TEXTS


def check(table: str, key: str) -> Check:
    """What a setting has to be."""
    if (f"{table}.{key}" if table else key) in HEADINGS:
        return _heading
    if table in TEXTS:
        return _text if _LANGUAGE.fullmatch(key) else _no_language
    if table in _TABLES:
        return _TABLES[table].get(key) or _unknown(_TABLES[table])
    known = _PARTS if table.startswith("parts") else (*_KNOWN, *TEXTS, "parts.programme")
    return lambda _key, value: _unknown(f"[{one}]" for one in known)(table or key, value)


def _last(path: str) -> str:
    return path.rpartition(".")[2]
