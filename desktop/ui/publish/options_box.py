"""What may be chosen about a document: the questions of its kind, and the house style."""

import json
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.documents.kinds import KINDS, DocumentKind
from desktop.documents.options import Option
from desktop.domain.event import Event
from desktop.services.print_answers import Answers
from desktop.ui.desk import Desk
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.publish.option_fields import field as field_for
from desktop.ui.publish.style_box import StyleBox

HABIT = "options of documents"


class OptionsBox(QWidget):
    """A field an option; each kind keeps its answers while the window is open."""

    edited = Signal()

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit, self._desk = kit, desk
        self._kind: DocumentKind | None = None
        self._parts: dict[str, str] = {}  # what the style chooses about it
        self._known: Answers = {}
        self._fields: dict[str, QWidget] = {}
        kept: tuple[str, dict[str, dict[str, str]]] = json.loads(
            desk.habits.get(HABIT, '["", {}]')
        )
        self._about, self._answers = kept
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

    def show_event(self, event: Event) -> None:
        """Keep what was answered once and for all; what was written was about another event."""
        self.styles.show_event(event)
        about = f"{self._desk.location}#{event.id}"
        if about == self._about:
            return
        self._about = about
        for kind in KINDS:
            answers = self._answers.get(kind.key, {})
            for option in kind.options:
                if not option.choices:
                    answers.pop(option.key, None)
        self._keep()
        self._build()

    def offer_answers(self, known: Answers) -> None:
        """Offer what the event has that options ask for: its days, rooms, seatings, categories."""
        if known != self._known:
            self._known = known
            self._build()

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
        if kind is not self._kind or parts != self._parts:
            self._kind, self._parts = kind, parts
            self._build()

    def _follow_style(self) -> None:
        if self._kind is not None:
            self.show_kind(self._kind)

    def _build(self) -> None:
        for field in self._fields.values():
            field.hide()
            field.deleteLater()
        options = self._kind.options if self._kind else ()
        self._fields = {option.key: self._field(option) for option in options}
        for field in self._fields.values():
            self._box.addWidget(field)
        self._show_asked()

    def _field(self, option: Option) -> QWidget:
        known, told = self._known.get(option.asks, []), partial(self._answer, option)
        return field_for(self._kit, option, self._all_answers()[option.key], known, told)

    def _all_answers(self) -> dict[str, str]:
        """What holds for each option of the kind: the user's word, the style's, the kind's own."""
        options = self._kind.options if self._kind else ()
        return {**{one.key: one.default for one in options}, **self._parts, **self.answers}

    def _show_asked(self) -> None:
        """Hide what would change nothing."""
        answers = self._all_answers()
        for option in self._kind.options if self._kind else ():
            self._fields[option.key].setVisible(option.applies(answers))

    def _answer(self, option: Option, value: str) -> None:
        if self._kind is not None:
            self._answers.setdefault(self._kind.key, {})[option.key] = value
            self._keep()
            self._show_asked()
            self.edited.emit()

    def _keep(self) -> None:
        """Remember the answers where the page of another language or look finds them."""
        self._desk.habits[HABIT] = json.dumps([self._about, self._answers])
