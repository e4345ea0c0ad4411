"""Finds somebody in the directory by a few letters of a name, or begins a new person."""

import unicodedata

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.person import Person, PersonName
from desktop.services import people, search
from desktop.services.search import Hit
from desktop.services.workspace import Workspace
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.search_panel import Found, SearchPanel

_SCRIPTS = {"CYRILLIC": "Cyrl", "ARABIC": "Arab", "LATIN": "Latn"}


class PersonPicker(SearchPanel):
    """Tells by `picked(id)` who was chosen; a new person is stored first."""

    picked = Signal(int)

    def __init__(self, kit: Kit, desk: Desk, name: str, window: QWidget) -> None:
        super().__init__(kit, name, window)
        self._desk = desk
        # the panel closes before a new person is stored: somebody who stays must hear of it
        self._owner: QObject = window

    def look_for(self, text: str) -> None:
        def done(hits: list[Hit]) -> None:
            if text == self.field.text().strip():
                self.show_found([*(self._known(hit) for hit in hits), *self._new(text)])

        def work(ws: Workspace) -> list[Hit]:
            hits = search.search(ws, text) if text else []
            return [hit for hit in hits if hit.kind.lower() == "person"]

        self._desk.read(self, work, done)

    def _known(self, hit: Hit) -> Found:
        return Found(hit.title, hit.subtitle, "user", lambda: self.picked.emit(hit.id))

    def _new(self, text: str) -> list[Found]:
        if not text:
            return []
        words = self.kit.text("New person “{name}”", name=text)
        return [Found(words, "", "user-plus", lambda: self._create(text))]

    def _create(self, text: str) -> None:
        person = Person(names=(typed_name(text),))
        picked = self.picked

        self._desk.act(
            self._owner,
            lambda ws: people.save(ws, person),
            lambda change: picked.emit(next(iter(change.touched(Person)), 0)),
        )


def typed_name(text: str) -> PersonName:
    """A name as somebody typed it: the first word is the given name, the rest the family's."""
    given, _, family = text.strip().partition(" ")
    return PersonName(_script(text), family=family.strip(), given=given)


def _script(text: str) -> str:
    """The ISO 15924 code of the script that a name is written in."""
    for letter in filter(str.isalpha, text):
        alphabet = unicodedata.name(letter, "").partition(" ")[0]
        return _SCRIPTS.get(alphabet, "Latn")
    return "Latn"
