"""Addresses as the post of their country reads them, out of `resources/locale/postal.toml`."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from desktop import paths
from desktop.domain.postal import PostalAddress
from desktop.language import tags, tongues

_DANGLING = re.compile(r"^[\s,/–]+|[\s,/–]+$")
_PART = re.compile(r"\{(\w+)\}")
_EMPTY = ("", "〒")
_DOUBLED = re.compile(r"(?<=,)\s*,|\s+(?=[\s,/])")


def address_lines(
    address: PostalAddress, recipient: Sequence[str], *, sent_from: str, language: str
) -> list[str]:
    """The lines of an address with its recipient, in the order of the country it is in.

    The recipient is said from the name to the house; a country whose addresses go from the large
    to the small has the name last.
    Where it is sent from another country (ISO 3166-1), the last line is the country's name in
    capitals, as the post that takes it in reads it: in `language`, and in Latin letters.
    """
    region = "" if address.region == address.city else address.region
    order = _order(address.country, _is_latin(address))
    from_large = order.index("{street}") < order.index("{recipient}")
    parts = {
        "recipient": "\n".join(reversed(recipient) if from_large else recipient),
        "street": address.street.strip(),
        "postal_code": address.postal_code.strip(),
        "city": address.city.strip(),
        "region": region.strip(),
    }
    lines = order.format_map(parts).split("\n")
    found = [_tidy(line) for line in lines]
    if address.country and address.country != sent_from:
        found.append(_destination(address.country, language))
    return [line for line in found if line not in _EMPTY]


def parts_in_order(address: PostalAddress) -> list[list[str]]:
    """The names of an address's fields as its country has them, line by line; not the country."""
    lines = _order(address.country, _is_latin(address)).split("\n")
    found = [[name for name in _PART.findall(line) if name != "recipient"] for line in lines]
    return [line for line in found if line]


def _destination(country: str, language: str) -> str:
    name = tongues.territory_name(country, language).upper()
    if tags.script_of(language) == "Latn":
        return name
    return f"{name} / {tongues.territory_name(country, 'en').upper()}"


def _tidy(line: str) -> str:
    """A line without what stood between parts that are not there."""
    return _DOUBLED.sub("", _DANGLING.sub("", line)).strip()


def _is_latin(address: PostalAddress) -> bool:
    letters = [letter for letter in f"{address.street}{address.city}" if letter.isalpha()]
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)


@cache
def _order(country: str, latin: bool) -> str:
    """The template of a country's addresses, a line a line."""
    file = paths.resource("locale", "postal.toml")
    orders: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["order"]
    for order in orders[1:]:
        fits = order.get("script") in (None, "Latn" if latin else "other")
        if fits and country in order["countries"].split():
            return order["lines"].replace("|", "\n")
    return orders[0]["lines"].replace("|", "\n")
