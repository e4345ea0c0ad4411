"""Place cards: tents that carry a name on both faces, each upright when the card stands."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.documents import logos
from desktop.documents.addressing import formal_name, is_written, main_office, offices_on_paper
from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, chosen
from desktop.documents.nameplate import shared_sizes
from desktop.documents.pen import Pen
from desktop.documents.request import Progress, Request
from desktop.documents.seated import in_seats
from desktop.documents.sheets import Sheet, cut_marks, fold_marks
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY, OCHRE, OCHRE_TEXT
from desktop.documents.typesetting.document import Document, Page, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Fitted, Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint
from desktop.language.address import Use

SIZES = (30.0, 28.0, 26.0, 24.0, 22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0)
"""Of the name, in points on A7."""
SMALLER = (13.0, 12.0, 11.0, 10.0, 9.0)
"""For names that no step holds, lest anything be lost; preflight tells of them."""
TWO_LINES_FROM = 20.0
LEAST = SIZES[-1]
"""What is under a name gives way before the name is smaller."""
FORMATS = {"a7": (105.0, 74.25), "89x51": (89.0, 51.0), "102x64": (102.0, 64.0)}
"""A folded card in millimetres: half of A6; the formats of the trade in inches."""
_REACH = (0.67, 0.2)
_ARABIC_REACH = (1.0, 0.42)
"""Of the letters over the first line and under the last, in sizes."""
_UNDER_HONORIFIC = 8.0
"""From its line to the top of the name."""

NAME = Style("serif", 600, colour=NAVY)
HONORIFIC = Style("serif", 400, italic=True, colour=OCHRE_TEXT)
OTHER_NAME = Style("serif", 400, colour=INK)
OFFICE = Style("sans", 400, colour=INK)
SEAT = Style("sans", 600, colour=GREY, features=("tnum",))


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under a name: the name in another script, and the lines under the rule."""

    other: Block | None
    lines: tuple[Block, ...]
    scale: float

    @property
    def height(self) -> float:
        """From the top of the letters to the lowest baseline."""
        other = self.other.height + 6 * self.scale if self.other else 0.0
        return self.under_rule + other

    @property
    def under_rule(self) -> float:
        """From the rule to the lowest baseline."""
        return sum(block.height for block in self.lines) + 3 * self.scale if self.lines else 0.0


@dataclass(frozen=True, slots=True)
class Face:
    """What one face of a guest's card says."""

    honorific: Paragraph | None
    large: Block
    size: float
    reach: tuple[float, float]
    foot: Foot
    seat: str


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """Place cards as PDF, to be cut and folded.

    Options: `choices.PLACE_CARDS`. Raises CannotPrint where nobody is chosen.
    """
    wordings = [Wording(dossier, language, marked=False) for language in request.languages]
    guests = chosen(dossier, request)
    if not guests:
        raise CannotPrint("There is no card to print: nobody is chosen.")
    guests = in_seats(dossier, request, guests)
    progress(0, len(guests))
    press = _Press(wordings, request)
    fronts, backs = press.faces(guests)
    stream = io.BytesIO()
    title = f"{wordings[0].plain(dossier.event.title)} — {wordings[0].words.text('Place cards')}"
    with Document(stream, title=title, languages=request.languages, size=request.size) as document:
        for done in press.sheets(document, fronts, backs):
            progress(done, len(guests))
    return stream.getvalue()


