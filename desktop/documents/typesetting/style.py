"""How a text looks: the values that every other module of typesetting takes."""

from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, Self


@dataclass(frozen=True, slots=True)
class Style:
    """One look of text.

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
        return replace(self, **changes)


class Span(NamedTuple):
    """A piece of a paragraph in one style."""

    text: str
    style: Style
