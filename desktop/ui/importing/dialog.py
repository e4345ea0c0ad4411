"""What a schedule holds and would change, before it comes in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QProgressBar, QWidget

from desktop.domain.change import Change
from desktop.domain.errors import EstradoError
from desktop.domain.event import Event
from desktop.exchange.schedule_draft import Notice, Schedule
from desktop.language import figures
from desktop.services import backup, schedule_imports
from desktop.services.schedule_imports import ImportReport
from desktop.services.workspace import Workspace
from desktop.ui.desk import Desk
from desktop.ui.dialog import Dialog
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, holder, row
from desktop.ui.worker import Job, Progress


class ImportDialog(Dialog):
    """Reads the file in the background, rehearses the import, then asks."""

    def __init__(self, kit: Kit, desk: Desk, file: str, window: QWidget) -> None:
        super().__init__(window)
        self.kit, self.desk = kit, desk
        self._schedule: Schedule | None = None
        self._job: Job[Schedule] | None = None
        text = kit.text
        self.setWindowTitle(text("Import a schedule"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 440)
        self.title = kit.label(Path(file).name, 20, 600, tone="navy", serif=True)
        self.state = kit.note(text("Reading the file…"), px=13)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(text("Progress"))
        self.progress.setRange(0, 0)
        self.figures = row(gap=32)
        self.figure_box = frame("card", col(self.figures, margins=(20, 12, 20, 12)))
        self.figure_box.hide()
        self.changes = kit.label("", 13, 600)
        self.changes.hide()
        self.warnings = QListWidget()
        self.warnings.setAccessibleName(text("Warnings"))
        self.warnings.setProperty("look", "list")
        self.warnings.setWordWrap(True)
        self.warnings.hide()
        self.accept_button = kit.button(text("Import"), "primary", "table-import")
        self.accept_button.setEnabled(False)
        self.accept_button.clicked.connect(self._import)
        cancel = kit.button(text("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = row(None, cancel, self.accept_button, gap=8)
        self.setLayout(
            col(
                *(self.title, self.state, self.progress, self.figure_box, self.changes),
                (self.warnings, 1),
                None,
                buttons,
                gap=12,
                margins=(24, 20, 24, 16),
            )
        )
        self._read(Path(file))

    # reading and rehearsing -------------------------------------------------------------------

    def _read(self, file: Path) -> None:
        def work(progress: Progress) -> Schedule:
            return schedule_imports.read_schedule(file, progress)

        self._job = self.desk.press.do(self, work, self._rehearse, self._refuse)

    def _rehearse(self, schedule: Schedule) -> None:
        self._schedule = schedule

        def work(ws: Workspace) -> ImportReport:
            return schedule_imports.import_schedule(ws, schedule, dry_run=True)

        self.desk.read(self, work, self._show, self._refuse)

    def _refuse(self, error: EstradoError) -> None:
        self.progress.hide()
        self.state.setText(self.kit.error(error))
        self.state.setProperty("tone", "red")
        self.state.style().polish(self.state)

    def _show(self, report: ImportReport) -> None:
        kit = self.kit
        self.progress.hide()
        event = self._schedule.event if self._schedule else Event()
        self.state.setText(kit.local(event.title) or report.event)
        for number, words in (
            (report.days, kit.plural("day", "days", report.days)),
            (report.rooms, kit.plural("room", "rooms", report.rooms)),
            (report.slots, kit.plural("slot", "slots", report.slots)),
            (report.speakers, kit.plural("speaker", "speakers", report.speakers)),
        ):
            figure = kit.label(figures.number(number, kit.language), 22, 600, serif=True)
            self.figures.addWidget(holder(col(figure, kit.label(words, 12, tone="muted"), gap=0)))
        self.figures.addStretch(1)
        self.figure_box.show()
        told = (
            (report.added, kit.plural("{n} slot is new", "{n} slots are new", report.added)),
            (report.updated, kit.plural("{n} is different", "{n} are different", report.updated)),
            (
                report.unchanged,
                kit.plural("{n} stays as it is", "{n} stay as they are", report.unchanged),
            ),
        )
        self.changes.setText(" · ".join(words for count, words in told if count))
        self.changes.show()
        self._show_warnings(report.warnings)
        self.accept_button.setEnabled(bool(report.change.edits))
        if not report.change.edits:
            self.changes.setText(kit.text("Everything in this file is there already."))
        self.accept_button.setFocus()

    def _show_warnings(self, notices: tuple[Notice, ...]) -> None:
        for notice in notices:
            message = self.kit.text(notice.message, **notice.fields)
            self.warnings.addItem(self.kit.placed(notice.place, message))
        self.warnings.setVisible(bool(notices))

    # importing --------------------------------------------------------------------------------

    def _import(self) -> None:
        schedule, desk = self._schedule, self.desk
        if schedule is None:
            return

        def verb(ws: Workspace, progress: Progress) -> Change:
            backup.keep(ws)
            return schedule_imports.import_schedule(ws, schedule, progress=progress).change

        def done(change: Change) -> None:
            for number in change.touched(Event):
                desk.choose_event(number)

        desk.long(desk, verb, done, name=self.kit.text("Importing {file}", file=self.title.text()))
        self.accept()

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
        super().reject()
