"""Workbooks as tables: XLSX and ODS. Formulas are never computed; what a cell last showed counts.

The archive is looked at before anything is unpacked. What still asks for endless memory ends the
process that reads it: files from outside are opened in the child of `sandbox` alone.
"""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput
from desktop.exchange.table_file import Row, Shape, Table

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

RATIO = 100
"""How much smaller than its content an archive is at most."""

MOST_BYTES = 500_000_000
MOST_ENTRIES = 5_000
_LOOK = 30

Cell = str | float | bool | object


def open_workbook(path: Path, shape: Shape, is_wanted: Callable[[list[Row]], bool]) -> Table:
    """Open a sheet of a workbook: the one that is named, else the first whose rows are wanted.

    Raises:
        BadInput: it is no workbook, hides a bomb, is locked or broken, or has no such sheet.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    kind = _looked_into(path)
    try:
        workbook = CalamineWorkbook.from_path(str(path))  # pyright: ignore[reportUnknownMemberType]
        names = _visible(workbook)
        sheet = _sheet(workbook, names, shape.sheet, is_wanted)
    except PasswordError:
        raise BadInput("The workbook is locked by a password. Save it without.") from None
    except CalamineError as error:
        raise _broken(error) from None
    shape = replace(shape, sheet=sheet.name)
    return Table(kind, shape, _rows(sheet), tuple(names), height=sheet.total_height)


def _looked_into(path: Path) -> str:
    """What kind of workbook it is, once its archive is known to be sound and of a sane size."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _broken(error) from None
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES or size > MOST_BYTES or size > RATIO * max(packed, 1):
        raise BadInput(
            "The workbook unpacks to {size} MB from {packed} KB; no list of guests does.",
            size=size // 1_000_000,
            packed=packed // 1_000,
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise BadInput("The workbook is locked by a password. Save it without.")
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "xlsx"
    if "content.xml" in names:
        return "ods"
    raise BadInput("This is no workbook: it is another document or archive. Save it as XLSX.")


def _visible(workbook: "CalamineWorkbook") -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _sheet(
    workbook: "CalamineWorkbook",
    names: list[str],
    wanted: str,
    is_wanted: Callable[[list[Row]], bool],
) -> "CalamineSheet":
    if not names:
        raise BadInput("The workbook has no sheet that is not hidden.")
    if wanted:
        if wanted not in names:
            raise BadInput(
                "There is no sheet “{sheet}” in the workbook. It has: {names}.",
                sheet=wanted,
                names=", ".join(names),
            )
        return workbook.get_sheet_by_name(wanted)
    first = None
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        head = [row for row, _ in zip(_rows(sheet), range(_LOOK), strict=False)]
        if is_wanted(head):
            return sheet
        first = first or (sheet if head else None)
    return first or workbook.get_sheet_by_name(names[0])


def _rows(sheet: "CalamineSheet") -> Iterator[Row]:
    """The rows as text; what is merged over several rows stands in each of them."""
    top = sheet.start[0] if sheet.start else 0
    left = sheet.start[1] if sheet.start else 0
    below = {
        (row, column): (begin[0], column)
        for begin, end in sheet.merged_cell_ranges or ()
        if end[0] - begin[0] < 1_000
        for row in range(begin[0] + 1, end[0] + 1)
        for column in (begin[1],)
    }
    merged: dict[tuple[int, int], str] = dict.fromkeys(below.values(), "")
    for number, cells in enumerate(sheet.iter_rows(), top):
        row = [_text(cell) for cell in cells]
        if merged:
            _fill(row, number, left, below, merged)
        yield number + 1, row


def _fill(
    row: list[str],
    number: int,
    left: int,
    below: dict[tuple[int, int], tuple[int, int]],
    merged: dict[tuple[int, int], str],
) -> None:
    for place in range(len(row)):
        here = number, place + left
        if here in merged:
            merged[here] = row[place]
        elif here in below:
            row[place] = merged[below[here]]


def _text(cell: Cell) -> str:
    """A cell as text: whole numbers without a point, dates as in ISO 8601."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        midnight = not (cell.hour or cell.minute or cell.second)
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _broken(error: Exception) -> BadInput:
    return BadInput(
        "The workbook is broken ({reason}). Open it in its program and save it anew.",
        reason=str(error).splitlines()[0][:120] if str(error) else type(error).__name__,
    )
