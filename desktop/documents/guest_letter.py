"""Letters to guests: for a window envelope (DIN 5008), with a courtesy translation."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from desktop.documents import inviting, qr
from desktop.documents.guests import Guest
from desktop.documents.letter_text import LetterText
from desktop.documents.letterhead import letterhead
from desktop.documents.logos import organisers
from desktop.documents.mail import Line, addressed, home, line_of, set_in
from desktop.documents.masthead import eyebrow
from desktop.documents.pen import Pen, each
from desktop.documents.request import Request
from desktop.documents.tokens import FURNITURE, GREY, HAIRLINE, INK, NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, Page, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.domain import ticket
from desktop.domain.message import Purpose
from desktop.language.postal import address_lines

ADDRESS = Style("serif", 400, size=10, leading=13, colour=INK)
SUBJECT = Style("serif", 600, size=11.4, leading=14, colour=NAVY)
BODY = Style("serif", 400, size=10, leading=14, colour=INK)
COURTESY = Style("sans", 400, italic=True, size=8.2, leading=11.2, colour=GREY)
FACT = Style("sans", 400, size=8, leading=10.4, colour=GREY)
SIGNATURE = Style("serif", 600, size=10, leading=13, colour=INK)
OFFICE = Style("sans", 400, size=8.4, leading=11.5, colour=GREY)

LEFT, RIGHT, TOP = mm(25), mm(20), mm(14)
WINDOW, WINDOW_WIDE, WINDOW_HIGH = mm(56), mm(82), mm(33)
WINDOW_TOP, WINDOW_SIZES = mm(52.4), (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
SUBJECT_AT, BODY_AT = mm(93), mm(107.5)
HIGHEST_LOGO = 26.0
"""Millimetres of logos over which the address would not be found in its window."""
ORIGINAL, TRANSLATION = mm(98), mm(55)
ALONE = mm(140)
FOLDS = ((mm(105), mm(4)), (mm(148.5), mm(3)), (mm(210), mm(4)))
SYMBOL, FOOT = mm(17), mm(8.5)
RUNNING = 90
"""Letters from which on a paragraph is running text, which may be hyphenated."""


class GuestLetter:
    """Sets and draws letters; the first language is the original, the second is for courtesy."""

    def __init__(self, wordings: list[Wording], request: Request) -> None:
        self.wordings, self.request = wordings, request
        self.first = wordings[0]
        width, self.height = request.size
        self.columns = Columns(LEFT, width - RIGHT, 0, 0, (1.0,), rtl=self.first.rtl)
        self.texts = [LetterText(wording, request) for wording in wordings]
        logos = min(request.style.report_logos, HIGHEST_LOGO)
        style = replace(request.style, report_logos=logos)
        self.head = letterhead(wordings[:2], self.columns, style)

    def draw(self, document: Document, page: Page, guest: Guest) -> None:
        """A letter."""
        pen = Pen(document, page, self.columns.left, self.columns.right, self.first.rtl)
        top = TOP
        for part in self.head:
            part.draw(document, page, top)
            top += part.height
        with document.artifact():
            for y, long in FOLDS:
                page.rule(mm(5), y, mm(5) + long, y, GREY, 0.3)
        self._address(document, page, guest)
        self._date(pen)
        y = max(self._subject(pen, guest), BODY_AT)
        y = self._body(pen, guest, y)
        self._signatures(pen, y + mm(14))
        if self.texts[0].purpose is not Purpose.THANKS:
            self._ticket(pen, guest)
        self._foot(pen)

    def _address(self, document: Document, page: Page, guest: Guest) -> None:
        """In the window, which is at the left in every language."""
        say = partial(addressed, style=ADDRESS)
        box = WINDOW_WIDE, WINDOW_HIGH
        text = set_in(say, self.wordings[:1], guest.person, box, WINDOW_SIZES)
        text.draw(Pen(document, page, LEFT, LEFT + WINDOW_WIDE, self.first.rtl), WINDOW_TOP)

    def _date(self, pen: Pen) -> None:
        """Place and day, level with the address; beside it, where the translation stands too."""
        said = each(
            self.wordings,
            lambda wording: inviting.dated(wording, self.request),
            FACT.but(colour=INK),
            FACT,
        )
        y = WINDOW
        for _, text in said:
            block = text.set(TRANSLATION)
            with pen.document.tag("P", language=block.language):
                align = "start" if block.rtl == pen.rtl else "end"
                y = pen.page.block(pen.right - TRANSLATION, y, block, align=align, hang=0)

    def _subject(self, pen: Pen, guest: Guest) -> float:
        """What it is about; where the text may begin."""
        text = self.texts[0].subject(guest)
        paragraph = self.first.paragraph(text, SUBJECT, "title")
        if paragraph is None:
            return SUBJECT_AT
        sizes = (11.4, 11.0, 10.5)
        block = fit([paragraph], pen.width, sizes, lines=2, leading=1.3).blocks[0]
        return pen.block(0, SUBJECT_AT, block, role="H1") + mm(2)

    def _body(self, pen: Pen, guest: Guest, y: float) -> float:
        """Original and translation, paragraph beside paragraph; the baseline under them."""
        courtesy = self.texts[1:2]
        aside = pen.width - TRANSLATION
        start = y
        for text in courtesy:
            wording = text.wording
            mark = wording.paragraph(
                wording.words.text("Courtesy translation").upper(), eyebrow(wording), "plain"
            )
            if mark is not None:
                far = wording.rtl != pen.rtl
                pen.text(
                    pen.width if far else aside, y - 15, mark, align="end" if far else "start"
                )
        originals = self._paragraphs(self.texts[0], guest, BODY, ORIGINAL if courtesy else ALONE)
        others = [
            block
            for text in courtesy
            for block in self._paragraphs(text, guest, COURTESY, TRANSLATION)
        ]
        for original, other in zip_longest(originals, others):
            pen.block(0, y, original)
            if other is not None:
                pen.block(aside, y, other, align="start" if other.rtl == pen.rtl else "end")
            tall = max(block.height for block in (original, other) if block is not None)
            y += -(-tall // BODY.leading) * BODY.leading + BODY.leading / 2
        if courtesy:
            with pen.document.artifact():
                x = pen.x(aside - mm(6))
                pen.page.rule(x, start - 9, x, y - 15, HAIRLINE)
        return y

    def _paragraphs(
        self, text: LetterText, guest: Guest, style: Style, width: float
    ) -> list[Block]:
        wording = text.wording
        style = style.but(leading=style.leading * (1.15 if wording.rtl else 1.0))
        found = (
            wording.paragraph(words, style, "body" if len(words) > RUNNING else "title")
            for words in text.paragraphs(guest)
        )
        return [paragraph.set(width) for paragraph in found if paragraph is not None]

    def _signatures(self, pen: Pen, y: float) -> None:
        """Whoever signs for the event, side by side; nobody calls themselves an excellency."""
        signing = self.first.dossier.event.signatories[:2]
        wide = mm(78)
        for place, one in enumerate(signing):
            person = self.first.dossier.people.get(one.person_id)
            if person is None:
                continue
            offset, below = place * (wide + mm(8)), y + mm(10)
            name = self.first.name_paragraph(person, SIGNATURE, honorific=False)
            below = pen.block(
                offset, below, fit([name], wide, [SIGNATURE.size], leading=1.3).blocks[0]
            )
            offices = self.first.offices(person, OFFICE)
            spans = offices[one.office] if one.office < len(offices) else []
            office = self.first.paragraph(spans, OFFICE, "title")
            pen.block(offset, below, office and office.set(wide))

    def _ticket(self, pen: Pen, guest: Guest) -> None:
        """The code that opens the door, at the foot."""
        code = guest.attendee.ticket
        if not code:
            return
        short = ticket.short(code)
        top = self.height - mm(20) - SYMBOL
        with pen.document.tag("Figure", alt=self.first.words.text("Ticket {code}", code=short)):
            qr.draw(pen.page, pen.x(pen.width - SYMBOL, SYMBOL), top, SYMBOL, code)
        text = Paragraph(short, FACT.but(features=("tnum",)), setting="plain", rtl=False)
        pen.text(pen.width - SYMBOL - mm(4), top + SYMBOL, text, align="end")

    def _foot(self, pen: Pen) -> None:
        """Where the organisers are to be found; letter paper that is printed says it by itself."""
        found = [] if self.request.style.letterhead == "none" else list(self._senders())
        y = self.height - FOOT - FURNITURE.leading * (len(found) - 1)
        with pen.document.artifact():
            if found:
                pen.page.rule(pen.left, y - mm(4), pen.right, y - mm(4), HAIRLINE)
            for text in found:
                pen.text(0, y, text, align="start" if text.rtl == pen.rtl else "end")
                y += FURNITURE.leading

    def _senders(self) -> Iterator[Paragraph]:
        """A line for each of the first two organisers of whom an address is known."""
        first = self.first
        for house in organisers(first.dossier)[:2]:
            if house.address:
                here = home(first.dossier)
                lines = address_lines(house.address, (), sent_from=here, language=first.language)
                said = first.plain(house.name), *lines, house.website
                yield line_of(Line(DOT.join(filter(None, said))), first, FURNITURE)
