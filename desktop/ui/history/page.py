"""Page 'History': who did what and when; nothing is lost, everything can be taken back."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from desktop.domain.change import Change
from desktop.language import dates
from desktop.language.folding import fold
from desktop.services import history
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.head import Head
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder
from desktop.ui.page import Page
from desktop.ui.search_field import SearchField
from desktop.ui.table import Cell, Column, Heading
from desktop.ui.table_view import Table
from desktop.ui.wording import change_name, day_name

MOST = 2_000
"""Older Changes stay in the database and are not listed."""


class HistoryPage(Page):
    """The audit trail, the latest first, a heading a day."""

    shows: ClassVar[tuple[type, ...]] = ()

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__(kit, desk)
        text = kit.text
        self._entries: list[Change] = []
        self.search = SearchField(kit, text("Filter the history"))
        self.search.searched.connect(self._searched)
        self.undo = kit.button(text("Undo the last change"), "", "arrow-back-up")
        self.redo = kit.button(text("Redo"), "", "arrow-forward-up")
        self.undo.clicked.connect(desk.undo_last)
        self.redo.clicked.connect(desk.redo_last)
        self.table: Table[Change] = Table(
            kit, text("History"), _columns(kit), lambda change: change.id
        )
        self.nothing = Empty(
            kit,
            "history",
            text("Nothing has been changed yet"),
            text("Every change is noted here with its time, and can be taken back."),
        )
        head = Head(kit.title(text("History")), None, self.undo, self.redo, 8, self.search)
        self.listed = holder(col(self.table, margins=(24, 4, 16, 12)))
        self.setLayout(col(head, (self.listed, 1), (self.nothing, 1), gap=0))
        desk.history_moved.connect(self._turn_stale)

    def refresh(self) -> None:
        self.undo.setEnabled(self.desk.undo is not None)
        self.redo.setEnabled(self.desk.redo is not None)
        self.desk.read(self, lambda ws: history.entries(ws, MOST), self._show)

    def _show(self, entries: list[Change]) -> None:
        self._entries = entries
        self.listed.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
        self._fill()
        count = self.kit.plural("{n} change", "{n} changes", len(entries))
        self.say(count, self.kit.text("Ctrl+Z  undo · Ctrl+Shift+Z  redo"))

    def _searched(self, _text: str) -> None:
        self._fill()

    def _fill(self) -> None:
        wanted = fold(self.search.text()).split()
        rows: list[Change | Heading] = []
        day = ""
        for change in self._entries:
            if wanted and not all(w in fold(change_name(self.kit, change)) for w in wanted):
                continue
            here = _local(change)
            name = day_name(self.kit, here.date()) if here else ""
            if name != day:
                day = name
                rows.append(Heading(name))
            rows.append(change)
        self.table.show_rows(rows)

    def filter(self) -> SearchField:
        return self.search


def _local(change: Change) -> datetime | None:
    """When a Change was made, by the clock of this computer."""
    return change.at.astimezone() if change.at else None


def _columns(kit: Kit) -> tuple[Column[Change], ...]:
    def when(change: Change) -> Cell:
        here = _local(change)
        return Cell(dates.time_of_day(here, kit.language) if here else "", tone="muted")

    def what(change: Change) -> Cell:
        tone = "muted" if change.undone or change.undoes else "text"
        icon = "arrow-back-up" if change.undoes else ""
        return Cell(change_name(kit, change), tone=tone, icon=icon, bold=tone == "text")

    def state(change: Change) -> Cell:
        if not change.undone:
            return Cell()
        return Cell(kit.text("Taken back"), tone="muted", icon="arrow-back-up", pill=True)

    def who(change: Change) -> Cell:
        return Cell(change.who, tone="muted")

    def column(name: str, read: Callable[[Change], Cell], width: int = 0) -> Column[Change]:
        return Column(name, read, width)

    return (
        column(kit.text("Time"), when, 96),
        column(kit.text("What"), what),
        column(kit.text("State"), state, 160),
        column(kit.text("Who"), who, 160),
    )


def make(kit: Kit, desk: Desk) -> HistoryPage:
    """The page."""
    return HistoryPage(kit, desk)
