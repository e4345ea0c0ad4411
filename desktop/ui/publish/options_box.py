"""What may be chosen about a document: the questions of its kind, and the house style."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.documents import styles
from desktop.documents.kinds import DocumentKind
from desktop.documents.options import Option
from desktop.ui.desk import Desk
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit

MOST_LETTERS = 34
"""A hint longer than this goes below its field."""


class OptionsBox(QWidget):
    """A field an option; each kind keeps its answers while the window is open."""

    edited = Signal()

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit, self._desk = kit, desk
        self._kind: DocumentKind | None = None
        self._answers: dict[str, dict[str, str]] = {}
        self._fields: list[QWidget] = []
        self.style_field: ChoiceField[str] = ChoiceField(kit.text("House style"), [("", "")])
        self.style_field.edited.connect(self.edited)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(kit.field(kit.text("House style"), self.style_field))
        self.release_field: ChoiceField[str] = ChoiceField(kit.text("Version of the programme"))
        self.release_field.edited.connect(self.edited)
        self._release = kit.field(kit.text("Version of the programme"), self.release_field)
        self._release.hide()
        self._box.addWidget(self._release)
        language = kit.language

        def named(_progress: object) -> list[tuple[str, str]]:
            found = [(name, styles.named(name).name.find(language)) for name in styles.shipped()]
            return [(name, told.text if told else name) for name, told in found]

        desk.press.do(self, named, self._offer_styles)

    @property
    def answers(self) -> dict[str, str]:
        """What was answered about the kind that is shown, where it is not what holds anyway."""
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
        """Show the questions of a kind."""
        if kind is self._kind:
            return
        self._kind = kind
        for field in self._fields:
            field.hide()
            field.deleteLater()
        self._fields = [self._field(option) for option in kind.options]
        for field in self._fields:
            self._box.addWidget(field)

    def _offer_styles(self, named: list[tuple[str, str]]) -> None:
        self.style_field.offer(named)
        self.style_field.show_value(named[0][0] if named else None)

    def _field(self, option: Option) -> QWidget:
        kit = self._kit
        name, known = kit.text(option.name), self.answers.get(option.key, option.default)
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
        if self._kind is None:
            return
        answers = self._answers.setdefault(self._kind.key, {})
        answers.pop(option.key, None)
        if value != option.default:
            answers[option.key] = value
        self.edited.emit()
