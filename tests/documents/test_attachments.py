import csv
import io
from dataclasses import replace

import pikepdf
import pytest

from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.domain.localized import Localized
from tests.documents import sample


def attached(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {name: spec.get_file().read_bytes() for name, spec in opened.attachments.items()}


@pytest.mark.parametrize("key", ["programme", "booklet"])
def test_the_calendar_travels_inside_a_programme(key: str) -> None:
    dossier = replace(sample.dossier(), calendar=b"BEGIN:VCALENDAR")
    pdf = kind(key).make(dossier, Request(("es", "kk")), silent)
    assert attached(pdf) == {"event.ics": b"BEGIN:VCALENDAR"}
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf


def test_without_a_calendar_nothing_travels() -> None:
    assert attached(kind("programme").make(sample.dossier(), Request(("es",)), silent)) == {}


def test_a_report_brings_its_figures_and_no_formula() -> None:
    dossier = sample.dossier()
    houses = {
        number: replace(house, name=Localized.of(es="=1+1"))
        for number, house in dossier.organisations.items()
    }
    dossier = replace(dossier, organisations=houses)
    pdf = kind("report").make(dossier, Request(("es", "kk")), silent)
    text = attached(pdf)["figures.csv"].decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text))
    assert header == ["figure [es]", "figure [kk]", "es", "kk", "value", "of"]
    assert any(row[2] == "'=1+1" for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
