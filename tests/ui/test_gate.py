"""What holds for every page in every language: names for screen readers, room for words."""

import re
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.services.workspace import Workspace
from desktop.ui.kit import Elided
from desktop.ui.list_page import ListPage
from desktop.ui.places import PLACES
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.python_311 import PLENTY
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.window import Window
from tests.ui.conftest import settle

INTERACTIVE = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QTableView, QTextEdit)
LANGUAGES = ("en", "es", "kk", "ru", "ar")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, window: Window, qtbot: QtBot) -> str:
    settle(qtbot, window)
    if request.param != "en":
        window.speak(request.param)
        qtbot.waitUntil(lambda: window.kit.language == request.param)
    return request.param


def pages(window: Window, qtbot: QtBot) -> Iterator[str]:
    """Every page in turn, with an inspector open where it has one."""
    assert window.frame is not None
    for place in PLACES:
        window.frame.show_page(place.key)
        settle(qtbot, window)
        page = window.frame.page
        if isinstance(page, ListPage):
            first = next(at for at in range(9) if page.table.rows.value(at) is not None)
            page.table.go(page.table.rows.number(page.table.rows.value(first)))
            settle(qtbot, window)
        if isinstance(page, DocumentsPage):
            qtbot.waitUntil(lambda page=page: page.paper is not None, timeout=20_000)
            settle(qtbot, window)
        window.frame.toast.hide()
        yield place.key


def own(widget: QWidget) -> bool:
    """Whether a widget is ours, not a part that Qt puts into another one."""
    name = widget.objectName()
    return not name.startswith("qt_") and not isinstance(
        widget.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit | QTableView
    )


def test_every_control_has_a_name(window: Window, qtbot: QtBot, language: str):
    nameless: list[str] = []
    for key in pages(window, qtbot):
        for widget in window.findChildren(QWidget):
            if isinstance(widget, INTERACTIVE) and widget.isVisible() and own(widget):
                name = widget.accessibleName() or getattr(widget, "text", str)()
                if not str(name).strip():
                    nameless.append(f"{key}: {widget!r}")
    assert nameless == []


def test_no_words_are_cut_off(window: Window, qtbot: QtBot, language: str):
    cut: list[str] = []
    for key in pages(window, qtbot):
        assert (window.width(), window.height()) == (1366, 768), (
            f"{key} does not fit a small screen"
        )
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or isinstance(widget, Elided):
                continue
            if isinstance(widget, QLabel | QAbstractButton) and own(widget):
                wraps = isinstance(widget, QLabel) and widget.wordWrap()
                if widget.text() and not wraps and widget.width() < widget.sizeHint().width() - 1:
                    cut.append(
                        f"{key}: {widget.text()!r} {widget.width()} {widget.sizeHint().width()}"
                    )
    assert cut == []


def test_nothing_is_wider_than_its_inspector(window: Window, qtbot: QtBot, language: str):
    wide: list[str] = []
    for key in pages(window, qtbot):
        assert window.frame is not None
        page = window.frame.page
        detail = getattr(page, "inspector", None)
        if detail is not None:
            inner, view = detail.area.widget(), detail.area.viewport()
            if inner.minimumSizeHint().width() > view.width():
                wide.append(f"{key}: {inner.minimumSizeHint().width()} > {view.width()}")
    assert wide == []


def test_the_tab_key_reaches_the_list_and_the_inspector(window: Window, qtbot: QtBot):
    settle(qtbot, window)
    assert window.frame is not None
    page = window.frame.page
    assert isinstance(page, ProgrammePage)
    page._choose_view("list")
    page.table.go(page.table.rows.number(page.table.rows.value(1)))
    seen: set[str] = set()
    page.search.setFocus()
    for _ in range(60):
        focus = window.focusWidget()
        seen.add(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {"Programme", "Kind", "Day", "Begins", "Room", "Title, Español"} <= seen


def test_the_database_is_never_asked_on_the_windows_thread(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    settle(qtbot, window)
    here, guilty = threading.get_ident(), list[str]()
    for name in ("read", "change"):
        asked = getattr(Workspace, name)

        def watched(self, *args, asked=asked, name=name, **fields):
            if threading.get_ident() == here:
                guilty.append(name)
            return asked(self, *args, **fields)

        monkeypatch.setattr(Workspace, name, watched)
    for _key in pages(window, qtbot):
        pass
    window.desk.undo_last()
    settle(qtbot, window)
    assert guilty == []


def test_documents_are_set_and_drawn_on_another_thread(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    from desktop.ui.publish import preview
    from desktop.ui.publish import typesetter as publish

    threads: dict[str, int] = {}
    for module, name in ((publish, "measure"), (preview, "render")):
        asked = getattr(module, name)

        def watched(*args, asked=asked, name=name):
            threads[name] = threading.get_ident()
            return asked(*args)

        monkeypatch.setattr(module, name, watched)
    assert window.frame is not None
    window.frame.show_page("documents")
    qtbot.waitUntil(lambda: {"measure", "render"} <= set(threads), timeout=20_000)
    assert threading.get_ident() not in threads.values()
    settle(qtbot, window)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there anyway")
def test_none_outlives_the_window(window: Window, qtbot: QtBot):
    settle(qtbot, window)
    for _ in range(20):
        window.repaint()
    assert sys.getrefcount(None) > PLENTY // 2


def test_no_page_says_a_field_name(window: Window, qtbot: QtBot, language: str):
    """A message whose {fields} were not filled in would be seen here."""
    for key in pages(window, qtbot):
        for label in window.findChildren(QLabel):
            assert not re.search(r"\{\w*\}", label.text()), f"{key}: {label.text()}"
