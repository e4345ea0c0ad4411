"""Protocol of the event: whose rules, who presides, whose flags hang where, who speaks last."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from desktop.domain.event import Protocol
from desktop.domain.precedence import Scheme
from desktop.language.translation import msgid
from desktop.services import flags
from desktop.services.flags import FlagOf
from desktop.services.speeches import Speeches, speeches
from desktop.ui.dialog import Dialog
from desktop.ui.fields import ChoiceField
from desktop.ui.layout import Item, col, row, rule, scrolled
from desktop.ui.page import Page
from desktop.ui.seating import deeds
from desktop.ui.seating.snapshot import Snapshot
from desktop.ui.wording import own_name, person_name

SCHEMES = {
    Scheme.VIENNA: msgid("Vienna Convention (1961)"),
    Scheme.SPAIN: msgid("Spain, Royal Decree 2099/1983"),
}
FLAGS = {
    FlagOf.HOST: msgid("host"),
    FlagOf.GUEST: msgid("guest"),
    FlagOf.INTERNATIONAL: msgid("international body"),
    FlagOf.CITY: msgid("city"),
    FlagOf.ORGANISATION: msgid("organisation"),
}
BY_PROGRAMME = 0
"""Stands for nobody being chosen to preside."""


class ProtocolDialog(Dialog):
    """Each answer is kept at once; undo takes it back."""

    def __init__(self, page: Page, shown: Snapshot) -> None:
        super().__init__(page.window())
        self._page, self._shown = page, shown
        self.kit = kit = page.kit
        text, protocol = kit.text, shown.event.protocol
        self.setWindowTitle(text("Protocol"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.scheme: ChoiceField[Scheme] = ChoiceField(
            text("Rules of precedence"), [(key, text(name)) for key, name in SCHEMES.items()]
        )
        self.scheme.show_value(protocol.scheme)
        self.president: ChoiceField[int] = ChoiceField(text("Who presides"), self._people())
        self.president.show_value(shown.event.president_id or BY_PROGRAMME)
        self.nuncio = QCheckBox(text("The Holy See goes first among ambassadors"))
        self.nuncio.setChecked(protocol.nuncio_first)
        self.right = QCheckBox(text("The guests’ flags hang at the right of the host’s"))
        self.right.setChecked(protocol.guest_flag_right)
        self.language: ChoiceField[str] = ChoiceField(
            text("Alphabet of the flags"), [(tag, own_name(tag)) for tag in shown.event.languages]
        )
        self.language.show_value(shown.event.languages[0])
        self.flags = QListWidget()
        self.flags.setProperty("look", "found")
        self.flags.setAccessibleName(text("Flags from left to right, as one looks at them"))
        self.speeches = col(gap=8)
        self._wire()
        self._lay_out()
        self._show_flags()
        self._read()

    def _people(self) -> list[tuple[int, str]]:
        ranks = self._shown.board.ranks
        named = [(rank.person.id, person_name(self.kit, rank.person)) for rank in ranks]
        return [(BY_PROGRAMME, self.kit.text("As the programme says")), *named]

    def _wire(self) -> None:
        self.scheme.edited.connect(self._keep)
        self.nuncio.toggled.connect(self._keep)
        self.right.toggled.connect(self._keep)
        self.language.edited.connect(self._show_flags)
        self.president.edited.connect(self._preside)

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        close = kit.button(text("Close"), "primary")
        close.clicked.connect(self.accept)
        left = col(
            kit.field(text("Rules of precedence"), self.scheme),
            kit.field(text("Who presides"), self.president),
            self.nuncio,
            rule(),
            kit.heading(text("Flags")),
            kit.note(text("From left to right, as one looks at them; all of one size.")),
            row((kit.field(text("Alphabet of the flags"), self.language), 1)),
            self.right,
            (self.flags, 1),
            gap=8,
        )
        right = col(
            kit.heading(text("Speaking order")),
            kit.note(text("The highest rank is suggested to speak last.")),
            (scrolled(col(self.speeches, None)), 1),
            gap=8,
        )
        title = kit.label(text("Protocol"), 20, 600, tone="navy", serif=True)
        body = row((left, 1), 8, rule(upright=True), 8, (right, 1), gap=8)
        foot = row(None, close)
        self.setLayout(col(title, (body, 1), foot, gap=12, margins=(24, 20, 24, 16)))
        self.resize(860, 620)

    # keeping ----------------------------------------------------------------------------------

    def _keep(self, _on: bool = False) -> None:
        event = self._shown.event
        value = Protocol(
            self.scheme.value or Scheme.VIENNA, self.nuncio.isChecked(), self.right.isChecked()
        )
        deeds.set_protocol(self._page, event.id, value)
        self._show_flags()

    def _preside(self) -> None:
        deeds.preside(self._page, self._shown.event.id, self.president.value or None)

    # flags ------------------------------------------------------------------------------------

    def _show_flags(self) -> None:
        text, language = self.kit.text, self.language.value or "en"
        found = flags.flags_in(self._shown.dossier, language)
        self.flags.clear()
        for number, flag in enumerate(flags.as_seen(found, guest_right=self.right.isChecked()), 1):
            words = text(
                "{n}. {name} ({whose})", n=number, name=flag.name, whose=text(FLAGS[flag.of])
            )
            self.flags.addItem(QListWidgetItem(self.kit.icon("flag", "navy"), words))

    # speeches ---------------------------------------------------------------------------------

    def _read(self) -> None:
        event = self._shown.event
        self._page.desk.read(self, lambda ws: speeches(ws, event.id), self._show_speeches)

    def _show_speeches(self, found: list[Speeches]) -> None:
        while (item := self.speeches.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for one in found:
            self.speeches.addWidget(SpeechBox(self._page, self._shown, one))
        if not found:
            words = self.kit.text("Nowhere do several people speak.")
            self.speeches.addWidget(self.kit.note(words, px=13))


class SpeechBox(QWidget):
    """The speakers of a slot in the suggested order, to be adjusted and taken over."""

    def __init__(self, page: Page, shown: Snapshot, found: Speeches) -> None:
        super().__init__()
        self._page, self._found = page, found
        kit = self.kit = page.kit
        text = kit.text
        self._order = list(found.suggested)
        self._names = list(_names(page, shown, found))
        title = kit.local(found.slot.title, shown.event.languages) or text("Untitled")
        self.list = QListWidget()
        self.list.setProperty("look", "found")
        self.list.setAccessibleName(text("Speaking order of {slot}", slot=title))
        self.list.setFixedHeight(min(len(self._order), 5) * 42 + 4)
        up = kit.tool("arrow-up", text("Speaks earlier: {slot}", slot=title))
        down = kit.tool("arrow-down", text("Speaks later: {slot}", slot=title))
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        self.take = kit.button(text("Take over"), "quiet", "check")
        self.take.clicked.connect(self._take)
        items: tuple[Item, ...] = (row(up, down, None, self.take, gap=4),)
        self.setLayout(col(kit.label(title, 13, 600, wrap=True), self.list, *items, gap=4))
        self._show(0)

    def _show(self, current: int) -> None:
        self.list.clear()
        self.list.addItems([f"{n}. {self._names[at]}" for n, at in enumerate(self._order, 1)])
        self.list.setCurrentRow(current)
        self.take.setEnabled(self._order != list(range(len(self._order))))

    def _move(self, steps: int) -> None:
        here = self.list.currentRow()
        there = min(max(here + steps, 0), len(self._order) - 1)
        self._order.insert(there, self._order.pop(here))
        self._show(there)

    def _take(self) -> None:
        deeds.arrange(self._page, self._found.slot.id, tuple(self._order))
        self._found = replace(self._found, suggested=tuple(self._order))
        self.take.setEnabled(False)


def _names(page: Page, shown: Snapshot, found: Speeches) -> Iterator[str]:
    from desktop.language.terms import term

    for speaker in found.slot.speakers:
        person = shown.dossier.people.get(speaker.person_id)
        name = person_name(page.kit, person) if person else "…"
        gender = person.gender if person else None
        word = term(speaker.role, page.kit.language, gender) if gender else ""
        yield f"{name} · {word}" if word else name
