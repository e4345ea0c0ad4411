"""Page 'Organisations'."""

from typing import ClassVar

from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.services.lists import House, Houses, Shown
from desktop.ui.desk import Desk
from desktop.ui.empty import Empty
from desktop.ui.kit import Kit
from desktop.ui.organisations.columns import columns
from desktop.ui.organisations.detail import OrganisationDetail
from desktop.ui.organisations.filters import choices
from desktop.ui.paged_page import PagedPage


class OrganisationsPage(PagedPage[House]):
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
            choices=choices(kit),
            add=text("Add organisation"),
            tall=True,
        )
        self._languages = languages
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
        self.lay_out(self.inspector, nothing, above=(self.bar,))

    def roll(self) -> Houses:
        return Houses(self.kit.language, self._languages)

    def tell(self, shown: Shown[House]) -> None:
        count = self.kit.plural("{n} organisation", "{n} organisations", shown.total)
        self.say(
            self.state(shown, count), self.kit.text("Enter  open · Ctrl+N  add · Del  delete")
        )

    def inspect(self, one: House | None) -> None:
        self.inspector.show_value(one.organisation if one else None)

    def add(self) -> None:
        """Begin an organisation."""
        self.table.clearSelection()
        self.inspector.show_value(Organisation())
        self.inspector.begin()


def make(kit: Kit, desk: Desk) -> OrganisationsPage:
    """The page."""
    return OrganisationsPage(kit, desk)
