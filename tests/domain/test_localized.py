import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.localized import Localized

TAGS = st.sampled_from(["es", "es-MX", "kk", "ru", "en", "en-GB", "zh-Hant-TW", "zh-Hant", "und"])
TEXTS = st.dictionaries(TAGS, st.text(max_size=4)).map(Localized.of)


def test_the_first_language_in_the_order_asked_for_is_taken():
    text = Localized.of(es="Apertura", kk="Ашылуы", en="Opening")
    assert text.find("ru", "kk", "en") == ("Ашылуы", "kk")
    assert text.find("ru") == ("Apertura", "es")
    assert Localized().find("es") is None


@pytest.mark.parametrize(
    ("stored", "asked"),
    [("es", "es-MX"), ("es-ES", "es"), ("en-001", "en"), ("zh-Hant", "zh-Hant-TW"), ("und", "kk")],
)
def test_a_neighbouring_tag_is_no_missing_translation(stored: str, asked: str):
    text = Localized.of({stored: "2026"})
    assert text.find(asked) == ("2026", asked)
    assert text.missing([asked]) == ()


@pytest.mark.parametrize(
    ("stored", "asked"), [("zh-Hans", "zh-Hant"), ("kk-Latn", "kk"), ("es", "en"), ("es", "e")]
)
def test_another_script_or_language_is_missing(stored: str, asked: str):
    assert Localized.of({stored: "x"}).missing([asked]) == (asked,)


@given(TEXTS, TAGS, st.lists(TAGS, max_size=3))
def test_a_reader_gets_a_text_wherever_there_is_one(text: Localized, tag: str, others: list[str]):
    found = text.find(tag, *others)
    assert (found is None) == (not text)
    if found:
        assert found.text in text.as_dict().values()
        assert (found.language != tag) == bool(text.missing([tag]))
        assert text.get(tag) in ("", found.text)


@given(TEXTS, TAGS, st.text(max_size=3))
def test_putting_a_text_changes_that_language_only(text: Localized, tag: str, words: str):
    changed = text.put(tag, words)
    assert changed.get(tag) == (words if words.strip() else "")
    assert [pair for pair in changed if pair[0] != tag] == [p for p in text if p[0] != tag]


@given(TEXTS, TEXTS)
def test_completing_a_text_changes_nothing_that_it_says(text: Localized, other: Localized):
    completed = text.completed(other)
    assert completed.texts[: len(text.texts)] == text.texts
    assert completed.as_dict() == other.as_dict() | text.as_dict()


def test_the_words_are_those_that_are_found():
    text = Localized.of(es="Apertura", kk="Ашылуы")
    assert text.words("ru", "kk") == "Ашылуы"
    assert text.words() == "Apertura"
    assert Localized().words("es") == ""
