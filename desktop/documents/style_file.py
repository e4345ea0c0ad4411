"""Reads a house style's file (TOML); whatever is wrong with it is told with its line."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
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

Check = Callable[[Any], str]
"""What is wrong with a value and what to write, in English; empty where nothing is wrong."""


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
        wrong = _wrong(table, key, value)
        if wrong:
            where = lines.get(path) or lines.get(table)
            raise BadInput(wrong, place=f"{file}:{where}" if where else file, key=path)
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
    listed = ", ".join(f"“{choice}”" for choice in choices)
    return lambda value: "" if value in choices else f"“{{key}}” is one of {listed}."


def _millimetres(least: float, most: float) -> Check:
    said = f"“{{key}}” is a number of millimetres from {least:g} to {most:g}, without quotes."

    def check(value: Any) -> str:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return "" if number and least <= value <= most else said

    return check


def _colour(value: Any) -> str:
    good = isinstance(value, str) and _COLOUR.fullmatch(value)
    return "" if good else '“{key}” is no colour. Write it as "#17365D".'


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else "“{key}” is a text in quotes."


_TYPEFACE = _one_of("serif", "sans")
_KNOWN: Mapping[str, Mapping[str, Check]] = {
    "colours": dict.fromkeys(ROLES, _colour),
    "typefaces": dict.fromkeys(("titles", "text", "furniture"), _TYPEFACE),
    "looks": {
        "cover": _one_of("filled", "framed", "open"),
        "pictures": _one_of("colour", "grey"),
        "letterhead": _one_of("names", "logos", "none"),
    },
    "logos": dict.fromkeys(("programme", "report", "booklet"), _millimetres(6, 40)),
    "margins": dict.fromkeys(("programme", "report"), _millimetres(10, 45)),
}
_TEXTS = ("name", "footer", "letterhead.text")
"""Tables of texts by language."""


def _wrong(table: str, key: str, value: Any) -> str:
    if table.startswith("parts."):
        return _text(value)
    if table in _TEXTS:
        known = bool(_LANGUAGE.fullmatch(key))
        return _text(value) if known else "“{key}”: there is no such language. Use es, kk, ru, en."
    checks = _KNOWN.get(table)
    if checks is None:
        tables = ", ".join(f"[{one}]" for one in (*_KNOWN, *_TEXTS, "parts.programme"))
        return f"“{{key}}” is not known. Settings stand under one of {tables}."
    check = checks.get(key)
    return check(value) if check else f"“{{key}}” is not known. Here there is {', '.join(checks)}."


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
