"""A proof: what went wrong with a document on paper, noted while it is made.

    made(kind, dossier, request, progress) -> (pdf, notes)

Nothing is ever cut off or left out for want of room; what had to be forced is told here.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import DocumentKind
from desktop.documents.request import Progress, Request
from desktop.documents.typesetting import making

if TYPE_CHECKING:
    from desktop.documents.typesetting.lines import Block, Line
    from desktop.documents.typesetting.surface import Surface

LEAST_DPI = 200
"""Dots an inch that a picture needs at its size on paper."""


class Defect(StrEnum):
    """What can be wrong on paper."""

    BROKEN = "broken_word"
    SHRUNK = "shrunk"
    NO_GLYPH = "no_glyph"
    OFF_PAPER = "off_paper"
    COARSE = "coarse_picture"


@dataclass(frozen=True, slots=True)
class Note:
    """A defect and the page where it is first met, from 1.

    `words` are the text that it befell and `characters` those of it that no face has; a picture
    is given by its bytes, and by the dots an inch that it has.
    """

    defect: Defect
    page: int
    words: str = ""
    characters: str = ""
    picture: bytes = b""
    dpi: int = 0


def made(
    kind: DocumentKind, dossier: Dossier, request: Request, progress: Progress
) -> tuple[bytes, list[Note]]:
    """A finished PDF, and what is wrong with it.

    Raises:
        CannotPrint: the request cannot be met.
        Cancelled: or whatever else `progress` raises.
    """
    proof = Proof()
    with making.using(replace(making.current(), watch=proof)):
        pdf = kind.make(dossier, request, progress)
    return pdf, proof.notes


class Proof:
    """Watches a document being made (`making.Watch`)."""

    def __init__(self) -> None:
        self._found: dict[tuple[Defect, str | bytes], Note] = {}
        self._known: set[str] = set()
        self._missing: set[str] = set()

    @property
    def notes(self) -> list[Note]:
        """Every defect once, in the order of the pages."""
        return list(self._found.values())

    def block(self, page: "Surface", x: float, y: float, block: "Block") -> None:
        """Look at a block of lines."""
        words = "".join([line.text for line in block.lines]).strip()
        self._read(page, words)
        if block.overflows:
            self._note(Note(Defect.BROKEN, page.number, words))
        elif block.cramped:
            self._note(Note(Defect.SHRUNK, page.number, words))
        low = y + max(0, len(block.lines) - 1) * block.leading
        if not page.moved and (x < 0 or x + block.natural > page.width or low > page.height):
            self._note(Note(Defect.OFF_PAPER, page.number, words))

    def line(self, page: "Surface", x: float, y: float, line: "Line") -> None:
        """Look at a line that stands alone."""
        self._read(page, line.text)
        if not page.moved and (x < 0 or x + line.width > page.width or y > page.height):
            self._note(Note(Defect.OFF_PAPER, page.number, line.text))

    def picture(
        self, page: "Surface", width: float, height: float, data: bytes, *, crop: bool
    ) -> None:
        """Look at a picture in a box."""
        from PIL import Image

        with Image.open(io.BytesIO(data)) as image:
            across, down = width / image.width, height / image.height
        dpi = round(72 / (max if crop else min)(across, down))
        if dpi < LEAST_DPI:
            self._note(Note(Defect.COARSE, page.number, picture=data, dpi=dpi))

    def _read(self, page: "Surface", words: str) -> None:
        from desktop.documents.typesetting import fonts, making

        letters = set(words)
        if not letters <= self._known:
            used = making.current().typefaces
            self._missing.update(fonts.missing("".join(letters - self._known), used))
            self._known |= letters
        if self._missing and letters & self._missing:
            characters = "".join(_each(words, self._missing))
            self._note(Note(Defect.NO_GLYPH, page.number, words, characters))

    def _note(self, note: Note) -> None:
        self._found.setdefault((note.defect, note.words or note.picture), note)


def _each(words: str, wanted: set[str]) -> Iterator[str]:
    """The wanted letters of a text, each once, in order."""
    return (letter for letter in dict.fromkeys(words) if letter in wanted)
