"""The programme as a booklet: on sheets to be folded, or page by page for a print shop."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents import imposition
from desktop.documents.attachments import attach_calendar
from desktop.documents.book import Book
from desktop.documents.dossier import Dossier
from desktop.documents.leaf import Leaf, Paint
from desktop.documents.request import PAPERS, Progress, Request
from desktop.documents.tokens import GREY, INK
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.page import Page

BLEED, MARK, AWAY = mm(3), mm(5), mm(1)
"""Ink beyond the cut, length of a crop mark, and how far from the ink it stays."""
_DUPLEX = {"Duplex": "/DuplexFlipShortEdge", "PrintScaling": "/None"}


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A booklet as PDF, in one or two languages; two face each other, line by line.

    Pages are half the paper (A5 for A4, and for A3, where there is room for marks around them).
    Options: `form` is "sheets" (to be printed on both sides, turned over the short edge, and
    folded), "pages" or "bleed" (single pages with 3 mm beyond the cut). `marks` are crop marks
    and fold marks; `paper-weight` tells how far inner sheets creep out. `grouping`, `abstracts`
    and `biographies` as for a programme.
    """
    languages = request.checked(2)
    press = _Press(request)
    book = Book(dossier, request, press.leaf(1).width, press.leaf(1).height)
    pages = book.pages()
    stream = io.BytesIO()
    with Document(
        stream, title=book.title, languages=languages, size=press.size, viewing=press.viewing
    ) as document:
        press.run(document, pages, book.rtl, progress)
        attach_calendar(document, dossier)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class _Press:
    """How the pages of a book come on paper."""

    request: Request

    @property
    def folded(self) -> bool:
        """Whether two pages stand on each side of a sheet."""
        return self.request.options.get("form", "sheets") == "sheets"

    @property
    def marked(self) -> bool:
        """Whether marks are wanted."""
        return self.request.options.get("marks") == "yes"

    @property
    def bleed(self) -> float:
        """How far ink goes beyond the cut."""
        return BLEED if self.request.options.get("form") == "bleed" else 0.0

    @property
    def margin(self) -> float:
        """Paper around a single page."""
        return self.bleed + (AWAY + MARK if self.marked and not self.folded else 0.0)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        if self.folded:
            width, height = self.request.size
            return height, width
        leaf = self.leaf(1)
        return leaf.width + 2 * self.margin, leaf.height + 2 * self.margin

    def leaf(self, number: int, *, rtl: bool = False) -> Leaf:
        """A page of the book."""
        paper = "A4" if self.request.paper == "A3" else self.request.paper
        width, height = PAPERS[paper]
        return Leaf(number, height / 2, width, rtl)

    @property
    def viewing(self) -> dict[str, str]:
        """What a program is told about printing.

        It is not told that a book is read from the right: pdfium then turns round what is
        written from the left.
        """
        return _DUPLEX if self.folded else {}

    def run(
        self, document: Document, pages: Sequence[Paint], rtl: bool, progress: Progress
    ) -> None:
        """Draw every page; `progress` counts them."""
        progress(0, len(pages))
        if self.folded:
            self._fold(document, pages, rtl, progress)
            return
        for number, paint in enumerate(pages, 1):
            page = document.page()
            document.trim(self.margin, self.bleed)
            leaf = self.leaf(number, rtl=rtl)
            with page.shifted(self.margin, self.margin):
                paint(document, page, leaf)
            if self.marked:
                _crop(
                    document, page, self.margin, self.margin, leaf.width, leaf.height, self.bleed
                )
            progress(number, len(pages))

    def _fold(
        self, document: Document, pages: Sequence[Paint], rtl: bool, progress: Progress
    ) -> None:
        one, (width, height) = self.leaf(1), self.size
        left, top = width / 2 - one.width, (height - one.height) / 2
        thickness = imposition.THICKNESS[self.request.options.get("paper-weight", "80")]
        for index, sheet in enumerate(imposition.sheets(len(pages), rtl=rtl)):
            moved = mm(imposition.creep(index, thickness))
            for side in sheet:
                page = document.page()
                for number, x in ((side.left, left + moved), (side.right, width / 2 - moved)):
                    with page.shifted(x, top):
                        pages[number - 1](document, page, self.leaf(number, rtl=rtl))
                if self.marked:
                    _crop(document, page, left, top, 2 * one.width, one.height, 0)
                    _fold_marks(document, page)
            progress(imposition.PER_SHEET * (index + 1), len(pages))


def _crop(
    document: Document, page: Page, x: float, y: float, width: float, height: float, bleed: float
) -> None:
    """Marks at the corners of what is cut out, off its ink; none where they would be off paper."""
    near = bleed + AWAY
    with document.artifact():
        for edge, out in ((x, -1), (x + width, 1)):
            for level, down in ((y, -1), (y + height, 1)):
                start, stop = edge + out * near, edge + out * (near + MARK)
                page.rule(start, level, stop, level, INK, 0.3)
                start, stop = level + down * near, level + down * (near + MARK)
                page.rule(edge, start, edge, stop, INK, 0.3)


def _fold_marks(document: Document, page: Page) -> None:
    middle = page.width / 2
    with document.artifact():
        for start, stop in ((0.0, MARK), (page.height - MARK, page.height)):
            page.rule(middle, start, middle, stop, GREY, 0.4, (2, 2))
