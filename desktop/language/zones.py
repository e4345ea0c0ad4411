"""Time zones by the cities that they are named after, as a reader calls these (CLDR)."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from desktop.language import tags
from desktop.language.collation import sort_key

if TYPE_CHECKING:
    import icu

UTC = "UTC"
AREAS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def cities(language: str) -> Mapping[str, str]:
    """The zones that people choose, UTC and then one a city in order: `{"Asia/Almaty": "Алматы"}`.

    Of several names of one zone, the one that IANA uses now.
    """
    import icu

    found: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        name = city(zone, language) if zone.partition("/")[0] in AREAS else ""
        if name and (name not in found or zone == icu.TimeZone.getIanaID(zone)):
            found[name] = zone
    in_order = sorted(found, key=sort_key(language))
    return {UTC: UTC, **{found[name]: name for name in in_order}}


def city(zone: str, language: str) -> str:
    """The city of a zone; another zone as it is called: `Etc/GMT+5`."""
    area, _, last = zone.partition("/")
    if area not in AREAS:
        return zone
    name = _named(zone, language)
    return name if name != _named("Etc/Unknown", language) else last.replace("_", " ")


def _named(zone: str, language: str) -> str:
    import icu

    form = _exemplar_cities(language)
    form.setTimeZone(icu.TimeZone.createTimeZone(zone))
    return form.format(0.0)


@cache
def _exemplar_cities(language: str) -> "icu.SimpleDateFormat":
    import icu

    return icu.SimpleDateFormat("VVV", tags.icu_locale(language))
