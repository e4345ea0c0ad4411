"""Cards for the moderator: who speaks, how the name is said, when, in what language, who it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from desktop.documents.addressing import offices_on_paper
from desktop.documents.batch import batch, titled
from desktop.documents.dossier import Dossier
from desktop.documents.ladder import Placement
from desktop.documents.nameplate import set_names
from desktop.documents.pen import Pen
from desktop.documents.profiles import WITHHELD
from desktop.documents.request import Progress, Request
from desktop.documents.speaking import Podium, speaking
from desktop.documents.tokens import FURNITURE, GREY, HAIRLINE, INK, NAVY, OCHRE_TEXT
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.frames import Chunk, Item, Placed, paginate
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording, capital
from desktop.domain.errors import CannotPrint
from desktop.domain.organisation import Picture
from desktop.domain.person import ConsentPurpose, Person
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.language import dates, tongues

NAME = Style("serif", 600, size=19, leading=23, colour=NAVY)
NAME_SIZES, OTHER_SIZES = (19.0, 18.0, 17.0, 16.0, 15.0, 13.5), (13.0, 12.0, 11.0)
OTHER_NAME = Style("serif", 400, size=13, leading=17, colour=INK)
SAID = Style("sans", 600, size=11.5, leading=15, colour=OCHRE_TEXT)
OFFICE = Style("sans", 400, size=9.6, leading=13, colour=INK)
HOUR = Style("sans", 600, size=12, leading=15, colour=NAVY, features=("tnum",))
TITLE = Style("serif", 600, size=10.6, leading=14, colour=NAVY)
PART = Style("sans", 400, size=9, leading=12, colour=GREY)
LABEL = Style("sans", 600, size=8, leading=12, colour=GREY)
BODY = Style("serif", 400, size=10.6, leading=14.5, colour=INK)

SMALLER = BODY.but(size=9.8, leading=13.2), BODY.but(size=9.0, leading=12.0)
"""Of a biography that would otherwise need a second card."""
NASKH = 1.6
"""Leading of lines with Arabic letters, a multiple of their size."""
UNDER_NASKH = 4.0
"""Air under an Arabic name, whose tails reach lower than its leading says."""
MARGIN = mm(13)
PORTRAIT = mm(26), mm(32)
FOOT, OVER_FOOT = mm(10), mm(6)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one paragraph with air over them; a body may be parted."""

    block: Block
    air: float
    rtl: bool
    left: float
    right: float
    role: str = "P"
    solid: bool = True

    @property
    def height(self) -> float:
        """Air and lines."""
        return self.air + self.block.height

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Where no line stands alone."""
        fits = 0 if self.solid else self.block.fitting(room - self.air)
        if not 0 < fits < len(self.block.lines):
            return None
        first, rest = self.block.part(0, fits), self.block.part(fits)
        make = type(self)
        edges = self.rtl, self.left, self.right, self.role, self.solid
        return make(first, self.air, *edges), make(rest, 0.0, *edges)

    def draw(self, document: Document, page: Page, top: float) -> None:
        """Draw with the upper edge at `top`."""
        pen = Pen(document, page, self.left, self.right, self.rtl)
        y = top + self.air + self.block.leading * 0.76
        own = "start" if self.solid or self.block.rtl == self.rtl else "end"
        pen.block(0, y, self.block, align=own, role=self.role)


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A card a speaker as PDF, in the order of the programme.

    Options: `choices.SPEAKER_CARDS`. Raises CannotPrint where nobody speaks.
    """
    wordings = Wording.each(dossier, request.languages)
    people = speaking(dossier, request)
    if not people:
        raise CannotPrint("There is no card to print: nobody speaks.")
    cards = _Cards(wordings, request)

    def steps(document: Document) -> Iterator[int]:
        for done, podium in enumerate(people, 1):
            cards.draw(document, podium)
            yield done

    title = titled(wordings[0], wordings[0].words.text("Speaker cards"))
    return batch(title, request, steps, (progress, len(people)))


