"""How a list is read: encoding, separator, sheet, order of dates; each where it matters."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.exchange.text_file import ENCODINGS
from desktop.services.guest_imports import Preview, Shape
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row

_SAME = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "utf-32": "utf-16"}
"""What needs no choice of its own: told by the file's first bytes."""

_LETTERS = 15
_CALLED = {"cp": "Windows-", "kz": "KZ-", "utf": "UTF", "koi": "KOI", "iso": "ISO "}


class ListShape(QWidget):
    """Shows how a list was read; `edited` says that another way was chosen."""

    edited = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        text = kit.text
        self.encoding: ChoiceField[str] = ChoiceField(
            text("Encoding"), [(name, _called(name)) for name in ENCODINGS]
        )
        self.separator: ChoiceField[str] = ChoiceField(
            text("Separator"),
            [
                (",", text("Comma")),
                (";", text("Semicolon")),
                ("\t", text("Tab")),
                ("|", text("Upright bar")),
            ],
        )
        self.sheet: ChoiceField[str] = ChoiceField(text("Sheet"))
        self.dates: ChoiceField[str] = ChoiceField(
            text("Order of dates"),
            [
                ("dmy", text("Day, month, year")),
                ("mdy", text("Month, day, year")),
                ("ymd", text("Year, month, day")),
            ],
        )
        self.doubt = kit.note(
            text("The encoding is a guess: look whether the names are right."), tone="ochre_text"
        )
        self._boxes = {field: kit.field(field.accessibleName(), field) for field in self._fields()}
        for field in self._fields():
            field.setMinimumContentsLength(_LETTERS)
            field.edited.connect(self.edited)
        self.setLayout(col(row(*self._boxes.values(), None, gap=12), self.doubt, gap=4))

    def _fields(self) -> Iterable[ChoiceField[str]]:
        return self.encoding, self.separator, self.sheet, self.dates

    def show_preview(self, told: Preview, *, pasted: bool) -> None:
        """Show how a list was read, and what of it can be chosen."""
        shape, text = told.shape, told.kind == "csv" and not pasted
        self.encoding.show_value(_SAME.get(shape.encoding, shape.encoding))
        self.separator.show_value(shape.separator)
        self.sheet.offer([(name, name) for name in told.sheets])
        self.sheet.show_value(shape.sheet)
        self.dates.show_value(shape.dates)
        for field, wanted in (
            (self.encoding, text or (told.kind == "vcard" and not told.sure)),
            (self.separator, told.kind == "csv"),
            (self.sheet, len(told.sheets) > 1),
            (self.dates, "replied" in told.fields),
        ):
            self._boxes[field].setVisible(wanted)
        self.doubt.setVisible(not told.sure)

    def shape(self, told: Preview) -> Shape:
        """The way that is chosen; what was not touched stays as the list itself tells."""
        encoding = told.shape.encoding
        if self.encoding.value not in (None, _SAME.get(encoding, encoding)):
            encoding = self.encoding.value or ""
        return replace(
            told.shape,
            encoding=encoding,
            separator=self.separator.value or told.shape.separator,
            sheet=self.sheet.value or told.shape.sheet,
            dates=self.dates.value or told.shape.dates,
        )


def _called(encoding: str) -> str:
    """An encoding by the name under which programs offer it: `Windows-1252`."""
    for begin, written in _CALLED.items():
        if encoding.startswith(begin):
            return written + encoding.removeprefix(begin)
    return encoding.replace("-", " ").title() if encoding != "gb18030" else "GB 18030"
