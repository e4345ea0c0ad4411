"""When a guest came in and went out, and at which desk."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.attendee import Attendee, CheckIn, Direction
from desktop.domain.door import door_list
from desktop.domain.event import ENTRANCE, Event
from desktop.language import dates
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder, row
from desktop.ui.wording import clock


class PassagesBox(QWidget):
    """A line a passage, the latest first; hidden while there is none."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self.setLayout(col(kit.heading(kit.text("Door")), self._box, gap=6))

    def show_guest(self, guest: Attendee, event: Event) -> None:
        """Show where a guest was seen."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        latest_first = sorted(guest.check_ins, key=lambda one: one.at, reverse=True)
        self._lines = [self._line(one, event) for one in latest_first]
        for line in self._lines:
            self._box.addWidget(line)
        self.setVisible(bool(self._lines))

    def _line(self, passage: CheckIn, event: Event) -> QWidget:
        kit, at = self._kit, clock(passage.at, event)
        leaves = passage.direction is Direction.OUT
        sign = kit.picture("arrow-right" if leaves else "check", "blue" if leaves else "green")
        day, time = (
            dates.day_and_month(at.date(), kit.language),
            dates.time_of_day(at, kit.language),
        )
        head = kit.text("Went out") if leaves else kit.text("Came in")
        below = " · ".join(filter(None, (self._list(passage.list, event), passage.desk)))
        twice = kit.text("Another desk had let this guest in too")
        said = kit.label(twice, 12, tone="red", wrap=True) if passage.doubled else None
        lines = (kit.elided(f"{head} · {day}, {time}"), kit.elided(below, 12, tone="muted"), said)
        return holder(row(sign, (col(*filter(None, lines), gap=0), 1), gap=8))

    def _list(self, key: str, event: Event) -> str:
        """What a list at the doors is called."""
        found = door_list(event, key)
        title = self._kit.local(found.title, event.languages) if found else ""
        return title or (self._kit.text("Entrance") if key == ENTRANCE.key else key)
