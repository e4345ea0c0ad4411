"""Where an event begins: a template, or a copy of an earlier one; its title, day, languages."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from desktop.domain.change import Change
from desktop.domain.event import Event, EventKind
from desktop.domain.localized import Localized
from desktop.language.dates import zone_here
from desktop.services import templates
from desktop.services.workspace import Workspace
from desktop.ui.buttons import Button
from desktop.ui.day_field import DayField
from desktop.ui.desk import Desk
from desktop.ui.dialog import Dialog
from desktop.ui.events.languages_field import LanguagesField
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import Item, col, holder, row, scrolled
from desktop.ui.wording import own_name

ICONS = {
    EventKind.LECTURE: "microphone-2",
    EventKind.PANEL: "users",
    EventKind.CONFERENCE: "layout-board",
    EventKind.CEREMONY: "flag",
    EventKind.RECEPTION: "sparkles",
}
ACROSS = 3


class NewEventDialog(Dialog):
    """One Change makes the event with its rooms, outline and checklist."""

    empty_wanted = Signal()

    def __init__(self, kit: Kit, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.kit, self.desk = kit, desk
        text = kit.text
        self.setWindowTitle(text("New event"))
        self.resize(900, 600)
        self._draft = self._begun()
        self.cards: dict[EventKind | None, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.earlier: ChoiceField[int] = ChoiceField(
            text("Earlier event"), [(one.id, self._called(one)) for one in reversed(desk.events)]
        )
        if desk.current is not None:
            self.earlier.show_value(desk.current.id)
        self.title = TextField(text("Title"))
        self.title.textChanged.connect(self._check)
        self.caption = kit.caption("", self.title)
        self.first_day = DayField(kit, text("First day"))
        self.first_day.show_day(None)
        self.languages = LanguagesField(kit)
        self.languages.edited.connect(self._speak)
        self.start = kit.button(text("Start the event"), "primary", "calendar-plus")
        self.start.clicked.connect(self.accept)
        self._earlier_box = kit.field(text("Earlier event"), self.earlier)
        self._languages_box = holder(
            col(
                kit.section(text("Languages, the original first"), self.languages.add),
                self.languages,
                None,
                gap=4,
            )
        )
        self._lay_out()
        self._speak(self._draft.languages)
        self.cards[EventKind.LECTURE].click()
        self._check()
        self.title.setFocus()

    def _begun(self) -> Event:
        known = self.desk.current
        return Event(
            languages=known.languages if known else (self.kit.language,),
            time_zone=known.time_zone if known else zone_here(),
        )

    def _called(self, event: Event) -> str:
        return self.kit.local(event.title, event.languages) or event.slug

    # building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (kind, card) in enumerate(self._made()):
            self.cards[kind] = card
            self._group.addButton(card)
            card.clicked.connect(partial(self._chosen, kind))
            grid.addWidget(card, place // ACROSS, place % ACROSS)
        title = holder(col(self.caption, self.title, gap=4))
        day = kit.field(text("First day"), self.first_day)
        hint = kit.note(text("Without a day, the outline of the programme waits unscheduled."))
        left = col(title, self._earlier_box, day, hint, None, gap=10)
        empty = kit.button(text("Begin with an empty event"), "quiet")
        empty.clicked.connect(self._begin_empty)
        cancel = kit.button(text("Cancel"))
        cancel.clicked.connect(self.reject)
        self.start.setDefault(True)
        below: Item = row((left, 1), (self._languages_box, 1), gap=24)
        body = col(
            kit.title(text("New event")), grid, 8, below, None, gap=12, margins=(0, 0, 10, 0)
        )
        buttons = row(empty, None, cancel, self.start, gap=8, margins=(0, 0, 10, 0))
        self.setLayout(col((scrolled(body), 1), buttons, gap=12, margins=(24, 20, 14, 16)))

    def _made(self) -> "list[tuple[EventKind | None, QPushButton]]":
        text = self.kit.text
        every: list[tuple[EventKind | None, QPushButton]] = [
            (one.kind, self._card(ICONS[one.kind], text(one.name), text(one.about)))
            for one in templates.TEMPLATES
        ]
        if self.desk.events:
            about = text("Programme, rooms and checklist of an earlier event, without its guests.")
            every.append((None, self._card("copy", text("Copy of an earlier event"), about)))
        return every

    def _card(self, icon: str, title: str, about: str) -> QPushButton:
        kit = self.kit
        made = _Card()
        made.setProperty("kind", "choice")
        made.setCheckable(True)
        made.setAccessibleName(title)
        made.setAccessibleDescription(about)
        words, name = kit.note(about), kit.label(title, 14, 600)
        sign = kit.picture(icon, "navy", 24)
        for label in (words, name, sign):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = col(name, words, None, gap=2)
        made.setLayout(
            row(
                col(sign, None),
                (inside, 1),
                gap=14,
                margins=(18, 16, 16, 14),
            )
        )
        return made

    # what was chosen --------------------------------------------------------------------------

    def _chosen(self, kind: EventKind | None, _on: bool = False) -> None:
        self._earlier_box.setVisible(kind is None)
        self._languages_box.setVisible(kind is not None)
        self._name_title()

    @property
    def kind(self) -> EventKind | None:
        """The template; None for a copy."""
        return next(kind for kind, card in self.cards.items() if card.isChecked())

    def _speak(self, languages: tuple[str, ...]) -> None:
        self._draft = replace(self._draft, languages=languages)
        self.languages.show_languages(languages)
        self._name_title()

    def _name_title(self) -> None:
        name = f"{self.kit.text('Title')} · {own_name(self._first_language())}"
        self.caption.setText(name)
        self.title.setAccessibleName(name)

    def _first_language(self) -> str:
        copied = self._copied()
        return (copied or self._draft).languages[0]

    def _copied(self) -> Event | None:
        number = self.earlier.value
        chosen = next((one for one in self.desk.events if one.id == number), None)
        copying = self.cards and self.cards.get(None) is not None and self.cards[None].isChecked()
        return chosen if copying else None

    def _check(self, _text: str = "") -> None:
        self.start.setEnabled(bool(self.title.text().strip()))

    def _begin_empty(self) -> None:
        self.reject()
        self.empty_wanted.emit()

    def accept(self) -> None:
        """Make the event, and work on it."""
        title = Localized.of({self._first_language(): self.title.text().strip()})
        if not self.first_day.finish():  # what is typed counts, though the field was not left
            self.first_day.setFocus()
            return
        kind, copied, day = self.kind, self._copied(), self.first_day.day
        draft = replace(self._draft, title=title, first_day=day)
        desk = self.desk

        def verb(ws: Workspace) -> Change:
            return begun(ws, kind, copied, draft, day)

        def done(change: Change) -> None:
            for number in change.touched(Event):
                desk.choose_event(number)

        desk.act(desk, verb, done)
        super().accept()


class _Card(Button):
    """As large as what stands on it; a style sheet would make it as low as a button."""

    def sizeHint(self) -> QSize:
        return QSize(240, 104)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def begun(
    ws: Workspace, kind: EventKind | None, copied: Event | None, draft: Event, day: date | None
) -> Change:
    """The Change that begins an event from a template, or as a copy."""
    if kind is not None:
        return templates.create_from_template(ws, kind, draft)
    return templates.copy_event(ws, copied.id if copied else 0, draft.title, day)
