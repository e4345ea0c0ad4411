"""One badge: its parts, measured and drawn; mirrored where the first language runs from the right.

Everything but the name stands at fixed places: logos, event and flag at the head, organisation
and ticket over the band of the category. What is left between them is for the name.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.documents import flags, qr
from desktop.documents.attendance import organisation_of
from desktop.documents.badge_head import FLAG, Head
from desktop.documents.badge_measures import Measures
from desktop.documents.badge_names import BadgeName, NameParts
from desktop.documents.categories import colour
from desktop.documents.guests import Guest
from desktop.documents.nameplate import Hold, shared_sizes
from desktop.documents.pen import Pen
from desktop.documents.tokens import GREY, HAIRLINE, INK
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import Wording
from desktop.domain import ticket
from desktop.domain.person import Gender
from desktop.language import terms, tongues

SIZES = (20.5, 19.0, 17.5, 16.0, 14.8, 13.6, 12.5)
"""Of the family name, in points on ID-1."""
SMALLER = (11.5, 10.5, 9.5, 8.5, 7.5)
"""For names that no step holds, lest anything be lost; a proof tells of them."""
WORD, LEAST_WORD, ON_TWO_LINES = 8.4, 6.0, 0.85
"""Sizes of the word in the band, in points on ID-1; how much smaller it is on two lines."""
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Badge:
    """A guest's badge, ready but for the size of the name."""

    guest: Guest
    name: BadgeName
    organisation: tuple[Block, ...]

    @property
    def code(self) -> str:
        """The ticket's code, empty where there is none."""
        return self.guest.attendee.ticket


