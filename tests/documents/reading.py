"""What a reader finds on paper: words, where they stand, what a page looks like."""

import ctypes
import re
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image


class Place(NamedTuple):
    """The origin of a character: page from 0, points from the upper left corner, baseline."""

    page: int
    x: float
    y: float


class Paper:
    """A printed PDF, read."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pdfium.PdfDocument(pdf)
        self.pages = [page.get_textpage() for page in self._document]
        self.texts = [page.get_text_range() for page in self.pages]

    def close(self) -> None:
        for page in self.pages:
            page.close()
        self._document.close()

    def __enter__(self) -> "Paper":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def words(self) -> str:
        """Everything, in the order of the file, without spaces: lines may break anywhere."""
        return packed("".join(self.texts))

    def __contains__(self, text: str) -> bool:
        return packed(text) in self.words

    def places(self, text: str) -> list[Place]:
        """Where a text (on one line) begins, every time."""
        found: list[Place] = []
        for number, page in enumerate(self.pages):
            height = self._document[number].get_height()
            searcher = page.search(text, match_case=True)
            while (hit := searcher.get_next()) is not None:
                found.append(self._origin(number, hit[0], height))
            searcher.close()
        return found

    def place(self, text: str) -> Place:
        found = self.places(text)
        assert found, f"{text!r} is not on the paper"
        return found[0]

    def size_of(self, text: str) -> float:
        """How large a text (on one line) is set where it first stands, in points."""
        for page in self.pages:
            searcher = page.search(text, match_case=True)
            hit = searcher.get_next()
            searcher.close()
            if hit is not None:
                return round(pdfium.raw.FPDFText_GetFontSize(page.raw, hit[0]), 2)
        raise AssertionError(f"{text!r} is not on the paper")

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page, in points."""
        return self._document[page].get_size()

    def trim(self, page: int) -> tuple[float, float, float, float]:
        """The page as cut: left, bottom, right and top edge from the lower left corner."""
        return self._document[page].get_trimbox()

    def picture(self, page: int, dpi: int) -> Image.Image:
        """A page in grey."""
        return self._document[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")

    def colours(self, page: int, dpi: int) -> Image.Image:
        """A page in red, green and blue."""
        return self._document[page].render(scale=dpi / 72).to_pil().convert("RGB")

    def _origin(self, number: int, index: int, height: float) -> Place:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw = pdfium.raw
        raw.FPDFText_GetCharOrigin(self.pages[number].raw, index, ctypes.byref(x), ctypes.byref(y))
        return Place(number, x.value, height - y.value)


def packed(text: str) -> str:
    """A text as compared: without spaces, invisible marks, and hyphens, which may end a line."""
    return re.sub(r"[-\s\u00ad\u2066-\u2069\ufffe\u200e\u200f\x02]+", "", text)
