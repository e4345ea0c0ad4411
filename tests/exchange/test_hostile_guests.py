"""Lists that are broken, are something else, or mean harm: each is refused with its own reason."""

import base64
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.exchange import reader, sandbox
from desktop.exchange.guest_file import Choices
from desktop.exchange.table_file import Shape
from desktop.services import events, guest_imports, history
from desktop.services.workspace import Workspace
from tests.storage.databases import location, template, ws

__all__ = ["location", "template", "ws"]

NUL = "This is no text: there is a NUL in it. Save the file anew as CSV in UTF-8."
MIXED = (
    "The file mixes two encodings: this line is not in that of the others. "
    "Save all of it as UTF-8."
)
CELL = (
    "A cell that begins in this row does not end: a quotation mark is not closed, or it has more "
    "than 131072 letters."
)
MEMORY = "Reading it took more memory than any list of guests needs, so it was stopped."
NOBODY = "There is nobody in it: all rows are blank."
LETTERS = (
    "From here on there are letters that are not in the encoding {}. "
    "Save the file as UTF-8, or choose the encoding that it has."
)
CARD = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\n{}\r\nEND:VCARD\r\n"


def rows(count: int, row: str = "Ana{n},x\n") -> bytes:
    return ("Name,Notes\n" + "".join(row.format(n=n) for n in range(count))).encode()


TEXTS = {
    "empty": (b"", "The file is empty."),
    "blank": (b" \r\n\t\r\n ", "The file is empty."),
    "blank but for its mark": (b"\xef\xbb\xbf \r\n\t\r\n ", NOBODY),
    "only separators": (
        b",,,\n;;;\n",
        "There is nobody in it: nothing stands under the headings.",
    ),
    "only headings": (
        b"Name,Office\n\n\n",
        "There is nobody in it: nothing stands under the headings.",
    ),
    "no name": (
        b"Shoe,Hat\n43,58\n",
        "No column holds the names. Say which one does, as in --map “Column=name”. "
        "The columns are: Shoe, Hat.",
    ),
    "NUL": (b"Name\nAna\0\n", f"line 2: {NUL}"),
    "NUL far down": (rows(5_000) + b"\0,x\n", f"line 5002: {NUL}"),
    "noise": (b"N" + random.Random(1).randbytes(100_000), f"line 1: {NUL}"),
    "two encodings": ("Имя\nПётр\n".encode() + "Иван\n".encode("cp1251"), f"line 3: {MIXED}"),
    "two encodings, the other way": (
        "Имя\nПётр\nИван\n".encode("cp1251") + "Ия\n".encode(),
        f"line 4: {MIXED}",
    ),
    "UTF-8 cut in a letter": ("Имя\nПётр\nИван".encode()[:-1], f"line 3: {MIXED}"),
    "UTF-16 cut in a letter": (
        "Имя\nПётр\n".encode("utf-16")[:-1],
        f"line 2: {LETTERS.format('utf-16')}",  # letters are decoded ahead
    ),
    "UTF-16 with half a letter": (
        "Имя\nП".encode("utf-16") + b"\x00\xd8\x41\x00" + "\n".encode("utf-16-le"),
        f"line 1: {LETTERS.format('utf-16')}",
    ),
    "UTF-32 that is none": (
        b"\xff\xfe\0\0\xff\xff\xff\xff",
        f"line 1: {LETTERS.format('utf-32')}",
    ),
    "a quotation mark that is not closed": (
        b'Name,Notes\nAna,x\nEva,"' + b"x,y\n" * 20_000,
        f"line 3: {CELL}",
    ),
    "a quotation mark that swallows 200,000 people": (
        b'Name,Notes\nEva,"x\n' + b"Ana,x\n" * 200_000,
        f"line 2: {CELL}",
    ),
    "a quotation mark at the end": (b'Name,Notes\nAna,x\n"Eva', f"line 3: {CELL}"),
    "a cell without end": (b"Name,Notes\nAna," + b"x" * 200_000, f"line 2: {CELL}"),
    "a line without end": (b"x" * 20_000_000, f"line 1: {CELL}"),
    "16,384 columns": (
        b"Name," + b"x," * 16_382 + b"x\nAna\n",
        "line 1: It has 16384 columns; a list of guests has at most 500.",
    ),
    "a row of 600 cells": (
        b"Name\nAna\nEva" + b",x" * 600,
        "line 3: It has 601 columns; a list of guests has at most 500.",
    ),
    "a PDF": (b"%PDF-1.7\n", "This is no table: it is a PDF."),
    "a picture": (b"\x89PNG\r\n\x1a\n", "This is no table: it is a picture."),
    "a database": (b"SQLite format 3\0", "This is no table: it is a database."),
    "packed": (b"\x1f\x8b\x08\0", "This is no table: it is a gzip archive; unpack it first."),
    "an old workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        "This is no table: it is an old or locked office document; save it as XLSX.",
    ),
    "a text document": (
        rb"{\rtf1\ansi Name}",
        "This is no table: it is a text document; copy its table into a spreadsheet.",
    ),
    "a web page that calls itself a workbook": (
        b"<html><table><tr><td>Name</td></tr></table></html>",
        "This is no table: it is a web page or XML; save the table as CSV or XLSX.",
    ),
    "a billion laughs": (
        b"\xef\xbb\xbf<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>",
        "This is no table: it is a web page or XML; save the table as CSV or XLSX.",
    ),
    "a card folded without end": (
        CARD.format("NOTE:x" + "\r\n x" * 200_000).encode(),
        "line 4: A line of the card goes on without end, over more than 131072 letters.",
    ),
    "a card with a picture of 9 MB": (
        CARD.format("PHOTO;ENCODING=b:" + base64.b64encode(bytes(9_000_000)).decode()).encode(),
        "line 4: The picture in the card is larger than 8 MB. Take it out, or make it smaller.",
    ),
    "cards in one another": (
        b"BEGIN:VCARD\r\n" * 100_000,
        "line 1: The file is cut short: this card does not end (END:VCARD).",
    ),
    "a card with a NUL": (CARD.format("NOTE:\0").encode(), f"line 4: {NUL}"),
}


