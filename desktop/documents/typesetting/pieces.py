"""A manuscript cut into the pieces that lines are made of, each with its width and its price."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from desktop.documents.typesetting import glue, hyphenation, shaping
from desktop.documents.typesetting.breaking import Item
from desktop.documents.typesetting.lines import Part
from desktop.documents.typesetting.manuscript import SOFT_HYPHEN, Manuscript

Setting = Literal["body", "plain", "title", "name"]


@dataclass(frozen=True, slots=True)
class Costs:
    """What ending a line costs: at a space, after a glue word, after a hyphen that is written."""

    space: float
    glue: float
    written: float
    hyphen: float = 0.35  # one that the break sets
    dash: float = 0.3  # before a dash, which would begin the next line


COSTS = {
    "body": Costs(space=0.0, glue=0.16, written=0.12),
    "plain": Costs(space=0.0, glue=0.16, written=0.12),
    "title": Costs(space=0.0, glue=2.0, written=1.0, hyphen=20.0, dash=1.0),
    "name": Costs(space=4.0, glue=6.0, written=8.0, hyphen=20.0, dash=6.0),
}
_FORCED = 1.0  # a cut through a word without a hyphen
_LONGEST = 400  # characters looked at for one line of a word without end


class Box(NamedTuple):
    """What no break of UAX #14 divides: text from start to stop, then space up to end."""

    start: int
    stop: int
    end: int
    parts: tuple[Part, ...]
    item: Item
    ends_line: bool


class Piece(NamedTuple):
    """A whole box, or the part of one up to a hyphen or a cut."""

    box: Box
    start: int
    end: int
    item: Item


def boxes(manuscript: Manuscript, setting: Setting, seams: Sequence[int]) -> Iterator[Box]:
    """The boxes of a paragraph."""
    costs, text = COSTS[setting], manuscript.text
    for start, stop, end in manuscript.unbroken():
        ends_line = text[end - 1] == "\n"
        soft = text[stop - 1 : stop] == SOFT_HYPHEN
        parts = tuple(manuscript.parts(start, end))
        width = sum([part.width for part in parts])
        trailing = 0.0
        if soft:
            trailing = _width(manuscript.parts(start, stop, hyphen=True)) - width
        elif stop < end:
            trailing = _width(manuscript.parts(start, stop)) - width
        price = 0.0 if end in seams else _price(manuscript, start, stop, end, costs)
        yield Box(start, stop, end, parts, Item(width, trailing, price, soft), ends_line)


def _width(parts: Sequence[Part]) -> float:
    return sum([part.width for part in parts])


def _price(manuscript: Manuscript, start: int, stop: int, end: int, costs: Costs) -> float:
    text, language = manuscript.text, manuscript.spans[0].style.language
    if stop == end:
        return costs.written if text[end - 1 : end] in "-‐/–—" else 0.05
    if glue.holds(text[start:stop], language):
        return costs.glue
    return costs.dash if text[end : end + 1] in ("—", "–") else costs.space


def whole(box: Box) -> Piece:
    """A box that is not divided."""
    return Piece(box, box.start, box.end, box.item)


def hyphenated(manuscript: Manuscript, box: Box, price: float) -> list[Piece]:
    """A box divided where its language allows a hyphen."""
    language = manuscript.spans[0].style.language
    cuts = hyphenation.points(manuscript.text[box.start : box.stop], language)
    if not cuts:
        return [whole(box)]
    pieces: list[Piece] = []
    done = 0.0
    for start, end in pairwise([box.start, *(box.start + cut for cut in cuts), box.end]):
        upto = box.item.width if end == box.end else _width(manuscript.parts(box.start, end))
        if end == box.end:
            item = Item(upto - done, box.item.trailing, box.item.price, box.item.hyphen)
        else:
            with_hyphen = _width(manuscript.parts(box.start, end, hyphen=True))
            item = Item(upto - done, with_hyphen - upto, price, hyphen=True)
        pieces.append(Piece(box, start, end, item))
        done = upto
    return pieces


def cut(manuscript: Manuscript, piece: Piece, width: float) -> list[Piece]:
    """A piece wider than the column, cut by force between the characters a reader sees."""
    start, stop = piece.start, min(piece.end, piece.box.stop)
    ends = [start + end for _, end in shaping.clusters(manuscript.text[start:stop])]

    def room(end: int) -> float:
        return width - _width(manuscript.parts(start, end))

    pieces: list[Piece] = []
    while len(ends) > 1:
        fits = _last_that_fits(ends[:_LONGEST], room)
        if fits == len(ends):
            break
        end = ends[fits - 1]
        pieces.append(Piece(piece.box, start, end, Item(width - room(end), 0.0, _FORCED)))
        start, ends = end, ends[fits:]
    space = 0.0 if piece.item.hyphen else -piece.item.trailing
    last = piece.item._replace(width=width - room(stop) + space)
    return [*pieces, Piece(piece.box, start, piece.end, last)]


def _last_that_fits(ends: Sequence[int], room: Callable[[int], float]) -> int:
    """How many characters, at least one, leave no less than nothing of the room."""
    low, high = 1, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if room(ends[middle - 1]) >= 0 else (low, middle - 1)
    return low
