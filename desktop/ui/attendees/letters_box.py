"""What was sent to a guest, when and how; what is in doubt is asked about."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain import correspondence
from desktop.domain.attendee import Attendee
from desktop.domain.event import Event
from desktop.domain.message import Channel, Delivery, Message, Purpose
from desktop.language import dates
from desktop.language.terms import term
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, holder, row
from desktop.ui.wording import clock

_ICONS = {Channel.DRAFT: "file-text", Channel.SMTP: "send", Channel.PAPER: "printer"}


class LettersBox(QWidget):
    """A line a message, the latest first."""

    resolved = Signal(object, bool)
    """The purpose of a message in doubt, and whether it arrived."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_guest(self, guest: Attendee, event: Event) -> None:
        """Show what a guest was sent."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        shown = [
            one
            for one in reversed(guest.messages)
            if one.delivery is not Delivery.IN_DOUBT
            or one is correspondence.latest(guest, one.purpose)
        ]
        self._lines = [self._line(one, event) for one in shown]
        if not shown:
            self._lines = [self._kit.note(self._kit.text("Nothing was sent yet"))]
        for line in self._lines:
            self._box.addWidget(line)

    def _line(self, message: Message, event: Event) -> QWidget:
        kit = self._kit
        if message.delivery is Delivery.IN_DOUBT:
            return self._question(message, event)
        refused = message.delivery is Delivery.REFUSED
        sign = kit.picture(
            "x" if refused else _ICONS[message.channel], "red" if refused else "muted"
        )
        what = term(message.purpose, kit.language)
        words = kit.text("{letter}, not delivered", letter=what) if refused else what
        head = kit.elided(f"{words} · {self._when(message, event)}")
        how = term(message.channel, kit.language)
        below = " · ".join(filter(None, (how, message.address)))
        said = kit.label(message.reason, 12, tone="red", wrap=True) if message.reason else None
        text = col(*filter(None, (head, kit.elided(below, 12, tone="muted"), said)), gap=0)
        return holder(row(sign, (text, 1), gap=8))

    def _question(self, message: Message, event: Event) -> QWidget:
        kit = self._kit
        words = kit.text(
            "{letter} of {time}: the program ended before the server answered. Did it arrive?",
            letter=term(message.purpose, kit.language),
            time=self._when(message, event),
        )
        yes, no = kit.button(kit.text("It arrived")), kit.button(kit.text("It did not"))
        yes.clicked.connect(partial(self._resolve, message.purpose, True))
        no.clicked.connect(partial(self._resolve, message.purpose, False))
        question = kit.note(words, px=13, tone="ochre_text")
        return frame("missing", col(question, row(yes, no, None), gap=6, margins=(10, 8, 10, 8)))

    def _resolve(self, purpose: Purpose, arrived: bool, _on: bool = False) -> None:
        self.resolved.emit(purpose, arrived)

    def _when(self, message: Message, event: Event) -> str:
        moment, language = clock(message.at, event), self._kit.language
        day = dates.day_and_month(moment.date(), language)
        return f"{day}, {dates.time_of_day(moment, language)}"
