"""Page 'Seating': the order of precedence, and who sits where because of it."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.domain.attendee import Attendee
from desktop.domain.change import Change
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.placing import Wish
from desktop.domain.seating import Seating
from desktop.domain.slot import Slot
from desktop.domain.venue import Venue
from desktop.language.translation import msgid
from desktop.services import publishing
from desktop.ui.deeds import Deed, menu_button
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.fields import ChoiceField
from desktop.ui.head import Head
from desktop.ui.kit import NO_BREAK, Kit, opens_menu
from desktop.ui.layout import col, rule
from desktop.ui.page import Page
from desktop.ui.seating import deeds
from desktop.ui.seating.board import Board
from desktop.ui.seating.dialogs import PlaceDialog, SeatingDialog, TableDialog
from desktop.ui.seating.faults_box import FaultsBox
from desktop.ui.seating.geometry import Spot
from desktop.ui.seating.guest_menu import guest_menu
from desktop.ui.seating.protocol_dialog import ProtocolDialog
from desktop.ui.seating.snapshot import Snapshot, read

WISHES = {
    Wish.HOSTS: msgid("Guests and hosts alternate"),
    Wish.SEXES: msgid("Women and men alternate"),
    Wish.LANGUAGES: msgid("Neighbours share a language"),
}


class SeatingPage(Page):
    """On the left the order, beside it the hall, below what is wrong."""

    shows: ClassVar[tuple[type, ...]] = (
        *(Seating, Attendee, Person, Event, Slot, Venue, Organisation),
    )
    of_event: ClassVar[bool] = True

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__(kit, desk)
        text = kit.text
        self.shown: Snapshot | None = None
        self._seating = 0
        self.chooser: ChoiceField[int] = ChoiceField(text("Seating"))
        self.chooser.setMinimumWidth(180)
        self.chooser.edited.connect(self._choose)
        self.suggest = kit.button(text("Suggest"), "primary", "sparkles")
        self.suggest.clicked.connect(self._suggest)
        self.wishes = {wish: QAction(text(name), self) for wish, name in WISHES.items()}
        self.everybody = QAction(text("Also those who have not answered"), self)
        self.how = self._how()
        self.add_button = kit.button(text("Add table"), "", "plus")
        self.add_button.clicked.connect(lambda: self._table(None))
        self.new = kit.button(text("New seating"), "primary", "armchair")
        self.new.clicked.connect(self.begin)
        self.first = kit.button(text("Add the first table"), "primary", "plus")
        self.first.clicked.connect(lambda: self._table(None))
        self.state = kit.pill("", "red", "alert-circle")
        self.state.clicked.connect(self._first_fault)
        self.more = menu_button(kit, self.menu)
        self.faults = FaultsBox(kit, self._lead, self._add_speakers)
        self.board = Board(kit, self._nothing(), self.faults)
        self._wire()
        back = kit.tool("chevron-left", text("Guests"))
        back.clicked.connect(lambda: self.wanted.emit("guests", 0))
        head = Head(
            *(back, kit.title(text("Seating")), 12, self.chooser, self.state, self.board.handle),
            *(None, self.add_button, self.suggest, self.how, self.more),
            margins=(16, 0, 16, 0),
        )
        self.setLayout(col(head, rule(), (self.board, 1), gap=0))

    def _how(self) -> QToolButton:
        """What a suggestion heeds."""
        made = self.kit.tool("chevron-down", self.kit.text("How to suggest"))
        opens_menu(made)
        menu = QMenu(made)
        for action in (*self.wishes.values(), self.everybody):
            action.setCheckable(True)
            menu.addAction(action)
        made.setMenu(menu)
        return made

    def _nothing(self) -> QWidget:
        text = self.kit.text
        return Empty(
            self.kit,
            "armchair",
            text("Nobody is seated yet"),
            text("A seating has tables or rows, and a place for every guest by precedence."),
            self.new,
            self.first,
        )

    def _wire(self) -> None:
        board = self.board
        board.seated.connect(self._seat)
        board.freed.connect(self._free)
        board.placed.connect(self.ask_place)
        board.guest_asked.connect(self._guest_menu)
        board.table_asked.connect(self._table_menu)
        board.order.clicked.connect(self._protocol)
        board.said.connect(self._guide)

    # reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        event = self.desk.current
        if event is None:
            self.shown = None
            return
        number, seating, language = event.id, self._seating, self.kit.language
        self.desk.read(self, lambda ws: read(ws, number, seating, language), self._show)

    def _show(self, shown: Snapshot) -> None:
        self.shown = shown
        self._seating = shown.seating.id
        kit = self.kit
        self.chooser.offer(
            (one.id, kit.local(one.title, shown.event.languages) or kit.text("Untitled"))
            for one in shown.seatings
        )
        self.chooser.show_value(shown.seating.id)
        there = bool(shown.seating.id)
        self.chooser.setVisible(there)
        for widget in (self.suggest, self.how, self.add_button):
            widget.setVisible(there)
        self.new.setVisible(not there)
        self.first.setVisible(there)
        count = len(shown.board.faults)
        words = kit.plural("{n} problem", "{n} problems", count)
        self.state.setText(NO_BREAK + words)
        self.state.setAccessibleName(words)
        self.state.setVisible(count > 0)
        self.faults.show_faults(shown)
        self.board.show_seating(shown)
        self._say()

    def _guide(self, words: str) -> None:
        """Say what the keys do now, or how far the seating is."""
        if words:
            self.say(words)
        else:
            self._say()

    def _say(self) -> None:
        shown, kit = self.shown, self.kit
        if shown is None:
            return
        seated = {seat.attendee_id for seat in shown.seating.seats}
        state = kit.text(
            "{seated} of {expected} have a seat",
            seated=kit.number(len(seated & shown.board.expected)),
            expected=kit.number(len(shown.board.expected)),
        )
        keys = kit.text("Space  pick up, put down · Del  free the seat · Alt+↑↓  order")
        self.say(state, keys)

    def open(self, number: int) -> None:
        """Show a seating, by its id."""
        self._seating = number
        self.refresh()

    # the user ---------------------------------------------------------------------------------

    def add(self) -> None:
        """Add a table; a seating where there is none."""
        if self.shown is not None and self._seating:
            self._table(None)
        else:
            self.begin()

    def begin(self) -> None:
        """Begin another seating."""
        shown = self.shown
        if shown is None:
            self.wanted.emit("events", 0)
            return
        dialog = SeatingDialog(self.kit, self.window(), shown, rename=False)
        dialog.accepted.connect(lambda: deeds.create(self, dialog.seating, self._created))
        dialog.open()

    def _created(self, change: Change) -> None:
        self.open(next(iter(change.touched(Seating)), 0))

    def _choose(self) -> None:
        self.open(self.chooser.value or 0)

    def _suggest(self) -> None:
        wishes = {wish for wish, action in self.wishes.items() if action.isChecked()}
        deeds.suggest(self, self._seating, wishes, everybody=self.everybody.isChecked())

    def _seat(self, guest_id: int, spot: Spot) -> None:
        deeds.seat(self, self._seating, guest_id, spot)

    def _free(self, ids: list[int]) -> None:
        seats = self.shown.seating.seats if self.shown else ()
        seated = {seat.attendee_id for seat in seats}
        if found := [id for id in ids if id in seated]:
            deeds.unseat(self, self._seating, found)

    def ask_place(self, guest_id: int, place: int) -> None:
        """Ask why a guest shall have another place in the order."""
        shown = self.shown
        if shown is None:
            return
        guest = shown.guests[guest_id]
        dialog = PlaceDialog(self.kit, self.window(), guest, place, len(shown.board.ranks))
        dialog.accepted.connect(
            lambda: deeds.place(
                self,
                shown.event.id,
                guest.person.id,
                dialog.place.value(),
                dialog.reason.text(),
            )
        )
        dialog.open()

    def _table(self, at: int | None) -> None:
        shown = self.shown
        if shown is None:
            return
        table = shown.seating.tables[at] if at is not None else None
        dialog = TableDialog(self.kit, self.window(), shown.event.languages, table)
        dialog.accepted.connect(lambda: deeds.put_table(self, self._seating, at, dialog.table))
        dialog.open()

    def _rename(self) -> None:
        if self.shown is not None:
            dialog = SeatingDialog(self.kit, self.window(), self.shown, rename=True)
            dialog.accepted.connect(lambda: deeds.rename(self, self._seating, dialog.title))
            dialog.open()

    def _protocol(self) -> None:
        if self.shown is not None:
            ProtocolDialog(self, self.shown).open()

    def _add_speakers(self) -> None:
        if self.shown is not None:
            deeds.add_speakers(self, self.shown.event.id)

    def _lead(self, ids: tuple[int, ...]) -> None:
        self.board.light(ids)

    def _first_fault(self) -> None:
        if self.shown is not None and self.shown.board.faults:
            self._lead(self.shown.board.faults[0].attendee_ids)

    # menus ------------------------------------------------------------------------------------

    def menu(self) -> list[Deed]:
        """What else can be done now."""
        text, there = self.kit.text, bool(self._seating)
        found = [
            Deed(text("New seating"), "armchair", self.begin),
            Deed(text("Protocol"), "flag", self._protocol),
        ]
        if there:
            id = self._seating
            found += [
                Deed(text("Title of the seating"), "pencil", self._rename),
                Deed(text("Free all seats"), "refresh", self._free_all),
                Deed(text("Delete this seating"), "trash", lambda: deeds.delete(self, id)),
            ]
        papers = (
            ("seating-plan", msgid("Seating plan")),
            ("place-cards", msgid("Place cards")),
        )
        return found + [
            Deed(text(name), "printer", self._printing(key), apart=not at)
            for at, (key, name) in enumerate(papers)
        ]

    def _free_all(self) -> None:
        if self.shown is not None:
            self._free([seat.attendee_id for seat in self.shown.seating.seats if not seat.locked])

    def _printing(self, key: str) -> Callable[[], None]:
        """Opens a paper among the documents."""

        def show() -> None:
            keys = [kind.key for kind in publishing.documents()]
            self.wanted.emit("documents", keys.index(key) + 1)

        return show

    def _guest_menu(self, guest_id: int, point: QPointF) -> None:
        if self.shown is not None:
            menu = guest_menu(self, self.shown, guest_id)
            menu.popup(point.toPoint())

    def _table_menu(self, at: int, point: QPointF) -> None:
        shown, text = self.shown, self.kit.text
        if shown is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        change = menu.addAction(self.kit.icon("pencil", "navy"), text("Change table"))
        change.triggered.connect(lambda: self._table(at))
        seats = [one.attendee_id for one in shown.seating.seats if one.table == at]
        free = menu.addAction(self.kit.icon("refresh", "navy"), text("Free its seats"))
        free.triggered.connect(lambda: self._free(seats))
        free.setEnabled(bool(seats))
        away = menu.addAction(self.kit.icon("trash", "red"), text("Take the table away"))
        away.triggered.connect(lambda: deeds.remove_table(self, self._seating, at))
        menu.popup(point.toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.board.cancel()
        else:
            super().keyPressEvent(event)


def make(kit: Kit, desk: Desk) -> SeatingPage:
    """The page."""
    return SeatingPage(kit, desk)
