"""The guests of an event as a list."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor

from desktop.domain.attendee import CATEGORIES, Attendee, Reply
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.language import collation, tags
from desktop.language.folding import fold
from desktop.language.terms import category as category_word
from desktop.language.terms import term
from desktop.services import attendance, people
from desktop.services.workspace import Workspace
from desktop.ui.kit import Kit
from desktop.ui.painting import META_BOLD, width
from desktop.ui.table import Cell, Column
from desktop.ui.theme import Theme
from desktop.ui.wording import code, person_name

_SIGNS = {
    Reply.ACCEPTED: ("green", "check"),
    Reply.REPRESENTATIVE: ("green", "users"),
    Reply.DECLINED: ("red", "x"),
    Reply.CANCELLED: ("red", "ban"),
    Reply.WAITING: ("ochre_text", "progress"),
    Reply.TO_INVITE: ("ochre_text", "mail"),
}
"""Tone and sign of a reply; the others are muted, with a clock."""

COMING = frozenset({Reply.ACCEPTED, Reply.REPRESENTATIVE})
NOT_COMING = frozenset({Reply.DECLINED, Reply.CANCELLED})


@dataclass(frozen=True, slots=True)
class Row:
    """An invitation with its person and organisation, and what finds it."""

    attendee: Attendee
    person: Person
    organisation: Organisation | None
    words: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The guests of an event in the window language's order."""

    rows: Sequence[Row]
    by_id: Mapping[int, Row]
    categories: Mapping[str, int]
    replies: Mapping[Reply, int]


def read(workspace: Workspace, event_id: int, language: str) -> Snapshot:
    """Read an event's guests."""
    directory = {person.id: person for person in people.people(workspace)}
    organisations = {one.id: one for one in people.organisations(workspace)}
    key, script = collation.name_sort_key(language), tags.script_of(language)

    def row(attendee: Attendee) -> Row:
        person = directory.get(attendee.person_id, Person())
        organisation = organisations.get(person.organisation_id or 0)
        return Row(attendee, person, organisation, _words(attendee, person, organisation))

    def order(one: Row) -> tuple[bytes, bytes]:
        name = one.person.name(language, script)
        return key(name.family, name.given)

    rows = sorted((row(one) for one in attendance.attendees(workspace, event_id)), key=order)
    return Snapshot(
        rows,
        {one.attendee.id: one for one in rows},
        Counter(one.attendee.category for one in rows),
        Counter(one.attendee.reply for one in rows),
    )


def _words(attendee: Attendee, person: Person, organisation: Organisation | None) -> str:
    names = [name.full for name in person.names]
    house = [text for _, text in organisation.name] if organisation else []
    return fold(" ".join((*names, *house, attendee.seat, *attendee.tags)))


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
        tone, sign = _SIGNS.get(row.attendee.reply, ("muted", "clock"))
        return Cell(term(row.attendee.reply, kit.language), tone=tone, icon=sign, pill=True)

    def seat(row: Row) -> Cell:
        return Cell(row.attendee.seat or "–", tone="text" if row.attendee.seat else "strong")

    def spoken(row: Row) -> Cell:
        return Cell(codes=tuple(code(tag) for tag in row.person.languages))

    by_name, script = collation.name_sort_key(kit.language), tags.script_of(kit.language)

    def alphabet(row: Row) -> tuple[bytes, bytes]:
        written = row.person.name(kit.language, script)
        return by_name(written.family, written.given)

    order = list(Reply)
    pills = max(width(term(one, kit.language), META_BOLD) for one in Reply)
    kinds = max(width(category_word(one, kit.language)) for one in CATEGORIES)
    return (
        Column(kit.text("Name"), name, key=alphabet),
        Column(kit.text("Organisation"), organisation),
        Column(kit.text("Category"), category, round(kinds) + 40),
        Column(
            kit.text("Reply"),
            reply,
            round(pills) + 60,
            key=lambda row: order.index(row.attendee.reply),
        ),
        Column(kit.text("Seat"), seat, 72),
        Column(kit.text("Languages"), spoken, 116, key=lambda row: row.person.languages),
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
