"""Door signs: what happens in a room on a day, to be read from three metres.

At that distance the capitals of the room stand at 23 minutes of arc, hours at 10, titles at 7;
a reader with normal sight needs 5.
"""

import io
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desktop.documents import logos
from desktop.documents.dossier import Dossier
from desktop.documents.options import meant
from desktop.documents.pen import Pen, each, together
from desktop.documents.request import Progress, Request
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.domain.errors import CannotPrint
from desktop.domain.slot import Slot
from desktop.domain.speaker import SpeakerRole
from desktop.domain.venue import Room
from desktop.language import dates, tongues

WHITE, PALE, GOLD = "#FFFFFF", "#DCE4EE", "#E8C88E"
"""On navy: 12.1, 9.5 and 7.4 to 1."""
NUMBER = Style("sans", 600, size=88, leading=88, colour=WHITE, features=("tnum",))
ROOM = Style("serif", 600, size=32, leading=37, colour=WHITE)
WEEKDAY = Style("sans", 400, size=15, leading=19, colour=PALE)
DATE = Style("sans", 600, size=25, leading=27, colour=GOLD, features=("tnum",))
HOUR = Style("sans", 600, size=37, leading=40, colour=NAVY, features=("tnum",))
UNTIL = Style("sans", 400, size=20, leading=24, colour=GREY, features=("tnum",))
TITLE = Style("serif", 600, colour=NAVY)
SECOND = Style("serif", 400, colour=INK)
WHO = Style("sans", 400, size=14, leading=17, colour=GREY)
FOOT = Style("sans", 400, size=12, leading=14, colour=INK)

MOST_SLOTS = 4
"""On a sheet; more go on on a second one."""
LARGEST, ON_ONE_LINE, SMALLEST = 36.0, 22.0, 16.0
"""Sizes of titles; down to `ON_ONE_LINE` each stands on one line."""
EDGE, MARGIN, BAND, ASIDE = mm(7), mm(16), mm(46), mm(41)
AIR = 10.0
"""Least space between two slots."""
HOUR_AT, UNTIL_AT = 26.0, 27.0
"""The least from the top of a slot to the line of its hour; from there to that of its end."""
_LEADING, _ARABIC = 1.18, 1.5
_NUMBER = re.compile(r"\d+(?:[./-]\d+)*[A-Za-zА-Яа-я]?(?!\w)")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sheet: a room, a day, some of the slots; `page` of `pages` of that room and day."""

    room: Room
    day: date
    slots: tuple[Slot, ...]
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """A slot as it is set: titles in each language, who speaks."""

    slot: Slot
    titles: tuple[Block, ...]
    who: Block | None
    scale: float

    @property
    def height(self) -> float:
        """Of the titles and the names; no less than that of the hours."""
        texts = sum(block.height for block in self.titles) + (self.who.height if self.who else 0.0)
        return max(texts, self.hour + (UNTIL_AT + 7) * self.scale)

    @property
    def hour(self) -> float:
        """From the top to the line of the hour, which is that of the first title."""
        return max(self.titles[0].leading * 0.8, HOUR_AT * self.scale)


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A sheet a room and day as PDF.

    Options: `choices.DOOR_SIGNS`. Raises CannotPrint where no slot has a room and a time, or
    none in what is asked for.
    """
    wordings = Wording.each(dossier, request.languages)
    size = max(request.size), min(request.size)
    face = _Face(wordings, size)
    signs = [sign for day in _days(dossier, request) for sign in face.signs(*day)]
    if not signs:
        raise CannotPrint("There is no door sign to print: no slot has such a room and a time.")
    progress(0, len(signs))
    stream = io.BytesIO()
    title = f"{wordings[0].plain(dossier.event.title)} — {wordings[0].words.text('Door signs')}"
    with Document(stream, title=title, languages=request.languages, size=size) as document:
        for done, sign in enumerate(signs, 1):
            face.draw(document, sign)
            progress(done, len(signs))
    return stream.getvalue()


def _days(dossier: Dossier, request: Request) -> Iterator[tuple[Room, date, tuple[Slot, ...]]]:
    """Every room of every day with what happens there; a break without a room is everywhere."""
    day_asked = request.options["day"]
    rooms = meant(
        dossier.programme.rooms,
        lambda room: [name for _, name in room.name],
        request.options["room"],
    )
    for day in dossier.programme.days():
        if day_asked not in ("", day.date.isoformat()):
            continue
        for room in day.rooms:
            if room in rooms and room.name:
                slots = (s for s in day.slots if s.room_id == room.id or _is_everywhere(s))
                yield room, day.date, tuple(slots)


def _is_everywhere(slot: Slot) -> bool:
    return slot.room_id is None and slot.kind.is_break