class BadgeFace:
    """Sets and draws badges of one format in these languages."""

    def __init__(
        self, wordings: list[Wording], measures: Measures, *, with_flag: bool = True
    ) -> None:
        self.wordings, self.measures = wordings, measures
        self._with_flag = with_flag and measures.head
        self._head = Head.of(wordings, measures)
        below = self._head.height + mm(2.4) * measures.scale if measures.head else 0.0
        self._name_top = measures.top + below
        self._organisation = cache(self._set_organisation)
        self._band = cache(self._set_band)

    # -- measuring -----------------------------------------------------------------------------

    def badge(self, guest: Guest) -> Badge:
        """What stands on a guest's badge."""
        measures = self.measures
        name = BadgeName(guest.person, self.wordings, measures.scale, upright=measures.upright)
        house = organisation_of(guest.person) or 0
        return Badge(guest, name, self._organisation(house, self._beside(guest.attendee.ticket)))

    def sizes(self, badges: Sequence[Badge]) -> list[float]:
        """The size of each family name; nearly all share one."""
        steps = (*SIZES, *SMALLER)
        return shared_sizes(steps, len(badges), lambda at, size: self._holds(badges[at], size))

    def _holds(self, badge: Badge, size: float) -> Hold:
        """Whether each part keeps to its lines, and nothing comes near anything else.

        A word is broken before all of the name would be smaller than any step.
        """
        name = self._name(badge, size)
        if not name.fits or self._start(badge, name) is None:
            return Hold.NOT
        return Hold.APART if name.whole and size in SIZES else Hold.BROKEN

    def _name(self, badge: Badge, size: float) -> NameParts:
        inner = self.measures.inner
        beside = inner if self.measures.upright else self._beside(badge.code)
        return badge.name.at(size * self.measures.scale, inner, beside)

    def _start(self, badge: Badge, name: NameParts) -> float | None:
        """The upper edge of the name, in the middle if it can be; None where it has no room."""
        scale = self.measures.scale
        room = self._organisation_top(badge) - mm(1.4) * scale - self._name_top - name.height
        shift = min(room / 2, (30 if self.measures.upright else 9) * scale)
        starts = [self._name_top + part * shift for part in (1.0, 0.75, 0.5, 0.25, 0.0)]
        free = (start for start in starts if not self._touches(badge, name, start))
        return next(free, None) if room >= 0 else None

    def _touches(self, badge: Badge, name: NameParts, start: float) -> bool:
        """Whether a line comes into the white around the ticket's symbol."""
        highest = self.measures.foot - self.measures.symbol - self.measures.quiet
        return bool(badge.code) and any(
            start + deep > highest and wide > self._beside(badge.code)
            for part in name.parts
            for deep, wide in part.lines()
        )

    def _beside(self, code: str) -> float:
        """Width beside the ticket's symbol."""
        return self.measures.inner - (self.measures.symbol + self.measures.quiet if code else 0.0)

    def _organisation_top(self, badge: Badge) -> float:
        return self.measures.foot - sum(block.height for block in badge.organisation)

    def _set_organisation(self, id: int, width: float) -> tuple[Block, ...]:
        """Its name, in two languages where there is room, at the largest size of few lines."""
        first = self.wordings[0]
        house = first.dossier.organisations.get(id)
        if house is None:
            return ()
        style = Style("sans", 400, colour=INK)
        texts: dict[str, Paragraph] = {}
        for wording in self.wordings[: 1 + self.measures.upright]:
            paragraph = wording.paragraph(house.name, style, "title")
            if paragraph is not None:
                texts.setdefault(wording.plain(house.name), paragraph)
                style = style.but(colour=GREY)
        sizes = [max(step * self.measures.scale, 6.5) for step in (8.0, 7.5, 7.0)]
        leading = 1.4 if first.rtl else 1.2
        return fit(list(texts.values()), width, sizes, lines=2, leading=leading).blocks

    def _set_band(self, category: str, gender: Gender, *, coded: bool) -> list[Paragraph]:
        """The word for the category in every language, on one line where that can be read.

        Else each language has a line; both genders of a long word give way to the group's name.
        """
        scale = self.measures.scale
        room = self.measures.inner - (mm(17) * scale if coded else 0.0)
        own = self._words(lambda language: terms.category(category, language, gender))
        group = self._words(lambda language: terms.category_group(category, language))
        dot = Span("  ·  ", Style("sans", 600, size=WORD * scale, colour=WHITE))
        joined = [part for word in own for part in (dot, word)][1:]
        lines: list[Paragraph] = []
        for spans in ([joined], *([[word] for word in words] for words in (own, group))):
            lines = [Paragraph(line, setting="plain", rtl=self.wordings[0].rtl) for line in spans]
            widest = max(line.single().width for line in lines)
            size = WORD * scale * min(1.0 if len(lines) == 1 else ON_TWO_LINES, room / widest)
            lines = [line.at(size, size * 1.25) for line in lines]
            if size >= LEAST_WORD * scale:
                break
        return lines

    def _words(self, say: Callable[[str], str]) -> list[Span]:
        scale, found = self.measures.scale, dict[str, Span]()
        style = Style("sans", 600, size=WORD * scale, colour=WHITE)
        for wording in self.wordings:
            word = say(wording.language).upper()
            tracking = 0.0 if wording.rtl else scale
            look = style.but(language=wording.language, tracking=tracking)
            found.setdefault(word, Span(word, look))
        return list(found.values())

    # -- drawing -------------------------------------------------------------------------------

    def draw(
        self, document: Document, page: Page, at: tuple[float, float], badge: Badge, size: float
    ) -> None:
        """Draw with the top left corner at a place, the family name at `size`."""
        measures, (x, y) = self.measures, at
        left = x + measures.padding
        pen = Pen(document, page, left, left + measures.inner, self.wordings[0].rtl)
        with document.tag("Art"):
            self._draw_name(pen, y, badge, size)
            top = y + self._organisation_top(badge)
            for block in badge.organisation:
                pen.block(0.0, top + block.leading * 0.78, block)
                top += block.height
            self._draw_band(pen, y, badge)
            self._draw_ticket(pen, y, badge.code)
            self._draw_flag(pen, y, badge.guest.person.country)
            self._head.draw(pen, y)

    def _draw_name(self, pen: Pen, y: float, badge: Badge, size: float) -> None:
        name = self._name(badge, size)
        start = self._start(badge, name)
        y += self._name_top if start is None else start
        cramped = start is None or size < SIZES[-1]
        for part in name.parts:
            pen.block(0.0, y + part.y, part.block._replace(cramped=cramped))

    def _draw_band(self, pen: Pen, y: float, badge: Badge) -> None:
        measures, one = self.measures, badge.guest.attendee
        top, low = measures.band
        over = measures.padding + measures.bleed - measures.inset
        tall = low - top + measures.bleed
        pen.area(-over, y + top, pen.width + 2 * over, tall, colour(one.category))
        gender, middle = badge.guest.person.gender, y + (top + low) / 2
        lines = self._band(one.category, gender, coded=bool(badge.code))
        first = middle + lines[0].style.size * 0.34 - lines[0].leading * (len(lines) - 1) / 2
        for at, line in enumerate(lines):
            pen.text(0.0, first + at * line.leading, line)
        if badge.code:
            size = max(5.8, 6.6 * measures.scale)
            style = Style("sans", 400, size=size, colour=WHITE, tracking=0.3, features=("tnum",))
            code = Paragraph(ticket.short(badge.code), style, setting="plain", rtl=False)
            pen.text(pen.width, middle + size * 0.34, code, align="end")

    def _draw_ticket(self, pen: Pen, y: float, code: str) -> None:
        if code:
            side = self.measures.symbol
            said = self.wordings[0].words.text("Ticket {code}", code=ticket.short(code))
            with pen.document.tag("Figure", alt=said):
                x = pen.x(pen.width - side, side)
                qr.draw(pen.page, x, y + self.measures.foot - side, side, code)

    def _draw_flag(self, pen: Pen, y: float, country: str) -> None:
        picture = flags.flag(country) if self._with_flag else None
        if picture is None:
            return
        scale = self.measures.scale
        wide, tall = FLAG * scale, FLAG * scale / flags.ASPECT
        x, y = pen.x(pen.width - wide, wide), y + self.measures.top + mm(0.4) * scale
        alt = tongues.territory_name(country, self.wordings[0].language)
        with pen.document.tag("Figure", alt=alt):
            pen.page.image(x, y, wide, tall, picture)
        with pen.document.artifact():
            pen.page.rectangle(x, y, wide, tall, stroke=HAIRLINE, thickness=0.35)
