"""A field for an option: one of its choices, one of what the event has, a date, or words."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.documents.options import Asked, Option
from desktop.language.translation import msgid
from desktop.ui.day_field import DayField
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.publish.listed_fields import SeveralField

MOST_LETTERS = 34
"""A hint longer than this goes below its field."""

Told = Callable[[str], None]
"""Called with another answer."""

_EVERY: dict[Asked, str] = {
    "day": msgid("Every day"),
    "room": msgid("Every room"),
    "seating": msgid("The event’s first"),
    "speaker": msgid("All who speak"),
}


def field(
    kit: Kit, option: Option, answer: str, known: Sequence[tuple[str, str]], told: Told
) -> QWidget:
    """A named field; `known` are what the event has of what the option asks for."""
    name = kit.text(option.name)
    if option.asks == "category":
        return _several(kit, name, answer, known, told)
    if option.choices:
        choices = [(choice.value, kit.text(choice.name)) for choice in option.choices]
        return _choice(kit, name, answer, choices, told)
    if option.asks in _EVERY:
        others = [] if answer in {"", *(value for value, _ in known)} else [(answer, answer)]
        every = ("", kit.text(_EVERY[option.asks]))
        return _choice(kit, name, answer, [every, *known, *others], told)
    if option.asks == "date":
        return _date(kit, name, answer, told)
    return _words(kit, option, answer, told)


def _choice(
    kit: Kit, name: str, answer: str, choices: Sequence[tuple[str, str]], told: Told
) -> QWidget:
    made: ChoiceField[str] = ChoiceField(name, choices)
    made.show_value(answer)
    made.setToolTip(made.currentText())

    def edited() -> None:
        made.setToolTip(made.currentText())
        told(made.value or "")

    made.edited.connect(edited)
    return kit.field(name, made)


def _date(kit: Kit, name: str, answer: str, told: Told) -> QWidget:
    made = DayField(kit, name)
    made.show_day(date.fromisoformat(answer) if answer else None)
    made.edited.connect(lambda: told(made.day.isoformat() if made.day else ""))
    return kit.field(name, made)


def _words(kit: Kit, option: Option, answer: str, told: Told) -> QWidget:
    name, hint = kit.text(option.name), kit.text(option.hint) if option.hint else ""
    fits = len(hint) <= MOST_LETTERS
    made = TextField(name, hint if fits else "")
    made.setToolTip(hint)
    made.setAccessibleDescription(hint)
    made.show_text(answer)
    made.edited.connect(lambda: told(made.text().strip()))
    whole = kit.field(name, made)
    if not fits and (layout := whole.layout()) is not None:
        layout.addWidget(kit.note(hint))
    return whole


def _several(
    kit: Kit, name: str, answer: str, known: Sequence[tuple[str, str]], told: Told
) -> QWidget:
    chosen = [part.strip() for part in answer.split(",") if part.strip()]
    offered = {**{one: one for one in chosen}, **dict(known)}
    made = SeveralField(name, kit.text("All categories"), offered.items(), kit.language)
    made.show_values(chosen)
    made.edited.connect(lambda: told(", ".join(made.values)))
    return kit.field(name, made)
