"""Visiting cards as address books write them: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350).

Version 2.1, which phones and Outlook still write, is read too. What a card says in other
languages (`ALTID`, `LANGUAGE`) are further names of the same person.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desktop.domain.errors import BadInput
from desktop.domain.person import Gender, PersonName
from desktop.domain.postal import PostalAddress
from desktop.exchange import text_file
from desktop.exchange.naming import person_name, script

LARGEST = 64_000_000
"""Bytes that a file of cards has at most."""

MOST_CARDS = 100_000
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
_BEGIN, _END = ("BEGIN", "VCARD"), ("END", "VCARD")
_GENDERS = {"F": Gender.FEMININE, "M": Gender.MASCULINE}
_ONE_SCRIPT = ("kk", "ru")
"""Languages that spell a name each in its own way within one script."""

_NOBODY = frozenset({"group", "location", "org"})


@dataclass(frozen=True, slots=True)
class Card:
    """A person as a visiting card tells; texts are empty where it says nothing.

    `names` are never none. `photo` are the bytes of the picture in the card, not looked into.
    `line` is where the card begins in its file. `uid` is what the address book knows it by.
    """

    names: tuple[PersonName, ...]
    honorific: str = ""
    gender: Gender = Gender.UNSPECIFIED
    office: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    address: PostalAddress = PostalAddress()
    languages: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    notes: str = ""
    photo: bytes = b""
    uid: str = ""
    line: int = 0


class _Line(NamedTuple):
    """A property: `EMAIL;TYPE=work:ana@example.org`, parameters by their names in capitals."""

    number: int
    name: str
    parameters: dict[str, str]
    value: str


def read(source: Path | bytes, name: str = "", encoding: str = "") -> tuple[Card, ...]:
    """Read the cards of a file; `name` stands for it in errors, its encoding may be known.

    Groups, places and organisations among them are left out. This reads in the calling process: a
    file from outside goes through `sandbox`, which holds the work to limits of time and memory.

    Raises:
        BadInput: it is no file of cards, or one is broken or has no name; `place` names the line.
    """
    try:
        if isinstance(source, Path):
            name = name or source.name
            source = source.read_bytes()
        if len(source) > LARGEST:
            raise BadInput("It has more than {count} MB.", count=LARGEST // 1_000_000)
        cards = tuple(_cards(_lines(_unfolded(text_file.lines_of(source, encoding)))))
        if not cards:
            raise BadInput("There is nobody in this file: it holds no card (BEGIN:VCARD).")
    except BadInput as error:
        raise error.at(", ".join(filter(None, (name, error.place)))) from None
    return cards


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


def _lines(unfolded: Iterable[tuple[int, str]]) -> Iterator[_Line]:
    for number, line in unfolded:
        if not line.strip():
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise BadInput(
                "This is no line of a card: NAME:VALUE is expected.", place=f"line {number}"
            )
        parameters = _parameters(found["parameters"])
        yield _Line(number, found["name"].upper(), parameters, found["value"])


def _parameters(written: str) -> dict[str, str]:
    """Parameters by name; one that is there twice has both its values, with a comma."""
    found: dict[str, str] = {}
    for part in _PARAMETER.findall(written):
        name, equals, value = part.partition("=")
        if not equals:  # version 2.1 writes bare values: TEL;WORK;VOICE
            name, value = _bare(part), part
        value = value.strip('"')
        key = name.strip().upper()
        found[key] = f"{found[key]},{value}" if key in found else value
    return found


def _bare(value: str) -> str:
    encodings = ("BASE64", "QUOTED-PRINTABLE", "8BIT")
    return "ENCODING" if value.strip().upper() in encodings else "TYPE"


def _cards(lines: Iterable[_Line]) -> Iterator[Card]:
    count = 0
    for number, kept in _divided(lines):
        card = _card(number, kept)
        if card is not None:
            count += 1
            _check_count(count, number)
            yield card


def _divided(lines: Iterable[_Line]) -> Iterator[tuple[int, list[_Line]]]:
    """The lines of each card, and the line on which it begins."""
    begun, depth = 0, 0
    kept: list[_Line] = []
    for line in lines:
        mark = line.name, line.value.strip().upper()
        if not depth and mark == _BEGIN:
            begun, kept = line.number, []
        elif not depth:
            raise BadInput(
                "A card begins with BEGIN:VCARD; this stands outside of any.",
                place=f"line {line.number}",
            )
        depth += (mark == _BEGIN) - (mark == _END)
        if depth == 1:  # and not what a card says of an agent
            kept.append(line)
        elif not depth:
            yield begun, kept
    if depth:
        raise BadInput(
            "The file is cut short: this card does not end (END:VCARD).", place=f"line {begun}"
        )


def _check_count(count: int, line: int) -> None:
    if count > MOST_CARDS:
        raise BadInput(
            "There are more than {count} cards in it. Divide the file.",
            count=MOST_CARDS,
            place=f"line {line}",
        )


def _card(number: int, lines: list[_Line]) -> Card | None:
    by_name: dict[str, list[_Line]] = {}
    for line in lines:
        by_name.setdefault(line.name, []).append(line)
    card = _Properties(by_name)
    if card.first("KIND").lower() in _NOBODY:
        return None
    names = tuple(_names(card))
    if not names:
        raise BadInput("This card has no name (N or FN).", place=f"line {number}")
    return Card(
        names=names,
        honorific=_part(card.parts("N"), 3),
        gender=_GENDERS.get(card.first("GENDER")[:1].upper(), Gender.UNSPECIFIED),
        office=card.first("TITLE") or card.first("ROLE"),
        organisation=_plain(next(iter(card.parts("ORG")), "")),
        email=card.first("EMAIL").removeprefix("mailto:"),
        phone=card.first("TEL").removeprefix("tel:"),
        address=_address(card.parts("ADR")),
        languages=tuple(card.every("LANG")),
        categories=tuple(filter(None, card.listed("CATEGORIES"))),
        notes=card.first("NOTE"),
        photo=card.photo(),
        uid=card.first("UID"),
        line=number,
    )


class _Properties:
    """A card's properties by name, those that are preferred first."""

    def __init__(self, by_name: dict[str, list[_Line]]) -> None:
        self._lines = {name: sorted(lines, key=_preference) for name, lines in by_name.items()}

    def lines(self, name: str) -> list[_Line]:
        return self._lines.get(name, [])

    def raw(self, name: str) -> list[str]:
        return [_decoded(line) for line in self.lines(name)]

    def every(self, name: str) -> list[str]:
        return [text for text in map(_plain, self.raw(name)) if text]

    def first(self, name: str) -> str:
        return next(iter(self.every(name)), "")

    def listed(self, name: str) -> Iterator[str]:
        return (_plain(word) for text in self.raw(name) for word in _split(text, ","))

    def parts(self, name: str) -> list[str]:
        return next((_split(text, ";") for text in self.raw(name)), list[str]())

    def photo(self) -> bytes:
        for line in self.lines("PHOTO"):
            inside = line.value.startswith("data:") or "ENCODING" in line.parameters
            if inside:  # and not an address, from which nothing is fetched
                return _picture(line)
        return b""


