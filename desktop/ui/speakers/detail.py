"""The inspector of a person: names per script, offices, biography, how to reach them."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.person import Gender, Person
from desktop.language import tags
from desktop.language.terms import term
from desktop.ui import actions
from desktop.ui.countries import country_choices
from desktop.ui.detail import Detail
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import row, rule
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.names_field import NamesField
from desktop.ui.page import Page
from desktop.ui.picture_field import PictureField
from desktop.ui.speakers.columns import Row
from desktop.ui.speakers.offices_box import OfficesBox
from desktop.ui.speakers.privacy_dialog import PrivacyDialog
from desktop.ui.wording import own_name, person_name

WIDTH = 464


class PersonDetail(Detail[Person]):
    """Edits somebody in the directory."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__(kit, page, width=WIDTH)
        self._row: Row | None = None
        text = kit.text
        self._title = kit.heading("")
        self.names = NamesField(kit)
        self._gender: ChoiceField[Gender] = ChoiceField(
            text("Gender"), [(gender, term(gender, kit.language)) for gender in Gender]
        )
        self._country: ChoiceField[str] = ChoiceField(text("Country"), country_choices(kit))
        self._email = TextField(text("E-mail"))
        self.photo = PictureField(kit, page, text("Photograph"))
        self._phone = TextField(text("Telephone"))
        self.offices = OfficesBox(kit)
        self.texts = LocalizedFields(
            kit,
            (
                Part("honorific", text("Honorific"), 1),
                Part("biography", text("Biography"), 9),
            ),
        )
        self._languages_line = row(gap=6)
        self._chips = {tag: kit.chip(own_name(tag)) for tag in tags.LANGUAGES}
        self._slots = QVBoxLayout()
        self._slots.setSpacing(0)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.names.edited.connect(partial(self.change_one, "names"))
        self._gender.edited.connect(lambda: self.change(gender=self._gender.value))
        self._country.edited.connect(lambda: self.change(country=self._country.value))
        self._email.edited.connect(self._contact_edited)
        self.photo.edited.connect(partial(self.change_one, "photo_id"))
        self._phone.edited.connect(self._contact_edited)
        self.offices.edited.connect(partial(self.change_one, "offices"))
        self.texts.edited.connect(self._text_edited)
        for chip in self._chips.values():
            chip.setAccessibleName(self.kit.text("Speaks {language}", language=chip.text()))
            chip.clicked.connect(self._languages_edited)
            self._languages_line.addWidget(chip)
        self._languages_line.addStretch(1)

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        delete = kit.tool("trash", text("Delete this person"), "Del")
        delete.clicked.connect(self.delete)
        kept = kit.tool("database", text("Personal data"))
        kept.clicked.connect(self.show_data)
        close = kit.tool("x", text("Close"), "Esc")
        close.clicked.connect(self.closed)
        add = kit.button(text("Add office"), "link", "plus")
        add.clicked.connect(self.offices.add)
        about = row(
            (kit.field(text("Gender"), self._gender), 1),
            (kit.field(text("Country"), self._country), 1),
            gap=12,
        )
        reach = row(
            (kit.field(text("E-mail"), self._email), 1),
            (kit.field(text("Telephone"), self._phone), 1),
            gap=12,
        )
        self._slots_head = kit.section(text("Speaks in"))
        slots = QWidget()
        slots.setLayout(self._slots)
        self.build(
            ((self._title, 1), kept, delete, close),
            self.names,
            rule(),
            self.texts,
            rule(),
            kit.section(text("Offices"), add),
            self.offices,
            rule(),
            about,
            kit.section(text("Photograph")),
            self.photo,
            kit.section(text("Languages")),
            self._languages_line,
            reach,
            kit.note(text("How to reach a person is never printed unasked.")),
            rule(),
            self._slots_head,
            slots,
        )

    # the value --------------------------------------------------------------------------------

    def show_row(self, one: Row | None) -> None:
        """Show somebody with their slots."""
        self._row = one
        self.show_value(one.person if one else None)

    def fill(self, value: Person) -> None:
        kit, event = self.kit, self.page.desk.current
        languages = event.languages if event else (kit.language,)
        self._title.setText(person_name(kit, value) or kit.text("New person"))
        self.names.show_names(value.names, languages)
        self._gender.show_value(value.gender)
        self._country.show_value(value.country)
        self.photo.setVisible(bool(value.id))
        self.photo.show_picture(value.photo_id)
        self._email.show_text(value.contact.email)
        self._phone.show_text(value.contact.phone)
        self.offices.show_offices(value.offices, languages)
        texts = {"honorific": value.honorific, "biography": value.biography}
        self.texts.show_texts(texts, languages)
        for tag, chip in self._chips.items():
            chip.setChecked(tag in value.languages)
        self._show_slots(languages)

    def _show_slots(self, languages: tuple[str, ...]) -> None:
        while (item := self._slots.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        slots = self._row.slots if self._row else ()
        self._slots_head.setVisible(bool(slots))
        for slot in slots:
            title = self.kit.local(slot.title, languages)
            short = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, WIDTH - 112)
            button = self.kit.button(short, "link", "layout-board", tip=title)
            button.setAccessibleName(title)
            button.clicked.connect(partial(self._go_to_slot, slot.id))
            self._slots.addWidget(button)

    def _go_to_slot(self, number: int, _on: bool = False) -> None:
        self.page.wanted.emit("programme", number)

    def show_data(self) -> None:
        """Hand out, or erase, all that is stored on the person."""
        if self.value is not None and self.number:
            PrivacyDialog(self.page, self.value).open()

    def is_ready(self, value: Person) -> bool:
        return any(name.full for name in value.names)

    def store(self, value: Person) -> None:
        actions.save_person(self.page, value, lambda change: self.created_as(change, Person))

    def edit(self, number: int, fields: dict[str, Any]) -> None:
        actions.edit_person(self.page, number, fields)

    def remove(self, number: int) -> None:
        actions.delete_person(self.page, number)

    def begin(self) -> None:
        self.names.begin()

    # edits ------------------------------------------------------------------------------------

    def _text_edited(self, key: str) -> None:
        self.change(**{key: self.texts.texts[key]})

    def _contact_edited(self) -> None:
        if self.value is not None:
            contact = replace(
                self.value.contact, email=self._email.text(), phone=self._phone.text()
            )
            self.change(contact=contact)

    def _languages_edited(self) -> None:
        if self.value is not None:
            others = [tag for tag in self.value.languages if tag not in self._chips]
            chosen = [tag for tag, chip in self._chips.items() if chip.isChecked()]
            self.change(languages=(*chosen, *others))
