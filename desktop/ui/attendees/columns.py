"""The guests of an event as a list."""

from PySide6.QtGui import QColor

from desktop.domain.attendee import CATEGORIES, Reply
from desktop.language.terms import category as category_word
from desktop.language.terms import term
from desktop.services.lists import Guest
from desktop.ui.kit import Kit
from desktop.ui.painting import META_BOLD, width
from desktop.ui.table import Cell, Column
from desktop.ui.theme import Theme
from desktop.ui.wording import code, person_name

SIGNS = {
    Reply.ACCEPTED: ("green", "check"),
    Reply.REPRESENTATIVE: ("green", "users"),
    Reply.DECLINED: ("red", "x"),
    Reply.CANCELLED: ("red", "ban"),
    Reply.WAITING: ("ochre_text", "progress"),
    Reply.TO_INVITE: ("ochre_text", "mail"),
}
"""Tone and sign of a reply; the others are muted, with a clock."""

Row = Guest


def columns(kit: Kit, languages: tuple[str, ...]) -> tuple[Column[Row], ...]:
    """Name, organisation, category, reply, seat, languages."""

    def name(row: Row) -> Cell:
        return Cell(person_name(kit, row.person) or kit.text("No name"), bold=True)

    def organisation(row: Row) -> Cell:
        return Cell(organisation_name(kit, row, languages), tone="muted")

    def category(row: Row) -> Cell:
        name = row.attendee.category
        word = category_word(name, kit.language, row.person.gender)
        return Cell(word, dot=category_color(kit.theme, name))

    def reply(row: Row) -> Cell:
        tone, sign = SIGNS.get(row.attendee.reply, ("muted", "clock"))
        return Cell(term(row.attendee.reply, kit.language), tone=tone, icon=sign, pill=True)

    def seat(row: Row) -> Cell:
        return Cell(row.attendee.seat or "–", tone="text" if row.attendee.seat else "strong")

    def spoken(row: Row) -> Cell:
        return Cell(codes=tuple(code(tag) for tag in row.person.languages))

    pills = max(width(term(one, kit.language), META_BOLD) for one in Reply)
    kinds = max(width(category_word(one, kit.language)) for one in CATEGORIES)
    return (
        Column(kit.text("Name"), name, name="name"),
        Column(kit.text("Organisation"), organisation, name="organisation"),
        Column(kit.text("Category"), category, round(kinds) + 40, name="category"),
        Column(kit.text("Reply"), reply, round(pills) + 60, name="reply"),
        Column(kit.text("Seat"), seat, 72, name="seat"),
        Column(kit.text("Languages"), spoken, 116, name="languages"),
    )


def organisation_name(kit: Kit, row: Row, languages: tuple[str, ...]) -> str:
    """Where a guest comes from: the organisation, else that of the first office."""
    if row.organisation is not None:
        return kit.local(row.organisation.name, languages)
    return kit.local(row.person.offices[0].organisation, languages) if row.person.offices else ""


_COLORS = ("authority", "diplomat", "scholar", "student", "press", "official", "guest", "speaker")


def category_color(theme: Theme, name: str) -> QColor:
    """The colour of a category: the same one everywhere."""
    place = _COLORS.index(name) if name in _COLORS else len(_COLORS)
    return theme.tracks[place % len(theme.tracks)]
