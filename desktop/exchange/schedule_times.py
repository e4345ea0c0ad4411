"""Dates, clock times and lengths as schedules write them."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONGEST = 14 * 24 * 60
"""Minutes beyond which a length is a slip of the pen."""

_YEARS = range(1900, 2200)
_CLOCK = re.compile(r"(\d{1,2})[:.hH](\d{2})(?::(\d{2}))?\Z")
_LENGTH = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?\Z")
_ISO_LENGTH = re.compile(r"P(?:(\d{1,2})D)?T?(?:(\d{1,3})H)?(?:(\d{1,5})M)?(?:\d+(?:\.\d+)?S)?\Z")
_WORDY_LENGTH = re.compile(
    r"(?:(\d{1,3})\s*h)?\s*(?:(\d{1,5})\s*(?:m|min|mins|minutes|'|′)?)?\Z", re.I
)
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})"
    r"(?:[T ]\s*(\d{1,2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{1,2}:?\d{2})?)?\Z",
    re.IGNORECASE,
)


def clock(text: str) -> timedelta | None:
    """A time of day as time since midnight; hours may run on past 24 into the night."""
    found = _CLOCK.match(text.strip())
    if not found or int(found[1]) > 47 or int(found[2]) > 59:
        return None
    return timedelta(hours=int(found[1]), minutes=int(found[2]))


def minutes(text: str) -> int | None:
    """A length in minutes: `H:MM`, `H:MM:SS`, `D:HH:MM`, `45`, `1h30`, `PT1H30M`.

    Three figures are hours, minutes, seconds, as most programs write them, unless the last cannot
    be seconds of a schedule: then they are days, hours, minutes, as pretalx writes them.
    """
    text = text.strip()
    if found := _LENGTH.match(text):
        one, two, three = int(found[1]), int(found[2]), int(found[3] or 0)
        total = one * 1440 + two * 60 + three if three and two < 24 else one * 60 + two
    elif text and (found := _ISO_LENGTH.match(text.upper()) or _WORDY_LENGTH.match(text)):
        figures = [int(figure or 0) for figure in found.groups()]
        days, hours, rest = figures if len(figures) == 3 else (0, *figures)
        total = days * 1440 + hours * 60 + rest
    else:
        return None
    return total if 0 < total <= LONGEST else None


def moment(text: str) -> datetime | None:
    """A date with a time, aware where the text gives an offset; None where it is none."""
    found = _MOMENT.match(text.strip())
    if not found or not found[2]:
        return None
    offset = (found[3] or "").upper()
    if offset[1:]:
        offset = f"{offset[0]}{offset[1:].replace(':', ''):0>4}"
    try:
        read = datetime.fromisoformat(f"{found[1]}T{found[2]:0>5}{offset}")
    except ValueError:
        return None
    return read if read.year in _YEARS else None


def day(text: str) -> date | None:
    """The date in a date or a date with a time."""
    found = _MOMENT.match(text.strip())
    try:
        read = date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
    return read if read and read.year in _YEARS else None


def on(day: date, since_midnight: timedelta) -> datetime:
    """The wall clock's date and time so long after the midnight that begins a day."""
    return datetime.combine(day, time()) + since_midnight


def zone(name: str) -> ZoneInfo | None:
    """The IANA time zone of that name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def in_utc(start: datetime, zone: ZoneInfo) -> datetime:
    """A start in UTC; one without an offset is by the wall clock of the zone."""
    return (start if start.tzinfo else start.replace(tzinfo=zone)).astimezone(UTC)


# One zone for each offset, the likeliest first: what a file without a zone is taken to mean.
_LIKELY = (
    "Europe/Berlin Europe/London UTC Europe/Athens Europe/Moscow Asia/Dubai Asia/Almaty "
    "Asia/Tashkent Asia/Bishkek Asia/Kolkata Asia/Shanghai Asia/Tokyo Asia/Bangkok "
    "Australia/Sydney Pacific/Auckland America/New_York America/Chicago America/Denver "
    "America/Los_Angeles America/Sao_Paulo America/Halifax America/Bogota Asia/Tehran Asia/Kabul "
    "Asia/Kathmandu Asia/Dhaka Asia/Yangon Africa/Lagos Africa/Nairobi America/Mexico_City "
    "America/Caracas Pacific/Honolulu Etc/GMT-1 Etc/GMT-2"
)
_CONTINENTS = "Europe Asia America Africa Australia Pacific Atlantic"


def guess_zone(city: str, starts: list[datetime]) -> str:
    """The zone of the city, or else the first likely one, that agrees with all the offsets.

    Blank where nothing tells: no such city, and no offset in any of the starts.
    """
    aware = [start for start in starts if start.tzinfo]
    city = "_".join(city.replace(",", " , ").split(" , ")[0].split()).title()
    candidates = [f"{continent}/{city}" for continent in _CONTINENTS.split() if city]
    for name in candidates + (_LIKELY.split() if aware else []):
        found = zone(name)
        if found and all(
            start.astimezone(found).utcoffset() == start.utcoffset() for start in aware
        ):
            return name
    return ""
