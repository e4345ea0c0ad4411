"""Small questions of the page: a table, a seating, a place given by hand, a guest."""

from collections.abc import Callable
from math import ceil

from PySide6.QtWidgets import QWidget

from desktop.domain.localized import Localized
from desktop.domain.seating import Seating, Shape, Table
from desktop.language.folding import fold
from desktop.language.translation import msgid
from desktop.ui.fields import ChoiceField, NumberField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import Item, row
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.question import Question
from desktop.ui.search_panel import Found, SearchPanel
from desktop.ui.seating.snapshot import Guest, Snapshot

SHAPES = {
    Shape.HEAD: msgid("Head table"),
    Shape.ROUND: msgid("Round table"),
    Shape.ROWS: msgid("Rows"),
}
MOST_PLACES, MOST_ROWS = 400, 40
HEAD, ROUND, ROW = 9, 8, 10
"""Places of tables and rows that a new seating begins with."""


class TableDialog(Question):
    """A table: its name, shape, places, rows."""

    def __init__(
        self, kit: Kit, window: QWidget, languages: tuple[str, ...], table: Table | None
    ) -> None:
        text = kit.text
        title = text("Change table") if table else text("Add table")
        super().__init__(kit, window, title, text("Change") if table else text("Add"))
        self.ok.clicked.connect(self.accept)
        shown = table or Table(Localized())
        self.names = LocalizedFields(kit, (Part("name", text("Name")),))
        self.names.show_texts({"name": shown.name}, languages)
        self.shape: ChoiceField[Shape] = ChoiceField(
            text("Shape"), [(shape, text(name)) for shape, name in SHAPES.items()]
        )
        self.shape.show_value(shown.shape)
        self.shape.edited.connect(self._fit)
        self.places = NumberField(text("Places"), 1, MOST_PLACES)
        self.places.show_number(shown.places)
        self.rows = NumberField(text("Rows"), 1, MOST_ROWS)
        self.rows.show_number(shown.rows)
        self._rows_field = kit.field(text("Rows"), self.rows)
        numbers = row(
            (kit.field(text("Shape"), self.shape), 1),
            kit.field(text("Places"), self.places),
            self._rows_field,
            gap=12,
        )
        note = kit.note(text("Places of a head table count from the hall’s left."))
        self.lay_out(numbers, self.names, note)
        self._fit()

    def _fit(self) -> None:
        self._rows_field.setEnabled(self.shape.value is Shape.ROWS)

    @property
    def table(self) -> Table:
        """The table as it stands in the fields."""
        shape = self.shape.value or Shape.ROUND
        rows = min(self.rows.value(), self.places.value()) if shape is Shape.ROWS else 1
        return Table(self.names.texts["name"], shape, self.places.value(), rows)


class SeatingDialog(Question):
    """A new seating, with the tables that it begins with; or another title for one."""

    def __init__(self, kit: Kit, window: QWidget, shown: Snapshot, *, rename: bool) -> None:
        text = kit.text
        title = text("Title of the seating") if rename else text("New seating")
        super().__init__(kit, window, title, text("Change") if rename else text("Add"))
        self.ok.clicked.connect(self.accept)
        self._shown = shown
        self.names = LocalizedFields(kit, (Part("title", text("Title")),))
        start = shown.seating.title if rename else Localized()
        self.names.show_texts({"title": start}, shown.event.languages)
        self.begin: ChoiceField[Shape | None] = ChoiceField(
            text("Begin with"),
            [
                (Shape.ROWS, text("A head table and rows")),
                (Shape.ROUND, text("A head table and round tables")),
                (Shape.HEAD, text("A head table")),
                (None, text("No table yet")),
            ],
        )
        self.begin.show_value(Shape.ROWS)
        count = kit.plural("{n} guest comes", "{n} guests come", len(shown.board.expected))
        fields: tuple[Item, ...] = (
            kit.field(text("Begin with"), self.begin),
            kit.note(count),
        )
        self.lay_out(self.names, *(() if rename else fields))

    @property
    def title(self) -> Localized:
        """The title as it stands in the fields."""
        return self.names.texts["title"]

    @property
    def seating(self) -> Seating:
        """A new seating with as many places as guests come."""
        begin, count = self.begin.value, len(self._shown.board.expected)
        tables = [Table(Localized(), Shape.HEAD, HEAD)] if begin else []
        rest = max(count - HEAD, 1)
        if begin is Shape.ROWS:
            rows = ceil(rest / ROW)
            tables.append(Table(Localized(), Shape.ROWS, rows * ROW, rows))
        if begin is Shape.ROUND:
            tables += [Table(Localized(), Shape.ROUND, ROUND)] * ceil(rest / ROUND)
        event = self._shown.event
        return Seating(event_id=event.id, title=self.title, tables=tuple(tables))


class PlaceDialog(Question):
    """A place in the order, given by hand, and why."""

    def __init__(self, kit: Kit, window: QWidget, guest: Guest, place: int, count: int) -> None:
        text = kit.text
        super().__init__(kit, window, guest.name, text("Give this place"))
        self.ok.clicked.connect(self.accept)
        self.place = NumberField(text("Place"), 1, max(count, 1))
        self.place.show_number(place)
        self.reason = TextField(text("Reason"), text("Why here? It is kept with the order"))
        self.reason.setMinimumWidth(300)
        self.reason.textChanged.connect(self._look)
        self.lay_out(
            row(
                kit.field(text("Place"), self.place),
                (kit.field(text("Reason"), self.reason), 1),
                gap=12,
            )
        )
        self._look()
        self.reason.setFocus()

    def _look(self) -> None:
        self.ok.setEnabled(bool(self.reason.text().strip()))


class GuestPicker(SearchPanel):
    """Chooses another guest by a few letters."""

    def __init__(
        self,
        kit: Kit,
        window: QWidget,
        name: str,
        shown: Snapshot,
        guest_id: int,
        then: Callable[[int], None],
    ) -> None:
        super().__init__(kit, name, window)
        self._then = then
        others = (rank.attendee.id for rank in shown.board.ranks)
        self._guests = [shown.guests[id] for id in others if id != guest_id]

    def look_for(self, text: str) -> None:
        words = fold(text).split()
        found = [
            guest for guest in self._guests if all(word in fold(_spelt(guest)) for word in words)
        ]
        self.show_found(
            Found(guest.name, "", "user", lambda id=guest.id: self._then(id))
            for guest in found[:50]
        )


def _spelt(guest: Guest) -> str:
    return " ".join(name.full for name in guest.person.names)
