"""One leading for all sizes of a programme, and the styles that go with it."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from desktop.documents.tokens import GREY, INK, NAVY, OCHRE_TEXT
from desktop.documents.typesetting.style import Style

LARGEST, SMALLEST = 12.0, 10.5
READABLE = 10.75
"""Under this step the type keeps its size; only the lines move closer (nothing under 7 pt)."""
NASKH = 1.15
"""What Arabic letters need between lines, as a multiple of what Latin ones need."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The type of a programme: a step of the ladder in points; `tall` where Arabic is set too.

    `full` is the step at which the type has its full size.
    """

    step: float
    tall: bool = False
    full: float = LARGEST

    @property
    def leading(self) -> float:
        """Baseline to baseline of every line, in points."""
        return self.step * NASKH if self.tall else self.step

    @property
    def chart(self) -> float:
        """Height of a chart, in points; it gives way sooner than the type does."""
        return 112.0 - 22.0 * (LARGEST - self.step)

    def _style(self, size: float, colour: str, *, serif: bool = False, weight: int = 400) -> Style:
        factor = max(self.step, READABLE) / self.full
        return _style(size * factor, self.leading, colour, "serif" if serif else "sans", weight)

    @property
    def title(self) -> Style:
        """A slot's title."""
        return self._style(10.8, NAVY, serif=True, weight=600)

    @property
    def naskh_title(self) -> Style:
        """A title in a column of Arabic letters, whose tails reach far below the line."""
        return self.title.but(leading=1.25 * self.leading)

    @property
    def subtitle(self) -> Style:
        """A slot's subtitle."""
        return self._style(9.3, NAVY, serif=True)

    @property
    def line(self) -> Style:
        """Kind, languages and interpretation."""
        return self._style(8.0, OCHRE_TEXT)

    @property
    def name(self) -> Style:
        """A speaker's name."""
        return self._style(8.8, INK, weight=600)

    @property
    def office(self) -> Style:
        """A speaker's office and subject."""
        return self._style(8.8, INK)

    @property
    def abstract(self) -> Style:
        """What a slot is about."""
        return self._style(9.3, INK, serif=True)

    @property
    def hour(self) -> Style:
        """The hour in the margin; it does not shrink with the step."""
        size = 10.6 if self.step > SMALLEST else 10.2
        return Style("sans", 600, size=size, leading=self.leading, colour=NAVY, features=("tnum",))

    @property
    def note(self) -> Style:
        """Minutes under the hour."""
        return Style("sans", 400, size=7.3, leading=self.leading, colour=GREY)


@cache
def _style(
    size: float, leading: float, colour: str, family: Literal["serif", "sans"], weight: int
) -> Style:
    return Style(family, weight, size=size, leading=leading, colour=colour)
