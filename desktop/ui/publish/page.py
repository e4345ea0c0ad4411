"""Page 'Documents': what there is to print, as it looks now, and what is wrong with it."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QButtonGroup, QFileDialog

from desktop.documents.kinds import DocumentKind
from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import EstradoError
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person
from desktop.domain.release import ProgrammeRelease
from desktop.domain.seating import Seating
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.services import files, print_answers, publishing, releases
from desktop.ui.desk import Desk
from desktop.ui.head import Head
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, holder, row, rule, scrolled
from desktop.ui.page import Page
from desktop.ui.panes import Pane, Panes
from desktop.ui.publish.badge_deeds import BadgeDeeds
from desktop.ui.publish.choices_bar import ChoicesBar
from desktop.ui.publish.folder_dialog import FolderDialog
from desktop.ui.publish.kind_card import WIDTH as CARD
from desktop.ui.publish.kind_card import KindCard
from desktop.ui.publish.options_box import OptionsBox
from desktop.ui.publish.preflight_box import PreflightBox
from desktop.ui.publish.preview import Preview
from desktop.ui.publish.rendering import Paper, render, send
from desktop.ui.publish.typesetter import Typesetter, Wish

CARDS = CARD + 48
"""Pixels of the column of cards."""
SMALL = 0.6
"""Pixels per point of the pictures on the cards."""


class DocumentsPage(Page):
    """The preview follows every edit; setting it never holds up the window."""

    shows: ClassVar[tuple[type, ...]] = (
        *(Event, Slot, Room, Track, Venue, Person, Organisation, Picture, Attendee),
        *(PressItem, Quotation, PhotoCredit, InstitutionalContact, ProgrammeRelease),
        Seating,
    )
    of_event: ClassVar[bool] = True

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__(kit, desk)
        text = kit.text
        self.kinds = publishing.documents()
        self.kind: DocumentKind = self.kinds[0]
        self.paper: Paper | None = None
        self.setter = Typesetter(kit, desk)
        self.cards = {kind.key: KindCard(kit, kind.key, text(kind.name)) for kind in self.kinds}
        group = QButtonGroup(self)
        for kind in self.kinds:
            group.addButton(self.cards[kind.key])
            self.cards[kind.key].clicked.connect(partial(self._choose, kind))
        self.cards[self.kind.key].setChecked(True)
        self.bar = ChoicesBar(kit)
        self.preview = Preview(kit, desk)
        self.state = kit.label("", 13, tone="muted", wrap=True)
        self.state.setContentsMargins(24, 24, 24, 24)
        self.save = kit.button(text("Save as PDF…"), "", "download")
        self.print = kit.button(text("Print…"), "primary", "printer")
        self.folder = kit.button(text("Save all as a folder…"), "", "folder")
        self.options = OptionsBox(kit, desk)
        self.badge_deeds = BadgeDeeds(kit, self)
        choices = holder(col(self.options, self.badge_deeds, gap=12))
        self.findings = PreflightBox(kit, choices, self.folder, self.save, self.print)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        bar, preview = self.bar, self.preview
        bar.edited.connect(self._choices_edited)
        self.options.edited.connect(self._choices_edited)
        self.options.styles.looked.connect(self._show_style)
        bar.out.clicked.connect(partial(preview.zoom, -1))
        bar.into.clicked.connect(partial(preview.zoom, 1))
        bar.part.clicked.connect(preview.fit)
        bar.back.clicked.connect(lambda: preview.go(preview.page - 1))
        bar.on.clicked.connect(lambda: preview.go(preview.page + 1))
        preview.zoomed.connect(bar.show_zoom)
        preview.moved.connect(bar.show_page)
        self.save.clicked.connect(self.ask_save)
        self.print.clicked.connect(self.ask_print)
        self.folder.clicked.connect(self.ask_folder)
        self.findings.wanted.connect(self.wanted)
        self.setter.done.connect(self._show)
        self.setter.found.connect(self.findings.show_findings)
        self.setter.refused.connect(self._refuse)

    def _lay_out(self) -> None:
        kit = self.kit
        kinds = col(*self.cards.values(), None, gap=12, margins=(24, 12, 12, 12))
        self._shelf = scrolled(kinds, CARDS)
        choose = Pane(
            frame("drawer", row(self._shelf, gap=0)),
            kit.chip(kit.text("Choose a document")),
        )
        choices = Pane(self.findings, kit.chip(kit.text("Options and preflight")))
        handles = (one.handle for one in (choose, choices) if one.handle is not None)
        head = Head(kit.title(kit.text("Documents")), None, *handles)
        self.state.hide()
        middle = holder(col(self.bar, self.state, (self.preview, 1), gap=0))
        body = Panes(middle, start=choose, end=choices)
        self.setLayout(col(head, rule(), (body, 1), gap=0))

    # setting ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        if (event := self.desk.current) is not None:
            number = event.id
            language = self.kit.language
            self.desk.read(self, lambda ws: releases.names(ws, number), self._offer_releases)
            self.desk.read(
                self,
                lambda ws: print_answers.answers(ws, number, language),
                self.options.offer_answers,
            )
        self._ask(at_once=self.paper is None)

    def _offer_releases(self, names: list[str]) -> None:
        before = self.options.release_field.value or ""
        self.options.offer_releases(names)
        if (self.options.release_field.value or "") != before:
            self._ask(at_once=True)

    def open(self, number: int) -> None:
        """Show a kind of document, by its place (from 1) in their list."""
        kind = self.kinds[number - 1]
        card = self.cards[kind.key]
        card.setChecked(True)
        self._choose(kind)
        # of a page that is new nothing has its place yet
        QTimer.singleShot(0, card, lambda: self._shelf.ensureWidgetVisible(card))

    def _choose(self, kind: DocumentKind, _on: bool = False) -> None:
        self.kind = kind
        self._ask(at_once=True)

    def _choices_edited(self) -> None:
        self._show_style()
        self._ask(at_once=True)

    def _show_style(self) -> None:
        self.findings.show_style(broken=self.options.styles.broken)

    def _ask(self, *, at_once: bool) -> None:
        event, kind = self.desk.current, self.kind
        if event is None:
            self._show_nothing(self.kit.text("There is no event yet."))
            return
        self.bar.offer(event.languages, kind)
        self.options.show_event(event)
        self.options.show_kind(kind)
        wish = self._wish(kind, event)
        self.badge_deeds.setVisible(kind.key == "badges")
        self.badge_deeds.show_choice(wish.languages, wish.options)
        self.setter.ask(wish, at_once=at_once)
        self.say(self.kit.text("Setting the document…"))

    def _wish(self, kind: DocumentKind, event: Event) -> Wish:
        """How a kind is to be printed now."""
        return Wish(
            kind,
            event.id,
            self.bar.languages,
            self.bar.paper.value or "",
            self.options.styles.key,
            self.options.answers_about(kind),
            self.options.release_field.value or "",
        )

    def _show(self, wish: Wish, paper: Paper) -> None:
        kit, card = self.kit, self.cards[wish.kind.key]
        self.paper = paper
        self.state.hide()
        self.preview.show_paper(paper)
        self.save.setEnabled(True)
        self.print.setEnabled(True)
        pages = kit.plural("{n} page", "{n} pages", len(paper.sizes))
        words = f"{pages} · {self.bar.paper.value}"
        card.show_detail(words)
        document = kit.text(wish.kind.name)
        self.preview.setAccessibleName(
            kit.text("Preview: {document}, {pages}", document=document, pages=words)
        )
        self.say(words, kit.text("+ −  zoom · PgUp PgDn  page · Ctrl+S  save · Ctrl+P  print"))
        small = (paper.sizes[0] * SMALL).toSize()
        self.desk.press.do(
            self, lambda _progress: render(paper.pdf, {0: small})[0], card.show_page
        )

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
                lambda _progress: files.write(file, pdf),
                partial(self._tell, said),
            )

    def _tell(self, words: str, _done: None) -> None:
        self.desk.told.emit(words)

    def ask_folder(self) -> None:
        """Choose what goes into a folder for the printer."""
        if (event := self.desk.current) is not None:
            wishes = [self._wish(kind, event) for kind in self.kinds]
            FolderDialog(self, event, wishes).open()

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
