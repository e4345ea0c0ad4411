"""Dates and times as a reader writes them; the data is CLDR's, by way of ICU.

Days and hours are plain: whoever calls has already chosen the event's time zone. Hours run to 24
in every language, intervals take an en dash.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from desktop.language import tags
from desktop.language.transliteration import spelt

if TYPE_CHECKING:
    from collections.abc import Callable

_SPACES = str.maketrans({"\u2009": " ", "\u202f": "\u00a0"})
_DASH = "–"

# The official Kazakh long form says «жылғы» in full (acts on adilet.zan.kz); CLDR shortens it.
_KAZAKH_YEAR = re.compile(r"(\d{4})\s+ж\.")


def zone_here() -> str:
    """The time zone of this computer; UTC, however it is called there, where nobody set one."""
    import icu

    name = icu.TimeZone.createDefault().getID()
    area, _, city = name.partition("/")
    return name if city and area != "Etc" else "UTC"


def long_date(day: date, language: str, *, weekday: bool = True) -> str:
    """A day in full: `jueves, 12 de marzo de 2026`."""
    return _tidy(_full(language, weekday)(day), language)


def date_interval(first: date, last: date, language: str) -> str:
    """The days of an event, no more said than needed: `12–14 de marzo de 2026`."""
    if first == last:
        return long_date(first, language, weekday=False)
    return _tidy(_interval(language)(first, last), language)


def short_date(day: date, language: str) -> str:
    """A day in figures, the year in full, for tables: `12/3/2026`."""
    return _tidy(_pattern(language, "yMd")(day), language)


def day_and_month(day: date, language: str) -> str:
    """A day without its year: `12 de marzo`."""
    return _tidy(_pattern(language, "MMMMd")(day), language)


def month_short(day: date, language: str) -> str:
    """The name of the month in short: `mar`."""
    return _tidy(_literal(language, "LLL")(day), language)


def weekday(day: date, language: str) -> str:
    """The name of the day of the week: `jueves`."""
    return _tidy(_literal(language, "cccc")(day), language)


def weekday_short(day: date, language: str) -> str:
    """The day of the week in short: `jue`."""
    return _tidy(_literal(language, "ccc")(day), language)


def time_of_day(moment: time | datetime, language: str) -> str:
    """An hour: `10:00`, in the language's own digits."""
    return _digits(language)(f"{moment.hour:02}:{moment.minute:02}")


def time_interval(start: time | datetime, end: time | datetime, language: str) -> str:
    """From when to when: `10:00–11:30`; kept in one piece inside right-to-left text."""
    text = f"{time_of_day(start, language)}{_DASH}{time_of_day(end, language)}"
    return tags.isolate(text, "ltr") if tags.direction(language) == "rtl" else text


def _tidy(text: str, language: str) -> str:
    text = text.translate(_SPACES)
    if tags.base(language) == "kk":
        text = _KAZAKH_YEAR.sub("\\1\u00a0жылғы", text)
    return spelt(text, language)


def _noon(day: date) -> float:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()


def _local_noon(day: date) -> float:
    # ICU's intervals know no zone but the machine's own; Windows knows no noon before 1970 there.
    import icu

    return icu.GregorianCalendar(day.year, day.month - 1, day.day, 12, 0).getTime()


@cache
def _full(language: str, weekday: bool) -> Callable[[date], str]:
    import icu

    style = icu.DateFormat.kFull if weekday else icu.DateFormat.kLong
    form = icu.DateFormat.createDateInstance(style, tags.icu_locale(language))
    form.setTimeZone(icu.TimeZone.getGMT())
    return lambda day: form.format(_noon(day))


@cache
def _pattern(language: str, skeleton: str) -> Callable[[date], str]:
    import icu

    locale = tags.icu_locale(language)
    best = icu.DateTimePatternGenerator.createInstance(locale).getBestPattern(skeleton)
    return _literal(language, best)


@cache
def _literal(language: str, pattern: str) -> Callable[[date], str]:
    import icu

    form = icu.SimpleDateFormat(pattern, tags.icu_locale(language))
    form.setTimeZone(icu.TimeZone.getGMT())
    return lambda day: form.format(_noon(day))


@cache
def _interval(language: str) -> Callable[[date, date], str]:
    import icu

    form = icu.DateIntervalFormat.createInstance("yMMMMd", tags.icu_locale(language))
    return lambda first, last: form.format(icu.DateInterval(_local_noon(first), _local_noon(last)))


@cache
def _digits(language: str) -> Callable[[str], str]:
    """What turns 0–9 into the language's own digits: nothing, mostly."""
    if tags.base(language) in {"en", "es", "kk", "ru"}:
        return str
    from desktop.language.figures import number

    table = str.maketrans({str(digit): number(digit, language) for digit in range(10)})
    return lambda text: text.translate(table)
