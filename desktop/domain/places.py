"""How the places of a table are counted, which lie beside each other, and which honour more.

Places of a head table count from the hall's left to its right, those of a round table clockwise
as the plan shows it, from its head; those of a block of rows row by row, from the left as one
sits in front of it. Whoever sits at a table looks at its middle or, at the head table, at the
hall: their right hand is the plan's left. Whoever sits in a row looks at the head table.
"""

from collections.abc import Sequence
from math import ceil

from desktop.domain.seating import Seat, Seating, Shape, Table

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def row_width(table: Table) -> int:
    """Places of each row of a block; the last row may have fewer."""
    return max(1, ceil(table.places / max(table.rows, 1)))


def honour_order(table: Table) -> list[int]:
    """The places of a table from the most honoured: the host's own is the first.

    At a table the right hand of the host follows, then the left, and so outwards; in rows
    precedence runs from the aisle outwards, row by row.
    """
    count = table.places
    if table.shape is Shape.ROWS:
        wide = row_width(table)
        every = (
            row * wide + seat + 1
            for row in range(ceil(count / wide))
            for seat in aisle_order(wide)
        )
        return [place for place in every if place <= count]
    head = count // 2 + 1 if table.shape is Shape.HEAD else 1
    found = [head]
    for step in range(1, count):
        found += [head - step, head + step]
    if table.shape is Shape.ROUND:
        return list(dict.fromkeys((place - 1) % count + 1 for place in found))
    return [place for place in found if 1 <= place <= count]


def aisle_order(seats: int) -> list[int]:
    """Places (from 0) of a row by precedence: from the aisle outwards, its left first."""
    left = (seats + 1) // 2
    near_first = [(left - 1 - step, left + step) for step in range(left)]
    return [seat for pair in near_first for seat in pair if seat < seats]


def beside(table: Table, place: int) -> tuple[int, ...]:
    """The places next to a place; an aisle parts neighbours, a round table has no end."""
    if table.shape is Shape.ROUND:
        round_about = ((place - 2) % table.places + 1, place % table.places + 1)
        return tuple(dict.fromkeys(one for one in round_about if one != place))
    return tuple(one for one in (place - 1, place + 1) if _adjoin(table, place, one))


def left_hand(table: Table, place: int) -> int | None:
    """The place at somebody's left hand; None where there is none."""
    if table.shape is Shape.ROUND:
        return place % table.places + 1 if table.places > 1 else None
    one = place - 1 if table.shape is Shape.ROWS else place + 1
    return one if _adjoin(table, place, one) else None


def right_hand(table: Table, place: int) -> int | None:
    """The place at somebody's right hand; None where there is none."""
    if table.shape is Shape.ROUND:
        return (place - 2) % table.places + 1 if table.places > 1 else None
    one = place + 1 if table.shape is Shape.ROWS else place - 1
    return one if _adjoin(table, place, one) else None


def _adjoin(table: Table, place: int, other: int) -> bool:
    if not 1 <= other <= table.places:
        return False
    if table.shape is not Shape.ROWS:
        return True
    wide = row_width(table)
    (row, seat), (row_too, seat_too) = divmod(place - 1, wide), divmod(other - 1, wide)
    aisle = (wide + 1) // 2
    return row == row_too and (seat < aisle) == (seat_too < aisle)


def labels(seating: Seating) -> dict[int, str]:
    """What a guest's card and list say of the seat, by invitation: `1-3`, `A12`.

    Tables are numbered, rows are lettered through all blocks; a chair behind a place has the
    place's label and a `b`.
    """
    return {seat.attendee_id: label(seating.tables, seat) for seat in seating.seats}


def label(tables: Sequence[Table], seat: Seat) -> str:
    """The label of a seat."""
    table = tables[seat.table] if seat.table < len(tables) else None
    behind = "b" if seat.behind else ""
    if table is None or table.shape is not Shape.ROWS:
        return f"{table_number(tables, seat.table)}-{seat.place}{behind}"
    row, at = divmod(seat.place - 1, row_width(table))
    return f"{row_letter(first_row(tables, seat.table) + row)}{at + 1}{behind}"


def table_number(tables: Sequence[Table], at: int) -> int:
    """The number of a table, from 1; rows have letters and do not count."""
    return 1 + sum(table.shape is not Shape.ROWS for table in tables[:at])


def first_row(tables: Sequence[Table], at: int) -> int:
    """The first row of a block, from 0, counted through all blocks."""
    before = (table for table in tables[:at] if table.shape is Shape.ROWS)
    return sum(ceil(table.places / row_width(table)) for table in before)


def row_letter(row: int) -> str:
    """The letter of a row, from 0: A to Z, then AA."""
    first, last = divmod(row, len(_LETTERS))
    return (row_letter(first - 1) if first else "") + _LETTERS[last]
