"""An inspector that edits one value: every field is stored as soon as it is left.

A value that is not stored yet is a draft; it is created when it has what it needs to be found
again (`is_ready`: a title, a name). Until then leaving the inspector leaves nothing behind.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.domain.change import Change
from desktop.ui.inspector import WIDTH, Inspector
from desktop.ui.kit import Kit
from desktop.ui.page import Page
from desktop.ui.turns import Turns

QUIET = 400
"""Milliseconds after which an inspector that has had nothing to show gets its fields."""

V = TypeVar("V")


class Detail(Inspector, Generic[V]):
    """Subclasses build the fields, fill them in `fill`, and call `change(field=value)`."""

    created = Signal(int)
    closed = Signal()

    def __init__(self, kit: Kit, page: Page, *, width: int = WIDTH) -> None:
        super().__init__(kit, width=width)
        self.page = page
        self.value: V | None = None
        self._creating = False
        self._waiting: dict[str, Any] = {}
        self._furnished = False
        self._turns = Turns(self)

    def prepare(self) -> None:
        """Make the fields, once: they are there whenever a value is shown."""
        if not self._furnished:
            self._furnished = True
            self.furnish()

    def _preparing(self) -> Iterator[object]:
        """Everything that would hold up the first value: making the fields, dressing each."""
        self.prepare()
        yield
        if self.value is None:
            self.rehearse()
        yield
        for part in self.findChildren(QWidget):
            if isValid(part):  # a value that is shown meanwhile may put others in their place
                part.ensurePolished()
            yield

    def show_value(self, value: V | None) -> None:
        """Show a value; None clears and hides the inspector."""
        self.value = value
        if value is None and not self._furnished:
            QTimer.singleShot(QUIET, self, lambda: self._turns.begin(self._preparing()))
        if value is not None:
            self.prepare()
        self.setVisible(value is not None)
        if value is not None:
            self.fill(value)
            self.let_edit(self.page.desk.barred is None)
            QTimer.singleShot(0, self, self.put_in_order)

    def change(self, **fields: Any) -> None:
        """Store other values of some fields."""
        if self.value is None:
            return
        if self._creating:
            self._waiting |= fields
            return
        if self.number:
            self.edit(self.number, fields)
            return
        self.value = self.with_fields(self.value, fields)
        if self.is_ready(self.value):
            self._creating = True
            self.store(self.value)

    def change_one(self, field: str, value: object) -> None:
        """The same for one field by its name."""
        self.change(**{field: value})

    def change_all(self, fields: dict[str, Any]) -> None:
        """The same for several."""
        self.change(**fields)

    def created_as(self, change: Change, kind: type) -> None:
        """Go on with the value that a Change has created."""
        number = next(iter(change.touched(kind)), 0)
        self._creating = False
        waiting, self._waiting = self._waiting, {}
        if waiting:
            self.edit(number, waiting)
        self.created.emit(number)

    # what the subclasses say ------------------------------------------------------------------

    def furnish(self) -> None:
        """Make the fields. One that is not seen at first does so here, rather than when made."""

    def rehearse(self) -> None:
        """Fill the fields for nobody to see, where the first time takes long."""

    def fill(self, value: V) -> None:
        """Write a value into the fields."""
        raise NotImplementedError

    def is_ready(self, value: V) -> bool:
        """Whether a draft has enough to be stored."""
        raise NotImplementedError

    def store(self, value: V) -> None:
        """Store a draft, then call `created_as`."""
        raise NotImplementedError

    def edit(self, number: int, fields: dict[str, Any]) -> None:
        """Store other values of some fields of the value with this id."""
        raise NotImplementedError

    def with_fields(self, value: V, fields: dict[str, Any]) -> V:
        """A draft with other values of some fields."""
        draft: Any = value
        return replace(draft, **fields)

    def begin(self) -> None:
        """Go to the first field."""

    def delete(self) -> None:
        """Delete the value; undo brings it back."""
        if self.number:
            self.remove(self.number)
        else:
            self.closed.emit()

    def remove(self, number: int) -> None:
        """Delete the stored value with this id."""
        raise NotImplementedError

    @property
    def number(self) -> int:
        """The id of the value that is shown; 0 for none and for a draft."""
        shown: Any = self.value
        return shown.id if shown is not None else 0
