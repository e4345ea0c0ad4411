"""Writing to guests: which letter, to whom, its text beside what a guest will read."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QTextEdit, QWidget

from desktop.domain.errors import BadInput, EstradoError
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.message import Letter, Purpose
from desktop.language import figures, tags
from desktop.language.terms import term
from desktop.services import letters, mail_plan
from desktop.services.letters import Writer
from desktop.services.mail_plan import Order, Plan
from desktop.services.workspace import Workspace
from desktop.ui.day_field import DayField
from desktop.ui.dialog import Dialog
from desktop.ui.fields import ChoiceField
from desktop.ui.layout import Item, col, row
from desktop.ui.letters.field_line import FieldLine
from desktop.ui.letters.preview_pane import PreviewPane
from desktop.ui.letters.ways_bar import WaysBar
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.page import Page
from desktop.ui.wording import own_name, person_name

PAUSE = 200
"""Milliseconds after the last key until the preview follows."""
NAMED = 4
"""The most guests that are named in a line."""

Languages = tuple[str, ...]

_ALL_DUE, _DUE, _CHOSEN = "all due", "due", "chosen"
"""To whom a letter goes: to all of the event, or of those who were selected."""


def write_to(page: Page, ids: Collection[int], purpose: Purpose = Purpose.INVITATION) -> None:
    """Open the dialog for some guests; for those to whom a letter is due where none is named."""
    if page.desk.current is not None:
        WriteDialog(page, page.desk.current, ids, purpose).open()


class WriteDialog(Dialog):
    """The letter on the left, a guest's on the right, the ways that it can go below."""

    def __init__(
        self,
        page: Page,
        event: Event,
        ids: Collection[int],
        purpose: Purpose = Purpose.INVITATION,
    ) -> None:
        super().__init__(page.window())
        self.page, self.desk, self.occasion = page, page.desk, event
        self.kit = kit = page.kit
        self._ids = tuple(ids)
        self.plan: Plan | None = None
        self._place: QTextEdit | None = None
        text = kit.text
        self.setWindowTitle(text("Write to guests"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 700)
        self.purpose: ChoiceField[Purpose] = ChoiceField(
            text("Letter"), [(one, term(one, kit.language)) for one in Purpose]
        )
        self.purpose.show_value(purpose)
        self.whom: ChoiceField[str] = ChoiceField(text("To whom"), self._audiences())
        self.whom.setCurrentIndex(0)
        self.languages: ChoiceField[Languages] = ChoiceField(
            text("Languages"), self._language_choices()
        )
        self.languages.show_value(())
        self.until = DayField(kit, text("Reply by"))
        self.again = QCheckBox(text("Also to those who had this letter before"))
        self.who = kit.note("", px=13, tone="text")
        self.fields = FieldLine(kit)
        self.fields.chosen.connect(self._insert)
        parts = (Part("subject", text("Subject")), Part("body", text("Text"), 11))
        self.texts = LocalizedFields(kit, parts)
        self.preview = PreviewPane(kit)
        self.preview.moved.connect(self._show_letter)
        self.ways = WaysBar(kit, self)
        self.ways.done.connect(self.read)
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._show_letter)
        self._wire()
        self._lay_out()
        self._show_texts()
        self.read()

    def _wire(self) -> None:
        self.purpose.edited.connect(self._purpose_chosen)
        for field in (self.whom, self.languages):
            field.edited.connect(self.read)
        self.again.clicked.connect(self.read)
        self.until.edited.connect(self._store)
        self.texts.edited.connect(self._store)
        QApplication.instance().focusChanged.connect(self._note_place)  # pyright: ignore

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        title = kit.label(self.windowTitle(), 20, 600, tone="navy", serif=True)
        choices: list[Item] = [
            (kit.field(text("Letter"), self.purpose), 2),
            (kit.field(text("To whom"), self.whom), 3),
            (kit.field(text("Languages"), self.languages), 3),
            (kit.field(text("Reply by"), self.until), 2),
        ]
        insert = kit.label(text("Insert a field"), 12, tone="muted")
        reset = kit.button(text("The program’s own text"), "link", "arrow-back-up")
        reset.clicked.connect(self._reset)
        left = col(self.texts, None, row(insert, None, reset), self.fields, gap=8)
        body = row((left, 3), (self.preview, 2), gap=16)
        self.setLayout(
            col(
                title,
                row(*choices, gap=12),
                row((self.who, 1), self.again, gap=12),
                (body, 1),
                self.ways,
                gap=12,
                margins=(24, 20, 24, 16),
            )
        )

    def _audiences(self) -> list[tuple[str, str]]:
        """Of several who are selected, at first those only to whom the letter is due."""
        kit, count = self.kit, len(self._ids)
        every = [(_ALL_DUE, kit.text("All to whom such a letter is due"))]
        if not self._ids:
            return every
        chosen = [
            (_DUE, kit.text("Those selected to whom it is due")),
            (_CHOSEN, kit.plural("The guest selected", "The {n} guests selected", count)),
        ]
        return chosen[count == 1 :] + every

    def _language_choices(self) -> list[tuple[Languages, str]]:
        every = self.occasion.languages
        pairs = [(one, other) for one in every[:3] for other in every[:3] if one != other]
        own = self.kit.text("The guest’s own, else the event’s")
        choices = (*pairs, *((tag,) for tag in every))
        named = [(found, " · ".join(map(own_name, found))) for found in choices]
        return [((), own), *named]

    def done(self, result: int) -> None:
        """Stay open while letters are on their way: they can be stopped first."""
        if not self.ways.busy:
            super().done(result)

    # the letter -------------------------------------------------------------------------------

    @property
    def letter(self) -> Letter:
        """The letter as it stands in the fields."""
        return Letter(
            self.purpose.value or Purpose.INVITATION,
            self.texts.current("subject"),
            self.texts.current("body"),
            self.until.day,
        )

    @property
    def order(self) -> Order:
        """What is asked for."""
        return Order(
            self.occasion.id,
            self.purpose.value or Purpose.INVITATION,
            None if self.whom.value == _ALL_DUE else self._ids,
            self.languages.value or (),
            again=self.again.isChecked(),
            due=self.whom.value != _CHOSEN,
        )

    def _show_texts(self) -> None:
        found = letters.letter(self.occasion, self.purpose.value or Purpose.INVITATION)
        self._show(found)
        for field in self.texts.findChildren(QTextEdit):
            field.textChanged.connect(self._soon.start)

    def _show(self, letter: Letter) -> None:
        def within(text: Localized) -> Localized:
            return Localized.of({tag: text.within(tag) for tag in self.occasion.languages})

        texts = {"subject": within(letter.subject), "body": within(letter.body)}
        self.texts.show_texts(texts, self.occasion.languages)
        self.until.show_day(letter.reply_until)

    def _purpose_chosen(self) -> None:
        self._show(letters.letter(self.occasion, self.purpose.value or Purpose.INVITATION))
        self.read()

    def _reset(self) -> None:
        own = self.letter
        self._show(replace(letters.own_letter(own.purpose), reply_until=own.reply_until))
        self._store()
        self._show_letter()

    def _store(self, _key: str = "") -> None:
        """Keep the letter with the event; a mistake in it is told beside the preview."""
        letter, number = self.letter, self.occasion.id
        others = (one for one in self.occasion.letters if one.purpose is not letter.purpose)
        self.occasion = replace(self.occasion, letters=(*others, letter))
        self.desk.act(self, lambda ws: letters.set_letter(ws, number, letter), None, self._wrong)
        self._show_letter()

    def _wrong(self, _error: EstradoError) -> None:
        self._show_letter()

    def _note_place(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QTextEdit) and self.texts.isAncestorOf(now):
            self._place = now

    def _insert(self, field: str) -> None:
        place = self._place or next(iter(self.texts.findChildren(QTextEdit)), None)
        if place is not None:
            place.insertPlainText(field)
            place.setFocus()

    # the guests -------------------------------------------------------------------------------

    def read(self) -> None:
        """Find out anew who gets the letter."""
        order = self.order

        def work(ws: Workspace) -> Plan:
            made = mail_plan.plan(ws, order)
            with suppress(BadInput):  # told by the preview; what it costs is paid here
                list(map(made.writer.write, made.ready[:1]))
            return made

        self.desk.read(self, work, self._show_plan)

    def _show_plan(self, plan: Plan) -> None:
        self.plan = plan
        self.preview.show_guests((*plan.ready, *plan.unreachable, *plan.done, *plan.in_doubt))
        self.who.setText(self._told(plan))
        self.ways.show_plan(plan)
        self._show_letter()

    def _told(self, plan: Plan) -> str:
        kit = self.kit
        parts = [kit.plural("{n} letter", "{n} letters", len(plan.ready))]
        for guests, words in (
            (plan.unreachable, kit.text("without e-mail")),
            (plan.done, kit.text("had it before")),
            (plan.in_doubt, kit.text("in doubt")),
        ):
            if guests:
                people = [plan.writer.addressee(one) for one in guests[:NAMED]]
                names = [tags.isolate(person_name(kit, one)) for one in people]
                more = "…" if len(guests) > NAMED else ""
                count = figures.number(len(guests), kit.language)
                parts.append(f"{count} {words}: {', '.join(names)}{more}")
        return " · ".join(parts)

    def _show_letter(self) -> None:
        plan = self.plan
        writer = (
            Writer(plan.writer.dossier, self._complete, plan.writer.languages) if plan else None
        )
        self.preview.show_letter(writer)

    @property
    def _complete(self) -> Letter:
        """The letter in the fields; in other languages the program's own."""
        return letters.letter(replace(self.occasion, letters=(self.letter,)), self.letter.purpose)
