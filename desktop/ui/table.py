"""Lists: a model of frozen rows, columns that say how to read and write them, and the view.

A list page is a tuple of `Column(heading, read, write)`. The model hands out rows and never
queries; whoever reads the database gives it the next snapshot.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.language.collation import sort_key
from desktop.ui.kit import Kit
from desktop.ui.paging import Pages

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell. `second` is a quiet line below the text.

    `icon` and `tone` (a colour's name) mark a state; with `pill` they become a tinted pill.
    `codes` are language codes, `missing` those of translations that are not there.
    """

    text: str = ""
    second: str = ""
    tone: str = "text"
    bold: bool = False
    icon: str = ""
    pill: bool = False
    dot: QColor | None = None
    codes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    second_tone: str = "muted"

    @property
    def spoken(self) -> str:
        """All of it in words, for a screen reader and as a tip."""
        parts = (self.text, self.second, " ".join((*self.codes, *self.missing)))
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column of a list: heading (translated), how to read it from a row, how to write it.

    `width` is in pixels, 0 for what is left over. `key` is what rows are sorted by; without it
    they follow the cell's text, in the language's own order. `write(row, text)` makes cells
    editable in place (F2). By its `name` a column is remembered, and sorted in the database.
    """

    heading: str
    read: Callable[[R], Cell]
    width: int = 0
    write: Callable[[R, str], None] | None = None
    key: Callable[[R], Any] | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that heads those below it: a day of the programme."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Order(Generic[R]):
    """By which column rows are sorted, and which way."""

    column: Column[R]
    descending: bool
    language: str

    def sort(self, rows: Iterable[R]) -> list[R]:
        """The rows in this order; equal ones stay as they were."""
        return sorted(rows, key=self.column.key or self._text, reverse=self.descending)

    def _text(self, row: R) -> bytes:
        return sort_key(self.language)(self.column.read(row).text)


Rows = Sequence[R | Heading] | Pages[R]

_UNREAD = Cell("…", tone="muted")
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITTEN = _READ | Qt.ItemFlag.ItemIsEditable


def as_text(columns: Sequence[Column[R]], rows: Iterable[R]) -> str:
    """Headings and rows with tabs between the cells, as spreadsheets take them."""
    lines = [[column.heading for column in columns]]
    lines += [[_written(column.read(row)) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def _written(cell: Cell) -> str:
    text = cell.text or " ".join(cell.codes)
    return " ".join(text.split())  # tabs and new lines would begin other cells


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows of one snapshot; `number(row)` is the id of a row's value."""

    def __init__(
        self,
        kit: Kit,
        columns: Sequence[Column[R]],
        number: Callable[[R], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.kit = kit
        self.columns = tuple(columns)
        self.number = number
        self.rows: Rows[R] = ()

    def show(self, rows: Rows[R]) -> None:
        """Take the next snapshot."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def value(self, place: int) -> R | None:
        """The value of a row; None for a heading, and for a row that is not read yet."""
        row = self.rows[place] if 0 <= place < len(self.rows) else None
        return None if isinstance(row, Heading) else row

    def id(self, place: int) -> int:
        """The id of the value in a row; 0 for a heading."""
        if isinstance(self.rows, Pages):
            return self.rows.ids[place] if 0 <= place < len(self.rows) else 0
        value = self.value(place)
        return 0 if value is None else self.number(value)

    def ids(self, first: int = 0, last: int | None = None) -> list[int]:
        """The ids of the values in the rows from `first` on, before `last`."""
        if isinstance(self.rows, Pages):
            return [*self.rows.ids[first:last]]
        every = map(self.id, range(first, len(self.rows) if last is None else last))
        return [id for id in every if id]

    def place(self, number: int) -> int:
        """In which row the value with this id stands; -1 where it does not."""
        if isinstance(self.rows, Pages):
            return self.rows.ids.index(number) if number in self.rows.ids else -1
        return next(iter(self.places((number,))), -1)

    def places(self, numbers: Collection[int]) -> Iterator[int]:
        """In which rows the values with these ids stand."""
        ids = (
            self.rows.ids if isinstance(self.rows, Pages) else map(self.id, range(len(self.rows)))
        )
        return (place for place, id in enumerate(ids) if id in numbers)

    def cell(self, index: Index) -> Cell | Heading:
        """What stands in a cell."""
        row = self.rows[index.row()]
        if row is None:
            return _UNREAD
        return row if isinstance(row, Heading) else self.columns[index.column()].read(row)

    # Qt's side --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.EditRole:
            return self.cell(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cell(index)
            return cell.text if isinstance(cell, Heading) else cell.spoken
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        write, row = self.columns[index.column()].write, self.value(index.row())
        if role != Qt.ItemDataRole.EditRole or write is None or row is None:
            return False
        if str(value) != self.cell(index).text:
            write(row, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.id(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return _READ if self.columns[index.column()].write is None else _WRITTEN

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None
