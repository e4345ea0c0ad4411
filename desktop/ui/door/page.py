"""The page of the door: scan or type a name, one large answer, the next one."""

import socket
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.domain.arrivals import Figures
from desktop.domain.attendee import Attendee, Direction
from desktop.domain.change import Change
from desktop.domain.door import Answer
from desktop.domain.errors import EstradoError
from desktop.domain.event import ENTRANCE, DoorList, Event
from desktop.domain.person import Person
from desktop.services.desk import Merged
from desktop.services.door import Guest
from desktop.ui.desk import Desk
from desktop.ui.door import looks, sound
from desktop.ui.door.answer_view import AnswerView
from desktop.ui.door.badge import BadgePrinter
from desktop.ui.door.figures_view import FiguresView
from desktop.ui.door.found_view import FoundView
from desktop.ui.door.looks import Deed, look
from desktop.ui.door.notice import Notice
from desktop.ui.door.scan_line import ScanLine
from desktop.ui.door.station import Station
from desktop.ui.door.walk_in_view import WalkInView
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.head import Head
from desktop.ui.kit import Kit
from desktop.ui.layout import Deck, col, frame, roomy, row
from desktop.ui.memory import Memory
from desktop.ui.page import Page
from desktop.ui.wording import person_name

if TYPE_CHECKING:
    from collections.abc import Callable

_FOOT, _LINE = 64, 220
_LOW = 480
"""Pixels of the page's height below which an answer takes less room."""
_WALK_IN, _ALONE = "F9", "F11"


