"""The printed programme, in one, two or three languages side by side."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.documents.agenda import Agenda
from desktop.documents.dossier import Dossier
from desktop.documents.furniture import RUNNING_HEAD, Foot, RunningHead
from desktop.documents.masthead import Masthead
from desktop.documents.request import Progress, Request
from desktop.documents.scale import Scale
from desktop.documents.slots import SlotSetter
from desktop.documents.tables import Tables
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.entries import Entry
from desktop.documents.typesetting.frames import BLANK, Chunk, Placed, paginate
from desktop.documents.typesetting.page import Page
from desktop.documents.wording import Wording
from desktop.domain.slot import SlotKind, SlotStatus

LADDER = (12.0, 11.5, 11.0, 10.75, 10.5)
SMALL_LADDER = (11.0, 10.75, 10.5)
"""Leadings that are tried, in points."""
LADDER_ENDS = 60
"""With more slots than these no step of the ladder saves what it costs to try."""
LONG = 11.0
"""The leading of such long programmes."""
MANY = 10
"""With so many slots of one kind it is the others that need to be told."""
CROWDED = 0.12
"""The share of a page that may stay blank where a whole page is to be saved."""
AIR_OVER_FOOT = 7.0

Placement = tuple[Placed, ...]


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

    def open(self, document: Document, page: Page) -> float:
        """Draw the head of a page; returns where its frame begins."""
        if page.number == 1:
            self.masthead.draw(document, page, self.top)
            return self.top + self.masthead.height
        self.head.draw(document, page, self.top)
        return self.top + RUNNING_HEAD

    def pages(self, chunks: Iterable[Chunk], blank: float = BLANK) -> Iterator[Placement]:
        """What stands on which page; `blank` is the share of a page that may stay empty."""
        room = self.bottom - self.top
        return paginate(chunks, room - self.masthead.height, room - RUNNING_HEAD, blank)


def _columns(width: float, wordings: list[Wording], *, small: bool) -> Columns:
    """One language leaves room for a column of speakers, where the paper is wide enough."""
    count = len(wordings)
    margin = mm(12 if small else 16 if count > 2 else 17)
    aside = mm(17 if small else 17 if count > 2 else 19)
    gutter = mm((4 if small else 5.5) if count > 2 else (5 if small else 7))
    shares = (1.0, 1.0) if count == 1 and not small else (1.0,) * count
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
    pages = _fitted(dossier, request, wordings, sheet)
    stream = io.BytesIO()
    title = " / ".join(dict.fromkeys(w.plain(dossier.event.title) for w in wordings))
    with Document(stream, title=title, languages=languages, size=request.size) as document:
        _draw(document, sheet, pages, progress, _count(dossier))
    return stream.getvalue()


def _fitted(
    dossier: Dossier, request: Request, wordings: list[Wording], sheet: Sheet
) -> Iterable[Placement]:
    """The pages at the largest step that needs the fewest and breaks the fewest slots."""
    beside = sheet.columns.count > len(wordings)
    abstracts = request.options.get("abstracts") != "no"
    tongues, unsaid = _tongues_differ(dossier), _usual_kind(dossier)
    tall = any(wording.rtl for wording in wordings)

    def at(step: float) -> Iterator[Chunk]:
        scale = Scale(step, tall)
        setter = SlotSetter(wordings, sheet.columns, scale, beside, abstracts, tongues, unsaid)
        return Agenda(dossier, setter, request.options.get("grouping", "")).chunks()

    ladder = SMALL_LADDER if sheet.small else LADDER
    if len(dossier.slots) > LADDER_ENDS:
        return sheet.pages(at(ladder[-1] if sheet.small else LONG))
    steps = [list(at(step)) for step in ladder]
    tried = [list(sheet.pages(step, blank)) for blank in (BLANK, CROWDED) for step in steps]
    return min(tried, key=_cost)


def _cost(pages: list[Placement]) -> tuple[int, int]:
    """How many pages, and how many slots broken over two of them."""
    entries = [item for page in pages for item, _ in page if isinstance(item, Entry)]
    return len(pages), sum(item.continued for item in entries)


def _count(dossier: Dossier) -> int:
    return sum(slot.status is not SlotStatus.CANCELLED for slot in dossier.slots)


def _tongues_differ(dossier: Dossier) -> bool:
    """Whether it has to be said at every slot what is spoken there."""
    said = {slot.floor_languages for slot in dossier.slots if slot.floor_languages}
    return len(said) > 1 or any(slot.interpretation for slot in dossier.slots)


def _usual_kind(dossier: Dossier) -> SlotKind | None:
    """The kind of most slots, where there are many: a conference's talks."""
    kinds = Counter(slot.kind for slot in dossier.slots)
    kind, count = max(kinds.items(), key=lambda item: item[1], default=(None, 0))
    return kind if count >= MANY and 2 * count > len(dossier.slots) else None


def _draw(
    document: Document, sheet: Sheet, pages: Iterable[Placement], progress: Progress, total: int
) -> None:
    """Draw every page; `progress` counts slots."""
    done = 0
    progress(0, total)
    tables = Tables(document)
    for placed in pages:
        page = document.page()
        tables.draw(page, placed, sheet.open(document, page))
        sheet.foot.draw(document, page)
        done += sum(1 for item, _ in placed if isinstance(item, Entry) and not item.continued)
        progress(done, total)
    tables.close()
