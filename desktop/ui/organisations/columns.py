"""Organisations as a list."""

from desktop.language.terms import term
from desktop.language.tongues import territory_name
from desktop.services.lists import House
from desktop.ui.kit import Kit
from desktop.ui.table import Cell, Column

Row = House


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
        Column(kit.text("Name"), name, name="name"),
        Column(kit.text("Kind"), kind, 172, name="kind"),
        Column(kit.text("Place"), where, 152, name="place"),
        Column(kit.text("People"), members, 96, name="people"),
    )
