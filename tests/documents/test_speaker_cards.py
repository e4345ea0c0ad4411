"""What the moderator holds in the hand."""

import re
from dataclasses import replace

import pytest

from desktop.documents.speaker_cards import NAME
from desktop.domain.errors import CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.person import PersonName
from tests.documents import sample
from tests.documents.collisions import collisions
from tests.documents.conftest import Print
from tests.documents.reading import packed


def held(**changes: object):
    whole = sample.dossier()
    return replace(whole, people={**whole.people, 3: replace(sample.PHILOSOPHER, **changes)})


def test_a_card_says_who_when_where_and_in_what_language(printed: Print):
    dossier = held(pronunciation=sample.text("VA-lers-jau-sen"), languages=("de", "en"))
    paper = printed("speaker-cards", "es", "kk", dossier=dossier, who="Wallershausen", paper="A5")
    for text in (
        "Dr. Maximilian Freiherr von und zu Wallershausen-Tiefenbronn",
        "VA-lers-jau-sen",
        "10:30–11:15",
        "Aula Magna",
        "«Ciencia, diplomacia e inteligencia artificial»",
        "«Ғылым, дипломатия және жасанды интеллект»",
        "Autor de dos libros",
        "екі кітаптың авторы",
        "alemán",
    ):
        assert packed(text) in paper.words
    assert len(paper.texts) == 1


def test_cards_stand_in_the_order_of_the_programme(printed: Print):
    paper = printed("speaker-cards", "es", paper="A5")
    assert len(paper.texts) == len(sample.SPEAKERS)
    assert "Yessenkulov" in paper.texts[0]


def test_a_long_biography_goes_on_on_a_second_card(printed: Print):
    long = " ".join(f"Obra{number} premiada." for number in range(400))
    paper = printed(
        "speaker-cards",
        "es",
        dossier=held(biography=Localized.of(es=long)),
        who="Wallershausen",
        paper="A6",
    )
    assert len(paper.texts) > 1
    assert all(f"Obra{number}" in paper.words for number in range(400))
    assert "Wallershausen" in paper.texts[1]


def test_a_biography_is_set_smaller_before_it_takes_a_second_card(printed: Print):
    def card(words: int):
        told = Localized.of(es=" ".join(["Premiada"] * words))
        whose = held(biography=told)
        return printed("speaker-cards", "es", dossier=whose, who="Wallershausen", paper="A5")

    short, long = card(20), card(190)
    assert (len(short.texts), len(long.texts)) == (1, 1)
    assert short.size_of("Premiada") > long.size_of("Premiada") >= 9.0


def test_a_long_name_goes_on_in_lines_on_the_next_card(printed: Print):
    long = "Obras premiadas. " * 300
    given = " ".join(["Maximilian Karl-Theodor Maria"] * 3)
    names = (PersonName("Latn", "Wallershausen-Tiefenbronn", given),)
    whose = held(biography=Localized.of(es=long), names=names)
    paper = printed("speaker-cards", "es", dossier=whose, who="Wallershausen", paper="A5")
    assert len(paper.texts) > 1
    assert collisions(paper) == []


def test_tails_of_an_arabic_name_keep_clear_of_the_name_under_it(printed: Print):
    names = (PersonName("Arab", "الشيخ", "صلاح"), PersonName("Latn", "Ash-Sheikh", "Salah"))
    paper = printed(
        "speaker-cards", "ar", "en", dossier=held(names=names), who="Ash-Sheikh", paper="A5"
    )
    arabic, latin = paper.place("صلاح"), paper.place("Salah")
    assert abs(arabic.y - latin.y) > 1.2 * NAME.size


def test_biographies_may_be_left_out(printed: Print):
    assert "Autor de dos libros" not in printed("speaker-cards", "es", paper="A5", biography="no")


def test_all_of_a_slot_may_be_asked_for(printed: Print):
    paper = printed("speaker-cards", "es", paper="A5", who="pocos recursos")
    assert len(paper.texts) == 4


def test_nobody_is_said(printed: Print):
    with pytest.raises(CannotPrint, match="nobody speaks"):
        printed("speaker-cards", "es", paper="A5", who="no such name")


def test_a_slot_stands_on_one_page(printed: Print):
    paper = printed("speaker-cards", "es", "kk", dossier=sample.congress(60), biography="no")
    for text in paper.texts:
        hours = len(re.findall(r"\d\d:\d\d–\d\d:\d\d", text))
        assert hours == text.count("interpretación")  # the first and the last line of a slot
