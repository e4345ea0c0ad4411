import pytest

from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.language.names import compose_name, list_name, printed_name

NBSP = "\u00a0"
MONTES = PersonName("Latn", family="Martínez Montes", given="Luis Francisco")
MUSAYEV = PersonName("kk", family="Мұсаев", given="Данат", patronymic="Болатұлы")


@pytest.mark.parametrize(
    ("name", "language", "honorific", "expected"),
    [
        (MONTES, "es", "Excmo. Sr. D.", "Excmo._Sr._D._Luis Francisco Martínez Montes"),
        (MONTES, "en", "H.E. Mr", "H.E._Mr_Luis Francisco Martínez Montes"),
        (MONTES, "es", "", "Luis Francisco Martínez Montes"),
        (PersonName("Latn", family="Díaz"), "es", "Sra. D.ª", "Sra._Díaz"),
        (MUSAYEV, "kk", "мырза", "Данат Болатұлы Мұсаев_мырза"),
        (MUSAYEV, "kk", "профессор мырза", "профессор_Данат Болатұлы Мұсаев_мырза"),
        (
            MUSAYEV,
            "ru",
            "Его Превосходительство господин",
            "Его Превосходительство господин_Данат Болатұлы Мұсаев",
        ),
        (PersonName("zh", family="王", given="小明"), "zh", "", "王小明"),
        (PersonName("Hani", family="欧阳", given="修文"), "es", "Sr. D.", "Sr._D._欧阳修文"),
        (PersonName("Kore", family="김", given="민지"), "ar", "", "김민지"),
        (MONTES, "zh", "", "Luis Francisco Martínez Montes"),
        (PersonName("hu", family="Szabó", given="Anna"), "hu", "", "Szabó Anna"),
    ],
)
def test_a_composed_name(name: PersonName, language: str, honorific: str, expected: str):
    found = compose_name(name, language, honorific=honorific)
    assert found == expected.replace("_", NBSP)


def test_a_person_is_named_in_the_reader_s_script_with_the_reader_s_honorific():
    cyrillic = PersonName("Cyrl", family="Мартинес Монтес", given="Луис Франсиско")
    person = Person(names=(MONTES, cyrillic), honorific=Localized.of(es="Excmo. Sr. D."))
    assert printed_name(person, "ru") == "Луис Франсиско Мартинес Монтес"
    assert printed_name(person, "es", honorific=False) == "Luis Francisco Martínez Montes"
    assert printed_name(person, "es").startswith(f"Excmo.{NBSP}Sr.{NBSP}D.{NBSP}Luis")


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        (MONTES, "es", "Martínez Montes, Luis Francisco"),
        (MUSAYEV, "kk", "Мұсаев Данат Болатұлы"),
        (PersonName("ar", family="الباجي", given="حسن"), "ar", "الباجي، حسن"),
        (MONTES, "ar", "Martínez Montes, Luis Francisco"),
        (PersonName("Hebr", family="שחר", given="נעמי"), "ar", "שחר, נעמי"),
        (PersonName("Hans", family="欧阳", given="修文"), "es", "欧阳修文"),
        (PersonName("Latn", given="Platón"), "es", "Platón"),
    ],
)
def test_a_name_in_a_list(name: PersonName, language: str, expected: str):
    assert list_name(name, language) == expected


def test_who_is_not_written_as_the_reader_s_language_is_named_in_latin_letters():
    thai = PersonName("Thai", family="ศรีสุข", given="สมชาย")
    latin = PersonName("Latn", family="Srisuk", given="Somchai")
    person = Person(names=(thai, latin))
    assert printed_name(person, "ar") == printed_name(person, "kk") == "Somchai Srisuk"
    assert printed_name(person, "th") == "สมชาย ศรีสุข"
    assert printed_name(Person(names=(thai,)), "ar") == "สมชาย ศรีสุข"
    assert person.name("") == thai
