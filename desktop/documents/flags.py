"""Flags of countries, all of one size: 4 to 3, 320 pixels wide."""

from functools import cache

from desktop import paths

ASPECT = 4 / 3


@cache
def flag(country: str) -> bytes | None:
    """The picture (PNG) for an ISO 3166-1 alpha-2 code; None where there is none."""
    if not (len(country) == 2 and country.isascii() and country.isalpha()):
        return None
    file = paths.resource("flags", f"{country.lower()}.png")
    return file.read_bytes() if file.is_file() else None
