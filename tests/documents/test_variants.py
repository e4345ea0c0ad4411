"""Forms of programme and report, letterheads, and what is not said twice."""

from dataclasses import replace

import pytest

from desktop.documents.dossier import Dossier
from desktop.documents.request import PAPERS
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.domain.venue import Track
from tests.documents import sample
from tests.documents.collisions import collisions
from tests.documents.conftest import Print
from tests.documents.reading import Paper

TRACKS = (
    Track(1, 1, Localized.of(es="Lenguas", kk="Тілдер"), position=1),
    Track(2, 1, Localized.of(es="Máquinas", kk="Машиналар"), position=2),
)


def with_slots(*slots: Slot) -> Dossier:
    held = sample.dossier()
    return replace(held, programme=Programme(held.event, slots, held.rooms, TRACKS))


def height_of(paper: Paper, text: str) -> float:
    """Height of the letters of a text, in points."""
    page = paper.pages[paper.place(text).page]
    searcher = page.search(text, match_case=True)
    hit = searcher.get_next()
    searcher.close()
    assert hit is not None
    _, low, _, high = page.get_charbox(hit[0])
    return high - low


@pytest.mark.parametrize("languages", [("es",), ("es", "kk"), ("kk", "ru", "en"), ("ar", "en")])
@pytest.mark.parametrize("form", ["summary", "poster"])
def test_a_summary_and_a_poster_stand_on_one_page(
    printed: Print, languages: tuple[str, ...], form: str
) -> None:
    paper = printed("programme", *languages, form=form)
    assert len(paper.pages) == 1
    for slot in sample.SLOTS:
        for language in languages:
            if language != "ar":
                assert slot.title.get(language) in paper
    assert "Zhumadildayeva" in paper or "Жұмаділдаева" in paper or "en" in languages
    assert "twenty-five years" not in paper


def test_a_summary_of_many_slots_leaves_out_offices_before_speakers(printed: Print) -> None:
    held = sample.congress(24)
    paper = printed("programme", "es", "kk", dossier=held, form="summary")
    assert len(paper.pages) == 1
    assert len(paper.places("«Ciencia, diplomacia")) == 12
    assert len(paper.places("Sala 3")) == 8
    assert "Director de investigación" not in paper


def test_speakers_of_a_summary_part_between_two_of_them(printed: Print) -> None:
    paper = printed("programme", "es", "kk", form="summary")
    for given, family in (("Suphawat", "Wongprasertsuksawat"), ("Beatriz", "Buruaga")):
        assert paper.place(given).y == pytest.approx(paper.place(family).y)


def test_a_poster_is_set_large_on_a3(printed: Print) -> None:
    poster, sheet = (printed("programme", "es", "kk", form=f) for f in ("poster", "summary"))
    assert poster.size(0) == pytest.approx(PAPERS["A3"], abs=0.1)
    assert height_of(poster, "Apertura") > 1.4 * height_of(sheet, "Apertura")
    letter = printed("programme", "es", "kk", form="poster", paper="Letter")
    assert letter.size(0) == pytest.approx(PAPERS["Letter"], abs=0.1)


@pytest.mark.parametrize("languages", [("es", "kk"), ("ar", "en"), ("kk", "ru", "en")])
def test_a_poster_of_one_lecture_fills_more_of_its_sheet(
    printed: Print, languages: tuple[str, ...]
) -> None:
    one = printed("programme", *languages, dossier=with_slots(sample.SLOTS[2]), form="poster")
    sheet = printed("programme", *languages, dossier=with_slots(sample.SLOTS[2]), form="summary")
    larger = 1.5 if len(languages) > 2 else 1.9
    assert height_of(one, "10:30") > larger * height_of(sheet, "10:30")
    assert not collisions(one)


def test_by_track(printed: Print) -> None:
    slots = [replace(one, track_id=1 + one.id % 2) for one in sample.SLOTS[1:5]]
    paper = printed("programme", "es", "kk", dossier=with_slots(*slots), grouping="track")
    first, second = paper.place("Lenguas"), paper.place("Máquinas")
    assert first.y < second.y
    for slot in slots:
        place = paper.place(slot.title.get("kk")[:12])
        assert (place.y > second.y) == (slot.track_id == 2)


def test_biographies_follow_the_programme(printed: Print) -> None:
    paper = printed("programme", "es", "kk", "ru", biographies="yes")
    assert paper.place("Clausura") < paper.place("Автор двух книг")
    assert "Autor de dos libros" not in printed("programme", "es", "kk")


# -- what is missing in one column only -----------------------------------------------------------

ABSTRACT = "Solo para quien lee español, y bastante largo."


def test_an_abstract_is_not_printed_twice_where_its_language_stands_beside(printed: Print) -> None:
    slot = replace(sample.SLOTS[2], abstract=Localized.of(es=ABSTRACT))
    paper = printed("programme", "es", "en", dossier=with_slots(slot))
    assert paper.words.count(ABSTRACT.replace(" ", "")) == 1
    note, words = paper.place("Only in Spanish"), paper.place("Solo para")
    assert note.x > words.x
    assert abs(note.y - words.y) < 0.1
    assert "[ES]" in paper


def test_an_abstract_in_a_language_that_is_not_printed_stands_in_full_once(printed: Print) -> None:
    slot = replace(sample.SLOTS[2], abstract=Localized.of(es=ABSTRACT))
    paper = printed("programme", "kk", "ru", dossier=with_slots(slot))
    assert paper.words.count(ABSTRACT.replace(" ", "")) == 1


def test_titles_fall_back_in_full(printed: Print) -> None:
    slot = replace(sample.SLOTS[1], title=Localized.of(es="Solo en español"))
    paper = printed("booklet", "es", "kk", dossier=with_slots(slot), form="pages")
    assert {at.page for at in paper.places("Solo en español")} >= {3, 4}


# -- report ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("languages", [("es", "ru"), ("ar", "en"), ("es",)])
def test_an_executive_summary_is_one_page(printed: Print, languages: tuple[str, ...]) -> None:
    alone = printed("report", *languages, summary="only")
    assert len(alone.pages) == 1
    full, before = printed("report", *languages), printed("report", *languages, summary="page")
    assert len(before.pages) <= len(full.pages) + 1
    assert before.texts[0] == printed("report", *languages, summary="only").texts[0]


def test_a_summary_says_it_once(printed: Print) -> None:
    paper = printed("report", "es", "ru", summary="page")
    assert [at.page for at in paper.places("La conferencia reunió en Astaná")] == [0]
    assert "Ciencia, diplomacia e inteligencia artificial" in "".join(
        " ".join(paper.texts[0].split())
    )


def test_letterheads(printed: Print) -> None:
    name = sample.EMBASSY.name.get("es")
    assert name in printed("report", "es", "ru", letterhead="names")
    assert name not in printed("report", "es", "ru", letterhead="logos", guests="no").texts[0]
    bare = printed("report", "es", "ru", letterhead="none")
    assert bare.place("Inteligencia artificial").y > 110


def test_the_list_of_guests_can_be_left_out(printed: Print) -> None:
    full, short = (printed("report", "es", "ru", guests=said) for said in ("yes", "no"))
    assert len(short.pages) < len(full.pages)
