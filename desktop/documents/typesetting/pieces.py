"""A manuscript cut into the pieces that lines are made of, each with its width and its price."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Literal

from desktop.documents.typesetting import glue, hyphenation, shaping
from desktop.documents.typesetting.glyphs import MOST_WORDS, SPACES
from desktop.documents.typesetting.lines import Part
from desktop.documents.typesetting.manuscript import SOFT_HYPHEN, Manuscript
from desktop.documents.typesetting.style import Style

Setting = Literal["body", "plain", "title", "name"]


@dataclass(frozen=True, slots=True)
class Costs:
    """What ending a line costs: at a space, after a glue word, after a hyphen that is written."""

    space: float
    glue: float
    written: float
    unwritten: float = 0.05  # between characters of a script without spaces
    hyphen: float = 0.35  # one that the break sets
    dash: float = 0.3  # before a dash, which would begin the next line
    sense: float = 0.0  # after a colon, where the sense pauses


COSTS = {
    "body": Costs(space=0.0, glue=0.16, written=0.12),
    "plain": Costs(space=0.0, glue=0.16, written=0.12),
    "title": Costs(
        space=0.0, glue=2.0, written=1.0, unwritten=1.0, hyphen=20.0, dash=1.0, sense=-0.6
    ),
    "name": Costs(space=4.0, glue=6.0, written=8.0, unwritten=8.0, hyphen=20.0, dash=6.0),
}
_DASHES = re.compile("[—–]")
_NAME = 4.0  # how much dearer a hyphen is in a word with a capital, mostly a name; not in German
_FORCED = 1.0  # a cut through a word without a hyphen
_NO_BREAK, _UNBOUND = "\u00a0", 12.0  # what ending a line there costs, lest a word be broken
_HYPHENATED = re.compile(r"\W*[^\W\d_]+\W*")
_LONGEST = 400  # characters looked at for one line of a word without end


@dataclass(slots=True, eq=False)
class Piece:
    """What no break of UAX #14 divides, or the part of it up to a hyphen or a cut.

    Text from start to stop, then space up to end; see `breaking.Item` for width, trailing, price
    and hyphen. `parts` show a whole one; of a fragment, `whole` is what it was cut from.
    """

    start: int
    stop: int
    end: int
    width: float
    trailing: float
    price: float
    hyphen: bool = False
    parts: list[Part] | None = None
    whole: "Piece | None" = None


def boxes(manuscript: Manuscript, setting: Setting, seams: Sequence[int]) -> list[Piece]:
    """The paragraph as whole pieces."""
    costs, text = COSTS[setting], manuscript.text
    measure = _uniform if manuscript.uniform else _mixed
    found = list(measure(manuscript, costs))
    for piece in found if seams or _DASHES.search(text) else ():
        if piece.end in seams:
            piece.price = 0.0
        elif text[piece.end : piece.end + 1] in ("—", "–"):
            piece.price = max(piece.price, costs.dash)
    if SOFT_HYPHEN in text:
        for piece in found:
            _soften(manuscript, piece)
    return found


def _uniform(manuscript: Manuscript, costs: Costs) -> Iterator[Piece]:
    """The pieces of text in one style that runs from left to right; most text is so."""
    shown, known = manuscript.shown, _known(manuscript.spans[0].style, costs)
    for start, end in pairwise(manuscript.break_points()):
        spaces, width, trailing, price, parts = known[shown[start:end]]
        yield Piece(start, end - spaces, end, width, trailing, price, False, parts)


class _Known(dict[str, tuple[int, float, float, float, list[Part]]]):
    """What is known of a word in one style: spaces, width, trailing, price, parts."""

    def __init__(self, style: Style, costs: Costs) -> None:
        self._style, self._costs, self._look = style, costs, shaping.look(style)

    def __missing__(self, chunk: str) -> tuple[int, float, float, float, list[Part]]:
        if len(self) >= MOST_WORDS:
            self.clear()
        part = Part(self._look.word(chunk), self._style)
        spaces = part.word.spaces
        price = _price(chunk, spaces, self._style.language, self._costs)
        facts = spaces, part.width, _trailing([part]), price, [part]
        self[chunk] = facts
        return facts


@lru_cache(200)
def _known(style: Style, costs: Costs) -> _Known:
    return _Known(style, costs)


def _mixed(manuscript: Manuscript, costs: Costs) -> Iterator[Piece]:
    """The pieces of text in several styles or directions."""
    shown, language = manuscript.shown, manuscript.language
    for start, end in pairwise(manuscript.break_points()):
        chunk = shown[start:end]
        stop = start + len(chunk.rstrip(SPACES))
        parts = manuscript.words(start, end)
        price = _price(chunk, end - stop, language, costs)
        yield Piece(start, stop, end, _width(parts), _trailing(parts), price, False, parts)


def _trailing(parts: Sequence[Part]) -> float:
    """What the space at the end, which may be several parts, and its tracking take."""
    found = -parts[-1].style.tracking
    for word, style, _ in reversed(parts):
        found -= word.space * style.size + style.tracking * word.spaces
        if word.spaces < len(word.text):
            break
    return found


def _price(text: str, spaces: int, language: str, costs: Costs) -> float:
    if not spaces:
        if text[-1] not in "-‐/–—":
            return costs.unwritten
        return costs.written * (4 if text[-2:-1].isdigit() else 1)  # 1999–2024
    if glue.holds(text, language):
        return costs.glue
    return costs.sense if text[-spaces - 1 : -spaces] == ":" else costs.space


def _width(parts: Sequence[Part]) -> float:
    return sum([part.width for part in parts])


def _soften(manuscript: Manuscript, piece: Piece) -> None:
    """Make a piece that ends in a soft hyphen show it where a line ends there."""
    if piece.stop == piece.end and manuscript.text[piece.end - 1] == SOFT_HYPHEN:
        with_hyphen = _width(manuscript.parts(piece.start, piece.stop, hyphen=True))
        piece.hyphen, piece.trailing = True, with_hyphen - piece.width


def unbound(manuscript: Manuscript, piece: Piece) -> list[Piece]:
    """A whole piece parted at its no-break spaces, which give way before a word does."""
    ends = [
        at for at in range(piece.start + 1, piece.stop) if manuscript.text[at - 1] == _NO_BREAK
    ]
    if not ends:
        return [piece]
    found: list[Piece] = []
    for start, end in pairwise([piece.start, *ends, piece.end]):
        stop = end - 1 if end in ends else piece.stop
        parts = manuscript.parts(start, end)
        width = _width(parts)
        trailing = manuscript.width(start, stop) - width
        found.append(Piece(start, stop, end, width, trailing, _UNBOUND, False, parts))
    found[-1].price, found[-1].trailing, found[-1].hyphen = (
        piece.price,
        piece.trailing,
        piece.hyphen,
    )
    return found


def hyphenated(manuscript: Manuscript, piece: Piece, price: float) -> list[Piece]:
    """A whole piece divided where its language allows a hyphen."""
    if piece.stop - piece.start < hyphenation.SHORTEST:
        return [piece]
    if manuscript.text[piece.start].isupper() and not manuscript.language.startswith("de"):
        price *= _NAME
    fragments: list[Piece] = []
    done, start = 0.0, piece.start
    for end, upto, hyphen in _cuts(manuscript, piece):
        fragments.append(Piece(start, end, end, upto - done, hyphen, price, True, None, piece))
        done, start = upto, end
    if not fragments:
        return [piece]
    rest = Piece(start, piece.stop, piece.end, piece.width - done, piece.trailing, piece.price)
    rest.hyphen, rest.whole = piece.hyphen, piece
    return [*fragments, rest]


def _cuts(manuscript: Manuscript, piece: Piece) -> Iterator[tuple[int, float, float]]:
    """Offsets of possible hyphens, width up to there and width of the hyphen, in points."""
    text, style = manuscript.text[piece.start : piece.stop], manuscript.spans[0].style
    if manuscript.uniform and piece.parts and not style.tracking:
        for cut, upto, hyphen in shaping.look(style).fragments(piece.parts[0].word):
            yield piece.start + cut, upto * style.size, hyphen * style.size
        return
    for cut in hyphenation.points(text, manuscript.language):
        end = piece.start + cut
        upto = manuscript.width(piece.start, end)
        yield end, upto, manuscript.width(piece.start, end, hyphen=True) - upto


def cut(manuscript: Manuscript, piece: Piece, width: float) -> list[Piece]:
    """A whole piece wider than the column, cut between the characters that a reader sees.

    A word of letters is cut evenly and shows a hyphen; an address or a number does not, nor does
    a script without hyphens.
    """
    start, stop = piece.start, piece.stop
    text = manuscript.text[start:stop]
    ends = [start + end for _, end in shaping.clusters(text)]
    hyphen = _HYPHENATED.fullmatch(text) is not None and text != text.swapcase()
    if hyphen:
        sign = manuscript.width(start, ends[0], hyphen=True) - manuscript.width(start, ends[0])
        whole = manuscript.width(start, stop)
        width = min(width, whole / ceil(whole / width) + sign)

    def room(end: int) -> float:
        return width - manuscript.width(start, end, hyphen=hyphen and end < stop)

    fragments: list[Piece] = []
    while len(ends) > 1 and (len(ends) > _LONGEST or room(stop) < 0):
        fits = _last_that_fits(ends[:_LONGEST], room)
        if hyphen:  # no letter or two alone on the last line
            fits = max(1, min(fits, len(ends) - hyphenation.RIGHT))
        end = ends[fits - 1]
        upto = manuscript.width(start, end)
        added = width - room(end) - upto
        fragments.append(Piece(start, end, end, upto, added, _FORCED, hyphen, whole=piece))
        start, ends = end, ends[fits:]
    trailing = min(piece.trailing, 0.0)  # there was no room for a soft hyphen
    last = width - room(stop) - trailing
    return [*fragments, Piece(start, stop, piece.end, last, trailing, piece.price, whole=piece)]


def _last_that_fits(ends: Sequence[int], room: Callable[[int], float]) -> int:
    """How many characters, at least one, leave no less than nothing of the room."""
    low, high = 1, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if room(ends[middle - 1]) >= 0 else (low, middle - 1)
    return low
