"""Rows that may mean somebody in the directory, side by side with them, each with a decision."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.organisation import Organisation
from desktop.language.tongues import territory_name
from desktop.services.guest_imports import Decision, Match
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, holder, row
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.wording import person_name


class ListMatches(QWidget):
    """The rows in a list, the one that is looked at in two cards; `decided` after a decision."""

    decided = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, text = kit, kit.text
        self.decisions: dict[int, Decision] = {}
        self._houses: dict[int, Organisation] = {}
        self._words = {
            Decision.OTHER: text("Different: add"),
            Decision.SAME: text("Same: fill blanks"),
            Decision.SKIP: text("Leave out"),
        }
        self.table: Table[Match] = Table(
            kit, text("Likely duplicates"), self._columns(), lambda one: one.guest.line
        )
        self.table.moved.connect(self._show_pair)
        self._cards = (_Card(kit, text("In the list")), _Card(kit, text("In the directory")))
        self.buttons = {
            decision: kit.button(words, "", icon)
            for (decision, words), icon in zip(
                self._words.items(), ("user-plus", "link", "x"), strict=True
            )
        }
        for decision, button in self.buttons.items():
            button.clicked.connect(partial(self.decide, decision))
        hint = kit.note(text("Decides on the selected rows. Shift+↑↓ selects several."))
        deeds = row((hint, 1), *self.buttons.values())
        cards = row(*((card, 1) for card in self._cards), gap=12)
        self.setLayout(col((self.table, 1), cards, deeds, gap=12))

    def show_matches(self, matches: Sequence[Match], houses: Iterable[Organisation]) -> None:
        """Show what a rehearsal found; what was decided stays so."""
        self._houses = {one.id: one for one in houses}
        self.decisions = {
            one.guest.line: self.decisions.get(one.guest.line, one.decision) for one in matches
        }
        self.table.show_rows(list(matches))
        if matches:
            self.table.go(matches[0].guest.line)
        self._show_pair(self.table.current())

    def decide(self, decision: Decision, _on: bool = False) -> None:
        """Take a decision on the rows that are selected."""
        for one in self.table.chosen():
            self.decisions[one.guest.line] = decision
        self.table.viewport().update()
        self.decided.emit()

    def _columns(self) -> tuple[Column[Match], ...]:
        kit, text = self._kit, self._kit.text
        tones = {Decision.OTHER: "muted", Decision.SAME: "green", Decision.SKIP: "ochre_text"}

        def decision(one: Match) -> Cell:
            taken = self.decisions.get(one.guest.line, one.decision)
            return Cell(self._words[taken], tone=tones[taken], bold=taken is not Decision.OTHER)

        return (
            Column(text("Line"), lambda one: Cell(str(one.guest.line), tone="muted"), 64),
            Column(text("In the list"), lambda one: Cell(one.guest.name.full, bold=True)),
            Column(text("In the directory"), lambda one: Cell(person_name(kit, one.person))),
            Column(text("Likeness"), lambda one: Cell(f"{one.sure:.0%}", tone="muted"), 96),
            Column(text("Decision"), decision, 170),
        )

    def _show_pair(self, match: object) -> None:
        if not isinstance(match, Match):
            return
        person, guest = match.person, match.guest
        house = self._houses.get(person.organisation_id or 0)
        office = person.offices[0].title if person.offices else None
        lines = (
            (person_name(self._kit, person), guest.name.full),
            (self._kit.local(office) if office else "", guest.office),
            (self._kit.local(house.name) if house else "", guest.organisation),
            (person.contact.email, guest.email),
            (person.contact.phone, guest.phone),
            (self._country(person.country), self._country(guest.country)),
        )
        self._cards[0].show_lines([ours for _, ours in lines])
        self._cards[1].show_lines([theirs for theirs, _ in lines])

    def _country(self, code: str) -> str:
        return territory_name(code, self._kit.language) if code else ""


class _Card(QWidget):
    """What one side says, a line each; blank ones as a dash so that both stand level."""

    def __init__(self, kit: Kit, title: str) -> None:
        super().__init__()
        text = kit.text
        names = (
            *(text("Name"), text("Office"), text("Organisation"), text("E-mail")),
            *(text("Telephone"), text("Country")),
        )
        self._lines = [kit.elided("–", 13, 600 if number == 0 else 400) for number in range(6)]
        pairs = [
            row(_caption(kit, name), (line, 1), gap=8)
            for name, line in zip(names, self._lines, strict=True)
        ]
        head = kit.label(title, 12, 600, tone="muted")
        box = frame("card", col(head, *pairs, gap=2, margins=(16, 10, 16, 10)))
        self.setLayout(col(box))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what is said."""
        for label, words in zip(self._lines, lines, strict=True):
            label.say(words or "–")


def _caption(kit: Kit, name: str) -> QWidget:
    return holder(row(kit.label(name, 12, tone="muted"), None), width=132)
