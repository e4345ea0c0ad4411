import pytest

from desktop.domain.person import PersonName
from desktop.language.transliteration import latin_kazakh, suggest_name


def suggested(full: str, source: str, target: str) -> str:
    given, _, family = full.partition(" ")
    name = suggest_name(PersonName(source, family=family, given=given), target)
    assert name is not None
    assert name.tag == target
    return name.full


@pytest.mark.parametrize(
    ("source", "target", "name", "expected"),
    [
        ("kk", "Latn", "Ермек Тоқаев", "Yermek Tokayev"),
        ("kk", "Latn", "Әлия Жұмабаева", "Aliya Zhumabayeva"),
        ("ru", "Latn", "Юлия Щербакова", "Iuliia Shcherbakova"),
        ("kk", "kk-Latn", "Қасым Жұмабаев", "Qasym Jūmabaev"),
        ("es", "Cyrl", "Daniel Hernández-Torrano", "Даниэль Эрнандес-Торрано"),
        ("es", "ru", "Luis Francisco Martínez Montes", "Луис Франсиско Мартинес Монтес"),
        ("es", "kk", "Isabel Díaz", "Исабель Диас"),
        ("es", "Cyrl", "María García", "Мария Гарсия"),
        ("es", "Cyrl", "Guillermo Quiñones", "Гильермо Киньонес"),
        ("es", "Cyrl", "Jorge Gutiérrez", "Хорхе Гутьеррес"),
        ("Latn", "Cyrl", "Aida Kabibulatova", "Айда Кабибулатова"),
        ("Latn", "Cyrl", "Danat Mussayev", "Данат Мусаев"),
        ("Latn", "Cyrl", "Diana Bizhanova", "Диана Бижанова"),
    ],
)
def test_a_suggestion(source: str, target: str, name: str, expected: str):
    assert suggested(name, source, target) == expected


def test_no_suggestion_where_none_makes_sense():
    assert suggest_name(PersonName("ar", "حسن"), "Latn") is None
    assert suggest_name(PersonName("Latn", "García"), "Latn") is None


def test_the_parts_of_a_name_stay_apart():
    name = PersonName("ru", family="Иванов", given="Пётр", patronymic="Ильич")
    assert suggest_name(name, "Latn") == PersonName("Latn", "Ivanov", "Petr", "Ilich")


def test_capitals_of_kazakh_in_latin_letters_keep_their_dot():
    assert latin_kazakh("ІЛЕСПЕ Іс-шара Испания Юнеско") == "ILESPE Is-şara İspania İunesko"
