"""Who was found by part of a name: up to eight, one of them chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.domain.event import Event
from desktop.language.terms import category, term
from desktop.services.door import Guest
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.wording import office_line, person_name

MOST = 8


class FoundView(QWidget):
    """A button a guest; the arrow keys of the line go through them, Enter takes one."""

    picked = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.guests: tuple[Guest, ...] = ()
        self.chosen = 0
        self.state = kit.label("", 18, 600, tone="navy", serif=True)
        self._buttons: list[QPushButton] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        self.setLayout(col(self.state, 8, self._box, None, gap=4, margins=(48, 24, 48, 8)))

    def show_guests(self, typed: str, guests: Sequence[Guest], event: Event) -> None:
        """Show who was found."""
        kit = self._kit
        self.guests, self.chosen = tuple(guests[:MOST]), 0
        if len(guests) > MOST:
            words = kit.text("More than {n} guests found: type more letters", n=MOST)
        elif guests:
            words = kit.plural("{n} guest found", "{n} guests found", len(guests))
        else:
            words = kit.text("Nobody on the list is called “{name}”.", name=typed)
        self.state.setText(words)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(guest, event) for guest in self.guests]
        for button in self._buttons:
            self._box.addWidget(button)
        self._mark()

    def go(self, rows: int) -> None:
        """Choose the next or the one before."""
        if self.guests:
            self.chosen = (self.chosen + rows) % len(self.guests)
            self._mark()

    def take(self) -> bool:
        """Take the chosen one; whether there is one."""
        if not self.guests:
            return False
        self.picked.emit(self.guests[self.chosen].attendee.id)
        return True

    def _button(self, guest: Guest, event: Event) -> QPushButton:
        kit, attendee = self._kit, guest.attendee
        parts = (
            office_line(kit, guest.representative or guest.person, event.languages, guest.house),
            category(attendee.category, kit.language, guest.person.gender),
            term(attendee.reply, kit.language),
            attendee.seat,
        )
        name = person_name(kit, guest.person)
        if guest.representative is not None:
            comes = person_name(kit, guest.representative)
            name = kit.text("{person} for {guest}", person=comes, guest=name)
        detail = " · ".join(filter(None, parts))
        who, what = kit.elided(name, 16, 600), kit.elided(detail, 14, tone="muted")
        button = kit.button("", "choice", tip=f"{name}   {detail}")
        button.setAccessibleName(f"{name}   {detail}")
        for label in (who, what):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.setLayout(row((who, 2), (what, 3), gap=16, margins=(16, 0, 16, 0)))
        button.setCheckable(True)
        button.setStyleSheet("QPushButton { min-height: 44px }")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._pick, attendee.id))
        return button

    def _pick(self, number: int, _on: bool = False) -> None:
        self.picked.emit(number)

    def _mark(self) -> None:
        for place, button in enumerate(self._buttons):
            button.setChecked(place == self.chosen)
