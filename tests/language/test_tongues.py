import pytest

from desktop.language.tongues import (
    in_languages,
    interpretation,
    into_languages,
    language_label,
    language_name,
    territory_name,
)

TONGUES = [
    ("es", "испан", "испанский"),
    ("kk", "қазақ", "казахский"),
    ("ru", "орыс", "русский"),
    ("en", "ағылшын", "английский"),
    ("ar", "араб", "арабский"),
    ("fr", "француз", "французский"),
    ("de", "неміс", "немецкий"),
    ("zh", "қытай", "китайский"),
    ("tr", "түрік", "турецкий"),
    ("uz", "өзбек", "узбекский"),
    ("ky", "қырғыз", "киргизский"),
    ("it", "итальян", "итальянский"),
    ("pt", "португал", "португальский"),
    ("ja", "жапон", "японский"),
    ("ko", "корей", "корейский"),
    ("hi", "хинди", "хинди"),
    ("fa", "парсы", "персидский"),
    ("he", "иврит", "иврит"),
    ("uk", "украин", "украинский"),
]


@pytest.mark.parametrize(("tongue", "kazakh", "russian"), TONGUES)
def test_cases_fall_on_what_is_the_same_for_all(tongue: str, kazakh: str, russian: str):
    assert into_languages([tongue], "kk") == f"{kazakh} тіліне"
    assert in_languages([tongue], "kk") == f"{kazakh} тілінде"
    noun = " язык" if russian.endswith("ий") else ""
    assert into_languages([tongue], "ru") == f"на {russian}{noun}"


@pytest.mark.parametrize(
    ("reader", "into", "spoken"),
    [
        ("es", "al kazajo", "en kazajo"),
        ("en", "into Kazakh", "in Kazakh"),
        ("kk", "қазақ тіліне", "қазақ тілінде"),
        ("ru", "на казахский язык", "на казахском языке"),
        ("ar", "إلى الكازاخية", "بالكازاخية"),
        ("kk-Latn", "qazaq tılıne", "qazaq tılınde"),
        ("fr", "into Kazakh", "in Kazakh"),
    ],
)
def test_into_and_in_one_language(reader: str, into: str, spoken: str):
    assert into_languages(["kk"], reader) == into
    assert in_languages(["kk"], reader) == spoken


@pytest.mark.parametrize(
    ("reader", "into"),
    [
        ("es", "al kazajo y al ruso"),
        ("en", "into Kazakh and Russian"),
        ("kk", "қазақ және орыс тілдеріне"),
        ("ru", "на казахский и русский языки"),
        ("ar", "إلى الكازاخية وإلى الروسية"),
    ],
)
def test_into_two_languages(reader: str, into: str):
    assert into_languages(["kk", "ru"], reader) == into


def test_russian_with_a_language_that_never_changes_beside_one_that_does():
    assert in_languages(["ru", "hi"], "ru") == "на русском языке и на хинди"


def test_names_and_headings():
    assert language_name("es", "kk") == "испан тілі"
    assert language_label(["es"], "es") == "Español"
    assert language_label(["kk", "ru"], "en") == "Kazakh and Russian"
    assert territory_name("KZ", "es") == "Kazajistán"
    assert territory_name("ES", "kk") == "Испания"


def test_countries_as_a_ministry_of_foreign_affairs_writes_them():
    assert territory_name("KG", "ru") == "Кыргызстан"
    assert territory_name("VA", "es") == "Santa Sede"
    assert territory_name("PS", "en") == "Palestine"
    assert territory_name("KR", "kk-Latn") == "Koreia Respublikasy"


def test_interpretation():
    assert interpretation("simultaneous", ["kk"], "es") == "Interpretación simultánea al kazajo"
    assert interpretation("consecutive", ["kk"], "kk") == "Қазақ тіліне кезекті аударма"
    assert interpretation("sign_language", [], "ru") == "Перевод на жестовый язык"
