"""Letters twice as large on a screen of 1366 × 768: nothing is cut, all of it within reach."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui import dialog as dialogs
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.fields import TextField
from desktop.ui.kit import Elided
from desktop.ui.organisations.page import OrganisationsPage
from desktop.ui.panes import Panes
from desktop.ui.schedule.margins import Hours, RoomHeads
from desktop.ui.schedule.slot_item import SlotItem
from desktop.ui.speakers.page import SpeakersPage
from desktop.ui.theme import theme_for
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle
from tests.ui.dialogs import DIALOGS
from tests.ui.test_gate import INTERACTIVE, own, pages

SMALL = QSize(683, 384)


@pytest.fixture(params=("en", "ru", "ar"))
def small(request: pytest.FixtureRequest, window: Window, qtbot: QtBot) -> Window:
    """The window in the language with the longest words, in a mirrored one, and in English."""
    settle(qtbot, window)
    window.resize(SMALL)
    if request.param != "en":
        window.speak(request.param)
        qtbot.waitUntil(lambda: window.kit.language == request.param)
    return window


def shown(root: QWidget) -> Iterator[QWidget]:
    """What can be read or worked with."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, (QLabel, *INTERACTIVE)) and own(widget):
            yield widget


def out_of_reach(widget: QWidget) -> str:
    """Why somebody cannot see all of a widget, not even by scrolling; empty where they can."""
    inner, rect = widget, widget.rect()
    while not inner.isWindow():
        outer = inner.parentWidget()
        area = outer.parentWidget() if outer is not None else None
        assert outer is not None
        rect = rect.translated(inner.pos())
        if isinstance(outer, Hours | RoomHeads):
            return ""  # they scroll along with the grid beside them
        if isinstance(area, QAbstractScrollArea) and area.viewport() is outer:
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            across = area.horizontalScrollBarPolicy() == off
            if isinstance(area, QScrollArea) and across and inner.width() > outer.width() + 1:
                return f"{named(widget)} wider than {area!r}"
            rect = area.rect()
            outer = area
        elif not outer.rect().adjusted(-1, -1, 1, 1).contains(rect):
            return f"{named(widget)} {rect} outside of {outer!r}"
        inner = outer
    return ""


def is_cut(widget: QWidget) -> bool:
    if not isinstance(widget, QLabel | QAbstractButton) or isinstance(widget, Elided):
        return False
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    return bool(widget.text()) and not wraps and widget.width() < widget.sizeHint().width() - 1


def named(widget: QWidget) -> str:
    return f"{widget.accessibleName() or getattr(widget, 'text', str)()!r} {type(widget).__name__}"


def faults(root: QWidget) -> list[str]:
    found = [out_of_reach(widget) for widget in shown(root)]
    found += [f"cut: {named(widget)}" for widget in shown(root) if is_cut(widget)]
    return [fault for fault in found if fault]


def handles(window: Window) -> Iterator[QAbstractButton]:
    """What calls the panes that are put away on the open page."""
    assert window.frame is not None
    assert window.frame.page is not None
    for panes in window.frame.page.findChildren(Panes):
        for pane in panes.panes:
            if pane.handle is not None and pane.handle.isVisible():
                yield pane.handle


def test_nothing_on_a_page_is_cut_or_out_of_reach(small: Window, qtbot: QtBot):
    found: list[str] = []
    for key in pages(small, qtbot):
        assert small.size() == SMALL, f"{key} makes the window larger"
        found += [f"{key}: {fault}" for fault in faults(small)]
        for handle in handles(small):
            handle.click()
            QApplication.processEvents()
            assert handle.isChecked()
            found += [f"{key}, {handle.text()}: {fault}" for fault in faults(small)]
            handle.click()
    assert not found, "\n".join(found)


def test_the_first_start_is_within_reach(bare_window: Window):
    bare_window.resize(SMALL)
    bare_window.show_start()
    bare_window.show()
    QApplication.processEvents()
    assert bare_window.size() == SMALL
    assert faults(bare_window) == []


def test_every_dialog_finds_room(small: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "available", lambda _dialog: SMALL)
    found: list[str] = []
    for name, make in DIALOGS.items():
        made = make(small, qtbot)
        made.open()
        settle(qtbot, small)
        if made.width() > SMALL.width() or made.height() > SMALL.height():
            found.append(f"{name}: {made.size()}")
        found += [f"{name}: {fault}" for fault in faults(made)]
        found += [f"{name}: Enter presses {one}" for one in pressed_by_chance(made)]
        close(made)
    assert not found, "\n".join(found)


def pressed_by_chance(made: QDialog) -> list[str]:
    """The button that Enter presses though nobody chose it: neither the main one nor focused."""
    return [
        named(one)
        for one in made.findChildren(QPushButton)
        if one.isDefault() and not one.hasFocus() and one.property("kind") != "primary"
    ]


def close(made: QDialog) -> None:
    made.reject()
    made.deleteLater()


