"""Visiting cards, looked at before they become entries of the directory."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.domain.errors import EstradoError
from desktop.domain.person import Person
from desktop.exchange.vcard_file import Card
from desktop.services import cards
from desktop.services.cards import Proposal
from desktop.services.change import Change
from desktop.services.workspace import Workspace
from desktop.ui.dialog import Dialog
from desktop.ui.files_taken import FilesTaken
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.page import Page
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.wording import office_line, person_name

SUFFIXES = (".vcf", ".vcard")
MARK = "BEGIN:VCARD"


class CardsDialog(Dialog):
    """Nothing is added before "Add"; a card may be left out."""

    def __init__(self, page: Page, source: Path | bytes) -> None:
        super().__init__(page.window())
        self.page, self.kit = page, page.kit
        self.proposals: list[Proposal] = []
        text = self.kit.text
        self.setWindowTitle(self.called())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 480)
        self.state = self.kit.label(text("Reading the cards…"), 13, 600)
        self.left_out = self.kit.note("", px=13, tone="ochre_text")
        self.left_out.hide()
        self.table: Table[Proposal] = Table(
            self.kit, text("People"), _columns(self.kit), lambda one: one.card.line, tall=True
        )
        self.ok = self.kit.button(text("Add to the directory"), "primary", "user-plus")
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self._import)
        drop = self.kit.button(text("Leave out"), "quiet", "x")
        drop.clicked.connect(self._drop)
        cancel = self.kit.button(text("Cancel"))
        cancel.clicked.connect(self.reject)
        title = self.kit.label(self.windowTitle(), 20, 600, tone="navy", serif=True)
        head, foot = row(self.state, None, drop), row(None, cancel, self.ok)
        self.setLayout(
            col(
                *(title, head, (self.table, 1), self.left_out, foot),
                gap=12,
                margins=(24, 20, 24, 16),
            )
        )
        self.read(source)

    def called(self) -> str:
        """The title of the dialog."""
        return self.kit.text("Visiting cards")

    def read(self, source: Path | bytes) -> None:
        """Read what there is, then `propose` it."""
        self.page.desk.hands.do(
            self, lambda progress: cards.read(source, progress), self.propose, self.refuse
        )

    def missed(self) -> list[str]:
        """What else is left out, a line each."""
        return []

    def store(self, ws: Workspace, proposals: Sequence[Proposal]) -> Change:
        """Add what was proposed."""
        return cards.import_cards(ws, proposals)

    def propose(self, found: Sequence[Card]) -> None:
        """Show what would become of cards."""
        event = self.page.desk.current
        language = event.languages[0] if event else self.kit.language
        self.page.desk.read(
            self, lambda ws: cards.propose(ws, found, language), self._show, self.refuse
        )

    def _show(self, proposals: list[Proposal]) -> None:
        kit = self.kit
        self.proposals = proposals
        self.table.show_rows(proposals)
        known = sum(one.known is not None for one in proposals)
        parts = [kit.plural("{n} new person", "{n} new people", len(proposals) - known)]
        if known:
            parts.append(kit.plural("{n} is filled up", "{n} are filled up", known))
        self.state.setText(" · ".join(parts))
        lines = self.missed() + [
            kit.text(
                "The photograph of {person} is left out: {why}",
                person=person_name(kit, one.person),
                why=kit.error(one.refused),
            )
            for one in proposals
            if one.refused is not None
        ]
        self.left_out.setText("\n".join(lines))
        self.left_out.setVisible(bool(lines))
        self.ok.setEnabled(bool(proposals))
        self.ok.setFocus()

    def refuse(self, error: EstradoError) -> None:
        """Say why nothing can be read."""
        self.state.setText(self.kit.error(error))
        self.state.setWordWrap(True)
        self.state.setProperty("tone", "red")
        self.state.style().polish(self.state)

    def _drop(self) -> None:
        gone = {id(one) for one in self.table.chosen()}
        self._show([one for one in self.proposals if id(one) not in gone])

    def _import(self) -> None:
        page, proposals = self.page, self.proposals
        page.desk.act(
            page,
            lambda ws: self.store(ws, proposals),
            lambda change: page.open(min(change.touched(Person), default=0)),
        )
        self.accept()


class CardsTaken(FilesTaken):
    """Lets a page take cards: chosen, dropped on it, or pasted."""

    def wants(self, name: str) -> bool:
        """Whether a file holds cards, by its name."""
        return name.lower().endswith(SUFFIXES)

    def choose(self) -> None:
        """Choose a file of cards."""
        text = self._page.kit.text
        self.choose_of(text("Take in visiting cards"), text("Visiting cards (*.vcf *.vcard)"))

    def paste(self) -> None:
        """Look at what is on the clipboard: cards, or the rows of a spreadsheet."""
        from desktop.ui.speakers.rows_dialog import RowsDialog

        text = QGuiApplication.clipboard().text()
        if MARK in text.upper():
            self.look(text.encode())
        elif text.strip():
            RowsDialog(self._page, text.encode()).open()
        else:
            self._page.desk.told.emit(self._page.kit.text("There is nothing to paste"))

    def look(self, source: Path | bytes) -> None:
        """Open the cards of a file or of a text."""
        CardsDialog(self._page, source).open()


def _columns(kit: Kit) -> tuple[Column[Proposal], ...]:
    text = kit.text

    def name(one: Proposal) -> Cell:
        others = (written.full for written in one.person.names[1:])
        return Cell(one.person.names[0].full, " · ".join(others), bold=True)

    def state(one: Proposal) -> Cell:
        if one.known is None:
            return Cell(text("New"))
        return Cell(text("Fills up {person}", person=person_name(kit, one.known)), tone="muted")

    def reach(one: Proposal) -> Cell:
        return Cell(one.person.contact.email or one.person.contact.phone, tone="muted")

    def photo(one: Proposal) -> Cell:
        return Cell(text("Yes") if one.photo else "", tone="muted")

    return (
        Column(text("Name"), name),
        Column(text("Office"), lambda one: Cell(office_line(kit, one.person, ()), tone="muted")),
        Column(text("E-mail"), reach, 170),
        Column(text("Photograph"), photo, 96),
        Column(text("Directory"), state, 170),
    )
