"""Sign-in sheets: everybody once, room to sign, blank rows."""

import io
from dataclasses import replace

import pikepdf
import pytest

from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.domain.attendee import Reply
from desktop.domain.errors import CannotPrint
from tests.documents import sample
from tests.documents.conftest import Print


def test_everybody_expected_has_a_row_by_family_name(printed: Print):
    paper = printed("sign-in-sheets", "es", "kk")
    for person in sample.SPEAKERS:
        assert person.names[0].family in paper
    first = [paper.place(name) for name in ("Bektemirov,", "Echevarrieta", "Freiherr von")]
    assert first[0].y < first[1].y < first[2].y


def test_a_long_name_is_broken_not_cut_and_stays_in_its_column(printed: Print):
    paper = printed("sign-in-sheets", "es")
    assert "Wallershausen-Tiefenbronn, Maximilian" in paper
    assert paper.place("Wallershausen").x == pytest.approx(paper.place("Abdrakhmanov,").x, abs=1)


def test_by_category_each_begins_a_sheet_of_its_own(printed: Print):
    paper = printed("sign-in-sheets", "es", by="category")
    heads = [text for text in paper.texts if "Prensa" in text]
    assert len(heads) == 1
    assert "Bektemirov" not in heads[0]
    assert "Ñuñez Castro" in heads[0]


def test_what_it_is_breaks_between_two_languages(printed: Print):
    paper = printed("sign-in-sheets", "kk", "ru", "en")
    assert paper.place("SIGN-IN SHEET").y > paper.place("ҚОЛ ҚОЮ").y


def test_a_category_that_takes_two_lines_leaves_the_place_above_the_heads(printed: Print):
    held = sample.dossier()
    diplomats = tuple(replace(each, category="diplomat") for each in held.attendees)
    held = replace(held, attendees=diplomats)
    paper = printed("sign-in-sheets", "ar", "en", by="category", dossier=held)
    assert paper.place("Great Hall, Astana").y + 12 < paper.place("Signature").y


def test_each_category_counts_from_one(printed: Print):
    paper = printed("sign-in-sheets", "es", by="category")
    assert len(paper.pages) > 2
    for text in paper.texts:
        assert "1" in text.split()


@pytest.mark.parametrize(
    ("blank", "spare", "sheets"),
    [("", 4, 1), ("", 2, 1), ("", 1, 2), ("", 0, 2), ("3", 3, 1), ("3", 2, 2), ("0", 0, 1)],
)
def test_blank_rows_have_a_sheet_of_their_own_only_where_too_few_stand_with_guests(
    printed: Print, blank: str, spare: int, sheets: int
):
    held = replace(sample.dossier(), programme=replace(sample.dossier().programme, slots=()))
    alone = printed("sign-in-sheets", "es", dossier=replace(held, attendees=()))
    rows = max(int(word) for word in alone.texts[0].split() if word.isdecimal() and len(word) < 3)
    guests = [replace(one, reply=Reply.ACCEPTED) for one in held.attendees][: rows - spare]
    held = replace(held, attendees=tuple(guests))
    paper = printed("sign-in-sheets", "es", dossier=held, blank=blank)
    assert len(paper.pages) == sheets


def test_the_purpose_begins_where_its_language_begins(printed: Print):
    paper = printed("sign-in-sheets", "ar", "en")
    first = paper.place("These")
    second = next(at for at in paper.places("and") if at.page == 0 and at.y > first.y)
    assert second.x == pytest.approx(first.x, abs=0.5)


def test_numbers_go_on_through_the_blank_rows(printed: Print):
    held = replace(sample.dossier(), attendees=())
    paper = printed("sign-in-sheets", "es", dossier=held, blank="6")
    numbers = [int(line) for line in paper.texts[0].split() if line.isdecimal()]
    assert set(range(1, 14)) <= set(numbers)


def test_a_sheet_for_nobody_is_all_blank(printed: Print):
    paper = printed("sign-in-sheets", "es", category="astronaut")
    assert len(paper.texts) == 1
    assert "15" in paper.texts[0].split()


def test_purpose_and_retention_are_said(printed: Print):
    assert "Solo para el aforo" in printed("sign-in-sheets", "es", purpose="Solo para el aforo.")


def test_an_arabic_sheet_is_signed_at_the_left(printed: Print):
    paper = printed("sign-in-sheets", "ar", "en")
    assert paper.place("Abdrakhmanova").x > 300


@pytest.mark.parametrize("blank", ["-1", "many", "501"])
def test_a_number_of_blank_rows_that_makes_no_sense_is_refused(printed: Print, blank: str):
    with pytest.raises(CannotPrint, match="blank rows"):
        printed("sign-in-sheets", "es", blank=blank)


@pytest.mark.parametrize("languages", [("es", "kk"), ("ar", "en")])
def test_the_rows_of_all_pages_are_one_table_that_is_headed_once(languages: tuple[str, ...]):
    pdf = kind("sign-in-sheets").make(sample.dossier(), Request(languages), silent)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) > 1
        parts = opened.Root.StructTreeRoot.K.K
        (table,) = [part for part in parts if part.S == "/Table"]
        rows = [[str(cell.S) for cell in row.K] for row in table.K]
    assert rows[0] == ["/TH"] * 4
    assert set(map(tuple, rows[1:])) == {("/TH", "/TD", "/TD", "/TD")}
