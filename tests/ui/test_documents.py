from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.ui.publish.page import DocumentsPage
from desktop.ui.window import Window
from tests.ui.conftest import WAIT, settle


def words(pdf: bytes) -> str:
    """The text of a PDF."""
    import io

    import pypdfium2

    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_programme_is_shown_in_the_events_first_two_languages(documents: DocumentsPage):
    assert documents.bar.languages == ("es", "kk")
    assert documents.paper is not None
    text = words(documents.paper.pdf)
    assert "Programa" in text or "PROGRAMA" in text
    picture = documents.preview.grab().toImage()
    white = sum(
        picture.pixelColor(x, picture.height() // 2).lightness() > 250
        for x in range(picture.width())
    )
    assert white > 100, "a page of paper is seen"


def test_the_preview_follows_an_edit(window: Window, documents: DocumentsPage, qtbot: QtBot):
    from dataclasses import replace

    from desktop.domain.localized import Localized
    from desktop.services import planning

    event = window.desk.current
    assert event is not None
    before = documents.paper

    def retitle(workspace):
        slot = planning.slots(workspace, event.id)[0]
        return planning.save_slot(workspace, replace(slot, title=Localized.of(es="Zarzuela")))

    window.desk.act(window, retitle)
    qtbot.waitUntil(lambda: documents.paper not in (None, before), timeout=WAIT)
    assert documents.paper is not None
    assert "Zarzuela" in words(documents.paper.pdf)


def test_languages_stand_in_the_order_in_which_they_are_chosen(
    documents: DocumentsPage, qtbot: QtBot
):
    chips = {name.split(" · ")[-1]: chip for name, chip in _chips(documents).items()}
    chips["Español"].click()
    assert documents.bar.languages == ("kk",)
    chips["English"].click()
    assert documents.bar.languages == ("kk", "en")
    before = documents.paper
    qtbot.waitUntil(lambda: documents.paper not in (None, before), timeout=WAIT)


def _chips(documents: DocumentsPage):
    return {chip.text(): chip for chip in documents.bar._chips.values()}


def test_the_last_language_cannot_be_taken_out(documents: DocumentsPage):
    chips = list(documents.bar._chips.values())
    chips[0].click()
    chips[1].click()
    assert documents.bar.languages == ("kk",)
    assert chips[1].isChecked()


def test_a_document_is_saved_whole(
    window: Window, documents: DocumentsPage, qtbot: QtBot, tmp_path: Path
):
    file = tmp_path / "programme.pdf"
    with qtbot.waitSignal(window.desk.told, timeout=WAIT):
        documents.save_to(str(file))
    assert documents.paper is not None
    assert file.read_bytes() == documents.paper.pdf


def test_a_folder_that_is_not_there_is_told(
    window: Window, documents: DocumentsPage, qtbot: QtBot, tmp_path: Path
):
    with qtbot.waitSignal(window.desk.press.broke, timeout=WAIT):
        documents.save_to(str(tmp_path / "nowhere" / "programme.pdf"))
    assert window.frame is not None
    assert window.frame.toast.isVisible()
    assert "nowhere" in window.frame.toast.words.text()


def test_a_document_is_printed_page_by_page(
    window: Window, documents: DocumentsPage, qtbot: QtBot, tmp_path: Path
):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(window.desk.told, timeout=WAIT):
        documents.print_on(printer)
    import pypdfium2

    assert documents.paper is not None
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == len(documents.paper.sizes)


def test_what_preflight_finds_leads_to_its_place(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    from dataclasses import replace

    from PySide6.QtWidgets import QPushButton

    from desktop.services import planning

    event = window.desk.current
    assert event is not None
    number: list[int] = []

    def untranslate(workspace):
        slot = planning.slots(workspace, event.id)[0]
        number.append(slot.id)
        return planning.save_slot(workspace, replace(slot, title=slot.title.put("kk", "")))

    window.desk.act(window, untranslate)

    def shown():
        buttons = documents.findings.findChildren(QPushButton)
        return [one for one in buttons if "not translated" in one.accessibleName()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=WAIT)
    shown()[0].click()
    settle(qtbot, window)
    assert window.frame is not None
    assert window.frame.key == "programme"
    assert window.frame.page is not None
    assert window.frame.page.inspector.number == number[0]


def test_the_preview_is_zoomed_and_turned_by_keys(documents: DocumentsPage, qtbot: QtBot):
    from PySide6.QtCore import Qt

    whole = documents.preview.part
    qtbot.keyClick(documents.preview, Qt.Key.Key_Plus)
    assert documents.preview.part > whole
    qtbot.keyClick(documents.preview, Qt.Key.Key_PageDown)
    assert documents.preview.page == 1
    qtbot.keyClick(documents.preview, Qt.Key.Key_0)
    assert documents.preview.part == pytest.approx(whole)


def test_an_option_changes_the_document(documents: DocumentsPage, qtbot: QtBot):
    from desktop.ui.fields import ChoiceField

    before = documents.paper
    form = next(
        field
        for field in documents.options.findChildren(ChoiceField)
        if field.accessibleName() == "Biographies"
    )
    form.show_value("yes")
    form.edited.emit()
    qtbot.waitUntil(lambda: documents.paper not in (None, before), timeout=WAIT)
    assert documents.options.answers == {"biographies": "yes"}
    assert documents.paper is not None
    assert before is not None
    assert len(documents.paper.pdf) > len(before.pdf)


def test_every_kind_of_document_can_be_looked_at(documents: DocumentsPage, qtbot: QtBot):
    for kind in documents.kinds[1:]:
        documents.cards[kind.key].click()
        before = documents.paper
        qtbot.waitUntil(
            lambda before=before: (
                documents.paper not in (None, before) or documents.state.isVisible()
            ),
            timeout=3 * WAIT,
        )
        assert documents.paper is not None, documents.state.text()
        assert documents.bar.paper.value in kind.papers


def test_a_kind_that_is_asked_for_from_elsewhere_is_brought_into_sight(
    documents: DocumentsPage, window: Window, qtbot: QtBot
):
    last = documents.cards[documents.kinds[-1].key]
    assert last.visibleRegion().isEmpty()
    documents.open(len(documents.kinds))
    settle(qtbot, window)
    assert not last.visibleRegion().isEmpty()
