"""Documents: versions, the folder for the printer, tickets and printed badges, who signs."""

from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from desktop.domain.attendee import Attendee
from desktop.domain.event import Event, Signatory
from desktop.domain.localized import Localized
from desktop.services import attendance, planning, releases
from desktop.services.workspace import Workspace
from desktop.ui.events.page import EventsPage
from desktop.ui.publish.folder_dialog import FolderDialog
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.window import Window
from tests.ui.conftest import WAIT, Go, settle
from tests.ui.test_documents import words


def current(window: Window) -> Event:
    event = window.desk.current
    assert event is not None
    return event


def guests(window: Window, qtbot: QtBot) -> list[Attendee]:
    found: list[list[Attendee]] = []
    number = current(window).id
    window.desk.read(window, lambda ws: attendance.attendees(ws, number), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_published_version_is_chosen_and_set(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    number = current(window).id
    assert not documents.options.release_field.isVisible()

    def publish(ws: Workspace):
        return releases.publish(ws, number, "Imprenta")

    def retitle(ws: Workspace):
        slot = planning.slots(ws, number)[1]
        return planning.retitle(ws, slot.id, Localized.of(es="Zarzuela"))

    window.desk.act(window, publish)
    window.desk.act(window, retitle)
    qtbot.waitUntil(documents.options.release_field.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: "Zarzuela" in words(documents.paper.pdf), timeout=WAIT)
    documents.options.release_field.show_value("Imprenta")
    documents.options.release_field.edited.emit()
    qtbot.waitUntil(lambda: "Imprenta" in words(documents.paper.pdf), timeout=WAIT)
    assert "Zarzuela" not in words(documents.paper.pdf)


def test_chosen_documents_are_saved_as_a_folder(
    window: Window, documents: DocumentsPage, qtbot: QtBot, tmp_path: Path
):
    documents.ask_folder()
    dialog = documents.window().findChild(FolderDialog)
    assert dialog is not None
    for key, box in dialog.boxes.items():
        box.setChecked(key in ("programme", "door-signs"))
    with qtbot.waitSignal(window.desk.told, timeout=WAIT) as told:
        dialog.save_into(str(tmp_path))
    folder = next(path for path in tmp_path.iterdir() if "for printing" in path.name)
    assert sorted(path.name for path in folder.iterdir()) == [
        "01-programme-es-kk.pdf",
        "02-door-signs-es-kk.pdf",
        "contents.csv",
    ]
    assert folder.name in told.args[0]


def test_tickets_are_issued_and_badges_marked_as_printed(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    assert not documents.badge_deeds.isVisible()
    documents.cards["badges"].click()
    qtbot.waitUntil(documents.badge_deeds.isVisible)
    settle(qtbot, window)
    documents.badge_deeds.issue.click()
    settle(qtbot, window)
    assert all(one.ticket for one in guests(window, qtbot))
    documents.badge_deeds.mark.click()
    settle(qtbot, window)
    printed = [one for one in guests(window, qtbot) if one.badge_printed]
    assert printed
    window.desk.undo_last()
    settle(qtbot, window)
    assert not any(one.badge_printed for one in guests(window, qtbot))


def test_who_signs_is_chosen_with_the_office_and_the_order(
    window: Window, go: Go, qtbot: QtBot, tmp_path: Path
):
    page = go("events")
    assert isinstance(page, EventsPage)
    page.edit_current()
    settle(qtbot, window)
    box = page.inspector.signatories

    def stored() -> tuple[Signatory, ...]:
        settle(qtbot, window)
        return current(window).signatories

    before = current(window).signatories
    signing = {one.person_id for one in before}
    fresh = next(one.person_id for one in guests(window, qtbot) if one.person_id not in signing)
    box._take_person(fresh)
    box._take_person(fresh)
    assert stored() == (*before, Signatory(fresh))
    last = box.lines[-1]
    file = tmp_path / "signature.png"
    Image.new("RGB", (40, 20), "navy").save(file)
    last.signature.load(str(file))
    assert stored()[-1].signature_id is not None
    window.desk.undo_last()  # the picture and whose it is are one step
    assert stored() == (*before, Signatory(fresh))
    last.signature.load(str(file))
    assert stored()[-1].signature_id is not None
    last.signature.removed.emit()
    assert stored() == (*before, Signatory(fresh))
    if before:
        last.raised.emit()
        assert stored()[-2].person_id == fresh
    box.lines[-1].removed.emit()
    assert len(stored()) == len(before)
