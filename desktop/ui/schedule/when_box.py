"""When and where a slot takes place: day, time, length, room."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.programme import Programme, time_zone
from desktop.domain.slot import Slot
from desktop.language import dates
from desktop.ui.fields import ChoiceField, NumberField, TimeField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.wording import day_name

LONGEST = 24 * 60
NO_DAY = date.min
NO_ROOM = 0


class WhenBox(QWidget):
    """Tells by `edited(fields)` what is different: start, minutes or room_id."""

    edited = Signal(dict)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._programme: Programme | None = None
        self._slot = Slot()
        self._day: ChoiceField[date] = ChoiceField(kit.text("Day"))
        self._time = TimeField(kit.text("Begins"))
        self._minutes = NumberField(
            kit.text("Length in minutes"), 0, LONGEST, unit=kit.text("min"), step=5
        )
        self._room: ChoiceField[int] = ChoiceField(kit.text("Room"))
        self._until = kit.label("", 13, tone="muted")
        self._time.setFixedWidth(68)
        self._minutes.setFixedWidth(84)
        self._until.setMinimumWidth(52)
        self._day.edited.connect(self._tell_start)
        self._time.edited.connect(self._tell_start)
        self._minutes.edited.connect(lambda: self.edited.emit({"minutes": self._minutes.value()}))
        self._room.edited.connect(lambda: self.edited.emit({"room_id": self._room.value or None}))
        when = row(
            kit.picture("calendar-event"), (self._day, 1), 4, self._time, self._until, gap=6
        )
        where = row(
            kit.picture("clock"), self._minutes, 8, kit.picture("map-pin"), (self._room, 1), gap=6
        )
        self.setLayout(col(when, where, gap=6))

    def show_slot(self, programme: Programme, slot: Slot, days: Sequence[date]) -> None:
        """Show a slot's place among the event's days and rooms."""
        kit, event = self._kit, programme.event
        self._programme, self._slot = programme, slot
        unscheduled = (NO_DAY, kit.text("Unscheduled"))
        self._day.offer([unscheduled, *((day, day_name(kit, day)) for day in days)])
        nowhere = (NO_ROOM, kit.text("No room"))
        rooms = [(room.id, kit.local(room.name, event.languages)) for room in programme.rooms]
        self._room.offer([nowhere, *rooms])
        self._room.show_value(slot.room_id or NO_ROOM)
        self._minutes.show_number(slot.minutes)
        start, end = programme.local_start(slot), programme.local_end(slot)
        self._time.setEnabled(start is not None)
        self._day.show_value(programme.day_of(slot) or NO_DAY)
        until = dates.time_of_day(end, kit.language) if end else ""
        self._until.setText(f"{kit.lead}– {until}" if end else "")
        if start is not None:
            self._time.show_time(start.time())

    def _tell_start(self) -> None:
        if self._programme is not None:
            day = self._day.value
            start = at(self._programme, day, self._time.value_time) if day != NO_DAY else None
            self.edited.emit({"start": start})


def at(programme: Programme, day: date | None, moment: time) -> datetime | None:
    """The moment (UTC) of a time on a day of the programme; the small hours are the next date."""
    if day is None:
        return None
    if moment.hour < programme.event.day_starts:
        day += timedelta(days=1)
    return datetime.combine(day, moment, time_zone(programme.event)).astimezone(UTC)
