"""Round tables on a plan: names at both sides of a table, each beside its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from desktop.documents.pen import Pen, each
from desktop.documents.seated import Place
from desktop.documents.seating_marks import (
    SMALL_DISC,
    TABLE,
    WHITE,
    Hall,
    chair,
    free,
    label,
    tone,
)
from desktop.documents.tokens import HAIRLINE, NAVY
from desktop.documents.typesetting.document import mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Align
from desktop.documents.typesetting.paragraph import fit
from desktop.documents.typesetting.style import Style
from desktop.domain.places import table_number

CELL = mm(86)
"""The least width in which a table stands with its names."""
RADIUS, DISC = mm(10), mm(2.9)
APART, BESIDE = mm(6.8), mm(2)
"""From disc to disc along the circle; from a disc to its name."""
TITLES = (7.0, 6.4, 5.8)
NAMES = (7.8, 7.4, 7.0, 6.6, 6.2)
GAP, AT_POLE = 4.0, 0.01
FIRST_NAME = 9.0
"""From a disc's middle to the line of the table's name."""
CENTRE = Style("serif", 600, colour=WHITE)
CAPTION = TABLE.but(colour=NAVY)
"""Of a table whose name its disc cannot hold: that stands over it."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A place on the circle (from the table's middle) with what is said of it."""

    at: int
    x: float
    y: float
    place: Place | None
    blocks: tuple[Block, ...]
    interpreted: bool = False

    @property
    def height(self) -> float:
        """Of what is said."""
        return sum(block.height for block in self.blocks)

    @property
    def at_pole(self) -> bool:
        """Whether the place is at the top or the bottom of the circle."""
        return abs(self.x) < AT_POLE


