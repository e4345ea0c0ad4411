"""How a value of the domain becomes a cell or JSON, and comes back.

A `Codec` is compiled once for each type hint. What equals a field's default is left out: the text
is short, and a log written before a field existed is read with that field's default. Texts are
written straight away, in a third of the time that a detour by plain data takes.
"""

import hashlib
import json
import math
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop.domain.errors import BadInput
from desktop.domain.localized import Localized

Function = Callable[[Any], Any]

dumps: Callable[[Any], str] = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), allow_nan=False
).encode
_first: Callable[[str], tuple[Any, int]] = json.JSONDecoder().raw_decode

_LARGEST = 2**31 - 1
"""The largest whole number that every database keeps."""


def loads(text: str) -> Any:
    """What a text of `dumps` says: nothing stands round it, and to look takes half the time."""
    return _first(text)[0]


@dataclass(frozen=True, slots=True)
class Codec:
    """The ways between a value and JSON: `write` gives its text, `decode` takes its data.

    `encode` gives what stands in a column: a scalar as it is, JSON text of anything else.
    """

    encode: Function
    decode: Function
    write: Callable[[Any], str]


@cache
def codec(hint: Any) -> Codec:
    """The codec for a type hint as the domain uses them."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) in (Union, types.UnionType):
        return _optional(*(part for part in get_args(hint) if part is not types.NoneType))
    if get_origin(hint) is tuple:
        return _tuple(codec(get_args(hint)[0]))
    if issubclass(hint, StrEnum):
        return _named(lambda member: str(member if type(member) is hint else hint(member)), hint)
    if is_dataclass(hint):
        return _dataclass(hint)
    raise TypeError(f"no codec for {hint!r}")


def digest(content: bytes) -> str:
    """The name under which the bytes of a picture are kept: their SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def default_of(field: Field[Any]) -> Any:
    """The default of a dataclass field; `MISSING` where there is none."""
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _text(text: str) -> str:
    if text.isprintable():
        return text
    if "\0" in text:
        raise BadInput("a text contains a NUL character; take it out and try again")
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise BadInput(
                "a text contains half a character (a lone surrogate); take it out and try again"
            ) from None
    return text


def _quoted(text: str) -> str:
    return quoted(text if text.isprintable() else _text(text))


def _whole(number: int) -> int:
    if not -_LARGEST <= number <= _LARGEST:
        raise BadInput(
            "the number {number} is too large; the largest is {largest}",
            number=number,
            largest=_LARGEST,
        )
    return int(number)


def _real(number: float) -> float:
    if not math.isfinite(number):
        raise BadInput("a figure is not a number (NaN or infinite); enter a number")
    return float(number)


def _instant(moment: datetime) -> str:
    """UTC with its offset written out: in this form the order of texts is the order of time."""
    if moment.tzinfo is None:
        raise BadInput("the time {time} has no time zone", time=moment.isoformat(" "))
    try:
        return moment.astimezone(UTC).isoformat()
    except OverflowError:
        raise BadInput(
            "the time {time} is outside the calendar", time=moment.isoformat(" ")
        ) from None


def _localized(text: Localized) -> str:
    if len(dict(text.texts)) != len(text.texts):
        raise BadInput("a text is given twice in one language; keep one of the two")
    parts = [f"{quoted(_text(tag))}:{quoted(_text(words))}" for tag, words in text.texts]
    return f"{{{','.join(parts)}}}"


def _named(encode: Callable[[Any], str], decode: Function) -> Codec:
    """The codec of what is a text in JSON."""
    return Codec(encode, decode, lambda value: quoted(encode(value)))


def _written(write: Callable[[Any], str], decode: Function) -> Codec:
    """The codec of what is JSON in a column too."""
    return Codec(write, decode, write)


_PLAIN: dict[Any, Codec] = {
    str: Codec(_text, str, _quoted),
    int: Codec(_whole, int, lambda number: str(_whole(number))),
    float: Codec(_real, float, lambda number: repr(_real(number))),
    bool: Codec(bool, bool, lambda truth: "true" if truth else "false"),
    bytes: _named(digest, bytes),  # written by name; whoever reads fetches the bytes first
    date: _named(date.isoformat, date.fromisoformat),
    datetime: _named(_instant, datetime.fromisoformat),
    Localized: _written(_localized, lambda data: Localized(tuple(data.items()))),
}


def _optional(hint: Any) -> Codec:
    inner = codec(hint)
    return Codec(
        lambda value: None if value is None else inner.encode(value),
        lambda data: None if data is None else inner.decode(data),
        lambda value: "null" if value is None else inner.write(value),
    )


def _tuple(item: Codec) -> Codec:
    return _written(
        lambda values: f"[{','.join([item.write(value) for value in values])}]",
        lambda data: tuple(item.decode(datum) for datum in data),
    )


def _dataclass(kind: Any) -> Codec:
    hints = get_type_hints(kind)
    inner = {member.name: codec(hints[member.name]) for member in fields(kind)}
    decoders = {name: one.decode for name, one in inner.items()}
    defaults = [default_of(member) for member in fields(kind)]
    keys = [f"{quoted(name)}:" for name in inner]
    members = list(zip(inner, defaults, keys, [one.write for one in inner.values()], strict=True))

    def write(value: Any) -> str:
        parts: list[str] = []
        for name, default, key, text in members:
            member = getattr(value, name)
            if member is not default and member != default:
                parts.append(key + text(member))
        return f"{{{','.join(parts)}}}"

    def decode(data: dict[str, Any]) -> Any:
        return kind(**{name: decoders[name](datum) for name, datum in data.items()})

    return _written(write, decode)
