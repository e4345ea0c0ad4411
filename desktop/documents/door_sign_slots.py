"""The slots on a door sign: hours, titles in each language, who speaks; as large as can be."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.pen import Pen, each
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.domain.slot import Slot
from desktop.domain.speaker import SpeakerRole
from desktop.language import dates

HOUR = Style("sans", 600, size=37, leading=40, colour=NAVY, features=("tnum",))
UNTIL = Style("sans", 400, size=20, leading=24, colour=GREY, features=("tnum",))
TITLE = Style("serif", 600, colour=NAVY)
SECOND = Style("serif", 400, colour=INK)
WHO = Style("sans", 400, size=14, leading=17, colour=GREY)

LARGEST, ON_ONE_LINE, SMALLEST = 36.0, 22.0, 16.0
"""Sizes of titles; down to `ON_ONE_LINE` each stands on one line."""
ASIDE = mm(41)
AIR, MOST_AIR = 10.0, 52.0
"""Space between two slots."""
HOUR_AT, UNTIL_AT = 26.0, 27.0
"""The least from the top of a slot to the line of its hour; from there to that of its end."""
_LEADING, _ARABIC = 1.18, 1.5


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


@dataclass(frozen=True, slots=True)
class SlotRows:
    """Sets and draws slots in a field of `width` by `height` points, `scale` times as on A4."""

    wordings: list[Wording]
    width: float
    height: float
    scale: float

    def fits(self, slots: Sequence[Slot]) -> bool:
        """Whether so many have room at a size that can be read."""
        return self._fits(self.items(slots))

    def _fits(self, items: Sequence[Item]) -> bool:
        return sum(item.height + AIR * self.scale for item in items) <= self.height

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
        width = self.width - ASIDE * self.scale
        texts = each(self.wordings, lambda w: w.plain(w.heading(slot)), TITLE, SECOND)
        return tuple(
            self._title(wording, slot, size, first=place == 0).set(width)
            for place, (wording, _) in enumerate(texts)
        )

    def _who_block(self, slot: Slot) -> Block | None:
        who = self._who(slot)
        if who is None:
            return None
        width = self.width - ASIDE * self.scale
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

    def draw(self, pen: Pen, y: float, slots: Sequence[Slot]) -> None:
        """Slots between hairlines, the field's upper edge at y."""
        items = self.items(slots)
        free = (self.height - sum(item.height for item in items)) / len(items)
        gap = min(free, MOST_AIR * self.scale)
        for item in items:
            pen.rule(0, pen.width, y, HAIRLINE, 0.8)
            self._draw_item(pen, item, y + gap / 2)
            y += item.height + gap
        pen.rule(0, pen.width, y, HAIRLINE, 0.8)

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
        to = Paragraph(until, UNTIL.but(language=language), setting="plain", rtl=pen.rtl)
        pen.text(0, y, at.at(37 * scale, 40 * scale))
        pen.text(0, y + UNTIL_AT * scale, to.at(20 * scale, 24 * scale))
