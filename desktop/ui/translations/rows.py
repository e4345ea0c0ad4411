"""A text to be translated, a name to be spelt: the original beside the field."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.person import Person, PersonName
from desktop.language import tags
from desktop.language.translation import msgid
from desktop.language.transliteration import suggest_name
from desktop.services.translations import Text
from desktop.ui.fields import TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import Item, col, frame, holder, row
from desktop.ui.names_field import PARTS, script_name
from desktop.ui.plain_text import PlainText
from desktop.ui.wording import code, own_name

Key = tuple[object, ...]
"""What tells one gap from another: whose text it is, and the way to it."""

KINDS = {
    "event": msgid("Event"),
    "venue": msgid("Venue"),
    "room": msgid("Room"),
    "track": msgid("Track"),
    "slot": msgid("Slot"),
    "person": msgid("Person"),
    "organisation": msgid("Organisation"),
    "quotation": msgid("Quotation"),
    "pressitem": msgid("Press"),
    "photocredit": msgid("Photograph"),
    "institutionalcontact": msgid("Contact"),
}
_LETTERS, _MOST_LINES = 62, 8
"""How many letters a line holds about, and how many lines a field shows at most."""


class GapRow(QWidget):
    """Where something is missing: `left` says that it was filled in, `entered` to go on."""

    left = Signal()
    entered = Signal()
    place_wanted = Signal()

    def __init__(self, kit: Kit, caption: str, source: QWidget, target: QWidget) -> None:
        super().__init__()
        self.kit = kit
        self.link = kit.button(caption, "link")
        self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.link.clicked.connect(lambda: self.place_wanted.emit())
        self.sign = kit.picture("alert-circle", "ochre_text", 16)
        head = row(self.link, None, self.sign, gap=6)
        pair = row((source, 1), (target, 1), gap=24)
        inside = col(head, pair, gap=4, margins=(16, 8, 16, 14))
        self.setLayout(col(frame("card", inside)))

    def mark(self, missing: bool) -> None:
        """Show whether it is still missing."""
        name, tone = ("alert-circle", "ochre_text") if missing else ("circle-check", "green")
        self.sign.setPixmap(self.kit.pixmap(name, tone, 16))
        self.sign.setAccessibleName(self.kit.text("Missing") if missing else self.kit.text("Done"))

    def begin(self) -> None:
        """Go to its first field."""
        raise NotImplementedError

    def finish(self) -> None:
        """Store what was written, as leaving the field does."""
        raise NotImplementedError


class TextRow(GapRow):
    """The text in the language that it was written in, and a field in the other's direction."""

    def __init__(self, kit: Kit, text: Text, language: str) -> None:
        self.text, self.language = text, language
        tag, words = text.words.texts[0]
        name = f"{kit.text(text.field)}, {text.owner}, {own_name(language)}"
        lines = min(max(len(words) // _LETTERS + 1, words.count("\n") + 1), _MOST_LINES)
        self.field = _Field(name, lines)
        self.field.setPlaceholderText(own_name(language))
        super().__init__(kit, _caption(kit, text), _source(kit, tag, words), self.field)
        self.field.setLayoutDirection(_direction(language))
        self.field.edited.connect(self.left)
        self.field.entered.connect(self.entered)
        self.field.place_wanted.connect(self.place_wanted)
        self.mark(True)

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.field.text()

    def mark(self, missing: bool) -> None:
        super().mark(missing)
        self.field.setProperty("look", "missing" if missing else "")
        self.field.style().polish(self.field)

    def begin(self) -> None:
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def finish(self) -> None:
        self.field.finish()


class NameRow(GapRow):
    """A name by its parts; a spelling is offered and never taken unasked."""

    def __init__(self, kit: Kit, person: Person, language: str) -> None:
        self.person, self.language = person, language
        known = person.names[0]
        self.tag = tags.script_of(language)
        script = script_name(kit, self.tag)
        labels = {
            "given": kit.text("Given name"),
            "patronymic": kit.text("Patronymic"),
            "family": kit.text("Family name"),
        }
        shown = [part for part in PARTS if getattr(known, part)] or ["family"]
        self.fields = {
            part: _Part(f"{labels[part]}, {known.full}, {script}", labels[part]) for part in shown
        }
        self.offer = self._offered(kit, known)
        line = row(*((field, 1) for field in self.fields.values()), gap=6)
        target = holder(col(line, *([row(self.offer, None)] if self.offer else []), gap=2))
        caption = f"{kit.text('Name')} · {script}"
        super().__init__(kit, caption, _source(kit, known.tag, known.full), target)
        for field in self.fields.values():
            field.setLayoutDirection(_direction(language))
            field.edited.connect(self.left)
            field.returnPressed.connect(self.entered)
        self.mark(True)

    def _offered(self, kit: Kit, known: PersonName) -> QPushButton | None:
        suggested = suggest_name(known, self.tag)
        if suggested is None:
            return None
        offer = kit.button(kit.text("Take “{name}”", name=suggested.full), "link", "sparkles")
        offer.clicked.connect(partial(self._take, suggested))
        return offer

    def _take(self, suggested: PersonName, _on: bool = False) -> None:
        for part, field in self.fields.items():
            field.setText(getattr(suggested, part))
        self.left.emit()

    @property
    def name(self) -> PersonName:
        """The name as it stands in the fields."""
        parts = {part: field.text().strip() for part, field in self.fields.items()}
        return PersonName(self.tag, **parts)

    @property
    def complete(self) -> bool:
        """Whether every part is written: half a name is not stored."""
        return all(field.text().strip() for field in self.fields.values())

    def mark(self, missing: bool) -> None:
        super().mark(missing)
        for field in self.fields.values():
            field.setProperty("look", "missing" if missing else "")
            field.style().polish(field)
        if self.offer is not None:
            self.offer.setVisible(missing)

    def begin(self) -> None:
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def finish(self) -> None:
        """Fields of one line store themselves when Enter is pressed."""


def key_of(gap: Text | Person) -> Key:
    """What tells a gap from the others."""
    if isinstance(gap, Person):
        return ("name", gap.id)
    return (gap.place.kind, gap.place.id, *gap.path)


def _caption(kit: Kit, text: Text) -> str:
    kind = kit.text(KINDS[text.place.kind])
    field = kit.text(text.field)
    owner = tags.isolate(text.owner) if kit.rtl else text.owner
    about = f" · {owner}" if text.owner != text.words.texts[0][1] else ""
    return f"{kind} · {field}{about}"[:110]


def _source(kit: Kit, tag: str, words: str) -> QWidget:
    spoken = kit.tag(tag if len(tag) == 4 else code(tag))
    label = kit.label(words, 13, wrap=True)
    start = Qt.AlignmentFlag.AlignRight if kit.rtl else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    mark: Item = col(spoken, None, gap=0, margins=(0, 4, 0, 0))
    return holder(row(mark, (holder(col(label, None, margins=(0, 4, 0, 0))), 1), gap=8))


def _direction(tag: str) -> Qt.LayoutDirection:
    right = tag == "Arab" or (len(tag) != 4 and tags.direction(tag) == "rtl")
    return Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight


class _Field(PlainText):
    """Enter goes on to the next text, Shift+Enter begins a line, Ctrl+Enter opens the place."""

    entered = Signal()
    place_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif held == Qt.KeyboardModifier.ControlModifier:
            self.place_wanted.emit()
        elif held == Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        else:
            self.entered.emit()


class _Part(TextField):
    """A part of a name."""
