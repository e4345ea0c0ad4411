"""What may be chosen about a document: the questions of its kind, and the house style."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.documents.kinds import DocumentKind
from desktop.documents.options import Option
from desktop.ui.desk import Desk
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.publish.style_box import StyleBox

MOST_LETTERS = 34
"""A hint longer than this goes below its field."""


class OptionsBox(QWidget):
    """A field an option; each kind keeps its answers while the window is open."""

    edited = Signal()

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit, self._desk = kit, desk
        self._kind: DocumentKind | None = None
        self._parts: dict[str, str] = {}  # what the style chooses about it
        self._answers: dict[str, dict[str, str]] = {}
        self._fields: list[QWidget] = []
        self.styles = StyleBox(kit, desk)
        self.styles.edited.connect(self.edited)
        self.styles.looked.connect(self._follow_style)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.styles)
        self.release_field: ChoiceField[str] = ChoiceField(kit.text("Version of the programme"))
        self.release_field.edited.connect(self.edited)
        self._release = kit.field(kit.text("Version of the programme"), self.release_field)
        self._release.hide()
        self._box.addWidget(self._release)

    @property
    def answers(self) -> dict[str, str]:
        """What was answered about the kind that is shown."""
        return self.answers_about(self._kind) if self._kind else {}

    def answers_about(self, kind: DocumentKind) -> dict[str, str]:
        """What was answered about a kind."""
        return dict(self._answers.get(kind.key, {}))

    def offer_releases(self, names: list[str]) -> None:
        """Offer the published versions of the programme, where there are any."""
        draft = ("", self._kit.text("The programme as it is"))
        chosen = self.release_field.value or ""
        self.release_field.offer([draft, *((name, name) for name in names)])
        self.release_field.show_value(chosen if chosen in names else "")
        self._release.setVisible(bool(names))

    def show_kind(self, kind: DocumentKind) -> None:
        """Show the questions of a kind, answered as the user or else the house style has it."""
        parts = dict(self.styles.parts(kind.key))
        if kind is self._kind and parts == self._parts:
            return
        self._kind, self._parts = kind, parts
        for field in self._fields:
            field.hide()
            field.deleteLater()
        self._fields = [self._field(option) for option in kind.options]
        for field in self._fields:
            self._box.addWidget(field)

    def _follow_style(self) -> None:
        if self._kind is not None:
            self.show_kind(self._kind)

    def _field(self, option: Option) -> QWidget:
        kit = self._kit
        name = kit.text(option.name)
        known = {option.key: option.default, **self._parts, **self.answers}[option.key]
        if option.choices:
            choices = [(choice.value, kit.text(choice.name)) for choice in option.choices]
            choice: ChoiceField[str] = ChoiceField(name, choices)
            choice.show_value(known)
            choice.edited.connect(lambda: self._answer(option, choice.value or ""))
            return kit.field(name, choice)
        hint = kit.text(option.hint) if option.hint else ""
        field = TextField(name, hint)
        field.setToolTip(hint)
        field.show_text(known)
        field.edited.connect(lambda: self._answer(option, field.text().strip()))
        made = kit.field(name, field)
        if len(hint) > MOST_LETTERS and (layout := made.layout()) is not None:
            layout.addWidget(kit.note(hint))
        return made

    def _answer(self, option: Option, value: str) -> None:
        if self._kind is not None:
            self._answers.setdefault(self._kind.key, {})[option.key] = value
            self.edited.emit()
