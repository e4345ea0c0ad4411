"""One answer, as large as it can be: who, from where, which seat, what happened before."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop.domain.attendee import Direction
from desktop.domain.door import Answer, Kind, Reason
from desktop.domain.event import Event
from desktop.language import dates
from desktop.language.door_words import answer_note
from desktop.language.terms import category
from desktop.ui.attendees.columns import category_color
from desktop.ui.door.band import Band, said
from desktop.ui.fonts import font
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.painting import Type, width
from desktop.ui.theme import mix
from desktop.ui.wording import clock, office_line, person_name

_SIZES = (72, 64, 56, 48, 40, 32)
_SEAT = 64
_AIR, _LITTLE = (48, 16, 48, 16), (16, 4, 16, 4)
"""Margins beside the band."""


class AnswerView(QFrame):
    """The band with the word, and beside it the guest."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("box", "plain")
        self.band = Band(kit)
        self.category = kit.label("", 16, 600)
        self.category.setFixedHeight(36)
        self.name = _Name(kit)
        self.office = kit.label("", 20, tone="muted", wrap=True)
        self.seat = kit.label("", _SEAT, 600)
        self._tile = self._seat_tile()
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setColumnStretch(1, 1)
        self._facts.setVerticalSpacing(10)
        self._facts.setHorizontalSpacing(24)
        self.note = kit.label("", 18, 600, wrap=True)
        self._beside = QWidget()
        self._beside.setLayout(self._facts)
        self._lines = col(
            None,
            row(self.category, None),
            self.name,
            self.office,
            16,
            row(self._tile, (self._beside, 1), gap=32),
            16,
            self.note,
            None,
            gap=8,
            margins=_AIR,
        )
        self.setLayout(row(self.band, (self._lines, 1), gap=0))

    def shrink(self, *, low: bool) -> None:
        """On a low screen the name and where it sits come first."""
        self.band.shrink(low=low)
        self.name.shrink(low=low)
        self.seat.setFont(font(32 if low else _SEAT, 600))
        self._lines.setContentsMargins(*(_LITTLE if low else _AIR))
        self._lines.setSpacing(0 if low else 8)

    def _seat_tile(self) -> QFrame:
        kit = self._kit
        theme = kit.theme
        tile = QFrame()
        tile.setObjectName("seat")
        pale = mix(theme.on_navy, theme.navy, 0.78).name()
        tile.setStyleSheet(
            f"#seat {{ background: {theme.navy.name()}; border-radius: 12px }}"
            f" #seat QLabel {{ color: {theme.on_navy.name()} }}"
            f" #seat QLabel#caption {{ color: {pale} }}"
        )
        caption = kit.label(kit.text("Seat"), 16, 600)
        caption.setObjectName("caption")
        tile.setLayout(col(caption, self.seat, gap=4, margins=(24, 16, 24, 12)))
        return tile

    def show_answer(self, answer: Answer, event: Event) -> None:
        """Show an answer, and let a screen reader say it."""
        kit = self._kit
        self.band.show_answer(answer, event.languages)
        person, guest = answer.person, answer.attendee
        name = person_name(kit, person) if person else answer_note(answer.reason, kit.language)
        self.name.say(name)
        office = office_line(kit, person, event.languages, answer.house) if person else ""
        self.office.setText(office)
        self.office.setVisible(bool(office))
        self.category.setVisible(guest is not None)
        if guest is not None:
            gender = person.gender if person else None
            words = category(guest.category, kit.language, gender) if gender else guest.category
            tint = category_color(kit.theme, guest.category)
            self.category.setText(words)
            self.category.setStyleSheet(
                f"color: {tint.name()}; padding: 0 16px; border-radius: 18px;"
                f" background: {mix(tint, kit.theme.surface, 0.1).name()}"
            )
        self._tile.setVisible(bool(guest and guest.seat))
        self.seat.setText(guest.seat if guest else "")
        self._show_facts(list(self._said(answer, event)))
        note, tone = self._noted(answer, event)
        self.note.setText(note)
        self.note.setProperty("tone", tone)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self._announce(f"{said(answer, kit.language)}: {name}. {note}")

    def _said(self, answer: Answer, event: Event) -> Iterator[tuple[str, str]]:
        """Facts beside the seat, each with its name."""
        kit, guest = self._kit, answer.attendee
        if guest is None:
            return
        # where there is no guest it stands large, and some of it is the word itself
        if answer.reason not in (Reason.NONE, Reason.DECLINED, Reason.WAITING):
            yield kit.text("Note"), answer_note(answer.reason, kit.language)
        if answer.kind is Kind.ALREADY_IN and answer.at is not None:
            at = dates.time_of_day(clock(answer.at, event), kit.language)
            yield kit.text("Came in"), at
            yield kit.text("Desk"), answer.desk or "–"
        if guest.party:
            yield kit.text("Companions"), str(guest.party)
        if answer.kind in (Kind.WELCOME, Kind.ALREADY_IN):
            printed = guest.badge_printed is not None
            yield kit.text("Badge"), kit.text("printed") if printed else kit.text("to be printed")
        if guest.needs:
            yield kit.text("Needs"), guest.needs

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        self._beside.setVisible(bool(facts) or self._tile.isVisibleTo(self))
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, (name, value) in enumerate(facts):
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(self._kit.label(name, 16, tone="muted"), place, 0, top)
            self._facts.addWidget(self._kit.label(value, 18, 600, wrap=True), place, 1, top)

    def _noted(self, answer: Answer, event: Event) -> tuple[str, str]:
        """What was done, and the tone in which it is said."""
        kit = self._kit
        if answer.admits and answer.at is not None:
            at = dates.time_of_day(clock(answer.at, event), kit.language)
            if answer.direction is Direction.OUT:
                return kit.text("Checked out at {time}", time=at), "navy"
            return kit.text("Checked in at {time}", time=at), "green"
        if answer.kind is Kind.OTHER_DAY and answer.day is not None:
            day = dates.long_date(answer.day, kit.language)
            return kit.text("Invited for {day}. Nothing was noted.", day=day), "ochre_text"
        if answer.kind is Kind.ALREADY_IN:
            return kit.text("Nothing was noted. Is this the same person?"), "ochre_text"
        return kit.text("Nothing was noted."), "red"

    def _announce(self, words: str) -> None:
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


class _Name(QLabel):
    """A name in the largest size in which it fits; the smallest one breaks it at word ends."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._sizes = _SIZES
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "navy")
        self.setWordWrap(True)
        side = Qt.AlignmentFlag.AlignRight if kit.rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def shrink(self, *, low: bool) -> None:
        """On a low screen no name is large."""
        self._sizes = _SIZES[-2:] if low else _SIZES
        self._fit()

    def say(self, name: str) -> None:
        """Show another name."""
        self.setText(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 8, 100)
        fitting = (
            px for px in self._sizes if width(self.text(), Type(px, 600, serif=True)) <= room
        )
        self.setFont(font(next(fitting, self._sizes[-1]), 600, serif=True))
