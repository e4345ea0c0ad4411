"""The inspector of a person: names per script, offices, biography, how to reach them."""

from datetime import tzinfo
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from desktop.domain.event import Event
from desktop.domain.person import Gender, Person
from desktop.language import tags
from desktop.language.terms import term
from desktop.ui import actions
from desktop.ui.countries import country_choices
from desktop.ui.detail import Detail
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import row, rule
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.names_field import NamesField
from desktop.ui.organisation_field import OrganisationField
from desktop.ui.page import Page
from desktop.ui.picture_field import Content, PictureField
from desktop.ui.plain_text import PlainText
from desktop.ui.speakers.accreditations_box import AccreditationsBox
from desktop.ui.speakers.columns import Row
from desktop.ui.speakers.consents_box import ConsentsBox
from desktop.ui.speakers.contact_box import ContactBox
from desktop.ui.speakers.engagements_box import EngagementsBox
from desktop.ui.speakers.offices_box import OfficesBox
from desktop.ui.speakers.privacy_dialog import PrivacyDialog
from desktop.ui.wording import own_name, person_name

WIDTH = 464


class PersonDetail(Detail[Person]):
    """Edits somebody in the directory."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__(kit, page, width=WIDTH)
        text = kit.text
        self._title = kit.heading("")
        self.names = NamesField(kit)
        self._gender: ChoiceField[Gender] = ChoiceField(
            text("Gender"), [(gender, term(gender, kit.language)) for gender in Gender]
        )
        self._country: ChoiceField[str] = ChoiceField(text("Country"), country_choices(kit))
        self.photo = PictureField(kit, page, text("Photograph"), portrait=True)
        self.organisation = OrganisationField(kit, page)
        self.offices = OfficesBox(kit)
        self.accreditations = AccreditationsBox(kit)
        self.contact = ContactBox(kit)
        self.consents = ConsentsBox(kit)
        self.notes = PlainText(text("Notes"), 3)
        self.engagements = EngagementsBox(kit, page, WIDTH)
        self.texts = LocalizedFields(
            kit,
            (
                Part("honorific", text("Honorific"), 1),
                Part("pronunciation", text("Pronunciation"), 1),
                Part("biography", text("Biography"), 9),
            ),
        )
        self._languages_line = row(gap=6)
        self._chips = {tag: kit.chip(own_name(tag)) for tag in tags.LANGUAGES}
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.names.edited.connect(partial(self.change_one, "names"))
        self._gender.edited.connect(lambda: self.change(gender=self._gender.value))
        self._country.edited.connect(lambda: self.change(country=self._country.value))
        self.photo.chosen.connect(self._take_photo)
        self.photo.removed.connect(lambda: self.change(photo_id=None))
        self.organisation.edited.connect(partial(self.change_one, "organisation_id"))
        self.offices.edited.connect(partial(self.change_one, "offices"))
        self.accreditations.edited.connect(partial(self.change_one, "accreditations"))
        self.contact.edited.connect(partial(self.change_one, "contact"))
        self.consents.edited.connect(partial(self.change_one, "consents"))
        self.notes.edited.connect(lambda: self.change(notes=self.notes.text()))
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
        accredit = kit.button(text("Add accreditation"), "link", "plus")
        accredit.clicked.connect(self.accreditations.add)
        about = row(
            (kit.field(text("Gender"), self._gender), 1),
            (kit.field(text("Country"), self._country), 1),
            gap=12,
        )
        self._stored = [
            kit.section(text("Photograph")),
            self.photo,
            rule(),
            kit.section(text("Takes part in")),
            self.engagements,
        ]
        self.build(
            ((self._title, 1), kept, delete, close),
            self.names,
            rule(),
            self.texts,
            rule(),
            kit.section(text("Offices"), add),
            self.offices,
            kit.section(text("Accreditations"), accredit),
            self.accreditations,
            kit.section(text("Organisation")),
            self.organisation,
            rule(),
            about,
            kit.section(text("Languages")),
            self._languages_line,
            *self._stored[:2],
            rule(),
            kit.section(text("Contact")),
            self.contact,
            rule(),
            kit.section(text("Consents")),
            self.consents,
            rule(),
            kit.section(text("Notes")),
            self.notes,
            *self._stored[2:],
        )

    # the value --------------------------------------------------------------------------------

    def show_row(self, one: Row | None) -> None:
        """Show somebody."""
        self.show_value(one.person if one else None)

    def fill(self, value: Person) -> None:
        kit, event = self.kit, self.page.desk.current
        languages = event.languages if event else (kit.language,)
        self._title.setText(person_name(kit, value) or kit.text("New person"))
        self.names.show_names(value.names, languages)
        self._gender.show_value(value.gender)
        self._country.show_value(value.country)
        for widget in self._stored:
            widget.setVisible(bool(value.id))
        self.photo.show_picture(value.photo_id)
        self.organisation.show_organisation(value.organisation_id)
        self.offices.show_offices(value.offices, languages)
        self.accreditations.show_accreditations(value.accreditations, *self._clock(event))
        self.contact.show_contact(value.contact)
        self.consents.show_consents(value.consents)
        self.notes.show_text(value.notes)
        texts = {
            "honorific": value.honorific,
            "pronunciation": value.pronunciation,
            "biography": value.biography,
        }
        self.texts.show_texts(texts, languages)
        for tag, chip in self._chips.items():
            chip.setChecked(tag in value.languages)
        if value.id:
            self.engagements.show_person(value.id)

    def _clock(self, event: Event | None) -> tuple[tzinfo, str]:
        """The time zone of the event, and what it is called."""
        name = event.time_zone if event else "UTC"
        return ZoneInfo(name), name

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

    def _take_photo(self, content: Content) -> None:
        actions.set_photo(self.page, self.number, content)

    def _languages_edited(self) -> None:
        if self.value is not None:
            others = [tag for tag in self.value.languages if tag not in self._chips]
            chosen = [tag for tag, chip in self._chips.items() if chip.isChecked()]
            self.change(languages=(*chosen, *others))
