"""The options of documents in the window: what is asked, with what, and what it changes."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.services import events
from desktop.ui.day_field import DayField
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.publish.listed_fields import SeveralField
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.window import Window
from tests.ui.conftest import WAIT, settle
from tests.ui.test_documents import words


def field(page: DocumentsPage, name: str) -> QWidget:
    """The field of this name, as it was made last."""
    every = page.options.findChildren(QWidget)
    return [one for one in every if one.accessibleName() == name][-1]


def choose(page: DocumentsPage, name: str, value: str) -> None:
    """Choose a value in a field's list."""
    chooser = field(page, name)
    assert isinstance(chooser, ChoiceField)
    chooser.show_value(value)
    chooser.activated.emit(chooser.currentIndex())


def show(page: DocumentsPage, window: Window, qtbot: QtBot, kind: str) -> None:
    page.cards[kind].click()
    settle(qtbot, window)


def test_what_would_change_nothing_is_not_asked(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    show(documents, window, qtbot, "badges")
    assert not field(documents, "Sheet of labels").isVisible()
    assert field(documents, "Flag of the country").isVisible()
    choose(documents, "Format", "labels")
    assert field(documents, "Sheet of labels").isVisible()
    assert not field(documents, "Flag of the country").isVisible()


def test_rooms_and_days_are_chosen_from_those_of_the_event(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    show(documents, window, qtbot, "door-signs")
    before = documents.paper
    assert before is not None
    choose(documents, "Room", "Aula Magna")
    qtbot.waitUntil(lambda: documents.paper not in (None, before), timeout=WAIT)
    assert documents.paper is not None
    assert len(documents.paper.sizes) < len(before.sizes)
    rooms = field(documents, "Room")
    assert isinstance(rooms, ChoiceField)
    assert rooms.itemText(0) == "Every room"
    days = field(documents, "Day")
    assert isinstance(days, ChoiceField)
    assert [days.itemText(place) for place in range(days.count())] == [
        "Every day",
        "Thursday, 12 March 2026",
    ]


def test_several_categories_are_ticked_in_one_list(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    show(documents, window, qtbot, "badges")
    chooser = field(documents, "Categories")
    assert isinstance(chooser, SeveralField)
    assert chooser.currentText() == "All categories"
    choose(documents, "Categories", "press")
    choose(documents, "Categories", "speaker")
    settle(qtbot, window)
    assert documents.options.answers == {"category": "press, speaker"}
    assert chooser.currentText() == "Press and Speakers"
    choose(documents, "Categories", "press")
    choose(documents, "Categories", "speaker")
    assert documents.options.answers == {"category": ""}
    assert chooser.currentText() == "All categories"
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert chooser.view().isVisible()
    chooser.hidePopup()
    assert documents.options.answers == {"category": ""}


def test_a_date_is_chosen_from_a_calendar_and_printed(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    show(documents, window, qtbot, "invitations")
    until = field(documents, "Reply by")
    assert isinstance(until, DayField)
    until.show_day(date(2026, 3, 1))
    until.edited.emit()
    qtbot.waitUntil(lambda: "1 de marzo" in words(documents.paper.pdf), timeout=WAIT)
    assert documents.options.answers == {"until": "2026-03-01"}


def test_what_was_written_about_one_event_is_not_said_of_another(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    show(documents, window, qtbot, "invitations")
    dress = field(documents, "Dress")
    assert isinstance(dress, TextField)
    dress.setText("Traje oscuro")
    dress.editingFinished.emit()
    choose(documents, "Form", "cut")
    assert documents.options.answers == {"dress": "Traje oscuro", "form": "cut"}
    event = Event(slug="another", title=Localized.of(es="Otro"), languages=("es",))
    window.desk.act(window, lambda ws: events.create(ws, event))
    settle(qtbot, window)
    other = next(one for one in window.desk.events if one.slug == "another")
    window.desk.choose_event(other.id)
    settle(qtbot, window)
    assert documents.options.answers == {"form": "cut"}
    written = field(documents, "Dress")
    assert isinstance(written, TextField)
    assert written.text() == ""


def test_answers_outlive_a_change_of_the_windows_language(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    show(documents, window, qtbot, "invitations")
    choose(documents, "Form", "letter")
    window.speak("es")
    qtbot.waitUntil(lambda: window.kit.language == "es", timeout=WAIT)
    assert window.frame is not None
    window.frame.show_page("documents")
    settle(qtbot, window)
    page = window.frame.page
    assert isinstance(page, DocumentsPage)
    show(page, window, qtbot, "invitations")
    assert page.options.answers == {"form": "letter"}
    form = field(page, page.kit.text("Form"))
    assert isinstance(form, ChoiceField)
    assert form.value == "letter"
