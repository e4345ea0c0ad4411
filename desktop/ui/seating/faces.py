"""What seats and tables say: on their face, and in words to a screen reader."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desktop.domain.places import first_row, label, row_letter, table_number
from desktop.domain.seating import Seat, Shape
from desktop.ui.kit import Kit
from desktop.ui.seating.geometry import Spot
from desktop.ui.seating.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Face:
    """A seat: its label, who sits there (an invitation; 0: nobody), and what is special."""

    label: str
    guest_id: int = 0
    name: str = ""
    category: str = ""
    delegate: str = ""
    presides: bool = False
    hosts: bool = False
    locked: bool = False
    expected: bool = True
    faulty: bool = False

    def spoken(self, kit: Kit) -> str:
        """All of it in words."""
        if not self.guest_id:
            return kit.text("Seat {seat}, free", seat=self.label)
        who = kit.text("Seat {seat}: {person}", seat=self.label, person=self.name)
        return ", ".join((who, *self._more(kit)))

    def _more(self, kit: Kit) -> Iterator[str]:
        if self.presides:
            yield kit.text("presides")
        elif self.hosts:
            yield kit.text("hosts")
        if self.delegate:
            yield kit.text("interprets for {person}", person=self.delegate)
        if self.locked:
            yield kit.text("seat held")
        if not self.expected:
            yield kit.text("has not answered yet")
        if self.faulty:
            yield kit.text("something is wrong here")


def seat_face(shown: Snapshot, spot: Spot, faulty: Collection[int]) -> Face:
    """What a seat shows."""
    seating = shown.seating
    name = label(seating.tables, Seat(0, *spot))
    id = seating.sitter(spot.table, spot.place, behind=spot.behind)
    guest = shown.guests.get(id or 0)
    if id is None or guest is None:
        return Face(name)
    seat = seating.seat_of(id)
    return Face(
        name,
        id,
        guest.name,
        guest.category,
        delegate=shown.name(seating.delegate_of(id)),
        presides=guest.person.id == shown.board.president_id,
        hosts=id in seating.host_ids,
        locked=seat is not None and seat.locked,
        expected=guest.expected,
        faulty=id in faulty,
    )


def table_name(kit: Kit, shown: Snapshot, at: int) -> str:
    """A table's number and name, or what it is: `2 · Almond`, `1 · Head table`, `Rows A–D`."""
    table, tables = shown.seating.tables[at], shown.seating.tables
    name = kit.local(table.name, shown.event.languages)
    if table.shape is Shape.ROWS:
        first, after = first_row(tables, at), first_row(tables, at + 1)
        letters = dict.fromkeys((row_letter(first), row_letter(after - 1)))
        words = kit.text("Rows {rows}", rows="–".join(letters))
        return f"{words} · {name}" if name else words
    number = table_number(tables, at)
    if table.shape is Shape.HEAD:
        name = name or kit.text("Head table")
    return f"{number} · {name}" if name else kit.text("Table {n}", n=number)
