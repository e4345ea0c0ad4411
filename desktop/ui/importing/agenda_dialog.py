"""Paste an agenda: the text on the left, on the right what it is read as, to be corrected."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop.domain.programme import Programme
from desktop.exchange import agenda_text
from desktop.exchange.agenda_lines import plain
from desktop.exchange.agenda_text import Agenda, Item
from desktop.ui import actions
from desktop.ui.dialog import Dialog
from desktop.ui.fields import ChoiceField
from desktop.ui.importing.agenda_columns import columns
from desktop.ui.layout import col, row
from desktop.ui.page import Page
from desktop.ui.schedule.model import event_days
from desktop.ui.table_view import Table
from desktop.ui.wording import own_name

PAUSE = 150
"""Milliseconds of silence before the text is read again."""


class AgendaDialog(Dialog):
    """Nothing is added before "Add"; a correction stays with its line while the text is edited."""

    def __init__(self, page: Page, programme: Programme, text: str) -> None:
        super().__init__(page.window())
        self._page, self._programme = page, programme
        self.kit = kit = page.kit
        self._days = tuple(event_days(programme))
        self._agenda = Agenda("", (), ())
        self._corrected: dict[str, Item] = {}
        self._dropped: set[str] = set()
        self.setWindowTitle(kit.text("Paste an agenda"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1300, 680)
        self.text = QPlainTextEdit(plain(text))
        self.text.setAccessibleName(kit.text("Text of the agenda"))
        self.text.setPlaceholderText(
            kit.text("Paste the text of a mail or a page here: “10:00 – 10:45 Lecture: …”")
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.read)
        self.text.textChanged.connect(self._pause.start)
        self.table: Table[Item] = Table(
            kit,
            kit.text("Proposed slots"),
            columns(kit, self._days, self.correct),
            lambda item: item.line,
        )
        self.table.doubleClicked.connect(self._edit)
        self.language: ChoiceField[str] = ChoiceField(
            kit.text("Language of the titles"),
            [(tag, own_name(tag)) for tag in programme.event.languages],
        )
        self.state = kit.label("", 13, 600)
        self.unread = kit.note("", px=12, tone="ochre_text")
        self._lay_out()
        self.read()

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        self.ok = kit.button(text("Add to the programme"), "primary", "table-import")
        self.ok.clicked.connect(self._import)
        cancel, drop = kit.button(text("Cancel")), kit.button(text("Leave out"), "quiet", "x")
        cancel.clicked.connect(self.reject)
        drop.clicked.connect(self._drop)
        hint = kit.note(text("F2 or a double click corrects a cell."))
        left = col((self.text, 1), self.unread, gap=8)
        right = col(row(self.state, None, drop), (self.table, 1), hint, gap=8)
        foot = row(
            *(kit.label(text("Language of the titles"), 12, tone="muted"), self.language, None),
            *(cancel, self.ok),
        )
        title = kit.label(text("Paste an agenda"), 20, 600, tone="navy", serif=True)
        body = row((left, 2), (right, 5), gap=16)
        self.setLayout(col(title, (body, 1), foot, gap=12, margins=(24, 20, 24, 16)))

    # reading ----------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the text anew; what was corrected stays corrected."""
        kit, text = self.kit, self.text.toPlainText()
        self._agenda = agenda_text.read(text, self._days)
        if self._agenda.language in self._programme.event.languages:
            self.language.show_value(self._agenda.language)
        elif self.language.value is None:
            self.language.show_value(self._programme.event.languages[0])
        items = self.items()
        self.table.show_rows(items)
        self.state.setText(kit.plural("{n} slot", "{n} slots", len(items)))
        self.ok.setEnabled(bool(items))
        self._mark_unread()

    def items(self) -> list[Item]:
        """What would be added."""
        lines = self.text.toPlainText().splitlines()
        return [
            replace(self._corrected.get(lines[item.line - 1], item), line=item.line)
            for item in self._agenda.items
            if lines[item.line - 1] not in self._dropped
        ]

    def _mark_unread(self) -> None:
        """Lines that say nothing stay where they are, marked."""
        count = len(self._agenda.unread)
        self.unread.setText(
            self.kit.plural(
                "{n} line is not understood; it is marked and stays out.",
                "{n} lines are not understood; they are marked and stay out.",
                count,
            )
        )
        self.unread.setVisible(count > 0)
        self.text.setExtraSelections([self._marking(one.line) for one in self._agenda.unread])

    def _marking(self, line: int) -> QTextEdit.ExtraSelection:
        marking: Any = QTextEdit.ExtraSelection()
        marking.cursor = QTextCursor(self.text.document().findBlockByNumber(line - 1))
        marking.format.setBackground(self.kit.theme.ochre_tint)
        marking.format.setForeground(self.kit.theme.ochre_text)
        marking.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return marking

    # correcting -------------------------------------------------------------------------------

    def _edit(self, index: QModelIndex) -> None:
        self.table.edit(index)

    def correct(self, item: Item, fields: dict[str, Any]) -> None:
        """Keep a correction of a line: other values of some fields."""
        line = self.text.toPlainText().splitlines()[item.line - 1]
        self._corrected[line] = replace(item, **fields)
        self._pause.start()

    def _drop(self) -> None:
        lines = self.text.toPlainText().splitlines()
        self._dropped |= {lines[item.line - 1] for item in self.table.chosen()}
        self.read()

    def _import(self) -> None:
        language = self.language.value or self._programme.event.languages[0]
        actions.import_agenda(self._page, self._programme.event.id, self.items(), language)
        self.accept()
