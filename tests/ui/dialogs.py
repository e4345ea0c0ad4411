"""Every dialog of the window, on the reference event: to be looked at in any language and size."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.ui.attendees.page import GuestsPage
from desktop.ui.columns_dialog import ColumnsDialog
from desktop.ui.defect_dialog import DefectDialog
from desktop.ui.events.new_event import NewEventDialog
from desktop.ui.events.retention_dialog import RetentionDialog
from desktop.ui.importing.agenda_dialog import AgendaDialog
from desktop.ui.importing.dialog import ImportDialog
from desktop.ui.importing.guests_dialog import GuestsDialog
from desktop.ui.letters.server_dialog import ServerDialog
from desktop.ui.letters.write_dialog import WriteDialog
from desktop.ui.schedule.page import ProgrammePage
from desktop.ui.schedule.shift_dialog import ShiftDialog
from desktop.ui.schedule.versions_dialog import VersionsDialog
from desktop.ui.seating.dialogs import PlaceDialog, SeatingDialog, TableDialog
from desktop.ui.seating.forms_dialog import FormsDialog
from desktop.ui.seating.page import SeatingPage
from desktop.ui.seating.protocol_dialog import ProtocolDialog
from desktop.ui.seating.snapshot import Guest, Snapshot
from desktop.ui.speakers.privacy_dialog import PrivacyDialog
from desktop.ui.window import Window
from tests.ui.test_directory_dialogs import Make, cards, crop, folder, page, pair

AGENDA = "12:00 – 12:30 Conferencia: El agua — Ana Gil\nTraed ordenador\n12:30 Pausa café"
ROWS = "Nombre;Apellidos;Institución;Correo\nÍñigo;Núñez;Universidad del Duero;i@example.org\n"
SCHEDULE = """<?xml version="1.0"?><schedule><conference><title>Agua</title></conference>
<day index="1" date="2026-03-12"><room name="Aula"><event id="1"><title>El agua</title>
<date>2026-03-12T10:00:00+05:00</date><start>10:00</start><duration>00:45</duration>
<room>Aula</room></event></room></day></schedule>"""


def guests(window: Window, qtbot: QtBot) -> GuestsPage:
    found = page(window, qtbot, "guests")
    assert isinstance(found, GuestsPage)
    return found


def programme(window: Window, qtbot: QtBot) -> ProgrammePage:
    found = page(window, qtbot, "programme")
    assert isinstance(found, ProgrammePage)
    return found


def seating(window: Window, qtbot: QtBot) -> tuple[SeatingPage, Snapshot, Guest]:
    found = page(window, qtbot, "seating")
    assert isinstance(found, SeatingPage)
    assert found.shown is not None
    return found, found.shown, next(iter(found.shown.guests.values()))


def write(window: Window, qtbot: QtBot) -> QDialog:
    event = window.desk.current
    assert event is not None
    return WriteDialog(guests(window, qtbot), event, ())


def server(window: Window, qtbot: QtBot) -> QDialog:
    return ServerDialog(window.kit, window.desk, window, lambda: None)


def columns(window: Window, qtbot: QtBot) -> QDialog:
    return ColumnsDialog(window.kit, guests(window, qtbot).table.columns, window)


def rows(window: Window, qtbot: QtBot) -> QDialog:
    event = window.desk.current
    assert event is not None
    return GuestsDialog(window.kit, window.desk, event.id, ROWS, window)


def schedule(window: Window, qtbot: QtBot) -> QDialog:
    file = Path(mkdtemp()) / "schedule.xml"
    file.write_text(SCHEDULE, "utf-8")
    return ImportDialog(window.kit, window.desk, str(file), window)


def new_event(window: Window, qtbot: QtBot) -> QDialog:
    return NewEventDialog(window.kit, window.desk, window)


def retention(window: Window, qtbot: QtBot) -> QDialog:
    return RetentionDialog(page(window, qtbot, "events"))


def versions(window: Window, qtbot: QtBot) -> QDialog:
    found = programme(window, qtbot)
    assert found.shown is not None
    return VersionsDialog(found, found.shown)


def shift(window: Window, qtbot: QtBot) -> QDialog:
    found = programme(window, qtbot)
    assert found.shown is not None
    return ShiftDialog(found, found.shown, found.shown.dates[0], None)


def agenda(window: Window, qtbot: QtBot) -> QDialog:
    found = programme(window, qtbot)
    assert found.shown is not None
    return AgendaDialog(found, found.shown.programme, AGENDA)


def protocol(window: Window, qtbot: QtBot) -> QDialog:
    found, shown, _guest = seating(window, qtbot)
    return ProtocolDialog(found, shown)


def forms(window: Window, qtbot: QtBot) -> QDialog:
    return FormsDialog(*seating(window, qtbot))


def place(window: Window, qtbot: QtBot) -> QDialog:
    _page, shown, guest = seating(window, qtbot)
    return PlaceDialog(window.kit, window, guest, 1, len(shown.board.ranks))


def table(window: Window, qtbot: QtBot) -> QDialog:
    _page, shown, _guest = seating(window, qtbot)
    return TableDialog(window.kit, window, shown.event.languages, None)


def title(window: Window, qtbot: QtBot) -> QDialog:
    _page, shown, _guest = seating(window, qtbot)
    return SeatingDialog(window.kit, window, shown, rename=False)


def privacy(window: Window, qtbot: QtBot) -> QDialog:
    _page, _shown, guest = seating(window, qtbot)
    return PrivacyDialog(page(window, qtbot, "speakers"), guest.person)


def defect(window: Window, qtbot: QtBot) -> QDialog:
    return DefectDialog(window.kit, window, ValueError("an empty range"), window.files.show_log)


DIALOGS: Mapping[str, Make] = {
    made.__name__: made
    for made in (
        *(pair, cards, crop, folder, write, server, columns, rows, schedule, new_event, retention),
        *(versions, shift, agenda, protocol, forms, place, table, title, privacy, defect),
    )
}
