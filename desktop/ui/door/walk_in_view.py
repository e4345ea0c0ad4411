"""Somebody who is not on the list, let in within ten seconds: name, where from, category."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.attendee import CATEGORIES
from desktop.domain.localized import Localized
from desktop.domain.person import Gender, Office, Person, PersonName
from desktop.exchange import naming
from desktop.language import tags
from desktop.language.terms import category
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row

_NARROW = 800


class WalkInView(QWidget):
    """Enter in any field lets the guest in, Esc leaves."""

    wanted = Signal(object, str)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        text = kit.text
        self.given = TextField(text("Given name"))
        self.family = TextField(text("Family name"))
        self.house = TextField(text("Organisation"))
        self.category: ChoiceField[str] = ChoiceField(text("Category"))
        self.offer(())
        self.enter = kit.button(text("Let in"), "primary", "user-plus")
        self.enter.clicked.connect(self._take)
        leave = kit.button(text("Cancel"))
        leave.clicked.connect(self.left)
        form = col(
            kit.label(text("A guest who is not on the list"), 22, 600, tone="navy", serif=True),
            8,
            row(
                (kit.field(text("Given name"), self.given), 1),
                (kit.field(text("Family name"), self.family), 1),
                gap=16,
            ),
            row(
                (kit.field(text("Organisation"), self.house), 1),
                (kit.field(text("Category"), self.category), 1),
                gap=16,
            ),
            8,
            row(self.enter, leave, None),
            None,
            gap=12,
            margins=(48, 40, 48, 16),
        )
        self._form = form
        self.setLayout(row((form, 3), None, gap=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._form.setContentsMargins(*((24, 4, 16, 8) if narrow else (48, 40, 48, 16)))
        self._form.setSpacing(6 if narrow else 12)

    def offer(self, used: Iterable[str]) -> None:
        """Offer the program's categories, and those that the event uses besides."""
        every = dict.fromkeys((*CATEGORIES, *used))
        language = self._kit.language
        self.category.offer([(one, category(one, language, Gender.UNSPECIFIED)) for one in every])

    def begin(self, typed: str) -> None:
        """Begin with what was typed: the last word is the family name."""
        *given, family = typed.split() or [""]
        if not given:
            given, family = [family], ""
        self.given.setText(" ".join(given))
        self.family.setText(family)
        self.house.clear()
        self.category.show_value("guest")
        (self.family if typed else self.given).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        given, family = self.given.text().strip(), self.family.text().strip()
        if not (given or family):
            self.given.setFocus()
            return
        script = naming.script(f"{given} {family}")
        house = self.house.text().strip()
        office = Office(Localized(), Localized.of({tags.base(self._kit.language): house}))
        person = Person(
            names=(PersonName(script, family, given),), offices=(office,) if house else ()
        )
        self.wanted.emit(person, self.category.value or "guest")
