"""Values one below another, a line each: edited in place, taken out, moved up."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

V = TypeVar("V")


class Line(QWidget, Generic[V]):
    """One value of several; subclasses show it, and tell what its user did."""

    edited = Signal(object)
    removed = Signal()
    raised = Signal()

    def __init__(self, value: V) -> None:
        super().__init__()
        self.value = value

    def tell(self, **fields: object) -> None:
        """Say that some fields of the value are others now."""
        shown: Any = self.value
        self.value = replace(shown, **fields)
        self.edited.emit(self.value)

    def tell_one(self, field: str, value: object) -> None:
        """The same for one field by its name."""
        self.tell(**{field: value})


L = TypeVar("L", bound=Line[Any])


class Lines(QWidget, Generic[V, L]):
    """Tells by `edited(values)` what they are now; subclasses show each value in its line.

    `make` makes the line of a place, counted from 0.
    """

    edited = Signal(tuple)

    def __init__(self, make: Callable[[int], L], *, gap: int = 6) -> None:
        super().__init__()
        self._make = make
        self.values: tuple[V, ...] = ()
        self.lines: list[L] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(gap)

    def lined(self, values: tuple[V, ...]) -> Iterator[tuple[L, V]]:
        """Each value with its line; lines that are there already keep the focus."""
        self.values = values
        self.drop(len(values))
        while len(self.lines) < len(values):
            place = len(self.lines)
            line = self._make(place)
            line.edited.connect(partial(self.take, place))
            line.removed.connect(partial(self.remove, place))
            line.raised.connect(partial(self.move_up, place))
            self.lines.append(line)
            self.box.insertWidget(place, line)
        return zip(self.lines, values, strict=True)

    def drop(self, kept: int) -> None:
        """Drop all lines but the first ones."""
        while len(self.lines) > kept:
            self.lines.pop().deleteLater()

    def append(self, value: V) -> None:
        """Have another value, at the end."""
        self.edited.emit((*self.values, value))

    def take(self, place: int, value: V) -> None:
        """Have another value in a place; what is edited next stands on it, stored or not."""
        self.values = (*self.values[:place], value, *self.values[place + 1 :])
        self.edited.emit(self.values)

    def remove(self, place: int) -> None:
        """Take a value out."""
        self.edited.emit((*self.values[:place], *self.values[place + 1 :]))

    def move_up(self, place: int) -> None:
        """Let a value change places with the one above."""
        every = list(self.values)
        every[place - 1], every[place] = every[place], every[place - 1]
        self.edited.emit(tuple(every))