class RoundTable:
    """A round table set in a cell of a width."""

    def __init__(self, hall: Hall, table: int, width: float) -> None:
        self.hall, self.table, self.width = hall, table, width
        self.value = hall.plan.seating.tables[table]
        self.circle = max(RADIUS + mm(4.4), self.value.places * APART / (2 * pi))
        room = width / 2 - self.circle - DISC - BESIDE - mm(2)
        self.inner = self.circle - mm(4.4)
        self.title = self._names(TABLE, 2 * self.inner - mm(3))
        deep = FIRST_NAME + sum(block.height for block in self.title)
        self.caption: tuple[Block, ...] = ()
        if deep > self.inner:
            self.title, self.caption = (), self._names(CAPTION, width - mm(8))
        every = self._labels(room)
        self.top = [one for one in every if one.at_pole and one.y < 0]
        self.bottom = [one for one in every if one.at_pole and one.y > 0]
        self.right = [one for one in every if one.x > 0 and not one.at_pole]
        self.left = [one for one in every if one.x < 0 and not one.at_pole][::-1]
        reach = (_reach(side, _levels(side)) for side in (self.left, self.right))
        self.half = max(self.circle + DISC + BESIDE, *reach)

    @property
    def above(self) -> float:
        """Room for the table's name, where it stands there, and the guest's above the others."""
        top = max((one.height + GAP for one in self.top), default=0.0)
        return top + sum(block.height for block in self.caption) + (GAP if self.caption else 0.0)

    @property
    def height(self) -> float:
        """With the names above and below."""
        below = max((one.height + GAP for one in self.bottom), default=0.0)
        return self.above + 2 * self.half + below

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw in the cell whose left upper corner is given."""
        x, middle = x + self.width / 2, y + self.above + self.half
        _stack(pen, x, y + TITLES[0], self.caption)
        with pen.document.artifact():
            pen.page.circle(x, middle, self.inner, fill=NAVY)
        self._title(pen, x, middle)
        for one in (*self.top, *self.right, *self.bottom, *self.left):
            self._seat(pen, x, middle, one)
        self._side(pen, x, middle, self.right, "start")
        self._side(pen, x, middle, self.left, "end")
        for one in self.top:
            self._write(pen, x, middle - self.half - GAP - one.height, one, "centre")
        for one in self.bottom:
            self._write(pen, x, middle + self.half + GAP, one, "centre")

    def _labels(self, room: float) -> list[_Label]:
        """All places, the names of one size."""
        hall, count = self.hall, self.value.places
        places = {at: hall.plan.at(self.table, at) for at in range(1, count + 1)}
        names = [hall.name(place) for place in places.values() if place]
        size = fit(names, room, NAMES, lines=3, leading=1.16).size
        found: list[_Label] = []
        for at, place in places.items():
            angle = 2 * pi * (at - 1) / count
            x, y = self.circle * sin(angle), -self.circle * cos(angle)
            by = hall.plan.at(self.table, at, behind=True)
            said = [hall.name(place)] if place else []
            said += [hall.interpreter(by)] if by else []
            wide = self.width - mm(8) if abs(x) < AT_POLE else room
            blocks = fit(said, wide, [size], lines=3, leading=1.16).blocks
            found.append(_Label(at, x, y, place, blocks, by is not None))
        return found

    def _seat(self, pen: Pen, x: float, y: float, one: _Label) -> None:
        at_x, at_y = x + one.x, y + one.y
        if one.place is None:
            free(pen, at_x, at_y, DISC)
        else:
            with pen.document.artifact():
                pen.page.circle(
                    at_x, at_y, DISC, fill=WHITE, stroke=tone(one.place), thickness=1.2
                )
            number = SMALL_DISC.but(colour=tone(one.place))
            pen.page.text(at_x, at_y + 2.5, str(one.at), number, anchor="centre", rtl=False)
        if one.interpreted:
            out = (self.circle + mm(4.6)) / self.circle
            chair(pen, x + one.x * out, y + one.y * out)

    def _side(self, pen: Pen, x: float, y: float, side: Sequence[_Label], align: Align) -> None:
        """The names of a side, each as level with its place as the others allow."""
        edge = (self.circle + DISC + BESIDE) * (1 if align == "start" else -1)
        for one, top in zip(side, _levels(side), strict=True):
            if not one.blocks:
                continue
            first = y + top + one.blocks[0].leading * 0.62
            with pen.document.artifact():
                long = (one.x**2 + one.y**2) ** 0.5
                from_x, from_y = (c * (1 + DISC / long) for c in (one.x, one.y))
                near = x + edge - (1.5 if align == "start" else -1.5)
                pen.page.rule(x + from_x, y + from_y, near, first, HAIRLINE)
            self._write(pen, x + edge, y + top, one, align)

    def _write(self, pen: Pen, x: float, y: float, one: _Label, align: Align) -> None:
        with pen.document.tag("Sect"):
            for block in one.blocks:
                label(pen, x, y + block.leading * 0.85, block, align)
                y += block.height

    def _names(self, style: Style, width: float) -> tuple[Block, ...]:
        names = each(self.hall.wordings, lambda w: w.plain(self.value.name), style, style)
        return tuple(fit([name for _, name in names], width, TITLES, lines=1).blocks)

    def _title(self, pen: Pen, x: float, y: float) -> None:
        number = str(table_number(self.hall.plan.seating.tables, self.table))
        at = y + 1 if self.title else y + 5
        pen.page.text(x, at, number, CENTRE.but(size=15, leading=16), anchor="centre", rtl=False)
        _stack(pen, x, y + FIRST_NAME, self.title)


def _stack(pen: Pen, x: float, y: float, blocks: Sequence[Block]) -> None:
    for block in blocks:
        label(pen, x, y, block, "centre")
        y += block.height


def _levels(side: Sequence[_Label]) -> list[float]:
    """Where each name of a side begins, from the table's middle: level with its place."""
    tops: list[float] = []
    floor = -1e9
    for one in side:
        top = max(one.y - one.height / 2, floor)
        tops.append(top)
        floor = top + one.height + GAP
    low = tops[-1] + side[-1].height if side else 0.0
    high = tops[0] if side else 0.0
    shift = (low + high) / 2
    return [top - shift for top in tops]


def _reach(side: Sequence[_Label], tops: Sequence[float]) -> float:
    """How far the names of a side go above or below the table's middle."""
    ends = [top + one.height for one, top in zip(side, tops, strict=True)]
    return max([*map(abs, tops), *map(abs, ends)], default=0.0)
