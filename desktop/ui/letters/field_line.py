"""The merge fields of a letter as chips: pressing one writes it where the cursor is."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from desktop.language import letters
from desktop.language.translation import msgid
from desktop.ui.chip_line import ChipLine
from desktop.ui.kit import Kit

_NAMES = {
    "salutation": msgid("Salutation"),
    "name": msgid("Name"),
    "category": msgid("Category"),
    "seat": msgid("Seat"),
    "companions": msgid("Companions"),
    "kind": msgid("Kind"),
    "event": msgid("Event"),
    "subtitle": msgid("Subtitle"),
    "date": msgid("Date"),
    "time": msgid("Time"),
    "venue": msgid("Venue"),
    "address": msgid("Address"),
    "hosts": msgid("Organisers"),
    "interpretation": msgid("Interpretation"),
    "signature": msgid("Signature"),
    "reply_until": msgid("Reply by"),
    "reply_code": msgid("Reference"),
    "ticket": msgid("Ticket"),
}
"""What stands on the chip of each of `letters.FIELDS`."""


class FieldLine(ChipLine):
    """A chip a field; those that find no room stand in the menu at its end."""

    chosen = Signal(str)
    """What is to be written: `{name}`."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.put([self._chip(kit, field) for field in letters.FIELDS])

    def _chip(self, kit: Kit, field: str) -> QPushButton:
        name = kit.text(_NAMES[field])
        chip = kit.chip(name)
        chip.setCheckable(False)
        chip.setToolTip(f"{{{field}}}")
        chip.setAccessibleName(kit.text("Insert {field}", field=name))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where it is
        chip.clicked.connect(partial(self._choose, field))
        return chip

    def _choose(self, field: str, _on: bool = False) -> None:
        self.chosen.emit(f"{{{field}}}")
