"""Protocol in the window: rules, president, flags, speeches, forms of address, papers."""

from collections.abc import Callable

from desktop.domain.event import Protocol
from desktop.domain.precedence import Scheme
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.seating.forms_dialog import FormsDialog
from desktop.ui.seating.page import SeatingPage
from desktop.ui.seating.protocol_dialog import ProtocolDialog, SpeechBox
from desktop.ui.window import Window
from tests.ui.test_seating import guests, page, wait

__all__ = ["page", "wait"]


def test_forms_of_address_are_shown_per_language(page: SeatingPage, window: Window):
    assert page.shown is not None
    dialog = FormsDialog(page, page.shown, page.shown.guests[guests(page)[0]])
    assert len(dialog.texts) == 4 * len(page.shown.event.languages)
    assert all(dialog.texts)
    dialog.deleteLater()


def test_rules_president_and_flags_are_the_event_s(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    assert page.shown is not None
    dialog = ProtocolDialog(page, page.shown)
    dialog.open()
    first = dialog.flags.item(0).text()
    assert "(host)" in first
    dialog.right.click()
    wait()
    assert dialog.flags.item(dialog.flags.count() - 1).text().endswith("(host)")
    dialog.scheme.show_value(Scheme.SPAIN)
    dialog.scheme.edited.emit()
    wait()
    event = window.desk.current
    assert event is not None
    assert event.protocol == Protocol(Scheme.SPAIN, guest_flag_right=False)
    person = page.shown.guests[guests(page)[5]].person
    dialog.president.show_value(person.id)
    dialog.president.edited.emit()
    wait()
    assert page.shown.board.president_id == person.id
    dialog.reject()


def test_a_suggested_speaking_order_is_adjusted_and_taken_over(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    assert page.shown is not None
    dialog = ProtocolDialog(page, page.shown)
    dialog.open()
    wait()
    box = dialog.findChild(SpeechBox)
    assert box is not None
    before = [box.list.item(at).text() for at in range(box.list.count())]
    box.list.setCurrentRow(0)
    box._move(1)
    after = [box.list.item(at).text() for at in range(box.list.count())]
    assert before[0][3:] == after[1][3:]
    box.take.click()
    wait()
    assert window.desk.undo is not None
    assert window.desk.undo.name == "Speaking order of {slot}"
    dialog.reject()


def test_papers_are_opened_among_the_documents(
    page: SeatingPage, wait: Callable[[], None], window: Window
):
    plan = next(deed for deed in page.menu() if deed.name == "Seating plan")
    plan.run()
    wait()
    assert window.frame is not None
    documents = window.frame.page
    assert isinstance(documents, DocumentsPage)
    assert documents.kind.key == "seating-plan"
