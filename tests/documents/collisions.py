"""Text that stands where it should not: over other text, or off the paper."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium

from tests.documents.reading import Paper

LIGATURE = 4
"""So many letters in a row may share one drawing."""
MUCH, MUCH_OF_NASKH = 0.3, 0.45
"""The share of a letter that another may cover by its box; Arabic letters reach under others."""


class Ink(NamedTuple):
    """A letter's box in points from the lower left corner, its baseline, its place in the text."""

    left: float
    right: float
    bottom: float
    top: float
    baseline: float
    letter: str
    index: int

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.top - self.bottom)

    def covers(self, other: "Ink") -> bool:
        """Whether so much of one lies over the other that a reader stumbles."""
        level = abs(self.baseline - other.baseline) < 0.5
        if level and (abs(self.index - other.index) <= LIGATURE or self.joins or other.joins):
            return False
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        if wide <= 0 or high <= 0:
            return False
        share = MUCH_OF_NASKH if self.joins or other.joins else MUCH
        return wide * high > share * min(self.area, other.area)

    @property
    def joins(self) -> bool:
        """Whether it is of a script whose letters join or carry marks."""
        return "\u0590" <= self.letter < "\u0e80" or self.letter >= "\ufb1d"


def collisions(paper: Paper) -> list[str]:
    """Letters over one another or off the trimmed page, with the words around them."""
    return [
        f"page {number + 1}: {said}"
        for number, page in enumerate(paper.pages)
        for said in _on_page(paper, number, page)
    ]


def _on_page(paper: Paper, number: int, page: pdfium.PdfTextPage) -> Iterator[str]:
    letters = sorted(one for one in _ink(page) if one.area > 1)
    text = page.get_text_range

    def around(one: Ink) -> str:
        return text(max(0, one.index - 12), 28).replace("\r\n", " | ")

    left, bottom, right, top = paper.trim(number)
    for at, one in enumerate(letters):
        if one.left < left - 1 or one.right > right + 1 or not bottom <= one.baseline <= top:
            yield f"{around(one)!r} is off the paper"
        for other in letters[at + 1 :]:
            if other.left >= one.right:
                break
            if one.covers(other):
                yield f"{around(one)!r} over {around(other)!r}"


def _ink(page: pdfium.PdfTextPage) -> Iterator[Ink]:
    raw = pdfium.raw
    x, y, *box = (ctypes.c_double() for _ in range(6))
    for index in range(page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(page.raw, index))
        if letter.isspace() or not letter.isprintable():
            continue
        raw.FPDFText_GetCharOrigin(page.raw, index, x, y)
        raw.FPDFText_GetCharBox(page.raw, index, *box)
        left, right, bottom, top = (edge.value for edge in box)
        yield Ink(left, right, bottom, top, y.value, letter, index)
