"""The first thing that somebody sees: three ways to begin, the recent files, the language."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from desktop.language import tags
from desktop.ui.choice_card import ChoiceCard
from desktop.ui.files import FileMenu
from desktop.ui.fonts import font
from desktop.ui.help import START, turn
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row

_SHOWN = 3
LEAST, NARROW = 620, 976
"""Pixels of the line of languages, and below which three cards do not stand side by side."""


class FirstStart(QWidget):
    """Shown while no database is open."""

    new_wanted = Signal()
    import_wanted = Signal()
    reference_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, kit: Kit, recent: tuple[str, ...]) -> None:
        super().__init__()
        self._kit = kit
        look, new, bring = self._choices()
        self.first = look
        self._choice_cards = (look, new, bring)
        self._cards = row(None, *self._choice_cards, None, gap=16)
        question = kit.centred(
            kit.text("What are you organising?"), 32, 600, tone="navy", serif=True
        )
        promise = kit.centred(
            kit.text("Everything stays on this computer. No account, no connection needed."),
            16,
            tone="muted",
        )
        mark = kit.label("E", 40, 600, serif=True)
        mark.setProperty("look", "mark")
        mark.setFixedSize(64, 64)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._error = kit.centred("", 14, 600, tone="red")
        self._error.hide()
        self.setLayout(
            col(
                *(None, row(None, mark, None), 16, question, 4, promise, 28),
                self._cards,
                *(16, self._error, 4, self._files(recent), 24, self._languages(), None),
                gap=0,
                margins=(16, 16, 16, 16),
            )
        )

    def help(self, files: FileMenu) -> None:
        """Show the help for this page, or put it away."""
        turn(self._kit, START, self._kit.text("How to begin"), self, files)

    def warn(self, text: str) -> None:
        """Say why a file could not be opened."""
        self._error.setText(text)
        self._error.show()

    def _choices(self) -> tuple[ChoiceCard, ChoiceCard, ChoiceCard]:
        kit = self._kit
        look = ChoiceCard(
            kit,
            "sparkles",
            kit.text("Look around first"),
            kit.text("A finished conference with guests and documents, to try things on."),
            "1",
        )
        new = ChoiceCard(
            kit,
            "calendar-plus",
            kit.text("Start an event"),
            kit.text("Name, days, rooms and languages. Everything can change later."),
            "2",
        )
        bring = ChoiceCard(
            kit,
            "table-import",
            kit.text("Import a schedule or a list"),
            kit.text("A conference's schedule as XML or JSON; guests from Excel, CSV or cards."),
            "3",
        )
        look.clicked.connect(self.reference_wanted)
        new.clicked.connect(self.new_wanted)
        bring.clicked.connect(self.import_wanted)
        return look, new, bring

    def _files(self, recent: tuple[str, ...]) -> QBoxLayout:
        kit = self._kit
        open_file = kit.button(kit.text("Open an existing Estrado file…"), "quiet", "folder-open")
        open_file.clicked.connect(self.open_wanted)
        lines = [row(None, open_file, None)]
        for location in recent[:_SHOWN]:
            name = Path(location).stem if "://" not in location else location
            button = kit.button(name, "quiet", "database", tip=location)
            button.clicked.connect(lambda _on=False, one=location: self.recent_wanted.emit(one))
            lines.append(row(None, button, None))
        return col(*lines, gap=4)

    def _languages(self) -> QBoxLayout:
        kit = self._kit
        chips = QButtonGroup(self)
        for tag, name in tags.LANGUAGES.items():
            chip = kit.chip(name, on=tag == kit.language)
            chip.setFont(font(13, 500))
            chip.clicked.connect(lambda _on=False, tag=tag: self.language_chosen.emit(tag))
            chips.addButton(chip)
        caption = kit.label(kit.text("Language of the window"), 13, tone="muted")
        return row(None, kit.picture("world"), caption, 4, *chips.buttons(), None, gap=8)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards side by side, or below each other."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        way = QBoxLayout.Direction
        self._cards.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        for card in self._choice_cards:
            card.lie(flat=narrow)
