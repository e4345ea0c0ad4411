"""How a text looks: the values that every other module of typesetting takes."""

from functools import lru_cache
from typing import Any, Literal, NamedTuple, Self

Shipped = Literal["serif", "sans"]
"""The families that come with the program."""


class FontFile(NamedTuple):
    """A font of a house's own as it was when it was read; the path tells one from another."""

    path: str
    data: bytes

    def __repr__(self) -> str:
        return f"FontFile({self.path!r})"


class HouseFamily(NamedTuple):
    """A house's own fonts by cut ("regular", "bold"...), and the family that helps them out."""

    files: tuple[tuple[str, FontFile], ...]
    other: Shipped


Family = Shipped | HouseFamily


class Style(NamedTuple):
    """One look of text; a tuple, because nearly everything that is kept is found by it.

    Sizes, leading (baseline to baseline) and tracking are points; colour is "#RRGGBB"; language
    is a BCP 47 tag, which decides shaping, hyphenation, direction and what a screen reader says;
    features are OpenType tags such as "tnum" (figures of one width) or "-liga".
    """

    family: Family = "sans"
    weight: int = 400
    italic: bool = False
    size: float = 9.0
    leading: float = 12.0
    colour: str = "#1B1F24"
    tracking: float = 0.0
    features: tuple[str, ...] = ()
    language: str = "en"

    @property
    def serif(self) -> bool:
        """Whether what comes with the program is set in its serif."""
        family = self.family
        return (family.other if isinstance(family, HouseFamily) else family) == "serif"

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
