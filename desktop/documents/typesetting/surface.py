"""What is drawn on a page besides text: rules, areas, images, all in points from the top left."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.documents.typesetting import making
from desktop.documents.typesetting.drawing import Drawing
from desktop.documents.typesetting.ink import Pen, colour
from desktop.documents.typesetting.tagging import Element

if TYPE_CHECKING:
    from desktop.documents.typesetting.document import Document

Rule = tuple[float, float, float, float]  # x and y of its ends
Box = tuple[float, float, float, float]  # x, y, width, height

FRAME = 0.8
"""Thickness of the line round an area that is framed instead of filled, in points."""
_QUARTER = 0.5523  # where the control points of a quarter circle are, in radii


class Surface:
    """Shapes and images; what is marked content of which structure element."""

    def __init__(self, document: "Document", number: int, size: tuple[float, float]) -> None:
        self.number = number
        self.width, self.height = size
        self.document = document
        self._out = document.canvas.operators
        self._pen = Pen(self._out, document.fonts)
        self._marked: Element | None = None
        self._open = False  # whether marked content is
        self.moved = 0
        """How often what is being drawn is turned, moved or clipped."""

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
        """A straight line."""
        self._decorate()
        dashes = f"[{' '.join(f'{length:.4g}' for length in dash)}]0 d " if dash else ""
        path = f"{x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l"
        self._out.append(f"q {dashes}{_stroke(colour, thickness)} {path} S Q")

    def rules(self, lines: Sequence[Rule], colour: str, thickness: float) -> None:
        """Straight lines of one kind, drawn at once."""
        self._decorate()
        high = self.height
        path = " ".join(
            [f"{x1:.2f} {high - y1:.2f} m {x2:.2f} {high - y2:.2f} l" for x1, y1, x2, y2 in lines]
        )
        self._out.append(f"q {_stroke(colour, thickness)} {path} S Q")

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
        """A filled or framed rectangle; x and y are its top left corner."""
        box = (x, y, width, height)
        path = self._rounded(box, radius) if radius else self._box(box)
        self._paint(path, fill, stroke, thickness)

    def rectangles(
        self,
        boxes: Sequence[Box],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        thickness: float = 0.5,
        radius: float = 0.0,
    ) -> None:
        """Many rectangles as one path: bars of a chart, modules of a QR."""
        paths = [self._rounded(box, radius) if radius else self._box(box) for box in boxes]
        self._paint(" ".join(paths), fill, stroke, thickness)

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
        box = (x - radius, y - radius, 2 * radius, 2 * radius)
        self._paint(self._rounded(box, radius), fill, stroke, thickness)

    def polygon(self, points: Sequence[tuple[float, float]], *, fill: str) -> None:
        """A filled polygon."""
        corners = [f"{x:.2f} {self.height - y:.2f}" for x, y in points]
        path = " ".join([f"{corners[0]} m", *(f"{at} l" for at in corners[1:]), "h"])
        self._paint(path, fill, None, 0.0)

    def image(
        self, x: float, y: float, width: float, height: float, data: bytes, *, crop: bool = False
    ) -> None:
        """A PNG or JPEG in a box: whole and centred, or filling it with its edges cut (crop)."""
        self._decorate()
        if watch := making.current().watch:
            watch.picture(self, width, height, data, crop=crop)
        self.document.canvas.picture((x, self.height - y - height, width, height), data, crop=crop)

    def drawing(self, x: float, y: float, drawing: Drawing) -> None:
        """A drawing with its upper left corner at (x, y)."""
        self._decorate()
        self.document.canvas.drawing(x, self.height - y - drawing.height, drawing)

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Generator[None]:
        """Drawing turned counter-clockwise about (x, y)."""
        canvas = self.document.canvas
        with self._state():
            canvas.translate(x, self.height - y)
            canvas.rotate(degrees)
            canvas.translate(-x, y - self.height)
            yield

    @contextmanager
    def shifted(self, x: float, y: float) -> Generator[None]:
        """Drawing moved by x to the right and y down."""
        with self._state():
            self.document.canvas.translate(x, -y)
            yield

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Generator[None]:
        """Drawing that shows inside a rectangle only."""
        with self._state():
            self._out.append(f"{self._box((x, y, width, height))} W n")
            yield

    @contextmanager
    def _state(self) -> Generator[None]:
        self._close_mark()
        self.document.canvas.save()
        before = self._pen.remember()
        self.moved += 1
        yield
        self.moved -= 1
        self._close_mark()
        self.document.canvas.restore()
        self._pen.state = before

    def _paint(self, path: str, fill: str | None, stroke: str | None, thickness: float) -> None:
        self._decorate()
        if fill in making.current().framed:
            fill, stroke, thickness = None, stroke or fill, max(thickness, FRAME)
        if fill:
            self._pen.fill(fill)
        if stroke:
            operator = "B" if fill else "S"
            self._out.append(f"q {_stroke(stroke, thickness)} {path} {operator} Q")
        elif fill:
            self._out.append(f"{path} f")

    def _box(self, box: Box) -> str:
        x, y, width, height = box
        return f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re"

    def _rounded(self, box: Box, radius: float) -> str:
        x, y, width, height = box
        left, right, top, bottom = x, x + width, self.height - y, self.height - y - height
        radius = min(radius, width / 2, height / 2)
        near = radius * (1 - _QUARTER)
        turns = (
            ((right - near, bottom), (right, bottom + near), (right, bottom + radius)),
            ((right, top - near), (right - near, top), (right - radius, top)),
            ((left + near, top), (left, top - near), (left, top - radius)),
            ((left, bottom + near), (left + near, bottom), (left + radius, bottom)),
        )
        sides = (
            (right - radius, bottom),
            (right, top - radius),
            (left + radius, top),
            (left, bottom + radius),
        )
        path = [f"{left + radius:.2f} {bottom:.2f} m"]
        for (side_x, side_y), turn in zip(sides, turns, strict=True):
            path.append(f"{side_x:.2f} {side_y:.2f} l")
            path.append(" ".join(f"{px:.2f} {py:.2f}" for px, py in turn) + " c")
        return " ".join([*path, "h"])

    # Marked content

    def _decorate(self) -> None:
        """What follows belongs to the open Figure, or else is decoration."""
        current = self.document.structure.current
        figure = current.role == "Figure" and not self.document.in_artifact
        self._mark(current if figure else None)

    def _mark(self, element: Element | None) -> None:
        """What follows belongs to an element, or to none (an artifact)."""
        if self._open and element is self._marked:
            return
        self._close_mark()
        self._marked, self._open = element, True
        if element is None:
            self._out.append("/Artifact BMC")
        else:
            mcid = self.document.structure.mark(element, self.document.canvas.current)
            self._out.append(f"/{element.role}<</MCID {mcid}>>BDC")

    def _close_mark(self) -> None:
        if self._open:
            self._out.append("EMC")
            self._open = False


def _stroke(value: str, thickness: float) -> str:
    return f"{thickness:.4g} w {colour(value)} RG"
