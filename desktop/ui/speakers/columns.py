"""The directory as a list."""

from desktop.language.tongues import territory_name
from desktop.services.lists import Member
from desktop.ui.kit import Kit
from desktop.ui.table import Cell, Column
from desktop.ui.wording import code, person_name

Row = Member


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

    return (
        Column(kit.text("Name"), name, name="name"),
        Column(kit.text("Office"), office, name="office"),
        Column(kit.text("Country"), country, 116, name="country"),
        Column(kit.text("Languages"), spoken, 132, name="languages"),
        Column(kit.text("Slots"), slots, 72, name="slots"),
    )
