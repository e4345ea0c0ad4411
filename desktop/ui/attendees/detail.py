"""The inspector of an invitation: who, in which category, what they answered."""

from collections.abc import Callable
from typing import Any

from desktop.domain import correspondence
from desktop.domain.attendee import CATEGORIES, Attendee, Reply
from desktop.domain.errors import EstradoError
from desktop.domain.message import Purpose
from desktop.language.terms import category
from desktop.services import invitations
from desktop.services.invitations import Standing
from desktop.ui import actions
from desktop.ui.attendees.columns import Row, organisation_name
from desktop.ui.attendees.companions_box import CompanionsBox
from desktop.ui.attendees.letters_box import LettersBox
from desktop.ui.attendees.passages_box import PassagesBox
from desktop.ui.attendees.reply_box import ReplyBox
from desktop.ui.detail import Detail
from desktop.ui.directory_picker import PersonPicker
from desktop.ui.fields import NumberField, TextField, WordField
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
        self._category = WordField(text("Category"))
        self.reply = ReplyBox(kit)
        self.companions = CompanionsBox(kit)
        self.letters = LettersBox(kit)
        self.passages = PassagesBox(kit)
        self._party = NumberField(text("Companions"), 0, LARGEST_PARTY)
        self._seat = TextField(text("Seat"))
        self._tags = TextField(text("Tags"), text("words, parted by commas"))
        self._needs = PlainText(text("Needs"), 2)
        self._needs_field = kit.field(text("Dietary and access needs"), self._needs)
        self._notes = PlainText(text("Notes"), 4)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self._category.edited.connect(lambda: self.change(category=self._category.value))
        self.reply.replied.connect(self._take_reply)
        self.reply.deputy_wanted.connect(self._choose_deputy)
        self.companions.opened.connect(self._open_companion)
        self.companions.add_wanted.connect(self._add_companion)
        self.letters.resolved.connect(self._resolve)
        self._party.edited.connect(lambda: self.change(party=self._party.value()))
        self._seat.edited.connect(lambda: self.change(seat=self._seat.text().strip()))
        self._tags.edited.connect(lambda: self.change(tags=_tags(self._tags.text())))
        self._needs.edited.connect(lambda: self.change(needs=self._needs.text()))
        self._notes.edited.connect(lambda: self.change(notes=self._notes.text()))

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        person = kit.button(text("Open in the directory"), "link", "user")
        person.clicked.connect(self._open_person)
        delete = kit.tool("trash", text("Take off the list"), "Del")
        delete.clicked.connect(self.delete)
        close = kit.tool("x", text("Close"), "Esc")
        close.clicked.connect(self.closed)
        write = kit.button(text("Write…"), "link", "mail")
        write.clicked.connect(self._write)
        self.build(
            ((kit.heading(text("Invitation")), 1), delete, close),
            self._name,
            self._office,
            row(person, None),
            rule(),
            self.reply,
            rule(),
            kit.field(text("Category"), self._category),
            row(
                (kit.field(text("Unnamed companions"), self._party), 1),
                (kit.field(text("Seat"), self._seat), 1),
                gap=12,
            ),
            self.companions,
            kit.section(text("Letters"), write),
            self.letters,
            self.passages,
            rule(),
            kit.field(text("Tags"), self._tags),
            self._needs_field,
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
        self._party.show_number(value.party)
        self._seat.show_text(value.seat)
        self._tags.show_text(", ".join(value.tags))
        self._needs.show_text(value.needs)
        self._needs_field.setVisible(bool(value.needs or (event and event.keeps_needs)))
        self._notes.show_text(value.notes)
        if event is not None:
            self.reply.show_guest(value, event)
            self.letters.show_guest(value, event)
            self.passages.show_guest(value, event)
        number = value.id
        self.page.desk.read(
            self, lambda ws: invitations.standing(ws, number), self._show_standing, _unseen
        )

    def _show_standing(self, found: Standing) -> None:
        self.reply.show_standing(found)
        self.companions.show_standing(found)

    def is_ready(self, value: Attendee) -> bool:
        return value.person_id > 0

    def store(self, value: Attendee) -> None:
        actions.save_attendee(self.page, value, lambda change: self.created_as(change, Attendee))

    def edit(self, number: int, fields: dict[str, Any]) -> None:
        actions.edit_attendee(self.page, number, fields)

    def remove(self, number: int) -> None:
        actions.delete_attendee(self.page, number)

    def begin(self) -> None:
        self.reply.begin()

    # deeds ------------------------------------------------------------------------------------

    def _open_person(self) -> None:
        if self.value is not None:
            self.page.wanted.emit("speakers", self.value.person_id)

    def _take_reply(self, reply: Reply, correct: bool) -> None:
        value = self.value
        if value is None:
            return
        if reply is Reply.REPRESENTATIVE and value.representative_id is None:
            self._choose_deputy()
        else:
            actions.set_replies(self.page, [value.id], reply, correct=correct)

    def _choose_deputy(self) -> None:
        self._pick(self.kit.text("Who comes instead? Type a name"), self._take_deputy)

    def _take_deputy(self, person_id: int) -> None:
        actions.set_replies(
            self.page,
            [self.number],
            Reply.REPRESENTATIVE,
            representative_id=person_id,
            correct=True,
        )

    def _add_companion(self) -> None:
        self._pick(self.kit.text("Who comes along? Type a name"), self._take_companion)

    def _take_companion(self, person_id: int) -> None:
        actions.invite_companion(self.page, self.number, person_id)

    def _open_companion(self, number: int) -> None:
        self.created.emit(number)

    def _resolve(self, purpose: Purpose, arrived: bool) -> None:
        actions.resolve_letter(self.page, self.number, purpose, arrived=arrived)

    def _write(self) -> None:
        from desktop.ui.letters.write_dialog import write_to

        if (guest := self.value) is not None:
            due = (one for one in Purpose if correspondence.is_for(one, guest))
            write_to(self.page, [guest.id], next(due, Purpose.INVITATION))

    def _pick(self, name: str, then: Callable[[int], None]) -> None:
        PersonPicker(self.kit, self.page.desk, name, self.page.window(), then).open()


def _unseen(_error: EstradoError) -> None:
    """Somebody whose invitation was deleted meanwhile has nothing to do with others any more."""


def _tags(written: str) -> tuple[str, ...]:
    words = (word.strip() for word in written.replace("،", ",").replace(";", ",").split(","))
    return tuple(dict.fromkeys(filter(None, words)))