class _Face:
    """Sets and draws signs; everything grows with the paper."""

    def __init__(self, wordings: list[Wording], size: tuple[float, float]) -> None:
        self.wordings, self.size = wordings, size
        self.rtl = wordings[0].rtl
        self.scale = min(size[0] / mm(279), size[1] / mm(210))
        self.inner = size[0] - 2 * MARGIN * self.scale
        self.top = (EDGE + BAND + mm(5)) * self.scale
        self.room = size[1] - mm(19) * self.scale - self.top

    # -- measuring -----------------------------------------------------------------------------

    def signs(self, room: Room, day: date, slots: tuple[Slot, ...]) -> list[Sign]:
        """The sheets of a room and day: as few as hold all slots, about as many slots on each."""
        for sheets in range(-(-len(slots) // MOST_SLOTS), len(slots) + 1):
            shares = _shares(slots, sheets)
            if all(self._fits(self.items(share)) for share in shares) or sheets == len(slots):
                return [
                    Sign(room, day, share, at, sheets) for at, share in enumerate(shares, start=1)
                ]
        return []

    def _fits(self, items: Sequence[Item]) -> bool:
        return sum(item.height + AIR * self.scale for item in items) <= self.room

    def items(self, slots: Sequence[Slot]) -> list[Item]:
        """The slots at the largest size that holds every title and the sheet."""
        who = [self._who_block(slot) for slot in slots]

        def at(step: int) -> list[Item]:
            size = (LARGEST - step / 2) * self.scale
            return [
                Item(slot, self._titles(slot, size), block, self.scale)
                for slot, block in zip(slots, who, strict=True)
            ]

        def holds(step: int) -> bool:
            lines = 1 if LARGEST - step / 2 >= ON_ONE_LINE else 2
            found = at(step)
            blocks = (block for item in found for block in item.titles)
            held = all(len(b.lines) <= lines and not b.overflows for b in blocks)
            return held and self._fits(found)

        smallest = int(2 * (LARGEST - SMALLEST))
        return at(bisect_left(range(smallest), True, key=holds))

    def _titles(self, slot: Slot, size: float) -> tuple[Block, ...]:
        width = self.inner - ASIDE * self.scale
        texts = each(self.wordings, lambda w: w.plain(w.heading(slot)), TITLE, SECOND)
        return tuple(
            self._title(wording, slot, size, first=place == 0).set(width)
            for place, (wording, _) in enumerate(texts)
        )

    def _who_block(self, slot: Slot) -> Block | None:
        who = self._who(slot)
        if who is None:
            return None
        width = self.inner - ASIDE * self.scale
        sizes = [step * self.scale for step in (16.0, 15.0, 14.0)]
        lines = fit(
            [who], width, sizes, lines=lambda size: 1 if size > sizes[-1] else 2, leading=1.25
        )
        return lines.blocks[0]

    def _title(self, wording: Wording, slot: Slot, size: float, *, first: bool) -> Paragraph:
        spans = wording.spans(wording.heading(slot), TITLE if first else SECOND)
        leading = _ARABIC if wording.rtl else _LEADING
        return Paragraph(spans, setting="title", rtl=wording.rtl).at(size, size * leading)

    def _who(self, slot: Slot) -> Paragraph | None:
        """Who speaks, in the first language."""
        first = self.wordings[0]
        people = [
            first.dossier.people[one.person_id]
            for one in slot.speakers
            if one.role is not SpeakerRole.INTERPRETER and one.person_id in first.dossier.people
        ]
        names = [first.name(person, honorific=len(people) == 1) for person in people]
        return first.paragraph(DOT.join(names), WHO, "title")

    # -- drawing -------------------------------------------------------------------------------

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
        items = self.items(sign.slots)
        free = (self.room - sum(item.height for item in items)) / len(items)
        gap = min(free, 52 * scale)
        y = self.top
        for item in items:
            pen.rule(0, pen.width, y, HAIRLINE, 0.8)
            self._draw_item(pen, item, y + gap / 2)
            y += item.height + gap
        pen.rule(0, pen.width, y, HAIRLINE, 0.8)
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

    def _draw_item(self, pen: Pen, item: Item, top: float) -> None:
        aside = ASIDE * self.scale
        y = top
        with pen.document.tag("Sect"):
            self._hours(pen, item, top)
            for block in item.titles:
                y += block.leading
                down = 0.3 if block.rtl else 0.2
                pen.block(aside, y - block.leading * down, block)
                y += block.height - block.leading
            if item.who is not None:
                pen.block(aside, y + item.who.leading * 0.8, item.who)

    def _hours(self, pen: Pen, item: Item, top: float) -> None:
        programme, language = self.wordings[0].dossier.programme, self.wordings[0].language
        start, end = programme.local_start(item.slot), programme.local_end(item.slot)
        if start is None or end is None:
            return
        scale, y = self.scale, top + item.hour
        hour = dates.time_of_day(start, language)
        until = f"– {dates.time_of_day(end, language)}"
        at = Paragraph(hour, HOUR.but(language=language), setting="plain", rtl=False)
        to = Paragraph(until, UNTIL.but(language=language), setting="plain", rtl=self.rtl)
        pen.text(0, y, at.at(37 * scale, 40 * scale))
        pen.text(0, y + UNTIL_AT * scale, to.at(20 * scale, 24 * scale))

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


def _shares(slots: Sequence[Slot], sheets: int) -> list[tuple[Slot, ...]]:
    """The slots in parts that differ by one at most, the longer ones first."""
    least, more = divmod(len(slots), sheets)
    starts = [at * least + min(at, more) for at in range(sheets + 1)]
    return [tuple(slots[start:end]) for start, end in pairwise(starts)]


def _number(wordings: Sequence[Wording], room: Room) -> str:
    """A room's number, where every language's name has the same one: "2.14"."""
    found = {tuple(_NUMBER.findall(wording.plain(room.name))) for wording in wordings}
    numbers = found.pop() if len(found) == 1 else ()
    return numbers[0] if len(numbers) == 1 and len(numbers[0]) <= 6 else ""
