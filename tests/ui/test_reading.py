"""A window whose file another one has; backups on the way out and before an import."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.domain.localized import Localized
from desktop.domain.slot import Slot
from desktop.services import planning
from desktop.services.workspace import Workspace
from desktop.ui import actions
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.window import Window
from tests.ui.conftest import WAIT, Go, settle


def titles(page: ProgrammePage) -> set[str]:
    assert page.shown is not None
    return {slot.title.get("en") for slot in page.shown.programme.slots}


def test_a_window_that_only_reads_says_who_has_the_file_and_waits_for_it(
    bare_window: Window, database: Path, qtbot: QtBot
):
    other = Workspace.open(database)
    with other.change("Rename") as work:
        slot = work.find(Slot, event_id=1)[0]
        work.put(slot)
    bare_window.open(str(database))
    bare_window.show()
    qtbot.waitUntil(lambda: bare_window.desk.barred is not None, timeout=WAIT)
    frame = bare_window.frame
    assert frame is not None
    settle(qtbot, bare_window)
    assert frame.band.isVisible()
    assert "is open in another window (process" in frame.band.accessibleDescription()
    assert not frame.top.saved.isVisible()
    page = frame.page
    assert isinstance(page, ProgrammePage)
    actions.edit_slot(page, slot.id, {"title": Localized.of(en="Never")})
    settle(qtbot, bare_window)
    assert "another window" in frame.toast.words.text()
    assert "Never" not in titles(page)
    planning.retitle(other, slot.id, Localized.of(en="Written there"))
    other.close()
    bare_window.desk._ask_again()
    qtbot.waitUntil(lambda: bare_window.desk.barred is None, timeout=WAIT)
    settle(qtbot, bare_window)
    assert not frame.band.isVisible()
    assert "Written there" in titles(page)
    actions.edit_slot(page, slot.id, {"title": Localized.of(en="Written here")})
    settle(qtbot, bare_window)
    assert "Written here" in titles(page)


def backups(database: Path) -> list[Path]:
    return sorted(database.parent.glob("**/*.db.sha256"))


def test_what_was_changed_is_backed_up_on_the_way_out(
    window: Window, database: Path, go: Go, qtbot: QtBot
):
    page = go("programme")
    assert isinstance(page, ProgrammePage)
    assert page.shown is not None
    slot = page.shown.programme.slots[0]
    before = backups(database)
    actions.edit_slot(page, slot.id, {"title": Localized.of(en="New title")})
    settle(qtbot, window)
    window.close()
    (backup,) = set(backups(database)) - set(before)
    with Workspace.open(backup.with_suffix("")) as kept:
        assert planning.slot(kept, slot.id).title.get("en") == "New title"


def test_nothing_is_backed_up_where_nothing_was_changed(window: Window, database: Path, go: Go):
    go("programme")
    before = backups(database)
    window.close()
    assert backups(database) == before
