"""The printed programme, in one, two or three languages side by side."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop.documents.agenda import Agenda
from desktop.documents.attachments import attach_calendar
from desktop.documents.dossier import Dossier
from desktop.documents.furniture import RUNNING_HEAD, Foot, RunningHead
from desktop.documents.ladder import Placement, best
from desktop.documents.masthead import Masthead
from desktop.documents.profiles import profiles
from desktop.documents.request import FROM_A4_TO_A3, PAPERS, Progress, Request
from desktop.documents.scale import LARGEST, Scale
from desktop.documents.sections import Spread
from desktop.documents.slots import Detail, SlotSetter
from desktop.documents.tables import Tables
from desktop.documents.tokens import FURNITURE, NBSP
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.entries import Entry
from desktop.documents.typesetting.frames import BLANK, Chunk, paginate
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.style import Span
from desktop.documents.wording import Wording, once
from desktop.domain.localized import Localized
from desktop.domain.slot import SlotKind, SlotStatus
from desktop.language.translation import msgid

LADDER = (12.0, 11.5, 11.0, 10.75, 10.5)
SMALL_LADDER = (11.0, 10.75, 10.5)
"""Leadings that are tried, in points."""
LARGER = (1.4, 1.3, 1.2, 1.1)
"""How much larger still everything on a poster is, where a sheet holds it."""
NARROWEST = (mm(120), mm(148), mm(190))
"""The width, before it is magnified, that one, two and three languages need on a poster."""
LADDER_ENDS = 60
"""With more slots than these no step of the ladder saves what it costs to try."""
LONG = 11.0
"""The leading of such long programmes."""
MANY = 10
"""With so many slots of one kind it is the others that need to be told."""
AIR_OVER_FOOT = 7.0
WIDE_SPACE = "\u2003"
"""Between two things that the foot says: where a line ends there, nothing of it is seen."""
ON_ONE_LINE = 48
"""Letters of a version that is not broken at the foot."""


class Step(NamedTuple):
    """A step of the fit ladder: the leading in points, how much is told, and `Scale.full`."""

    leading: float
    detail: Detail = "full"
    full: float = LARGEST


CLOSEST = (Step(9.75, "titles", 13.5), Step(8.9, "titles", 14.5))
"""The last steps, for one page of many slots."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of a page in points, and what stands at its head and foot."""

    width: float
    top: float
    bottom: float
    columns: Columns
    masthead: Masthead
    head: RunningHead
    foot: Foot
    small: bool

    @staticmethod
    def of(request: Request, wordings: list[Wording], size: tuple[float, float]) -> "Sheet":
        """The sheet for a paper and so many languages."""
        width, height = size
        small, poster = width < mm(180), request.options.get("form") == "poster"
        style, event = request.style, wordings[0].dossier.event
        columns = _columns(width, wordings, style.programme_margin, small=small)
        logo = mm(style.programme_logos) * (0.78 if small else 1.3 if poster else 1.0)
        said = once(event.footer or style.footer, wordings)
        foot = Foot.of(list(map(_foot, wordings, said)), wordings, columns)
        most = 27.0 if poster else 16.0 if small else 21.0 if len(wordings) == 1 else 18.5
        return Sheet(
            width,
            mm(13),
            height - foot.height - AIR_OVER_FOOT,
            columns,
            Masthead(wordings, columns, logo, most),
            RunningHead.of(once(event.title, wordings), wordings, columns),
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


def _foot(wording: Wording, text: Localized) -> list[Span]:
    """What the event (or its house) says at the foot, and which version it is."""
    version = wording.version()
    if len(version) <= ON_ONE_LINE:
        version = version.replace(" ", NBSP)
    parts = [wording.spans(text, FURNITURE), wording.spans(version, FURNITURE)]
    return wording.joined(parts, WIDE_SPACE, FURNITURE)


def _columns(width: float, wordings: list[Wording], margin: float, *, small: bool) -> Columns:
    """One language leaves room for a column of speakers, where the paper is wide enough."""
    count = len(wordings)
    side = mm(margin - (5 if small else count > 2))
    aside = mm(17 if small else 17 if count > 2 else 19)
    gutter = mm((4 if small else 5.5) if count > 2 else (5 if small else 7))
    shares = (1.0, 1.0) if count == 1 and not small else (1.0,) * count
    return Columns(side, width - side, aside, gutter, shares, wordings[0].rtl)


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A programme as PDF.

    Options: `form` is "full", "summary" (one page, with as much as it holds) or "poster" (what a
    summary says, as large as a sheet holds it; A3 instead of A4). `grouping` is "time", "room" or
    "track" (without it: by room where many rooms run in parallel). `abstracts` and `biographies`
    are "yes" or "no". Cancelled slots are left out; those without a time stand at the end.
    """
    languages = request.checked(3)
    wordings = Wording.each(dossier, languages)
    size, magnified = _paper(request)
    sheet, pages = _laid_out(
        dossier, request, wordings, (size[0] / magnified, size[1] / magnified)
    )
    stream = io.BytesIO()
    title = " / ".join(dict.fromkeys(w.plain(dossier.event.title) for w in wordings))
    with Document(
        stream, title=title, languages=languages, size=size, magnified=size[0] / sheet.width
    ) as document:
        _draw(document, sheet, pages, progress, _count(dossier))
        attach_calendar(document, dossier)
    return stream.getvalue()


def _paper(request: Request) -> tuple[tuple[float, float], float]:
    """The sheet, and how much larger than on A4 everything on it is."""
    if request.options.get("form") == "poster" and request.paper in ("A4", "A3"):
        return PAPERS["A3"], FROM_A4_TO_A3
    return request.size, 1.0


def _laid_out(
    dossier: Dossier, request: Request, wordings: list[Wording], size: tuple[float, float]
) -> tuple[Sheet, Iterable[Placement]]:
    """A sheet with its pages; a poster's is smaller, to be magnified, where one page holds all."""
    is_poster = request.options.get("form") == "poster" and len(dossier.slots) <= LADDER_ENDS
    for larger in LARGER if is_poster else ():
        if size[0] / larger < NARROWEST[len(wordings) - 1]:
            continue
        sheet = Sheet.of(request, wordings, (size[0] / larger, size[1] / larger))
        steps = [Step(leading, "names") for leading in LADDER]
        pages = list(_fitted(dossier, request, wordings, sheet, steps))
        if len(pages) == 1:
            return sheet, pages
    sheet = Sheet.of(request, wordings, size)
    return sheet, _fitted(dossier, request, wordings, sheet, _steps(dossier, request, sheet))


def _fitted(
    dossier: Dossier,
    request: Request,
    wordings: list[Wording],
    sheet: Sheet,
    steps: Sequence[Step],
) -> Iterable[Placement]:
    """The pages at the largest step that needs the fewest and breaks the fewest slots."""
    options = request.options
    full = options.get("form", "full") == "full"
    beside = full and sheet.columns.count > len(wordings)
    abstracts = full and options.get("abstracts") != "no"
    tongues, unsaid = tongues_differ(dossier), usual_kind(dossier)
    tall = any(wording.rtl for wording in wordings)
    columns = sheet.columns if beside else replace(sheet.columns, shares=(1.0,) * len(wordings))

    def at(step: Step) -> Iterator[Chunk]:
        setter = SlotSetter(
            wordings,
            columns,
            Scale(step.leading, tall, step.full),
            beside,
            abstracts,
            tongues,
            unsaid,
            step.detail,
        )
        yield from Agenda(dossier, setter, options.get("grouping", ""), charts=full).chunks()
        if options.get("biographies") == "yes":
            yield from biographies(wordings, sheet.columns)

    if len(steps) == 1:
        return sheet.pages(at(steps[0]))
    return best((list(at(step)) for step in steps), sheet.pages)


def _steps(dossier: Dossier, request: Request, sheet: Sheet) -> Sequence[Step]:
    """The steps of the fit ladder that are tried."""
    form = request.options.get("form", "full")
    if len(dossier.slots) > LADDER_ENDS:
        if form == "full":
            return [Step(SMALL_LADDER[-1] if sheet.small else LONG)]
        return CLOSEST
    usual = SMALL_LADDER if sheet.small else LADDER
    if form == "full":
        return [Step(leading) for leading in usual]
    details: tuple[Detail, ...] = ("full", "names", "titles")
    told = details[form == "poster" :]
    return [*(Step(leading, detail) for detail in told for leading in usual), *CLOSEST]


def biographies(wordings: Sequence[Wording], columns: Columns) -> Iterator[Chunk]:
    """Those who speak and of whom something is told."""
    even = replace(columns, shares=(1.0,) * len(wordings))
    spread = Spread(tuple(wordings), even, replace(even, aside=0.0))
    return spread.section(msgid("Speakers"), profiles(spread, described=True))


def _count(dossier: Dossier) -> int:
    return sum(slot.status is not SlotStatus.CANCELLED for slot in dossier.slots)


def tongues_differ(dossier: Dossier) -> bool:
    """Whether it has to be said at every slot what is spoken there."""
    said = {slot.floor_languages for slot in dossier.slots if slot.floor_languages}
    return len(said) > 1 or any(slot.interpretation for slot in dossier.slots)


def usual_kind(dossier: Dossier) -> SlotKind | None:
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
