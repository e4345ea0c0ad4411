"""Page 'Documents': what there is to print, as it looks now, and what is wrong with it."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QButtonGroup, QFileDialog

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import DocumentKind
from desktop.documents.request import PAPERS, Request
from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import EstradoError
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.services import preflight, publishing
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder, row, rule, scrolled
from desktop.ui.page import Page
from desktop.ui.publish.choices_bar import ChoicesBar
from desktop.ui.publish.kind_card import WIDTH as CARD
from desktop.ui.publish.kind_card import KindCard
from desktop.ui.publish.preflight_box import PreflightBox
from desktop.ui.publish.preview import Preview
from desktop.ui.publish.rendering import Paper, measure, render, send
from desktop.ui.worker import Job, Progress

CARDS = CARD + 48
"""Pixels of the column of cards."""

SMALL = 0.6
"""Pixels per point of the pictures on the cards."""

CALM = 250
"""Milliseconds of rest after an edit before the preview is set again."""


class DocumentsPage(Page):
    """The preview follows every edit; setting it never holds up the window."""

    shows: ClassVar[tuple[type, ...]] = (
        *(Event, Slot, Room, Track, Venue, Person, Organisation, Picture, Attendee),
        *(PressItem, Quotation, PhotoCredit, InstitutionalContact),
    )

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__(kit, desk)
        text = kit.text
        self.kinds = publishing.documents()
        self.kind: DocumentKind = self.kinds[0]
        self.paper: Paper | None = None
        self._job: Job[Paper] | None = None
        self._request: Request | None = None
        self._dossier: Dossier | None = None
        self.cards = {kind.key: KindCard(kit, text(kind.name)) for kind in self.kinds}
        group = QButtonGroup(self)
        for kind in self.kinds:
            group.addButton(self.cards[kind.key])
            self.cards[kind.key].clicked.connect(partial(self._choose, kind))
        self.cards[self.kind.key].setChecked(True)
        self.bar = ChoicesBar(kit, tuple(PAPERS))
        self.preview = Preview(kit, desk)
        self.state = kit.label("", 13, tone="muted", wrap=True)
        self.state.setContentsMargins(24, 24, 24, 24)
        self.save = kit.button(text("Save as PDF…"), "", "download")
        self.print = kit.button(text("Print…"), "primary", "printer")
        self.findings = PreflightBox(kit, self.save, self.print)
        self._calm = QTimer(self, interval=CALM, singleShot=True)
        self._calm.timeout.connect(self._set)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        bar, preview = self.bar, self.preview
        bar.edited.connect(self._choices_edited)
        bar.out.clicked.connect(partial(preview.zoom, -1))
        bar.into.clicked.connect(partial(preview.zoom, 1))
        bar.part.clicked.connect(preview.fit)
        bar.back.clicked.connect(lambda: preview.go(preview.page - 1))
        bar.on.clicked.connect(lambda: preview.go(preview.page + 1))
        preview.zoomed.connect(bar.show_zoom)
        preview.moved.connect(bar.show_page)
        self.save.clicked.connect(self.ask_save)
        self.print.clicked.connect(self.ask_print)
        self.findings.wanted.connect(self.wanted)

    def _lay_out(self) -> None:
        kit = self.kit
        head = kit.page_head(kit.text("Documents"), None)
        left = scrolled(col(*self.cards.values(), None, gap=12, margins=(24, 12, 12, 12)), CARDS)
        self.state.hide()
        middle = holder(col(self.bar, self.state, (self.preview, 1), gap=0))
        body = holder(row(left, (middle, 1), self.findings, gap=0))
        self.setLayout(col(head, rule(), (body, 1), gap=0))

    # setting ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        event = self.desk.current
        if event is None:
            self._show_nothing(self.kit.text("There is no event yet."))
            return
        self.bar.offer(event.languages, self.kind.most_languages)
        self._calm.start(0 if self.paper is None else CALM)

    def _choose(self, kind: DocumentKind, _on: bool = False) -> None:
        self.kind = kind
        self.paper = None
        self.refresh()

    def _choices_edited(self) -> None:
        self._calm.start(0)

    def _set(self) -> None:
        """Read the dossier, then set the document on the press's thread."""
        event = self.desk.current
        if event is None:
            return
        if self._job is not None:
            self._job.cancel()
        number, languages = event.id, self.bar.languages
        request = Request(languages, self.bar.paper.value or "A4")
        self.say(self.kit.text("Setting the document…"))
        self.desk.read(
            self, lambda ws: publishing.dossier(ws, number), partial(self._make, request)
        )
        self.desk.read(
            self,
            lambda ws: preflight.check(ws, number, languages),
            self.findings.show_findings,
        )

    def _make(self, request: Request, dossier: Dossier) -> None:
        kind = self.kind
        self._request, self._dossier = request, dossier

        def work(progress: Progress) -> Paper:
            return measure(kind.make(dossier, request, progress))

        name = self.kit.text("Setting {document}", document=self.kit.text(kind.name))
        self._job = self.desk.press.do(
            self, work, partial(self._show, kind), self._refuse, name=name
        )

    def _show(self, kind: DocumentKind, paper: Paper) -> None:
        kit = self.kit
        self.paper = paper
        self.state.hide()
        self.preview.show()
        self.preview.show_paper(paper)
        self.save.setEnabled(True)
        self.print.setEnabled(True)
        words = self._tell_card(kind, paper)
        self.preview.setAccessibleName(
            kit.text("Preview: {document}, {pages}", document=kit.text(kind.name), pages=words)
        )
        self.say(words, kit.text("+ −  zoom · PgUp PgDn  page · Ctrl+S  save · Ctrl+P  print"))
        self._draw_small(kind, paper)
        self._draw_others()

    def _draw_others(self) -> None:
        """Set the kinds that nobody has looked at yet, for their cards, as nothing else is set."""
        dossier, request = self._dossier, self._request
        waiting = [kind for kind in self.kinds if not self.cards[kind.key].drawn]
        if not waiting or dossier is None or request is None:
            return
        kind = waiting[0]
        self.cards[kind.key].drawn = True
        short = Request(request.languages[: kind.most_languages], request.paper)

        def work(progress: Progress) -> Paper:
            return measure(kind.make(dossier, short, progress))

        def done(paper: Paper) -> None:
            self._tell_card(kind, paper)
            self._draw_small(kind, paper)
            self._draw_others()

        self._job = self.desk.press.do(self, work, done, lambda _error: self._draw_others())

    def _draw_small(self, kind: DocumentKind, paper: Paper) -> None:
        """Draw the first page for the card, on the press's thread too."""
        small = (paper.sizes[0] * SMALL).toSize()
        self.desk.press.do(
            self,
            lambda _progress: render(paper.pdf, {0: small})[0],
            self.cards[kind.key].show_page,
        )

    def _tell_card(self, kind: DocumentKind, paper: Paper) -> str:
        """Say on its card how many pages a document has."""
        pages = self.kit.plural("{n} page", "{n} pages", len(paper.sizes))
        words = f"{pages} · {self.bar.paper.value}"
        self.cards[kind.key].drawn = True
        self.cards[kind.key].show_detail(words)
        return words

    def _refuse(self, error: EstradoError) -> None:
        self._show_nothing(self.kit.error(error))

    def _show_nothing(self, words: str) -> None:
        self.paper = None
        self.state.setText(words)
        self.state.show()
        self.preview.show_paper(None)
        self.save.setEnabled(False)
        self.print.setEnabled(False)
        self.say("")

    # to paper ---------------------------------------------------------------------------------

    def ask_save(self) -> None:
        """Choose a file and write the document into it."""
        event = self.desk.current
        if self.paper is None or event is None:
            return
        languages = "-".join(self.bar.languages)
        name = f"{event.slug}-{self.kind.key}-{languages}.pdf"
        title, kinds = self.kit.text("Save as PDF"), self.kit.text("PDF documents (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            self.save_to(chosen)

    def save_to(self, file: str) -> None:
        """Write the document as it is shown."""
        if self.paper is not None:
            pdf = self.paper.pdf
            said = self.kit.text("Saved as {file}", file=file)
            self.desk.press.do(
                self,
                lambda _progress: publishing.save_pdf(file, pdf),
                partial(self._tell, said),
            )

    def _tell(self, words: str, _done: None) -> None:
        self.desk.told.emit(words)

    def ask_print(self) -> None:
        """Open the printer's dialog and print."""
        if self.paper is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.kit.text(self.kind.name))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self.paper.sizes))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Send the document to a printer, page by page."""
        if self.paper is not None:
            pdf, kit = self.paper.pdf, self.kit
            self.desk.press.do(
                self,
                lambda progress: send(pdf, printer, progress),
                partial(self._tell, kit.text("Sent to the printer")),
                name=kit.text("Printing"),
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.ask_save()
        elif event.matches(QKeySequence.StandardKey.Print):
            self.ask_print()
        else:
            super().keyPressEvent(event)


def make(kit: Kit, desk: Desk) -> DocumentsPage:
    """The page."""
    return DocumentsPage(kit, desk)
