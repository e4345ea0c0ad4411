"""Events whose day has passed: their guests' data is reduced to numbers."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.services import retention
from desktop.services.retention import Due
from desktop.ui.page import Page
from desktop.ui.question import Question
from desktop.ui.wording import day_name


class RetentionDialog(Question):
    """Shows what would go before anything goes."""

    def __init__(self, page: Page) -> None:
        kit, text = page.kit, page.kit.text
        title, deed = text("Data of past events"), text("Reduce to numbers")
        super().__init__(kit, page.window(), title, deed, look="danger", icon="trash")
        self._page = page
        self.due: list[Due] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._lines.setContentsMargins(0, 0, 0, 0)
        lines = QWidget()
        lines.setLayout(self._lines)
        self.sure = QCheckBox(text("I know that this cannot be undone"))
        self.sure.toggled.connect(self._allow)
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self._reduce)
        self.lay_out(
            kit.note(
                text(
                    "After the day set for an event its guests are forgotten, and those "
                    "people who are known for nothing else. How many were invited, accepted "
                    "and came stays with the event, by category."
                ),
                px=13,
            ),
            lines,
            self.sure,
        )
        self.resize(520, 320)
        page.desk.read(self, retention.due, self._show)

    def _show(self, due: list[Due]) -> None:
        kit = self._page.kit
        self.due = due
        self.sure.setVisible(bool(due))
        if not due:
            self._lines.addWidget(kit.note(kit.text("No event has reached its day."), px=13))
        for one in due:
            until = day_name(kit, one.event.keep_until) if one.event.keep_until else ""
            guests = kit.plural("{n} guest", "{n} guests", one.guests)
            people = kit.plural("{n} person", "{n} people", one.people)
            self._lines.addWidget(kit.label(kit.local(one.event.title), 14, 600, wrap=True))
            self._lines.addWidget(kit.note(f"{until} · {guests} · {people}", px=13))

    def _allow(self, sure: bool) -> None:
        self.ok.setEnabled(sure and bool(self.due))

    def _reduce(self) -> None:
        self._page.desk.act(self._page, retention.reduce)
        self.accept()
