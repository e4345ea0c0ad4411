"""Podium signs: a name to be read from the last row, on both faces of a folded sheet.

A capital of 15 mm stands at five minutes of arc ten metres away, which good eyes read.
"""

from collections.abc import Iterator, Sequence

from desktop.documents.addressing import offices_on_paper
from desktop.documents.batch import batch, titled
from desktop.documents.dossier import Dossier
from desktop.documents.nameplate import set_names
from desktop.documents.pen import Pen, each
from desktop.documents.request import Progress, Request
from desktop.documents.seated import named
from desktop.documents.sheets import Sheet, fold_marks
from desktop.documents.speaking import speaking
from desktop.documents.tokens import GREY, INK, NAVY, OCHRE
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.places import table_number
from desktop.domain.seating import Shape

NAME = Style("sans", 600, colour=NAVY)
OTHER = Style("sans", 400, colour=INK)
OFFICE = Style("sans", 400, colour=INK)
SIZES = tuple(range(110, 30, -4))
"""Of the name, in points on half an A4; on two lines, under `TWO_LINES_FROM` on three."""
TWO_LINES_FROM = 52.0
OTHERS = (36.0, 32.0, 28.0, 25.0, 22.0, 20.0)
"""Of the name in another language; two of them leave the first the room."""
NUMBER, DIGIT = 180.0, 0.66
"""Of a table's number, in points; height of a digit, in sizes."""
MARGIN, FOLD_AIR = mm(12), mm(9)


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """A sheet a person as PDF, to be folded across its middle.

    Options: `choices.TABLE_SIGNS`. Raises CannotPrint where nobody speaks.
    """
    wordings = Wording.each(dossier, request.languages)
    size = max(request.size), min(request.size)
    signs = _Signs(wordings, size, with_office=request.options["offices"] == "yes")
    if request.options["of"] == "tables":
        faces = signs.table_faces(_tables(dossier, request))
    else:
        faces = signs.faces([one.person for one in speaking(dossier, request)])
    if not faces:
        raise CannotPrint("There is no sign to print: nobody speaks, or there is no table.")

    def steps(document: Document) -> Iterator[int]:
        for done, face in enumerate(faces, 1):
            signs.draw(document, *face)
            yield done

    title = titled(wordings[0], wordings[0].words.text("Podium signs"))
    return batch(title, request, steps, (progress, len(faces)), size=size)


def _tables(dossier: Dossier, request: Request) -> list[tuple[int, Localized]]:
    """The tables of the seating that a request names: number and name; rows have no signs."""
    seating = named(dossier, request.options["seating"])
    tables = seating.tables if seating else ()
    return [
        (table_number(tables, at), table.name)
        for at, table in enumerate(tables)
        if table.shape is not Shape.ROWS
    ]


class _Signs:
    """Sets and draws signs; both faces are the same."""

    def __init__(
        self, wordings: list[Wording], size: tuple[float, float], *, with_office: bool
    ) -> None:
        self.wordings, self.size, self.with_office = wordings, size, with_office
        self.scale = size[0] / mm(297)
        self.tall = size[1] / 2
        self.margin = MARGIN * self.scale
        self.width = size[0] - 2 * self.margin

    def faces(self, people: Sequence[Person]) -> list[tuple[Block, list[Block]]]:
        """Each name, all of one size if they hold, and what stands under it."""
        if not people:
            return []
        first = self.wordings[0]
        feet = [self._foot(person) for person in people]
        names = set_names(
            [first.name_paragraph(person, NAME, honorific=False) for person in people],
            self.width,
            [size * self.scale for size in SIZES],
            lines=lambda size: 2 if size >= TWO_LINES_FROM * self.scale else 3,
            rooms=[self._room(foot) for foot in feet],
            leading=1.1,
        )
        return [(name.block, foot) for name, foot in zip(names, feet, strict=True)]

    def _room(self, foot: Sequence[Block]) -> float:
        """Height that a face leaves for the name over its foot."""
        under = sum(block.height for block in foot)
        return self.tall - (2 * FOLD_AIR + mm(4)) * self.scale - under

    def table_faces(
        self, tables: Sequence[tuple[int, Localized]]
    ) -> list[tuple[Block, list[Block]]]:
        """A number as large as the name in each language under it leaves it room."""
        faces: list[tuple[Block, list[Block]]] = []
        for number, name in tables:
            names = [
                text
                for _, text in each(self.wordings, lambda w, n=name: w.plain(n), OTHER, OFFICE)
            ]
            foot = self._lines(names, OTHERS if len(names) < 3 else OTHERS[2:])
            size = min(NUMBER * self.scale, 0.9 * self._room(foot) / DIGIT)
            large = Paragraph(str(number), NAME, setting="plain", rtl=False).at(size, size)
            faces.append((large.set(self.width), foot))
        return faces

    def _foot(self, person: Person) -> list[Block]:
        """The name as the other languages write it, then the office in each."""
        said = {self.wordings[0].name(person, honorific=False)}
        others: list[Paragraph] = []
        for wording in self.wordings[1:]:
            name = wording.name(person, honorific=False)
            if name not in said:
                others.append(wording.name_paragraph(person, OTHER, honorific=False))
                said.add(name)
        blocks = self._lines(others, OTHERS if len(others) < 2 else OTHERS[2:])
        if self.with_office:
            offices = offices_on_paper(self.wordings, person, OFFICE, OFFICE.but(colour=GREY))
            blocks += self._lines(offices, (20, 18, 16.5, 15, 14, 12.5, 11))
        return blocks

    def _lines(self, texts: Sequence[Paragraph], sizes: Sequence[float]) -> list[Block]:
        steps = [size * self.scale for size in sizes]
        return list(fit(texts, self.width, steps, lines=1, leading=1.35).blocks)

    def draw(self, document: Document, name: Block, foot: Sequence[Block]) -> None:
        """A sheet: the lower face upright, the upper one head to head with it."""
        page = document.page()
        page.bookmark("".join(line.text for line in name.lines))
        sheet = Sheet(*self.size, 1, 1, *self.size, 0, 0, *self.size)
        fold_marks(document, page, sheet, down=self.tall)
        pen = Pen(document, page, self.margin, self.size[0] - self.margin, name.rtl)
        with document.tag("Art"):
            self._face(pen, self.tall, name, foot)
        with document.artifact(), page.turned(self.size[0] / 2, self.tall / 2, 180):
            self._face(pen, 0.0, name, foot)

    def _face(self, pen: Pen, top: float, name: Block, foot: Sequence[Block]) -> None:
        scale = self.scale
        y = top + self.tall - FOLD_AIR * scale - sum(block.height for block in foot)
        level = y - mm(1.2) * scale
        self._name(pen, top, level, name)
        if foot:
            middle, half = pen.width / 2, mm(18) * scale
            pen.rule(middle - half, middle + half, level, OCHRE, 1.6 * scale)
        for block in foot:
            pen.block(0, y + block.leading * 0.78, block, align="centre")
            y += block.height

    def _name(self, pen: Pen, top: float, level: float, name: Block) -> None:
        """Its letters in the middle between the fold and what is under them, off the fold."""
        size = name.lines[0].parts[0].style.size
        high, low = (0.86, 0.3) if name.rtl else (0.66, 0.08)
        letters = high * size + name.height - name.leading + low * size
        above = max(FOLD_AIR * self.scale, (level - top - letters) / 2)
        pen.block(0, top + above + high * size, name, align="centre", role="H1")