class DoorPage(Page):
    """For one hand and a scanner, or the keyboard alone."""

    shows: ClassVar[tuple[type, ...]] = (Attendee, Event)
    of_event: ClassVar[bool] = True
    foot: ClassVar[int] = _FOOT

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__(kit, desk)
        self._memory = Memory()
        self.station = Station(desk, self)
        self.answer: Answer | None = None
        self.figures = FiguresView(kit)
        self.view = AnswerView(kit)
        self.found = FoundView(kit)
        self.walk_in = WalkInView(kit)
        self.badges = BadgePrinter(self, self.station)
        self.stack = Deck()
        for view in (self.figures, self.view, self.found, self.walk_in):
            self.stack.addWidget(view)
        self.line = ScanLine(kit.text("Scan a badge, or type part of a name"))
        self.count = kit.label("", 18, 600)
        self.where = kit.label("", 13, tone="muted")
        self.notice = Notice(kit)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(8)
        self.head = self._head()
        self._area = roomy(self.stack)
        self.setLayout(col(self.head, self.notice, (self._area, 1), self._foot(), gap=0))
        self._wire()
        self._offer(())

    def _head(self) -> QFrame:
        kit, text = self.kit, self.kit.text
        self.lists: ChoiceField[str] = ChoiceField(text("List"))
        self.lists.setFixedWidth(200)
        self.ways: ChoiceField[Direction] = ChoiceField(
            text("Direction"),
            [(Direction.IN, text("Coming in")), (Direction.OUT, text("Going out"))],
        )
        self.ways.setFixedWidth(140)
        self.desk_name = TextField(text("Name of this desk"))
        self.desk_name.setFixedWidth(160)
        self.desk_name.show_text(self._memory.desk or socket.gethostname())
        self.alone_button = kit.button(text("Full screen"), "", "door-enter", tip="F11")
        return Head(
            kit.title(text("Door")),
            None,
            kit.label(text("Desk"), 12, tone="muted"),
            self.desk_name,
            self.lists,
            self.ways,
            self.alone_button,
        )

    def _foot(self) -> QFrame:
        counts = row(self.count, self.where, gap=8)
        keys = QWidget()
        keys.setLayout(self._keys)
        self.line.setMinimumWidth(_LINE)
        line = Head(counts, (self.line, 1), keys, gap=24, margins=(24, 0, 24, 0), high=_FOOT - 1)
        return frame("foot", row(line, gap=0))

    def _wire(self) -> None:
        line, station = self.line, self.station
        line.code_read.connect(station.read_code)
        line.name_typed.connect(self._typed)
        line.entered.connect(self._enter)
        line.deed_chosen.connect(self._by_key)
        line.moved.connect(self.found.go)
        self.found.picked.connect(self._pick)
        self.walk_in.wanted.connect(self._let_walk_in)
        self.walk_in.left.connect(self.next)
        station.answered.connect(self._show)
        station.found.connect(self._show_found)
        station.counted.connect(self._show_figures)
        station.reached.connect(self._show_reach)
        station.merged.connect(self._show_merged)
        self.notice.practice_wanted.connect(self._practise)
        self.desk.event_chosen.connect(self._missed)
        station.refused.connect(self._show_refusal)
        self.figures.twice.clicked.connect(station.find_doubles)
        self.lists.edited.connect(self._list_chosen)
        self.ways.edited.connect(self._way_chosen)
        self.desk_name.edited.connect(self._name_given)
        self.alone_button.clicked.connect(self._stand_alone)
        for keys, deed in ((_ALONE, self._stand_alone), (_WALK_IN, self.begin_walk_in)):
            QShortcut(QKeySequence(keys), self, deed)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave)

    # the page ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the event's lists anew, and count."""
        event = self.desk.current
        if event is None:
            return
        doors = event.doors or (ENTRANCE,)
        self.lists.offer([(door.key, self._door_name(door)) for door in doors])
        if self.lists.value is None:
            self.lists.show_value(doors[0].key)
        self.ways.show_value(self.station.direction)
        if (event.id, self.desk_name.text()) != (self.station.event_id, self.station.name):
            self.station.open(event.id, self.desk_name.text())
            self.next()
        self.station.list = self.lists.value or doors[0].key
        self.station.count()
        self.line.setFocus()

    def heightForWidth(self, _width: int) -> int:
        """Only what is between head and foot scrolls: the line stays in sight on a low screen.

        A notice that wraps would have the page as high as all of it likes to be.
        """
        return self.minimumSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.shrink(low=self.height() < _LOW)

    def filter(self) -> QWidget:
        return self.line

    def tells(self, change: Change) -> bool:
        return change.id == self.station.own

    def _door_name(self, door: DoorList) -> str:
        event = self.desk.current
        named = self.kit.local(door.title, event.languages if event else ())
        return named or (self.kit.text("Entrance") if door.key == ENTRANCE.key else door.key)

    def _heard(self, change: Change) -> None:
        super()._heard(change)
        if self.station.event_id and (ids := change.touched(Attendee)):
            self.station.keep_up(ids)
        if change.undoes is not None and self.answer is not None:
            self.next()

    # answers ----------------------------------------------------------------------------------

    def _show(self, answer: Answer) -> None:
        event = self.desk.current
        if event is None:
            return
        self.answer = answer
        self.view.show_answer(answer, event)
        self.stack.setCurrentWidget(self.view)
        self._area.verticalScrollBar().setValue(0)
        seen = look(answer)
        self._offer(seen.deeds if self.station.online else looks.without_server(seen.deeds))
        sound.play(seen.tone)
        self.line.setFocus()

    def next(self) -> None:
        """Be ready for the next guest."""
        self.answer = None
        self.line.clear()
        self.stack.setCurrentWidget(self.figures)
        self._offer(())
        self.line.setFocus()

    def begin_walk_in(self, typed: str = "") -> None:
        """Take up somebody who is not on the list."""
        self.stack.setCurrentWidget(self.walk_in)
        self._offer(())
        self.walk_in.begin(typed or self.line.text().strip())
        self.line.clear()

    def _let_walk_in(self, person: Person, category: str) -> None:
        self.station.walk_in(person, category)

    def _pick(self, number: int) -> None:
        self.line.clear()
        self.station.pick(number)

    def _typed(self, typed: str) -> None:
        if typed:
            self.station.find(typed)
        elif self.stack.currentWidget() is self.found:
            self.next()

    def _show_found(self, typed: str, guests: list[Guest]) -> None:
        event = self.desk.current
        if event is None or self.line.text().strip() != typed:
            return  # an answer to what is no longer asked
        self.found.show_guests(typed, guests, event)
        self.stack.setCurrentWidget(self.found)
        self._offer(() if guests else (Deed.ADD,))

    def _enter(self) -> None:
        if self.stack.currentWidget() is self.found and self.line.text().strip():
            if not self.found.take():
                self.begin_walk_in()
        elif not self.line.text().strip():
            self.next()
        else:
            self.station.find(self.line.text().strip())

    def _leave(self) -> None:
        if self.stack.currentWidget() is self.figures and not self.line.text():
            self.alone.emit(False)
        else:
            self.next()

    # deeds ------------------------------------------------------------------------------------

    def _stand_alone(self) -> None:
        """The whole screen, or the frame again."""
        self.alone.emit(None)

    def _by_key(self, key: str) -> None:
        deeds: dict[str, Callable[[], None]] = {
            Deed.LET_IN.key: self.station.let_in,
            Deed.SEARCH.key: self.next,
            Deed.BADGE.key: self._print_badge,
            Deed.WALK_IN.key: self.begin_walk_in,
            Deed.NEXT.key: self._enter,
            Deed.UNDO.key: self.desk.undo_last,
            _WALK_IN: self.begin_walk_in,
            _ALONE: self._stand_alone,
        }
        deeds[key]()

    def _print_badge(self) -> None:
        if self.answer is not None and self.answer.attendee is not None:
            self.badges.print_one(self.answer.attendee.id)

    def _offer(self, deeds: tuple[Deed, ...]) -> None:
        """Say what can be done now, each with its key; a click does the same."""
        while (item := self._keys.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        figures = "".join(deed.key for deed in deeds if deed.key.isdigit())
        self.line.deeds = figures
        always = ((_WALK_IN, looks.WALK_IN), (_ALONE, looks.ALONE)) if not deeds else ()
        for key, words in (*((deed.key, deed.words) for deed in deeds), *always):
            self._keys.addWidget(self.kit.key(key))
            self._keys.addWidget(self._hint(key, self.kit.text(words)))

    def _hint(self, key: str, words: str) -> QWidget:
        button = self.kit.button(words, "link")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._by_key(key))
        return button

    # choices ----------------------------------------------------------------------------------

    def _list_chosen(self) -> None:
        self.station.list = self.lists.value or ENTRANCE.key
        self.station.count()
        self.next()

    def _way_chosen(self) -> None:
        self.station.direction = self.ways.value or Direction.IN
        self.next()

    def _name_given(self) -> None:
        self._memory.desk = self.desk_name.text()
        self.refresh()

    # what comes from the station --------------------------------------------------------------

    def _show_figures(self, counted: Figures) -> None:
        event = self.desk.current
        if event is None:
            return
        self.figures.show_figures(counted, event)
        self.walk_in.offer(one.category for one in counted.categories)
        self.count.setText(self.kit.lead + f"{counted.came} / {counted.expected}")
        self.where.setText(self.lists.currentText())
        self.say(f"{counted.came} / {counted.expected} · {self.lists.currentText()}")

    def _show_reach(self) -> None:
        if (event := self.desk.current) is not None:
            self.notice.show_station(self.station, event)
            self.line.keeps_undo = not self.station.online

    def _missed(self) -> None:
        """Changes of other desks may have been missed: see the whole list again."""
        event = self.desk.current
        if event is not None and event.id == self.station.event_id:
            self.station.keep_up()

    def _practise(self, on: bool) -> None:
        """Answer as on the event's own day, or in earnest again."""
        self.station.open(self.station.event_id, self.station.name, practice=on)
        self.next()

    def _show_merged(self, merged: Merged) -> None:
        kit = self.kit
        words = kit.plural("{n} scan handed in.", "{n} scans handed in.", merged.noted)
        names = ", ".join(person_name(kit, guest.person) for guest in merged.doubled)
        if names:
            words += " " + kit.text("Let in twice, at two desks: {names}.", names=names)
            self.notice.tell(words)
        elif merged.noted:
            self.desk.told.emit(words)

    def _show_refusal(self, error: EstradoError) -> None:
        self.notice.tell(self.kit.error(error), passing=True)
        sound.play("red")


def make(kit: Kit, desk: Desk) -> DoorPage:
    """The page."""
    return DoorPage(kit, desk)
