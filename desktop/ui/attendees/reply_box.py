"""What a guest answered, and the answers that can follow."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain import invitation
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.waiting_list import Occupancy
from desktop.language import dates
from desktop.language.terms import category_group, term
from desktop.services.invitations import Standing
from desktop.ui.attendees.columns import SIGNS
from desktop.ui.kit import NO_BREAK, Kit, opens_menu
from desktop.ui.layout import col, row
from desktop.ui.wording import clock, person_name

HALF = 150
"""Pixels of half a line of the inspector; a button that is wider has a line of its own."""


class ReplyBox(QWidget):
    """The answer that stands, a button for each that can follow, a menu for corrections."""

    replied = Signal(object, bool)
    """A reply was chosen; and whether it puts one right that was noted wrongly."""
    deputy_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._moves: list[QPushButton] = []
        self.current = kit.label("", 13, 600)
        self._sign = QLabel()
        self._sign.setFixedSize(16, 16)
        self._since = kit.label("", 12, tone="muted")
        self.correct = kit.tool("pencil", kit.text("Correct the reply"))
        opens_menu(self.correct)
        self.correct.setMenu(QMenu(self.correct))
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self.deputy = kit.button("", "link", "users")
        self.deputy.clicked.connect(self.deputy_wanted)
        self.places = kit.note("")
        head = row(self._sign, self.current, self._since, None, self.correct, gap=6)
        box: QVBoxLayout = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(col(head, self._grid, self.deputy, self.places, gap=6))

    def show_guest(self, guest: Attendee, event: Event) -> None:
        """Show a guest's answer; what it has to do with others comes with `show_standing`."""
        kit = self._kit
        tone, sign = SIGNS.get(guest.reply, ("muted", "clock"))
        self._sign.setPixmap(kit.pixmap(sign, tone))
        self.current.setText(term(guest.reply, kit.language))
        self._since.setText(self._day(guest, event))
        following = invitation.moves(guest)
        self._offer(following)
        menu = self.correct.menu()
        menu.clear()
        others = [one for one in invitation.corrections(guest) if one not in following]
        for one in others:
            self._add(menu, one)
        self.correct.setVisible(bool(others))
        self.deputy.hide()
        self.places.hide()

    def show_standing(self, found: Standing) -> None:
        """Show who comes instead, the place on the waiting list, and how many places are taken."""
        kit = self._kit
        if found.deputy is not None:
            words = kit.text("Comes instead: {person}", person=person_name(kit, found.deputy))
            self.deputy.setText(NO_BREAK + words)
            self.deputy.setAccessibleName(words)
        self.deputy.setVisible(found.deputy is not None)
        lines = [self._taken(each) for each in found.occupancy]
        if found.place:
            place = kit.text(
                "Waiting list: place {place} of {count}", place=found.place, count=found.waiting
            )
            free = kit.text("There is a place: accept, and the guest comes")
            lines = [place, *([free] if found.has_room else []), *lines]
        self.places.setText("\n".join(lines))
        self.places.setVisible(bool(lines))

    def _taken(self, each: Occupancy) -> str:
        kit = self._kit
        whose = category_group(each.category, kit.language) or kit.text("All guests")
        return kit.text(
            "{whose}: {taken} of {places} places taken",
            whose=whose,
            taken=each.taken,
            places=each.places,
        )

    def _day(self, guest: Attendee, event: Event) -> str:
        if guest.replied_at is None:
            return ""
        day = clock(guest.replied_at, event).date()
        return self._kit.text("since {date}", date=dates.day_and_month(day, self._kit.language))

    def _offer(self, replies: tuple[Reply, ...]) -> None:
        for button in self._moves:
            button.hide()
            button.deleteLater()
        self._moves = []
        line = column = 0
        for one in replies:
            tone, sign = SIGNS.get(one, ("muted", "clock"))
            words = term(one, self._kit.language)
            button = self._kit.button(words)
            button.setText(NO_BREAK + words)
            button.setIcon(self._kit.icon(sign, tone))
            button.clicked.connect(partial(self._choose, one, False))
            self._moves.append(button)
            across = 2 if button.sizeHint().width() > HALF else 1
            if column + across > 2:
                line, column = line + 1, 0
            self._grid.addWidget(button, line, column, 1, across)
            column += across

    def _add(self, menu: QMenu, reply: Reply) -> None:
        action = menu.addAction(term(reply, self._kit.language))
        action.triggered.connect(partial(self._choose, reply, True))

    def _choose(self, reply: Reply, correct: bool, _on: bool = False) -> None:
        self.replied.emit(reply, correct)

    def begin(self) -> None:
        """Go to the first answer that can follow."""
        if self._moves:
            self._moves[0].setFocus()
