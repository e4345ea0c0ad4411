"""What a printer has to know of a finished document: how many sheets of which size."""

import io
from collections import Counter
from dataclasses import dataclass

from desktop.documents.request import PAPERS

MM = 25.4 / 72
"""Millimetres in a point."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a document by the size of their sheet in whole millimetres.

    `duplex` says that both sides of a sheet are to be printed.
    """

    pages: dict[tuple[int, int], int]
    duplex: bool

    @property
    def count(self) -> int:
        """How many sheets of paper are printed."""
        pages = sum(self.pages.values())
        return (pages + 1) // 2 if self.duplex else pages

    @property
    def papers(self) -> str:
        """The sizes as a printer reads them: `A4 (210 × 297 mm)`."""
        return ", ".join(f"{_name(size)}{size[0]} × {size[1]} mm" for size in self.pages)


def sheets_of(pdf: bytes) -> Sheets:
    """Read a finished document."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        sizes = Counter(_size([float(edge) for edge in page.mediabox]) for page in document.pages)
        viewing = document.Root.get("/ViewerPreferences")
        duplex = str(viewing.get("/Duplex", "")) if viewing is not None else ""
    return Sheets(dict(sizes), duplex.startswith("/DuplexFlip"))


def _size(box: list[float]) -> tuple[int, int]:
    left, low, right, high = box
    return round((right - left) * MM), round((high - low) * MM)


def _name(size: tuple[int, int]) -> str:
    for name, points in PAPERS.items():
        if sorted(size) == sorted(round(edge * MM) for edge in points):
            return f"{name}, "
    return ""