def test_the_tab_key_reaches_everything_and_brings_it_into_sight(small: Window, qtbot: QtBot):
    missed: list[str] = []
    for key in pages(small, qtbot):
        assert small.frame is not None
        small.frame.top.undo.setFocus()
        reached: set[QWidget] = set()
        before = small.focusWidget()
        for _ in range(400):
            qtbot.keyClick(before, Qt.Key.Key_Tab)
            focus = small.focusWidget()
            if focus in reached and focus is not before:  # days and times have parts
                break
            reached.add(focus)
            before = focus
            if not in_sight(small, focus):
                missed.append(f"{key}: {named(focus)} is not in sight")
        for widget in shown(small):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isEnabled() and not reached & set(together(widget)):
                missed.append(f"{key}: {named(widget)} is not reached")
    assert not missed, "\n".join(missed)


def together(widget: QWidget) -> list[QWidget]:
    """A control and those between which the arrow keys go."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return [*group.buttons()]
    parent = widget.parentWidget()
    if isinstance(widget, SlotItem) and parent is not None:
        return [*parent.findChildren(SlotItem)]
    if isinstance(widget, QAbstractButton) and widget.autoExclusive() and parent is not None:
        return [one for one in parent.findChildren(QAbstractButton) if one.autoExclusive()]
    return [widget]


def in_sight(window: Window, widget: QWidget) -> bool:
    """Whether a corner or the middle of a control is on the screen, and nothing lies over it."""
    seen = widget.visibleRegion().boundingRect().adjusted(3, 3, -3, -3)
    corners = seen.topLeft(), seen.topRight(), seen.bottomLeft(), seen.bottomRight()
    tops = (window.childAt(widget.mapTo(window, point)) for point in (*corners, seen.center()))
    return any(top is widget or (top and widget.isAncestorOf(top)) for top in tops)


def kinds(window: Window, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """One control of each kind that takes the focus, as it comes into sight."""
    known: set[str] = set()
    for key in pages(window, qtbot):
        for widget in shown(window):
            looks = (widget.property("kind"), widget.property("look"))
            kind = f"{type(widget).__name__} {looks}"
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isEnabled() and kind not in known:
                known.add(kind)
                yield f"{key}: {kind}", widget


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_what_has_the_focus_is_seen(window: Window, qtbot: QtBot, look: str):
    settle(qtbot, window)
    window.look(look)
    qtbot.waitUntil(lambda: window.kit.theme is theme_for(look))
    same: list[str] = []
    for name, widget in kinds(window, qtbot):
        window.activateWindow()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert widget.hasFocus(), name
        with_focus = around(widget)
        widget.clearFocus()
        QApplication.processEvents()
        if around(widget) == with_focus:
            same.append(name)
    assert same == []


def around(widget: QWidget) -> QImage:
    """A control and a little round it, for a ring may lie outside."""
    place = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    return widget.window().grab(place.adjusted(-4, -4, 4, 4)).toImage()


def test_tab_goes_through_the_fields_as_they_are_read(window: Window, go: Go, qtbot: QtBot):
    """Fields of names and offices are made later than those that stand below them."""
    page = go("speakers")
    assert isinstance(page, SpeakersPage)
    page.table.go(page.table.rows.number(page.table.rows.value(0)))
    settle(qtbot, window)
    fields = page.inspector.findChildren(TextField)
    next(one for one in fields if one.accessibleName().startswith("Given name")).setFocus()
    reached: list[str] = []
    while window.focusWidget().accessibleName() != "Gender":
        reached.append(window.focusWidget().accessibleName())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert len(reached) < 100
    wanted = ["Given name, In Latin letters", "Honorific, Español", "Office, Español"]
    assert [name for name in reached if name in wanted] == wanted


@pytest.mark.parametrize("key", ["guests", "speakers", "organisations"])
def test_the_inspector_leaves_the_list_its_end_where_there_is_room(
    window: Window, go: Go, key: str
):
    window.resize(SMALL)
    page = go(key)
    assert isinstance(page, GuestsPage | SpeakersPage | OrganisationsPage)
    page.table.go(page.table.rows.number(page.table.rows.value(1)))
    QApplication.processEvents()
    assert page.detail is not None
    inspector = page.detail.mapTo(page, QPoint())
    bar = page.table.verticalScrollBar()
    assert page.inspector.isVisible()
    assert bar.mapTo(page, bar.rect().topRight()).x() < inspector.x()


def test_all_of_the_bulk_bar_stands_together(window: Window, go: Go, qtbot: QtBot):
    window.resize(SMALL)
    page = go("guests")
    assert isinstance(page, GuestsPage)
    page.table.selectAll()
    settle(qtbot, window)
    bar = page.bulk
    cross, count = (
        next(one for one in bar.findChildren(kind) if name in (one.accessibleName() or one.text()))
        for kind, name in ((QAbstractButton, "Choose none"), (QLabel, "149 selected"))
    )
    assert cross.geometry().center().y() == pytest.approx(count.geometry().center().y(), abs=2)
