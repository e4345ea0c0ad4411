"""Hours, lengths and days as people write them in mails: `9:30 a.m.`, `10h30`, `с 10.00 до 11`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from desktop.language.calendar_words import months, weekdays
from desktop.language.folding import fold

_HALF_DAY = 12 * 60
_EVENING, _SHORT = 19 * 60, 15
_SUFFIX = r"(?:-?(?:[дт][еа]н|н[еа]н|[кғгқ][еа]|[дт][еа])(?!\w))?"  # Kazakh cases
_CLOCK = (
    r"(\d{1,2})(?:\s?[:.٫hHч]\s?([0-5]\d)(?!\d|\.\d))?(?!\d)"
    r"(?:\s?((?:hrs?|h|horas|ч|час(?:ов|а)?|сағ(?:ат)?)(?!\w))\.?)?"
    r"(?:\s?([aApP]\.?\s?[mM]\b\.?|de la (?:mañana|tarde|noche)|утра|дня|вечера|"
    r"صباح[اً]*|مساء[اً]*|ظهر[اً]*|ص|م)(?!\w))?"
) + _SUFFIX
_BEFORE = r"(?:(?:from|at|de|desde|a|с|в|от|сағат|من|الساعة)\s+(?:las?\s+|الساعة\s+)?)?"
_BETWEEN = (
    r"(?:\s*(?:[-‐‑–—−~→⟶]+|to|until|till|a|hasta|до|по|إلى|الى|حتى)\s*(?:las?\s+|الساعة\s+)?|"
    r"(?<=н)\s+)"
)
_RANGE = re.compile(
    rf"[\[(]?{_BEFORE}{_CLOCK}(?:{_BETWEEN}{_CLOCK})?(?:\s+дейін)?[\])]?(?=$|[\s:|,;–—.-])",
    re.IGNORECASE,
)
_NOON = re.compile(
    r"^((?:[^\t]{,16}?(?:-|[–—]|\bto|\buntil|\btill)\s*)?)(?:12\s)?(?:noon|midday)\b",
    re.IGNORECASE,
)
_FOUR = r"([01]\d|2[0-3])([0-5][05])"
_BARE_RANGE = re.compile(
    rf"^([\[(]?){_FOUR}(?:\s?h(?:rs)?\.?)?(\s*(?:[-‐‑–—−]|to|a|до|إلى)\s*){_FOUR}(?!\d)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^([\[(]?)(?=0|\d{{4}}\s?h){_FOUR}(?![\d.])", re.IGNORECASE)
_AFTER = " \t:|,;.–—-"
_HOURS = r"(\d{1,2})\s?(?:hours?|horas?|час(?:а|ов)?|сағат|ساعات|ساعة|h|ч)"
_MINUTES = r"(\d{1,3})\s?(?:minut\w*|min|минут\w*|мин|دقيقة|دقائق|['′’])"
_LENGTH = re.compile(rf"(?:{_HOURS}\s*)?(?:{_MINUTES})?\.?", re.IGNORECASE)
_BEHIND = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*(?=\d)({_LENGTH.pattern})\s*[)\]]", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_FIGURES = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_DAY = re.compile(r"(?<![\d:.])(\d{1,2})(?:st|nd|rd|th|º|-?г?о|-?[шқ]?[іы]н?)?(?![\w:.]*\d)")
_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
_NUMBERED = re.compile(
    r"(?:day|día|jornada|день|اليوم)\s+(\d{1,2})\b|\b(\d{1,2})\s?-?\s?(?:й\s+)?(?:күн|день)",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    fold(
        "day date día fecha de del el la of on the st nd rd th г года год ж жыл жылғы жылы күні"
    ).split()
) | {"", "день", "дата"}


@dataclass(frozen=True, slots=True)
class Span:
    """When something takes place: minutes since midnight; `end` None where nobody says."""

    start: int
    end: int | None
    rest: str
    """What follows on the line."""
    exact: bool = True
    """Whether morning and afternoon are told apart."""


def span(line: str) -> Span | None:
    """The time that a line begins with; a number alone is none."""
    line = _with_colons(_NOON.sub(r"\g<1>12:00", line))
    found = _RANGE.match(line)
    if found is None:
        return None
    one, two = found.groups()[:4], found.groups()[4:]
    if not any((*one[1:], *two[1:])):
        return None
    half = _half(one[3]) or _half(two[3])
    start = _minute(one[0], one[1], half)
    end = _minute(two[0], two[1], _half(two[3]) or _half(one[3])) if two[0] else None
    if start is None or (two[0] and end is None):
        return None
    if end is not None and not one[3] and two[3] and start > end >= 0:
        start -= _HALF_DAY  # 11:30–1 p.m.
    rest = line[found.end() :].lstrip(_AFTER)
    exact = bool(half) or start >= 13 * 60 or one[0].startswith("0")
    return Span(start, _later(start, end), rest, exact)


def _with_colons(line: str) -> str:
    """A line that begins with hours of four figures, `1000-1045` or `0900`, with its colons."""
    found = _BARE_RANGE.match(line)
    if found is None:
        return _BARE.sub(r"\1\2:\3", line)
    begins, ends = (int(found[n]) * 60 + int(found[n + 1]) for n in (2, 5))
    if begins >= _EVENING and 0 < ends - begins < _SHORT:
        return line  # more likely years: 2020–2030
    return found.expand(r"\1\2:\3\4\5:\6") + line[found.end() :]


def first(line: str) -> str:
    """A line whose time stands in brackets behind its words, the time put before them."""
    for found in _BEHIND.finditer(line):
        told = span(found[1])
        if told is not None and told.end is not None and not told.rest:
            words = f"{line[: found.start()]}{line[found.end() :]}"
            return f"{found[1]} {words.strip()}"
    return line


def _half(written: str | None) -> str:
    """Morning (a), afternoon (p) or not said."""
    mark = (written or "").strip().casefold()
    if not mark:
        return ""
    return "a" if mark.startswith(("a", "ص", "de la m", "утра")) else "p"


def _minute(hour: str, minute: str | None, half: str) -> int | None:
    hours = int(hour)
    if hours > (12 if half else 24):
        return None
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return hours * 60 + int(minute or 0)


def _later(start: int, end: int | None) -> int | None:
    """An end before the start is in the afternoon, else after midnight."""
    if end is None or end > start:
        return end
    return end + _HALF_DAY if end + _HALF_DAY > start and start < 13 * 60 else end + 2 * _HALF_DAY


def length(text: str) -> int | None:
    """The minutes of a text that is nothing but a length: `45 min`, `1 h 30 min`, `90'`."""
    found = _LENGTH.fullmatch(text.strip(" ()[]"))
    if not found or not (found[1] or found[2]):
        return None
    return int(found[1] or 0) * 60 + int(found[2] or 0) or None


def without_length(text: str) -> tuple[str, int | None]:
    """A text without the length that stands in it in brackets, and that length in minutes."""
    found = _IN_BRACKETS.search(text)
    minutes = length(found[1]) if found else None
    if found is None or minutes is None:
        return text, None
    return f"{text[: found.start()]}{text[found.end() :]}".strip(), minutes


def day(line: str, days: Sequence[date]) -> date | None:
    """The day that a line names, and nothing else; `days` are those of the event.

    They say the year of a date without one, and which day is "Day 2" or "Thursday".
    """
    if found := _ISO.search(line):
        return _date(*map(int, found.groups()))
    if found := _FIGURES.search(line):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if (found := _NUMBERED.search(line)) and len(line) < 2 * len(found[0]) + 12:
        number = int(found[1] or found[2])
        return days[number - 1] if 0 < number <= len(days) else None
    return _in_words(line, days)


def _in_words(line: str, days: Sequence[date]) -> date | None:
    words = [word for word in fold(line).split() if not word.isdigit()]
    words = [word for word in words if word not in _FILLERS and not word[0].isdigit()]
    month = next((months()[word] for word in words if word in months()), None)
    weekday = next((weekdays()[word] for word in words if word in weekdays()), None)
    others = [word for word in words if word not in months() and word not in weekdays()]
    if len(others) > 1 or (others and month is None):
        return None
    number = _DAY.search(_YEAR.sub("", line))
    if month is None or number is None:
        return _of_weekday(weekday, days) if number is None else None
    year = _YEAR.search(line)
    return _date(int(year[1]) if year else _year(days), month, int(number[1]))


def _of_weekday(weekday: int | None, days: Sequence[date]) -> date | None:
    return next((day for day in days if day.weekday() == weekday), None)


def _year(days: Sequence[date]) -> int:
    return days[0].year if days else datetime.now(UTC).year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def afternoon(start: int, before: int | None) -> int:
    """Minutes to add to a time that must come after the one before it: `1:30` after `12:00`."""
    return _HALF_DAY if before is not None and start < before and start < 8 * 60 else 0
