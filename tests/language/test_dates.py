import subprocess
import sys
from datetime import date, datetime, time

import icu
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.dates import (
    date_interval,
    day_and_month,
    long_date,
    short_date,
    time_interval,
    time_of_day,
    weekday,
    weekday_short,
    zone_here,
)
from desktop.language.tags import LANGUAGES

THURSDAY = date(2026, 3, 12)
LANGUAGES_OF_PAPER = [*LANGUAGES, "kk-Latn", "fr", "de", "tr", "fa", "zh", "ja", "ko", "he", "uz"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "jueves, 12 de marzo de 2026"),
        ("en", "Thursday, 12 March 2026"),
        ("kk", "2026\u00a0жылғы 12 наурыз, бейсенбі"),
        ("kk-Latn", "2026\u00a0jylğy 12 nauryz, beisenbı"),
        ("ru", "четверг, 12 марта 2026\u00a0г."),
        ("ar", "الخميس، 12 مارس 2026"),
        ("de", "Donnerstag, 12. März 2026"),
    ],
)
def test_long_date(language: str, expected: str):
    assert long_date(THURSDAY, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "12–14 de marzo de 2026"),
        ("en", "12–14 March 2026"),
        ("kk", "2026\u00a0жылғы 12–14 наурыз"),
        ("kk-Latn", "2026\u00a0jylğy 12–14 nauryz"),
        ("ru", "12–14 марта 2026\u00a0г."),
        ("ar", "12–14 مارس 2026"),
    ],
)
def test_interval_within_a_month(language: str, expected: str):
    assert date_interval(THURSDAY, date(2026, 3, 14), language) == expected


def test_interval_across_months_and_years():
    assert date_interval(THURSDAY, date(2026, 4, 2), "ru") == "12 марта – 2 апреля 2026\u00a0г."
    assert date_interval(date(2026, 12, 30), date(2027, 1, 2), "es") == (
        "30 de diciembre de 2026 – 2 de enero de 2027"
    )


def test_an_event_of_one_day_is_a_date():
    assert date_interval(THURSDAY, THURSDAY, "es") == "12 de marzo de 2026"


def test_intervals_of_any_year():
    assert date_interval(date(1, 1, 1), date(1, 1, 3), "en") == "1–3 January 1"
    assert date_interval(date(1961, 4, 12), date(1961, 4, 14), "es") == "12–14 de abril de 1961"
    assert date_interval(date(9999, 12, 30), date(9999, 12, 31), "en") == "30–31 December 9999"


@given(
    day=st.dates(date(1970, 1, 1), date(2200, 12, 31)), language=st.sampled_from(sorted(LANGUAGES))
)
def test_the_day_and_the_year_are_those_of_the_value(day: date, language: str):
    text = long_date(day, language)
    assert str(day.day) in text
    assert str(day.year) in text


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu", "Asia/Almaty", "UTC"])
def test_the_machine_s_own_zone_changes_no_date(zone: str):
    program = (
        "from datetime import date; from desktop.language.dates import *;"
        "a, b = date(2026, 3, 12), date(2026, 3, 14);"
        "print(date_interval(a, b, 'en'), '|', long_date(a, 'en'), '|', short_date(a, 'en'))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], env={"TZ": zone}, capture_output=True, check=True
    )
    assert result.stdout.decode().strip() == (
        "12–14 March 2026 | Thursday, 12 March 2026 | 12/03/2026"
    )


def test_times_run_to_24_with_an_en_dash_and_no_spaces():
    assert time_of_day(time(9, 5), "en") == "09:05"
    assert time_interval(time(9, 5), datetime(2026, 3, 12, 18), "es") == "09:05–18:00"  # noqa: DTZ001
    assert time_interval(time(0), time(23, 59), "kk") == "00:00–23:59"


def test_a_time_interval_keeps_its_order_inside_arabic():
    assert time_interval(time(10), time(11, 30), "ar") == "\u206610:00–11:30\u2069"
    assert time_of_day(time(10), "ar-EG") == "١٠:٠٠"


def test_parts_of_a_date():
    assert weekday(THURSDAY, "es") == "jueves"
    assert weekday_short(THURSDAY, "ru") == "чт"
    assert day_and_month(THURSDAY, "es") == "12 de marzo"
    assert short_date(THURSDAY, "kk") == "12.03.2026"


@pytest.mark.parametrize("language", LANGUAGES_OF_PAPER)
def test_no_thin_space_that_a_font_may_lack_and_no_other_calendar(language: str):
    text = long_date(THURSDAY, language) + date_interval(THURSDAY, date(2026, 4, 2), language)
    assert not set(text) & {"\u2009", "\u202f"}
    assert "2026" in text or "۲۰۲۶" in text


@pytest.mark.parametrize(
    ("known", "taken"),
    [("Etc/UTC", "UTC"), ("Asia/Almaty", "Asia/Almaty"), ("Etc/Unknown", "UTC"), ("XYZ-5", "UTC")],
)
def test_a_machine_without_a_place_is_in_utc(known: str, taken: str):
    before = icu.TimeZone.createDefault()
    icu.TimeZone.setDefault(icu.TimeZone.createTimeZone(known))
    try:
        assert zone_here() == taken
    finally:
        icu.TimeZone.setDefault(before)
