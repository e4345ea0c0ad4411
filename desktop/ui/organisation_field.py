"""The organisation that somebody belongs to: shown, chosen by a few letters, taken away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.organisation import Organisation
from desktop.services import people
from desktop.ui.directory_picker import OrganisationPicker
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.page import Page


class OrganisationField(QWidget):
    """Tells by `edited(id)` which one it is now (None: none)."""

    edited = Signal(object)

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__()
        self._kit, self._page = kit, page
        self._id: int | None = None
        self._name = kit.elided("")
        self.choose = kit.button(kit.text("Choose an organisation…"), "", "building-bank")
        self.choose.clicked.connect(self.ask)
        self._away = kit.tool("x", kit.text("Take the organisation away"))
        self._away.clicked.connect(lambda: self.edited.emit(None))
        self.setLayout(row((self._name, 1), self._away, self.choose, gap=6))

    def show_organisation(self, number: int | None) -> None:
        """Show an organisation by its name."""
        self._id = number
        self._away.setVisible(number is not None)
        self._name.say("" if number is None else "…")
        if number is not None:
            self._page.desk.read(self, lambda ws: people.organisation(ws, number), self._show)

    def ask(self) -> None:
        """Find one, or begin a new one."""
        question = self._kit.text("Which organisation? Type a name")
        picker = OrganisationPicker(
            self._kit, self._page.desk, question, self._page.window(), self.edited.emit
        )
        picker.open()

    def _show(self, found: Organisation) -> None:
        if found.id == self._id:
            self._name.say(self._kit.local(found.name) or self._kit.text("No name"))
