"""What a hand does to a seating: seat, swap, unseat, lock; tables that come, change and go."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from desktop.domain.seating import Apart, Interpreter, Seat, Seating, Table


def moved(
    seating: Seating, attendee_id: int, table: int, place: int, *, behind: bool = False
) -> Seating:
    """Seat a guest at a place; whoever sits there takes the guest's old one, or none.

    The interpreter behind a guest goes with them.
    """
    there = seating.sitter(table, place, behind=behind)
    if there == attendee_id:
        return seating
    old, locked = seating.seat_of(attendee_id), seating.seat_of(there or 0)
    kept = [one for one in seating.seats if one.attendee_id not in (attendee_id, there)]
    kept.append(Seat(attendee_id, table, place, behind, locked=bool(old and old.locked)))
    if there is not None and old is not None:
        kept.append(replace(old, attendee_id=there, locked=bool(locked and locked.locked)))
    return replace(seating, seats=_ordered(_followed(seating, kept)))


def swapped(seating: Seating, one_id: int, other_id: int) -> Seating:
    """Let two guests change places; whoever has none gets that of the other."""
    one, other = seating.seat_of(one_id), seating.seat_of(other_id)
    if other is not None:
        return moved(seating, one_id, other.table, other.place, behind=other.behind)
    if one is not None:
        return moved(seating, other_id, one.table, one.place, behind=one.behind)
    return seating


def unseated(seating: Seating, ids: Collection[int]) -> Seating:
    """Free the places of some guests, and the chairs of the interpreters behind them."""
    kept = [seat for seat in seating.seats if seat.attendee_id not in ids]
    return replace(seating, seats=_ordered(_followed(seating, kept)))


def locked(seating: Seating, ids: Collection[int], *, lock: bool) -> Seating:
    """Let a new suggestion leave some guests where they are, or move them."""
    return replace(
        seating,
        seats=tuple(
            replace(seat, locked=lock) if seat.attendee_id in ids else seat
            for seat in seating.seats
        ),
    )


def without(seating: Seating, ids: Collection[int]) -> Seating:
    """A seating from which some guests are taken altogether."""
    freed = unseated(seating, ids)
    return replace(
        freed,
        apart=tuple(one for one in freed.apart if not {one.attendee_id, one.other_id} & {*ids}),
        interpreters=tuple(
            one for one in freed.interpreters if not {one.attendee_id, one.delegate_id} & {*ids}
        ),
        host_ids=tuple(id for id in freed.host_ids if id not in ids),
    )


def kept_apart(seating: Seating, one_id: int, other_id: int, *, apart: bool) -> Seating:
    """Note that two guests must not sit beside each other, or that they may."""
    pair = {one_id, other_id}
    others = tuple(one for one in seating.apart if {one.attendee_id, one.other_id} != pair)
    added = (Apart(min(pair), max(pair)),) if apart and len(pair) == 2 else ()
    return replace(seating, apart=others + added)


def interpreting(seating: Seating, attendee_id: int, delegate_id: int | None) -> Seating:
    """Note for whom somebody interprets; for nobody where it is None or themselves."""
    others = tuple(one for one in seating.interpreters if one.attendee_id != attendee_id)
    if delegate_id is not None and delegate_id != attendee_id:
        others += (Interpreter(attendee_id, delegate_id),)
    return replace(seating, interpreters=others)


def with_table(seating: Seating, at: int, table: Table) -> Seating:
    """Another table in the place of one, or a further one; who loses the place is unseated."""
    tables = (*seating.tables[:at], table, *seating.tables[at + 1 :])
    gone = [
        seat.attendee_id
        for seat in seating.seats
        if seat.table == at and seat.place > table.places
    ]
    return unseated(replace(seating, tables=tables), gone)


def without_table(seating: Seating, at: int) -> Seating:
    """Take a table away; its guests are unseated."""
    freed = unseated(seating, [seat.attendee_id for seat in seating.seats if seat.table == at])
    return replace(
        freed,
        tables=(*seating.tables[:at], *seating.tables[at + 1 :]),
        seats=tuple(
            replace(seat, table=seat.table - 1) if seat.table > at else seat
            for seat in freed.seats
        ),
    )


def _followed(seating: Seating, seats: list[Seat]) -> Iterable[Seat]:
    """The seats with every interpreter who sat behind a delegate behind that delegate again.

    Whoever has that chair takes the one that the interpreter leaves.
    """
    there = {seat.attendee_id: seat for seat in seats}
    for one in seating.interpreters:
        mine, was = there.get(one.attendee_id), seating.seat_of(one.delegate_id)
        if mine is None or was is None or not _is_behind(mine, was):
            continue
        if mine != seating.seat_of(one.attendee_id):
            continue  # was moved by hand
        now = there.get(one.delegate_id)
        if now is None or now.behind:
            del there[one.attendee_id]
            continue
        for other in [seat for seat in there.values() if _is_behind(seat, now)]:
            there[other.attendee_id] = replace(other, table=mine.table, place=mine.place)
        there[one.attendee_id] = replace(mine, table=now.table, place=now.place)
    return there.values()


def _is_behind(one: Seat, other: Seat) -> bool:
    return one.behind and (one.table, one.place) == (other.table, other.place)


def _ordered(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    return tuple(sorted(seats, key=lambda seat: (seat.table, seat.place, seat.behind)))
