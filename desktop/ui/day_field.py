"""A day: typed as people write it, moved by the arrow keys, or chosen from a calendar."""

import re
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidgetAction

from desktop.exchange import agenda_times
from desktop.ui.appearance import locale
from desktop.ui.calendar import Calendar
from desktop.ui.fields import HEIGHT
from desktop.ui.kit import Kit
from desktop.ui.level import keep_level

SIDES = 44
"""Pixels beside the text: edges, air, the calendar's sign."""
WIDEST = date(2028, 9, 28)
_FIGURES = re.compile(r"(\d{1,4})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{2}|\d{4}))?\.?")
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DayField(QLineEdit):
    """Shows a day, or none; what cannot be read stays there, marked, and is no day."""

    edited = Signal()

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self._kit = kit
        self.day: date | None = None
        """The day that stands in the field."""
        self._said = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(kit.text("Not set"))
        self.setFixedHeight(HEIGHT)
        keep_level(self)
        end = QLineEdit.ActionPosition.TrailingPosition
        choose = self.addAction(kit.icon("calendar-event", "muted"), end)
        choose.setToolTip(kit.text("Calendar") + " (Alt+↓)")
        choose.triggered.connect(self.open_calendar)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(kit.text("Calendar"))
        self.textEdited.connect(lambda: self._mark(""))
        self.editingFinished.connect(self.finish)

    def show_day(self, day: date | None) -> None:
        """Show a day, or that there is none, unless the user is writing another."""
        if not (self.hasFocus() and self.text() != self._said):
            self._show(day)

    def open_calendar(self) -> Calendar:
        """Open the calendar on the day, else on this month."""
        menu, choose = QMenu(self), QWidgetAction(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = Calendar(self._kit, self.day)
        for chosen in (calendar.clicked, calendar.activated):
            chosen.connect(partial(self._choose, menu))
        choose.setDefaultWidget(calendar)
        menu.addAction(choose)
        end = self.width() - menu.sizeHint().width() if self._kit.rtl else 0
        menu.popup(self.mapToGlobal(QPoint(end, self.height())))
        calendar.setFocus()
        return calendar

    def minimumSizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self._words(WIDEST))
        return QSize(text + SIDES, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the next and the last day; with Alt they open the calendar."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif key in _STEPS:
            self.finish()
            today = date.today()  # noqa: DTZ011 - the user's own
            self._take(self.day + timedelta(_STEPS[key]) if self.day else today)
        else:
            super().keyPressEvent(event)

    def _choose(self, menu: QMenu, day: QDate) -> None:
        menu.close()
        self._take(date(day.year(), day.month(), day.day()))

    def finish(self) -> bool:
        """Read what is typed; False where that is no day."""
        typed = self.text().strip()
        if typed == self._said:
            self._show(self.day)
            return True
        day = read_day(typed, date.today())  # noqa: DTZ011
        if typed and day is None:
            example = self._words(WIDEST)
            self._mark(self._kit.text("This is no day. Write it like {example}.", example=example))
            return False
        self._take(day)
        return True

    def _take(self, day: date | None) -> None:
        before = self.day
        self._show(day)
        if day != before:
            self.edited.emit()

    def _show(self, day: date | None) -> None:
        self.day, self._said = day, self._words(day)
        if self.text() != self._said:
            self.setText(self._said)
            self.setCursorPosition(0)
        self._mark("")

    def _mark(self, wrong: str) -> None:
        if wrong != self.toolTip():
            self.setToolTip(wrong)
            self.setAccessibleDescription(wrong)
            self.setProperty("look", "wrong" if wrong else "")
            self.style().polish(self)

    def _words(self, day: date | None) -> str:
        if day is None:
            return ""
        there = QDate(day.year, day.month, day.day)
        return locale(self._kit.language).toString(there, "d MMM yyyy")


def read_day(text: str, near: date) -> date | None:
    """The day that a text names; without a year the one that is nearest to another day."""
    found = _FIGURES.fullmatch(text)
    if found is None:
        return agenda_times.day(text, (near,))
    first, second, third = (int(part) if part else None for part in found.groups())
    if first is None or second is None:
        return None
    if len(found[1]) == 4:
        return _date(first, second, third)
    if third is not None:
        return _date(third + (2000 if len(found[3]) == 2 else 0), second, first)
    years = (_date(near.year + more, second, first) for more in (-1, 0, 1))
    return min(filter(None, years), key=lambda day: abs(day - near), default=None)


def _date(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or 0)
    except ValueError:
        return None
