"""Who sits where: seatings of an event, made by rule or by hand, a Change each."""

from collections.abc import Callable, Collection
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import seating_moves
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.places import label as seat_label
from desktop.domain.placing import Sitter, Wish
from desktop.domain.placing import suggest as suggested
from desktop.domain.seating import Seat, Seating, Table
from desktop.language.translation import msgid
from desktop.services import protocol, publishing, seating_board, seats
from desktop.services.change import Change, Recording
from desktop.services.labels import label
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Generator


MOST_PLACES = 400


def seatings(ws: Workspace, event_id: int) -> list[Seating]:
    """An event's seatings in their order."""
    return ws.find(Seating, event_id=event_id)


def seating(ws: Workspace, id: int) -> Seating:
    """A seating.

    Raises:
        NotFound: there is none of that id.
    """
    return ws.load(Seating, id)


# seatings and tables --------------------------------------------------------------------------


def create(ws: Workspace, seating: Seating) -> Change:
    """Add a seating to an event, after those that it has.

    Raises:
        BadInput: a table has no place, or too many.
        NotFound: there is no such event.
    """
    with ws.change("Add seating {seating}", seating=label(seating)) as work:
        work.load(Event, seating.event_id)
        _check(seating)
        others = work.find(Seating, event_id=seating.event_id)
        position = max((other.position for other in others), default=0) + 1
        with seats.labelled(work, seating.event_id):
            work.put(replace(seating, id=0, position=position))
    return work.change


def rename(ws: Workspace, id: int, title: Localized) -> Change:
    """Give a seating another title."""
    return _edit(ws, id, msgid("Rename seating {seating}"), lambda one: replace(one, title=title))


def delete(ws: Workspace, id: int) -> Change:
    """Delete a seating; the guests' seats are those of the event's next one, or none."""
    with ws.change("Delete seating {seating}") as work:
        gone = work.load(Seating, id)
        work.fields["seating"] = label(gone)
        with seats.labelled(work, gone.event_id):
            work.remove(Seating, id)
    return work.change


def add_table(ws: Workspace, id: int, table: Table) -> Change:
    """Add a table or a block of rows.

    Raises:
        BadInput: it has no place, or too many.
    """
    return _edit(
        ws,
        id,
        msgid("Add table {table}"),
        lambda one: seating_moves.with_table(one, len(one.tables), table),
        table=label(table),
    )


def change_table(ws: Workspace, id: int, at: int, table: Table) -> Change:
    """Name a table otherwise, or give it another shape or number of places.

    Raises:
        BadInput: it has no place, or too many.
    """
    return _edit(
        ws,
        id,
        msgid("Change table {table}"),
        lambda one: seating_moves.with_table(one, at, table),
        table=label(table),
    )


def remove_table(ws: Workspace, id: int, at: int) -> Change:
    """Take a table away; its guests have no seat then."""
    name = msgid("Take table {table} away")
    with _editing(ws, id, name) as (work, before, put):
        work.fields["table"] = label(before.tables[at])
        put(seating_moves.without_table(before, at))
    return work.change


# guests ---------------------------------------------------------------------------------------


def suggest(
    ws: Workspace,
    id: int,
    wishes: AbstractSet[Wish] = frozenset(),
    *,
    everybody: bool = False,
) -> Change:
    """Seat those who come in the event's order of precedence; who is locked stays.

    `everybody` seats those too who have not answered.

    Raises:
        NotFound: there is no such seating.
    """
    event_id = seating(ws, id).event_id
    dossier = publishing.dossier(ws, event_id, with_pictures=False)
    with _editing(ws, id, msgid("Suggest who sits where")) as (work, before, put):
        seen = seating_board.board(dossier, before)
        put(suggested(before, _sitters(seen, everybody=everybody), wishes))
    return work.change


def seat(
    ws: Workspace, id: int, attendee_id: int, table: int, place: int, *, behind: bool = False
) -> Change:
    """Seat a guest at a place (table from 0, place from 1) or on the chair behind it.

    Whoever sits there takes the guest's old seat, or none; an interpreter behind goes along.

    Raises:
        BadInput: there is no such place.
        NotFound: there is no such seating or guest.
    """
    with _editing(ws, id, msgid("Seat {person} at {seat}")) as (work, before, put):
        if not (0 <= table < len(before.tables) and 1 <= place <= before.tables[table].places):
            raise BadInput("There is no such place.")
        work.fields["person"] = _name(work, attendee_id)
        there = Seat(attendee_id, table, place, behind)
        work.fields["seat"] = seat_label(before.tables, there)
        sitter = before.sitter(table, place, behind=behind)
        if sitter is not None and sitter != attendee_id:
            work.fields.update(one=work.fields["person"], other=_name(work, sitter))
            swaps = before.seat_of(attendee_id) is not None
            work.name = (
                msgid("{one} and {other} change places")
                if swaps
                else msgid("Seat {person} at {seat} instead of {other}")
            )
        put(seating_moves.moved(before, attendee_id, table, place, behind=behind))
    return work.change


