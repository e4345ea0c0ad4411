"""The words for the colours of categories, in as many lines as they need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.documents.categories import colour
from desktop.documents.pen import Pen, together
from desktop.documents.tokens import GREY
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import DOT, Wording
from desktop.language import terms

SMALL = Style("sans", 400, size=7, leading=9.6, colour=GREY)
BAR, BESIDE, APART = mm(0.9), mm(2.2), mm(4)


@dataclass(frozen=True, slots=True)
class Legend:
    """Categories with their words and offsets, line by line."""

    lines: tuple[tuple[tuple[float, str, Paragraph], ...], ...]
    width: float

    @staticmethod
    def of(wordings: Sequence[Wording], categories: Iterable[str], width: float) -> "Legend":
        """The legend of these categories, each once, within `width` points."""
        lines: list[list[tuple[float, str, Paragraph]]] = [[]]
        offset = widest = 0.0
        for category in dict.fromkeys(categories):
            text = together(
                wordings,
                lambda w, c=category: terms.category_group(c, w.language),
                SMALL,
                between=DOT,
            )
            if text is None:
                continue
            wide = BESIDE + text.single().width
            if offset and offset + wide > width:
                lines.append([])
                offset = 0.0
            lines[-1].append((offset, category, text))
            widest = max(widest, offset + wide)
            offset += wide + APART
        return Legend(tuple(map(tuple, lines)), widest)

    @property
    def height(self) -> float:
        """Of its lines."""
        return len(self.lines) * SMALL.leading

    def draw(self, pen: Pen, y: float) -> None:
        """Draw with the first baseline at `y`."""
        for line in self.lines:
            for offset, category, text in line:
                pen.area(offset, y - 6, BAR, 7.2, colour(category))
                pen.text(offset + BESIDE, y, text)
            y += SMALL.leading
