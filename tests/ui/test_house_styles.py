"""House styles in the window: chosen, made, edited while the preview is seen, broken, mended."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.services import events, house_styles
from desktop.ui.fields import ChoiceField
from desktop.ui.memory import Memory
from desktop.ui.publish.folder_dialog import FolderDialog
from desktop.ui.publish.page import DocumentsPage
from desktop.ui.publish.style_box import StyleBox
from desktop.ui.publish.style_field import FILE, MAKE
from desktop.ui.window import Window
from tests.documents.reading import Paper
from tests.ui.conftest import WAIT, Go, settle
from tests.ui.test_documents import words

RED, GREEN = (122, 34, 51), (11, 79, 74)
RED_TITLES = '[name]\nen = "Our house"\n[colours]\ntitle = "#7A2233"\n'


@pytest.fixture
def documents(window: Window, go: Go, qtbot: QtBot) -> DocumentsPage:
    page = go("documents")
    assert isinstance(page, DocumentsPage)
    qtbot.waitUntil(lambda: page.paper is not None and page.options.styles.field.count() > 0)
    return page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A house style with red titles."""
    file = tmp_path / "ours.toml"
    file.write_text(RED_TITLES, "utf-8")
    return file


def shows(page: DocumentsPage, colour: tuple[int, int, int]) -> bool:
    """Whether the page that is shown has this colour."""
    if page.paper is None:
        return False
    with Paper(page.paper.pdf) as paper:
        picture = paper.colours(0, 60)
    counts = picture.getcolors(picture.width * picture.height) or []
    return any(found == colour for _, found in counts)


def choose(box: StyleBox, key: str) -> None:
    """Choose in the list as a user does."""
    field = box.field
    places = [place for place in range(field.count()) if field.value_at(place) == key]
    field.setCurrentIndex(places[0])
    field.activated.emit(places[0])


def titles(box: StyleBox) -> list[str]:
    return [box.field.itemText(place) for place in range(box.field.count())]


def test_a_style_is_chosen_by_its_picture_and_remembered_for_the_event(
    window: Window, documents: DocumentsPage, qtbot: QtBot
):
    box = documents.options.styles
    qtbot.waitUntil(lambda: not box.field.itemIcon(2).isNull(), timeout=WAIT)
    assert titles(box)[:3] == ["Embassy", "Plain", "University"]
    choose(box, "university")
    qtbot.waitUntil(lambda: shows(documents, GREEN), timeout=WAIT)
    event = window.desk.current
    assert event is not None
    assert Memory().style(window.desk.location, event.id) == "university"
    assert Memory().style("another.db", 1) == "university", "what was chosen last"
    window.desk.act(
        window,
        lambda ws: events.create(ws, Event(title=Localized.of(es="Otro"), languages=("es",))),
    )
    settle(qtbot, window)
    other = next(one for one in window.desk.events if one.id != event.id)
    window.desk.choose_event(other.id)
    settle(qtbot, window)
    choose(box, "plain")
    settle(qtbot, window)
    window.desk.choose_event(event.id)
    settle(qtbot, window)
    assert (box.key, box.field.currentText()) == ("university", "University")
    window.desk.choose_event(other.id)
    assert (box.key, box.field.currentText()) == ("plain", "Plain")


def test_a_file_of_ones_own_is_taken_shown_by_its_title_and_taken_off(
    documents: DocumentsPage, qtbot: QtBot, file: Path
):
    box = documents.options.styles
    assert not box.file.isVisible()
    box.take(str(file))
    qtbot.waitUntil(lambda: shows(documents, RED), timeout=WAIT)
    qtbot.waitUntil(lambda: box.field.currentText() == "Our house", timeout=WAIT)
    assert box.file.isVisible()
    assert Memory().styles == (str(file),)
    box.remove.click()
    qtbot.waitUntil(lambda: not shows(documents, RED), timeout=WAIT)
    assert "Our house" not in titles(box)
    assert not box.file.isVisible()
    assert file.exists()
    assert Memory().styles == ()


def test_the_lists_last_entries_ask_for_a_file_and_leave_the_choice(
    documents: DocumentsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    box, asked = documents.options.styles, list[str]()
    monkeypatch.setattr(box, "ask_file", lambda: asked.append("file"))
    monkeypatch.setattr(box, "ask_new", lambda: asked.append("new"))
    choose(box, FILE)
    choose(box, MAKE)
    assert asked == ["file", "new"]
    assert box.field.currentText() == "Embassy"


def test_arrow_keys_open_the_list_and_choose_nothing(documents: DocumentsPage, qtbot: QtBot):
    field = documents.options.styles.field
    field.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_A):
        qtbot.keyClick(field, key)
        assert field.view().isVisible()
        field.hidePopup()
    assert documents.options.styles.key == ""


