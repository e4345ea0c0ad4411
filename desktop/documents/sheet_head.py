"""The head of a working sheet: logos, what it is, of which event; at its end when and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents import logos
from desktop.documents.masthead import eyebrows
from desktop.documents.pen import Pen, Say, each
from desktop.documents.tokens import INK, NAVY
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording

TITLE = Style("serif", 600, colour=NAVY)
FACT = Style("sans", 400, size=8, leading=11, colour=INK)
LOGO, GAP = mm(13), mm(2)
TAILS = 3.0
FACTS = mm(42)
"""Width of the facts at the end."""
APART = 3.5
"""From one fact to the next, beyond the leading."""


@dataclass(frozen=True, slots=True)
class SheetHead:
    """A head that is set; the same on every page of a document."""

    eyebrow: Block | None
    titles: tuple[Block, ...]
    marks: tuple[logos.Logo, ...]
    start: float

    @staticmethod
    def of(wordings: Sequence[Wording], what: Say, width: float) -> "SheetHead":
        """The head of a sheet `width` points wide that `what` names."""
        marks = [logo for logo in logos.logos(list(wordings), LOGO) if logo.picture][:3]
        start = sum(logo.width + GAP for logo in marks) + (mm(4) if marks else 0.0)
        second = TITLE.but(weight=400)
        event = wordings[0].dossier.event
        titles = [
            text for _, text in each(wordings, lambda w: w.plain(event.title), TITLE, second)
        ]
        room = width - start - FACTS
        sizes = (14.0, 13.0, 12.0, 11.0, 10.0)
        fitted = fit(titles, room, sizes, lines=1)
        if not fitted.fits:
            fitted = fit(titles, room, sizes[2:], lines=2)
        eyebrow = eyebrows(wordings, what)
        return SheetHead(
            eyebrow.set(room) if eyebrow else None, fitted.blocks, tuple(marks), start
        )

    def height(self, facts: Sequence[Paragraph | None]) -> float:
        """From the top of the logos to where the sheet may begin, under these facts."""
        titles = self._above + sum(map(_height, self.titles))
        told = sum(_told(fact).height + APART for fact in facts if fact)
        return max(max(LOGO, titles) + mm(6), told + mm(5))

    @property
    def _above(self) -> float:
        """Height of the eyebrow over the titles."""
        return self.eyebrow.height if self.eyebrow else 12.0

    def draw(self, pen: Pen, top: float, facts: Sequence[Paragraph | None]) -> None:
        """Draw; the first of the facts is set strong."""
        offset = 0.0
        with pen.document.artifact():
            for logo in self.marks:
                y = top + (LOGO - logo.height) / 2
                logo.draw(pen.document, pen.page, pen.x(offset, logo.width), y)
                offset += logo.width + GAP
        pen.block(self.start, top + 8, self.eyebrow)
        y = top + self._above
        for place, block in enumerate(self.titles):
            first = y + block.leading * (0.72 if block.rtl else 0.82)
            pen.block(self.start, first, block, role="P" if place else "H1")
            y += _height(block)
        y = top + 8
        for fact in filter(None, facts):
            for line in _told(fact).lines:
                with pen.document.tag("P", language=fact.language):
                    x = pen.x(pen.width - line.width, line.width)
                    pen.page.line(x, y, line, fact.language)
                y += FACT.leading
            y += APART


def _told(fact: Paragraph) -> Block:
    return fact.set(FACTS - mm(3))


def _height(block: Block) -> float:
    """Arabic letters reach into what follows them."""
    return block.height + (TAILS if block.rtl else 0.0)
