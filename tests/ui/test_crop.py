"""A photograph is cropped before it is kept."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services import people
from desktop.ui.crop_dialog import CropDialog
from desktop.ui.speakers.detail import PersonDetail
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


@pytest.fixture
def detail(go: Go) -> PersonDetail:
    page = go("speakers")
    page.table.go(page.table.rows.number(page.table.rows.value(0)))
    return page.inspector


@pytest.fixture
def photo(tmp_path: Path) -> str:
    """A photograph of 400 × 1000 pixels, its upper half red, as a camera held upright took it."""
    lying = Image.new("RGB", (1000, 400), "blue")
    lying.paste("red", (0, 0, 500, 400))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter to the right
    file = tmp_path / "photo.jpg"
    lying.save(file, exif=exif)
    return str(file)


def dialog(window: Window, qtbot: QtBot) -> CropDialog:
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.findChild(CropDialog) is not None)
    found = window.findChild(CropDialog)
    assert found is not None
    return found


def kept(window: Window, detail: PersonDetail, qtbot: QtBot) -> Image.Image:
    settle(qtbot, window)
    settle(qtbot, window)
    found: list[bytes] = []
    assert detail.value is not None
    number = detail.value.photo_id
    assert number is not None
    window.desk.read(window, lambda ws: people.picture(ws, number).content, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return Image.open(BytesIO(found[0]))


def test_a_photograph_is_cropped_upright_by_the_keyboard(
    window: Window, detail: PersonDetail, photo: str, qtbot: QtBot
):
    detail.photo.load(photo)
    shown = dialog(window, qtbot)
    assert (shown.view.field.width, shown.view.field.height) == (400, 1000)
    for _ in range(60):
        qtbot.keyClick(shown.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(200):
        qtbot.keyClick(shown.view, Qt.Key.Key_Up)
    assert shown.view.crop.box == (0, 0, 400, 500)
    shown.ok.click()
    image = kept(window, detail, qtbot)
    assert image.size == (400, 500)
    assert not image.getexif()
    red, _, blue = image.getpixel((200, 250))
    assert red > 200 > 60 > blue


def test_a_photograph_is_taken_back_in_one_step(
    window: Window, detail: PersonDetail, photo: str, qtbot: QtBot
):
    before = kept(window, detail, qtbot).tobytes()
    detail.photo.load(photo)
    dialog(window, qtbot).ok.click()
    assert kept(window, detail, qtbot).tobytes() != before
    window.desk.undo_last()
    settle(qtbot, window)
    assert kept(window, detail, qtbot).tobytes() == before


def test_the_whole_picture_may_be_kept(
    window: Window, detail: PersonDetail, photo: str, qtbot: QtBot
):
    detail.photo.load(photo)
    shown = dialog(window, qtbot)
    shown.whole.click()
    shown.ok.click()
    assert kept(window, detail, qtbot).size == (1000, 400)


def test_what_is_there_is_cropped_once_more(window: Window, detail: PersonDetail, qtbot: QtBot):
    before = kept(window, detail, qtbot).size
    detail.photo.crop()
    shown = dialog(window, qtbot)
    shown.ratios["1 : 1"].click()
    qtbot.keyClick(shown.view, Qt.Key.Key_Minus)
    shown.ok.click()
    width, height = kept(window, detail, qtbot).size
    assert width == height < min(before)


def test_a_file_that_is_no_picture_is_told(
    window: Window, detail: PersonDetail, tmp_path: Path, qtbot: QtBot
):
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"no picture")
    with qtbot.waitSignal(window.desk.hands.broke):
        detail.photo.load(str(file))
    assert window.findChild(CropDialog) is None
