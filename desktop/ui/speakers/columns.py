"""The directory as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.language import collation, tags
from desktop.language.folding import fold
from desktop.language.tongues import territory_name
from desktop.services import people, planning
from desktop.services.workspace import Workspace
from desktop.ui.kit import Kit
from desktop.ui.table import Cell, Column
from desktop.ui.wording import code, person_name


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody, the slots of the chosen event in which they speak, and what finds them."""

    person: Person
    slots: tuple[Slot, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The directory in the window language's order."""

    rows: Sequence[Row]
    by_id: Mapping[int, Row]


def read(workspace: Workspace, event_id: int, language: str) -> Snapshot:
    """Read the directory, and who speaks where in an event (0: in none)."""
    slots = planning.slots(workspace, event_id) if event_id else []
    spoken: dict[int, list[Slot]] = {}
    for slot in slots:
        for number in dict.fromkeys(part.person_id for part in slot.speakers):
            spoken.setdefault(number, []).append(slot)
    key, script = collation.name_sort_key(language), tags.script_of(language)

    def order(person: Person) -> tuple[bytes, bytes]:
        name = person.name(language, script)
        return key(name.family, name.given)

    rows = tuple(
        Row(person, tuple(spoken.get(person.id, ())), _words(person))
        for person in sorted(people.people(workspace), key=order)
    )
    return Snapshot(rows, {row.person.id: row for row in rows})


def _words(person: Person) -> str:
    offices = (text for office in person.offices for text in (office.title, office.organisation))
    spoken = (words for text in offices for _, words in text)
    return fold(" ".join((*(name.full for name in person.names), *spoken)))


def columns(kit: Kit, languages: tuple[str, ...]) -> tuple[Column[Row], ...]:
    """Name in the window's script and the others, office, country, languages, slots."""

    def name(row: Row) -> Cell:
        shown = person_name(kit, row.person)
        others = (name.full for name in row.person.names if name.full != shown)
        return Cell(shown or kit.text("No name"), " · ".join(others), bold=True)

    def office(row: Row) -> Cell:
        if not row.person.offices:
            return Cell()
        first = row.person.offices[0]
        return Cell(kit.local(first.title, languages), kit.local(first.organisation, languages))

    def country(row: Row) -> Cell:
        known = row.person.country
        return Cell(territory_name(known, kit.language) if known else "", tone="muted")

    def spoken(row: Row) -> Cell:
        return Cell(codes=tuple(code(tag) for tag in row.person.languages))

    def slots(row: Row) -> Cell:
        return Cell(str(len(row.slots)) if row.slots else "", tone="muted")

    by_name, script = collation.name_sort_key(kit.language), tags.script_of(kit.language)

    def alphabet(row: Row) -> tuple[bytes, bytes]:
        written = row.person.name(kit.language, script)
        return by_name(written.family, written.given)

    return (
        Column(kit.text("Name"), name, key=alphabet),
        Column(kit.text("Office"), office),
        Column(kit.text("Country"), country, 116),
        Column(kit.text("Languages"), spoken, 132, key=lambda row: row.person.languages),
        Column(kit.text("Slots"), slots, 72, key=lambda row: len(row.slots)),
    )
