"""Organisations as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.organisation import Organisation
from desktop.language.collation import sort_key
from desktop.language.folding import fold
from desktop.language.terms import term
from desktop.language.tongues import territory_name
from desktop.services import people
from desktop.services.workspace import Workspace
from desktop.ui.kit import Kit
from desktop.ui.table import Cell, Column


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation, how many people belong to it, and what finds it."""

    organisation: Organisation
    people: int
    words: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All organisations in the window language's order."""

    rows: Sequence[Row]
    by_id: Mapping[int, Row]


def read(workspace: Workspace, language: str) -> Snapshot:
    """Read the organisations."""
    members: dict[int, int] = {}
    for person in people.people(workspace):
        if person.organisation_id is not None:
            members[person.organisation_id] = members.get(person.organisation_id, 0) + 1
    key = sort_key(language)

    def order(one: Organisation) -> bytes:
        found = one.name.find(language)
        return key(found.text if found else "")

    rows = tuple(
        Row(one, members.get(one.id, 0), _words(one))
        for one in sorted(people.organisations(workspace), key=order)
    )
    return Snapshot(rows, {row.organisation.id: row for row in rows})


def _words(one: Organisation) -> str:
    texts = (words for text in (one.name, one.short_name, one.city) for _, words in text)
    return fold(" ".join(texts))


def columns(kit: Kit, languages: tuple[str, ...]) -> tuple[Column[Row], ...]:
    """Name, kind, where, people."""

    def name(row: Row) -> Cell:
        one = row.organisation
        words = kit.local(one.name, languages) or kit.text("No name")
        return Cell(words, kit.local(one.short_name, languages), bold=True)

    def kind(row: Row) -> Cell:
        return Cell(term(row.organisation.kind, kit.language))

    def where(row: Row) -> Cell:
        one = row.organisation
        country = territory_name(one.country, kit.language) if one.country else ""
        return Cell(kit.local(one.city, languages) or country, country if one.city else "")

    def members(row: Row) -> Cell:
        return Cell(str(row.people) if row.people else "", tone="muted")

    return (
        Column(kit.text("Name"), name),
        Column(kit.text("Kind"), kind, 172),
        Column(kit.text("Place"), where, 152),
        Column(kit.text("People"), members, 96, key=lambda row: row.people),
    )
