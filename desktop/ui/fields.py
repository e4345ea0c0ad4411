"""Fields: a text, a choice, a number, a time; `edited` says that one was edited.

What a field shows is set by `show_...`, which is silent; a text that is being edited keeps what
its user typed.
"""

from collections.abc import Iterable
from datetime import time
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
)

from desktop.ui.level import keep_level, set_level

T = TypeVar("T")

INSET = 6
"""Pixels of air beside the text of a field with arrows, which style sheets do not reach."""

HEIGHT = 32

STEP = 5
"""Minutes that an arrow key moves a time."""


def _is_written(field: QAbstractSpinBox, said: str) -> bool:
    """Whether its user is about to say something else."""
    return field.hasFocus() and field.text() != said


class TextField(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._shown = ""
        keep_level(self)
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        """Show a text, unless the user is writing another."""
        if self.hasFocus() and self.text() != self._shown:
            return
        self._shown = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def _finish(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.edited.emit()


class ChoiceField(QComboBox, Generic[T]):
    """One of several values."""

    edited = Signal()

    def __init__(self, name: str, options: Iterable[tuple[T, str]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._values: list[T] = []
        self.offer(options)
        self.activated.connect(self._tell)

    def offer(self, options: Iterable[tuple[T, str]]) -> None:
        """Offer other values; the chosen one stays where it is among them."""
        every = list(options)
        chosen = self.value
        self.clear()
        self._values = [value for value, _ in every]
        self.addItems([text for _, text in every])
        self.show_value(chosen)

    @property
    def value(self) -> T | None:
        """The chosen value."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def show_value(self, value: T | None) -> None:
        """Show a value; none where it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _tell(self, _place: int) -> None:
        self.edited.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes over a page must not change what stands on it."""
        event.ignore()


class WordField(ChoiceField[str]):
    """One of several words, or another one that is typed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        keep_level(line)
        line.editingFinished.connect(self._written)

    def _written(self) -> None:
        """A word that is not among those offered is offered from now on."""
        typed = self.currentText().strip()
        if not typed or typed == self.itemText(self.currentIndex()):
            return
        place = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        if place < 0:
            self._values.append(typed)
            self.addItem(typed)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self.edited.emit()


class NumberField(QSpinBox):
    """A whole number with its unit; `none` is the text for "not known" (the lowest value)."""

    edited = Signal()

    def __init__(
        self,
        name: str,
        lowest: int,
        highest: int,
        *,
        unit: str = "",
        step: int = 1,
        none: str = "",
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setFixedHeight(HEIGHT)
        self.setSuffix(f"\u00a0{unit}" if unit else "")
        self.setSpecialValueText(none)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        set_level(self.lineEdit(), self.text() + none, INSET)
        self._shown, self._said = lowest, self.text()
        self.editingFinished.connect(self._finish)

    def show_number(self, number: int) -> None:
        """Show a number, unless the user is writing another."""
        if _is_written(self, self._said):
            return
        self._shown = number
        self.setValue(number)
        self._said = self.text()

    def _finish(self) -> None:
        self._said = self.text()
        if self.value() != self._shown:
            self._shown = self.value()
            self.edited.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TimeField(QTimeEdit):
    """A time of day; the arrow keys move it by five minutes."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(INSET, 0, INSET, 0)
        self.setFixedHeight(HEIGHT)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat("HH:mm")
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown, self._said = time(9), self.text()
        self.editingFinished.connect(self._finish)

    @property
    def value_time(self) -> time:
        """The time that stands in the field."""
        return time(self.time().hour(), self.time().minute())

    def show_time(self, moment: time) -> None:
        """Show a time, unless the user is writing another."""
        if _is_written(self, self._said):
            return
        self._shown = moment.replace(second=0, microsecond=0, tzinfo=None)
        self.setTime(QTime(moment.hour, moment.minute))
        self._said = self.text()

    def stepBy(self, steps: int) -> None:
        """Five minutes a step in the minutes, an hour in the hours."""
        minutes = self.currentSection() == QTimeEdit.Section.MinuteSection
        self.setTime(self.time().addSecs(60 * steps * (STEP if minutes else 60)))

    def _finish(self) -> None:
        self._said = self.text()
        if self.value_time != self._shown:
            self._shown = self.value_time
            self.edited.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
