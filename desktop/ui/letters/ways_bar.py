"""The ways that letters can go: drafts for a mail program, a mail server, paper."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from desktop.domain.attendee import Attendee
from desktop.domain.change import Change, Edit
from desktop.domain.errors import Cancelled, EstradoError
from desktop.domain.mail_server import MailServer
from desktop.domain.message import Purpose
from desktop.services import files, mail_settings, messages, publishing
from desktop.services.mail_plan import Plan
from desktop.services.messages import Outcome
from desktop.services.workspace import Workspace
from desktop.ui.kit import NO_BREAK, Kit
from desktop.ui.layout import col, frame, row
from desktop.ui.letters.server_dialog import ServerDialog
from desktop.ui.wording import person_name
from desktop.ui.worker import Job, Progress

if TYPE_CHECKING:
    from desktop.ui.letters.write_dialog import WriteDialog


_FORMS = {
    Purpose.INVITATION: "letter",
    Purpose.REMINDER: "reminder",
    Purpose.THANKS: "thanks",
}
"""What a letter of a purpose is called among the options of printed invitations."""


class WaysBar(QWidget):
    """Buttons for each way, how far it is, and what became of it."""

    done = Signal()
    """Something was sent, or said of what was in doubt."""

    def __init__(self, kit: Kit, dialog: "WriteDialog") -> None:
        super().__init__()
        self.kit, self._dialog, self._desk = kit, dialog, dialog.desk
        self._plan: Plan | None = None
        self._job: Job[object] | None = None
        self._named = ""
        text = kit.text
        self.state = kit.note("", px=13)
        self.state.hide()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(text("Progress"))
        self.stop = kit.button(text("Stop"))
        self.stop.clicked.connect(self._stop)
        self._moving = frame("plain", row((self.progress, 1), self.stop, gap=12))
        self._moving.hide()
        self.doubt = kit.note("", px=13, tone="ochre_text")
        yes, no = kit.button(text("They arrived")), kit.button(text("They did not"))
        yes.clicked.connect(lambda: self._resolve(arrived=True))
        no.clicked.connect(lambda: self._resolve(arrived=False))
        asked = row((self.doubt, 1), yes, no, gap=8, margins=(12, 8, 12, 8))
        self.question = frame("missing", asked)
        self.question.hide()
        self.server = kit.button(text("Mail server…"), "link", "world")
        self.server.clicked.connect(lambda: self._ask_server(lambda: None))
        self.paper = kit.button(text("Print for those without e-mail…"), "", "printer")
        self.paper.clicked.connect(self._print)
        self.drafts = kit.button(text("Save as drafts…"), "", "file-text")
        self.drafts.clicked.connect(self._save_drafts)
        self.send = kit.button("…", "primary", "send")
        self.send.clicked.connect(self._send)
        close = kit.button(text("Close"))
        close.clicked.connect(dialog.accept)
        line = row(self.server, None, self.paper, self.drafts, close, self.send, gap=8)
        self.setLayout(col(self.question, self.state, self._moving, line, gap=8))
        self._desk.worker.progressed.connect(self._progressed)

    def show_plan(self, plan: Plan) -> None:
        """Offer what can be done for these guests."""
        self._plan, kit = plan, self.kit
        self.paper.setVisible(plan.writer.letter.purpose in _FORMS and bool(plan.unreachable))
        for button in (self.drafts, self.send):
            button.setEnabled(bool(plan.ready))
        words = kit.plural("Send {n} letter", "Send {n} letters", len(plan.ready))
        self.send.setText(NO_BREAK + words)
        self.send.setAccessibleName(words)
        count = len(plan.in_doubt)
        self.question.setVisible(bool(count))
        self.doubt.setText(
            kit.plural(
                "{n} letter was on its way when the program ended. Did it arrive?",
                "{n} letters were on their way when the program ended. Did they arrive?",
                count,
            )
        )

    @property
    def busy(self) -> bool:
        """Whether letters are on their way."""
        return self._job is not None

    # the ways ---------------------------------------------------------------------------------

    def _save_drafts(self) -> None:
        title = self.kit.text("A folder for the drafts")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self.save_drafts(Path(folder))

    def save_drafts(self, folder: Path) -> None:
        """Write drafts into a folder."""
        order = self._dialog.order
        self._begin(
            lambda ws, progress: messages.save_drafts(
                ws, order, folder, mail_settings.load(), progress
            ),
            self.kit.text("Writing drafts"),
        )

    def _send(self) -> None:
        self._desk.hands.do(
            self, lambda _progress: mail_settings.load(), self._send_by, self._refused
        )

    def _send_by(self, server: MailServer) -> None:
        if not server.host:
            self._ask_server(self._send)
            return
        order = self._dialog.order
        self._begin(
            lambda ws, progress: messages.send(ws, order, server, progress),
            self.kit.text("Sending letters"),
        )

    def _print(self) -> None:
        plan = self._plan
        if plan is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.kit.text("Print letters"), "letters.pdf", "PDF (*.pdf)"
        )
        if name:
            self.print_to(Path(name))

    def print_to(self, file: Path) -> None:
        """Print letters to those without an address, and note it."""
        if (plan := self._plan) is None:
            return
        event, ids = self._dialog.occasion, [one.id for one in plan.unreachable]
        purpose, until = plan.writer.letter.purpose, plan.writer.letter.reply_until
        options = {
            "form": _FORMS[purpose],
            "who": "came" if purpose is Purpose.THANKS else "invited",
            "range": ", ".join(map(str, ids)),
            "until": until.isoformat() if until else "",
        }
        languages = (plan.writer.languages or event.languages)[:2]

        def verb(ws: Workspace, progress: Progress) -> Change:
            pdf = publishing.print_document(
                ws, "invitations", event.id, languages, progress=progress, options=options
            )
            files.write(file, pdf)
            return messages.note_paper(ws, purpose, ids)

        self._start(self.kit.text("Printing letters"))
        self._job = self._desk.long(  # pyright: ignore[reportAttributeAccessIssue]
            self, verb, lambda _change: self._ended(), self._refused, name=self._named
        )

    def _resolve(self, *, arrived: bool) -> None:
        if (plan := self._plan) is not None:
            purpose, ids = plan.writer.letter.purpose, [one.id for one in plan.in_doubt]
            self._desk.act(
                self,
                lambda ws: messages.resolve(ws, purpose, ids, arrived=arrived),
                lambda _change: self.done.emit(),
            )

    def _ask_server(self, then: Callable[[], None]) -> None:
        ServerDialog(self.kit, self._desk, self.window(), then).open()

    # under way --------------------------------------------------------------------------------

    def _begin(self, work: Callable[[Workspace, Progress], Outcome], name: str) -> None:
        """Do it, then tell what became of it: also where it was stopped in the midst."""
        outcomes: list[Outcome] = []

        def verb(ws: Workspace, progress: Progress) -> Change | None:
            outcomes.append(work(ws, progress))
            return outcomes[0].change

        self._start(name)
        self._job = self._desk.long(self, verb, None, self._refused, name=name)  # pyright: ignore
        self._desk.read(self, lambda _ws: None, lambda _none: self._finished(outcomes))

    def _start(self, name: str) -> None:
        self._named = name
        self.state.hide()
        self.progress.setRange(0, 0)
        self._moving.show()
        for button in (self.drafts, self.send, self.paper):
            button.setEnabled(False)

    def _progressed(self, job: object, done: int, total: int) -> None:
        if job is self._job:
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _finished(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            self._tell(outcome)
            if outcome.change is None:  # letters by a server are no Change of their own
                touched = tuple(Edit(Attendee.__name__, id) for id in outcome.sent)
                self._desk.changes.tell(Change(edits=touched))
                self._desk.act(self, lambda _ws: None)
        self._ended()

    def _tell(self, outcome: Outcome) -> None:
        kit = self.kit
        names = {
            one.id: person_name(kit, outcome.plan.writer.addressee(one))
            for one in outcome.plan.ready
        }
        lines = [kit.plural("{n} letter done", "{n} letters done", len(outcome.sent))]
        lines += [
            kit.text("Refused, {person}: {reason}", person=names[id], reason=reason)
            for id, reason in outcome.refused
        ]
        if outcome.stopped is not None:
            by_user = isinstance(outcome.stopped, Cancelled)
            lines.append(kit.text("Stopped.") if by_user else kit.error(outcome.stopped))
        is_fine = not (outcome.refused or outcome.stopped)
        self._say("\n".join(lines), "green" if is_fine else "ochre_text")

    def _refused(self, error: EstradoError) -> None:
        self._say(self.kit.error(error), "red")
        self._ended()

    def _ended(self) -> None:
        self._job = None
        self._moving.hide()
        self.done.emit()

    def _say(self, words: str, tone: str) -> None:
        self.state.setText(words)
        self.state.setProperty("tone", tone)
        self.state.style().polish(self.state)
        self.state.show()
