"""Page 'Translations': what is missing, by language; Enter stores a text and goes on."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.language import figures, tags
from desktop.services import translations
from desktop.services.translations import Sheet, Text
from desktop.ui.chip_line import ChipLine
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.head import Head
from desktop.ui.kit import Kit
from desktop.ui.layout import Deck, col, row, scrolled
from desktop.ui.page import Page
from desktop.ui.translations.rows import GapRow, Key, NameRow, TextRow, key_of
from desktop.ui.wording import own_name

MOST = 40
"""Gaps shown at a time; more are shown as these are filled, or when asked for."""

_PAGES = {
    **dict.fromkeys(("event", "venue", "room", "track"), "events"),
    "slot": "programme",
    "person": "speakers",
    "organisation": "organisations",
}


class TranslationsPage(Page):
    """A gap that was filled stays with its tick until another language is chosen."""

    shows: ClassVar[tuple[type, ...]] = (
        *(Event, Venue, Room, Track, Slot, Person, Organisation),
        *(Quotation, PressItem, PhotoCredit, InstitutionalContact),
    )
    of_event: ClassVar[bool] = True

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__(kit, desk)
        text = kit.text
        self.sheet: Sheet | None = None
        self.language = ""
        self._event = 0
        self._wanted = 0
        self._most = MOST
        self.rows: dict[Key, GapRow] = {}
        self.chips = ChipLine(kit)
        self.state = kit.label("", 13, tone="muted")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.more = kit.button(text("Show more"), "", "chevron-down")
        self.more.hide()
        self.more.clicked.connect(self._show_more)
        body = col(self._column, row(None, self.more, None), None, gap=12, margins=(24, 4, 16, 24))
        self.area = scrolled(body)
        self.nothing = Empty(
            kit,
            "language",
            text("Nothing is missing"),
            text("Every text and every name of the event is there in this language."),
        )
        self.stack = Deck()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.nothing)
        line = Head(
            *(kit.title(text("Translations")), 12, (self.chips, 1), self.state),
            margins=(24, 0, 24, 0),
        )
        self.setLayout(col(line, (self.stack, 1), gap=0))

    # reading ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        event = self.desk.current
        if event is not None:
            self.desk.read(self, lambda ws: translations.sheet(ws, event.id), self._show)

    def _show(self, sheet: Sheet) -> None:
        event = self.desk.current.id if self.desk.current else 0
        fresh = self._event != event
        self.sheet, self._event = sheet, event
        if self._wanted:
            wanted, self._wanted = self._wanted, 0
            self._choose(sheet.languages[min(wanted, len(sheet.languages)) - 1])
        elif fresh or self.language not in sheet.languages:
            self._choose(self._first(sheet))
        else:
            self._fill()
        if self.hasFocus():  # it came before the rows did
            self.land()

    def land(self) -> None:
        """Go to the first text that is missing."""
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.begin()
        else:
            super().land()

    def _first(self, sheet: Sheet) -> str:
        """The first language in which something is missing."""
        gaps = (tag for tag in sheet.languages if sheet.missing(tag) or sheet.unspelt(tag))
        return next(gaps, sheet.languages[0])

    def open(self, number: int) -> None:
        """Show the event's language at this place, from 1."""
        self._wanted = number
        if self.sheet is not None and not self._stale:
            self._show(self.sheet)

    def _choose(self, language: str) -> None:
        self.language = language
        self._most = MOST
        for shown in self.rows.values():
            shown.hide()
            shown.deleteLater()
        self.rows = {}
        self.area.verticalScrollBar().setValue(0)
        self._fill()

    # showing ----------------------------------------------------------------------------------

    def _fill(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        gaps: dict[Key, Text | Person] = {}
        for gap in (*sheet.missing(self.language), *sheet.unspelt(self.language)):
            gaps[key_of(gap)] = gap
        for key, shown in self.rows.items():
            shown.mark(key in gaps)
        there = sum(key in gaps for key in self.rows)
        for key, gap in gaps.items():
            if key not in self.rows and there < self._most:
                self._add(key, gap)
                there += 1
        self.more.setVisible(len(gaps) > there)
        self.stack.setCurrentIndex(0 if self.rows else 1)
        self._offer_languages(sheet)
        self._tell(sheet, len(gaps))

    def _add(self, key: Key, gap: Text | Person) -> None:
        made: GapRow
        if isinstance(gap, Person):
            made = NameRow(self.kit, gap, self.language)
            made.left.connect(partial(self._spell, made))
            place = ("person", gap.id)
        else:
            made = TextRow(self.kit, gap, self.language)
            made.left.connect(partial(self._translate, made))
            place = (gap.place.kind, gap.place.id)
        made.entered.connect(partial(self._go_on, made))
        made.place_wanted.connect(partial(self._lead, *place))
        self.rows[key] = made
        self._column.addWidget(made)

    def _offer_languages(self, sheet: Sheet) -> None:
        choices = [
            (self._language_words(sheet, tag), None, partial(self._choose, tag))
            for tag in sheet.languages
        ]
        self.chips.offer(choices, sheet.languages.index(self.language))

    def _language_words(self, sheet: Sheet, tag: str) -> str:
        done, total = sheet.progress(tag)
        share = int(100 * done / total) / 100 if total else 1
        return f"{tags.isolate(own_name(tag))} {figures.percent(share, self.kit.language)}"

    def _tell(self, sheet: Sheet, missing: int) -> None:
        kit = self.kit
        done, total = sheet.progress(self.language)
        count = kit.text("{done} of {total}", done=done, total=total)
        self.state.setText(count)
        words = kit.plural("{n} text missing", "{n} texts missing", missing)
        keys = kit.text("Enter  store and go on · Shift+Enter  new line · Ctrl+Enter  open")
        self.say(f"{tags.isolate(own_name(self.language))} · {words}", keys)

    def _show_more(self) -> None:
        self._most += MOST
        self._fill()

    # doing ------------------------------------------------------------------------------------

    def _translate(self, shown: TextRow) -> None:
        text, tag, words = shown.text, shown.language, shown.words
        self.desk.act(self, lambda ws: translations.translate(ws, text, tag, words))

    def _spell(self, shown: NameRow) -> None:
        if shown.complete:
            person, name = shown.person.id, shown.name
            self.desk.act(self, lambda ws: translations.spell(ws, person, name))

    def _go_on(self, shown: GapRow) -> None:
        """Store, and go to the next gap; the last one shows those that wait."""
        shown.finish()
        every = list(self.rows.values())
        following = every[every.index(shown) + 1 :]
        if following:
            following[0].begin()
            self._reveal(following[0])

    def _reveal(self, shown: QWidget) -> None:
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(shown, 0, 60))

    def _lead(self, kind: str, number: int) -> None:
        page = _PAGES.get(kind)
        if page is not None:
            current = self.desk.current.id if self.desk.current else 0
            self.wanted.emit(page, current if page == "events" else number)


def make(kit: Kit, desk: Desk) -> TranslationsPage:
    """The page."""
    return TranslationsPage(kit, desk)
