"""The pages of a booklet, one after the other: cover, contents, programme, speakers, back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from desktop.documents import book_cover, imposition
from desktop.documents.agenda import Agenda
from desktop.documents.book_contents import Contents, Topic
from desktop.documents.data_figure import DataFigure
from desktop.documents.dossier import Dossier
from desktop.documents.headings import Heading
from desktop.documents.ladder import Placement, best
from desktop.documents.leaf import ASIDE, INNER, OUTER, Leaf, Paint
from desktop.documents.profiles import GAP, PORTRAIT, Profile, profiles
from desktop.documents.programme import LADDER_ENDS, tongues_differ, usual_kind
from desktop.documents.request import Request
from desktop.documents.scale import Scale
from desktop.documents.sections import BODY, Spread
from desktop.documents.slots import SlotSetter
from desktop.documents.tables import Tables
from desktop.documents.tokens import GREY, HAIRLINE, NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.entries import Entry, Text
from desktop.documents.typesetting.frames import Chunk, Item, Placed, air, paginate
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.domain.slot import Slot
from desktop.language.translation import msgid

LADDER = (12.0, 11.5, 11.0, 10.5)
FULL = 11.75
"""The step at which type has its full size."""
TOP, BOTTOM = mm(13), mm(16)
HEAD = 46.0
"""Height of the programme's title with days and place, in points."""
TITLE = Style("serif", 600, size=18, leading=22, colour=NAVY)
WHEN = Style("sans", 400, size=8.3, leading=10.5, colour=GREY)
ABOUT = BODY.but(size=10.2, leading=13.5)
NOTE_LINES = mm(8)
UNDER_HEADING = 5.0
"""Points between a heading and the portraits under it, beyond what slots need."""
MOST_TOPICS = 14
"""With more talks than these a table of contents names days and rooms only."""


