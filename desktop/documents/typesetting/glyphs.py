"""Shaped text: glyphs, runs of one face, words; all per em of the style's size."""

from itertools import accumulate
from typing import NamedTuple

from desktop.documents.typesetting.fonts import Face

# White space that a line may end with, but not the kinds that do not break.
SPACES = " \n\u3000\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
MOST_WORDS = 2_000  # kept of one look; a long-running window must not grow for ever


class Glyph(NamedTuple):
    """A glyph by id, its advance and offsets in font units, and the text it stands for.

    The first or widest glyph of a cluster carries the cluster's text, the others none.
    """

    id: int
    advance: int
    dx: int
    dy: int
    text: str


class _Glyphs(dict[tuple[int, tuple[int, int, int, int], str], Glyph]):
    """Every glyph once, by id, HarfBuzz's position and text: words have most in common."""

    def __missing__(self, key: tuple[int, tuple[int, int, int, int], str]) -> Glyph:
        if len(self) >= MOST_WORDS:
            self.clear()
        id, (dx, dy, advance, _), text = key
        glyph = self[key] = Glyph(id, advance, dx, dy, text)
        return glyph


GLYPHS = _Glyphs()


class Run:
    """Glyphs of one face, in visual order; compared by identity.

    `literal` says that they stand for the characters one by one from left to right.
    """

    __slots__ = ("face", "glyphs", "literal", "per_em", "width")

    @property
    def complete(self) -> bool:
        """Whether the face has all of them."""
        return all(glyph.id for glyph in self.glyphs)

    def __init__(self, face: Face, glyphs: list[Glyph], *, literal: bool) -> None:
        self.face, self.glyphs, self.literal = face, glyphs, literal
        self.per_em = face.scale / face.upem
        self.width = sum([glyph.advance for glyph in glyphs]) * self.per_em


class Word:
    """A shaped stretch of text in one look and direction; compared by identity.

    `literal` says that it is one literal run, `reordered` that its glyphs run from left
    to right but stand for no single characters; `space` is the width per em of the `spaces`
    characters of white space it ends with.
    """

    __slots__ = ("count", "literal", "reordered", "runs", "space", "spaces", "text", "width")

    def __init__(self, text: str, runs: list[Run], *, rtl: bool) -> None:
        self.text, self.runs = text, runs
        self.width = sum([run.width for run in runs])
        self.count = sum([len(run.glyphs) for run in runs])
        self.literal = len(runs) == 1 and runs[0].literal
        self.reordered = not (rtl or self.literal) and _is_joined(runs)
        self.spaces = len(text) - len(text.rstrip(SPACES))
        self.space = self._space_at_end(rtl=rtl) if self.spaces else 0.0

    def _space_at_end(self, *, rtl: bool) -> float:
        run = self.runs[0 if rtl else -1]
        last = run.glyphs[: self.spaces] if rtl else run.glyphs[-self.spaces :]
        return sum([glyph.advance for glyph in last]) * run.per_em

    def widths(self) -> list[float]:
        """The width per em up to each character, of a word that is `literal`."""
        run = self.runs[0]
        return [sum_ * run.per_em for sum_ in accumulate([glyph.advance for glyph in run.glyphs])]


def _is_joined(runs: list[Run]) -> bool:
    """Whether some glyph shares another's text."""
    return "" in [glyph.text for run in runs for glyph in run.glyphs]
