"""What can be done with a guest on the page of seatings."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.ui.seating import deeds
from desktop.ui.seating.dialogs import GuestPicker
from desktop.ui.seating.forms_dialog import FormsDialog
from desktop.ui.seating.snapshot import Snapshot

if TYPE_CHECKING:
    from desktop.ui.seating.page import SeatingPage

Line = tuple[str, str, Callable[[], object]] | None
"""Words, icon, what it does; None draws a rule."""


def guest_menu(page: "SeatingPage", shown: Snapshot, guest_id: int) -> QMenu:
    """A menu that deletes itself when it is closed."""
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(shown.name(guest_id)).setEnabled(False)
    lines: list[Line] = []
    if shown.seating.id:
        lines += [*_seat(page, shown, guest_id), None, *_others(page, shown, guest_id), None]
    lines += _order(page, shown, guest_id)
    for line in lines:
        if line is None:
            menu.addSeparator()
            continue
        words, icon, run = line
        menu.addAction(page.kit.icon(icon, "navy"), words).triggered.connect(partial(_run, run))
    return menu


def _run(run: Callable[[], object], _on: bool = False) -> None:
    run()


def _seat(page: "SeatingPage", shown: Snapshot, guest_id: int) -> Iterator[Line]:
    text, id = page.kit.text, shown.seating.id
    seat = shown.seating.seat_of(guest_id)
    yield text("Choose a seat"), "hand-grab", partial(page.board.pick, guest_id)
    if seat is None:
        return
    yield text("Free the seat"), "refresh", partial(deeds.unseat, page, id, [guest_id])
    if seat.locked:
        yield (
            text("Let the seat go"),
            "lock",
            partial(deeds.lock, page, id, guest_id, locked=False),
        )
    else:
        words = text("Hold the seat in new suggestions")
        yield words, "lock", partial(deeds.lock, page, id, guest_id, locked=True)


def _others(page: "SeatingPage", shown: Snapshot, guest_id: int) -> Iterator[Line]:
    """Interpreters, hosts, and who must not sit beside them."""
    kit, seating = page.kit, shown.seating
    text, id = kit.text, seating.id
    if guest_id in seating.host_ids:
        yield text("Is a guest"), "users", partial(deeds.host, page, id, guest_id, hosts=False)
    else:
        yield (
            text("Hosts at a table"),
            "users",
            partial(deeds.host, page, id, guest_id, hosts=True),
        )
    delegate = seating.delegate_of(guest_id)
    if delegate:
        words = text("No longer interprets for {person}", person=shown.name(delegate))
        yield words, "headphones", partial(deeds.interpret, page, id, guest_id, None)
    else:
        ask = text("Interprets for whom? Type a name")
        then = partial(deeds.interpret, page, id, guest_id)
        yield text("Interprets for…"), "headphones", _picking(page, shown, guest_id, ask, then)
    ask = text("Not beside whom? Type a name")
    part = partial(deeds.keep_apart, page, id, guest_id, apart=True)
    yield text("Not beside…"), "ban", _picking(page, shown, guest_id, ask, part)
    for pair in seating.apart:
        if guest_id in (pair.attendee_id, pair.other_id):
            other = pair.other_id if pair.attendee_id == guest_id else pair.attendee_id
            words = text("May sit beside {person} again", person=shown.name(other))
            yield words, "check", partial(deeds.keep_apart, page, id, guest_id, other, apart=False)


def _order(page: "SeatingPage", shown: Snapshot, guest_id: int) -> Iterator[Line]:
    text, guest, event = page.kit.text, shown.guests[guest_id], shown.event
    if guest.rank is not None:
        yield (
            text("Give a place in the order…"),
            "hand-grab",
            partial(_place, page, shown, guest_id),
        )
        if guest.rank.override is not None:
            drop = partial(deeds.drop_place, page, event.id, guest.person.id)
            yield text("Let the rules give the place"), "arrow-back-up", drop
    if guest.person.id != event.president_id:
        run = partial(deeds.preside, page, event.id, guest.person.id)
        yield text("Presides over the event"), "flag", run
    forms = partial(_forms, page, shown, guest_id)
    yield text("Forms of address"), "message-2", forms
    yield text("Open the invitation"), "mail", partial(page.wanted.emit, "guests", guest_id)


def _picking(
    page: "SeatingPage", shown: Snapshot, guest_id: int, name: str, then: Callable[[int], None]
) -> Callable[[], object]:
    def ask() -> None:
        GuestPicker(page.kit, page.window(), name, shown, guest_id, then).open()

    return ask


def _place(page: "SeatingPage", shown: Snapshot, guest_id: int) -> None:
    rank = shown.guests[guest_id].rank
    page.ask_place(guest_id, rank.place if rank else 1)


def _forms(page: "SeatingPage", shown: Snapshot, guest_id: int) -> None:
    FormsDialog(page, shown, shown.guests[guest_id]).open()
