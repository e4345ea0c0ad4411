"""The cards of a day that exist as widgets: all of a usual day, of a long one those in sight."""

from collections.abc import Callable, Collection, Iterator, Mapping

from PySide6.QtCore import QRect

from desktop.ui.kit import Kit
from desktop.ui.schedule.faces import face
from desktop.ui.schedule.model import Card, DayView
from desktop.ui.schedule.sheet import Sheet
from desktop.ui.schedule.slot_card import Face, Look
from desktop.ui.schedule.slot_item import SlotItem
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.turns import Turns

FEW = 120
"""So many exist at once, in sight or not; the order of the Tab key is theirs."""
ROUND = 100
"""Pixels round what is seen where cards exist already."""


class Cards:
    """Puts cards where they belong, by turns, so that a thousand hold up nothing."""

    def __init__(self, kit: Kit, sheet: Sheet, wire: Callable[[SlotItem], None]) -> None:
        self._kit, self._sheet, self._wire = kit, sheet, wire
        self._shown: Snapshot | None = None
        self._cards: dict[int, Card] = {}
        self._right: set[int] = set()
        """Those that stand where they should and say what they should."""
        self._marked: Collection[int] = ()
        self._lit: Mapping[int, str] = {}
        self._faded: Collection[int] = ()
        self._seen = QRect()
        self._turns = Turns(sheet)
        self.items: dict[int, SlotItem] = {}

    def show(self, shown: Snapshot, view: DayView) -> None:
        """Show a day of a snapshot; cards that are there already keep the focus."""
        self._shown = shown
        self._cards = {card.slot.id: card for card in view.everything}
        self._right.clear()
        for number in self.items.keys() - self._cards.keys():
            self._drop(number)

    def lay_out(self, seen: QRect) -> None:
        """Put all cards to their places anew; those that are seen exist in a moment."""
        self._right.clear()
        self.look_at(seen)

    def look_at(self, seen: QRect) -> None:
        """Let the cards of a part of the sheet exist."""
        self._seen = seen
        self._turns.begin(self._steps(seen))

    @property
    def busy(self) -> bool:
        """Whether some are still to be put in their places."""
        return self._turns.busy

    def item(self, number: int) -> SlotItem:
        """The card of a slot, made now where it does not exist yet."""
        self._put(self._cards[number])
        return self.items[number]

    def card(self, number: int) -> Card:
        """A slot's card."""
        return self._cards[number]

    def mark(self, marked: Collection[int], lit: Mapping[int, str]) -> None:
        """Which are selected; who of each speaks in the slot that is looked at."""
        self._marked, self._lit = marked, lit
        self._look_again()

    def fade(self, faded: Collection[int]) -> None:
        """Which the filters do not let through."""
        self._faded = faded
        self._look_again()

    def _look_again(self) -> None:
        changed = {one for one, item in self.items.items() if item.look != self._look(one)}
        if changed:
            self._right -= changed
            self.look_at(self._seen)

    def _look(self, number: int) -> Look:
        return Look(
            selected=number in self._marked,
            lit=self._lit.get(number, ""),
            faded=number in self._faded,
        )

    def place(self, card: Card) -> QRect:
        """Where a card belongs on the sheet."""
        return self._sheet.at(
            self._sheet.geometry_.card(
                card.place, card.slot.minutes, span=card.span, lane=card.lane, lanes=card.lanes
            )
        )

    def within(self, rect: QRect) -> list[Card]:
        """The cards of which something lies in a rectangle, by time."""
        geometry, sheet = self._sheet.geometry_, self._sheet
        ends = sorted((sheet.along(rect.topLeft()), sheet.along(rect.topRight())))
        left, right = (end / max(geometry.column, 1) for end in ends)
        first, last = geometry.minute(rect.top()), geometry.minute(rect.bottom())
        found = (
            card
            for card in self._cards.values()
            if card.place.minute < last
            and card.place.minute + card.slot.minutes > first
            and card.place.column < right
            and card.place.column + card.span > left
        )
        return sorted(found, key=lambda card: (-card.span, card.place))

    # within -----------------------------------------------------------------------------------

    def _steps(self, seen: QRect) -> Iterator[None]:
        wanted = self._cards
        if len(wanted) > FEW:
            near = self.within(seen.adjusted(-ROUND, -ROUND, ROUND, ROUND))
            wanted = {card.slot.id: card for card in near}
            for number in self.items.keys() - wanted.keys():
                if not self.items[number].hasFocus():  # nor held: it has the focus then
                    self._drop(number)
                    yield
        for number in [number for number in wanted if number not in self._right]:
            self._put(wanted[number])
            yield

    def _put(self, card: Card) -> None:
        number, shown = card.slot.id, self._shown
        if number in self._right or shown is None:
            return
        says = face(self._kit, shown, card.slot)
        if number in self.items:
            item = self.items[number]
            item.show_slot(card.slot, says)
            item.setGeometry(self.place(card))
        else:
            item = self._made(card, says)
        item.show_look(self._look(number))
        item.prepare()
        self._right.add(number)

    def _made(self, card: Card, says: Face) -> SlotItem:
        item = SlotItem(self._kit, self._sheet, card.slot, says)
        item.setGeometry(self.place(card))
        self._wire(item)
        item.show()
        if card.span > 1:
            item.lower()
        self.items[card.slot.id] = item
        return item

    def _drop(self, number: int) -> None:
        item = self.items.pop(number)
        self._right.discard(number)
        item.hide()
        item.deleteLater()
