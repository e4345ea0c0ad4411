"""What is stored on a person: handed out as a file, or erased for good."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog

from desktop.domain.person import Person
from desktop.services import files, privacy
from desktop.services.privacy import Traces
from desktop.ui.page import Page
from desktop.ui.question import Question
from desktop.ui.wording import person_name

_NAMED = 6
"""How many places of a mention are named."""


class PrivacyDialog(Question):
    """Says what an erasure takes along before anything goes."""

    def __init__(self, page: Page, person: Person) -> None:
        kit, text = page.kit, page.kit.text
        super().__init__(
            kit,
            page.window(),
            text("Personal data"),
            text("Erase for good"),
            head=person_name(kit, person),
            look="danger",
            icon="trash",
        )
        self._page, self._person = page, person
        self.state = kit.note("", px=13)
        self.mentions = kit.note("", px=13, tone="ochre_text")
        self.mentions.hide()
        self.sure = QCheckBox(text("I know that this cannot be undone"))
        self.sure.toggled.connect(self._allow)
        self.hand_out = kit.button(text("Save all that is stored…"), "", "download")
        self.hand_out.clicked.connect(self._ask_file)
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self._erase)
        self.lay_out(
            self.state,
            self.mentions,
            kit.note(
                text(
                    "Erasing also empties the history: nothing that was done before can be "
                    "undone. Backups made earlier still hold the person; whoever restores one "
                    "erases them again."
                )
            ),
            self.sure,
            beside=self.hand_out,
        )
        self.resize(520, 300)
        page.desk.read(self, lambda ws: privacy.traces(ws, person.id), self._show)

    def _show(self, found: Traces) -> None:
        kit = self._page.kit
        parts = (
            kit.plural("{n} invitation", "{n} invitations", found.invitations),
            kit.plural("{n} quotation", "{n} quotations", found.quotations),
            kit.plural("{n} other mention", "{n} other mentions", found.parts),
        )
        self.state.setText(kit.text("What goes along: {parts}.", parts=" · ".join(parts)))
        places = ", ".join(f"“{place}”" for place in found.mentions[:_NAMED])
        words = kit.text("The name is also written in the texts of {places}.", places=places)
        self.mentions.setText(words)
        self.mentions.setVisible(bool(found.mentions))

    def _allow(self, sure: bool) -> None:
        self.ok.setEnabled(sure)

    def _ask_file(self) -> None:
        kit = self._page.kit
        proposed = files.named(person_name(kit, self._person)) + ".json"
        name, _ = QFileDialog.getSaveFileName(self, kit.text("Save all that is stored"), proposed)
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """Write all that is stored into a file."""
        kit, desk, number = self._page.kit, self._page.desk, self._person.id
        told = kit.text("Saved as {file}", file=file.name)
        desk.read(
            self._page,
            lambda ws: privacy.hand_out(ws, number, file),
            lambda _done: desk.told.emit(told),
        )

    def _erase(self) -> None:
        number = self._person.id
        self._page.desk.act(self._page, lambda ws: privacy.erase(ws, number))
        self.accept()
