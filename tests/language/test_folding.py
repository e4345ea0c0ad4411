import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.folding import fold

SAME = [
    "Қасымов касымов Касымов Qasymov Kassymov Kasimov KASSIMOV",
    "Фёдор федор Fyodor Fedor",
    "Тоқаев Токаев Tokayev Toqaev Tokaev",
    "Назарбаев Nazarbayev Nazarbaev",
    "Бижанова Bizhanova Bijanova Bižanova",
    "Мұсаев Mussayev Musaev Mūsaev",
    "Ахмет Akhmet Ahmet",
    "Łukasz lukasz",
    "Şimşek simsek Шимшек",
    "Хасан Һасан Hasan Khassan",
    "Татьяна Tatyana Tatiana",
    "Юсупов Yusupov Iusupov Yussupov",
    "Дмитрий Dmitriy Dmitry Dmitri",
    "Алексеев Alekseyev Alexeev Alexeyev Alekseev",
    "Ерлан Yerlan Erlan",
    "Мария Maria Mariya María",
    "Қабибулатова Kabibulatova Qabibulatova",
    "Жұмабаев Zhumabayev Jumabaev Žumabaev",
    "Таңат Tanat Tangat Tañat",
    "Джалилов Dzhalilov Jalilov Djalilov",
    "Елена Elena Yelena",
    "Данияр Daniyar Daniar",
    "O'Brien OBrien O’Brien O´Brien",
    "Щербаков Shcherbakov Scherbakov",
    "Ғалым Galym Ghalym Ğalım",
    "Айгүл Aigul Aygul Aigül Aygül",
    "Өтеғали Otegali Ötegali",
    "Шоқан Shokan Şoqan",
    "Чехов Chekhov Čekhov",
    "Straße strasse STRASSE",
    "Øst Ost",
    "أحمد احمد أَحْمَد",
    "عيسى عيسي",
    "Әлия Aliya Alia Älia",
]


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_of_one_name_meet(spellings: str):
    assert len({fold(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    "different",
    ["Алия Алина", "Касым Касан", "Ana Anna2", "Мария Марина", "García Garza", "2011 201"],
)
def test_different_names_stay_apart(different: str):
    one, other = different.split()
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("whole", "shortest"),
    [("Tokayev", 1), ("Қасымов", 1), ("María", 1), ("Stephen", 1), ("Shokan", 1), ("Akhmet", 1)],
)
def test_what_is_typed_so_far_starts_the_whole(whole: str, shortest: int):
    for length in range(shortest, len(whole) + 1):
        assert fold(whole).startswith(fold(whole[:length])), whole[:length]


def test_words_are_parted_by_signs_and_joined_by_one_space():
    assert fold("  Hernández-Torrano,\tDaniel ") == "khernandez torano daniel"
    assert fold("«Наука и Испания»: 2026") == "nauka i ispania 2026"
    assert fold("…") == ""


def test_digits_of_other_scripts_are_digits():
    assert fold("٢٠٢٦") == fold("۲۰۲۶") == "2026"


def test_scripts_without_a_skeleton_keep_their_letters():
    assert fold("王小明") == "王小明"
    assert fold("शर्मा") == "शर्मा"


@given(st.text(max_size=40))
def test_any_text_folds_to_clean_words(text: str):
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert folded == fold(f" {text}\t")


@given(st.lists(st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"), max_size=12))
def test_cyrillic_becomes_ascii(letters: list[str]):
    assert fold("".join(letters)).isascii()
    assert fold("".join(letters)) == fold("".join(letters).upper())
