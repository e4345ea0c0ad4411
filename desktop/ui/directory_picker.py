"""Finds somebody or some organisation in the directory by a few letters, or begins a new one."""

import unicodedata
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.change import Change
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person, PersonName
from desktop.services import people, search
from desktop.services.search import Hit
from desktop.services.workspace import Workspace
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.search_panel import Found, SearchPanel

Then = Callable[[int], None]

_SCRIPTS = {"CYRILLIC": "Cyrl", "ARABIC": "Arab", "LATIN": "Latn"}


class DirectoryPicker(SearchPanel):
    """Calls `then(id)` with what was chosen; something new is stored first."""

    def __init__(
        self, kit: Kit, desk: Desk, name: str, window: QWidget, kind: type, then: Then
    ) -> None:
        super().__init__(kit, name, window)
        self._desk = desk
        self._kind = kind
        self._then = then
        # the panel closes before something new is stored: somebody who stays must hear of it
        self._owner = window

    def look_for(self, text: str) -> None:
        language = self.kit.language

        def work(ws: Workspace) -> list[Hit]:
            hits = search.search(ws, text, language=language) if text else []
            return [hit for hit in hits if hit.kind == self._kind.__name__]

        def done(hits: list[Hit]) -> None:
            if text == self.field.text().strip():
                self.show_found([*(self._known(hit) for hit in hits), *self._new(text)])

        self._desk.read(self, work, done)

    def _known(self, hit: Hit) -> Found:
        icon = "user" if self._kind is Person else "building-bank"
        return Found(hit.title, hit.subtitle, icon, partial(self._then, hit.id))

    def _new(self, text: str) -> list[Found]:
        words, icon = self.new_words(text)
        return [Found(words, "", icon, lambda: self._create(text))] if text else []

    def _create(self, text: str) -> None:
        then, kind = self._then, self._kind

        def done(change: Change) -> None:
            then(next(iter(change.touched(kind)), 0))

        self._desk.act(self._owner, self.storing(text), done)

    def new_words(self, text: str) -> tuple[str, str]:
        """What the entry for something new says, and its icon."""
        raise NotImplementedError

    def storing(self, text: str) -> Callable[[Workspace], Change]:
        """The verb that stores something new of this name."""
        raise NotImplementedError


class PersonPicker(DirectoryPicker):
    """Somebody."""

    def __init__(self, kit: Kit, desk: Desk, name: str, window: QWidget, then: Then) -> None:
        super().__init__(kit, desk, name, window, Person, then)

    def new_words(self, text: str) -> tuple[str, str]:
        return self.kit.text("New person “{name}”", name=text), "user-plus"

    def storing(self, text: str) -> Callable[[Workspace], Change]:
        person = Person(names=(typed_name(text),))
        return lambda ws: people.save(ws, person)


class OrganisationPicker(DirectoryPicker):
    """Some organisation."""

    def __init__(self, kit: Kit, desk: Desk, name: str, window: QWidget, then: Then) -> None:
        super().__init__(kit, desk, name, window, Organisation, then)

    def new_words(self, text: str) -> tuple[str, str]:
        return self.kit.text("New organisation “{name}”", name=text), "plus"

    def storing(self, text: str) -> Callable[[Workspace], Change]:
        event = self._desk.current
        tag = event.languages[0] if event else self.kit.language
        organisation = Organisation(name=Localized.of({tag: text}))
        return lambda ws: people.save_organisation(ws, organisation)


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
