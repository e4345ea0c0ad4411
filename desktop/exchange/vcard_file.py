"""Visiting cards as address books write them: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350).

Version 2.1, which phones and Outlook still write, is read too. What a card says in other
languages (`ALTID`, `LANGUAGE`) are further names of the same person.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import BadInput
from desktop.domain.person import Gender, PersonName
from desktop.domain.postal import PostalAddress
from desktop.exchange import text_file, vcard_lines
from desktop.exchange.naming import person_name, script
from desktop.exchange.vcard_lines import Line, Properties, decoded, part, plain, split

LARGEST = 64_000_000
"""Bytes that a file of cards has at most."""

MOST_CARDS = 100_000
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
        cards = tuple(_cards(vcard_lines.lines(text_file.lines_of(source, encoding))))
        if not cards:
            raise BadInput("There is nobody in this file: it holds no card (BEGIN:VCARD).")
    except BadInput as error:
        raise error.at(", ".join(filter(None, (name, error.place)))) from None
    return cards


def _cards(lines: Iterable[Line]) -> Iterator[Card]:
    count = 0
    for number, kept in _divided(lines):
        card = _card(number, kept)
        if card is not None:
            count += 1
            _check_count(count, number)
            yield card


def _divided(lines: Iterable[Line]) -> Iterator[tuple[int, list[Line]]]:
    """The lines of each card, and the line on which it begins."""
    begun, depth = 0, 0
    kept: list[Line] = []
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


def _card(number: int, lines: list[Line]) -> Card | None:
    card = Properties(lines)
    if card.first("KIND").lower() in _NOBODY:
        return None
    names = tuple(_names(card))
    if not names:
        raise BadInput("This card has no name (N or FN).", place=f"line {number}")
    return Card(
        names=names,
        honorific=part(card.parts("N"), 3),
        gender=_GENDERS.get(card.first("GENDER")[:1].upper(), Gender.UNSPECIFIED),
        office=card.first("TITLE") or card.first("ROLE"),
        organisation=plain(next(iter(card.parts("ORG")), "")),
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


def _names(card: Properties) -> Iterator[PersonName]:
    """The name, and what it is in other languages; each script or language once."""
    met = set[str]()
    for line in card.lines("N"):
        name = _name(split(decoded(line), ";"), line.parameters.get("LANGUAGE", ""))
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
    family, given, more = (part(parts, place) for place in range(3))
    tag = language.partition("-")[0].lower()
    if tag not in _ONE_SCRIPT:
        tag = script(f"{family} {given}")
    if tag in ("Cyrl", *_ONE_SCRIPT):
        return PersonName(tag, family, given, more)
    return PersonName(tag, family, " ".join(filter(None, (given, more))))


def _address(parts: list[str]) -> PostalAddress:
    box, more, street, *rest = (part(parts, place, ", ") for place in range(7))
    city, region, code, country = rest
    lines = "\n".join(filter(None, (street, more, box)))
    return PostalAddress(lines, code, city, region, country)
