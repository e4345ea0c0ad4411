"""The report on an event, in one or two languages: before it a plan, after it a record."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.documents import coverage
from desktop.documents.agenda import Agenda
from desktop.documents.attachments import attach_figures
from desktop.documents.attendance import Attendance
from desktop.documents.data_figure import DataFigure
from desktop.documents.dossier import Dossier
from desktop.documents.figures_file import figures_file
from desktop.documents.furniture import Foot
from desktop.documents.ladder import Placement
from desktop.documents.letterhead import letterhead
from desktop.documents.masthead import eyebrow
from desktop.documents.profiles import profiles
from desktop.documents.report_figures import attendance_charts, figures_band, key_figures
from desktop.documents.report_summary import highlights
from desktop.documents.request import Progress, Request
from desktop.documents.roll import Line, Roll
from desktop.documents.scale import Scale
from desktop.documents.sections import BODY, Say, Spread
from desktop.documents.slots import SlotSetter
from desktop.documents.tables import Tables
from desktop.documents.tokens import GREY, NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.entries import Text
from desktop.documents.typesetting.frames import Chunk, Item, air, paginate
from desktop.documents.typesetting.paragraph import fit
from desktop.documents.typesetting.rows import Piece, Row, Stack, aligned
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.domain.localized import Localized
from desktop.domain.slot import SlotStatus
from desktop.language.translation import msgid

TITLE = Style("serif", 600, size=19, leading=24, colour=NAVY)
WHEN = Style("sans", 400, size=8.4, leading=12, colour=GREY)
TITLE_SIZES = (19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0)
TOP = mm(14)
UNDER_NASKH = 4.0
"""Points under a title for the tails of Arabic letters."""
STEP = 10.5
"""Step of the ladder at which the programme is set in a report."""


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A report as PDF, in one or two languages.

    Options: `summary` is "page" (an executive summary goes before) or "only"; `letterhead` is
    "names", "logos", "none" or "style"; `guests` is "no" to leave their list out. What nobody
    has entered is left out, headings and all. Portraits, names and quotations that
    somebody does not want printed are left out too.
    """
    languages = request.checked(2)
    report = _Report(dossier, request)
    stream = io.BytesIO()
    title = " / ".join(dict.fromkeys(map(report.title, report.spread.wordings)))
    with Document(stream, title=title, languages=languages, size=request.size) as document:
        report.draw(document, progress)
        attach_figures(document, figures_file(report.spread.wordings, report.attendance))
    return stream.getvalue()


