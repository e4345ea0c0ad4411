"""What a person has agreed to: per purpose the answer, the day and the wording.

A new answer is written down beside the earlier ones, never over them: who gave a consent and
withdrew it later did both.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.person import Consent, ConsentPurpose, ConsentState
from desktop.language import dates
from desktop.language.terms import term
from desktop.ui.day_field import DayField
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row

_NOON = time(12, tzinfo=UTC)
"""The hour of an answer of which only the day is known."""


class ConsentsBox(QWidget):
    """Tells by `edited(consents)` what the answers are now."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._consents: tuple[Consent, ...] = ()
        self.lines = {purpose: ConsentLine(kit, purpose) for purpose in ConsentPurpose}
        for line in self.lines.values():
            line.answered.connect(self._add)
            line.corrected.connect(self._correct)
        self.setLayout(col(*self.lines.values(), gap=12))

    def show_consents(self, consents: tuple[Consent, ...]) -> None:
        """Show a person's answers."""
        self._consents = consents
        for purpose, line in self.lines.items():
            line.show_answers([one for one in consents if one.purpose is purpose])

    def _add(self, consent: Consent) -> None:
        self._consents = (*self._consents, consent)
        self.edited.emit(self._consents)

    def _correct(self, before: Consent, after: Consent) -> None:
        place = max(at for at, one in enumerate(self._consents) if one == before)
        self._consents = (*self._consents[:place], after, *self._consents[place + 1 :])
        self.edited.emit(self._consents)


class ConsentLine(QWidget):
    """One purpose: its last answer.

    `answered(consent)` is a new one, `corrected(before, after)` tells another day or wording.
    """

    answered = Signal(object)
    corrected = Signal(object, object)

    def __init__(self, kit: Kit, purpose: ConsentPurpose) -> None:
        super().__init__()
        self._kit, self._purpose = kit, purpose
        self._last: Consent | None = None
        name = term(purpose, kit.language)
        self.state: ChoiceField[ConsentState] = ChoiceField(
            kit.text("Consent: {purpose}", purpose=name),
            [(state, term(state, kit.language)) for state in ConsentState],
        )
        self.day = DayField(kit, kit.text("Day of the consent: {purpose}", purpose=name))
        self.wording = TextField(
            kit.text("Wording of the consent: {purpose}", purpose=name),
            kit.text("Wording that was agreed to"),
        )
        self._earlier = kit.note("")
        self.state.edited.connect(self._answer)
        self.day.edited.connect(lambda: self._correct(at=_moment(self.day.day)))
        self.wording.edited.connect(lambda: self._correct(wording=self.wording.text().strip()))
        head = row((kit.elided(name, 13, 500), 1), self.state, self.day, gap=6)
        self.state.setFixedWidth(144)
        self.day.setFixedWidth(124)
        self.setLayout(col(head, self.wording, self._earlier, gap=4))

    def show_answers(self, answers: list[Consent]) -> None:
        """Show the last answer, and say what was answered before."""
        last = self._last = answers[-1] if answers else None
        self.state.show_value(last.state if last else ConsentState.UNKNOWN)
        self.day.setVisible(last is not None)
        self.wording.setVisible(last is not None)
        if last is not None:
            self.day.show_day(last.at.date() if last.at else None)
            self.wording.show_text(last.wording)
        earlier = " · ".join(self._told(one) for one in reversed(answers[:-1]))
        self._earlier.setText(self._kit.text("Before: {answers}", answers=earlier))
        self._earlier.setVisible(bool(earlier))

    def _told(self, one: Consent) -> str:
        state = term(one.state, self._kit.language)
        if one.at is None:
            return state
        return f"{state}, {dates.long_date(one.at.date(), self._kit.language, weekday=False)}"

    def _answer(self) -> None:
        """Write down another answer, of today; the wording is the one that was there."""
        wording = self._last.wording if self._last else ""
        state = self.state.value or ConsentState.UNKNOWN
        self.answered.emit(Consent(self._purpose, state, wording, datetime.now(UTC)))

    def _correct(self, **fields: object) -> None:
        if self._last is not None:
            before, self._last = self._last, replace(self._last, **fields)
            self.corrected.emit(before, self._last)


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, _NOON) if day else None
