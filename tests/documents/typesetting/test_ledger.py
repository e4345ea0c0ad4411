"""Rows of a list: written at once or set as any text is, they look and read the same."""

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.ledger import Cell, Column, Ledger, Text
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Span, Style

STRONG = Style("sans", 600, size=9, leading=11, language="es")
LIGHT = STRONG.but(weight=400, colour="#333333")
FIGURES = LIGHT.but(features=("tnum",))
COLUMNS = (Column(20, 30, "Row"), Column(50, 160), Column(220, 60))
ARABIC = "مرحبا"


def text(*spans: Span) -> Text:
    shown = tuple(span for span in spans if span.text)
    return Text(shown, lambda: Paragraph(shown, setting="name", rtl=False).set(160))


def rows(*rows: tuple[Cell, ...], rtl: bool = False) -> bytes:
    stream = io.BytesIO()
    with Document(stream, title="x", languages=["es"], size=(300, 400)) as document:
        page = document.page()
        ledger = Ledger(document, COLUMNS, rtl=rtl)
        with document.tag("Table"):
            for place, cells in enumerate(rows):
                ledger.row(page, 30 + place * 30, cells)
    return stream.getvalue()


def characters(pdf: bytes) -> list[tuple[str, int, int]]:
    """Letters, and where they stand in tenths of a point."""
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[0].get_textpage()
        boxes = [page.get_charbox(at) for at in range(page.count_chars())]
        letters = page.get_text_range()
    found = zip(letters, boxes, strict=False)
    return sorted((c, round(b[0] * 10), round(b[1] * 10)) for c, b in found if c.isalnum())


NAMES = st.text("aáAÁñÑWTfiVżŁқәЖ0123456789-’ .,", min_size=1, max_size=24).map(str.strip)


@given(family=NAMES, others=NAMES, number=st.integers(1, 99_999))
def test_both_ways_put_the_same_letters_in_the_same_places(family: str, others: str, number: int):
    figures, name = Span(str(number), FIGURES), (Span(f"{family}, ", STRONG), Span(others, LIGHT))
    at_once = rows((text(figures), text(*name), None))
    one_by_one = rows((text(figures), text(*name), text(Span(ARABIC, LIGHT))))
    expected = [found for found in characters(one_by_one) if found[0] not in ARABIC]
    found = characters(at_once)
    assert [letter for letter, _, _ in found] == [letter for letter, _, _ in expected]
    assert [place for _, *place in found] == [pytest.approx(at, abs=1) for _, *at in expected]


def test_a_text_that_is_set_already_is_drawn_in_every_row():
    block = Paragraph("Universidad del Duero", LIGHT).set(160)
    pdf = rows((None, block, None), (None, block, None))
    assert [c for c, _, _ in characters(pdf)] == sorted("UniversidaddelDuero" * 2)


def test_a_text_too_long_for_its_column_is_set_in_lines():
    long = text(Span("Freiherr von und zu Wallershausen-Tiefenbronn, Maximilian", STRONG))
    found = characters(rows((None, long, None)))
    assert max(x for _, x, _ in found) < 2100
    assert len({y // 60 for _, _, y in found}) >= 2


@pytest.mark.parametrize("rtl", [False, True])
def test_every_row_is_tagged_with_all_its_cells(rtl: bool):
    arabic = text(Span("محمد علي", LIGHT.but(language="ar")))
    plain = text(Span("Ana", STRONG))
    pdf = rows((plain, plain, None), (plain, arabic, None), (plain, None, None), rtl=rtl)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        table = opened.Root.StructTreeRoot.K.K
        roles = [[str(cell.S) for cell in row.K] for row in table.K]
        assert roles == [["/TH", "/TD", "/TD"]] * 3
        assert str(table.K[0].K[0].A.Scope) == "/Row"
        assert str(table.K[1].K[1].Lang) == "ar"


def test_names_without_a_text_leave_an_empty_cell():
    with pikepdf.open(io.BytesIO(rows((text(), None, None)))) as opened:
        assert len(opened.Root.StructTreeRoot.K.K.K.K) == 3
