"""Texts in several languages, their languages side by side, with a mark where one is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.localized import Localized
from desktop.language import tags
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.plain_text import PlainText
from desktop.ui.wording import own_name
from desktop.ui.wrap import Wrap


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a value: key, name (translated), how many lines its field shows."""

    key: str
    name: str
    lines: int = 1
    bold: bool = False


class LocalizedFields(QWidget):
    """The texts of a value, two languages side by side, chosen by chips above them.

    `edited(key)` tells that the user has left a text which is different now; `texts[key]` has it.
    """

    edited = Signal(str)

    def __init__(self, kit: Kit, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self._kit = kit
        self._parts = parts
        self._columns: dict[str, _LanguageColumn] = {}
        self._chips: dict[str, QPushButton] = {}
        self._pair: list[str] = []
        self.texts: dict[str, Localized] = {}
        self._chip_line = Wrap(gap=6)
        self._side = QHBoxLayout()
        self._side.setSpacing(12)
        self.setLayout(col(self._chip_line, self._side, gap=8))

    def show_texts(self, texts: Mapping[str, Localized], languages: tuple[str, ...]) -> None:
        """Show a value's texts in the languages of its event."""
        spoken = {tag for text in texts.values() for tag in text.languages if tag != "und"}
        every = (*languages, *sorted(spoken.difference(languages)))
        self.texts = dict(texts)
        if tuple(self._columns) != every:
            self._build(every)
        self._write()

    def current(self, key: str) -> Localized:
        """A text as it stands in the fields, left or not."""
        text = self.texts.get(key, Localized())
        for tag, column in self._columns.items():
            text = text.put(tag, column.text(key))
        return text

    def setFocus(self, *_reason: Qt.FocusReason) -> None:
        """Go to the first text."""
        if self._pair:
            self._columns[self._pair[0]].begin()

    def _build(self, languages: tuple[str, ...]) -> None:
        for layout in (self._chip_line, self._side):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
        self._columns = {tag: _LanguageColumn(self._kit, tag, self._parts) for tag in languages}
        self._pair = [tag for tag in self._pair if tag in languages] or list(languages[:2])
        self._chips = {}
        for tag, column in self._columns.items():
            column.left.connect(partial(self._left, tag))
            column.copy_wanted.connect(partial(self._copy, tag))
            self._side.addWidget(column, 1)
            chip = self._kit.chip(own_name(tag))
            chip.clicked.connect(lambda _on=False, tag=tag: self._choose(tag))
            self._chips[tag] = chip
            self._chip_line.addWidget(chip)
            chip.setVisible(len(languages) > 2)
        self._place()

    def _choose(self, tag: str) -> None:
        """Show a language beside the one that was chosen before it."""
        if tag not in self._pair:
            self._pair = [self._pair[-1] if len(self._pair) > 1 else self._pair[0], tag]
        self._place()

    def _place(self) -> None:
        order = list(self._columns)
        self._pair.sort(key=order.index)
        for tag, column in self._columns.items():
            column.setVisible(tag in self._pair)
            self._chips[tag].setChecked(tag in self._pair)

    def _write(self) -> None:
        sign = self._kit.switch_icon("alert-circle", "ochre", "on_navy")
        for tag, column in self._columns.items():
            column.write(self.texts, self._original(tag))
            missing = column.missing
            name = own_name(tag)
            chip = self._chips[tag]
            chip.setIcon(sign if missing else QIcon())
            chip.setAccessibleName(
                self._kit.text("{language}: text missing", language=name) if missing else name
            )

    def _original(self, tag: str) -> str:
        """The first other language that has texts: what is copied or translated from."""
        every = [other for other in self._columns if other != tag]
        full = (other for other in every if any(t.get(other) for t in self.texts.values()))
        return next(full, "")

    def _left(self, tag: str, key: str) -> None:
        before = self.texts.get(key, Localized())
        after = before.put(tag, self._columns[tag].text(key))
        order = {language: place for place, language in enumerate(self._columns)}
        after = Localized(tuple(sorted(after.texts, key=lambda pair: order.get(pair[0], 99))))
        if after != before:
            self.texts[key] = after
            self._write()
            self.edited.emit(key)

    def _copy(self, tag: str, key: str) -> None:
        original = self._original(tag)
        self._columns[tag].fill(key, self.texts[key].get(original))
        self._left(tag, key)


class _LanguageColumn(QWidget):
    """One language: its name and state, then a field for every text."""

    left = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, kit: Kit, tag: str, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self._kit, self._tag, self._parts = kit, tag, parts
        self.missing = 0
        self._sign = kit.picture("circle-check", "green", 14)
        self._state = kit.label("", 12, 600)
        head = row(kit.label(own_name(tag), 13, 600), None, self._sign, self._state, gap=4)
        self._fields: dict[str, _Text] = {}
        self._copies: dict[str, QPushButton] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        for part in parts:
            name = f"{part.name}, {own_name(tag)}"
            field = _Text(name, tag, part)
            field.edited.connect(lambda key=part.key: self.left.emit(key))
            copy = kit.button("", "link")
            copy.clicked.connect(lambda _on=False, key=part.key: self.copy_wanted.emit(key))
            copy.hide()
            self._fields[part.key], self._copies[part.key] = field, copy
            box.addWidget(kit.label(part.name, 12, tone="muted"))
            box.addWidget(field)
            box.addWidget(copy)
        box.addStretch(1)

    def begin(self) -> None:
        """Go to the first field."""
        self._fields[self._parts[0].key].setFocus()

    def text(self, key: str) -> str:
        """What stands in a field."""
        return self._fields[key].text()

    def fill(self, key: str, text: str) -> None:
        """Write into a field for the user."""
        self._fields[key].setPlainText(text)

    def write(self, texts: Mapping[str, Localized], original: str) -> None:
        """Show the texts of this language, and what is missing beside `original`."""
        self.missing = 0
        for part in self._parts:
            text = texts.get(part.key, Localized())
            lacks = bool(text) and not text.get(self._tag)
            self.missing += lacks
            self._fields[part.key].show_text(text.get(self._tag))
            self._fields[part.key].mark(lacks, self._kit.text("Not translated yet"))
            copy = self._copies[part.key]
            can_copy = lacks and bool(text.get(original))
            copy.setVisible(can_copy)
            if can_copy:
                words = self._kit.text("Copy from {language}", language=own_name(original))
                copy.setText(words)
                copy.setAccessibleName(f"{part.name}, {own_name(self._tag)}: {words}")
        self._say(any(texts.get(part.key) for part in self._parts))

    def _say(self, something: bool) -> None:
        kit = self._kit
        tone = "ochre_text" if self.missing else "green"
        words = kit.plural("{n} missing", "{n} missing", self.missing) if self.missing else ""
        self._state.setText(words or (kit.text("Complete") if something else ""))
        self._state.setProperty("tone", tone)
        self._state.style().polish(self._state)
        self._sign.setVisible(something)
        sign = "alert-circle" if self.missing else "circle-check"
        self._sign.setPixmap(kit.pixmap(sign, tone, 14))


class _Text(PlainText):
    """Plain text in one language's direction, marked where a translation is missing."""

    def __init__(self, name: str, tag: str, part: Part) -> None:
        super().__init__(name, part.lines, bold=part.bold)
        rtl = tags.direction(tag) == "rtl"
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )

    def mark(self, lacks: bool, hint: str) -> None:
        """Show by a dashed border and in words that the translation is missing."""
        self.setPlaceholderText(hint if lacks else "")
        look = "missing" if lacks else ""
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().polish(self)
