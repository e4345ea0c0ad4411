"""The printed programme, in one, two or three languages side by side."""

import io
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

from desktop.documents.agenda import Agenda
from desktop.documents.dossier import Dossier
from desktop.documents.furniture import RUNNING_HEAD, Foot, RunningHead
from desktop.documents.headings import ColumnHeads, Heading
from desktop.documents.masthead import Masthead
from desktop.documents.request import Progress, Request
from desktop.documents.scale import Scale
from desktop.documents.slots import SlotSetter
from desktop.documents.tokens import HAIRLINE
from desktop.documents.typesetting.columns import Columns, Entry
from desktop.documents.typesetting.document import Document, Page, mm
from desktop.documents.typesetting.frames import Item, Placed, paginate
from desktop.documents.wording import Wording

LADDER = (12.0, 11.5, 11.0, 10.75, 10.5)
SMALL_LADDER = (11.0, 10.75, 10.5)
"""Leadings that are tried, in points."""
LADDER_ENDS = 60
"""With more slots than these no step of the ladder saves what it costs to try."""
LONG = 11.0
"""The leading of such long programmes."""
AIR_OVER_FOOT = 7.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of a page in points, and what stands at its head and foot."""

    top: float
    bottom: float
    columns: Columns
    masthead: Masthead
    head: RunningHead
    foot: Foot
    small: bool

    @staticmethod
    def of(request: Request, wordings: list[Wording]) -> "Sheet":
        """The sheet for a paper and so many languages."""
        width, height = request.size
        small = width < mm(180)
        columns = _columns(width, wordings, small=small)
        event = wordings[0].dossier.event
        foot = Foot.of([event.footer] * len(wordings), wordings, columns)
        return Sheet(
            mm(13),
            height - foot.height - AIR_OVER_FOOT,
            columns,
            Masthead(wordings, columns, small=small),
            RunningHead.of([event.title] * len(wordings), wordings, columns),
            foot,
            small,
        )

    def pages(self, agenda: Agenda) -> Iterator[tuple[Placed, ...]]:
        """What stands on which page."""
        room = self.bottom - self.top
        return paginate(agenda.chunks(), room - self.masthead.height, room - RUNNING_HEAD)


def _columns(width: float, wordings: list[Wording], *, small: bool) -> Columns:
    """One language leaves room for a column of speakers, where the paper is wide enough."""
    count = len(wordings)
    margin = mm(12 if small else 16 if count > 2 else 17)
    aside = mm(15.5 if small else 17 if count > 2 else 19)
    gutter = mm((4 if small else 5.5) if count > 2 else (5 if small else 7))
    shares = (1.8, 1.0) if count == 1 and not small else (1.0,) * count
    return Columns(margin, width - margin, aside, gutter, shares, wordings[0].rtl)


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A programme as PDF.

    Options: `grouping` is `time` or `room` (without it: by room where many rooms run in
    parallel); `abstracts` is `no` to leave abstracts out. Cancelled slots are left out; those
    without a time stand at the end.
    """
    languages = request.checked(3)
    wordings = [Wording(dossier, language) for language in languages]
    sheet = Sheet.of(request, wordings)
    agenda = _fitted(dossier, request, wordings, sheet)
    stream = io.BytesIO()
    title = " / ".join(dict.fromkeys(w.plain(dossier.event.title) for w in wordings))
    with Document(stream, title=title, languages=languages, size=request.size) as document:
        _Printer(document, sheet, agenda).run(progress)
    return stream.getvalue()


def _fitted(dossier: Dossier, request: Request, wordings: list[Wording], sheet: Sheet) -> Agenda:
    """The agenda at the largest step that needs the fewest pages and breaks the fewest slots."""
    beside = sheet.columns.count > len(wordings)
    abstracts = request.options.get("abstracts") != "no"
    tongues = _tongues_differ(dossier)

    tall = any(wording.rtl for wording in wordings)

    def at(step: float) -> Agenda:
        scale = Scale(step, tall)
        setter = SlotSetter(wordings, sheet.columns, scale, beside, abstracts, tongues)
        return Agenda(dossier, setter, request.options.get("grouping", ""))

    ladder = SMALL_LADDER if sheet.small else LADDER
    if len(dossier.slots) > LADDER_ENDS:
        return at(ladder[-1] if sheet.small else LONG)
    steps = [at(step) for step in ladder]
    costs = [_cost(sheet.pages(agenda)) for agenda in steps]
    return steps[costs.index(min(costs))]


def _cost(pages: Iterator[tuple[Placed, ...]]) -> tuple[int, int]:
    """How many pages, and how many slots broken over two of them."""
    found = list(pages)
    broken = [item for page in found for item, _ in page if isinstance(item, Entry)]
    return len(found), sum(item.continued for item in broken)


def _tongues_differ(dossier: Dossier) -> bool:
    """Whether it has to be said at every slot what is spoken there."""
    said = {slot.floor_languages for slot in dossier.slots if slot.floor_languages}
    return len(said) > 1 or any(slot.interpretation for slot in dossier.slots)


class _Printer:
    """Draws page after page."""

    def __init__(self, document: Document, sheet: Sheet, agenda: Agenda) -> None:
        self._document, self._sheet, self._agenda = document, sheet, agenda
        self._table, self._in_table = ExitStack(), False

    def run(self, progress: Progress) -> None:
        """Draw every page; `progress` counts slots."""
        done, total = 0, self._agenda.count
        progress(0, total)
        for placed in self._sheet.pages(self._agenda):
            page = self._document.page()
            self._body(page, placed, self._head(page))
            self._sheet.foot.draw(self._document, page)
            done += sum(1 for item, _ in placed if isinstance(item, Entry) and not item.continued)
            progress(done, total)
        self._table.close()

    def _head(self, page: Page) -> float:
        """The masthead or a running head; returns where the frame begins."""
        sheet = self._sheet
        if page.number == 1:
            sheet.masthead.draw(self._document, page, sheet.top)
            return sheet.top + sheet.masthead.height
        sheet.head.draw(self._document, page, sheet.top)
        return sheet.top + RUNNING_HEAD

    def _body(self, page: Page, placed: tuple[Placed, ...], top: float) -> None:
        """The items; a run of entries ends in a hairline."""
        columns = self._sheet.columns
        followers = (*(item for item, _ in placed[1:]), None)
        for (item, offset), following in zip(placed, followers, strict=True):
            self._tabulate(item)
            item.draw(self._document, page, top + offset)
            if isinstance(item, Entry) and not isinstance(following, Entry):
                end = top + offset + item.height
                with self._document.artifact():
                    page.rule(columns.left, end, columns.right, end, HAIRLINE)

    def _tabulate(self, item: Item) -> None:
        """Entries that follow one another are rows of one table, over pages too."""
        is_row = isinstance(item, Entry | ColumnHeads)
        if is_row and not self._in_table:
            self._table.enter_context(self._document.tag("Table"))
            self._in_table = True
        elif not is_row and not (isinstance(item, Heading) and item.rank == "continued"):
            self._table.close()
            self._in_table = False
