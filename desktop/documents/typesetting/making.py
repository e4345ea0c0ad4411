"""What holds for all of the document being made: its colours, its typefaces, and who watches.

A document is put together by many small parts, none of which has to be told of this: it is to
them what `decimal.localcontext` is to sums.
"""

import gc
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, Self

from desktop.documents.typesetting.style import Family, HouseFamily, Style

if TYPE_CHECKING:
    from desktop.documents.typesetting.lines import Block, Line
    from desktop.documents.typesetting.surface import Surface

Archival = Literal["2b", "1b"]
TITLE_WEIGHT = 600
"""From this weight on a serif is that of titles."""


class Typefaces(NamedTuple):
    """What is set for the serif of titles, the serif of running text, and the sans."""

    titles: Family = "serif"
    text: Family = "serif"
    furniture: Family = "sans"


_USUAL = Typefaces()
_WHITE, _BLACK = "#FFFFFF", "#000000"


class Watch(Protocol):
    """Whoever is told of everything that comes on paper; positions as a `Page` takes them."""

    def block(self, page: "Surface", x: float, y: float, block: "Block") -> None:
        """Lines are drawn in a column, the first with its baseline at y."""
        ...

    def line(self, page: "Surface", x: float, y: float, line: "Line") -> None:
        """A line on its own is drawn from its left edge."""
        ...

    def picture(
        self, page: "Surface", width: float, height: float, data: bytes, *, crop: bool
    ) -> None:
        """A picture is drawn in a box."""
        ...


@dataclass(frozen=True, slots=True)
class Making:
    """`colours` tells what is printed for a colour of `tokens`; `grey` takes it from pictures.

    Areas of the `framed` colours are outlined instead of filled, and what is white on them is
    black: that saves toner. `archival` is the level of PDF/A that is asked for.
    """

    colours: Mapping[str, str] = field(default_factory=dict[str, str])
    typefaces: Typefaces = _USUAL
    grey: bool = False
    framed: frozenset[str] = frozenset()
    watch: Watch | None = None
    archival: Archival = "2b"

    def but(self, **looks: Any) -> Self:
        """The same watch over other looks."""
        return replace(self, **looks)


_USUALLY, _RARELY = gc.get_threshold(), 50_000
_PLAIN = Making()
_now: ContextVar[Making] = ContextVar("making", default=_PLAIN)
current = _now.get
"""The making in force here."""


@contextmanager
def using(making: Making) -> Generator[None]:
    """Documents made inside are made like this."""
    before = _now.set(making)
    # What a document is made of is freed as soon as nothing refers to it: there is hardly
    # anything to be found for the collector of cycles, which would look again and again.
    gc.set_threshold(_RARELY, *_USUALLY[1:])
    try:
        yield
    finally:
        gc.set_threshold(*_USUALLY)
        _now.reset(before)


def colour(value: str) -> str:
    """What is printed for a colour."""
    return current().colours.get(value, value)


def dressed(style: Style) -> Style:
    """A style in the typeface that stands for its own, legible on what is framed."""
    making = current()
    if making.framed and style.colour == _WHITE:
        style = style.but(colour=_BLACK)
    typefaces = making.typefaces
    return style if typefaces == _USUAL else _dressed(style, typefaces)


@lru_cache(500)
def _dressed(style: Style, typefaces: Typefaces) -> Style:
    if isinstance(style.family, HouseFamily):  # dressed before
        return style
    if style.family == "sans":
        return style.but(family=typefaces.furniture)
    is_title = style.weight >= TITLE_WEIGHT
    return style.but(family=typefaces.titles if is_title else typefaces.text)