class _Report:
    """A report's sections in order, and how they are drawn."""

    def __init__(self, dossier: Dossier, request: Request) -> None:
        wordings = tuple(Wording.each(dossier, request.languages))
        self.dossier, self.size = dossier, request.size
        self.options, self.style = request.options, request.style
        self.spread = _spread(wordings, request.size[0], self.style.report_margin)
        self.attendance = Attendance(dossier)
        self.foot = Foot.of([self._footer(w) for w in wordings], wordings, self.spread.whole)

    def title(self, wording: Wording) -> str:
        """The document's own title."""
        return f"{wording.plain(self.dossier.event.title)} — {self._kind(wording)}"

    def _footer(self, wording: Wording) -> str:
        event, house = self.dossier.event, self.style.footer.within(wording.language)
        said = (self._kind(wording), wording.plain(event.title), house)
        return DOT.join(filter(None, said))

    def _kind(self, wording: Wording) -> str:
        if self.attendance.held:
            return wording.words.text("Final report")
        return wording.words.text("Preparation report")

    def draw(self, document: Document, progress: Progress) -> None:
        """Draw every page; `progress` counts attendees, of whom there are most."""
        total = max(1, len(self.dossier.attendees))
        progress(0, total)
        tables, done = Tables(document), 0
        for placed in self._pages():
            page = document.page()
            top = TOP if page.number == 1 else TOP + mm(2)
            tables.draw(page, placed, top)
            self.foot.draw(document, page)
            done += sum(1 for item, _ in placed if isinstance(item, Line) and not item.is_head)
            progress(done, total)
        tables.close()
        progress(total, total)

    def _pages(self) -> Iterator[Placement]:
        """What stands on each page; a summary has one of its own."""
        room = self.size[1] - TOP - self.foot.height - 8
        wanted = self.options.get("summary", "no")
        if wanted == "no":
            yield from paginate(self._chunks(), room, room - mm(2))
            return
        yield from paginate(self._summary(room), room, room - mm(2))
        if wanted == "page":
            yield from paginate(self._chunks(summed=True), room - mm(2), room - mm(2))

    # -- sections ------------------------------------------------------------------------------

    def _summary(self, room: float) -> Iterator[Chunk]:
        """One page: what it was, the key figures, the talks, what was said."""
        label = msgid("Executive summary")
        opening = [*self._opening(lambda w: w.words.text(label)), *self._key_figures()]
        yield from opening
        room -= sum(item.height for chunk in opening for item in chunk.items)
        yield from (Chunk((item,)) for item in highlights(self.spread, room))

    def _chunks(self, *, summed: bool = False) -> Iterator[Chunk]:
        """Everything; where a summary went before, without what that says."""
        if summed:
            yield from _together(self._titles(self._kind))
        else:
            yield from self._opening(self._kind)
            yield from self._key_figures()
        yield from self._charts()
        yield from self._programme()
        spread = self.spread
        yield from spread.section(msgid("Speakers"), profiles(spread))
        yield from spread.section(msgid("What was said"), coverage.quotations(spread), apart=True)
        yield from spread.section(msgid("In the press"), coverage.press(spread))
        yield from spread.section(msgid("Photographs"), coverage.photographs(spread))
        yield from spread.section(
            msgid("Contacts between institutions"),
            coverage.contacts(spread),
            apart=True,
        )
        if self.options.get("guests") != "no":
            yield from self._roll()

    def _opening(self, label: Say) -> Iterator[Chunk]:
        yield from self._letterhead()
        yield from _together(self._titles(label))
        yield from _together([self.spread.text(self.dossier.event.summary, BODY, after=14)])

    def _titles(self, label: Say) -> list[Item | None]:
        """What kind of paper it is, the event's title, days and place."""
        return [
            _eyebrows(self.spread, label),
            _title(self.spread, self.dossier.event.title),
            self.spread.text(_when, WHEN, "title", after=12),
        ]

    def _letterhead(self) -> Iterator[Chunk]:
        form = self.options.get("letterhead", "style")
        wanted = "" if form == "style" else form
        yield from _together(
            letterhead(self.spread.wordings, self.spread.whole, self.style, wanted)
        )

    def _key_figures(self) -> Iterator[Chunk]:
        found = key_figures(self.spread, self.attendance)
        if len(found) > 1:
            yield Chunk((figures_band(self.spread, found),))

    def _charts(self) -> Iterator[Chunk]:
        if self.dossier.attendees:
            for item in attendance_charts(self.spread, self.attendance):
                yield Chunk((item,))

    def _programme(self) -> Iterator[Chunk]:
        held = self.attendance.held
        columns = replace(self.spread.whole, aside=mm(17))
        tall = any(wording.rtl for wording in self.spread.wordings)
        scale = Scale(STEP, tall)
        setter = SlotSetter(self.spread.wordings, columns, scale, abstracts=False)
        agenda = Agenda(self.dossier, setter, alone=False)
        head: list[Item] = [
            self.spread.head(msgid("The programme as held") if held else msgid("Programme"))
        ]
        for chunk in agenda.chunks():
            yield chunk._replace(items=(*head, *chunk.items), opens=chunk.opens or bool(head))
            head = []
        for slot in self.dossier.slots:
            if slot.data_set is not None and slot.status is not SlotStatus.CANCELLED:
                figure = DataFigure.of(slot.data_set, self.spread.wordings, self.spread.whole)
                yield Chunk((figure,))

    def _roll(self) -> Iterator[Chunk]:
        held = self.attendance.held
        head: list[Item] = [self.spread.head(msgid("Annex: guests"))]
        for chunk in Roll(self.spread, held=held).chunks():
            yield chunk._replace(items=(*head, *chunk.items), opens=chunk.opens or bool(head))
            head = []


def _spread(wordings: tuple[Wording, ...], width: float, side: float) -> Spread:
    """Two languages share the width; one leaves a margin beside its text."""
    small = width < mm(180)
    margin, gutter = mm(side - 8 if small else side), mm(5 if small else 8)
    whole = Columns(margin, width - margin, 0, gutter, (1.0,) * len(wordings), wordings[0].rtl)
    alone = len(wordings) == 1 and not small
    return Spread(wordings, replace(whole, aside=mm(38)) if alone else whole, whole)


def _eyebrows(spread: Spread, say: Say) -> Item:
    """What kind of paper this is, over the title of each language."""
    stacks: list[Stack] = []
    for wording in spread.wordings:
        text = say(wording) if wording.rtl else say(wording).upper()
        stacks.append([wording.paragraph(text, eyebrow(wording), "plain")])
    row = aligned(stacks, spread.columns)
    return air(0) if row is None else Text((row,), spread.columns, 4)


def _title(spread: Spread, title: Localized) -> Item | None:
    """The title of the event at one size, smaller where it is long."""
    paragraphs = [w.paragraph(title, TITLE, "title") for w in spread.wordings]
    found = [paragraph for paragraph in paragraphs if paragraph is not None]
    if not found:
        return None
    fitted = fit(found, spread.columns.width(0), TITLE_SIZES, lines=4, leading=1.26)
    after = UNDER_NASKH if any(block.rtl for block in fitted.blocks) else 0.0
    pieces = tuple((Piece(block, role="H1"),) for block in fitted.blocks)
    return Text((Row(pieces),), spread.columns, after)


def _when(wording: Wording) -> str:
    return DOT.join(filter(None, (wording.dates(), wording.place())))


def _together(items: Iterable[Item | None]) -> Iterator[Chunk]:
    found = tuple(item for item in items if item is not None)
    if found:
        yield Chunk(found)
