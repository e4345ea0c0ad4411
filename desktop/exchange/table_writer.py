"""Tables for others' programs: CSV and XLSX in which no cell can become a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import cast

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet may compute (OWASP, CSV Injection)."""

_WIDTH = 20


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV: UTF-8 with its mark, by which Excel knows it; commas, lines ended by CRLF.

    A cell that a spreadsheet might compute has an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Iterable[Sequence[str]], sheet: str) -> bytes:
    """Rows as a workbook of one sheet: the first as headings, every cell as text, as it is."""
    from xlsxwriter import Workbook  # pyright: ignore[reportMissingTypeStubs]

    file = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = Workbook(file, cast("dict[str, object]", options))
    page = workbook.add_worksheet(sheet[:31])  # pyright: ignore[reportUnknownMemberType]
    bold = workbook.add_format({"bold": True})  # pyright: ignore[reportUnknownMemberType]
    page.freeze_panes(1, 0)
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if number == 0:
                page.set_column(place, place, _WIDTH)
            if cell:
                page.write_string(number, place, cell, None if number else bold)
    workbook.close()
    return file.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
