from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.exchange import schedule_times as times


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("0:45", 45),
        ("00:45", 45),
        ("1:30:00", 90),
        ("01:30:00", 90),
        ("1:06:30", 1830),
        ("45", 45),
        ("1h30", 90),
        ("2 h", 120),
        ("90 min", 90),
        ("PT1H30M", 90),
        ("P1DT2H", 1560),
        (" 24:00 ", 1440),
        ("", None),
        ("0:00", None),
        ("soon", None),
        ("-0:30", None),
        ("9999:00", None),
    ],
)
def test_lengths(written: str, minutes: int | None) -> None:
    assert times.minutes(written) == minutes


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("9:30", 9.5),
        ("09:30:00", 9.5),
        ("9.30", 9.5),
        ("25:15", 25.25),
        ("9:75", None),
        ("", None),
    ],
)
def test_clocks(written: str, hours: float | None) -> None:
    assert times.clock(written) == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2014-12-27T11:00:00+01:00", "2014-12-27T11:00:00+01:00"),
        ("2014-12-27 11:00:00 +0100", "2014-12-27T11:00:00+01:00"),
        ("2014-12-27T11:00:00.000Z", "2014-12-27T11:00:00+00:00"),
        ("2014-12-27T9:05", "2014-12-27T09:05:00"),
        ("2014-12-27", None),
        ("2014-13-27T11:00", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("tomorrow", None),
    ],
)
def test_moments(written: str, read: str | None) -> None:
    assert times.moment(written) == (read and datetime.fromisoformat(read))


def test_days() -> None:
    assert times.day("2014-12-27T11:00:00+01:00") == date(2014, 12, 27)
    assert times.day("2014-02-30") is None


def test_a_zone_is_guessed_from_the_city_then_from_offsets() -> None:
    winter = datetime.fromisoformat("2020-12-27T11:30:00+01:00")
    nepal = datetime.fromisoformat("2020-06-27T11:30:00+05:45")
    assert times.guess_zone("Brussels", []) == "Europe/Brussels"
    assert times.guess_zone("New York, USA", []) == "America/New_York"
    assert times.guess_zone("Brussels", [nepal]) == "Asia/Kathmandu"
    assert times.guess_zone("Nowhere", [winter]) == "Europe/Berlin"
    assert times.guess_zone("../../etc", []) == ""
    almaty = datetime(2022, 5, 1, 10, tzinfo=ZoneInfo("Asia/Almaty"))
    assert times.guess_zone("Almaty", [almaty]) == "Asia/Almaty"
