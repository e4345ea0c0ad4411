"""Numbers, durations and lists as a reader writes them; the data is CLDR's, by way of ICU."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.language import tags
from desktop.language.transliteration import spelt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def number(value: float, language: str, *, decimals: int = 0) -> str:
    """A number: `1.234,5` in Spanish; at most `decimals` digits after the sign."""
    if isinstance(value, int) and 0 <= value < 1000 and _has_plain_digits(language):
        return str(value)
    return _number(language, decimals)(value)


def percent(share: float, language: str, *, decimals: int = 0) -> str:
    """A share of 1 in percent: `43 %` in Spanish, `43%` in English."""
    return _percent(language, decimals)(share)


def minutes(count: int, language: str) -> str:
    """A length: `45 min`, `1 h 30 min`; the spaces do not break."""
    hours, rest = divmod(count, 60)
    parts = [_measure(language)(hours, "h")] if hours else []
    if rest or not hours:
        parts.append(_measure(language)(rest, "min"))
    return spelt("\u00a0".join(parts).replace(" ", "\u00a0"), language)


def joined(items: Iterable[str], language: str) -> str:
    """A list in words: `A, B y C`, in Kazakh `A, B, C` but `A және B`."""
    every = list(items)
    if len(every) < 2:
        return "".join(every)
    return spelt(_list(language)(every), language)


def _has_plain_digits(language: str) -> bool:
    return tags.base(language) in {"en", "es", "kk", "ru", "fr", "de", "tr", "it", "pt", "uk"}


@cache
def _number(language: str, decimals: int) -> Callable[[float], str]:
    import icu

    form = icu.NumberFormat.createInstance(tags.icu_locale(language))
    form.setMaximumFractionDigits(decimals)
    return lambda value: form.format(value).replace("\u202f", "\u00a0")


@cache
def _percent(language: str, decimals: int) -> Callable[[float], str]:
    import icu

    form = icu.NumberFormat.createPercentInstance(tags.icu_locale(language))
    form.setMaximumFractionDigits(decimals)
    return lambda share: form.format(share).replace("\u202f", "\u00a0")


@cache
def _measure(language: str) -> Callable[[int, str], str]:
    # CLDR's English says "mins" and "hr"; the symbols of ISO 80000-3 have no plural.
    if tags.base(language) == "en":
        return lambda count, symbol: f"{count} {symbol}"
    import icu

    form = icu.MeasureFormat(tags.icu_locale(language), icu.UMeasureFormatWidth.SHORT)
    units = {"h": icu.MeasureUnit.createHour(), "min": icu.MeasureUnit.createMinute()}
    return lambda count, symbol: form.formatMeasure(icu.Measure(count, units[symbol]))


@cache
def _list(language: str) -> Callable[[list[str]], str]:
    import icu

    return icu.ListFormatter.createInstance(tags.icu_locale(language)).format
