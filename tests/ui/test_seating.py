"""The page of seatings as its users work it: by mouse, by keys, by its menus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.localized import Localized
from desktop.domain.seating import Interpreter, Seat, Seating, Shape, Table
from desktop.ui.seating import deeds
from desktop.ui.seating.dialogs import GuestPicker, PlaceDialog, SeatingDialog, TableDialog
from desktop.ui.seating.geometry import Spot
from desktop.ui.seating.guest_menu import guest_menu
from desktop.ui.seating.page import SeatingPage
from desktop.ui.seating.snapshot import Snapshot
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
HEAD = Table(Localized.of(en="Dais"), Shape.HEAD, 5)
ROUND = Table(Localized.of(en="Almond"), Shape.ROUND, 6)


@pytest.fixture
def page(go: Go, window: Window, qtbot: QtBot) -> SeatingPage:
    """The page with a dinner at a head table and a round table; nobody is seated yet."""
    page = go("seating")
    assert isinstance(page, SeatingPage)
    event = window.desk.current
    assert event is not None
    dinner = Seating(event_id=event.id, title=Localized.of(en="Dinner"), tables=(HEAD, ROUND))
    deeds.create(page, dinner, None)
    settle(qtbot, window)
    settle(qtbot, window)
    return page


@pytest.fixture
def wait(qtbot: QtBot, window: Window) -> Callable[[], None]:
    def settled() -> None:
        settle(qtbot, window)
        settle(qtbot, window)

    return settled


def guests(page: SeatingPage) -> list[int]:
    """The invitations in order of precedence."""
    assert page.shown is not None
    return [rank.attendee.id for rank in page.shown.board.ranks]


def shown(page: SeatingPage) -> Snapshot:
    assert page.shown is not None
    return page.shown


def sitter(page: SeatingPage, *spot: int, behind: bool = False) -> int:
    assert page.shown is not None
    return page.shown.seating.sitter(*spot, behind=behind) or 0


def names(page: SeatingPage) -> list[str]:
    assert page.shown is not None
    return [page.shown.guests[id].name for id in guests(page)]


def mouse(widget: QWidget, kind: QEvent.Type, point: QPointF) -> None:
    """A mouse event at a point of the screen."""
    button = NONE if kind is QEvent.Type.MouseMove else LEFT
    buttons = NONE if kind is QEvent.Type.MouseButtonRelease else LEFT
    here = QPointF(widget.mapFromGlobal(point.toPoint()))
    event = QMouseEvent(kind, here, point, button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, start: QPointF, end: QPointF, *, drop: bool = True) -> None:
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    for part in (0.3, 0.7, 1.0):
        mouse(widget, QEvent.Type.MouseMove, start + (end - start) * part)
    if drop:
        mouse(widget, QEvent.Type.MouseButtonRelease, end)


def seat_point(page: SeatingPage, spot: Spot) -> QPointF:
    item = page.board.hall.seats[spot]
    page.board.hall.ensureWidgetVisible(item)
    return QPointF(item.mapToGlobal(item.rect().center()))


def row_point(page: SeatingPage, row: int, share: float = 0.5) -> QPointF:
    guest_list = page.board.list
    rect = guest_list.visualRect(guest_list.rows.index(row))
    point = QPoint(rect.center().x(), rect.top() + round(rect.height() * share))
    return QPointF(guest_list.viewport().mapToGlobal(point))


def seat(page: SeatingPage, guest: int, spot: Spot, wait: Callable[[], None]) -> None:
    deeds.seat(page, shown(page).seating.id, guest, spot)
    wait()


def pick(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if words in action.text()).trigger()


# by mouse -------------------------------------------------------------------------------------


def test_a_guest_is_dragged_from_the_list_to_a_seat(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    first = guests(page)[0]
    port = page.board.list.viewport()
    drag(port, row_point(page, 0), seat_point(page, Spot(0, 2)), drop=False)
    assert page.board.hall.seats[Spot(0, 2)].aimed
    assert page.board.hand.isVisible()
    mouse(port, QEvent.Type.MouseButtonRelease, seat_point(page, Spot(0, 2)))
    wait()
    assert sitter(page, 0, 2) == first
    assert window.desk.undo is not None
    assert window.desk.undo.name == "Seat {person} at {seat}"
    window.desk.undo_last()
    wait()
    assert sitter(page, 0, 2) == 0


def test_two_guests_change_places_by_a_drag(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    one, other = guests(page)[:2]
    seat(page, one, Spot(0, 1), wait)
    seat(page, other, Spot(1, 3), wait)
    item = page.board.hall.seats[Spot(0, 1)]
    drag(item, seat_point(page, Spot(0, 1)), seat_point(page, Spot(1, 3)), drop=False)
    assert page.board.hand.outcome == f"Changes places with {shown(page).name(other)}"
    mouse(item, QEvent.Type.MouseButtonRelease, seat_point(page, Spot(1, 3)))
    wait()
    assert (sitter(page, 0, 1), sitter(page, 1, 3)) == (other, one)
    assert window.desk.undo is not None
    assert window.desk.undo.name == "{one} and {other} change places"
    window.desk.undo_last()
    wait()
    assert (sitter(page, 0, 1), sitter(page, 1, 3)) == (one, other)


def test_two_guests_change_places_by_the_keys(
    page: SeatingPage, wait: Callable[[], None], window: Window, qtbot: QtBot
):
    one, other, third = guests(page)[:3]
    seat(page, one, Spot(0, 1), wait)
    seat(page, other, Spot(0, 2), wait)
    seats = page.board.hall.seats
    page.board.hall.go(Spot(0, 1))
    qtbot.keyClick(seats[Spot(0, 1)], Qt.Key.Key_Space)
    qtbot.keyClick(seats[Spot(0, 1)], Qt.Key.Key_Right)
    words = f"Changes places with {shown(page).name(other)}"
    assert words in seats[Spot(0, 2)].accessibleDescription()
    qtbot.keyClick(seats[Spot(0, 2)], Qt.Key.Key_Space)
    wait()
    assert (sitter(page, 0, 1), sitter(page, 0, 2)) == (other, one)
    window.desk.undo_last()
    wait()
    assert (sitter(page, 0, 1), sitter(page, 0, 2)) == (one, other)
    page.board.pick(third)
    page.board.hall.go(Spot(0, 1))
    words = f"{shown(page).name(one)} has no seat then"
    assert words in seats[Spot(0, 1)].accessibleDescription()
    page.board.put_down(Spot(0, 1))
    wait()
    assert window.desk.undo is not None
    assert window.desk.undo.name == "Seat {person} at {seat} instead of {other}"


def test_a_guest_who_is_dragged_back_to_the_list_has_no_seat(
    page: SeatingPage, wait: Callable[[], None]
):
    seat(page, guests(page)[0], Spot(0, 1), wait)
    item = page.board.hall.seats[Spot(0, 1)]
    drag(item, seat_point(page, Spot(0, 1)), row_point(page, 3))
    wait()
    assert sitter(page, 0, 1) == 0


def test_esc_ends_a_drag_as_if_it_had_not_been(
    page: SeatingPage, wait: Callable[[], None], qtbot: QtBot
):
    seat(page, guests(page)[0], Spot(0, 1), wait)
    item = page.board.hall.seats[Spot(0, 1)]
    start, end = seat_point(page, Spot(0, 1)), seat_point(page, Spot(0, 4))
    drag(item, start, end, drop=False)
    qtbot.keyClick(item, Qt.Key.Key_Escape)
    mouse(item, QEvent.Type.MouseMove, end)
    mouse(item, QEvent.Type.MouseButtonRelease, end)
    wait()
    assert (sitter(page, 0, 1), sitter(page, 0, 4)) == (guests(page)[0], 0)


def test_what_would_be_wrong_is_said_while_one_drags(page: SeatingPage, wait: Callable[[], None]):
    one, other = guests(page)[:2]
    seat(page, one, Spot(0, 1), wait)
    deeds.keep_apart(page, shown(page).seating.id, one, other, apart=True)
    wait()
    port = page.board.list.viewport()
    drag(port, row_point(page, 1), seat_point(page, Spot(0, 2)), drop=False)
    assert "must not sit beside" in page.board.hand.warning
    mouse(port, QEvent.Type.MouseButtonRelease, seat_point(page, Spot(0, 2)))
    wait()
    assert page.state.isVisible()
    assert "2 problems" in page.state.text()  # there are not places for all either
    assert page.board.hall.seats[Spot(0, 2)].face.faulty


def test_a_guest_dragged_within_the_list_asks_for_the_reason(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    third = names(page)[2]
    drag(page.board.list.viewport(), row_point(page, 2), row_point(page, 0, 0.1))
    dialog = window.findChild(PlaceDialog)
    assert dialog is not None
    assert dialog.place.value() == 1
    assert not dialog.ok.isEnabled()
    dialog.reason.setText("Receives the prize")
    dialog.ok.click()
    wait()
    assert names(page)[0] == third
    rows = page.board.list.rows
    guest = rows.guest(rows.index(0))
    assert guest is not None
    assert rows.reason(guest) == "Placed by hand: Receives the prize"
    pick(guest_menu(page, shown(page), guest.id), "Let the rules give the place")
    wait()
    assert names(page)[2] == third


# by keys --------------------------------------------------------------------------------------


def test_a_guest_is_picked_up_and_put_down_by_the_keys(
    page: SeatingPage, wait: Callable[[], None], qtbot: QtBot
):
    guest_list, hall = page.board.list, page.board.hall
    guest_list.go(guests(page)[0])
    qtbot.keyClick(guest_list, Qt.Key.Key_Space)
    assert page.board.held == guests(page)[0]
    qtbot.keyClick(hall.seats[Spot(0, 1)], Qt.Key.Key_Right)
    assert hall.seats[Spot(0, 2)].aimed
    qtbot.keyClick(hall.seats[Spot(0, 2)], Qt.Key.Key_Space)
    wait()
    assert sitter(page, 0, 2) == guests(page)[0]
    assert page.board.held == 0
    qtbot.keyClick(hall.seats[Spot(0, 2)], Qt.Key.Key_Delete)
    wait()
    assert sitter(page, 0, 2) == 0


def test_alt_and_an_arrow_move_a_guest_in_the_order(
    page: SeatingPage, window: Window, qtbot: QtBot
):
    guest_list = page.board.list
    guest_list.go(guests(page)[3])
    qtbot.keyClick(guest_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog = window.findChild(PlaceDialog)
    assert dialog is not None
    assert dialog.place.value() == 3
    dialog.reject()


def test_every_seat_says_in_words_who_sits_there(page: SeatingPage, wait: Callable[[], None]):
    seats = page.board.hall.seats
    assert seats[Spot(1, 4)].accessibleName() == "Seat 2-4, free"
    id = guests(page)[0]
    seat(page, id, Spot(1, 4), wait)
    assert names(page)[0] in seats[Spot(1, 4)].accessibleName()
    reachable = [s for s in seats.values() if s.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert len(reachable) == 1  # the arrows lead on
    assert page.board.hall.tables[1].accessibleName() == "2 · Almond"


# suggesting, tables, menus --------------------------------------------------------------------


def test_a_suggestion_seats_by_precedence_and_is_one_undo(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    page.suggest.click()
    wait()
    assert page.shown is not None
    assert len(page.shown.seating.seats) == 11
    chosen = page.board.hall.seats[Spot(0, 3)].face
    assert chosen.presides or chosen.guest_id == guests(page)[0]
    window.desk.undo_last()
    wait()
    assert page.shown.seating.seats == ()


def test_a_new_seating_begins_with_places_for_all(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    page.begin()
    dialog = window.findChild(SeatingDialog)
    assert dialog is not None
    dialog.begin.show_value(Shape.ROUND)
    dialog.ok.click()
    wait()
    assert page.shown is not None
    assert len(page.shown.seatings) == 2
    places = sum(table.places for table in page.shown.seating.tables)
    assert places >= len(page.shown.board.expected)


def test_a_table_is_added_changed_and_taken_away(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    page.add_button.click()
    dialog = window.findChild(TableDialog)
    assert dialog is not None
    dialog.shape.show_value(Shape.ROWS)
    dialog.places.show_number(12)
    dialog.rows.show_number(3)
    dialog.ok.click()
    wait()
    assert page.shown is not None
    assert page.shown.seating.tables[2] == Table(Localized(), Shape.ROWS, 12, 3)
    assert "C4" in page.board.hall.seats[Spot(2, 12)].accessibleName()
    deeds.remove_table(page, page.shown.seating.id, 0)
    wait()
    assert len(page.board.hall.tables) == 2


def test_the_menu_of_a_guest_holds_seats_parts_guests_and_names_interpreters(
    page: SeatingPage, wait: Callable[[], None], window: Window, qtbot: QtBot
):
    one, other, third = guests(page)[:3]
    seat(page, one, Spot(0, 2), wait)

    def seating() -> Seating:
        return shown(page).seating

    def choose(words: str, guest: int = 0) -> None:
        pick(guest_menu(page, shown(page), one), words)
        panel = window.findChild(GuestPicker)
        if guest and panel is not None:
            panel._then(guest)
            panel.leave()
        wait()

    choose("Hold the seat")
    assert seating().seat_of(one) == Seat(one, 0, 2, locked=True)
    choose("Hosts at a table")
    assert seating().host_ids == (one,)
    choose("Not beside", other)
    assert len(seating().apart) == 1
    choose("May sit beside")
    assert seating().apart == ()
    choose("Interprets for", third)
    assert seating().interpreters == (Interpreter(one, third),)
    seat(page, third, Spot(1, 1), wait)
    item = page.board.hall.seats[Spot(0, 2)]
    drag(item, seat_point(page, Spot(0, 2)), seat_point(page, Spot(1, 1)))
    wait()
    assert sitter(page, 1, 1, behind=True) == one
    choose("No longer interprets")
    assert seating().interpreters == ()


def test_another_guest_is_found_by_a_few_letters(page: SeatingPage, window: Window, qtbot: QtBot):
    assert page.shown is not None
    found: list[int] = []
    panel = GuestPicker(page.kit, window, "Who?", page.shown, guests(page)[0], found.append)
    panel.open()
    other = page.shown.guests[guests(page)[4]]
    panel.look_for(other.person.names[0].family[:4].lower())
    assert panel.list.count() >= 1
    panel.leave()
