"""What is done about badges besides printing them: tickets before, a note of it after."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.domain.change import Change
from desktop.services import attendance, publishing
from desktop.services.workspace import Workspace
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.page import Page


class BadgeDeeds(QWidget):
    """Shown while badges are chosen; both deeds are one Change each."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__()
        self._page = page
        self._languages: tuple[str, ...] = ()
        self._options: Mapping[str, str] = {}
        text = kit.text
        self.issue = kit.button(text("Issue tickets"), "", "id-badge-2")
        self.issue.setToolTip(text("Gives each guest who has none the code that opens the door"))
        self.issue.clicked.connect(self._issue)
        self.mark = kit.button(text("Mark these badges printed"), "", "check")
        self.mark.clicked.connect(self._mark)
        self.setLayout(col(row((self.issue, 1)), row((self.mark, 1)), gap=8))

    def show_choice(self, languages: tuple[str, ...], options: Mapping[str, str]) -> None:
        """Which badges are meant: those that these options print."""
        self._languages, self._options = languages, options

    def _issue(self) -> None:
        if (event := self._page.desk.current) is not None:
            self._page.desk.act(
                self,
                lambda ws: attendance.issue_tickets(ws, event.id),
            )

    def _mark(self) -> None:
        event, languages, options = self._page.desk.current, self._languages, self._options
        if event is None:
            return

        def verb(ws: Workspace) -> Change | None:
            ids = publishing.badges_chosen(ws, event.id, languages, options)
            return attendance.mark_badges_printed(ws, ids) if ids else None

        self._page.desk.act(self, verb)
