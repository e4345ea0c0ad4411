"""One thin operation a verb: start it in the background; the toast names what it did."""

from collections.abc import Callable, Collection
from collections.abc import Set as AbstractSet

from desktop.domain.change import Change
from desktop.domain.event import Protocol
from desktop.domain.localized import Localized
from desktop.domain.placing import Wish
from desktop.domain.seating import Seating, Table
from desktop.services import protocol, seatings, speeches
from desktop.ui.page import Page
from desktop.ui.seating.geometry import Spot

Done = Callable[[Change], None] | None


def create(page: Page, seating: Seating, done: Done) -> None:
    """Add a seating."""
    page.desk.act(page, lambda ws: seatings.create(ws, seating), done)


def rename(page: Page, id: int, title: Localized) -> None:
    """Give a seating another title."""
    page.desk.act(page, lambda ws: seatings.rename(ws, id, title))


def delete(page: Page, id: int) -> None:
    """Delete a seating."""
    page.desk.act(page, lambda ws: seatings.delete(ws, id))


def put_table(page: Page, id: int, at: int | None, table: Table) -> None:
    """Change a table, or add one."""
    if at is None:
        page.desk.act(page, lambda ws: seatings.add_table(ws, id, table))
    else:
        page.desk.act(page, lambda ws: seatings.change_table(ws, id, at, table))


def remove_table(page: Page, id: int, at: int) -> None:
    """Take a table away."""
    page.desk.act(page, lambda ws: seatings.remove_table(ws, id, at))


def suggest(page: Page, id: int, wishes: AbstractSet[Wish], *, everybody: bool) -> None:
    """Seat those who come by precedence."""
    page.desk.act(page, lambda ws: seatings.suggest(ws, id, wishes, everybody=everybody))


def seat(page: Page, id: int, guest_id: int, spot: Spot) -> None:
    """Seat a guest."""
    table, place, behind = spot
    page.desk.act(page, lambda ws: seatings.seat(ws, id, guest_id, table, place, behind=behind))


def unseat(page: Page, id: int, guest_ids: Collection[int]) -> None:
    """Free the seats of guests."""
    page.desk.act(page, lambda ws: seatings.unseat(ws, id, guest_ids))


def lock(page: Page, id: int, guest_id: int, *, locked: bool) -> None:
    """Hold a guest's seat, or let it go."""
    page.desk.act(page, lambda ws: seatings.lock(ws, id, [guest_id], locked=locked))


def keep_apart(page: Page, id: int, one_id: int, other_id: int, *, apart: bool) -> None:
    """Two guests not beside each other, or beside each other again."""
    page.desk.act(page, lambda ws: seatings.keep_apart(ws, id, one_id, other_id, apart=apart))


def interpret(page: Page, id: int, guest_id: int, delegate_id: int | None) -> None:
    """For whom somebody interprets."""
    page.desk.act(page, lambda ws: seatings.interpret(ws, id, guest_id, delegate_id))


def host(page: Page, id: int, guest_id: int, *, hosts: bool) -> None:
    """Whether somebody hosts."""
    page.desk.act(page, lambda ws: seatings.host(ws, id, guest_id, hosts=hosts))


def add_speakers(page: Page, event_id: int) -> None:
    """Put those who speak on the list of guests."""
    page.desk.act(page, lambda ws: seatings.add_speakers(ws, event_id))


def place(page: Page, event_id: int, person_id: int, at: int, reason: str) -> None:
    """Give a place in the order by hand."""
    page.desk.act(page, lambda ws: protocol.override(ws, event_id, person_id, at, reason))


def drop_place(page: Page, event_id: int, person_id: int) -> None:
    """Let the rules place somebody again."""
    page.desk.act(page, lambda ws: protocol.drop_override(ws, event_id, person_id))


def set_protocol(page: Page, event_id: int, value: Protocol) -> None:
    """Choose the rules."""
    page.desk.act(page, lambda ws: protocol.set_protocol(ws, event_id, value))


def preside(page: Page, event_id: int, person_id: int | None) -> None:
    """Choose who presides."""
    page.desk.act(page, lambda ws: protocol.set_president(ws, event_id, person_id))


def arrange(page: Page, slot_id: int, places: tuple[int, ...]) -> None:
    """Let speakers stand in another order."""
    page.desk.act(page, lambda ws: speeches.arrange(ws, slot_id, places))
