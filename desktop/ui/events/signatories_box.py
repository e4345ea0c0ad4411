"""Who signs an event's certificates: in which office, with which signature, in which order."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal

from desktop.domain.event import Signatory
from desktop.domain.person import Person
from desktop.services.workspace import Workspace
from desktop.ui.directory_picker import PersonPicker
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row
from desktop.ui.lines import Line, Lines
from desktop.ui.page import Page
from desktop.ui.picture_field import Content, PictureField
from desktop.ui.wording import person_name


class _Card(Line[Signatory]):
    def __init__(self, kit: Kit, page: Page, place: int) -> None:
        super().__init__(Signatory(0))
        self._kit = kit
        self._name = kit.elided("", 13, 600)
        self._up = kit.tool("arrow-up", kit.text("Move up"))
        self._up.setEnabled(place > 0)
        self._up.clicked.connect(self.raised)
        self._away = kit.tool("x", kit.text("Take out"))
        self._away.clicked.connect(self.removed)
        self.office: ChoiceField[int] = ChoiceField(kit.text("Signs as"))
        self.office.edited.connect(lambda: self.tell(office=self.office.value or 0))
        self.signature = PictureField(kit, page, kit.text("Signature"))
        self.signature.removed.connect(lambda: self.tell(signature_id=None))
        head = row((self._name, 1), self._up, self._away, gap=0)
        inside = col(head, self.office, self.signature, gap=8, margins=(12, 4, 6, 12))
        self.setLayout(col(frame("card", inside)))

    def show_signatory(
        self, one: Signatory, person: Person | None, languages: tuple[str, ...]
    ) -> None:
        kit, self.value = self._kit, one
        name = person_name(kit, person) if person else "…"
        self._name.say(name)
        for tool, words in (
            (self._up, kit.text("Move {person} up", person=name)),
            (self._away, kit.text("Take {person} out", person=name)),
        ):
            tool.setAccessibleName(words)
            tool.setToolTip(words)
        offices = person.offices if person else ()
        titles = [kit.local(office.title, languages) or "…" for office in offices]
        self.office.offer(list(enumerate(titles)) or [(0, kit.text("No office"))])
        self.office.show_value(one.office)
        self.office.setAccessibleName(kit.text("{person} signs as", person=name))
        self.signature.show_picture(one.signature_id)


class SignatoriesBox(Lines[Signatory, _Card]):
    """Tells by `edited(signatories)` who signs now, and of a signature that was `chosen`."""

    chosen = Signal(int, object)
    """Of whom (an id), and what gives its bytes."""

    def __init__(self, kit: Kit, page: Page) -> None:
        self._kit, self._page = kit, page
        self._languages: tuple[str, ...] = ()
        super().__init__(self._card, gap=8)

    def _card(self, place: int) -> _Card:
        made = _Card(self._kit, self._page, place)
        made.signature.chosen.connect(partial(self._sign, place))
        return made

    def show_signatories(
        self, signatories: tuple[Signatory, ...], languages: tuple[str, ...]
    ) -> None:
        """Show who signs; their names are read from the directory."""
        self._languages = languages
        ids = [one.person_id for one in signatories]
        self._page.desk.read(self, lambda ws: _people(ws, ids), partial(self._show, signatories))

    def add(self) -> None:
        """Choose somebody else who signs."""
        question = self._kit.text("Who signs? Type a name")
        picker = PersonPicker(
            self._kit, self._page.desk, question, self._page.window(), self._take_person
        )
        picker.open()

    def _show(self, signatories: tuple[Signatory, ...], people: Mapping[int, Person]) -> None:
        for card, one in self.lined(signatories):
            card.show_signatory(one, people.get(one.person_id), self._languages)

    def _sign(self, place: int, content: Content) -> None:
        self.chosen.emit(self.values[place].person_id, content)

    def _take_person(self, number: int) -> None:
        if all(one.person_id != number for one in self.values):
            self.append(Signatory(number))


def _people(ws: Workspace, ids: Sequence[int]) -> Mapping[int, Person]:
    with ws.read() as reader:
        return reader.by_id(Person, ids)