class _Cards:
    """Sets and draws cards; a long biography goes on on the next one."""

    def __init__(self, wordings: list[Wording], request: Request) -> None:
        self.wordings, self.first = wordings, wordings[0]
        self.size = request.size
        self.rtl = wordings[0].rtl
        self.left, self.right = MARGIN, self.size[0] - MARGIN
        self.with_biography = request.options["biography"] == "yes"

    def draw(self, document: Document, podium: Podium) -> None:
        """The card or cards of a person."""
        portrait = self._portrait(podium.person)
        aside = PORTRAIT[0] + mm(5) if portrait else 0.0
        head = list(self._head(podium.person, aside))
        under = sum(item.height for item in head)
        room = self.size[1] - MARGIN - FOOT - OVER_FOOT
        start = max(under, PORTRAIT[1] + mm(2) if portrait else 0.0) + mm(3)
        again = self._lines(self.first.name_paragraph(podium.person, TITLE), 0)
        second = again.height + mm(5)
        for place, placed in enumerate(self._pages(podium, room - start, room - second)):
            page = document.page()
            pen = Pen(document, page, self.left, self.right, self.rtl)
            if place == 0:
                page.bookmark(self.first.name(podium.person, honorific=False))
                self._draw_head(pen, head, portrait, podium.person)
                pen.rule(0, pen.width, MARGIN + start - mm(1), NAVY, 0.8)
            else:
                with document.artifact():
                    again.draw(document, page, MARGIN - 2)
            self._draw(document, page, placed, MARGIN + (start if place == 0 else second))
            self._foot(pen)

    def _pages(self, podium: Podium, first: float, others: float) -> list[Placement]:
        """On as few cards as can be, with the biography set smaller where that helps."""
        tried: list[list[Placement]] = []
        for body in (BODY, *SMALLER):
            tried.append(list(paginate(self._text(podium, body), first, others)))
            if len(tried[-1]) == 1:
                break
        return min(tried, key=len)

    # -- what is said --------------------------------------------------------------------------

    def _head(self, person: Person, aside: float) -> Iterator[Lines]:
        """Names, how they are said, offices, languages: beside the portrait."""
        said: set[str] = set()
        air = 0.0
        for wording in self.wordings:
            bare = wording.name(person, honorific=False)
            if bare not in said:
                text = wording.name_paragraph(person, OTHER_NAME if said else NAME)
                sizes = OTHER_SIZES if said else NAME_SIZES
                yield self._name(text, sizes, air, aside, role="P" if said else "H1")
                air = UNDER_NASKH if wording.rtl else 0.0
            said.add(bare)
        hint = self.first.paragraph(person.pronunciation, SAID, "plain")
        offices = offices_on_paper(self.wordings, person, OFFICE, OFFICE)
        for text in filter(None, (hint, *offices, self._languages(person))):
            yield self._lines(text, 3, aside)

    def _name(
        self, text: Paragraph, sizes: Sequence[float], air: float, aside: float, *, role: str
    ) -> Lines:
        """A name whose family name has lines of its own where it needs several."""
        leading, room = NASKH if text.tall else 1.2, self.right - self.left - aside
        (name,) = set_names([text], room, sizes, lines=lambda _: 3, leading=leading)
        return self._placed(name.block, air, aside, role=role)

    def _languages(self, person: Person) -> Paragraph | None:
        if not person.languages:
            return None
        language = self.first.language
        spoken = [tongues.language_name(tag, language) for tag in person.languages]
        text = self.first.words.text(
            "Speaks: {languages}", languages=self.first.comma.join(spoken)
        )
        return self.first.paragraph(text, PART.but(colour=INK), "plain")

    def _text(self, podium: Podium, body: Style) -> Iterator[Chunk]:
        """The slots, each in one piece, then the biography in each language."""
        for slot, speaker in podium.parts:
            yield Chunk(tuple(self._slot(slot, speaker)))
        if not self.with_biography:
            return
        for wording in self.wordings:
            biography = wording.paragraph(podium.person.biography, body)
            if biography is not None and wording.plain(podium.person.biography):
                yield Chunk((self._lines(biography, 10, solid=False),))

    def _slot(self, slot: Slot, speaker: Speaker) -> Iterator[Item]:
        first, programme = self.first, self.first.dossier.programme
        start, end = programme.local_start(slot), programme.local_end(slot)
        if start is not None and end is not None:
            when = dates.time_interval(start, end, first.language)
            room = programme.room(slot.room_id)
            day = capital(dates.long_date(start.date(), first.language))
            place = first.plain(room.name) if room else ""
            line = DOT.join(filter(None, (when, day, place)))
            yield self._lines(
                Paragraph(
                    line,
                    HOUR.but(size=10.6, language=first.language),
                    setting="title",
                    rtl=self.rtl,
                ),
                6,
            )
        air = 1.0
        for wording in self.wordings:
            style = TITLE if wording is first else TITLE.but(weight=400, colour=INK)
            title = wording.paragraph(wording.heading(slot), style, "title")
            if title is not None:
                yield self._lines(title, air)
            air = UNDER_NASKH * TITLE.size / NAME.size if wording.rtl else 1.0
        label = first.role_label(speaker.role)
        topic = first.plain(speaker.topic)
        said = [label, topic, *first.floor(slot)]
        part = first.paragraph(DOT.join(filter(None, said)), PART, "title")
        if part is not None:
            yield self._lines(part, 1)

    def _lines(
        self,
        text: Paragraph,
        air: float,
        aside: float = 0.0,
        *,
        role: str = "P",
        solid: bool = True,
    ) -> Lines:
        if text.tall:
            text = text.at(text.style.size, max(text.leading, NASKH * text.style.size))
        block = text.set(self.right - self.left - aside)
        return self._placed(block, air, aside, role=role, solid=solid)

    def _placed(
        self, block: Block, air: float, aside: float, *, role: str = "P", solid: bool = True
    ) -> Lines:
        left = self.left + (0 if self.rtl else aside)
        right = self.right - (aside if self.rtl else 0)
        return Lines(block, air, self.rtl, left, right, role, solid)

    # -- drawing -------------------------------------------------------------------------------

    def _draw_head(
        self, pen: Pen, head: Sequence[Lines], portrait: Picture | None, person: Person
    ) -> None:
        if portrait is not None:
            wide, tall = PORTRAIT
            alt = self.first.name(person, honorific=False)
            with pen.document.tag("Figure", alt=alt):
                pen.page.image(pen.x(0, wide), MARGIN, wide, tall, portrait.content, crop=True)
        y = MARGIN - 2
        for item in head:
            item.draw(pen.document, pen.page, y)
            y += item.height

    @staticmethod
    def _draw(document: Document, page: Page, placed: Sequence[Placed], top: float) -> None:
        for item, offset in placed:
            item.draw(document, page, top + offset)

    def _foot(self, pen: Pen) -> None:
        y = self.size[1] - FOOT
        with pen.document.artifact():
            pen.page.rule(pen.left, y - 10, pen.right, y - 10, HAIRLINE)
            title = self.first.paragraph(self.first.dossier.event.title, FURNITURE, "plain")
            pen.text(0, y, title)

    def _portrait(self, person: Person) -> Picture | None:
        if person.consent(ConsentPurpose.PHOTOGRAPH) in WITHHELD:
            return None
        return self.first.dossier.picture(person.photo_id)
