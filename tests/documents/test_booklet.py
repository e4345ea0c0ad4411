"""The booklet: which page comes where, how languages face each other, what a printer is told."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import kind
from desktop.documents.leaf import INNER, OUTER
from desktop.documents.request import PAPERS, Request, silent
from desktop.domain.errors import Cancelled, CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from tests.documents import sample
from tests.documents.conftest import Print
from tests.documents.reading import Paper

WIDTH, HEIGHT = PAPERS["A5"]
LEVEL = 0.1


def file(*languages: str, dossier: Dossier | None = None, **options: str) -> pikepdf.Pdf:
    options = {key.replace("_", "-"): value for key, value in options.items()}
    request = Request(languages, options.pop("paper", "A4"), options)
    return pikepdf.open(
        io.BytesIO(kind("booklet").make(dossier or sample.dossier(), request, silent))
    )


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(at) for at in page.obj[name]]


def page_of(paper: Paper, text: str) -> int:
    return paper.place(text).page + 1


@pytest.mark.parametrize("languages", [("es",), ("es", "kk"), ("ar", "en"), ("kk", "ru")])
def test_pages_fill_sheets_and_nothing_is_lost(printed: Print, languages: tuple[str, ...]) -> None:
    paper = printed("booklet", *languages, form="pages")
    assert len(paper.pages) % 4 == 0
    for language in languages:
        for slot in sample.SLOTS:
            if language != "ar":
                assert slot.title.get(language) in paper
                assert slot.abstract.get(language) in paper
    folded = printed("booklet", *languages)
    assert len(folded.pages) * 2 == len(paper.pages)
    assert sorted(folded.words) == sorted(paper.words)


def test_languages_face_each_other_line_by_line(printed: Print) -> None:
    paper = printed("booklet", "es", "kk", form="pages")
    pairs = (
        ("Acreditación", "Тіркелу және"),
        ("Español, kazajo", "Испан, қазақ"),
        ("Dr. Maximilian", "Д-р Максимилиан"),
        ("La cooperación científica como", "Ғылыми ынтымақтастық —"),
        ("Dra. Gulbarshyn", "Д-р Гүлбаршын"),
    )
    for spanish, kazakh in pairs:
        verso, recto = paper.places(spanish)[-1], paper.places(kazakh)[-1]
        verso = next(one for one in paper.places(spanish) if one.page > 2)
        recto = next(one for one in paper.places(kazakh) if one.page > 2)
        assert (verso.page + 1) % 2 == 0
        assert recto.page == verso.page + 1
        assert abs(verso.y - recto.y) < LEVEL, spanish


def test_each_language_has_its_own_minutes(printed: Print) -> None:
    paper = printed("booklet", "es", "kk", form="pages")
    assert "30 мин" not in paper.texts[3]
    assert "30 min" not in paper.texts[4]


def test_a_title_that_is_not_translated_is_seen_on_the_field_and_marked_in_the_contents(
    printed: Print,
) -> None:
    held, title = sample.dossier(), "Ciencia sin fronteras"
    event = replace(held.event, title=Localized.of(es=title))
    talk = replace(held.slots[2], title=Localized.of(es="Gran lección"))
    programme = Programme(event, (talk, *held.slots[3:]), held.rooms, held.tracks)
    paper = printed("booklet", "kk", dossier=replace(held, programme=programme), form="pages")
    x, y = paper.place("Ciencia")[1:]
    letters = paper.picture(0, 72).crop((int(x), int(y) - 20, int(x) + 90, int(y)))
    assert letters.getextrema()[1] > 200
    assert "Gran lección [ES]" in paper.texts[2].replace("\xa0", " ")


def test_contents_name_the_pages(printed: Print) -> None:
    paper = printed("booklet", "es", "kk", form="pages")
    contents = " ".join(paper.texts[2].split())
    talk = page_of(paper, "Dr. Maximilian")
    assert f"inteligencia artificial» {talk} «Ғылым" in contents
    speakers = max(one.page for one in paper.places("Ponentes")) + 1
    assert f"Ponentes {speakers} Баяндамашылар" in contents


def test_contents_set_rooms_in_under_their_day(printed: Print) -> None:
    held = sample.congress(60)
    paper = printed("booklet", "es", "kk", dossier=held, form="pages", grouping="room")
    words = ("Programa", "Jueves", "Sala 3", "Ponentes")
    whole, day, room, people = (paper.place(word) for word in words)
    assert {at.page for at in (whole, day, room, people)} == {2}
    assert whole.x == people.x < day.x < room.x


def test_outer_numbers_and_inner_margins(printed: Print) -> None:
    paper = printed("booklet", "es", "kk", form="pages")
    assert paper.place("10:30").x == pytest.approx(14 * 72 / 25.4, abs=0.1)
    recto = next(one for one in paper.places("10:30") if one.page == 4)
    assert recto.x == pytest.approx(17 * 72 / 25.4, abs=0.1)
    foot = HEIGHT - 40
    numbers = [next(at for at in paper.places(number) if at.y > foot) for number in "45"]
    assert numbers[0].x < WIDTH / 4 < 3 * WIDTH / 4 < numbers[1].x


def test_a_book_from_the_right_is_mirrored(printed: Print) -> None:
    paper = printed("booklet", "ar", "en", form="pages")
    arabic, english = (
        next(one for one in paper.places("10:30") if one.page == page) for page in (3, 4)
    )
    assert arabic.x > WIDTH / 2 > english.x
    folded = printed("booklet", "ar", "en")
    cover = folded.place("Artificial intelligence")
    assert cover.page == 0
    assert cover.x < WIDTH  # page one is in the left half


@pytest.mark.parametrize("languages", [("es", "kk"), ("ar", "en")])
def test_what_is_told_of_speakers_keeps_between_portrait_and_margin(
    printed: Print, languages: tuple[str, ...]
) -> None:
    held, told = sample.dossier(), Localized.of(dict.fromkeys(languages, "словослово " * 60))
    people = {key: replace(one, biography=told) for key, one in held.people.items()}
    paper = printed("booklet", *languages, dossier=replace(held, people=people), form="pages")
    pages = sorted({at.page for at in paper.places("словослово")})
    assert len(pages) > 1
    for page in pages:
        fold_at_right = (page % 2 == 1) != (languages[0] == "ar")
        width = paper.size(page)[0]
        left, right = (OUTER, INNER) if fold_at_right else (INNER, OUTER)
        text = paper.pages[page]
        edges = [text.get_rect(at) for at in range(text.count_rects())]
        assert min(edge[0] for edge in edges) > left - 1
        assert max(edge[2] for edge in edges) < width - right + 1


def test_printers_are_told_how_to_turn_the_sheets() -> None:
    sheets, pages = file("es", "kk"), file("es", "kk", form="pages")
    assert str(sheets.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
    assert str(sheets.Root.ViewerPreferences.PrintScaling) == "/None"
    assert "/Duplex" not in pages.Root.ViewerPreferences


def test_a_print_shop_gets_three_millimetres_of_bleed() -> None:
    bleed = 3 * 72 / 25.4
    for page in file("es", "kk", form="bleed").pages:
        assert box(page, "/MediaBox")[2:] == pytest.approx(
            [WIDTH + 2 * bleed, HEIGHT + 2 * bleed], abs=1.5
        )
        left, low, right, high = box(page, "/TrimBox")
        assert (left, low) == pytest.approx((bleed, bleed), abs=0.01)
        assert (right - left, high - low) == pytest.approx((WIDTH, HEIGHT), abs=1.5)
        assert box(page, "/BleedBox")[0] == 0


def test_the_covers_field_fills_the_bleed(printed: Print) -> None:
    picture = printed("booklet", "es", "kk", form="bleed").colours(0, 72)
    assert picture.getpixel((1, picture.height - 2)) == (23, 54, 93)
    inside = printed("booklet", "es", "kk", form="pages").colours(0, 72)
    assert inside.getpixel((5, inside.height - 5)) == (255, 255, 255)


def ink(paper: Paper, x: float, y: float) -> bool:
    """Whether there is anything within a point of a place on the first page."""
    dark = paper.picture(0, 288).crop([round(4 * at) for at in (x - 1, y - 1, x + 1, y + 1)])
    return dark.getextrema()[0] < 235


def test_marks_by_choice(printed: Print) -> None:
    fold = PAPERS["A4"][1] / 2
    assert ink(printed("booklet", "es", "kk", marks="yes"), fold, 1.5)
    assert not ink(printed("booklet", "es", "kk"), fold, 1.5)
    edge = (3 + 1 + 5) * 72 / 25.4
    assert ink(printed("booklet", "es", "kk", form="bleed", marks="yes"), edge, 4)
    wide = printed("booklet", "es", "kk", paper="A3", marks="yes")
    left, top = PAPERS["A3"][1] / 2 - PAPERS["A4"][1] / 2, PAPERS["A3"][0] / 2 - HEIGHT / 2
    assert ink(wide, left - 10, top)


def test_no_title_stands_at_the_foot_without_who_speaks(printed: Print) -> None:
    paper = printed("booklet", "es", "kk", dossier=sample.congress(60), form="pages")
    titles = {"Ciencia, diplomacia": "Maximilian", "Lenguas con pocos": "Gulbarshyn"}
    last = [
        (page.rindex(title), name, page)
        for page in (re.sub(r"«[^»]*»\s\(continuación\)", "", text) for text in paper.texts[3:])
        for title, name in titles.items()
        if title in page
    ]
    assert last
    assert all(name in page[at:] for at, name, page in last)


def test_inner_sheets_move_to_the_fold(printed: Print) -> None:
    thin = printed("booklet", "es", "kk", dossier=sample.congress(40))
    thick = printed("booklet", "es", "kk", dossier=sample.congress(40), **{"paper-weight": "170"})
    number = len(thin.pages) - 1  # the middle spread
    fold = PAPERS["A4"][1] / 2
    before, after = (
        sorted(one.x for one in paper.places("min") if one.page == number and one.x < fold)[0]
        for paper in (thin, thick)
    )
    sheets_around = len(thin.pages) // 2 - 1
    assert after - before == pytest.approx(0.09 * sheets_around * 72 / 25.4, abs=0.05)


def test_what_is_missing_is_left_out(printed: Print) -> None:
    held = sample.dossier()
    event = replace(held.event, summary=Localized(), organisers=(), footer=Localized())
    bare = replace(held, programme=Programme(event, (), held.rooms))
    paper = printed("booklet", "es", "kk", dossier=bare, form="pages")
    assert len(paper.pages) % 4 == 0
    assert event.title.get("kk") in paper


def test_biographies_and_abstracts_by_choice(printed: Print) -> None:
    full = printed("booklet", "es", form="pages")
    short = printed("booklet", "es", form="pages", biographies="no", abstracts="no")
    assert "Autor de dos libros" in full
    assert "Autor de dos libros" not in short
    assert sample.SLOTS[2].abstract.get("es") not in short


def test_the_same_bytes_and_three_languages_are_too_many() -> None:
    first, second = (
        kind("booklet").make(sample.dossier(), Request(("es", "kk")), silent) for _ in range(2)
    )
    assert first == second
    with pytest.raises(CannotPrint, match="one to 2"):
        kind("booklet").make(sample.dossier(), Request(("es", "kk", "ru")), silent)


@pytest.mark.parametrize("form", ["sheets", "bleed"])
def test_it_can_be_read_aloud_and_has_no_fault(tmp_path: Path, form: str) -> None:
    pdfua = pytest.importorskip("pdfua")
    path = tmp_path / "booklet.pdf"
    request = Request(("ar", "en"), options={"form": form, "marks": "yes"})
    path.write_bytes(kind("booklet").make(sample.dossier(), request, silent))
    assert [str(finding) for finding in pdfua.validate(path).findings] == []
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_it_can_be_cancelled() -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        kind("booklet").make(sample.dossier(), Request(("es", "kk")), stop)
