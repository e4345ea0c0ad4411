"""The languages of an event in their order; others are translated from the first."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.language import tags
from desktop.language.tongues import language_name
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.wording import own_name

OTHERS = ("fr", "de", "it", "pt", "tr", "uz", "ky", "zh", "ja", "ko", "he", "hi", "uk", "pl")
"""Offered beside the window's own languages."""


class LanguagesField(QWidget):
    """A line a language, and a menu of those that can be added."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._languages: tuple[str, ...] = ()
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        self.add = kit.button(kit.text("Add language"), "link", "plus")
        self.add.setMenu(QMenu(self.add))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._box)

    def show_languages(self, languages: tuple[str, ...]) -> None:
        """Show languages in their order."""
        if languages == self._languages:
            return
        self._languages = languages
        for line in self._lines:
            line.deleteLater()
        self._lines = [self._line(place) for place in range(len(languages))]
        for line in self._lines:
            self._box.addWidget(line)
        menu = self.add.menu()
        menu.clear()
        for tag in (*tags.LANGUAGES, *OTHERS):
            if tag not in languages:
                menu.addAction(self._name(tag)).triggered.connect(partial(self._append, tag))

    def _name(self, tag: str) -> str:
        if tag in tags.LANGUAGES:
            return own_name(tag)
        name = language_name(tag, self._kit.language)
        return name[:1].upper() + name[1:]

    def _line(self, place: int) -> QWidget:
        kit, name = self._kit, own_name(self._languages[place])
        up = kit.tool("arrow-up", kit.text("Move {language} up", language=name))
        up.setEnabled(place > 0)
        up.clicked.connect(partial(self._raise, place))
        away = kit.tool("x", kit.text("Take {language} out", language=name))
        away.setEnabled(len(self._languages) > 1)
        away.clicked.connect(partial(self._remove, place))
        made = QWidget()
        made.setLayout(row(kit.label(name), None, up, away, gap=0))
        made.setFixedHeight(30)
        return made

    def _append(self, tag: str, _on: bool = False) -> None:
        self.edited.emit((*self._languages, tag))

    def _remove(self, place: int, _on: bool = False) -> None:
        self.edited.emit((*self._languages[:place], *self._languages[place + 1 :]))

    def _raise(self, place: int, _on: bool = False) -> None:
        every = list(self._languages)
        every[place - 1], every[place] = every[place], every[place - 1]
        self.edited.emit(tuple(every))
