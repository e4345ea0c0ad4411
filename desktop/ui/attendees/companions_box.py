"""Whom a guest brings along by name, or by whom they are brought."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language.terms import term
from desktop.services.invitations import Standing
from desktop.ui.kit import Kit
from desktop.ui.wording import person_name


class CompanionsBox(QWidget):
    """A link to each; another is added by name."""

    opened = Signal(int)
    add_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._lines: list[QWidget] = []
        self.add = kit.button(kit.text("Add a companion by name"), "link", "user-plus")
        self.add.clicked.connect(self.add_wanted)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(self.add)

    def show_standing(self, found: Standing) -> None:
        """Show who comes along."""
        kit = self._kit
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        if found.host is not None:
            words = kit.text("Comes with {person}", person=person_name(kit, found.host))
            self._lines.append(kit.note(words, px=13, tone="text"))
        for companion, person in found.companions:
            reply = term(companion.reply, kit.language)
            link = kit.button(f"{person_name(kit, person)} · {reply}", "link", "user")
            link.clicked.connect(partial(self._open, companion.id))
            self._lines.append(link)
        for place, line in enumerate(self._lines):
            self._box.insertWidget(place, line)

    def _open(self, number: int, _on: bool = False) -> None:
        self.opened.emit(number)