class Book:
    """A dossier's booklet with pages of a size in points."""

    def __init__(self, dossier: Dossier, request: Request, width: float, height: float) -> None:
        self.dossier, self.request = dossier, request
        self.width, self.height = width, height
        self.wordings = tuple(Wording.each(dossier, request.languages))
        self.rtl = self.wordings[0].rtl
        self.title = " / ".join(dict.fromkeys(w.plain(dossier.event.title) for w in self.wordings))

    def pages(self) -> list[Paint]:
        """Every page in the order of reading, a multiple of four."""
        about = list(self._about())
        opening: list[Paint] = [self._cover, *(about or [_blank])]
        start = len(opening) + 2  # after the table of contents
        start += start % 2 * (len(self.wordings) - 1)  # languages that face each other
        body = self._body()
        contents = Contents(self.wordings, self._topics(body, start, about=bool(about)))
        opening += [contents.paint]
        opening += [self._notes] * (start - 1 - len(opening))
        spreads = [paint for index in range(len(body)) for paint in self._facing(body, index)]
        found = [*opening, *spreads]
        spare = imposition.padded(len(found) + 1) - len(found) - 1
        return [*found, *[self._notes] * spare, self._back]

    # -- the parts -----------------------------------------------------------------------------

    def _cover(self, document: Document, page: Page, leaf: Leaf) -> None:
        bleed = mm(3) if self.request.options.get("form") == "bleed" else 0.0
        book_cover.front(document, page, leaf, self.wordings, self.request.style, bleed)

    def _back(self, document: Document, page: Page, leaf: Leaf) -> None:
        book_cover.back(document, page, leaf, self.wordings, self.request.style)

    def _about(self) -> Iterator[Paint]:
        """What the event is about, every language in its column."""
        side = (INNER + OUTER) / 2
        shares = (1.0,) * len(self.wordings)
        columns = Columns(side, self.width - side, 0, mm(7), shares, self.rtl)
        spread = Spread(self.wordings, columns, columns)
        text = spread.text(self.dossier.event.summary, ABOUT)
        if text is not None:
            chunks = [Chunk((spread.heads(msgid("About the event")), text))]
            room = self.height - TOP - BOTTOM
            yield from (partial(self._flow, placed) for placed in paginate(chunks, room, room))

    def _flow(self, placed: Placement, document: Document, page: Page, leaf: Leaf) -> None:
        for item, top in placed:
            item.draw(document, page, TOP + top)
        leaf.foot(document, page, self.wordings[0])

    def _notes(self, document: Document, page: Page, leaf: Leaf) -> None:
        """Lines to write on, so that no page is left over."""
        words = dict.fromkeys(wording.words.text("Notes") for wording in self.wordings)
        y = TOP + 7
        columns = leaf.columns(self.wordings[0])
        with document.artifact():
            title = self.wordings[0].paragraph(DOT.join(words), TITLE.but(size=12), "title")
            if title is not None:
                page.block(leaf.left, y, title.set(columns.right - columns.left), hang=0)
            while y + NOTE_LINES < self.height - BOTTOM:
                y += NOTE_LINES
                page.rule(leaf.left, y, leaf.right, y, HAIRLINE)
        leaf.foot(document, page, self.wordings[0])

    # -- programme and speakers ----------------------------------------------------------------

    def _body(self) -> list[Placement]:
        """What stands on each page of one language; the other's page has the same heights."""
        count, text = len(self.wordings), self.width - INNER - OUTER - ASIDE
        columns = Columns(0, ASIDE + count * text, ASIDE, 0, (1.0,) * count)
        room = self.height - TOP - BOTTOM
        ladder = LADDER if len(self.dossier.slots) <= LADDER_ENDS else LADDER[-1:]
        return best(
            (list(self._chunks(step, columns)) for step in ladder),
            lambda chunks, blank: paginate(chunks, room - HEAD, room, blank),
        )

    def _chunks(self, step: float, columns: Columns) -> Iterator[Chunk]:
        options, dossier = self.request.options, self.dossier
        setter = SlotSetter(
            self.wordings,
            columns,
            Scale(step, any(wording.rtl for wording in self.wordings), FULL),
            abstracts=options.get("abstracts") != "no",
            tongues=tongues_differ(dossier),
            unsaid=usual_kind(dossier),
            apart=True,
        )
        agenda = Agenda(dossier, setter, options.get("grouping", ""), heads=False)
        yield from agenda.chunks()
        if options.get("biographies") != "no":
            yield from self._speakers(columns)

    def _speakers(self, columns: Columns) -> Iterator[Chunk]:
        """Those of whom something is told, under a heading of their own."""
        whole = replace(columns, right=columns.right + (columns.count - 1) * ASIDE, aside=0.0)
        beside = replace(whole, gutter=PORTRAIT[0] + GAP)  # each page has its portraits
        spread = Spread(self.wordings, whole, beside)
        texts = [wording.words.text("Speakers") for wording in self.wordings]
        heading = Heading.of("day", texts, self.wordings, columns)
        heads: list[Item] = [heading, air(UNDER_HEADING)]
        for profile in profiles(spread, described=True):
            yield Chunk((*heads, profile), opens=bool(heads))
            heads = []

    def _facing(self, body: list[Placement], index: int) -> list[Paint]:
        """A page for each language."""
        return [
            partial(self._page, body[index], index == 0, column)
            for column in range(len(self.wordings))
        ]

    def _page(
        self,
        placed: Placement,
        first: bool,
        column: int,
        document: Document,
        page: Page,
        leaf: Leaf,
    ) -> None:
        wording = self.wordings[column]
        columns, top = leaf.columns(wording), TOP
        if first:
            self._head(document, page, columns, wording)
            top += HEAD
        outlined = column == 0 and self.request.options.get("form", "sheets") != "sheets"
        tables = Tables(document)
        sides = [Placed(_side(i, column, columns, wording, outlined), y) for i, y in placed]
        tables.draw(page, sides, top)
        tables.close()
        leaf.foot(document, page, wording)

    def _head(self, document: Document, page: Page, columns: Columns, wording: Wording) -> None:
        """The word for programme, days and place."""
        x, width = columns.x(0), columns.width(0)
        title = wording.paragraph(wording.words.text("Programme"), TITLE, "title")
        when = DOT.join(filter(None, (wording.dates(), wording.place())))
        line = wording.paragraph(when, WHEN, "title")
        if title is not None:
            with document.tag("H1", language=wording.language):
                page.block(x, TOP + 7, title.set(width))
        if line is not None:
            with document.tag("P", language=wording.language):
                below = 27 if any(each.rtl for each in self.wordings) else 23
                page.block(x, TOP + below, line.set(width))

    # -- contents ------------------------------------------------------------------------------

    def _topics(self, body: list[Placement], start: int, *, about: bool) -> list[Topic]:
        """What a reader may look for: days and rooms, talks where there are not too many."""
        slots = {slot.id: slot for slot in self.dossier.slots}
        topics = [self._topic(msgid("About the event"), 2)] if about else []
        topics.append(self._topic(msgid("Programme"), start))
        heads, talks, under = list[Topic](), list[Topic](), 0
        for place, placed in enumerate(body):
            number = start + place * len(self.wordings)
            for at, (item, _) in enumerate(placed):
                if isinstance(item, Heading) and item.rank != "continued":
                    under = 0 if _of_speakers(placed[at:]) else item.level + 1
                    heads.append(Topic(_said(item), number, under))
                    talks.append(heads[-1])
                elif isinstance(item, Entry) and not item.continued:
                    talks += self._talk(slots[item.key], number, under + 1)
        return [*topics, *(talks if len(talks) <= MOST_TOPICS else heads)]

    def _topic(self, title: str, number: int) -> Topic:
        return Topic(tuple(w.words.text(title) for w in self.wordings), number, 0)

    def _talk(self, slot: Slot, number: int, rank: int) -> list[Topic]:
        if not (slot.speakers and slot.title):
            return []
        return [Topic((slot.title,) * len(self.wordings), number, rank)]


def _said(heading: Heading) -> tuple[str, ...]:
    """A heading's text in each language, however its lines are broken."""
    return tuple(" ".join(" ".join([ln.text for ln in b.lines]).split()) for b in heading.blocks)


def _of_speakers(placed: Sequence[Placed]) -> bool:
    """Whether what comes first under a heading are speakers, no slots."""
    kinds = (type(item) for item, _ in placed)
    return next((kind for kind in kinds if kind in (Entry, Profile)), Entry) is Profile


def _side(item: Item, index: int, columns: Columns, wording: Wording, outlined: bool) -> Item:
    """The part of an item that stands on one language's page; it keeps its height."""
    match item:
        case Entry():
            mark = item.bookmark if outlined else None
            return replace(item, only=index, columns=columns, bookmark=mark)
        case Heading():
            blocks = item.blocks[index : index + 1]
            title = item.title if outlined else ""
            return replace(item, blocks=blocks, columns=columns, title=title)
        case Profile():
            wide = replace(columns, aside=item.text.columns.aside)
            return replace(item, text=replace(item.text, only=index, columns=wide))
        case DataFigure():
            return DataFigure.of(item.chart.data, [wording], columns, item.chart.height)
        case Text():
            return replace(item, only=index, columns=columns)
        case _:
            return item


def _blank(document: Document, page: Page, leaf: Leaf) -> None:
    """The inside of the cover, where there is nothing to say."""
