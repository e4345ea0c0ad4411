"""What holds of every text in every column, and what a reader of a page would notice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typesetting import glyphs, manuscript, shaping
from desktop.documents.typesetting.paragraph import Paragraph, Setting, fit
from desktop.documents.typesetting.style import Span, Style

BODY = Style("serif", size=9, leading=12, language="es")
SETTINGS: tuple[Setting, ...] = ("body", "plain", "title", "name")
SAMPLES = (
    "La cooperación científica como lenguaje común: «veinticinco años» de proyectos.",
    "Ғылыми ынтымақтастық — ортақ тіл: жиырма бес жылдық бірлескен жобалар.",
    "محاضرة: «العلم والدبلوماسية» (María López) عام 2026، SDU University.",
    "עשרים וחמש שנים (1999–2024) של פרויקטים משותפים — SDU.",
    "साझा परियोजनाओं के पच्चीस वर्ष और नैतिक चुनौतियाँ।",
    "การบรรยายเรื่องปัญญาประดิษฐ์และความร่วมมือทางวิทยาศาสตร์",
    "大使による講演「人工知能と科学協力」、研究者三名。",
)
letters = st.characters(exclude_categories=("Cs", "Cn", "Co"))
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(" ".join(SAMPLES).split()), max_size=30).map(" ".join),
    st.text(letters, max_size=60),
    st.text("abcdefghijé-/ «»\n\u00ad", max_size=80),
)
languages = st.sampled_from(["es", "kk", "ru", "en", "de", "ar", "he", "hi", "th", "ja", "xx"])


@given(texts, languages, st.sampled_from(SETTINGS), st.floats(8, 300))
def test_nothing_is_lost_and_nothing_sticks_out(
    text: str, language: str, setting: Setting, width: float
):
    paragraph = Paragraph(text, BODY.but(language=language), setting=setting)
    block = paragraph.set(width)
    assert "".join(line.text for line in block.lines) == paragraph.text
    for line in block.lines:
        solid = line.text.rstrip(glyphs.SPACES)
        single = len(shaping.clusters(solid)) <= 1
        assert line.width <= width + 0.05 or single, line.text


@given(texts, languages)
def test_a_line_shows_all_it_says(text: str, language: str):
    paragraph = Paragraph(text, BODY.but(language=language))
    for line in paragraph.set(120).lines:
        shown = "".join(sorted("".join(part.word.text for part in line.parts)))
        written = line.text.replace("\n", " ") + (shaping.HYPHEN if line.hyphen else "")
        assert shown == "".join(sorted(written))


@given(texts, languages, st.floats(20, 300))
def test_width_is_that_of_what_is_shown(text: str, language: str, width: float):
    for line in Paragraph(text, BODY.but(language=language)).set(width).lines:
        drawn = sum(part.width for part in line.parts)
        space = sum(
            part.word.space * part.style.size
            for part in line.parts
            if part.word.text.strip(glyphs.SPACES) == "" or part is line.parts[-1]
        )
        assert line.width <= drawn + part_slack(line.text)
        assert line.width >= drawn - space - part_slack(line.text)


def part_slack(text: str) -> float:
    """Kerning at a hyphen; and suffixes of Arabic words take other forms at a line's start."""
    return 6.0 if any(char > "\u0590" for char in text) else 0.7


@given(st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=3), st.floats(60, 300))
def test_setting_twice_sets_the_same(samples: list[str], width: float):
    text = " ".join(samples)
    assert Paragraph(text, BODY).set(width) == Paragraph(text, BODY).set(width)


def lines(text: str, width: float, style: Style = BODY, **options: object) -> list[str]:
    block = Paragraph(text, style, **options).set(width)  # type: ignore[arg-type]
    return [line.text.strip() + ("-" if line.hyphen else "") for line in block.lines]


def test_body_is_hyphenated_and_titles_are_not():
    text = "Interpretación internacional"
    assert "-" in "".join(lines(text, 62))
    assert lines(text, 70, setting="title") == ["Interpretación", "internacional"]
    assert lines(text, 70, setting="plain") == ["Interpretación", "internacional"]


def test_a_name_is_hyphenated_last():
    def hyphens(text: str) -> list[str]:
        return [line.text for line in Paragraph(text, BODY).set(92).lines if line.hyphen]

    assert hyphens("three researchers of nazarbayev university discuss artificial changes")
    assert not hyphens("three researchers of Nazarbayev University discuss artificial changes")


def test_titles_are_balanced():
    first, second = (
        Paragraph("Ciencia, diplomacia e inteligencia artificial", BODY, setting="title")
        .set(150)
        .lines
    )
    assert abs(first.width - second.width) < 40


def test_titles_break_where_the_sense_pauses():
    assert lines("Mesa redonda: «Lenguas con pocos recursos»", 130, setting="title") == [
        "Mesa redonda:",
        "«Lenguas con pocos recursos»",
    ]


def test_names_break_at_their_seam():
    text, seam = "María del Carmen Echevarrieta Ruiz", len("María del Carmen ")
    assert lines(text, 100, setting="name", seams=(seam,)) == [
        "María del Carmen",
        "Echevarrieta Ruiz",
    ]


def test_names_break_at_a_space_before_a_hyphen():
    assert lines("Goikoetxea-Urrutia Sáenz", 100, setting="name") == [
        "Goikoetxea-Urrutia",
        "Sáenz",
    ]


@pytest.mark.parametrize("setting", SETTINGS)
def test_an_abbreviation_is_not_parted_after_its_one_letter(setting: Setting):
    for width in range(40, 160, 3):
        found = lines("Приглашаем Вас, г-жа Иванова, и д-р Максимов", width, setting=setting)
        assert not any(line.endswith(("г-", "д-")) for line in found)