class _Press:
    """Sets and prints the cards of one format."""

    def __init__(self, wordings: list[Wording], request: Request) -> None:
        wide, tall = (mm(side) for side in FORMATS[request.options["format"]])
        self.wide, self.tall = wide, tall
        self.scale = min(wide / mm(105), tall / mm(74.25))
        self.by_office = request.options["show"] == "office"
        self.wordings = wordings
        sheet = Sheet.centred(request.size, (wide, 2 * tall))
        self.sheet = sheet.filled(rtl=wordings[0].rtl)
        found = logos.logos(wordings, mm(9) * self.scale)
        self.logos = [logo for logo in found if logo.picture][:3]
        self.each = request.options["faces"] == "each" and len(wordings) > 1

    @property
    def inner(self) -> float:
        """Width of the text area of a face."""
        return self.wide - 2 * mm(7) * self.scale

    def faces(self, guests: Sequence[Guest]) -> tuple[list[Face], list[Face]]:
        """The front and the back of each card; the same faces twice where languages share them."""
        fronts = self._faces(guests, self.wordings[:1] if self.each else self.wordings)
        return fronts, self._faces(guests, self.wordings[1:]) if self.each else fronts

    def _faces(self, guests: Sequence[Guest], wordings: Sequence[Wording]) -> list[Face]:
        texts = [_Text(guest, wordings, by_office=self.by_office) for guest in guests]
        feet = [self._foot(text) for text in texts]

        def holds(index: int, size: float, *, whole: bool) -> bool:
            return self._holds(texts[index], feet[index], size, whole=whole)

        chosen = shared_sizes(
            [size * self.scale for size in (*SIZES, *SMALLER)],
            len(texts),
            partial(holds, whole=True),
            partial(holds, whole=False),
        )
        return [
            Face(
                text.honorific and text.honorific.at(11 * self.scale, 14 * self.scale),
                self._large(text, foot, size).blocks[0],
                size,
                _ARABIC_REACH if text.large.tall else _REACH,
                foot,
                text.seat,
            )
            for text, foot, size in zip(texts, feet, chosen, strict=True)
        ]

    def _large(self, text: "_Text", foot: Foot, size: float) -> Fitted:
        """A name at a size, and whether it holds."""
        room = min(mm(25) * self.scale, self._room(text, foot))
        lines = self._most_lines(size)
        return fit([text.large], self.inner, [size], lines=lines, height=room, leading=1.18)

    def _most_lines(self, size: float) -> int:
        return 2 if size >= TWO_LINES_FROM * self.scale - 0.01 else 3

    def _holds(self, text: "_Text", foot: Foot, size: float, *, whole: bool) -> bool:
        """Whether a name has room at a size, even if it has to be broken by force."""
        fitted = self._large(text, foot, size)
        (block,) = fitted.blocks
        if whole or not block.overflows:
            return fitted.fits
        room = min(mm(25) * self.scale, self._room(text, foot))
        return len(block.lines) <= self._most_lines(size) and block.height <= room

    def _foot(self, text: "_Text") -> Foot:
        """What stands under a name: shorter where it would leave too little room for the name."""
        other = self._lines([text.other], (11.0, 10.0, 9.0, 8.0))[0] if text.other else None
        foot = Foot(other, (), self.scale)
        for at, lines in enumerate(text.ways):
            blocks = self._lines(lines, (9.0, 8.5, 8.0, 7.5, 7.0))
            told = [block._replace(cramped=block.cramped or at > 0) for block in blocks]
            foot = Foot(other, tuple(told), self.scale)
            if self._holds(text, foot, LEAST * self.scale, whole=False):
                break
        return foot

    def _lines(self, texts: Sequence[Paragraph], sizes: Sequence[float]) -> tuple[Block, ...]:
        """Texts at one size, a line each if they can be."""
        steps = [max(7.0, size * self.scale) for size in sizes]
        return fit(
            texts, self.inner, steps, lines=lambda size: 1 if size > steps[-1] else 3, leading=1.4
        ).blocks

    def _room(self, text: "_Text", foot: Foot) -> float:
        """Height for the name between logos and foot."""
        honorific = (_UNDER_HONORIFIC + 9) * self.scale if text.honorific else 0.0
        return self._lowest - foot.height - self._highest - honorific

    @property
    def _highest(self) -> float:
        """Lower edge of the logos, under the fold."""
        return mm(19.5 if self.logos else 9) * self.scale

    @property
    def _lowest(self) -> float:
        """Lowest baseline, under the fold."""
        return self.tall - mm(8) * self.scale

    # -- drawing -------------------------------------------------------------------------------

    def sheets(
        self, document: Document, fronts: Sequence[Face], backs: Sequence[Face]
    ) -> Iterator[int]:
        """Print sheet by sheet; yields how many cards are done."""
        count, sheet = self.sheet.count, self.sheet
        for start in range(0, len(fronts), count):
            page = document.page()
            cut_marks(document, page, sheet)
            fold_marks(document, page, sheet, down=self.tall)
            for at in range(start, min(start + count, len(fronts))):
                cell = sheet.cell(at)
                with document.tag("Art"):
                    self._face(document, page, cell.x, cell.y + self.tall, fronts[at])
                    self._turned(document, page, cell.x, cell.y, backs[at])
            yield min(start + count, len(fronts))

    def _turned(self, document: Document, page: Page, x: float, y: float, face: Face) -> None:
        """The upper face, head to head with the lower; a copy is not read out twice."""
        with page.turned(x + self.wide / 2, y + self.tall / 2, 180):
            if self.each:
                self._face(document, page, x, y, face)
                return
            with document.artifact():
                self._face(document, page, x, y, face)

    def _face(self, document: Document, page: Page, x: float, y: float, face: Face) -> None:
        scale, inset = self.scale, (self.wide - self.inner) / 2
        pen = Pen(document, page, x + inset, x + self.wide - inset, face.large.rtl)
        self._logos(document, page, x, y + mm(8) * scale)
        self._name(pen, face, y)
        self._draw_foot(pen, face.foot, y + self._lowest)
        if face.seat:
            size = max(7.0, 10 * scale)
            seat = Paragraph(face.seat, SEAT.but(size=size), setting="plain", rtl=False)
            pen.text(pen.width, y + mm(12) * scale, seat, align="end")

    def _name(self, pen: Pen, face: Face, y: float) -> None:
        """Honorific and name in the middle between logos and foot."""
        block, scale = face.large, self.scale
        high, low = (part * face.size for part in face.reach)
        above = (_UNDER_HONORIFIC + 9) * scale if face.honorific else 0.0
        tall = above + high + block.height - block.leading + low
        room = self._lowest - face.foot.height - self._highest
        first = y + self._highest + max(0.0, room - tall) / 2 + above + high
        if face.honorific is not None:
            pen.text(
                pen.width / 2,
                first - high - _UNDER_HONORIFIC * scale,
                face.honorific,
                align="centre",
            )
        pen.block(0, first, block, align="centre")

    def _draw_foot(self, pen: Pen, foot: Foot, lowest: float) -> None:
        middle, rule = pen.width / 2, lowest - foot.under_rule
        if foot.other is not None:
            first = rule - 7 * self.scale - (foot.other.height - foot.other.leading)
            pen.block(0, first, foot.other, align="centre")
        if foot.lines:
            pen.rule(middle - mm(7) * self.scale, middle + mm(7) * self.scale, rule, OCHRE, 0.9)
        y = lowest - sum(block.height for block in foot.lines)
        for block in foot.lines:
            pen.block(0, y + block.leading, block, align="centre")
            y += block.height

    def _logos(self, document: Document, page: Page, x: float, y: float) -> None:
        if not self.logos:
            return
        gap = mm(5.5) * self.scale
        tall = logos.row_height(self.logos)
        at = (
            x
            + (self.wide - sum(one.width for one in self.logos) - gap * (len(self.logos) - 1)) / 2
        )
        with document.artifact():
            for place, logo in enumerate(self.logos):
                if place:
                    page.rule(at - gap / 2, y + 2, at - gap / 2, y + tall - 2, HAIRLINE)
                logo.draw(document, page, at, y + (tall - logo.height) / 2)
                at += logo.width + gap


