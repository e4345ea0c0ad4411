"""The inspector of an organisation."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.organisation import Organisation, OrganisationKind
from desktop.language.terms import term
from desktop.services import organisers
from desktop.services.organisers import Uses
from desktop.ui import actions
from desktop.ui.address_field import AddressField
from desktop.ui.countries import country_choices
from desktop.ui.detail import Detail
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.inspector import WIDTH
from desktop.ui.kit import Kit
from desktop.ui.layout import row, rule
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.page import Page
from desktop.ui.picture_field import Content, PictureField
from desktop.ui.wording import person_name

MOST = 12
"""People that are named; the others are counted."""


class OrganisationDetail(Detail[Organisation]):
    """Edits one organisation."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__(kit, page)
        text = kit.text
        self._title = kit.elided("", 14, 600)
        self.texts = LocalizedFields(
            kit,
            (
                Part("name", text("Name"), 2, bold=True),
                Part("short_name", text("Short name"), 1),
                Part("city", text("City"), 1),
            ),
        )
        self._kind: ChoiceField[OrganisationKind] = ChoiceField(
            text("Kind"), [(kind, term(kind, kit.language)) for kind in OrganisationKind]
        )
        self._country: ChoiceField[str] = ChoiceField(text("Country"), country_choices(kit))
        self._website = TextField(text("Website"))
        self.address = AddressField(kit)
        self.logo = PictureField(kit, page, text("Logo"))
        self._used_head = kit.section(text("Used in"))
        self._used = QVBoxLayout()
        self._used.setSpacing(0)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.texts.edited.connect(self._text_edited)
        self._kind.edited.connect(lambda: self.change(kind=self._kind.value))
        self._country.edited.connect(lambda: self.change(country=self._country.value))
        self._website.edited.connect(lambda: self.change(website=self._website.text().strip()))
        self.address.edited.connect(partial(self.change_one, "address"))
        self.logo.chosen.connect(self._take_logo)
        self.logo.removed.connect(lambda: self.change(logo_id=None))

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        delete = kit.tool("trash", text("Delete this organisation"), "Del")
        delete.clicked.connect(self.delete)
        close = kit.tool("x", text("Close"), "Esc")
        close.clicked.connect(self.closed)
        self.build(
            ((self._title, 1), delete, close),
            self.texts,
            rule(),
            row(
                (kit.field(text("Kind"), self._kind), 1),
                (kit.field(text("Country"), self._country), 1),
                gap=12,
            ),
            kit.field(text("Website"), self._website),
            rule(),
            kit.section(text("Postal address")),
            self.address,
            rule(),
            kit.section(text("Logo")),
            self.logo,
            rule(),
            self._used_head,
            self._used,
        )

    def fill(self, value: Organisation) -> None:
        kit, event = self.kit, self.page.desk.current
        languages = event.languages if event else (kit.language,)
        self._title.say(kit.local(value.name, languages) or kit.text("New organisation"))
        texts = {"name": value.name, "short_name": value.short_name, "city": value.city}
        self.texts.show_texts(texts, languages)
        self._kind.show_value(value.kind)
        self._country.show_value(value.country)
        self._website.show_text(value.website)
        self.address.show_address(value.address)
        self.logo.setVisible(bool(value.id))
        self.logo.show_picture(value.logo_id)
        self._used_head.setVisible(bool(value.id))
        if value.id:
            number = value.id
            self.page.desk.read(self, lambda ws: organisers.uses(ws, number), self._show_uses)

    def _show_uses(self, uses: Uses) -> None:
        """List the events and people that name it; each leads to its page."""
        while (item := self._used.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        kit = self.kit
        named = [
            *(("events", e.id, kit.local(e.title, e.languages) or e.slug) for e in uses.events),
            *(("speakers", p.id, person_name(kit, p)) for p in uses.people[:MOST]),
        ]
        icons = {"events": "calendar-event", "speakers": "user"}
        for page, number, name in named:
            short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDTH - 96)
            button = kit.button(short, "link", icons[page], tip=name)
            button.setAccessibleName(name)
            button.clicked.connect(partial(self._lead, page, number))
            self._used.addWidget(button)
        if not named:
            self._used.addWidget(kit.note(kit.text("No event and nobody names it.")))
        if len(uses.people) > MOST:
            more = kit.plural("and {n} more", "and {n} more", len(uses.people) - MOST)
            self._used.addWidget(kit.note(more))

    def _lead(self, page: str, number: int, _on: bool = False) -> None:
        self.page.wanted.emit(page, number)

    def is_ready(self, value: Organisation) -> bool:
        return bool(value.name)

    def store(self, value: Organisation) -> None:
        actions.save_organisation(
            self.page, value, lambda change: self.created_as(change, Organisation)
        )

    def edit(self, number: int, fields: dict[str, Any]) -> None:
        actions.edit_organisation(self.page, number, fields)

    def remove(self, number: int) -> None:
        actions.delete_organisation(self.page, number)

    def begin(self) -> None:
        self.texts.setFocus()

    def _take_logo(self, content: Content) -> None:
        actions.set_logo(self.page, self.number, content)

    def _text_edited(self, key: str) -> None:
        self.change(**{key: self.texts.texts[key]})
