"""Tables as files have them, whatever they are written in: rows of cells, all of them text.

CSV of any encoding and separator, workbooks (XLSX, ODS) and visiting cards are read; what kind a
file is its first bytes tell, never its name.
"""

import csv
import io
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from desktop.domain.errors import BadInput
from desktop.exchange import text_file
from desktop.language.translation import msgid

LARGEST = 256_000_000
"""Bytes that a table has at most."""

MOST_ROWS = 1_000_000
MOST_COLUMNS = 500
SEPARATORS = (",", ";", "\t", "|")
_NO_SEPARATORS = '"\r\n'

_SAMPLE = 50
_CELL = 131_072  # the limit of `csv`, kept: an unclosed quotation mark else swallows the file
_REFUSED = (
    (b"%PDF", msgid("a PDF")),
    (b"\x1f\x8b", msgid("a gzip archive; unpack it first")),
    (b"\xd0\xcf\x11\xe0", msgid("an old or locked office document; save it as XLSX")),
    (b"\x89PNG", msgid("a picture")),
    (b"\xff\xd8\xff", msgid("a picture")),
    (b"SQLite format 3", msgid("a database")),
    (b"{\\rtf", msgid("a text document; copy its table into a spreadsheet")),
    (b"<", msgid("a web page or XML; save the table as CSV or XLSX")),
)

Row = tuple[int, list[str]]
"""Where a row begins in its file, a line or a row of a sheet from 1 on, and its cells."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file is to be read; what is blank is found out.

    `encoding` and `separator` are of text files, `sheet` is the name of one in a workbook.
    `dates` is the order of a date's parts: `dmy`, `mdy` or `ymd`.
    """

    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    dates: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is open: its kind, how it is read, the names of its sheets, its rows.

    `kind` is `csv`, `xlsx`, `ods` or `vcard`; `sheets` are those that are not hidden. `sure` tells
    whether the encoding can be no other, `height` how many lines there are, 0 if that is unknown.
    """

    kind: str
    shape: Shape
    rows: Iterator[Row]
    sheets: tuple[str, ...] = ()
    sure: bool = True
    height: int = 0


@contextmanager
def opened(path: Path, shape: Shape, is_wanted: Callable[[list[Row]], bool]) -> Generator[Table]:
    """A table that is open, to be read once.

    Of several sheets of which none is named, the first is taken whose first rows are wanted.

    Raises:
        BadInput: it is no table, or broken; `place` names the line. Reading its rows raises too.
    """
    with _opened(path) as file:
        head = file.read(512)
        _check_kind(head)
        if head.startswith(b"PK\x03\x04"):
            from desktop.exchange import workbook_file

            yield workbook_file.open_workbook(path, shape, is_wanted)
            return
        file.seek(0)
        if b"BEGIN:VCARD" in head.replace(b"\0", b"").upper():
            from desktop.exchange import cards_table

            yield cards_table.open_cards(file.read(), shape)
            return
        with _text(file, shape) as table:
            yield table


def _check_kind(head: bytes) -> None:
    if not head.strip(b"\0\r\n\t "):
        raise BadInput("The file is empty.")
    begin = head.lstrip(b"\xef\xbb\xbf\r\n\t ")
    for sign, what in _REFUSED:
        if begin.startswith(sign):
            raise BadInput("This is no table: it is {what}.", what=what)


def open_rows(text: str, shape: Shape) -> Table:
    """Rows that were copied from a spreadsheet, cells with tabs between them; else as in a CSV."""
    separator = shape.separator or ("\t" if "\t" in text else "")
    lines = io.StringIO(text, newline="")
    return _separated(lines, replace(shape, encoding="utf-8", separator=separator))


def _opened(path: Path) -> BinaryIO:
    try:
        if not path.is_file():
            raise BadInput("This is no file.", place=str(path))
        if path.stat().st_size > LARGEST:
            raise BadInput("It has more than {count} MB.", count=LARGEST // 1_000_000)
        return path.open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise BadInput(
            "The file cannot be read: {reason}.", reason=reason, place=str(path)
        ) from None


@contextmanager
def _text(file: BinaryIO, shape: Shape) -> Generator[Table]:
    told = text_file.Encoding(shape.encoding) if shape.encoding else text_file.examine(file)
    shape = replace(shape, encoding=told.name)
    try:
        text = text_file.reader(file, shape.encoding)
    except LookupError:
        raise BadInput(
            "There is no encoding {encoding}. Known are {names}.",
            encoding=shape.encoding,
            names=", ".join(text_file.ENCODINGS),
        ) from None
    with text:
        table = _separated(text_file.lines(text), shape)
        yield replace(table, sure=told.sure, height=told.lines)


def _separated(lines: Iterable[str], shape: Shape) -> Table:
    rest = iter(lines)
    first = list(islice(rest, _SAMPLE))
    skipped = 0
    if first and first[0][:4].lower() == "sep=" and first[0][4:5].strip("\r\n"):
        shape = replace(shape, separator=shape.separator or first[0][4])
        first, skipped = first[1:], 1
    if not shape.separator:
        shape = replace(shape, separator=_separator(first))
    if len(shape.separator) != 1 or shape.separator in _NO_SEPARATORS:
        raise BadInput(
            "“{separator}” divides no cells. Choose one sign that does, such as a semicolon.",
            separator=shape.separator,
        )
    every = (line for part in (first, rest) for line in part)
    return Table("csv", shape, _rows(every, shape.separator, skipped))


def _separator(lines: list[str]) -> str:
    """What divides the first lines into the most columns, as many in each."""

    def regular(separator: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=separator) if row]
        except csv.Error:
            return (0, 0)
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths), usual) if usual > 1 else (0, 0)

    return max(SEPARATORS, key=regular)


def _rows(lines: Iterable[str], separator: str, skipped: int) -> Iterator[Row]:
    quoted: list[str] = []  # the lines of a row, where there are quotation marks in it

    def noted() -> Iterator[str]:
        for line in lines:
            if quoted or '"' in line:
                quoted.append(line)
            yield line

    reader = csv.reader(noted(), delimiter=separator)
    begun = 1
    try:
        for row in reader:
            yield begun + skipped, row
            begun = reader.line_num + 1
            if quoted:
                if not _is_closed(quoted, separator):
                    raise _unclosed(begun + skipped - len(quoted))
                quoted.clear()
    except csv.Error:
        raise _unclosed(begun + skipped) from None


def _is_closed(lines: list[str], separator: str) -> bool:
    """Whether the quotation marks of a row's lines are all closed at its end."""
    if sum(line.count('"') for line in lines) % 2 == 0:
        return True
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        return "unexpected end of data" not in str(error)
    return True


def _unclosed(line: int) -> BadInput:
    return BadInput(
        "A cell that begins in this row does not end: a quotation mark is not closed, or it has "
        "more than {count} letters.",
        count=_CELL,
        place=f"line {line}",
    )


def bounded(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with something in them, without the blank cells at their ends.

    Raises:
        BadInput: there are more rows or columns than any list of people has.
    """
    count = 0
    for line, row in rows:
        if not any(map(str.strip, row)):
            continue
        while not row[-1]:
            row.pop()
        count += 1
        if len(row) > MOST_COLUMNS:
            raise BadInput(
                "It has {count} columns; a list of guests has at most {most}.",
                count=len(row),
                most=MOST_COLUMNS,
                place=f"line {line}",
            )
        if count > MOST_ROWS:
            raise BadInput("It has more than {most} rows. Divide it.", most=MOST_ROWS)
        yield line, row
