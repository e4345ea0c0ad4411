"""The columns of a list: what stands over each, what it becomes, and what is in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.exchange.guest_columns import FIELDS
from desktop.services.guest_imports import Preview
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import frame, scrolled

SAMPLES = 3
_FIELD_WIDTH = 190


class ListColumns(QWidget):
    """A line for each column; `edited` says that one becomes something else."""

    edited = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.choices: list[ChoiceField[str]] = []
        self._names = field_names(kit)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(self._grid)
        box = QGridLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(frame("card", _inset(self._area)))

    @property
    def fields(self) -> tuple[str, ...]:
        """What each column becomes, empty where it is left out."""
        return tuple(choice.value or "" for choice in self.choices)

    def show_preview(self, told: Preview) -> None:
        """Show the columns of a list as they are proposed."""
        self._clear()
        kit, text = self._kit, self._kit.text
        heads = (text("Column"), text("Becomes"), text("What is in it"))
        for place, words in enumerate(heads):
            self._grid.addWidget(kit.label(words, 12, 600, tone="muted"), 0, place)
        for place, (heading, field) in enumerate(zip(told.headings, told.fields, strict=True)):
            self._add(place, heading, field, told)
        self._grid.setRowStretch(len(told.headings) + 1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(0, 170)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)

    def _add(self, place: int, heading: str, field: str, told: Preview) -> None:
        kit, number = self._kit, place + 1
        called = heading or kit.text("Column {n}", n=number)
        choice: ChoiceField[str] = ChoiceField(
            kit.text("{column} becomes", column=called), self._names
        )
        choice.setFixedWidth(_FIELD_WIDTH)
        choice.show_value(field)
        choice.edited.connect(self.edited)
        self.choices.append(choice)
        cells = (row[place].strip() for row in told.samples if place < len(row))
        samples = list(dict.fromkeys(cell for cell in cells if cell))[:SAMPLES]
        name = kit.elided(called, 13, 600)
        name.setMinimumWidth(170)
        self._grid.addWidget(name, number, 0)
        self._grid.addWidget(choice, number, 1)
        self._grid.addWidget(kit.elided(" · ".join(samples), 13, tone="muted"), number, 2)

    def _clear(self) -> None:
        self.choices.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def field_names(kit: Kit) -> list[tuple[str, str]]:
    """What a column can become, in the window's language; leaving it out first."""
    text = kit.text
    names = {
        "name": text("Whole name"),
        "given": text("Given name"),
        "family": text("Family name"),
        "patronymic": text("Patronymic"),
        "honorific": text("Honorific"),
        "office": text("Office"),
        "organisation": text("Organisation"),
        "category": text("Category"),
        "country": text("Country"),
        "email": text("E-mail"),
        "phone": text("Telephone"),
        "language": text("Language"),
        "seat": text("Seat"),
        "reply": text("Reply"),
        "replied": text("Day of the reply"),
        "party": text("Companions"),
        "tags": text("Tags"),
        "needs": text("Dietary and access needs"),
        "notes": text("Notes"),
        "street": text("Street"),
        "postal_code": text("Postal code"),
        "city": text("City"),
        "region": text("Region"),
    }
    return [("", text("– left out –")), *((field, names[field]) for field in FIELDS)]


def _inset(area: QWidget) -> QGridLayout:
    box = QGridLayout()
    box.setContentsMargins(12, 12, 12, 12)
    box.addWidget(area)
    return box
