"""The formal card: 5¾ by 4½ inches, each language in a column of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents import inviting, logos, qr
from desktop.documents.addressing import formal_name
from desktop.documents.guests import Guest
from desktop.documents.nameplate import set_names
from desktop.documents.pen import Pen, each, together
from desktop.documents.request import Request
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY, OCHRE
from desktop.documents.typesetting.document import Document, Page, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Align
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.domain import ticket
from desktop.language.address import Use

CARD = (5.75 * 72, 4.5 * 72)
BODY = Style("serif", 400, size=9, leading=12, colour=INK)
VERB, TITLE = BODY.but(italic=True), BODY.but(weight=600)
NAME = Style("serif", 600, colour=NAVY)
SMALL = Style("sans", 400, size=7, leading=9.2, colour=INK)
STRONG = SMALL.but(weight=600, colour=NAVY)
FRAME, INSET, GUTTER = mm(5), mm(11), mm(7)
LOGO_TOP, LOGO = mm(9.5), mm(12)
TOP, BOTTOM = mm(26.5), mm(24.5)
"""Where the text may begin, and how far above the lower edge it has to end."""
SYMBOL = mm(13.6)
FOOT = FRAME + mm(3) + SYMBOL
"""Upper edge of the foot above the lower edge of the card."""
REPLY, NOTES = mm(58), mm(46)
"""Widths of where to reply, at the start, and of the notes before the ticket, at the end."""
STEPS = (9.0, 8.6, 8.2, 7.8, 7.4, 7.0, 6.6, 6.2)
_AROUND_NAME = 15.0

Column = list[Block]


@dataclass(frozen=True, slots=True)
class Body:
    """The texts of a card at one size: what stands over the name, and under it, by language."""

    over: list[Column]
    under: list[Column]

    @property
    def above(self) -> float:
        """Height of what stands over the name."""
        return _tallest(self.over)

    @property
    def height(self) -> float:
        """Of all but the name."""
        return self.above + _tallest(self.under)


class InvitationCard:
    """Sets and draws cards in these languages."""

    def __init__(self, wordings: list[Wording], request: Request) -> None:
        self.wordings, self.request = wordings, request
        self.rtl = wordings[0].rtl
        self.inner = CARD[0] - 2 * INSET
        count = len(wordings)
        self.column = (self.inner - (count - 1) * GUTTER) / count
        self.logos = [one for one in logos.logos(wordings, LOGO) if one.picture][:4]
        self.top = TOP if self.logos else mm(14)
        self.bodies = [self._body(size) for size in STEPS]

    def _body(self, size: float) -> Body:
        over: list[Column] = []
        under: list[Column] = []
        for wording in self.wordings:
            body = size * (1.5 if wording.rtl else 4 / 3)
            head = (
                inviting.hosts_paragraph(wording, BODY),
                wording.paragraph(inviting.honour(wording), VERB, "title"),
            )
            over.append([one.at(size, body).set(self.column) for one in head if one])
            title = wording.plain(wording.dossier.event.title)
            texts = [
                wording.paragraph(line, TITLE if line == title else BODY, "title")
                for line in inviting.occasion(wording)
            ]
            under.append([one.at(size, body).set(self.column) for one in texts if one])
        return Body(over, under)

    def draw(self, document: Document, page: Page, x: float, y: float, guest: Guest) -> None:
        """A card with its top left corner at (x, y)."""
        pen = Pen(document, page, x + INSET, x + CARD[0] - INSET, self.rtl)
        with document.artifact():
            wide, tall = CARD[0] - 2 * FRAME, CARD[1] - 2 * FRAME
            page.rectangle(x + FRAME, y + FRAME, wide, tall, stroke=OCHRE)
        name = self._name(guest)
        room = CARD[1] - BOTTOM - self.top - name.height - 2 * _AROUND_NAME
        body = next((one for one in self.bodies if one.height <= room), self.bodies[-1])
        with document.tag("Art"):
            with document.artifact():
                self._logos(document, page, x, y)
            free = max(0.0, room - body.height)
            start = y + self.top + free / 3
            self._columns(pen, body.over, start, low=body.above)
            below = start + body.above + _AROUND_NAME + name.leading * 0.7
            after = (
                pen.block(0, below, name, align="centre") - name.leading + (12 if name.rtl else 7)
            )
            middle, half = pen.width / 2, max(mm(45), name.natural / 2 + mm(4))
            half = min(half, self.inner / 2)
            pen.rule(middle - half, middle + half, after, HAIRLINE, 0.5)
            self._columns(pen, body.under, after + _AROUND_NAME - 5)
            self._foot(pen, guest, y + CARD[1])

    def _name(self, guest: Guest) -> Block:
        form = formal_name(self.wordings[0], guest.person, Use.ENVELOPE)
        steps = (17.0, 16.0, 15.0, 14.5, 14.0, 13.5, 13.0, 12.0, 11.0)
        (name,) = set_names(
            [form.paragraph(NAME, whole=True)],
            self.inner - mm(6),
            steps,
            lines=lambda size: 1 if size > 14 else 2 if size > steps[-1] else 3,
            leading=1.42 if form.rtl else 1.2,
        )
        return name.block

    def _columns(
        self, pen: Pen, columns: Sequence[Column], top: float, low: float | None = None
    ) -> None:
        """Texts side by side, each centred in its column; down to `low` where that is said."""
        for place, blocks in enumerate(columns):
            offset = place * (self.column + GUTTER)
            y = top + (low - sum(block.height for block in blocks) if low is not None else 0.0)
            for block in blocks:
                pen.block(offset, y + block.leading * 0.75, block, align="centre")
                y += block.height
            if place and low is None:
                with pen.document.artifact():
                    x = pen.x(offset - GUTTER / 2)
                    pen.page.rule(x, top, x, top + _tallest(columns), HAIRLINE)

    def _logos(self, document: Document, page: Page, x: float, y: float) -> None:
        if self.logos:
            left, right = x + INSET, x + CARD[0] - INSET
            logos.draw_row(document, page, self.logos, left, right, y + LOGO_TOP)

    def _foot(self, pen: Pen, guest: Guest, bottom: float) -> None:
        """R.S.V.P. at the start, dress and the ticket at the end, a short rule over both."""
        code, top, middle = guest.attendee.ticket, bottom - FOOT, pen.width / 2
        pen.rule(middle - mm(6), middle + mm(6), top - mm(2.5), OCHRE, 0.8)
        self._stack(pen, 0, top, self._reply(), REPLY)
        taken = SYMBOL + mm(3) if code else 0.0
        notes = [*self._notes(), *self._code(code)]
        self._stack(pen, pen.width - taken - NOTES, top, notes, NOTES, align="end")
        if code:
            said = self.wordings[0].words.text("Ticket {code}", code=ticket.short(code))
            with pen.document.tag("Figure", alt=said):
                qr.draw(pen.page, pen.x(pen.width - SYMBOL, SYMBOL), top, SYMBOL, code)

    def _reply(self) -> list[Paragraph | None]:
        """Where to reply, and until when."""
        first = self.wordings[0]
        by = inviting.reply_by(first, inviting.until(self.request))
        return [
            together(self.wordings, lambda w: w.words.text("R.S.V.P."), STRONG, between=DOT),
            first.paragraph(inviting.reply_to(first, self.request), SMALL, "title"),
            first.paragraph(by, SMALL, "title"),
        ]

    def _notes(self) -> list[Paragraph | None]:
        """The dress, and that the card is personal, a line a language."""
        grey = SMALL.but(colour=GREY)
        personal = each(self.wordings, lambda w: w.words.text("Not transferable"), grey, grey)
        dress = self.wordings[0].paragraph(self.request.options["dress"], STRONG, "title")
        return [dress, *(text for _, text in personal)]

    def _code(self, code: str) -> list[Paragraph]:
        style = SMALL.but(features=("tnum",))
        return (
            [Paragraph(ticket.short(code), style, setting="plain", rtl=self.rtl)] if code else []
        )

    def _stack(
        self,
        pen: Pen,
        offset: float,
        top: float,
        texts: Sequence[Paragraph | None],
        width: float,
        align: Align = "start",
    ) -> None:
        """Texts one under the other, at a size at which they are no taller than the symbol."""
        blocks: list[Block] = []
        for size in (7.0, 6.6, 6.2):
            leading = size * (1.45 if self.rtl else 1.28)
            blocks = [text.at(size, leading).set(width) for text in texts if text]
            if sum(block.height for block in blocks) <= SYMBOL + leading / 2:
                break
        y = top
        for block in blocks:
            pen.block(offset, y + block.leading * 0.66, block, align=align)
            y += block.height


def _tallest(columns: Sequence[Column]) -> float:
    return max((sum(block.height for block in blocks) for blocks in columns), default=0.0)
