"""The lines of a visiting card (vCard 2.1 to 4.0), and what its properties say."""

import base64
import binascii
import quopri
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.domain.errors import BadInput

LONGEST = 131_072
"""Letters that a line of a card has at most, but for those that hold a picture."""

LARGEST_PHOTO = 8_000_000
"""Bytes of a picture as the card writes it, in base64; a third more than the picture has."""

_LINE = re.compile(
    r"(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<parameters>(?:;(?:[^\":;]|\"[^\"]*\")*)*):(?P<value>.*)",
    re.DOTALL,
)
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*")*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PICTURES = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})


class Line(NamedTuple):
    """A property: `EMAIL;TYPE=work:ana@example.org`, parameters by their names in capitals."""

    number: int
    name: str
    parameters: dict[str, str]
    value: str


def lines(texts: Iterable[str]) -> Iterator[Line]:
    """The properties that lines of text say, in their order.

    Raises:
        BadInput: one says none, or goes on without end; `place` names the line.
    """
    for number, line in _unfolded(texts):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise BadInput(
                "This is no line of a card: NAME:VALUE is expected.", place=f"line {number}"
            )
        parameters = _parameters(found["parameters"])
        yield Line(number, found["name"].upper(), parameters, found["value"])


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Lines with what continues them, and the numbers of the lines on which they begin."""
    begun, parts, size = 0, list[str](), 0
    for number, line in enumerate(lines, 1):
        size += len(line)
        text = line.rstrip("\r\n")
        if parts and _is_soft(parts):
            parts[-1] = parts[-1][:-1]
            parts.append(text)
        elif parts and text[:1] in (" ", "\t"):
            parts.append(text[1:])
        else:
            if parts:
                yield begun, "".join(parts)
            begun, parts, size = number, [text], len(line)
        if size > LONGEST:
            _check_length(begun, parts[0], size)
    if parts:
        yield begun, "".join(parts)


def _is_soft(parts: list[str]) -> bool:
    """Whether a line of version 2.1 goes on: quoted-printable text ends with "=" then."""
    return parts[-1].endswith("=") and "QUOTED-PRINTABLE" in parts[0].upper()


def _check_length(number: int, start: str, size: int) -> None:
    name = re.split("[;:]", start, maxsplit=1)[0].rpartition(".")[2].upper()
    if name not in _PICTURES:
        raise BadInput(
            "A line of the card goes on without end, over more than {count} letters.",
            count=LONGEST,
            place=f"line {number}",
        )
    if size > LARGEST_PHOTO:
        raise BadInput(
            "The picture in the card is larger than {count} MB. Take it out, or make it smaller.",
            count=LARGEST_PHOTO // 1_000_000,
            place=f"line {number}",
        )


def _parameters(written: str) -> dict[str, str]:
    """Parameters by name; one that is there twice has both its values, with a comma."""
    found: dict[str, str] = {}
    for each in _PARAMETER.findall(written):
        name, equals, value = each.partition("=")
        if not equals:  # version 2.1 writes bare values: TEL;WORK;VOICE
            name, value = _bare(each), each
        value = value.strip('"')
        key = name.strip().upper()
        found[key] = f"{found[key]},{value}" if key in found else value
    return found


def _bare(value: str) -> str:
    encodings = ("BASE64", "QUOTED-PRINTABLE", "8BIT")
    return "ENCODING" if value.strip().upper() in encodings else "TYPE"


class Properties:
    """A card's properties by name, those that are preferred first."""

    def __init__(self, lines: Iterable[Line]) -> None:
        by_name: dict[str, list[Line]] = {}
        for line in lines:
            by_name.setdefault(line.name, []).append(line)
        self._lines = {name: sorted(lines, key=_preference) for name, lines in by_name.items()}

    def lines(self, name: str) -> list[Line]:
        """The lines of a property."""
        return self._lines.get(name, [])

    def raw(self, name: str) -> list[str]:
        """Its values as they are written."""
        return [decoded(line) for line in self.lines(name)]

    def every(self, name: str) -> list[str]:
        """Its values, those that say something."""
        return [text for text in map(plain, self.raw(name)) if text]

    def first(self, name: str) -> str:
        """The value that is preferred; empty where there is none."""
        return next(iter(self.every(name)), "")

    def listed(self, name: str) -> Iterator[str]:
        """The words of values that are lists."""
        return (plain(word) for text in self.raw(name) for word in split(text, ","))

    def parts(self, name: str) -> list[str]:
        """The parts of a structured value."""
        return next((split(text, ";") for text in self.raw(name)), list[str]())

    def photo(self) -> bytes:
        """The picture within the card; what stands elsewhere is not fetched."""
        for line in self.lines("PHOTO"):
            inside = line.value.startswith("data:") or "ENCODING" in line.parameters
            if inside:  # and not an address, from which nothing is fetched
                return _picture(line)
        return b""


def _preference(line: Line) -> int:
    """How far from preferred a property is: 1 to 100 (RFC 6350, 5.3), else 101."""
    kinds = line.parameters.get("TYPE", "").lower().split(",")
    written = line.parameters.get("PREF", "")[:3]
    return (
        int(written) if written.isascii() and written.isdigit() else 101 - 100 * ("pref" in kinds)
    )


def _picture(line: Line) -> bytes:
    written = line.value.partition(",")[2] if line.value.startswith("data:") else line.value
    try:
        return base64.b64decode("".join(written.split()), validate=True)
    except (binascii.Error, ValueError):
        raise BadInput(
            "The picture in the card is broken: it is not in base64.", place=f"line {line.number}"
        ) from None


def decoded(line: Line) -> str:
    """The value as text: version 2.1 writes letters beyond ASCII as "=D0=9F"."""
    if line.parameters.get("ENCODING", "").upper() != "QUOTED-PRINTABLE":
        return line.value
    charset = line.parameters.get("CHARSET", "utf-8")
    try:
        return quopri.decodestring(line.value.encode()).decode(charset)
    except (LookupError, UnicodeError):
        raise BadInput(
            "The letters are not in the encoding {encoding} that the card names.",
            encoding=charset[:40],
            place=f"line {line.number}",
        ) from None


def split(value: str, separator: str) -> list[str]:
    r"""The parts of a structured value, each as it is written: `\;` divides nothing."""
    parts = re.split(rf"(?<!\\){separator}", value.replace("\\\\", "\0"))
    return [part.replace("\0", "\\\\") for part in parts]


def part(parts: list[str], place: int, between: str = " ") -> str:
    """A part of a structured value; several values of one part with something between them."""
    if place >= len(parts):
        return ""
    return between.join(filter(None, map(plain, split(parts[place], ","))))


def plain(value: str) -> str:
    r"""A value without its escapes: `\n` is a line's end, `\,` a comma."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
