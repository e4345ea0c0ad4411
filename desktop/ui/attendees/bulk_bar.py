"""What can be done about several guests at once."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from desktop.domain.attendee import CATEGORIES, Reply
from desktop.language.terms import category_group, term
from desktop.ui.fields import TextField
from desktop.ui.head import Head
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.question import Question


class BulkBar(QFrame):
    """Shown while several rows are chosen; each deed is one Change for all of them."""

    edited = Signal(str, object)
    """Which field of all of them gets which value."""
    write_wanted = Signal()
    copy_wanted = Signal()
    delete_wanted = Signal()
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        text = kit.text
        self._count = kit.label("", 13, 600)
        each_has_another = Reply.REPRESENTATIVE
        replies = [(term(one, kit.language), one) for one in Reply if one is not each_has_another]
        kinds = [(category_group(one, kit.language), one) for one in CATEGORIES]
        seat = kit.button(text("Set seat…"), "quiet", "armchair")
        seat.clicked.connect(self._ask_seat)
        write = kit.button(text("Write…"), "quiet", "send")
        write.clicked.connect(self.write_wanted)
        copy = kit.tool("copy", text("Copy"), "Ctrl+C")
        copy.clicked.connect(self.copy_wanted)
        away = kit.tool("trash", text("Take off the list"), "Del")
        away.clicked.connect(self.delete_wanted)
        none = kit.tool("x", text("Choose none"), "Esc")
        none.clicked.connect(self.left)
        reply = self._menu(text("Set reply"), "mail", "reply", replies)
        kind = self._menu(text("Set category"), "users", "category", kinds)
        line = Head(
            *(none, self._count, 8, reply, kind, seat, write, row(copy, away, gap=0), None),
            gap=2,
            margins=(8, 0, 8, 0),
            high=40,
        )
        self.setProperty("box", "sunken")
        self.setLayout(row(line, gap=0))
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many rows are chosen."""
        self._count.setText(self._kit.plural("{n} selected", "{n} selected", count))
        self.setVisible(count > 1)

    def _menu(
        self, name: str, icon: str, field: str, choices: Sequence[tuple[str, str]]
    ) -> QPushButton:
        made = self._kit.button(name, "quiet", icon)
        menu = QMenu(made)
        for words, value in choices:
            menu.addAction(words).triggered.connect(partial(self._set, field, value))
        made.setMenu(menu)
        return made

    def _set(self, field: str, value: object, _on: bool = False) -> None:
        self.edited.emit(field, value)

    def _ask_seat(self) -> None:
        kit, text = self._kit, self._kit.text
        dialog = Question(kit, self.window(), text("Seat"), text("Set"))
        name = text("Seat, row or table of all that are chosen")
        seat = TextField(name)
        dialog.ok.clicked.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._set("seat", seat.text().strip()))
        dialog.lay_out(kit.field(name, seat), width=360)
        seat.setFocus()
        dialog.open()