def entries(**content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def workbook(fill: Callable[[Any], object] = lambda page: None) -> bytes:
    file = io.BytesIO()
    with Workbook(file) as book:
        page = book.add_worksheet("Guests")
        page.write_row(0, 0, ["Name", "Office"])
        page.write_row(1, 0, ["Ana", "Rector"])
        fill(page)
    return file.getvalue()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one part of it changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
ENTITIES = (
    b"<!DOCTYPE x [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


def lying(data: bytes) -> bytes:
    """An archive whose directory says that a part is of a few bytes, and it is of 600 MB."""
    large = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(large.compress(bytes(1_000_000)) for _ in range(600)) + large.flush()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            archive.writestr(name, zipfile.ZipFile(io.BytesIO(data)).read(name))
        archive.writestr(SHEET, packed)
    raw = bytearray(file.getvalue())
    for sign, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = raw.rindex(sign, 0, raw.rindex(SHEET.encode()) if sign.endswith(b"\x02") else None)
        raw[at + place : at + place + 2] = b"\x08\0"
    return bytes(raw)


def locked(data: bytes) -> bytes:
    """An archive whose parts say that they are encrypted."""
    raw = bytearray(data)
    at = -1
    while (at := raw.find(b"PK\x01\x02", at + 1)) >= 0:
        raw[at + 8] |= 1
    return bytes(raw)


WORKBOOKS = {
    "a workbook of no bytes but its sign": (lambda: b"PK\x03\x04", "The workbook is broken ("),
    "a workbook cut short": (lambda: workbook()[:-200], "The workbook is broken ("),
    "a workbook cut in half": (
        lambda: workbook()[: len(workbook()) // 2],
        "The workbook is broken (",
    ),
    "a workbook of noise": (
        lambda: b"PK\x03\x04" + random.Random(2).randbytes(50_000),
        "The workbook is broken (",
    ),
    "an archive of something else": (
        lambda: entries(readme=b"hello"),
        "This is no workbook: it is another document or archive. Save it as XLSX.",
    ),
    "a text document in an archive": (
        lambda: entries(word__document__xml=b"<w/>"),
        "This is no workbook: it is another document or archive. Save it as XLSX.",
    ),
    "a zip bomb": (
        lambda: entries(**{"xl/workbook.xml": b"<x/>", "xl/bomb.xml": bytes(200_000_000)}),
        "The workbook unpacks to 200 MB from 194 KB; no list of guests does.",
    ),
    "a hundred thousand parts": (
        lambda: entries(**{"xl/workbook.xml": b"<x/>"}, **{f"p{n}": b"" for n in range(20_000)}),
        "The workbook unpacks to 0 MB from ",
    ),
    "a workbook that lies about its size": (lambda: lying(workbook()), "The workbook "),
    "a locked workbook": (
        lambda: locked(workbook()),
        "The workbook is locked by a password. Save it without.",
    ),
    "a workbook without a workbook in it": (
        lambda: entries(**{"xl/workbook.xml": b""}),
        "The workbook ",
    ),
    "a workbook of hidden sheets": (
        lambda: changed(
            workbook(),
            "xl/workbook.xml",
            lambda xml: xml.replace(
                b'<sheet name="Guests"', b'<sheet state="hidden" name="Guests"'
            ),
        ),
        "The workbook has no sheet that is not hidden.",
    ),
    "a cell at the far end of the sheet": (
        lambda: workbook(lambda page: page.write(1_048_575, 16_383, "x")),
        MEMORY,
    ),
    "a wide and long sheet of nothing": (
        lambda: workbook(lambda page: page.write(1_000_000, 400, "x")),
        MEMORY,
    ),
    "16,384 columns in a workbook": (
        lambda: workbook(lambda page: page.write(0, 16_383, "x")),
        "line 1: It has 16384 columns; a list of guests has at most 500.",
    ),
    "a sheet cut in its XML": (
        lambda: changed(workbook(), SHEET, lambda xml: xml[: len(xml) // 2]),
        "T",
    ),
    "a sheet that is no XML": (
        lambda: changed(workbook(), SHEET, lambda _: random.Random(3).randbytes(5_000)),
        "T",
    ),
}

HARMLESS = {
    "entities in a workbook": lambda: changed(
        workbook(),
        STRINGS,
        lambda xml: xml.replace(b"?>", b"?>" + ENTITIES, 1).replace(b"Rector", b"&j;"),
    ),
    "formulas": lambda: workbook(
        lambda page: page.write_formula(1, 1, "=CMD|'/C calc'!A0", None, "shown")
    ),
    "somebody's file": lambda: changed(
        workbook(),
        STRINGS,
        lambda xml: xml.replace(
            b"?>", b"?><!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>", 1
        ).replace(b"Rector", b"&f;"),
    ),
    "a workbook called CSV": workbook,
    "formulas in a CSV": lambda: b'Name,Notes\nAna,=HYPERLINK("http://x.example")\n@SUM(A1),+1\n',
    "a million blank rows": lambda: b"Name\nAna\n" + b",,\n" * 1_000_000,
    "quotation marks inside words": lambda: b'Name,Notes\nAna "Anita" Gil,5" x 3"\n"Eva" Sanz,x\n',
    "bare returns": lambda: b"Name,Notes\rAna,x\rEva,y\r",
    "a card with an address of a picture": lambda: CARD.format(
        "PHOTO:http://127.0.0.1:9/x.jpg"
    ).encode(),
}


def read(path: Path, **shape: str) -> list[Any]:
    asked = path, Choices(Shape(**shape))
    return list(sandbox.read("guests", asked, path.name, sandbox.GUESTS))


def refusal_of(ws: Workspace, path: Path) -> str:
    """Why a list is refused; the database is as it was."""
    events.create(ws, Event(slug="foro", title=Localized.of(es="Foro"), languages=("es",)))
    before = Path(ws.location).read_bytes(), history.entries(ws)
    with pytest.raises(BadInput) as refusal:
        guest_imports.import_guests(ws, 1, path)
    assert (Path(ws.location).read_bytes(), history.entries(ws)) == before
    return str(refusal.value)


@pytest.mark.parametrize(("data", "reason"), TEXTS.values(), ids=TEXTS)
def test_texts_are_refused_with_line_and_reason(
    data: bytes, reason: str, ws: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    place = ", " if reason.startswith("line") else ": "
    assert refusal_of(ws, path) == f"x{place}{reason}"


@pytest.mark.parametrize(("make", "reason"), WORKBOOKS.values(), ids=WORKBOOKS)
def test_workbooks_are_refused_with_a_reason(
    make: Callable[[], bytes], reason: str, ws: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(make())
    told = refusal_of(ws, path)
    assert told.startswith(f"x.csv{', ' if reason[:4] == 'line' else ': '}{reason}")
    assert len(told) < 300


@pytest.mark.parametrize("make", HARMLESS.values(), ids=HARMLESS)
def test_what_only_looks_dangerous_does_nothing(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(make())
    try:
        (batch,) = read(path)
    except BadInput as refusal:
        assert str(refusal).startswith("x.csv")  # noqa: PT017 - refused as well as harmless
        return
    assert batch.guests[0].family in ("Ana", "Gil")
    told = str(batch)
    assert "root:" not in told
    assert len(told) < 3_000


def test_the_child_has_a_gigabyte_and_twenty_seconds() -> None:
    assert {task.memory for name, task in reader.TASKS.items() if name != "schedule"} == {10**9}
    assert sandbox.SECONDS == 20


def test_a_list_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"missing: This is no file\."):
        guest_imports.preview(tmp_path / "missing")
    with pytest.raises(BadInput, match=r"This is no file\."):
        guest_imports.preview(tmp_path)


def test_an_encoding_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"Name\nAna\n")
    with pytest.raises(BadInput, match=r"There is no encoding utf-99\. Known are utf-8,"):
        read(path, encoding="utf-99")
    path.write_bytes("Name\nАнна\n".encode())
    with pytest.raises(BadInput, match="not in the encoding cp1252"):
        read(path, encoding="cp1252")
