"""How a text looks: the values that every other module of typesetting takes."""

from functools import lru_cache
from typing import Any, Literal, NamedTuple, Self


class Style(NamedTuple):
    """One look of text; a tuple, because nearly everything that is kept is found by it.

    Sizes, leading (baseline to baseline) and tracking are points; colour is "#RRGGBB"; language
    is a BCP 47 tag, which decides shaping, hyphenation, direction and what a screen reader says;
    features are OpenType tags such as "tnum" (figures of one width) or "-liga".
    """

    family: Literal["serif", "sans"] = "sans"
    weight: int = 400
    italic: bool = False
    size: float = 9.0
    leading: float = 12.0
    colour: str = "#1B1F24"
    tracking: float = 0.0
    features: tuple[str, ...] = ()
    language: str = "en"

    def but(self, **changes: Any) -> Self:
        """The same style with some fields changed."""
        return self._replace(**changes)

    def scaled(self, by: float, leading: float) -> "Style":
        """The same style `by` times as large, with this leading."""
        return _scaled(self, by, leading)


@lru_cache(1000)
def _scaled(style: Style, by: float, leading: float) -> Style:
    size, tracking = style.size * by, style.tracking * by
    return style._replace(size=size, leading=leading, tracking=tracking)


class Span(NamedTuple):
    """A piece of a paragraph in one style."""

    text: str
    style: Style
