"""Filling in what is missing, as somebody does it who types and presses Enter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services import events, people
from desktop.ui.translations.page import MOST, TranslationsPage
from desktop.ui.translations.rows import NameRow, TextRow
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle

Page = TranslationsPage


@pytest.fixture
def page(window: Window, go: Go, qtbot: QtBot) -> Page:
    """The reference event with Hebrew as one more language."""
    settle(qtbot, window)
    number = window.desk.current.id if window.desk.current else 0

    def speak_hebrew(ws):
        known = events.event(ws, number)
        return events.save(ws, replace(known, languages=(*known.languages, "he")))

    window.desk.act(window.desk, speak_hebrew)
    settle(qtbot, window)
    page = go("translations")
    assert isinstance(page, Page)
    page.open(9)
    settle(qtbot, window)
    assert page.language == "he"
    return page


def test_enter_stores_a_text_and_goes_on_to_the_next(window: Window, page: Page, qtbot: QtBot):
    window.activateWindow()
    assert len(page.rows) == MOST, "not all at once"
    first, second = [row for row in page.rows.values() if isinstance(row, TextRow)][:2]
    assert first.field.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert first.text.field == "title"
    first.begin()
    first.field.insertPlainText("מדע ללא גבולות")
    qtbot.keyClick(first.field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is second.field
    settle(qtbot, window)
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.title.get("he") == "מדע ללא גבולות"
    assert QApplication.focusWidget() is second.field, "reading anew does not take the focus"
    assert first.sign.accessibleName() == "Done"
    assert sum(row.sign.accessibleName() == "Missing" for row in page.rows.values()) == MOST

    window.desk.undo_last()
    settle(qtbot, window)
    settle(qtbot, window)
    assert first.sign.accessibleName() == "Missing"


def test_tab_leads_from_field_to_field(window: Window, page: Page, qtbot: QtBot):
    window.activateWindow()
    first, second = [row for row in page.rows.values() if isinstance(row, TextRow)][:2]
    first.begin()
    first.field.insertPlainText("מדע")
    qtbot.keyClick(first.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second.field
    settle(qtbot, window)
    assert window.desk.current is not None
    assert window.desk.current.title.get("he") == "מדע"


def test_control_enter_opens_the_place(window: Window, page: Page, qtbot: QtBot):
    row = next(
        row
        for row in page.rows.values()
        if isinstance(row, TextRow) and row.text.place.kind == "slot"
    )
    row.begin()
    qtbot.keyClick(row.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.frame is not None
    assert window.frame.key == "programme"


def test_a_spelling_is_offered_and_taken_only_when_asked(window: Window, go: Go, qtbot: QtBot):
    settle(qtbot, window)

    def forget(ws):
        with ws.change("Forget Cyrillic names") as work:
            person = next(one for one in people.people(ws) if one.id in speaking(ws))
            work.put(replace(person, names=tuple(n for n in person.names if n.tag == "Latn")))
        return work.change

    def speaking(ws):
        return [
            person.id for person in people.speakers(ws, 1) if person.name("Latn").tag == "Latn"
        ]

    window.desk.act(window.desk, forget)
    settle(qtbot, window)
    page = go("translations")
    assert isinstance(page, Page)
    page.open(2)
    settle(qtbot, window)
    row = next(row for row in page.rows.values() if isinstance(row, NameRow))
    assert row.offer is not None
    before = page.sheet
    assert before is not None
    assert not any(field.text() for field in row.fields.values())
    row.offer.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert page.sheet is not None
    assert len(page.sheet.unspelt("kk")) == len(before.unspelt("kk")) - 1
    window.desk.undo_last()
    settle(qtbot, window)
    settle(qtbot, window)
    assert len(page.sheet.unspelt("kk")) == len(before.unspelt("kk"))
