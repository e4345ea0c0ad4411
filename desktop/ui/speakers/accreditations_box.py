"""A head of mission's accreditations: to which state, and since when to the minute.

The time decides precedence within a class (Vienna Convention, article 16), so it is never guessed.
"""

from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.person import Accreditation
from desktop.ui.countries import country_choices
from desktop.ui.fields import ChoiceField, DayField, TimeField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row


class AccreditationsBox(QWidget):
    """Tells by `edited(accreditations)` what they are now."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._zone: tzinfo = UTC
        self._every: tuple[Accreditation, ...] = ()
        self.cards: list[_Card] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._note = kit.note("")
        self._box.addWidget(self._note)

    def show_accreditations(
        self, accreditations: tuple[Accreditation, ...], zone: tzinfo, zone_name: str
    ) -> None:
        """Show a person's accreditations by the clocks of a time zone."""
        self._zone, self._every = zone, accreditations
        while len(self.cards) > len(accreditations):
            self.cards.pop().deleteLater()
        while len(self.cards) < len(accreditations):
            place = len(self.cards)
            card = _Card(self._kit, place)
            card.edited.connect(partial(self._take, place))
            card.removed.connect(partial(self._remove, place))
            self.cards.append(card)
            self._box.insertWidget(place, card)
        for card, one in zip(self.cards, accreditations, strict=True):
            card.show_accreditation(one, zone)
        words = self._kit.text("Times are those of {zone}.", zone=zone_name)
        self._note.setText(words)
        self._note.setVisible(bool(accreditations))

    def add(self) -> None:
        """Begin another accreditation, from this minute."""
        now = datetime.now(self._zone).replace(second=0, microsecond=0)
        self.edited.emit((*self._every, Accreditation("", now.astimezone(UTC))))

    def _take(self, place: int, one: Accreditation) -> None:
        self._every = (*self._every[:place], one, *self._every[place + 1 :])
        self.edited.emit(self._every)

    def _remove(self, place: int) -> None:
        self.edited.emit((*self._every[:place], *self._every[place + 1 :]))


class _Card(QWidget):
    edited = Signal(object)
    removed = Signal()

    def __init__(self, kit: Kit, place: int) -> None:
        super().__init__()
        self._one = Accreditation("", datetime.now(UTC))
        self._zone: tzinfo = UTC
        number = kit.text("Accreditation {n}", n=place + 1)
        state = kit.text("Receiving state")
        day, hour = kit.text("Day of taking up functions"), kit.text("Time of taking up functions")
        self.country: ChoiceField[str] = ChoiceField(f"{number}: {state}", country_choices(kit))
        self.day = DayField(kit, f"{number}: {day}")
        self.time = TimeField(f"{number}: {hour}")
        self.time.setFixedWidth(68)
        self.day.setFixedWidth(132)
        away = kit.tool("trash", kit.text("Delete {accreditation}", accreditation=number))
        away.clicked.connect(lambda: self.removed.emit())
        self.country.edited.connect(lambda: self._tell(country=self.country.value or ""))
        self.day.edited.connect(self._tell_moment)
        self.time.edited.connect(self._tell_moment)
        line = row((self.country, 1), self.day, self.time, away, gap=6)
        self.setLayout(col(frame("card", col(line, gap=0, margins=(10, 8, 6, 8)))))

    def show_accreditation(self, one: Accreditation, zone: tzinfo) -> None:
        self._one, self._zone = one, zone
        local = one.taken_up.astimezone(zone)
        self.country.show_value(one.country)
        self.day.show_day(local.date())
        self.time.show_time(local.time())

    def _tell_moment(self) -> None:
        if (day := self.day.day) is not None:
            local = datetime.combine(day, self.time.value_time, self._zone)
            self._tell(taken_up=local.astimezone(UTC))

    def _tell(self, **fields: object) -> None:
        self._one = replace(self._one, **fields)
        self.edited.emit(self._one)
