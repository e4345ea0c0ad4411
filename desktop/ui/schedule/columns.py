"""The programme as a list: a heading a day, a row a slot."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QColor

from desktop.domain.slot import Slot, SlotStatus
from desktop.language import dates, figures
from desktop.language.folding import fold
from desktop.language.names import printed_name
from desktop.language.terms import term
from desktop.ui.kit import Kit
from desktop.ui.schedule.clash_words import clash_words
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.table import Cell, Column, Heading
from desktop.ui.theme import Theme
from desktop.ui.wording import code, day_name


@dataclass(frozen=True, slots=True)
class Row:
    """A slot of a snapshot."""

    slot: Slot
    shown: Snapshot


def rows(kit: Kit, shown: Snapshot) -> Iterator[Row | Heading]:
    """Days with their slots, then what has no time yet."""
    for day in shown.programme.days(cancelled=True):
        count = kit.plural("{n} slot", "{n} slots", len(day.slots))
        yield Heading(day_name(kit, day.date), count)
        for slot in day.slots:
            yield Row(slot, shown)
    waiting = shown.programme.unscheduled
    if waiting:
        count = kit.plural("{n} slot", "{n} slots", len(waiting))
        yield Heading(kit.text("Unscheduled"), count)
        for slot in waiting:
            yield Row(slot, shown)


def columns(kit: Kit) -> tuple[Column[Row], ...]:
    """When, what and who, where, in which languages."""

    def when(row: Row) -> Cell:
        programme, slot = row.shown.programme, row.slot
        start, end = programme.local_start(slot), programme.local_end(slot)
        length = figures.minutes(slot.minutes, kit.language)
        if start is None or end is None:
            return Cell("–", length, tone="muted")
        return Cell(dates.time_interval(start, end, kit.language), length, bold=True)

    def what(row: Row) -> Cell:
        slot, shown = row.slot, row.shown
        title = kit.local(slot.title, shown.programme.event.languages)
        tone = "muted" if slot.kind.is_break or slot.status is SlotStatus.CANCELLED else "text"
        dot = track_color(kit.theme, shown, slot)
        found = shown.clashing(slot)
        if found:
            words = clash_words(kit, shown, found[0], slot)
            worst = "red" if found[0].severity == "block" else "ochre_text"
            return Cell(title, words, tone, True, dot=dot, second_tone=worst)
        title = title or kit.text("Untitled")
        return Cell(title, speakers(kit, row), tone, not slot.kind.is_break, dot=dot)

    def where(row: Row) -> Cell:
        event, room = row.shown.programme.event, row.shown.programme.room(row.slot.room_id)
        kind = term(row.slot.kind, kit.language)
        if room is None:
            return Cell("", kind)
        return Cell(kit.local(room.name, event.languages), kind)

    def languages(row: Row) -> Cell:
        spoken = tuple(code(tag) for tag in row.slot.floor_languages)
        missing = tuple(code(tag) for tag in row.shown.missing(row.slot))
        return Cell(codes=spoken, missing=missing)

    return (
        Column(kit.text("Time"), when, 112),
        Column(kit.text("Title and speakers"), what),
        Column(kit.text("Room and kind"), where, 164),
        Column(kit.text("Languages"), languages, 150),
    )


def speakers(kit: Kit, row: Row) -> str:
    """Who speaks, in one line."""
    people = (row.shown.speakers.get(part.person_id) for part in row.slot.speakers)
    names = (printed_name(one, kit.language, honorific=False) for one in people if one)
    return " · ".join(names)


def track_color(theme: Theme, shown: Snapshot, slot: Slot) -> QColor | None:
    """The colour of a slot's track; None without one."""
    tracks = [track.id for track in shown.programme.tracks]
    if slot.track_id not in tracks:
        return None
    return theme.tracks[tracks.index(slot.track_id) % len(theme.tracks)]


def words(kit: Kit, row: Row) -> str:
    """What a slot is found by in the list: its titles and who speaks, folded for searching."""
    titles = " ".join(text for _, text in row.slot.title)
    return fold(f"{titles} {speakers(kit, row)}")
