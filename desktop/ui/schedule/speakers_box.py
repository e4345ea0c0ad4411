"""The speakers of a slot: each with a role, in the order in which they are printed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.language.terms import term
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.lines import Line, Lines
from desktop.ui.wording import initials, office_line, person_name


class _Line(Line[Speaker]):
    wanted = Signal(int)

    def __init__(self, kit: Kit, place: int) -> None:
        super().__init__(Speaker(0))
        self._kit = kit
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
        self._up.setEnabled(place > 0)
        self._role.edited.connect(lambda: self.tell(role=self._role.value))
        self._away.clicked.connect(self.removed)
        self._up.clicked.connect(self.raised)
        self._open.clicked.connect(lambda: self.wanted.emit(self.value.person_id))
        head = row((self._name, 1), self._open, self._up, self._away, gap=0)
        words = col(head, self._office, 4, self._role, gap=0)
        self.setLayout(row(col(self._initials, None), (words, 1), gap=10))

    def show_speaker(self, speaker: Speaker, person: Person | None, event: Event) -> None:
        kit, self.value = self._kit, speaker
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


class SpeakersBox(Lines[Speaker, _Line]):
    """Shows speakers and lets one change roles, order, and who is there."""

    person_wanted = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__(self._line)
        self._kit = kit

    def show_speakers(
        self, speakers: tuple[Speaker, ...], people: Mapping[int, Person], event: Event
    ) -> None:
        """Show a slot's speakers."""
        for line, speaker in self.lined(speakers):
            line.show_speaker(speaker, people.get(speaker.person_id), event)

    def _line(self, place: int) -> _Line:
        line = _Line(self._kit, place)
        line.wanted.connect(self.person_wanted)
        return line
