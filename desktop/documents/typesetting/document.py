"""A PDF being written, page by page."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.typesetting.embedding import EmbeddedFace
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.paragraph import Block, Line, Paragraph
from desktop.documents.typesetting.style import Span, Style

Align = Literal["start", "centre", "end"]
Anchor = Literal["left", "centre", "right"]
A4, A5, A3, LETTER = (595.276, 841.89), (419.528, 595.276), (841.89, 1190.551), (612.0, 792.0)
rl_config.invariant = 1
rl_config.useA85 = 0


def mm(value: float) -> float:
    """Millimetres in points."""
    return value * 72 / 25.4


class Page:
    """The page being drawn. x runs right and y DOWN from the top left corner, in points.

    y of a text is its (first) baseline. What is drawn outside any tag is text of its own (a P)
    or, for rules, areas and images without alternative text, decoration.
    """

    def __init__(self, document: "Document", number: int, width: float, height: float) -> None:
        self.document, self.number, self.width, self.height = document, number, width, height
        self._c = document._canvas

    def block(
        self, x: float, y: float, block: Block, *, align: Align = "start", hang: float = 0.55
    ) -> float:
        """Draw lines in the column that starts (left edge) at x; returns the baseline that follows.

        "start" is the right edge in a right-to-left block. An opening quotation mark at a line's
        start hangs out of the column by `hang` of its width (0.92 for set-off quotations).
        """
        for line in block.lines:
            room = block.width - line.width
            left = {
                "start": room if block.rtl else 0.0,
                "centre": room / 2,
                "end": 0.0 if block.rtl else room,
            }[align]
            self._line(x + left, y, line)
            y += block.leading
        return y

    def text(
        self,
        x: float,
        y: float,
        text: str | Sequence[Span],
        style: Style | None = None,
        *,
        anchor: Anchor = "left",
        rtl: bool | None = None,
    ) -> float:
        """Draw one line without wrapping; returns its width. x is the edge or centre named by anchor."""
        lines = Paragraph(text, style, setting="plain", rtl=rtl).set(1e6).lines
        width = lines[0].width if lines else 0.0
        for line in lines[:1]:
            self._line(x - {"left": 0.0, "centre": width / 2, "right": width}[anchor], y, line)
        return width

    def _line(self, x: float, y: float, line: Line) -> None:
        ops = ["BT"]
        for part in line.parts:
            h = HexColor(part.style.colour)
            for run in part.word.runs:
                size = part.style.size * run.face.scale
                font = self.document._face(run.face)
                ops.append(f"{h.red:.3f} {h.green:.3f} {h.blue:.3f} rg /{font.name} {size:.3f} Tf")
                k = size / run.face.upem
                for g in run.glyphs:
                    ops.append(
                        f"1 0 0 1 {x + g.dx * k:.3f} {self.height - y + g.dy * k:.3f} Tm <{font.cid(g.id, g.text):04X}> Tj"
                    )
                    x += g.advance * k + (part.style.tracking if g.text else 0)
        ops.append("ET")
        self._c._code.append("\n".join(ops))

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: str = "#C9CED6",
        thickness: float = 0.5,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line, in points."""
        c = self._c
        c.setStrokeColor(HexColor(colour))
        c.setLineWidth(thickness)
        c.setDash(list(dash), 0)
        c.line(x1, self.height - y1, x2, self.height - y2)

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        thickness: float = 0.5,
        radius: float = 0.0,
    ) -> None:
        """A filled or framed rectangle, x and y its top left corner."""
        self.rectangles(
            [(x, y, width, height)], fill=fill, stroke=stroke, thickness=thickness, radius=radius
        )

    def rectangles(
        self,
        boxes: Sequence[tuple[float, float, float, float]],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        thickness: float = 0.5,
        radius: float = 0.0,
    ) -> None:
        """Many rectangles (x, y, width, height) as one path: bars of a chart, modules of a QR."""
        c = self._c
        if fill:
            c.setFillColor(HexColor(fill))
        if stroke:
            c.setStrokeColor(HexColor(stroke))
            c.setLineWidth(thickness)
        p = c.beginPath()
        for x, y, w, h in boxes:
            if radius:
                p.roundRect(x, self.height - y - h, w, h, radius)
            else:
                p.rect(x, self.height - y - h, w, h)
        c.drawPath(p, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        thickness: float = 0.5,
    ) -> None:
        """A filled or framed circle round (x, y)."""
        c = self._c
        if fill:
            c.setFillColor(HexColor(fill))
        if stroke:
            c.setStrokeColor(HexColor(stroke))
            c.setLineWidth(thickness)
        c.circle(x, self.height - y, radius, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def polygon(self, points: Sequence[tuple[float, float]], *, fill: str) -> None:
        """A filled polygon."""
        c = self._c
        p = c.beginPath()
        p.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            p.lineTo(x, self.height - y)
        p.close()
        c.setFillColor(HexColor(fill))
        c.drawPath(p, stroke=0, fill=1)

    def image(
        self, x: float, y: float, width: float, height: float, data: bytes, *, crop: bool = False
    ) -> None:
        """A PNG or JPEG inside a box: whole and centred, or (crop) filling it, its edges cut."""
        reader = ImageReader(io.BytesIO(data))
        w, h = reader.getSize()
        k = (max if crop else min)(width / w, height / h)
        c = self._c
        c.saveState()
        p = c.beginPath()
        p.rect(x, self.height - y - height, width, height)
        c.clipPath(p, stroke=0, fill=0)
        c.drawImage(
            reader,
            x + (width - w * k) / 2,
            self.height - y - height + (height - h * k) / 2,
            w * k,
            h * k,
            mask="auto",
        )
        c.restoreState()

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Drawing turned counter-clockwise about (x, y)."""
        c = self._c
        c.saveState()
        c.translate(x, self.height - y)
        c.rotate(degrees)
        c.translate(-x, y - self.height)
        yield
        c.restoreState()

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Drawing inside a rectangle only."""
        c = self._c
        c.saveState()
        p = c.beginPath()
        p.rect(x, self.height - y - height, width, height)
        c.clipPath(p, stroke=0, fill=0)
        yield
        c.restoreState()

    def bookmark(self, title: str, level: int = 0, y: float = 0.0) -> None:
        """An entry of the outline that leads to height y of this page."""


class Document:
    """A PDF/A file written into a stream page by page.

    Use as a context manager: what goes wrong inside leaves no finished file.
    """

    def __init__(
        self,
        target: BinaryIO | Path,
        *,
        title: str,
        languages: Sequence[str],
        author: str = "",
        subject: str = "",
        created: datetime | None = None,
        size: tuple[float, float] = A4,
        archival: Literal["2b", "1b"] = "2b",
    ) -> None:
        self.size, self._faces, self._number = size, {}, 0
        self._canvas: Any = Canvas(
            str(target) if isinstance(target, Path) else target,
            pagesize=size,
            lang=languages[0],
            invariant=1,
        )
        self._canvas.setTitle(title)
        self._open: Page | None = None

    def __enter__(self) -> "Document":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.close()

    def page(self, size: tuple[float, float] | None = None) -> Page:
        """Start a page; the one before is written and done with."""
        self._end_page()
        self._number += 1
        width, height = size or self.size
        self._canvas.setPageSize((width, height))
        self._open = Page(self, self._number, width, height)
        return self._open

    @contextmanager
    def tag(
        self,
        role: str,
        *,
        language: str | None = None,
        alt: str | None = None,
        scope: Literal["Column", "Row"] | None = None,
        span: tuple[int, int] = (1, 1),
    ) -> Iterator[None]:
        """What is drawn inside belongs to a structure element: "H1", "P", "Table", "TR", "TH", "TD", "Figure"...

        May stay open over several pages (a table). A Figure needs `alt`, a TH its `scope`;
        `span` is (rows, columns) of a cell.
        """
        yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is furniture (running heads, page numbers): readers skip it."""
        yield

    def attach(self, name: str, data: bytes, *, mime: str, description: str = "") -> None:
        """A file that travels inside the PDF."""

    def close(self) -> None:
        """Write what is left."""
        self._end_page()
        self._canvas.save()

    def _end_page(self) -> None:
        if self._open is not None:
            self._canvas.showPage()
            self._open = None

    def _face(self, face: Face) -> EmbeddedFace:
        if face not in self._faces:
            self._faces[face] = EmbeddedFace(face, f"G{len(self._faces) + 1}")
            self._canvas._doc.delayedFonts.append(self._faces[face])
        return self._faces[face]
