"""Events as a list."""

from desktop.language.terms import term
from desktop.ui.events.snapshot import Row
from desktop.ui.kit import Kit
from desktop.ui.table import Cell, Column
from desktop.ui.wording import code, event_days


def columns(kit: Kit) -> tuple[Column[Row], ...]:
    """Title, days and kind, languages."""

    def title(row: Row) -> Cell:
        event = row.event
        words = kit.local(event.title, event.languages) or event.slug
        return Cell(words, kit.local(event.subtitle, event.languages), bold=True)

    def when(row: Row) -> Cell:
        days = event_days(kit, row.event) or kit.text("No days yet")
        return Cell(days, term(row.event.kind, kit.language))

    def languages(row: Row) -> Cell:
        return Cell(codes=tuple(code(tag) for tag in row.event.languages))

    return (
        Column(kit.text("Event"), title),
        Column(kit.text("When and what"), when, 200, key=lambda row: str(row.event.first_day)),
        Column(kit.text("Languages"), languages, 150, key=lambda row: row.event.languages),
    )
