"""Podium signs, read from the last row."""

from dataclasses import replace

import pytest

from desktop.domain.errors import CannotPrint
from desktop.domain.seating import Seating, Table
from tests.documents import sample
from tests.documents.conftest import Print
from tests.documents.reading import packed

FOLD = 210 / 2 * 72 / 25.4


def test_a_sheet_a_person_in_the_order_of_the_programme(printed: Print):
    paper = printed("table-signs", "es", "kk")
    assert len(paper.texts) == len(sample.SPEAKERS)
    assert "Yessenkulov" in paper.texts[0]  # who hosts the opening


def test_both_faces_are_the_same_head_to_head(printed: Print):
    paper = printed("table-signs", "es", who="Suphawat")
    lower, upper = paper.places("Wongprasertsuksawat")
    assert lower.y - FOLD == pytest.approx(FOLD - upper.y, abs=1)


def test_no_name_is_cut_and_each_language_writes_it_its_own_way(printed: Print):
    paper = printed("table-signs", "kk", "ru", "en")
    for person in sample.SPEAKERS:
        for language, script in (("kk", "Cyrl"), ("ru", "Cyrl"), ("en", "Latn")):
            assert packed(person.name(language, script).family) in paper.words


def test_offices_may_be_left_out(printed: Print):
    assert "Universidad de la Gran Estepa" in printed("table-signs", "es")
    assert "Universidad de la Gran Estepa" not in printed("table-signs", "es", offices="no")


def test_nobody_is_said(printed: Print):
    with pytest.raises(CannotPrint, match="nobody speaks"):
        printed("table-signs", "es", who="no such name")


def test_a_table_s_number_stands_clear_of_its_name_in_three_languages(printed: Print):
    tables = (Table(sample.text("Mesa de honor", "Төр үстел", "Почётный стол", "High table")),)
    held = replace(sample.dossier(), seatings=(Seating(1, 1, tables=tables),))
    paper = printed("table-signs", "kk", "ru", "en", dossier=held, of="tables")
    number, name = paper.place("1"), paper.place("Төр")  # on the face that stands upright
    size = paper.size_of("1")
    assert number.y - 0.66 * size > FOLD + 9 * 72 / 25.4 - 1
    assert name.y - number.y > paper.size_of("Төр") + 10
