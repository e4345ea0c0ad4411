"""The line above the door: practice, the server away, what came of it, a door of another day."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.domain.event import Event
from desktop.language import dates
from desktop.ui.door.station import Station
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.wording import clock


class Notice(QFrame):
    """Shown as long as there is something to say; the button is what can be done about it."""

    practice_wanted = Signal(bool)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("box", "missing")
        self.words = kit.label("", 14, 600, tone="ochre_text", wrap=True)
        self.begin = kit.button(kit.text("Practise as on that day"))
        self.end = kit.button(kit.text("End practice"))
        self.read = kit.button(kit.text("Close"))
        self.begin.clicked.connect(lambda: self.practice_wanted.emit(True))
        self.end.clicked.connect(lambda: self.practice_wanted.emit(False))
        self.read.clicked.connect(self._forget)
        line = row((self.words, 1), self.begin, self.end, self.read, margins=(24, 8, 16, 8))
        self.setLayout(line)
        self._told = self._state = ""
        self._can_begin = self._can_end = self._passing = False
        self._show()

    def tell(self, words: str, *, passing: bool = False) -> None:
        """Say something until it was read; what is `passing`, until the next answer comes."""
        self._told, self._passing = words, passing
        self._show()

    def show_station(self, station: Station, event: Event) -> None:
        """Say how a desk stands; nothing where all is well."""
        self._state = self._said(station, event)
        self._told = "" if self._passing else self._told
        self._can_end = station.practises
        self._can_begin = station.online and not station.practises and station.opens is not None
        self._show()

    def _said(self, station: Station, event: Event) -> str:
        kit, opens = self._kit, station.opens
        day = dates.long_date(opens, kit.language) if opens else ""
        if station.practises:
            words = kit.text("Practice, as if it were {day}. Nothing of it is kept.", day=day)
            return words if day else kit.text("Practice. Nothing of it is kept.")
        if not station.online:
            since = self._when(station.since or datetime.now(UTC), event)
            if not station.waiting:
                return kit.text(
                    "Without the network since {time}. This desk goes on by itself.", time=since
                )
            return kit.plural(
                "Without the network since {time}. "
                "This desk goes on by itself; {n} scan waits for the server.",
                "Without the network since {time}. "
                "This desk goes on by itself; {n} scans wait for the server.",
                station.waiting,
                time=since,
            )
        if opens is None:
            return ""
        if opens > clock(datetime.now(UTC), event).date():
            return kit.text("This door opens on {day}.", day=day)
        return kit.text("This door was last open on {day}.", day=day)

    def _when(self, moment: datetime, event: Event) -> str:
        """The time, with its day where that is another one."""
        language = self._kit.language
        local, now = clock(moment, event), clock(datetime.now(UTC), event)
        at = dates.time_of_day(local, language)
        if local.date() == now.date():
            return at
        return f"{dates.day_and_month(local.date(), language)}, {at}"

    def _forget(self) -> None:
        self.tell("")

    def _show(self) -> None:
        self.words.setText(self._told or self._state)
        self.begin.setVisible(self._can_begin and not self._told)
        self.end.setVisible(self._can_end and not self._told)
        self.read.setVisible(bool(self._told))
        self.setVisible(bool(self._told or self._state))
