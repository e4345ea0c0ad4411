"""The field of a door sign's room and day, and its foot; between them stand the slots."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.documents import logos
from desktop.documents.door_sign_slots import SlotRows
from desktop.documents.pen import Pen, each, together
from desktop.documents.tokens import GREY, INK, NAVY
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.domain.slot import Slot
from desktop.domain.venue import Room
from desktop.language import dates, tongues

WHITE, PALE, GOLD = "#FFFFFF", "#DCE4EE", "#E8C88E"
"""On navy: 12.1, 9.5 and 7.4 to 1."""
NUMBER = Style("sans", 600, size=88, leading=88, colour=WHITE, features=("tnum",))
ROOM = Style("serif", 600, size=32, leading=37, colour=WHITE)
WEEKDAY = Style("sans", 400, size=15, leading=19, colour=PALE)
DATE = Style("sans", 600, size=25, leading=27, colour=GOLD, features=("tnum",))
FOOT = Style("sans", 400, size=12, leading=14, colour=INK)
EDGE, MARGIN, BAND = mm(7), mm(16), mm(46)
_NUMBER = re.compile(r"\d+(?:[./-]\d+)*[A-Za-zА-Яа-я]?(?!\w)")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sheet: a room, a day, some of the slots; `page` of `pages` of that room and day."""

    room: Room
    day: date
    slots: tuple[Slot, ...]
    page: int = 1
    pages: int = 1


class SignFace:
    """Draws signs; everything grows with the paper."""

    def __init__(self, wordings: list[Wording], size: tuple[float, float]) -> None:
        self.wordings, self.size = wordings, size
        self.rtl = wordings[0].rtl
        self.scale = min(size[0] / mm(279), size[1] / mm(210))
        self.top = (EDGE + BAND + mm(5)) * self.scale
        inner = size[0] - 2 * MARGIN * self.scale
        room = size[1] - mm(19) * self.scale - self.top
        self.rows = SlotRows(wordings, inner, room, self.scale)

    def draw(self, document: Document, sign: Sign) -> None:
        """A sheet."""
        page, scale = document.page(), self.scale
        margin = MARGIN * scale
        first = self.wordings[0]
        pen = Pen(document, page, margin, self.size[0] - margin, self.rtl)
        day = dates.short_date(sign.day, first.language)
        page.bookmark(f"{first.plain(sign.room.name)} — {day}")
        with document.artifact():
            edge = EDGE * scale
            page.rectangle(edge, edge, self.size[0] - 2 * edge, BAND * scale, fill=NAVY)
        self._band(pen, sign)
        self.rows.draw(pen, self.top, sign.slots)
        self._foot(pen, sign)

    def _band(self, pen: Pen, sign: Sign) -> None:
        scale = self.scale
        middle = (EDGE + BAND / 2) * scale
        side = self._date(pen, sign, middle)
        number = _number(self.wordings, sign.room)
        start = 0.0
        if number:
            large = Paragraph(number, NUMBER, setting="plain", rtl=False)
            large = large.at(88 * scale, 88 * scale)
            high = NUMBER.size * 0.66 * scale
            start = pen.text(0, middle + high / 2, large, role="H1") + mm(9) * scale
        self._names(pen, sign.room, start, pen.width - side - mm(6) * scale, middle)

    def _names(self, pen: Pen, room: Room, start: float, end: float, middle: float) -> None:
        """The room's name in each language, one under the other."""
        styles = ROOM, ROOM.but(weight=400, colour=PALE)
        texts = [text for _, text in each(self.wordings, lambda w: w.plain(room.name), *styles)]
        most = {1: 52.0, 2: 34.0}.get(len(texts), 26.0)
        sizes = [(most - step) * self.scale for step in range(0, int(most) - 15, 2)]
        height = (BAND - mm(6)) * self.scale / len(texts)
        leading = 1.4 if self.rtl else 1.18
        blocks = fit(texts, end - start, sizes, lines=2, height=height, leading=leading).blocks
        y = middle - sum(block.height for block in blocks) / 2
        for block in blocks:
            first = y + block.leading * (0.72 if block.rtl else 0.8)
            pen.block(start, first, block, role="P" if start else "H1")
            y += block.height

    def _date(self, pen: Pen, sign: Sign, middle: float) -> float:
        """Weekday and date at the end of the band; how wide they are."""
        scale = self.scale
        weekday = together(
            self.wordings, lambda w: dates.weekday(sign.day, w.language), WEEKDAY, between=DOT
        )
        short = dates.short_date(sign.day, self.wordings[0].language)
        day = Paragraph(short, DATE.but(language=self.wordings[0].language), setting="plain")
        if weekday is None:
            return 0.0
        weekday = weekday.at(15 * scale, 19 * scale)
        wide = pen.text(pen.width, middle - 12 * scale, weekday, align="end")
        day = day.at(25 * scale, 27 * scale)
        wide = max(wide, pen.text(pen.width, middle + 25 * scale, day, align="end"))
        if sign.pages > 1:
            pages = Paragraph(f"{sign.page} / {sign.pages}", WEEKDAY, setting="plain", rtl=False)
            pages = pages.at(12 * scale, 14 * scale)
            pen.text(pen.width, middle + 45 * scale, pages, align="end")
        return wide

    def _foot(self, pen: Pen, sign: Sign) -> None:
        scale, y = self.scale, self.size[1] - mm(11) * self.scale
        found = [one for one in logos.logos(self.wordings, mm(8) * scale) if one.picture][:4]
        start = 0.0
        for logo in found:
            with pen.document.artifact():
                x = pen.x(start, logo.width)
                logo.draw(pen.document, pen.page, x, y - 3 * scale - logo.height / 2)
            start += logo.width + mm(2) * scale
        seats = self._seats(sign.room)
        wide = pen.text(pen.width, y, seats, align="end") if seats else 0.0
        spoken = self._languages(sign.slots)
        if spoken is not None:
            start += mm(3) * scale
            room = pen.width - start - wide - mm(6) * scale
            sizes = [step * scale for step in (12.0, 11.0, 10.0, 9.0)]
            block = fit([spoken], room, sizes, lines=2, leading=1.2).blocks[0]
            pen.block(start, y - (block.height - block.leading) / 2, block)

    def _languages(self, slots: Sequence[Slot]) -> Paragraph | None:
        """Into which languages anything is interpreted."""
        heard = dict.fromkeys(one.language for slot in slots for one in slot.interpretation)
        if not heard:
            return None
        return together(
            self.wordings,
            lambda w: w.words.text(
                "Interpretation: {languages}",
                languages=w.comma.join(tongues.language_name(tag, w.language) for tag in heard),
            ),
            FOOT,
            between=DOT,
        )

    def _seats(self, room: Room) -> Paragraph | None:
        count = room.capacity
        if not count:
            return None
        style = FOOT.but(size=12 * self.scale, colour=GREY)
        return together(
            self.wordings,
            lambda w: w.words.plural("{n} seat", "{n} seats", count),
            style,
            between=DOT,
        )


def _number(wordings: Sequence[Wording], room: Room) -> str:
    """A room's number, where every language's name has the same one: "2.14"."""
    found = {tuple(_NUMBER.findall(wording.plain(room.name))) for wording in wordings}
    numbers = found.pop() if len(found) == 1 else ()
    return numbers[0] if len(numbers) == 1 and len(numbers[0]) <= 6 else ""