class _Text:
    """What a face says of a guest, not yet set."""

    def __init__(self, guest: Guest, wordings: Sequence[Wording], *, by_office: bool) -> None:
        self._person, self._wordings = guest.person, wordings
        first = wordings[0]
        name = formal_name(first, guest.person, Use.PLACE_CARD)
        office = main_office(guest.person) if by_office else None
        self.seat = guest.attendee.seat
        self.honorific = first.paragraph(name.before, HONORIFIC, "plain") if not office else None
        title = first.paragraph(office.title, NAME, "title") if office else None
        self.large = title or name.paragraph(NAME)
        self.other = None if title else self._other_name(name.name)
        self.ways = [self._names()] if title else list(self._offices())

    def _offices(self) -> Iterator[list[Paragraph]]:
        """The office with its house, by itself, in the first language alone."""
        grey = OFFICE.but(colour=GREY)
        for wordings, house in (
            (self._wordings, True),
            (self._wordings, False),
            (self._wordings[:1], False),
        ):
            yield offices_on_paper(wordings, self._person, OFFICE, grey, house=house)

    def _other_name(self, said: str) -> Paragraph | None:
        """The name as the next language writes it, where it does so otherwise."""
        for wording in self._wordings[1:]:
            other = formal_name(wording, self._person, Use.PLACE_CARD)
            written = is_written(self._person, wording.language)
            if written and wording.name(self._person, honorific=False) not in said:
                return other.paragraph(OTHER_NAME)
        return None

    def _names(self) -> list[Paragraph]:
        """The name in each language, under an office set large."""
        found: dict[str, Paragraph] = {}
        for wording in self._wordings:
            style = OFFICE.but(colour=GREY) if found else OFFICE
            text = formal_name(wording, self._person, Use.PLACE_CARD).full
            paragraph = wording.paragraph(text, style, "title")
            if paragraph is not None:
                found.setdefault(text, paragraph)
        return list(found.values())
