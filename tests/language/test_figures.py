import pytest

from desktop.language.figures import joined, minutes, number, percent


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "45 min|1 h 30 min|2 h"),
        ("en", "45 min|1 h 30 min|2 h"),
        ("kk", "45 мин|1 сағ 30 мин|2 сағ"),
        ("kk-Latn", "45 min|1 sağ 30 min|2 sağ"),
        ("ru", "45 мин|1 ч 30 мин|2 ч"),
    ],
)
def test_minutes(language: str, expected: str):
    found = "|".join(minutes(count, language) for count in (45, 90, 120))
    assert found == expected.replace(" ", "\u00a0")


def test_no_time_at_all_is_no_minutes():
    assert minutes(0, "es") == "0\u00a0min"


def test_numbers_and_percent():
    assert number(1234567.5, "es", decimals=1) == "1.234.567,5"
    assert number(1234.5, "ru", decimals=1) == "1\u00a0234,5"
    assert number(1234, "en") == "1,234"
    assert number(7, "ar-EG") == "٧"
    assert percent(0.427, "es") == "43\u00a0%"
    assert percent(0.427, "kk", decimals=1) == "42,7%"


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("es", "A y B", "A, B y C"),
        ("en", "A and B", "A, B and C"),
        ("kk", "A және B", "A, B, C"),
        ("kk-Latn", "A jäne B", "A, B, C"),
        ("ru", "A и B", "A, B и C"),
    ],
)
def test_lists(language: str, two: str, three: str):
    assert joined(["A", "B"], language) == two
    assert joined(iter("ABC"), language) == three


def test_a_spanish_list_changes_its_y_before_i():
    assert joined(["España", "Italia"], "es") == "España e Italia"


def test_a_list_of_one_or_none():
    assert joined(["A"], "kk") == "A"
    assert joined([], "kk") == ""
