"""Where a person takes part: every event with their slots and invitation, and the way to each."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.event import Event
from desktop.language.terms import term
from desktop.services import engagements
from desktop.services.engagements import Engagement
from desktop.ui.kit import Kit
from desktop.ui.page import Page
from desktop.ui.wording import event_days

MOST = 12
"""Events that are listed; the others are counted."""


class EngagementsBox(QWidget):
    """Reads what there is about somebody each time they are shown."""

    def __init__(self, kit: Kit, page: Page, width: int) -> None:
        super().__init__()
        self._kit, self._page, self._width = kit, page, width
        self._asked = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def show_person(self, number: int) -> None:
        """List where somebody takes part."""
        self._asked = number
        self._page.desk.read(
            self, lambda ws: engagements.engagements(ws, number), partial(self._show, number)
        )

    def _show(self, number: int, found: list[Engagement]) -> None:
        if number != self._asked:
            return
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        kit = self._kit
        for one in found[:MOST]:
            self._list(one)
        if not found:
            self._box.addWidget(kit.note(kit.text("In no event yet.")))
        if len(found) > MOST:
            more = kit.plural("and {n} more", "and {n} more", len(found) - MOST)
            self._box.addWidget(kit.note(more))

    def _list(self, one: Engagement) -> None:
        kit, event = self._kit, one.event
        title = kit.local(event.title, event.languages) or event.slug
        head = kit.elided(" · ".join(filter(None, (title, event_days(kit, event)))), 12, 600)
        head.setProperty("tone", "muted")
        head.setContentsMargins(0, 6, 0, 0)
        head.setFixedHeight(26)
        self._box.addWidget(head)
        for slot in one.slots:
            words = kit.local(slot.title, event.languages) or kit.text("Untitled")
            self._way(words, "layout-board", event, "programme", slot.id)
        if one.invitation is not None:
            reply = term(one.invitation.reply, kit.language)
            words = kit.text("Invitation: {reply}", reply=reply)
            self._way(words, "mail", event, "guests", one.invitation.id)

    def _way(self, words: str, icon: str, event: Event, page: str, number: int) -> None:
        room, mode = self._width - 88, Qt.TextElideMode.ElideRight
        button = self._kit.button(
            self.fontMetrics().elidedText(words, mode, room), "link", icon, tip=words
        )
        button.setAccessibleName(words)
        button.clicked.connect(partial(self._go, event, page, number))
        self._box.addWidget(button)

    def _go(self, event: Event, page: str, number: int, _on: bool = False) -> None:
        desk = self._page.desk
        if desk.current is None or desk.current.id != event.id:
            desk.choose_event(event.id)
        self._page.wanted.emit(page, number)
