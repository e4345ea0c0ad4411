"""Hyphens where the language has its syllables, and nowhere in names."""

from functools import cache

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typesetting import hyphenation
from desktop.documents.typesetting.patterns import patterns


def shown(word: str, language: str) -> str:
    parts, start = [], 0
    for at in (*hyphenation.points(word, language), len(word)):
        parts.append(word[start:at])
        start = at
    return "-".join(parts)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("cooperación", "es", "coope-ra-ción"),
        ("investigadora", "es", "inves-ti-ga-dora"),
        ("сотрудничество", "ru", "сотруд-ни-че-ство"),
        ("ынтымақтастық", "kk", "ынты-мақ-тас-тық"),
        ("зерттеушілердің", "kk", "зерт-теу-ші-лер-дің"),
        ("университеттің", "kk", "уни-вер-си-тет-тің"),
        ("işbirliğinin", "tr", "işbir-li-ği-nin"),
        ("hamkorlikning", "uz", "ham-kor-lik-ning"),
        ("əməkdaşlığın", "az", "əmək-daş-lı-ğın"),
    ],
)
def test_syllables(word: str, language: str, expected: str):
    assert shown(word, language) == expected


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("UNESCO-ның", "kk"),
        ("КазНУдағы", "kk"),
        ("común", "es"),
        ("bilimlər", "xx"),
        ("2026", "es"),
    ],
)
def test_words_that_stay_whole(word: str, language: str):
    assert hyphenation.points(word, language) == ()


def test_punctuation_does_not_count_as_letters():
    assert hyphenation.points("«cooperación»,", "es") == tuple(
        at + 1 for at in hyphenation.points("cooperación", "es")
    )


@given(
    st.text("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", min_size=1, max_size=30),
    st.sampled_from(["kk", "ru", "tt", "ky"]),
)
def test_enough_letters_stay_on_both_lines(word: str, language: str):
    for at in hyphenation.points(word, language):
        assert hyphenation.LEFT <= at <= len(word) - hyphenation.RIGHT


@pytest.mark.parametrize("language", ["es", "de-AT", "ru", "hu", "en", "fr-CH", "nl", "uk"])
@given(word=st.text("aeiouáéñçßæøåőcdhlmnrstzvаеиосткнюь", min_size=7, max_size=16))
def test_patterns_say_what_pyphen_says(language: str, word: str):
    known, ours = _pyphen(language).positions(word), patterns(language)
    assert ours is not None
    found = [at for at in ours.points(word) if 2 <= at <= len(word) - 2]
    assert found == [int(at) for at in known]


@cache
def _pyphen(language: str):
    return pyphen.Pyphen(lang=pyphen.language_fallback(language))


def test_a_language_without_patterns_has_none():
    assert patterns("tlh") is None
