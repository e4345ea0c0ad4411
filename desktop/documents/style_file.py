"""Reads a house style's file (TOML); whatever is wrong with it is told with its line."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop.documents import style_rules
from desktop.documents.styles import HouseStyle
from desktop.domain.errors import BadInput
from desktop.domain.localized import Localized

LARGEST = 262_144
"""Bytes of a file that may still be a house style; the longest has a few thousand."""
LONGEST = 60
"""Letters of a line that are quoted in a message."""
DEEPEST = 3
"""Dots in the path of a setting; none has so many."""

_PLACE = re.compile(r"\(at line (\d+), column \d+\)$")
_TWICE = ("Cannot overwrite", "Cannot declare")
"""How the parser begins to say that something stands there twice."""
_TABLE = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*([\w.\- "']+?)\s*=""")


def read(file: Path) -> HouseStyle:
    """The style that a file describes.

    Raises:
        BadInput: it cannot be read; the message says in which line, why, and what to write.
    """
    text = _text_of(file)
    return _style(_parsed(text, file), file, _lines(text))


def _text_of(file: Path) -> str:
    place, raw = str(file), b""
    try:
        if file.exists() and not file.is_file():
            raise BadInput("This is no file. Choose one that ends in .toml.", place=place)
        if file.stat().st_size > LARGEST:
            raise BadInput("This file is too large to be a house style.", place=place)
        raw = file.read_bytes()
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise BadInput(
            "The file of this house style is gone. Put it back, or choose another style.",
            place=place,
        ) from None
    except OSError as error:
        raise BadInput(
            "The house style cannot be read: {reason}.",
            reason=error.strerror or error,
            place=place,
        ) from None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(
            "The house style is not written in UTF-8. Save it in that encoding.",
            place=f"{place}:{line}",
        ) from None


def _parsed(text: str, file: Path) -> dict[str, Any]:
    lines = text.rstrip().split("\n")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told, found = str(error), _PLACE.search(str(error))
        number = min(int(found[1]), len(lines)) if found else len(lines)
    except (ValueError, RecursionError):  # a number without end, brackets without end
        told, number = "", lines.index(max(lines, key=len)) + 1
    line, place = lines[number - 1].strip(), f"{file}:{number}"
    line = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    if told.startswith(_TWICE):
        raise BadInput("“{line}” is said twice. Take one of them out.", line=line, place=place)
    raise BadInput(
        '“{line}” cannot be read. Write each setting on a line of its own, as key = "value".',
        line=line,
        place=place,
    )


def _style(data: Mapping[str, Any], file: Path, lines: Mapping[str, int]) -> HouseStyle:
    found: dict[str, dict[str, Any]] = {}
    for path, value in _settings(data):
        table, _, key = path.rpartition(".")
        try:
            found.setdefault(table, {})[key] = _checked(table, key, value, file)
        except BadInput as wrong:
            raise wrong.at(f"{file}:{_line(table, path, lines)}") from None
    return _made(found)


def _checked(table: str, key: str, value: Any, file: Path) -> Any:
    """A setting that may stand there; of a font, what is in its file."""
    wrong = style_rules.check(table, key)(f"{table}.{key}" if table else key, value)
    if wrong is not None:
        raise wrong
    if not table.startswith("fonts."):
        return value
    from desktop.documents.typesetting import house_fonts

    return house_fonts.read(file.absolute().parent / value)


def _made(found: Mapping[str, dict[str, Any]]) -> HouseStyle:
    def texts(table: str) -> Localized:
        return Localized.of(found.get(table, {}))

    looks: dict[str, Any] = {**found.get("typefaces", {}), **found.get("looks", {})}
    sizes: dict[str, Any] = {
        f"{key}_{one}": float(value)
        for table, one in (("logos", "logos"), ("margins", "margin"))
        for key, value in found.get(table, {}).items()
    }

    def tables(of: str) -> dict[str, Any]:
        start = f"{of}."
        return {
            table.removeprefix(start): found[table] for table in found if table.startswith(start)
        }

    return HouseStyle(
        name=texts("name"),
        colours=found.get("colours", {}),
        heading=texts("letterhead.text"),
        footer=texts("footer"),
        fonts=tables("fonts"),
        parts=tables("parts"),
        **looks,
        **sizes,
    )


# -- where it is said -----------------------------------------------------------------------------


def _settings(data: Mapping[str, Any], table: str = "") -> Iterator[tuple[str, Any]]:
    """Every setting with its dotted path."""
    for key, value in data.items():
        path = f"{table}.{key}" if table else key
        if isinstance(value, dict) and value and path.count(".") < DEEPEST:
            yield from _settings(value, path)  # pyright: ignore[reportUnknownArgumentType]
        elif value != {} or path not in style_rules.HEADINGS:
            yield path, value


def _lines(text: str) -> dict[str, int]:
    """The line of every table and setting, by dotted path."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if head := _TABLE.match(line):
            table = _path(head[1])
            found[table] = number
        elif setting := _KEY.match(line):
            found[_path(f"{table}.{setting[1]}")] = number
    return found


def _line(table: str, path: str, lines: Mapping[str, int]) -> int:
    """Where a setting stands; where its table is not known, the heading of that."""
    first, second = (path, table) if style_rules.knows(table) else (table, path)
    inside = (line for one, line in lines.items() if one.startswith(path))
    return lines.get(first) or lines.get(second) or next(inside, 1)


def _path(written: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in written.split(".") if part.strip())
