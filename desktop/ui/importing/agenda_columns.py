"""The columns of a proposed agenda: when, how long, what, who, where; each can be typed over."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from desktop.exchange import agenda_times, agenda_words
from desktop.exchange.agenda_people import written
from desktop.exchange.agenda_text import Item
from desktop.language import dates
from desktop.language.terms import term
from desktop.services.agendas import LENGTH, named
from desktop.ui.kit import Kit
from desktop.ui.schedule.model import clock
from desktop.ui.table import Cell, Column

Correct = Callable[[Item, dict[str, Any]], None]


def columns(kit: Kit, days: Sequence[date], correct: Correct) -> tuple[Column[Item], ...]:
    """What is a guess stands in grey; `correct` is told what is typed."""
    text = kit.text

    def column(
        heading: str,
        read: Callable[[Item], Cell],
        width: int,
        typed: Callable[[Item, str], dict[str, Any]],
    ) -> Column[Item]:
        def write(item: Item, words: str) -> None:
            correct(item, typed(item, words))

        return Column(heading, read, width, write)

    return (
        column(
            text("Day"),
            lambda item: _day(kit, item, days),
            92,
            lambda item, words: {"day": agenda_times.day(words, days) or item.day},
        ),
        column(text("Begins"), _start, 88, lambda _item, words: {"start": _minute(words)}),
        column(
            text("Min"),
            lambda item: Cell(str(item.minutes or LENGTH), tone=_tone(item.minutes)),
            48,
            lambda _item, words: {"minutes": agenda_times.length(f"{words} min")},
        ),
        column(
            text("Kind"),
            lambda item: Cell(term(item.kind, kit.language) if item.kind else "–", tone="muted"),
            116,
            lambda item, words: {"kind": agenda_words.announced(words) or item.kind},
        ),
        column(
            text("Title"),
            lambda item: Cell(item.title, bold=True),
            0,
            lambda _item, words: {"title": words},
        ),
        column(
            text("Speakers"),
            lambda item: Cell(written(item.speakers)),
            190,
            lambda _item, words: {"speakers": named(words)},
        ),
        column(
            text("Room"), lambda item: Cell(item.room), 92, lambda _item, words: {"room": words}
        ),
    )


def _day(kit: Kit, item: Item, days: Sequence[date]) -> Cell:
    day = item.day or next(iter(days), None)
    words = dates.day_and_month(day, kit.language) if day else "–"
    return Cell(words, tone=_tone(item.day))


def _start(item: Item) -> Cell:
    return Cell("–" if item.start is None else f"{clock(item.start):%H:%M}", bold=True)


def _minute(words: str) -> int | None:
    found = agenda_times.span(words)
    return found.start if found else None


def _tone(known: object) -> str:
    return "text" if known else "muted"
