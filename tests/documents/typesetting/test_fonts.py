"""Which face shows which letter, and which letters none can."""

import pytest

from desktop.documents.typesetting import fonts, shaping, system_fonts
from desktop.documents.typesetting.style import Style
from tests.documents.typesetting.scripts import SENTENCES

KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя₸№"
LATIN_KAZAKH = "AaÄäBbDdEeFfGgĞğHhIıİiJjKkLlMmNnŊŋOoÖöPpQqRrSsŞşTtUuŪūÜüVvYyZz"
OTHERS = "ӮӯӢӣҶҷҲҳ ҮүӨөҢң ӘәҖҗҺһ Əəİı OʻGʻ ƠơƯưẶặỆệỖỗ"


@pytest.mark.parametrize("family", ["serif", "sans"])
@pytest.mark.parametrize("weight", [400, 600, 700])
@pytest.mark.parametrize("italic", [False, True])
def test_the_alphabets_of_the_region_are_in_the_first_face(family: str, weight: int, italic: bool):
    first = fonts.chain(family, weight, italic, "kk").first
    assert first.characters.issuperset((KAZAKH + LATIN_KAZAKH + OTHERS).replace("ʻ", ""))


def test_nothing_is_missing_of_what_comes_with_the_program():
    for text in SENTENCES.values():
        assert fonts.missing(text) == []


def test_what_no_face_has_is_named_once_in_order(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(system_fonts, "_files", tuple)
    fonts.chain.cache_clear()
    assert fonts.missing("Álamo 𓀀 大使 大𓀀") == ["𓀀", "大", "使"]
    fonts.chain.cache_clear()


def test_a_cluster_has_one_face():
    look = shaping.look(Style("serif", language="es"))
    word = look.word("שָׁלוֹם")
    assert {run.face.name for run in word.runs} == {"NotoSerifHebrew-Regular"}


def test_figures_in_arabic_come_with_its_letters():
    arabic = shaping.look(Style("serif", language="ar")).word("(2026)", rtl=True)
    assert [run.face.name for run in arabic.runs] == ["Amiri-Regular"]
    spanish = shaping.look(Style("serif", language="es")).word("(2026)")
    assert [run.face.name for run in spanish.runs] == ["SourceSerif4-Regular"]


def test_a_hyphen_is_of_the_face_of_the_word_before_it():
    look = shaping.look(Style("sans", 600, language="ar"))
    latin, arabic = look.word("Buhl-Freiherr"), look.word("لاساغا-باستر", rtl=True)
    assert [run.face.name for run in latin.runs] == ["SourceSans3-SemiBold"]
    assert [run.face.name for run in arabic.runs] == ["NotoSansArabic-Bold"]


def test_weights_and_slopes_that_a_design_lacks_are_the_nearest():
    assert fonts.chain("sans", 600, False, "ar").face("ب").name == "NotoSansArabic-Bold"
    assert fonts.chain("sans", 400, True, "he").face("א").name == "NotoSansHebrew-Regular"


def test_a_word_is_shaped_once():
    look = shaping.look(Style("serif", size=9, language="es"))
    assert look is shaping.look(Style("serif", size=20, colour="#A8772A", language="es"))
    assert look.word("ciencia") is look.word("ciencia")


def test_ligatures_are_off_where_letters_are_spaced():
    close = shaping.look(Style("serif", language="es")).word("fi").count
    spaced = shaping.look(Style("serif", tracking=1, language="es")).word("fi").count
    assert (close, spaced) == (1, 2) or close == spaced == 2


def test_figures_of_one_width():
    look = shaping.look(Style("sans", features=("tnum",), language="es"))
    assert len({look.word(figure).width for figure in "0123456789"}) == 1