def test_a_newline_ends_a_line_in_every_setting():
    for setting in SETTINGS:
        assert lines("uno\ndos\r\ntres", 300, setting=setting) == ["uno", "dos", "tres"]


def test_an_endless_word_is_broken_and_reported():
    block = Paragraph("x" * 500, BODY).set(50)
    assert block.overflows
    assert all(line.width <= 50.01 for line in block.lines)


def test_a_word_broken_by_force_shows_a_hyphen_and_an_address_does_not():
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    block = Paragraph(name, BODY.but(language="xx"), setting="name").set(80)
    assert [line.hyphen for line in block.lines] == [True] * (len(block.lines) - 1) + [False]
    assert len(block.lines[-1].text) >= 3
    assert all(line.width <= 80.01 for line in block.lines)
    address = Paragraph(f"https://{name}.example", BODY, setting="plain").set(80)
    assert not any(line.hyphen for line in address.lines)


def test_a_hyphenated_compound_is_no_overflow():
    block = Paragraph("Rechtsschutzversicherungsgesellschaften", BODY.but(language="de")).set(60)
    assert not block.overflows
    assert len(block.lines) > 1


def test_soft_hyphens_show_only_where_they_break():
    assert lines("co\u00adoperación", 300) == ["co\u00adoperación"]
    assert lines("Xyzzyxyz\u00adabrakadabra", 62, BODY.but(language="xx")) == [
        "Xyzzyxyz\u00ad-",
        "abrakadabra",
    ]


def test_controls_and_tabs_do_not_reach_the_page():
    assert manuscript.clean("a\tb\x00c\x07\u2028d\ufeff") == "a bc\nd"


def test_empty_text_takes_no_lines():
    assert Paragraph("", BODY).set(100).lines == ()
    assert Paragraph([], BODY).single().parts == ()


def test_spans_keep_their_styles():
    italic = BODY.but(italic=True)
    paragraph = Paragraph([Span("Modera: ", BODY), Span("Тимур", italic)])
    styles = [part.style for part in paragraph.set(300).lines[0].parts]
    assert styles == [BODY, italic]


def test_right_to_left_lines_read_from_the_right():
    line = Paragraph("واحد اثنان", BODY.but(language="ar")).set(300).lines[0]
    assert [part.word.text.strip() for part in line.parts][-1].startswith("واحد")
    assert Paragraph("واحد", BODY.but(language="ar")).rtl
    assert not Paragraph("واحد", BODY).rtl


def test_tracking_widens_a_line_but_for_its_end():
    plain, wide = (Paragraph("ABC", BODY.but(tracking=t)).single().width for t in (0.0, 2.0))
    assert wide - plain == pytest.approx(4.0, abs=0.2)  # kerning stays, ligatures don't


def test_fitting_leaves_neither_widow_nor_orphan():
    block = Paragraph("palabra " * 60, BODY).set(100)
    count = len(block.lines)
    assert block.fitting(count * 12) == count
    assert block.fitting((count - 1) * 12) == count - 2
    assert block.fitting(1 * 12) == 0
    assert block.part(0, 3).height == 36


class TestFit:
    """The ladder: larger sizes first, nothing ever cut."""

    name = Paragraph("Gulbarshyn Serikkalikyzy Zhumadildayeva", BODY, setting="name")

    def test_takes_the_largest_size_that_holds(self):
        fitted = fit([self.name], 200, (30, 24, 20, 16), lines=2)
        assert fitted.fits
        assert len(fitted.blocks[0].lines) <= 2
        larger = fit([self.name], 200, (30,), lines=2)
        assert fitted.size == 30 or not larger.fits

    def test_says_when_the_smallest_does_not_hold(self):
        fitted = fit([self.name], 60, (30, 24), lines=1)
        assert not fitted.fits
        assert fitted.size == 24
        assert "".join(line.text for line in fitted.blocks[0].lines) == self.name.text

    def test_what_stands_together_shares_one_size(self):
        short = Paragraph("Dana", BODY, setting="name")
        assert fit([short, self.name], 120, (30, 20, 10), lines=1).size == 10
        assert fit([short], 120, (30, 20, 10), lines=1).size == 30

    def test_height_and_a_number_of_lines_by_size(self):
        assert fit([self.name], 200, (30, 10), height=20).size == 10
        fitted = fit([self.name], 150, (20, 14), lines=lambda size: 2 if size >= 20 else 3)
        assert len(fitted.blocks[0].lines) <= (2 if fitted.size == 20 else 3)


@pytest.mark.parametrize("setting", ["name", "title", "plain"])
def test_a_bound_honorific_gives_way_before_a_long_name_is_broken(setting: Setting) -> None:
    name = "Chaloempongphiphatthanakun"
    text = Paragraph(
        f"Excma.\u00a0Sra.\u00a0D.ª\u00a0{name}", Style("serif", 400), setting=setting
    )
    width = Paragraph(name, Style("serif", 400)).single().width + 2
    block = text.set(width)
    assert [line.text.strip("\u00a0") for line in block.lines] == [
        "Excma.\u00a0Sra.\u00a0D.ª",
        name,
    ]
    assert not block.overflows
    assert all(line.width <= width + 0.01 for line in block.lines)


def test_what_is_bound_to_a_name_is_not_broken_in_arabic_either() -> None:
    text = "السيد\u00a0Llanfairpwllgwyngyllgogerychwyrn\u00a0المحترم"
    whole = Paragraph(text, Style("serif", 400, language="ar"), setting="title")
    block = whole.set(whole.single().width * 0.9)
    assert len(block.lines) == 2
    assert not block.overflows
    assert "".join(line.text for line in block.lines) == text
