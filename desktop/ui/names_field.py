"""A person's name, once per script or language, its parts kept apart."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.person import PersonName
from desktop.language import tags
from desktop.language.transliteration import suggest_name
from desktop.ui.fields import TextField
from desktop.ui.kit import Kit
from desktop.ui.wording import own_name

PARTS = ("given", "patronymic", "family")


class NamesField(QWidget):
    """Offers a spelling where there is none; it is never taken unasked."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._names: tuple[PersonName, ...] = ()
        self._lines: dict[str, _Line] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_names(self, names: tuple[PersonName, ...], languages: Iterable[str]) -> None:
        """Show the names that there are, and an empty line for each script that is needed."""
        self._names = names
        wanted = list(dict.fromkeys((*(name.tag for name in names), *_scripts(names, languages))))
        if wanted != list(self._lines):
            self._build(wanted)
        known = {name.tag: name for name in names}
        for tag, line in self._lines.items():
            line.show_name(known.get(tag, PersonName(tag)), self._suggestion(tag))

    def begin(self) -> None:
        """Go to the first part of the first name."""
        for line in self._lines.values():
            line.begin()
            return

    def _build(self, wanted: list[str]) -> None:
        for line in self._lines.values():
            line.deleteLater()
        self._lines = {tag: _Line(self._kit, tag) for tag in wanted}
        for tag, line in self._lines.items():
            line.edited.connect(partial(self._take, tag))
            self._box.addWidget(line)

    def _suggestion(self, tag: str) -> PersonName | None:
        for name in self._names:
            if name.tag != tag and (found := suggest_name(name, tag)) is not None:
                return found
        return None

    def _take(self, tag: str, name: PersonName) -> None:
        known = {one.tag: one for one in self._names}
        known[tag] = name
        self._names = tuple(one for one in known.values() if one.full)
        self.edited.emit(self._names)


class _Line(QWidget):
    edited = Signal(object)

    def __init__(self, kit: Kit, tag: str) -> None:
        super().__init__()
        self._kit, self._tag = kit, tag
        script = script_name(kit, tag)
        labels = {
            "given": kit.text("Given name"),
            "patronymic": kit.text("Patronymic"),
            "family": kit.text("Family name"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.addWidget(kit.label(script, 13, 600), 0, 0, 1, 2)
        self._fields: dict[str, TextField] = {}
        for place, part in enumerate(PARTS):
            field = TextField(f"{labels[part]}, {script}", labels[part])
            field.edited.connect(self._tell)
            self._fields[part] = field
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 2 if part == "patronymic" else 3)
        self._offer = kit.button("", "link", "sparkles")
        self._offer.clicked.connect(self._accept)
        grid.addWidget(self._offer, 2, 0, 1, 3)
        self._suggested: PersonName | None = None

    def begin(self) -> None:
        self._fields["given"].setFocus()

    def show_name(self, name: PersonName, suggested: PersonName | None) -> None:
        for part, field in self._fields.items():
            field.show_text(getattr(name, part))
        self._suggested = suggested if suggested is not None and not name.full else None
        self._offer.setVisible(self._suggested is not None)
        if self._suggested is not None:
            words = self._kit.text("Take “{name}”", name=self._suggested.full)
            self._offer.setText(words)
            self._offer.setAccessibleName(words)

    def _accept(self) -> None:
        if self._suggested is not None:
            self.edited.emit(self._suggested)

    def _tell(self) -> None:
        parts = {part: field.text().strip() for part, field in self._fields.items()}
        self.edited.emit(PersonName(self._tag, **parts))


def script_name(kit: Kit, tag: str) -> str:
    """What a name's tag is called: a script, or a language by its own name."""
    scripts = {
        "Latn": kit.text("In Latin letters"),
        "Cyrl": kit.text("In Cyrillic letters"),
        "Arab": kit.text("In Arabic letters"),
    }
    return scripts.get(tag) or own_name(tag)


def _scripts(names: tuple[PersonName, ...], languages: Iterable[str]) -> list[str]:
    """The scripts of the event's languages in which there is no name yet."""
    there = {name.tag if len(name.tag) == 4 else tags.script_of(name.tag) for name in names}
    wanted = (tags.script_of(language) for language in languages)
    return [script for script in dict.fromkeys(wanted) if script not in there]
