"""What is copied out of a page, or read aloud from it, is what was written, in every script."""

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from desktop.documents.typesetting import bidi, fonts
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from tests.documents.typesetting.scripts import EAST_ASIAN, SENTENCES

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is missing")


def printed(path: Path, text: str, language: str) -> Path:
    """A page with the text as a title, a table's cell and a paragraph."""
    body = Style("serif", size=11, leading=16, language=language)
    name, title = body.but(family="sans", weight=600), body.but(size=16, leading=22, weight=600)
    with Document(path, title=text, languages=[language]) as document:
        page = document.page()
        with document.tag("H1"):
            page.block(60, 60, Paragraph(text, title, setting="title").set(400))
        with document.tag("Table"), document.tag("TR"), document.tag("TD"):
            page.block(60, 250, Paragraph(text, name).set(150))
        page.block(60, 500, Paragraph(text, body).set(200))
    return path


def bare(text: str) -> str:
    """Text without spaces, breaks and what nobody sees."""
    text = text.replace("\ufffe", "")  # pdfium's sign for a hyphen at a line's end
    return "".join(
        char
        for char in unicodedata.normalize("NFC", text)
        if not char.isspace()
        and unicodedata.category(char) != "Cf"
        and not "\ufe00" <= char <= "\ufe0f"
    )


def by_poppler(path: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def by_pdfium(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return document[0].get_textpage().get_text_range()
    finally:
        document.close()


def is_installed(text: str) -> bool:
    return not fonts.missing(text)


@needs_poppler
@pytest.mark.parametrize("language", [*SENTENCES, *EAST_ASIAN])
def test_poppler_reads_what_was_written(tmp_path: Path, language: str):
    text = (SENTENCES | EAST_ASIAN)[language]
    if not is_installed(text):
        pytest.skip("no face for this script")
    read = by_poppler(printed(tmp_path / "page.pdf", text, language))
    assert bare(read).count(bare(text)) == 3


@pytest.mark.parametrize("language", [*SENTENCES, *EAST_ASIAN])
def test_pdfium_reads_what_was_written(tmp_path: Path, language: str):
    text = (SENTENCES | EAST_ASIAN)[language]
    if not is_installed(text):
        pytest.skip("no face for this script")
    read = bare(by_pdfium(printed(tmp_path / "page.pdf", text, language)))
    if bidi.is_rtl(language):  # pdfium moves vowel signs, and spaces with them
        read, text = marks_apart(read), marks_apart(bare(text))
        assert read.count(text) == 3
    else:
        assert read.count(bare(text)) == 3


@pytest.mark.parametrize("words", ["لويس فرانسيسكو", "عرض تقديمي", "יום חמישי בערב"])
def test_pdfium_keeps_words_of_wide_letters_apart(tmp_path: Path, words: str):
    language = "he" if words < "\u0600" else "ar"
    read = by_pdfium(printed(tmp_path / "page.pdf", words, language))
    assert words in read


def test_figures_of_another_face_are_not_put_together_from_the_first(tmp_path: Path):
    many = " ".join(f"SDU{number} {number}" for number in range(300))
    assert by_pdfium(printed(tmp_path / "page.pdf", f"عام {many}", "ar")).count("299")


def marks_apart(text: str) -> str:
    return "".join(char for char in text if not unicodedata.combining(char))


def test_right_to_left_text_is_told_to_those_who_hear_it(tmp_path: Path):
    path = printed(tmp_path / "page.pdf", SENTENCES["ar"], "ar")
    with pikepdf.open(path) as opened:
        elements = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary)]
        said = [str(each.ActualText) for each in elements if "/ActualText" in each]
    assert said == [SENTENCES["ar"]] * 3


@needs_poppler
def test_mixed_directions_keep_every_word(tmp_path: Path):
    text = "محاضرة: «العلم والدبلوماسية» (María López) عام 2026 من تنظيم SDU University."
    for read in (by_poppler, by_pdfium):
        found = bare(read(printed(tmp_path / "page.pdf", text, "ar")))
        for words in ("محاضرة", "العلموالدبلوماسية", "María", "López", "2026", "SDU", "تنظيم"):
            assert found.count(words) == 3, (read, words)


@needs_poppler
@pytest.mark.parametrize(
    "text", ['<b>Ana & Luis</b> <img src="/etc/passwd"/>', "(a\\b) /Span <<BDC>> %!", "&#65;"]
)
def test_signs_of_markup_are_text(tmp_path: Path, text: str):
    assert bare(by_poppler(printed(tmp_path / "page.pdf", text, "es"))).count(bare(text)) == 3


@needs_poppler
def test_letter_spaced_capitals_stay_words(tmp_path: Path):
    path = tmp_path / "page.pdf"
    style = Style("sans", 600, size=7.4, tracking=1.3, language="es")
    with Document(path, title="x", languages=["es"]) as document:
        document.page().text(60, 60, "CONFERENCIA · ДӘРІС", style)
    assert by_poppler(path).strip() == "CONFERENCIA · ДӘРІС"
    assert by_pdfium(path).strip() == "CONFERENCIA · ДӘРІС"


@needs_poppler
def test_lines_keep_their_words_apart_for_readers_of_the_structure(tmp_path: Path):
    path = printed(tmp_path / "page.pdf", SENTENCES["es"], "es")
    command = ["pdfinfo", "-struct-text", str(path)]
    found = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert f'"{SENTENCES["es"]}"' in found.replace("\u00ad", "")
