import pytest

from desktop.language.tags import (
    apart,
    base,
    direction,
    first_strong,
    isolate,
    likely_language,
    script_of,
)


@pytest.mark.parametrize(
    ("tag", "script", "way"),
    [
        ("es", "Latn", "ltr"),
        ("kk", "Cyrl", "ltr"),
        ("kk-Latn", "Latn", "ltr"),
        ("kk_Latn", "Latn", "ltr"),
        ("ar-EG", "Arab", "rtl"),
        ("fa", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("uz", "Latn", "ltr"),
        ("uz-Cyrl", "Cyrl", "ltr"),
        ("ka", "Geor", "ltr"),
        ("ja", "Jpan", "ltr"),
    ],
)
def test_script_and_direction(tag: str, script: str, way: str):
    assert (script_of(tag), direction(tag)) == (script, way)


def test_the_bare_language_of_a_tag():
    assert [base(tag) for tag in ("kk-Latn", "pt_BR", "ru")] == ["kk", "pt", "ru"]


def test_the_first_letter_decides():
    assert first_strong("«12» مرحبا hello") == "rtl"
    assert first_strong("  3. Ана") == "ltr"
    assert first_strong("10:00–11:30") is None


def test_a_run_is_isolated():
    assert isolate("Ana") == "\u2068Ana\u2069"
    assert isolate("10:00", "ltr") == "\u206610:00\u2069"


def test_the_language_of_a_script():
    assert [likely_language(script) for script in ("Thai", "Hebr", "Cyrl")] == ["th", "he", "ru"]


def test_only_what_runs_the_other_way_throughout_is_set_apart():
    assert apart("Ana (SDU)", "rtl") == isolate("Ana (SDU)")
    assert apart("مرحبا", "ltr") == isolate("مرحبا")
    assert apart("Photograph: ", "rtl") == isolate("Photograph:") + " "
    for kept in ("مرحبا", "SDU جامعة", "10:00–11:30", ""):
        assert apart(kept, "rtl") == kept
    assert apart("Ana", "ltr") == "Ana"
