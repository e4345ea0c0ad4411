"""Page 'Organisations'."""

from typing import ClassVar

from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.language.folding import fold
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.kit import Kit
from desktop.ui.list_page import ListPage
from desktop.ui.organisations.columns import Row, Snapshot, columns, read
from desktop.ui.organisations.detail import OrganisationDetail
from desktop.ui.table import Heading


class OrganisationsPage(ListPage[Row]):
    """Those of all events."""

    shows: ClassVar[tuple[type, ...]] = (Organisation, Person)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        text = kit.text
        languages = desk.current.languages if desk.current else ()
        super().__init__(
            kit,
            desk,
            title=text("Organisations"),
            hint=text("Filter organisations"),
            columns=columns(kit, languages),
            number=lambda one: one.organisation.id,
            add=text("Add organisation"),
            tall=True,
        )
        self.shown: Snapshot | None = None
        self.inspector = OrganisationDetail(kit, self)
        first = kit.button(text("Add the first organisation"), "primary", "plus")
        first.clicked.connect(self.add)
        nothing = Empty(
            kit,
            "building-bank",
            text("No organisations yet"),
            text("Embassies, universities, ministries: who organises, and where people belong."),
            first,
        )
        self.lay_out(self.inspector, nothing)

    def refresh(self) -> None:
        language = self.kit.language
        self.desk.read(self, lambda ws: read(ws, language), self._show)

    def _show(self, shown: Snapshot) -> None:
        self.shown = shown
        self.show_list()
        count = self.kit.plural("{n} organisation", "{n} organisations", len(shown.rows))
        self.say(count, self.kit.text("Enter  open · Ctrl+N  add · Del  delete"))

    def listed(self) -> list[Row | Heading]:
        wanted = fold(self.search.text()).split()
        rows = self.shown.rows if self.shown else ()
        return [one for one in rows if all(word in one.words for word in wanted)]

    def row_of(self, number: int) -> Row | None:
        return self.shown.by_id.get(number) if self.shown else None

    def inspect(self, one: Row | None) -> None:
        self.inspector.show_value(one.organisation if one else None)

    def is_empty(self) -> bool:
        return self.shown is None or not self.shown.rows

    def add(self) -> None:
        """Begin an organisation."""
        self.table.clearSelection()
        self.inspector.show_value(Organisation())
        self.inspector.begin()


def make(kit: Kit, desk: Desk) -> OrganisationsPage:
    """The page."""
    return OrganisationsPage(kit, desk)
