"""Reads a house style's file (TOML); whatever is wrong with it is told with its line."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop.documents.styles import ROLES, HouseStyle
from desktop.domain.errors import BadInput
from desktop.domain.localized import Localized

_SYNTAX = re.compile(r"(.*) \(at line (\d+), column \d+\)$", re.DOTALL)
_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*([\w.\- "']+?)\s*=""")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

Check = Callable[[str, Any], BadInput | None]
"""What is wrong with a setting of this name and value; None where nothing is."""


def read(file: Path) -> HouseStyle:
    """The style that a file describes.

    Raises:
        BadInput: it cannot be read; the message says in which line, why, and what to write.
    """
    try:
        text = file.read_text("utf-8")
        return _style(tomllib.loads(text), str(file), _lines(text))
    except OSError as error:
        raise BadInput(
            "The house style cannot be read: {reason}.",
            reason=error.strerror or error,
            place=str(file),
        ) from None
    except UnicodeDecodeError:
        raise BadInput(
            "The house style is not written in UTF-8. Save it in that encoding.", place=str(file)
        ) from None
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX.match(str(error))
        reason, line = (
            found.groups() if found else (str(error).removesuffix(" (at end of document)"), "")
        )
        raise BadInput(
            'This is not TOML: {reason}. Write each setting as key = "value".',
            reason=reason,
            place=f"{file}:{line}" if line else str(file),
        ) from None


def _style(data: Mapping[str, Any], file: str, lines: Mapping[str, int]) -> HouseStyle:
    found: dict[str, dict[str, Any]] = {}
    for path, value in _settings(data):
        table, _, key = path.rpartition(".")
        wrong = _check(table, key)(path, value)
        if wrong is not None:
            line = lines.get(path) or lines.get(table)
            raise wrong.at(f"{file}:{line}" if line else file)
        found.setdefault(table, {})[key] = value
    return _made(found)


def _made(found: Mapping[str, dict[str, Any]]) -> HouseStyle:
    def texts(table: str) -> Localized:
        return Localized.of(found.get(table, {}))

    looks: dict[str, Any] = {**found.get("typefaces", {}), **found.get("looks", {})}
    sizes: dict[str, Any] = {
        f"{key}_{one}": float(value)
        for table, one in (("logos", "logos"), ("margins", "margin"))
        for key, value in found.get(table, {}).items()
    }
    parts = {
        table.partition(".")[2]: options
        for table, options in found.items()
        if table.startswith("parts.")
    }
    return HouseStyle(
        name=texts("name"),
        colours=found.get("colours", {}),
        heading=texts("letterhead.text"),
        footer=texts("footer"),
        parts=parts,
        **looks,
        **sizes,
    )


# -- what may be said -----------------------------------------------------------------------------


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
    listed = ", ".join(known)
    return lambda key, _: BadInput(
        "“{key}” is not known. Here there is {known}.", key=key, known=listed
    )


_TYPEFACE = _one_of("serif", "sans")
_KNOWN: Mapping[str, Mapping[str, Check]] = {
    "colours": dict.fromkeys(ROLES, _colour),
    "typefaces": dict.fromkeys(("titles", "text", "furniture"), _TYPEFACE),
    "looks": {
        "areas": _one_of("filled", "framed"),
        "cover": _one_of("filled", "framed", "open"),
        "pictures": _one_of("colour", "grey"),
        "letterhead": _one_of("names", "logos", "none"),
    },
    "logos": dict.fromkeys(("programme", "report", "booklet"), _millimetres(6, 40)),
    "margins": dict.fromkeys(("programme", "report"), _millimetres(10, 45)),
}
_TEXTS = ("name", "footer", "letterhead.text")
"""Tables of texts by language."""


def _check(table: str, key: str) -> Check:
    """What a setting has to be."""
    if table.startswith("parts."):
        return _text
    if table in _TEXTS:
        return _text if _LANGUAGE.fullmatch(key) else _no_language
    if table not in _KNOWN:
        return _unknown(f"[{one}]" for one in (*_KNOWN, *_TEXTS, "parts.programme"))
    return _KNOWN[table].get(key) or _unknown(_KNOWN[table])


# -- where it is said -----------------------------------------------------------------------------


def _settings(data: Mapping[str, Any], table: str = "") -> Iterator[tuple[str, Any]]:
    """Every setting with its dotted path."""
    for key, value in data.items():
        path = f"{table}.{key}" if table else key
        if isinstance(value, dict):
            yield from _settings(value, path)  # pyright: ignore[reportUnknownArgumentType]
        else:
            yield path, value


def _lines(text: str) -> dict[str, int]:
    """The line of every table and setting, by dotted path."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := _TABLE.match(line):
            table = _path(head[1])
            found[table] = number
        elif setting := _KEY.match(line):
            found[_path(f"{table}.{setting[1]}")] = number
    return found


def _path(written: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in written.split(".") if part.strip())
