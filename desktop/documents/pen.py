"""Drawing between two edges, of which the one where reading starts comes first.

Offsets count from that edge, so that a page whose first language runs from the right mirrors
itself. Every text is tagged in its language.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.ledger import Column
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Align, Page
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.typesetting.tagging import Scope
from desktop.documents.wording import Wording, spoken
from desktop.language import tags

Say = Callable[[Wording], str]
"""A phrase in the language of a wording."""
BETWEEN = "\u00a0\u00a0·  "
_ANCHORS = {"start": "left", "centre": "centre", "end": "right"}


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on a page between `left` and `right` (points); from the right where `rtl`."""

    document: Document
    page: Page
    left: float
    right: float
    rtl: bool = False

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.right - self.left

    def x(self, offset: float, width: float = 0.0) -> float:
        """Left edge of a box that is `width` wide and stands `offset` after the first edge."""
        return self.right - offset - width if self.rtl else self.left + offset

    def block(
        self,
        offset: float,
        y: float,
        block: Block | None,
        *,
        align: Align = "start",
        role: str = "P",
    ) -> float:
        """Lines in a box of the block's width, aligned as the page runs; the baseline after them.

        None draws nothing.
        """
        if block is None:
            return y
        turned = align != "centre" and block.rtl != self.rtl
        side: Align = ("end" if align == "start" else "start") if turned else align
        x = self.x(offset, block.width)
        return self.page.block(x, y, block, align=side, hang=0, role=role)

    def column(self, offset: float, width: float, scope: Scope | None = None) -> Column:
        """A column of a list; with a scope its cells are heads."""
        return Column(self.x(offset, width), width, scope)

    def text(
        self,
        offset: float,
        y: float,
        text: Paragraph | None,
        *,
        align: Align = "start",
        role: str = "P",
    ) -> float:
        """One line whose start, middle or end stands at the offset; its width."""
        if text is None:
            return 0.0
        line = text.single()
        before = {"start": 0.0, "centre": 0.5, "end": 1.0}[align] * line.width
        x = self.x(offset - before, line.width)
        return self.page.line(x, y, line, text.language, role=role)

    def rule(self, start: float, stop: float, y: float, colour: str, thickness: float) -> None:
        """A level rule between two offsets."""
        with self.document.artifact():
            self.page.rule(self.x(start), y, self.x(stop), y, colour, thickness)

    def area(self, offset: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        with self.document.artifact():
            self.page.rectangle(self.x(offset, width), y, width, height, fill=colour)


def together(
    wordings: Sequence[Wording],
    say: Say,
    style: Style,
    second: Style | None = None,
    between: str = BETWEEN,
) -> Paragraph | None:
    """What is said in each language on one line, the same words once; None where nothing is.

    The languages after the first are set in the style `second`.
    """
    spans: dict[str, Span] = {}
    for wording in wordings:
        text = say(wording)
        look = second if spans and second else style
        if text:
            whole = _whole(text, wording, rtl=wordings[0].rtl)
            spans.setdefault(text, Span(whole, spoken(look, wording.language)))
    joined: list[Span] = []
    for span in spans.values():
        joined += [Span(between, style), span] if joined else [span]
    rtl = wordings[0].rtl
    return Paragraph(joined, setting="title", rtl=rtl) if joined else None


def _whole(text: str, wording: Wording, *, rtl: bool) -> str:
    """A text that keeps its full stop at its own end in a line that runs the other way.

    It runs as its language does, whatever it begins with: a foreign place before a date.
    """
    own = wording.apart(text)
    return own if wording.rtl == rtl else tags.isolate(own, "rtl" if wording.rtl else "ltr")


def each(
    wordings: Sequence[Wording], say: Say, first: Style, others: Style
) -> list[tuple[Wording, Paragraph]]:
    """What is said in each language, a paragraph a language, the same words once."""
    said: dict[str, tuple[Wording, Paragraph]] = {}
    for wording in wordings:
        text = say(wording)
        paragraph = wording.paragraph(text, others if said else first, "title")
        if paragraph is not None:
            said.setdefault(text, (wording, paragraph))
    return list(said.values())