def unseat(ws: Workspace, id: int, attendee_ids: Collection[int]) -> Change:
    """Free the seats of guests."""
    name = (
        msgid("Free {count} seats")
        if len(attendee_ids) > 1
        else msgid("Free the seat of {person}")
    )
    with _editing(ws, id, name) as (work, before, put):
        _tell(work, attendee_ids)
        put(seating_moves.unseated(before, attendee_ids))
    return work.change


def lock(ws: Workspace, id: int, attendee_ids: Collection[int], *, locked: bool = True) -> Change:
    """Let suggestions leave guests where they sit, or move them again."""
    name = msgid("Hold {person}’s seat") if locked else msgid("Let {person}’s seat go")
    with _editing(ws, id, name) as (work, before, put):
        _tell(work, attendee_ids)
        put(seating_moves.locked(before, attendee_ids, lock=locked))
    return work.change


def keep_apart(
    ws: Workspace, id: int, one_id: int, other_id: int, *, apart: bool = True
) -> Change:
    """Note that two guests must not sit beside each other, or that they may again.

    Raises:
        BadInput: it is one guest.
    """
    name = msgid("{one} not beside {other}") if apart else msgid("{one} beside {other} again")
    if one_id == other_id:
        raise BadInput("Choose two different guests.")
    with _editing(ws, id, name) as (work, before, put):
        work.fields.update(one=_name(work, one_id), other=_name(work, other_id))
        put(seating_moves.kept_apart(before, one_id, other_id, apart=apart))
    return work.change


def interpret(ws: Workspace, id: int, attendee_id: int, delegate_id: int | None) -> Change:
    """Note for whom somebody interprets; None: for nobody."""
    name = (
        msgid("{one} interprets for {other}") if delegate_id else msgid("{one} does not interpret")
    )
    with _editing(ws, id, name) as (work, before, put):
        work.fields["one"] = _name(work, attendee_id)
        if delegate_id:
            work.fields["other"] = _name(work, delegate_id)
        put(seating_moves.interpreting(before, attendee_id, delegate_id))
    return work.change


def host(ws: Workspace, id: int, attendee_id: int, *, hosts: bool = True) -> Change:
    """Note that somebody hosts at the tables, or is a guest."""
    name = msgid("{person} hosts") if hosts else msgid("{person} is a guest")
    with _editing(ws, id, name) as (work, before, put):
        work.fields["person"] = _name(work, attendee_id)
        others = tuple(one for one in before.host_ids if one != attendee_id)
        put(replace(before, host_ids=(*others, attendee_id) if hosts else others))
    return work.change


def add_speakers(ws: Workspace, event_id: int) -> Change:
    """Put those who speak or preside on the list of guests, so that they can be seated.

    Raises:
        NotFound: there is no such event.
    """
    ranks = protocol.order(ws, event_id)
    with ws.change("Add {count} speakers to the guests") as work:
        known = {one.person_id for one in work.find(Attendee, event_id=event_id)}
        fresh = [one.attendee for one in ranks if one.person.id not in known]
        work.fields["count"] = str(len(fresh))
        work.put_all([replace(one, reply=Reply.ACCEPTED) for one in fresh])
    return work.change


# within ---------------------------------------------------------------------------------------

_Editing = tuple[Recording, Seating, Callable[[Seating], None]]


@contextmanager
def _editing(ws: Workspace, id: int, name: str) -> "Generator[_Editing]":
    """Change a seating, and the labels that its guests have."""
    with ws.change(name) as work:
        before = work.load(Seating, id)

        def put(after: Seating) -> None:
            _check(after)
            with seats.labelled(work, before.event_id):
                work.put(after)

        yield work, before, put


def _edit(
    ws: Workspace, id: int, name: str, change: Callable[[Seating], Seating], **fields: str
) -> Change:
    with _editing(ws, id, name) as (work, before, put):
        after = change(before)
        work.fields.update({"seating": label(after), **fields})
        put(after)
    return work.change


def _check(seating: Seating) -> None:
    for table in seating.tables:
        if not 1 <= table.places <= MOST_PLACES or not 1 <= table.rows <= table.places:
            raise BadInput("A table has 1 to {most} places.", most=MOST_PLACES)


def _sitters(seen: seating_board.Board, *, everybody: bool) -> list[Sitter]:
    """Those to be seated, in order of precedence."""
    hosts = set(seen.seating.host_ids)
    return [
        Sitter(
            one.attendee.id,
            one.person.gender,
            frozenset(one.person.languages),
            host=one.attendee.id in hosts or one.person.id == seen.president_id,
            presides=one.person.id == seen.president_id,
        )
        for one in seen.ranks
        if everybody or one.attendee.id in seen.expected
    ]


def _tell(work: Recording, attendee_ids: Collection[int]) -> None:
    if len(attendee_ids) == 1:
        work.fields["person"] = _name(work, next(iter(attendee_ids)))
    else:
        work.fields["count"] = str(len(attendee_ids))


def _name(work: Recording, attendee_id: int) -> str:
    return label(work.load(Person, work.load(Attendee, attendee_id).person_id))
