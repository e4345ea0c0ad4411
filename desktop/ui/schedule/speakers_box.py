"""The speakers of a slot: each with a role, in the order in which they are printed."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.language.terms import term
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.wording import initials, office_line, person_name


class SpeakersBox(QWidget):
    """Shows speakers and lets one change roles, order, and who is there."""

    edited = Signal(tuple)
    person_wanted = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._speakers: tuple[Speaker, ...] = ()
        self._lines: list[_Line] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_speakers(
        self, speakers: tuple[Speaker, ...], people: Mapping[int, Person], event: Event
    ) -> None:
        """Show a slot's speakers; lines that are there already keep the focus."""
        known = [line.speaker.person_id for line in self._lines]
        self._speakers = speakers
        if known != [speaker.person_id for speaker in speakers]:
            self._rebuild(len(speakers))
        for line, speaker in zip(self._lines, speakers, strict=True):
            line.show_speaker(speaker, people.get(speaker.person_id), event)

    def _rebuild(self, count: int) -> None:
        for line in self._lines:
            line.deleteLater()
        self._lines = []
        for place in range(count):
            line = _Line(self._kit, first=place == 0)
            line.role_chosen.connect(partial(self._give, place))
            line.removed.connect(lambda place=place: self._remove(place))
            line.raised.connect(lambda place=place: self._raise(place))
            line.wanted.connect(self.person_wanted)
            self._lines.append(line)
            self._box.addWidget(line)

    def _give(self, place: int, role: SpeakerRole) -> None:
        every = list(self._speakers)
        every[place] = replace(every[place], role=role)
        self.edited.emit(tuple(every))

    def _remove(self, place: int) -> None:
        self.edited.emit(self._speakers[:place] + self._speakers[place + 1 :])

    def _raise(self, place: int) -> None:
        every = list(self._speakers)
        every[place - 1], every[place] = every[place], every[place - 1]
        self.edited.emit(tuple(every))


class _Line(QWidget):
    role_chosen = Signal(object)
    removed = Signal()
    raised = Signal()
    wanted = Signal(int)

    def __init__(self, kit: Kit, *, first: bool) -> None:
        super().__init__()
        self._kit = kit
        self.speaker = Speaker(0)
        self._initials = kit.label("", 12, 600)
        self._initials.setProperty("look", "initials")
        self._initials.setFixedSize(32, 32)
        self._initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = kit.elided("", 13, 600)
        self._office = kit.elided("", 12, tone="muted")
        self._open = kit.tool("user", kit.text("Open in the directory"))
        self._role: ChoiceField[SpeakerRole] = ChoiceField(
            kit.text("Role"), [(role, term(role, kit.language)) for role in SpeakerRole]
        )
        self._up = kit.tool("arrow-up", kit.text("Move up"))
        self._away = kit.tool("x", kit.text("Take out of this slot"))
        self._up.setEnabled(not first)
        self._role.edited.connect(lambda: self.role_chosen.emit(self._role.value))
        self._away.clicked.connect(lambda: self.removed.emit())
        self._up.clicked.connect(lambda: self.raised.emit())
        self._open.clicked.connect(lambda: self.wanted.emit(self.speaker.person_id))
        head = row((self._name, 1), self._open, self._up, self._away, gap=0)
        words = col(head, self._office, 4, self._role, gap=0)
        self.setLayout(row(col(self._initials, None), (words, 1), gap=10))

    def show_speaker(self, speaker: Speaker, person: Person | None, event: Event) -> None:
        kit = self._kit
        self.speaker = speaker
        name = person_name(kit, person) if person else kit.text("Unknown person")
        self._name.say(name)
        office = office_line(kit, person, event.languages) if person else ""
        self._office.say(office)
        self._open.setAccessibleName(kit.text("Open {person} in the directory", person=name))
        self._initials.setText(initials(name))
        self._role.show_value(speaker.role)
        self._role.setAccessibleName(kit.text("Role of {person}", person=name))
        self._away.setAccessibleName(kit.text("Take {person} out of this slot", person=name))
        self._up.setAccessibleName(kit.text("Move {person} up", person=name))
