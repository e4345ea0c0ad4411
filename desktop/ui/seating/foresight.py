"""What would be if who is held were put down: the seat, and what would be wrong then."""

from dataclasses import replace

from desktop.domain.seating import Shape
from desktop.domain.seating_moves import moved
from desktop.services import seating_board
from desktop.ui.kit import Kit
from desktop.ui.seating.geometry import Spot
from desktop.ui.seating.snapshot import Snapshot


def aimed(shown: Snapshot, guest_id: int, spot: Spot) -> Spot:
    """The seat that is meant: an interpreter on the delegate's place sits behind it."""
    seating = shown.seating
    if spot.behind or seating.tables[spot.table].shape is Shape.ROWS:
        return spot
    delegate = seating.delegate_of(guest_id)
    mine = delegate is not None and seating.sitter(spot.table, spot.place) == delegate
    return spot._replace(behind=True) if mine else spot


def displaced(kit: Kit, shown: Snapshot, guest_id: int, spot: Spot) -> str:
    """What becomes of the one who sits there; empty where nobody does."""
    there = aimed(shown, guest_id, spot)
    sitter = shown.seating.sitter(there.table, there.place, behind=there.behind)
    if sitter is None or sitter == guest_id:
        return ""
    if shown.seating.seat_of(guest_id) is not None:
        return kit.text("Changes places with {person}", person=shown.name(sitter))
    return kit.text("{person} has no seat then", person=shown.name(sitter))


def warning(kit: Kit, shown: Snapshot, guest_id: int, spot: Spot) -> str:
    """What would be wrong that is not wrong now; empty where nothing would."""
    there = aimed(shown, guest_id, spot)
    after = moved(shown.seating, guest_id, there.table, there.place, behind=there.behind)
    known = set(shown.board.faults)
    first = next((one for one in shown.board.faults_of(after) if one not in known), None)
    if first is None:
        return ""
    board = replace(shown.board, seating=after)
    return seating_board.finding(board, first).text(kit.language)
