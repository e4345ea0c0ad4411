"""Replies, letters to guests, the mail server and the places of an event, through the window."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain import invitation
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Capacity
from desktop.domain.mail_server import Security
from desktop.domain.message import Channel, Delivery, Message, Purpose
from desktop.domain.person import Contact
from desktop.services import attendance, events, mail_settings, people
from desktop.services.workspace import Workspace
from desktop.ui.attendees import deeds
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.events.page import EventsPage
from desktop.ui.letters.server_dialog import ServerDialog
from desktop.ui.letters.write_dialog import WriteDialog
from desktop.ui.search_panel import SearchPanel
from desktop.ui.window import Window
from tests.exchange.post_office import PostOffice, post_office
from tests.ui.conftest import WAIT, Go, settle

COUNT = 3
"""Guests who are to be invited; the last has no address."""


@pytest.fixture
def database(database: Path) -> Path:
    """The reference event with some guests who are to be invited."""
    with Workspace.open(database) as ws:
        for number, guest in enumerate(uninvited(ws)[:COUNT]):
            person = people.person(ws, guest.person_id)
            address = f"guest{number}@dos.kz" if number < COUNT - 1 else ""
            people.save(ws, replace(person, contact=Contact(address)))
            attendance.save(ws, replace(guest, reply=Reply.TO_INVITE, representative_id=None))
        for guest in attendance.attendees(ws, 1):
            if guest.reply is Reply.TO_INVITE and guest.id not in first(ws):
                attendance.delete(ws, guest.id)
    return database


def uninvited(ws: Workspace) -> list[Attendee]:
    return [one for one in attendance.attendees(ws, 1) if not one.attended]


def first(ws: Workspace) -> list[int]:
    return [one.id for one in uninvited(ws)[:COUNT]]


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with post_office(Security.NONE) as office:
        yield office


def guests(go: Go, window: Window, qtbot: QtBot) -> GuestsPage:
    page = go("guests")
    settle(qtbot, window)
    assert isinstance(page, GuestsPage)
    return page


def read(window: Window, qtbot: QtBot, number: int) -> Attendee:
    answers: list[Attendee] = []
    window.desk.read(window, lambda ws: attendance.attendee(ws, number), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return answers[0]


def ids(window: Window, qtbot: QtBot) -> list[int]:
    answers: list[list[int]] = []
    window.desk.read(window, first, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return answers[0]


def open_guest(page: GuestsPage, window: Window, qtbot: QtBot, number: int) -> None:
    page.open(number)
    settle(qtbot, window)
    assert page.inspector.number == number


def press(page: GuestsPage, name: str) -> None:
    found = [
        one
        for one in page.inspector.findChildren(QPushButton)
        if one.accessibleName() == name and not one.isHidden()
    ]
    assert found, name
    found[0].click()


def letter(page: GuestsPage, window: Window, qtbot: QtBot) -> WriteDialog:
    deeds.write(page)
    settle(qtbot, window)
    return next(one for one in window.findChildren(WriteDialog) if one.isVisible())


# -- replies -------------------------------------------------------------------------------------


def test_the_answers_that_can_follow_are_buttons(window: Window, go: Go, qtbot: QtBot):
    page = guests(go, window, qtbot)
    (number, *_) = ids(window, qtbot)
    open_guest(page, window, qtbot, number)
    assert page.inspector.reply.current.text() == "To be invited"
    press(page, "Invited")
    settle(qtbot, window)
    press(page, "Declined")
    settle(qtbot, window)
    assert read(window, qtbot, number).reply is Reply.DECLINED
    assert page.inspector.reply.current.text() == "Declined"
    offered = [one.accessibleName() for one in page.inspector.reply._moves]
    assert len(offered) == len(invitation.moves(read(window, qtbot, number)))
    assert "To be invited" not in offered
    menu = page.inspector.reply.correct.menu()
    next(one for one in menu.actions() if one.text() == "To be invited").trigger()
    settle(qtbot, window)
    assert read(window, qtbot, number).reply is Reply.TO_INVITE


def test_a_representative_is_asked_for(window: Window, go: Go, qtbot: QtBot):
    page = guests(go, window, qtbot)
    (number, *_) = ids(window, qtbot)
    open_guest(page, window, qtbot, number)
    press(page, "Sends a representative")
    panel = next(one for one in window.findChildren(SearchPanel) if one.isVisible())
    panel.field.setText("Persona Nueva")
    qtbot.waitUntil(lambda: panel.list.count() == 1, timeout=WAIT)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    settle(qtbot, window)
    guest = read(window, qtbot, number)
    assert guest.reply is Reply.REPRESENTATIVE
    assert guest.representative_id is not None
    settle(qtbot, window)
    assert page.inspector.reply.deputy.text().endswith("Persona Nueva")


def test_places_are_bounded_and_whoever_comes_too_late_waits(window: Window, go: Go, qtbot: QtBot):
    page = go("events")
    assert isinstance(page, EventsPage)
    settle(qtbot, window)
    page.open(1)
    page.inspector.capacities.add()
    settle(qtbot, window)
    page.inspector.capacities.edited.emit((Capacity("", 1),))
    settle(qtbot, window)
    listed = guests(go, window, qtbot)
    (number, *_) = ids(window, qtbot)
    open_guest(listed, window, qtbot, number)
    press(listed, "Accepted")
    settle(qtbot, window)
    settle(qtbot, window)
    assert read(window, qtbot, number).reply is Reply.WAITING
    told = listed.inspector.reply.places.text()
    assert re.search(r"Waiting list: place (\d+) of \1\n", told)
    assert "All guests: " in told


# -- letters -------------------------------------------------------------------------------------


def test_a_letter_is_previewed_as_it_is_written_and_kept(window: Window, go: Go, qtbot: QtBot):
    dialog = letter(guests(go, window, qtbot), window, qtbot)
    assert "2 letters" in dialog.who.text()
    assert "1 without e-mail" in dialog.who.text()
    assert dialog.preview.address.text() == "guest0@dos.kz"
    field = next(
        one for one in dialog.texts.findChildren(QTextEdit) if "Subject" in one.accessibleName()
    )
    field.setPlainText("Acto: ")
    dialog._place = field
    field.moveCursor(field.textCursor().MoveOperation.End)
    chip = next(
        one
        for one in dialog.fields.findChildren(QPushButton)
        if one.accessibleName() == "Insert Event"
    )
    chip.click()
    qtbot.waitUntil(lambda: dialog.preview.subject.text().startswith("Acto: Kaz"), timeout=WAIT)
    dialog.texts._left("es", "subject")
    settle(qtbot, window)
    assert events_letters(window, qtbot)[0].subject.get("es") == "Acto: {event}"


def events_letters(window: Window, qtbot: QtBot) -> tuple:
    answers: list[tuple] = []
    window.desk.read(window, lambda ws: events.event(ws, 1).letters, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return answers[0]


def test_an_unknown_field_is_told_beside_the_text_and_not_kept(
    window: Window, go: Go, qtbot: QtBot
):
    dialog = letter(guests(go, window, qtbot), window, qtbot)
    field = next(
        one for one in dialog.texts.findChildren(QTextEdit) if "Text" in one.accessibleName()
    )
    field.setPlainText("Hola {nombre}")
    qtbot.waitUntil(lambda: "{nombre}" in dialog.preview.fault.text(), timeout=WAIT)
    dialog.texts._left("es", "body")
    settle(qtbot, window)
    assert events_letters(window, qtbot) == ()


def test_the_next_guest_is_seen(window: Window, go: Go, qtbot: QtBot):
    dialog = letter(guests(go, window, qtbot), window, qtbot)
    dialog.preview.after.click()
    assert dialog.preview.address.text() == "guest1@dos.kz"
    dialog.preview.after.click()
    assert dialog.preview.address.text() == "No usable e-mail address"
    dialog.preview.after.click()
    assert dialog.preview.address.text() == "guest0@dos.kz"


def test_drafts_are_saved_and_their_guests_invited(
    window: Window, go: Go, qtbot: QtBot, tmp_path: Path
):
    page = guests(go, window, qtbot)
    numbers = ids(window, qtbot)
    dialog = letter(page, window, qtbot)
    dialog.ways.save_drafts(tmp_path / "out")
    settle(qtbot, window)
    settle(qtbot, window)
    assert len(list((tmp_path / "out").glob("*.eml"))) == 2
    assert "2 letters done" in dialog.ways.state.text()
    assert [read(window, qtbot, number).reply for number in numbers] == [
        Reply.INVITED,
        Reply.INVITED,
        Reply.TO_INVITE,
    ]
    dialog.ways.print_to(tmp_path / "paper.pdf")
    settle(qtbot, window)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
    (note,) = read(window, qtbot, numbers[-1]).messages
    assert note.channel is Channel.PAPER


def test_letters_are_sent_and_a_refusal_is_told(
    window: Window, go: Go, qtbot: QtBot, office: PostOffice
):
    mail_settings.save(office.settings())
    page = guests(go, window, qtbot)
    numbers = ids(window, qtbot)
    dialog = letter(page, window, qtbot)
    office.moods["guest1@dos.kz"] = "550 no such user"
    dialog.ways.send.click()
    qtbot.waitUntil(lambda: "550 no such user" in dialog.ways.state.text(), timeout=WAIT)
    settle(qtbot, window)
    assert [taken.to for taken in office.taken] == ["guest0@dos.kz"]
    assert "1 letter done" in dialog.ways.state.text()
    assert read(window, qtbot, numbers[0]).reply is Reply.INVITED
    assert dialog.ways.send.text().endswith("Send 1 letter")
    dialog.accept()
    open_guest(page, window, qtbot, numbers[0])
    assert page.inspector.reply.current.text() == "Invited"


def test_sending_is_stopped_between_two_letters(
    window: Window, go: Go, qtbot: QtBot, office: PostOffice
):
    mail_settings.save(office.settings())
    dialog = letter(guests(go, window, qtbot), window, qtbot)
    office.when_taken = dialog.ways._stop
    dialog.ways.send.click()
    qtbot.waitUntil(lambda: dialog.ways.busy, timeout=WAIT)
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: "Stopped." in dialog.ways.state.text(), timeout=WAIT)
    settle(qtbot, window)
    assert [taken.to for taken in office.taken] == ["guest0@dos.kz"]
    assert dialog.ways.send.text().endswith("Send 1 letter")


def test_without_a_server_its_settings_are_asked_for(window: Window, go: Go, qtbot: QtBot):
    dialog = letter(guests(go, window, qtbot), window, qtbot)
    dialog.ways.send.click()
    settle(qtbot, window)
    assert any(one.isVisible() for one in dialog.findChildren(ServerDialog))


def test_what_is_in_doubt_is_asked_about(window: Window, go: Go, qtbot: QtBot, database: Path):
    note = Message(
        Purpose.INVITATION,
        datetime.now(UTC),
        Channel.SMTP,
        "guest0@dos.kz",
        Delivery.IN_DOUBT,
    )
    page = guests(go, window, qtbot)
    (number, *_) = ids(window, qtbot)
    guest = read(window, qtbot, number)
    window.desk.act(window, lambda ws: attendance.save(ws, replace(guest, messages=(note,))))
    settle(qtbot, window)
    dialog = letter(page, window, qtbot)
    assert dialog.ways.question.isVisible()
    assert "1 in doubt" in dialog.who.text()
    dialog.accept()
    open_guest(page, window, qtbot, number)
    press(page, "It arrived")
    settle(qtbot, window)
    after = read(window, qtbot, number)
    assert (after.reply, after.messages[-1].delivery) == (Reply.INVITED, Delivery.SENT)


# -- the mail server -----------------------------------------------------------------------------


def test_the_mail_server_is_tested_and_kept(
    window: Window, go: Go, qtbot: QtBot, office: PostOffice
):
    page = guests(go, window, qtbot)
    kept: list[bool] = []
    dialog = ServerDialog(page.kit, window.desk, window, lambda: kept.append(True))
    dialog.show()
    settle(qtbot, window)
    host, port = office.server_address[:2]
    dialog.host.setText(str(host))
    dialog.port.setValue(int(port))
    dialog.security.show_value(Security.NONE)
    dialog.address.setText("nobody")
    dialog.test.click()
    qtbot.waitUntil(lambda: "no e-mail address" in dialog.state.text(), timeout=WAIT)
    dialog.address.setText("ana@uno.es")
    dialog.test.click()
    qtbot.waitUntil(lambda: "It works" in dialog.state.text(), timeout=WAIT)
    assert [taken.to for taken in office.taken] == ["ana@uno.es"]
    dialog.ok.click()
    qtbot.waitUntil(lambda: bool(kept), timeout=WAIT)
    assert mail_settings.load().sender == "ana@uno.es"