def test_ones_own_style_is_begun_from_the_chosen_one_and_opened_in_the_editor(
    documents: DocumentsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) > 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    box, file = documents.options.styles, tmp_path / "Spring.toml"
    choose(box, "university")
    box.make(str(file))
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=WAIT)
    assert opened == [str(file), str(tmp_path)], "its folder, where no editor is known"
    qtbot.waitUntil(lambda: box.field.currentText() == "Spring", timeout=WAIT)
    qtbot.waitUntil(lambda: shows(documents, GREEN), timeout=WAIT)
    written = file.read_text("utf-8")
    assert "# A house style says" in written
    file.write_text(written.replace("#0B4F4A", "#7A2233"), "utf-8")
    qtbot.waitUntil(lambda: shows(documents, RED), timeout=WAIT)


def test_a_broken_file_is_told_in_one_line_and_the_last_good_style_prints(
    window: Window, documents: DocumentsPage, qtbot: QtBot, file: Path, tmp_path: Path
):
    box = documents.options.styles
    box.take(str(file))
    qtbot.waitUntil(lambda: shows(documents, RED), timeout=WAIT)
    file.write_text(RED_TITLES.replace("#7A2233", "red"), "utf-8")
    qtbot.waitUntil(box.trouble.isVisible, timeout=WAIT)
    assert box.trouble.text() == (
        'ours.toml, line 4: “colours.title” is no colour. Write it as "#17365D".'
    )
    documents.cards["report"].click()
    settle(qtbot, window)
    assert shows(documents, RED)
    assert documents.findings.state.property("tone") == "red", "not ready to be printed"
    documents.ask_folder()
    dialog = documents.window().findChild(FolderDialog)
    assert dialog is not None
    for key, check in dialog.boxes.items():
        check.setChecked(key == "programme")
    with qtbot.waitSignal(window.desk.told, timeout=WAIT):
        dialog.save_into(str(tmp_path))
    with Paper(next(tmp_path.glob("*/*.pdf")).read_bytes()) as paper:
        assert RED in {colour for _, colour in paper.colours(0, 60).getcolors(1_000_000) or []}
    file.unlink()
    qtbot.waitUntil(lambda: "is gone" in box.trouble.text(), timeout=WAIT)
    file.write_text(RED_TITLES.replace("#7A2233", "#0B4F4A"), "utf-8")
    qtbot.waitUntil(lambda: shows(documents, GREEN), timeout=WAIT)
    assert not box.trouble.isVisible()
    assert documents.findings.state.property("tone") != "red"


def test_where_the_file_was_broken_from_the_start_the_usual_style_prints(
    window: Window, go: Go, qtbot: QtBot, file: Path
):
    file.write_text("[colours]\nheadline = 1\n", "utf-8")
    memory = Memory()
    memory.keep_styles([str(file)])
    event = window.desk.current
    assert event is not None
    memory.chose_style(window.desk.location, event.id, str(file))
    page = go("documents")
    assert isinstance(page, DocumentsPage)
    qtbot.waitUntil(page.options.styles.trouble.isVisible, timeout=WAIT)
    assert page.options.styles.trouble.text().startswith("ours.toml, line 2: ")
    assert page.options.styles.field.currentText() == "ours"
    qtbot.waitUntil(lambda: page.paper is not None, timeout=WAIT)
    before = page.paper
    assert before is not None
    choose(page.options.styles, "embassy")
    qtbot.waitUntil(lambda: page.paper is not before, timeout=WAIT)
    assert page.paper is not None
    assert page.paper.pdf == before.pdf


def test_what_the_style_shows_is_what_the_options_say_until_the_user_says_otherwise(
    documents: DocumentsPage, qtbot: QtBot, file: Path
):
    def abstracts() -> ChoiceField[str]:
        fields = documents.options.findChildren(ChoiceField)
        return [field for field in fields if field.accessibleName() == "Abstracts"][-1]

    house = documents.options.styles
    assert documents.paper is not None
    before = len(words(documents.paper.pdf))
    assert abstracts().value == "yes"
    file.write_text('[parts.programme]\nabstracts = "no"\n', "utf-8")
    house.take(str(file))
    qtbot.waitUntil(lambda: abstracts().value == "no", timeout=WAIT)
    qtbot.waitUntil(lambda: len(words(documents.paper.pdf)) < before - 200, timeout=WAIT)
    abstracts().show_value("yes")
    abstracts().edited.emit()
    qtbot.waitUntil(lambda: len(words(documents.paper.pdf)) >= before - 200, timeout=WAIT)
    assert house_styles.worn(str(file)).parts == {"programme": {"abstracts": "no"}}
