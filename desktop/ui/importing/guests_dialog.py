"""A list of guests, looked at before they are invited: its columns, duplicates, what changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from desktop.domain.change import Change
from desktop.domain.errors import EstradoError
from desktop.domain.organisation import Organisation
from desktop.services import backup, guest_imports, people
from desktop.services.guest_imports import Choices, GuestImport, Preview
from desktop.services.workspace import Workspace
from desktop.ui.desk import Desk
from desktop.ui.dialog import Dialog
from desktop.ui.importing.list_columns import ListColumns
from desktop.ui.importing.list_matches import ListMatches
from desktop.ui.importing.list_shape import ListShape
from desktop.ui.importing.list_summary import ListSummary
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder, row, rule
from desktop.ui.worker import Job, Progress


@dataclass(frozen=True, slots=True)
class _Rehearsal:
    """What an import would change, and the organisations of those who are there."""

    report: GuestImport
    houses: Sequence[Organisation]


class GuestsDialog(Dialog):
    """Three steps; nothing changes before "Invite", which is one step to undo."""

    def __init__(
        self, kit: Kit, desk: Desk, event_id: int, source: Path | str, window: QWidget
    ) -> None:
        super().__init__(window)
        self.kit, self.desk = kit, desk
        self._event, self._source = event_id, source
        self.preview: Preview | None = None
        self.rehearsal: GuestImport | None = None
        self._job: Job[Preview] | Job[_Rehearsal] | None = None
        self._fields: tuple[str, ...] | None = None
        self.setWindowTitle(kit.text("Invite guests from a list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 660)
        self.shape, self.columns = ListShape(kit), ListColumns(kit)
        self.matches, self.summary = ListMatches(kit), ListSummary(kit)
        self.shape.edited.connect(self._read_otherwise)
        self.columns.edited.connect(self._map_otherwise)
        self.summary.edited.connect(self._enable)
        self.steps = QStackedWidget()
        self.steps.addWidget(holder(col(self.shape, (self.columns, 1), gap=12)))
        self.steps.addWidget(self.matches)
        self.steps.addWidget(self.summary)
        self._lay_out()
        self._read(Choices())

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        called = text("Rows on the clipboard")
        title = self._source.name if isinstance(self._source, Path) else called
        self.state = kit.note("", px=13)
        self.place = kit.label("", 13, tone="muted")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(text("Progress"))
        self.progress.setTextVisible(False)
        self.cancel = kit.button(text("Cancel"))
        self.back = kit.button(text("Back"), "", "chevron-left")
        self.ok = kit.button(text("Next"), "primary")
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.ok.clicked.connect(self._go_on)
        self.ok.setEnabled(False)
        head = row(kit.label(title, 20, 600, tone="navy", serif=True), None, self.place)
        foot = row(self.back, None, self.cancel, self.ok)
        self.setLayout(
            col(
                *(head, self.state, self.progress, (self.steps, 1), rule(), foot),
                gap=12,
                margins=(24, 20, 24, 16),
            )
        )

    # reading and rehearsing -------------------------------------------------------------------

    def _read(self, choices: Choices) -> None:
        self._wait(self.kit.text("Reading the file…"))
        source = self._source

        def work(progress: Progress) -> Preview:
            return guest_imports.preview(source, choices, progress)

        self._job = self.desk.press.do(self, work, self._show, self._refuse)

    def _show(self, told: Preview) -> None:
        self.preview, self._job = told, None
        self._fields = told.fields
        self.shape.show_preview(told, pasted=isinstance(self._source, str))
        self.columns.show_preview(told)
        self._stand(0)

    def _read_otherwise(self) -> None:
        if self.preview is not None:
            self._read(Choices(self.shape.shape(self.preview)))

    def _map_otherwise(self) -> None:
        self._fields = self.columns.fields
        self._enable()

    def _choices(self) -> Choices:
        assert self.preview is not None
        return Choices(self.shape.shape(self.preview), fields=self._fields)

    def _rehearse(self) -> None:
        self._wait(self.kit.text("Comparing with the directory…"))
        source, event, choices = self._source, self._event, self._choices()
        decisions = dict(self.matches.decisions)

        def work(ws: Workspace, progress: Progress) -> _Rehearsal:
            report = guest_imports.import_guests(
                ws,
                event,
                source,
                choices,
                decisions=decisions,
                dry_run=True,
                progress=progress,
            )
            return _Rehearsal(report, people.organisations(ws))

        self._job = self.desk.read_long(self, work, self._compare, self._refuse)

    def _compare(self, found: _Rehearsal) -> None:
        again = self.rehearsal is not None
        self._job, self.rehearsal = None, found.report
        self.matches.show_matches(found.report.matches, found.houses)
        self.summary.show_report(found.report)
        self._stand(1 if found.report.matches and not again else 2)

    def _refuse(self, error: EstradoError) -> None:
        self._job = None
        self._say(self.kit.error(error), "red")
        self.progress.hide()
        self.steps.setVisible(self.preview is not None)
        self._enable()

    # going through the steps ------------------------------------------------------------------

    def _go_on(self) -> None:
        if self.steps.currentIndex() == 2:
            self._import()
        else:
            if self.steps.currentIndex() == 0:
                self.rehearsal, self.matches.decisions = None, {}
            self._rehearse()

    def _go_back(self) -> None:
        found = self.rehearsal
        self._stand(1 if self.steps.currentIndex() == 2 and found and found.matches else 0)

    def _stand(self, step: int) -> None:
        kit = self.kit
        self.progress.hide()
        self.steps.show()
        self.steps.setCurrentIndex(step)
        self.place.setText(kit.lead + kit.text("Step {n} of {count}", n=step + 1, count=3))
        words = (
            kit.text("What each column becomes. Nothing is changed before the last step."),
            kit.text("These may be in the directory already. Who is different is added."),
            kit.text("What would change. It is one step to undo."),
        )
        self._say(words[step])
        self._enable()
        self.ok.setFocus()

    def _enable(self) -> None:
        step, found = self.steps.currentIndex(), self.rehearsal
        self.back.setVisible(step > 0)
        if step < 2:
            named = {"name", "given", "family"}.intersection(self._fields or ())
            self._name_ok(self.kit.text("Next"))
            self.ok.setEnabled(bool(named) and self._job is None)
            return
        count = found.added if found else 0
        self._name_ok(self.kit.plural("Invite {n} guest", "Invite {n} guests", count))
        useful = found is not None and found.added + found.updated > 0
        rejected = found is not None and bool(found.rejected)
        self.ok.setEnabled(useful and (not rejected or self.summary.without.isChecked()))

    def _name_ok(self, words: str) -> None:
        self.ok.setText(words)
        self.ok.setAccessibleName(words)

    def _wait(self, words: str) -> None:
        self._say(words)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.ok.setEnabled(False)

    def _say(self, words: str, tone: str = "muted") -> None:
        self.state.setText(words)
        self.state.setProperty("tone", tone)
        self.state.style().polish(self.state)

    # importing --------------------------------------------------------------------------------

    def _import(self) -> None:
        source, event, choices = self._source, self._event, self._choices()
        decisions, without = dict(self.matches.decisions), self.summary.without.isChecked()

        def verb(ws: Workspace, progress: Progress) -> Change | None:
            backup.keep(ws)
            return guest_imports.import_guests(
                ws,
                event,
                source,
                choices,
                decisions=decisions,
                without_rejected=without,
                progress=progress,
            ).change

        self.desk.long(self.desk, verb, name=self.kit.text("Inviting guests"))
        self.accept()

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
        super().reject()
