"""Who signs an event's certificates: in which office, with which signature, in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.event import Signatory
from desktop.domain.person import Person
from desktop.services.workspace import Workspace
from desktop.ui.directory_picker import PersonPicker
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row
from desktop.ui.page import Page
from desktop.ui.picture_field import PictureField
from desktop.ui.wording import person_name


class SignatoriesBox(QWidget):
    """Tells by `edited(signatories)` who signs now."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__()
        self._kit, self._page = kit, page
        self._signatories: tuple[Signatory, ...] = ()
        self._languages: tuple[str, ...] = ()
        self.cards: list[_Card] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_signatories(
        self, signatories: tuple[Signatory, ...], languages: tuple[str, ...]
    ) -> None:
        """Show who signs; their names are read from the directory."""
        self._signatories, self._languages = signatories, languages
        ids = [one.person_id for one in signatories]
        self._page.desk.read(self, lambda ws: _people(ws, ids), self._show)

    def add(self) -> None:
        """Choose somebody else who signs."""
        question = self._kit.text("Who signs? Type a name")
        picker = PersonPicker(
            self._kit, self._page.desk, question, self._page.window(), self._take_person
        )
        picker.open()

    def _show(self, people: Mapping[int, Person]) -> None:
        while len(self.cards) > len(self._signatories):
            self.cards.pop().deleteLater()
        while len(self.cards) < len(self._signatories):
            place = len(self.cards)
            card = _Card(self._kit, self._page, first=place == 0)
            card.edited.connect(partial(self._take, place))
            card.removed.connect(partial(self._remove, place))
            card.raised.connect(partial(self._raise, place))
            self.cards.append(card)
            self._box.addWidget(card)
        for card, one in zip(self.cards, self._signatories, strict=True):
            card.show_signatory(one, people.get(one.person_id), self._languages)

    def _tell(self, signatories: Sequence[Signatory]) -> None:
        self._signatories = tuple(signatories)
        self.edited.emit(self._signatories)

    def _take_person(self, number: int) -> None:
        if all(one.person_id != number for one in self._signatories):
            self._tell((*self._signatories, Signatory(number)))

    def _take(self, place: int, one: Signatory) -> None:
        self._tell((*self._signatories[:place], one, *self._signatories[place + 1 :]))

    def _remove(self, place: int) -> None:
        self._tell((*self._signatories[:place], *self._signatories[place + 1 :]))

    def _raise(self, place: int) -> None:
        every = list(self._signatories)
        every[place - 1], every[place] = every[place], every[place - 1]
        self._tell(every)


class _Card(QWidget):
    edited = Signal(object)
    removed = Signal()
    raised = Signal()

    def __init__(self, kit: Kit, page: Page, *, first: bool) -> None:
        super().__init__()
        self._kit = kit
        self._one = Signatory(0)
        self._name = kit.elided("", 13, 600)
        self._up = kit.tool("arrow-up", kit.text("Move up"))
        self._up.setEnabled(not first)
        self._up.clicked.connect(lambda: self.raised.emit())
        self._away = kit.tool("x", kit.text("Take out"))
        self._away.clicked.connect(lambda: self.removed.emit())
        self.office: ChoiceField[int] = ChoiceField(kit.text("Signs as"))
        self.office.edited.connect(lambda: self._tell(office=self.office.value or 0))
        self.signature = PictureField(kit, page, kit.text("Signature"))
        self.signature.edited.connect(self._tell_signature)
        head = row((self._name, 1), self._up, self._away, gap=0)
        inside = col(head, self.office, self.signature, gap=8, margins=(12, 4, 6, 12))
        self.setLayout(col(frame("card", inside)))

    def show_signatory(
        self, one: Signatory, person: Person | None, languages: tuple[str, ...]
    ) -> None:
        kit, self._one = self._kit, one
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

    def _tell_signature(self, number: int | None) -> None:
        self._tell(signature_id=number)

    def _tell(self, **fields: object) -> None:
        self._one = replace(self._one, **fields)
        self.edited.emit(self._one)


def _people(ws: Workspace, ids: Sequence[int]) -> Mapping[int, Person]:
    with ws.read() as reader:
        return reader.by_id(Person, ids)
