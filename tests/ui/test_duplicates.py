"""Likely duplicates, merged or told apart in their dialog."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from desktop.domain.person import Contact, Person, PersonName
from desktop.services import duplicates, people
from desktop.services.workspace import Workspace
from desktop.ui.speakers.duplicates_dialog import DuplicatesDialog
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


@pytest.fixture
def dialog(window: Window, go: Go, qtbot: QtBot) -> DuplicatesDialog:
    """The dialog on a pair: somebody of the programme, and the same under a shorter name."""
    page = go("speakers")
    found: list[duplicates.Likely] = []

    def prepare(_progress: object) -> None:
        ws = window.desk._open()
        one = next(each for each in people.people(ws) if len(each.names) > 1 and each.photo_id)
        short = PersonName("Latn", one.names[0].family, one.names[0].given.split()[0] + " X.")
        twin = replace(one, id=0, version=0, names=(short,), contact=Contact("x@example.org"))
        people.save(ws, twin)
        everybody = people.people(ws)
        found.append(duplicates.Likely(one, everybody[-1], 0.9, (duplicates.Sign.SPELLING,)))

    window.desk.worker.do(window, prepare)
    settle(qtbot, window)
    made = DuplicatesDialog(page, found)
    made.open()
    settle(qtbot, window)
    return made


def everybody(window: Window, qtbot: QtBot) -> dict[int, Person]:
    found: list[list[Person]] = []
    window.desk.read(window, people.people, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return {one.id: one for one in found[0]}


def test_what_is_chosen_of_each_is_kept_and_the_merge_is_undone(
    window: Window, dialog: DuplicatesDialog, qtbot: QtBot
):
    pair = dialog.pair
    assert pair is not None
    before = everybody(window, qtbot)
    theirs = dialog.rows.findChildren(QRadioButton)[1]
    assert pair.gone.names[0].full in theirs.accessibleName()
    theirs.click()
    dialog.merge.click()
    settle(qtbot, window)
    after = everybody(window, qtbot)
    assert pair.gone.id not in after
    one = after[pair.kept.id]
    assert one.names == (pair.gone.names[0], *pair.kept.names[1:])
    assert one.contact.email == "x@example.org"
    window.desk.undo_last()
    settle(qtbot, window)
    assert everybody(window, qtbot) == before


def test_the_other_one_may_stay(window: Window, dialog: DuplicatesDialog, qtbot: QtBot):
    pair = dialog.pair
    assert pair is not None
    dialog.exchange.click()
    settle(qtbot, window)
    assert dialog.pair is not None
    assert (dialog.pair.kept, dialog.pair.gone) == (pair.gone, pair.kept)
    assert len(dialog.pair.mentions) > 0


def test_different_people_are_remembered(window: Window, dialog: DuplicatesDialog, qtbot: QtBot):
    pair = dialog.pair
    assert pair is not None
    with qtbot.waitSignal(dialog.finished):
        dialog.apart.click()
    assert everybody(window, qtbot)[pair.kept.id].distinct_from == (pair.gone.id,)


def test_the_page_counts_them_and_forgets_them_with_their_cause(
    window: Window, go: Go, qtbot: QtBot
):
    page = go("speakers")
    name = PersonName("Latn", "Prueba", "Zoe")

    def add(ws: Workspace):
        return people.save(ws, Person(names=(name,)))

    for _ in range(2):
        window.desk.act(window, add)
    qtbot.waitUntil(page.duplicates.button.isVisible)
    assert page.duplicates.button.accessibleName() == "1 likely duplicate"
    page.duplicates.button.click()
    settle(qtbot, window)
    dialog = window.findChild(DuplicatesDialog)
    assert dialog is not None
    dialog.merge.click()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not page.duplicates.button.isVisible())
