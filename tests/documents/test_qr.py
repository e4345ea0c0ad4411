import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import qr
from desktop.documents.typesetting.document import Document, mm
from desktop.domain.seal import Seal
from tests.documents import sample
from tests.documents.codes import codes, crowded
from tests.documents.reading import Paper


def drawn(*payloads: str, side: float) -> Paper:
    stream = io.BytesIO()
    with Document(stream, title="Codes", languages=["en"]) as document:
        page = document.page()
        for at, payload in enumerate(payloads):
            qr.draw(page, mm(15 + 30 * (at % 6)), mm(15 + 30 * (at // 6)), side, payload)
    return Paper(stream.getvalue())


def test_symbols_are_read_at_200_dpi():
    said = [f"{number:038d}" for number in range(0, 54 * 7919, 7919)]
    assert codes(drawn(*said, side=mm(13.6))) == said


@pytest.mark.parametrize(
    "said", ["0", "K2VM-41TX", "https://estrado.example/b/7f3k", "Әлия Қасымова"]
)
def test_any_text_is_read(said: str):
    assert codes(drawn(said, side=mm(21))) == [said]


def test_capitals_and_figures_make_the_smaller_symbol():
    said = "HTTPS://ESTRADO.EXAMPLE/B/7F3K-92QA"
    assert qr.symbol(said).modules < qr.symbol(said.lower()).modules


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ-", min_size=1, max_size=60))
def test_runs_are_the_dark_modules_and_nothing_else(said: str):
    import segno

    found = qr.symbol(said)
    dark = [[0] * found.modules for _ in range(found.modules)]
    for row, first, length in found.runs:
        for column in range(first, first + length):
            dark[row][column] += 1
    matrix = segno.make(said, error="m", boost_error=False, micro=False, mask=0).matrix
    assert dark == [list(row) for row in matrix]


def test_the_quiet_zone_is_four_modules():
    found = qr.symbol("A")
    assert found.quiet(21.0) == pytest.approx(4 * 21 / found.modules)


@pytest.mark.parametrize(
    ("key", "options"),
    [
        *(("badges", {"format": form}) for form in ("id-1", "a7", "a6", "butterfly", "labels")),
        ("certificates", {}),
        ("certificates", {"hours": "4.5"}),
        ("invitations", {"form": "card"}),
        ("invitations", {"form": "cut"}),
        ("invitations", {"form": "letter"}),
    ],
    ids=str,
)
def test_nothing_stands_in_the_quiet_zone_of_any_paper(
    printed, key: str, options: dict[str, str]
) -> None:
    held = sample.dossier()
    code = "2C41NQ7F3K92QA5XW8T0JV6ZB1YH4DGRSEM3P9"
    ticketed = tuple(replace(one, ticket=code) for one in held.attendees)
    held = replace(held, attendees=ticketed, seal=Seal(bytes(32)))
    paper = printed(key, "es", "kk", dossier=held, paper="", range="1-9", **options)
    assert codes(paper, dpi=300)
    assert crowded(paper) == []


def test_a_symbol_that_is_crowded_is_found() -> None:
    stream = io.BytesIO()
    with Document(stream, title="Codes", languages=["en"]) as document:
        page = document.page()
        qr.draw(page, mm(15), mm(15), mm(20), "A")
        page.rectangle(mm(36), mm(15), mm(10), mm(10), fill="#000000")
    assert crowded(Paper(stream.getvalue())) == ["A"]
