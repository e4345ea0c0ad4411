"""The dialogs of the directory and of documents: every control named, no words cut off."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.services import people
from desktop.services.duplicates import Likely, Sign
from desktop.ui.crop_dialog import CropDialog, opened
from desktop.ui.kit import Elided
from desktop.ui.page import Page
from desktop.ui.publish.folder_dialog import FolderDialog
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.speakers.cards_dialog import CardsDialog
from desktop.ui.speakers.duplicates_dialog import DuplicatesDialog
from desktop.ui.window import Window
from tests.ui.conftest import settle
from tests.ui.test_gate import INTERACTIVE, language, own

__all__ = ["language"]

Make = Callable[[Window, QtBot], QDialog]


def page(window: Window, qtbot: QtBot, key: str) -> Page:
    assert window.frame is not None
    window.frame.show_page(key)
    settle(qtbot, window)
    found = window.frame.page
    assert found is not None
    return found


def pair(window: Window, qtbot: QtBot) -> QDialog:
    found: list[Likely] = []

    def read(_progress: object) -> None:
        one, other = [each for each in people.people(window.desk._open()) if each.offices][:2]
        found.append(Likely(one, other, 0.9, tuple(Sign)))

    window.desk.worker.do(window, read)
    settle(qtbot, window)
    return DuplicatesDialog(page(window, qtbot, "speakers"), found)


def cards(window: Window, qtbot: QtBot) -> QDialog:
    written = b"BEGIN:VCARD\nVERSION:4.0\nFN:Zoe Prueba\nEND:VCARD\n"
    made = CardsDialog(page(window, qtbot, "speakers"), written)
    qtbot.waitUntil(made.ok.isEnabled, timeout=20_000)
    return made


def crop(window: Window, qtbot: QtBot) -> QDialog:
    file = BytesIO()
    Image.new("RGB", (90, 120)).save(file, "PNG")
    return CropDialog(window.kit, opened(file.getvalue()), window, lambda _box: None)


def folder(window: Window, qtbot: QtBot) -> QDialog:
    documents = page(window, qtbot, "documents")
    assert isinstance(documents, DocumentsPage)
    documents.ask_folder()
    return next(iter(window.findChildren(FolderDialog)))


def shown(dialog: QDialog) -> Iterator[QWidget]:
    yield from (one for one in dialog.findChildren(QWidget) if one.isVisible() and own(one))


@pytest.mark.parametrize("make", [pair, cards, crop, folder])
def test_a_dialog_can_be_heard_and_read(window: Window, qtbot: QtBot, language: str, make: Make):
    dialog = make(window, qtbot)
    dialog.open()
    settle(qtbot, window)
    nameless = [
        repr(one)
        for one in shown(dialog)
        if isinstance(one, INTERACTIVE)
        and not str(one.accessibleName() or getattr(one, "text", str)()).strip()
    ]
    cut = [
        one.text()
        for one in shown(dialog)
        if isinstance(one, QLabel | QAbstractButton)
        and not isinstance(one, Elided)
        and not (isinstance(one, QLabel) and one.wordWrap())
        and one.width() < one.sizeHint().width() - 1
    ]
    assert (nameless, cut) == ([], [])
    dialog.reject()
