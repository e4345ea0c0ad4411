"""How many entries of the directory are likely to be the same person, quietly beside the list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.domain.person import Person
from desktop.services import duplicates, people
from desktop.services.duplicates import Likely
from desktop.services.workspace import Workspace
from desktop.ui.kit import NO_BREAK
from desktop.ui.page import Page
from desktop.ui.speakers.duplicates_dialog import DuplicatesDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from desktop.ui.worker import Job

CALM = 800
"""Milliseconds of rest after a change before they are looked for again."""
AT_ONCE = 5_000
"""In a larger directory duplicates are looked for only when somebody asks for them."""


class Duplicates:
    """Looks for them in the background; `button` shows them, where there are any."""

    def __init__(self, page: Page) -> None:
        self._page, self._kit = page, page.kit
        self._job: Job[list[Likely]] | None = None
        self.found: list[Likely] = []
        self.button: QPushButton = page.kit.pill("", "ochre_text", "users")
        self.button.clicked.connect(self.open)
        self.button.hide()
        self._calm = QTimer(self.button, interval=CALM, singleShot=True)
        self._calm.timeout.connect(self._read)

    def refresh(self) -> None:
        """Look among all people before long, unless they are too many to do so unasked."""
        self._calm.start()

    def _read(self) -> None:
        self._page.desk.read(self.button, _few, self._compare)

    def _compare(self, everybody: Sequence[Person]) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._page.desk.hands.do(
            self.button, lambda progress: duplicates.find(everybody, progress), self._take
        )

    def look(self) -> None:
        """Look among all of them, counted in the status bar, and show what is found."""
        desk, name = self._page.desk, self._kit.text("Looking for duplicates")

        def compare(everybody: Sequence[Person]) -> None:
            desk.press.do(
                self.button,
                lambda progress: duplicates.find(everybody, progress),
                self._show,
                name=name,
            )

        desk.read(self.button, people.people, compare)

    def open(self) -> None:
        """Show them side by side."""
        if self.found:
            DuplicatesDialog(self._page, self.found).open()

    def _take(self, found: list[Likely]) -> None:
        self.found = found
        words = self._kit.plural("{n} likely duplicate", "{n} likely duplicates", len(found))
        self.button.setText(NO_BREAK + words)
        self.button.setAccessibleName(words)
        self.button.setVisible(bool(found))

    def _show(self, found: list[Likely]) -> None:
        self._take(found)
        if found:
            self.open()
        else:
            self._page.desk.told.emit(self._kit.text("Nobody seems to stand there twice"))


def _few(ws: Workspace) -> list[Person]:
    """Everybody, where that is not too many."""
    with ws.read() as reader:
        return reader.find(Person) if reader.count(Person) <= AT_ONCE else []
