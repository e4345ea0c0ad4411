"""The inspector of an invitation: who, in which category, what they answered."""

from typing import Any

from desktop.domain.attendee import CATEGORIES, Attendee, Reply
from desktop.language.terms import category, term
from desktop.ui import actions
from desktop.ui.attendees.columns import Row, organisation_name
from desktop.ui.detail import Detail
from desktop.ui.directory_picker import PersonPicker
from desktop.ui.fields import ChoiceField, NumberField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import row, rule
from desktop.ui.page import Page
from desktop.ui.plain_text import PlainText
from desktop.ui.wording import office_line, person_name

WIDTH = 360
LARGEST_PARTY = 99


class AttendeeDetail(Detail[Attendee]):
    """Edits one invitation; the person is edited in the directory."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__(kit, page, width=WIDTH)
        self._row: Row | None = None
        text = kit.text
        self._name = kit.label("", 15, 600, wrap=True)
        self._office = kit.note("", px=13)
        self._category: ChoiceField[str] = ChoiceField(text("Category"))
        self._reply: ChoiceField[Reply] = ChoiceField(
            text("Reply"), [(reply, term(reply, kit.language)) for reply in Reply]
        )
        self._party = NumberField(text("Companions"), 0, LARGEST_PARTY)
        self._seat = TextField(text("Seat"))
        self._needs = PlainText(text("Needs"), 2)
        self._notes = PlainText(text("Notes"), 4)
        self._deputy = kit.button("", "", "user")
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self._category.edited.connect(lambda: self.change(category=self._category.value))
        self._reply.edited.connect(lambda: self.change(reply=self._reply.value))
        self._party.edited.connect(lambda: self.change(party=self._party.value()))
        self._seat.edited.connect(lambda: self.change(seat=self._seat.text().strip()))
        self._needs.edited.connect(lambda: self.change(needs=self._needs.text()))
        self._notes.edited.connect(lambda: self.change(notes=self._notes.text()))
        self._deputy.clicked.connect(self._choose_deputy)

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        person = kit.button(text("Open in the directory"), "link", "user")
        person.clicked.connect(self._open_person)
        delete = kit.tool("trash", text("Take off the list"), "Del")
        delete.clicked.connect(self.delete)
        close = kit.tool("x", text("Close"), "Esc")
        close.clicked.connect(self.closed)
        self.build(
            ((kit.heading(text("Invitation")), 1), delete, close),
            self._name,
            self._office,
            row(person, None),
            rule(),
            kit.field(text("Category"), self._category),
            kit.field(text("Reply"), self._reply),
            kit.field(text("Comes instead"), self._deputy),
            row(
                (kit.field(text("Companions"), self._party), 1),
                (kit.field(text("Seat"), self._seat), 1),
                gap=12,
            ),
            rule(),
            kit.field(text("Needs"), self._needs),
            kit.field(text("Notes"), self._notes),
        )

    # the value --------------------------------------------------------------------------------

    def show_row(self, one: Row | None) -> None:
        """Show an invitation with its person."""
        self._row = one
        self.show_value(one.attendee if one else None)

    def fill(self, value: Attendee) -> None:
        one, kit = self._row, self.kit
        assert one is not None
        event = self.page.desk.current
        languages = event.languages if event else ()
        self._name.setText(person_name(kit, one.person))
        lines = (office_line(kit, one.person, languages), organisation_name(kit, one, languages))
        self._office.setText("\n".join(dict.fromkeys(line for line in lines if line)))
        names = dict.fromkeys((*CATEGORIES, value.category))
        self._category.offer([(name, category(name, kit.language)) for name in names])
        self._category.show_value(value.category)
        self._reply.show_value(value.reply)
        self._party.show_number(value.party)
        self._seat.show_text(value.seat)
        self._needs.show_text(value.needs)
        self._notes.show_text(value.notes)
        self._show_deputy(value)

    def _show_deputy(self, value: Attendee) -> None:
        text = self.kit.text
        nobody = text("Choose somebody…") if value.representative_id is None else "…"
        self._name_deputy(nobody)
        if value.representative_id is not None:
            from desktop.services import people

            number = value.representative_id
            self.page.desk.read(
                self,
                lambda ws: people.person(ws, number),
                lambda person: self._name_deputy(person_name(self.kit, person)),
            )

    def _name_deputy(self, name: str) -> None:
        self._deputy.setText("\u00a0" + name)
        self._deputy.setAccessibleName(self.kit.text("Comes instead: {person}", person=name))

    def is_ready(self, value: Attendee) -> bool:
        return value.person_id > 0

    def store(self, value: Attendee) -> None:
        actions.save_attendee(self.page, value, lambda change: self.created_as(change, Attendee))

    def edit(self, number: int, fields: dict[str, Any]) -> None:
        actions.edit_attendee(self.page, number, fields)

    def remove(self, number: int) -> None:
        actions.delete_attendee(self.page, number)

    def begin(self) -> None:
        self._reply.setFocus()

    # deeds ------------------------------------------------------------------------------------

    def _open_person(self) -> None:
        if self.value is not None:
            self.page.wanted.emit("speakers", self.value.person_id)

    def _choose_deputy(self) -> None:
        picker = PersonPicker(
            self.kit,
            self.page.desk,
            self.kit.text("Who comes instead? Type a name"),
            self.page.window(),
            self._take_deputy,
        )
        picker.open()

    def _take_deputy(self, number: int) -> None:
        self.change(representative_id=number, reply=Reply.REPRESENTATIVE)