def _preference(line: _Line) -> int:
    """How far from preferred a property is: 1 to 100 (RFC 6350, 5.3), else 101."""
    kinds = line.parameters.get("TYPE", "").lower().split(",")
    written = line.parameters.get("PREF", "")[:3]
    return (
        int(written) if written.isascii() and written.isdigit() else 101 - 100 * ("pref" in kinds)
    )


def _picture(line: _Line) -> bytes:
    written = line.value.partition(",")[2] if line.value.startswith("data:") else line.value
    try:
        return base64.b64decode("".join(written.split()), validate=True)
    except (binascii.Error, ValueError):
        raise BadInput(
            "The picture in the card is broken: it is not in base64.", place=f"line {line.number}"
        ) from None


def _decoded(line: _Line) -> str:
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


def _names(card: _Properties) -> Iterator[PersonName]:
    """The name, and what it is in other languages; each script or language once."""
    met = set[str]()
    for line in card.lines("N"):
        name = _name(_split(_decoded(line), ";"), line.parameters.get("LANGUAGE", ""))
        if name.full and name.tag not in met:
            met.add(name.tag)
            yield name
    for text in card.every("FN"):
        name = person_name(text)
        if not met:
            met.add(name.tag)
            yield name
    for text in () if met else (*card.every("NICKNAME"), *card.every("ORG")):
        yield person_name(text)
        return


def _name(parts: list[str], language: str) -> PersonName:
    family, given, more = (_part(parts, place) for place in range(3))
    tag = language.partition("-")[0].lower()
    if tag not in _ONE_SCRIPT:
        tag = script(f"{family} {given}")
    if tag in ("Cyrl", *_ONE_SCRIPT):
        return PersonName(tag, family, given, more)
    return PersonName(tag, family, " ".join(filter(None, (given, more))))


def _address(parts: list[str]) -> PostalAddress:
    box, more, street, *rest = (_part(parts, place, ", ") for place in range(7))
    city, region, code, country = rest
    lines = "\n".join(filter(None, (street, more, box)))
    return PostalAddress(lines, code, city, region, country)


def _split(value: str, separator: str) -> list[str]:
    r"""The parts of a structured value, each as it is written: `\;` divides nothing."""
    parts = re.split(rf"(?<!\\){separator}", value.replace("\\\\", "\0"))
    return [part.replace("\0", "\\\\") for part in parts]


def _part(parts: list[str], place: int, between: str = " ") -> str:
    """A part of a structured value; several values of one part with something between them."""
    if place >= len(parts):
        return ""
    return between.join(filter(None, map(_plain, _split(parts[place], ","))))


def _plain(value: str) -> str:
    r"""A value without its escapes: `\n` is a line's end, `\,` a comma."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
