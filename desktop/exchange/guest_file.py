"""Lists of guests out of files: how a file would be read, and what it says.

Both read in the calling process: a file from outside goes through `sandbox`.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from desktop.domain.errors import BadInput
from desktop.exchange import guest_columns, guest_words, table_file
from desktop.exchange.guest_cells import Cells, Way
from desktop.exchange.guest_draft import Batch
from desktop.exchange.table_file import Row, Shape, Table
from desktop.language.folding import fold

BATCH = 1_000
SAMPLES = 8

_HEAD = 200
_HEADINGS_WITHIN = 30


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose for a list; what is left blank is proposed by the list itself.

    `columns` say by heading which field a column is, empty for none; `fields` say it for every
    column by its place. `country` is where telephone numbers without a prefix are from.
    """

    shape: Shape = field(default_factory=Shape)
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    fields: tuple[str, ...] | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """How a list would be read: its kind, its shape, its columns and the first rows.

    `fields` are what the columns are proposed to be, `samples` some rows as they stand there.
    `sure` tells whether the encoding can be no other. `language` is that of the headings.
    `unknown` is what the columns that are left out are called.
    """

    kind: str
    shape: Shape
    sure: bool
    sheets: tuple[str, ...]
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    language: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether some column holds names."""
        return bool(guest_columns.NAMES.intersection(self.fields))


def preview(source: Path | str, choices: Choices) -> Preview:
    """How a file, or rows that were copied from a spreadsheet, would be read.

    Raises:
        BadInput: it is no table, is broken, or there is nobody in it; `place` names the line.
    """
    try:
        with _opened(source, choices) as opened:
            return opened.preview
    except BadInput as error:
        raise _placed(error, source) from None


def guests(source: Path | str, choices: Choices) -> Iterator[Batch]:
    """The guests of a list, a batch after the other.

    Raises:
        BadInput: as `preview`, or no column holds the names.
    """
    try:
        with _opened(source, choices) as opened:
            if not opened.preview.named:
                raise BadInput(
                    "No column holds the names. Say which one does, as in --map “Column=name”. "
                    "The columns are: {columns}.",
                    columns=", ".join(guest_columns.called(opened.preview.headings)),
                )
            yield from opened.batches()
    except BadInput as error:
        raise _placed(error, source) from None


@contextmanager
def _opened(source: Path | str, choices: Choices) -> "Generator[_Opened]":
    if isinstance(source, str):
        yield _Opened(table_file.open_rows(source, choices.shape), choices, pasted=True)
        return

    def is_wanted(rows: list[Row]) -> bool:
        cells = [row for _, row in rows]
        return guest_columns.heading_row(cells, choices.columns) is not None

    with table_file.opened(source, choices.shape, is_wanted) as table:
        yield _Opened(table, choices, pasted=False)


class _Opened:
    """A list that is open: its first rows are read, what they are is settled."""

    def __init__(self, table: Table, choices: Choices, *, pasted: bool) -> None:
        self._total = table.height
        self._rows = table_file.bounded(table.rows)
        head = list(islice(self._rows, _HEAD))
        if not head:
            raise BadInput("There is nobody in it: all rows are blank.")
        headings, self._head = _divided(head, choices.columns, pasted=pasted)
        if not self._head:
            raise BadInput("There is nobody in it: nothing stands under the headings.")
        self.preview = _described(table, headings, self._head, choices)
        language = self.preview.language
        dates = self.preview.shape.dates
        family_first = guest_columns.family_first(self.preview.headings, self.preview.fields)
        width = len(headings) or len(self.preview.headings)
        way = Way(self.preview.fields, width, language, choices.country, dates, family_first)
        self._cells = Cells(way)

    def batches(self) -> Iterator[Batch]:
        rows = chain(self._head, self._rows)
        left_out = self.preview.unknown
        while block := list(islice(rows, BATCH)):
            yield Batch(*self._cells.read(block), block[-1][0], self._total, left_out)
            left_out = ()


def _divided(
    head: list[Row], columns: Mapping[str, str], *, pasted: bool
) -> tuple[list[str], list[Row]]:
    """The headings and the rows under them.

    Where no row names a column, the first does so by words of its own; but what was pasted, or
    has an e-mail address in it, is a guest already: then the columns have no headings.
    """
    cells = [row for _, row in head[:_HEADINGS_WITHIN]]
    place = guest_columns.heading_row(cells, columns)
    if place is not None:
        return [cell.strip() for cell in cells[place]], head[place + 1 :]
    if pasted or guest_columns.by_place(columns) or any("@" in cell for cell in cells[0]):
        return [], head
    return [cell.strip() for cell in cells[0]], head[1:]


def _described(table: Table, headings: list[str], head: list[Row], choices: Choices) -> Preview:
    rows = [row for _, row in head]
    named, width = len(headings), max(len(headings), *map(len, rows))
    headings = [*headings, *[""] * (width - named)]
    fields = _fields(headings, rows, choices)
    replied = [
        cell for n, name in enumerate(fields) if name == "replied" for cell in _column(rows, n)
    ]
    shape = table.shape
    if not shape.dates:
        shape = replace(shape, dates=guest_words.date_order(replied))
    return Preview(
        kind=table.kind,
        shape=shape,
        sure=table.sure,
        sheets=table.sheets,
        headings=tuple(headings),
        fields=tuple(fields),
        samples=tuple(tuple(row) for row in rows[:SAMPLES]),
        language=guest_columns.language_of(headings),
        unknown=tuple(_left_out(headings[: named or width], fields, rows)),
    )


def _left_out(
    headings: Sequence[str], fields: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    """What the columns are called that are no field, but have a heading or hold something."""
    for place, name in enumerate(guest_columns.called(headings)):
        if not fields[place] and (headings[place] or any(map(str.strip, _column(rows, place)))):
            yield name


def _column(rows: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    return (row[place] for row in rows if place < len(row))


def _fields(headings: Sequence[str], rows: Sequence[Sequence[str]], choices: Choices) -> list[str]:
    if choices.fields is not None:
        return [*choices.fields, *[""] * len(headings)][: len(headings)]
    fields = guest_columns.proposed(headings, choices.columns)
    if not (any(headings) or choices.columns):
        return guest_columns.guessed(rows)
    asked = set(map(fold, choices.columns))
    for place, (heading, name) in enumerate(zip(headings, fields, strict=True)):
        unasked = name == "office" and fold(heading) not in asked
        if unasked and guest_words.are_courtesies(_column(rows, place)):
            fields[place] = "honorific"  # “Title” stands over either
    return fields


def _placed(error: BadInput, source: Path | str) -> BadInput:
    name = "" if isinstance(source, str) or error.place == str(source) else source.name
    return error.at(", ".join(filter(None, (name, error.place))))
