"""Words into glyphs: HarfBuzz with explicit direction, script and language, each word once.

Widths and offsets are per em of the style's size, so one shaping serves every size.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import icu
import uharfbuzz as hb

from desktop.documents.typesetting import fonts, glue, hyphenation
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.style import Style

# White space that a line may end with, but not the kinds that do not break.
SPACES = " \n\u3000\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
HYPHEN = "\u2010"
_JOINER = "\u200d"
_WIDEST_GAP = 0.09  # ems; readers take a wider one inside a word for a space
MOST_WORDS = 50_000  # kept of one look; a long-running window must not grow for ever


class Glyph(NamedTuple):
    """A glyph by id, its advance and offsets in font units, and the text it stands for.

    The first or widest glyph of a cluster carries the cluster's text, the others none.
    """

    id: int
    advance: int
    dx: int
    dy: int
    text: str


class _Glyphs(dict[tuple[int, int, int, int, str], Glyph]):
    """Every glyph once: words have most of theirs in common."""

    def __missing__(self, key: tuple[int, int, int, int, str]) -> Glyph:
        if len(self) >= MOST_WORDS:
            self.clear()
        glyph = self[key] = Glyph(*key)
        return glyph


_GLYPHS = _Glyphs()


class Run:
    """Glyphs of one face, in visual order; compared by identity."""

    __slots__ = ("face", "glyphs", "width")

    def __init__(self, face: Face, glyphs: tuple[Glyph, ...]) -> None:
        self.face, self.glyphs = face, glyphs
        self.width = sum(glyph.advance for glyph in glyphs) * face.scale / face.upem


class Word:
    """A shaped stretch of text in one look and direction; compared by identity.

    `reordered` says that its glyphs do not follow its text one by one from left to right;
    `space` is the width per em of the `spaces` characters of white space it ends with; `holds`
    says that it wants to stay with the word that follows (glue).
    """

    __slots__ = ("count", "holds", "reordered", "runs", "space", "spaces", "text", "width")

    def __init__(self, text: str, runs: tuple[Run, ...], *, rtl: bool, holds: bool) -> None:
        self.text, self.runs, self.holds = text, runs, holds
        self.width = sum(run.width for run in runs)
        self.count = sum(len(run.glyphs) for run in runs)
        self.reordered = not rtl and any(not glyph.text for run in runs for glyph in run.glyphs)
        self.spaces = len(text) - len(text.rstrip(SPACES))
        self.space = self._space_at_end(rtl=rtl) if self.spaces else 0.0

    def _space_at_end(self, *, rtl: bool) -> float:
        glyphs = [(run, glyph) for run in self.runs for glyph in run.glyphs]
        last = glyphs[: self.spaces] if rtl else glyphs[-self.spaces :]
        return sum(glyph.advance * run.face.scale / run.face.upem for run, glyph in last)


class Look:
    """What shaping needs of a style (all but size and colour), with the words already shaped."""

    def __init__(self, style: Style) -> None:
        self.chain = fonts.chain(style.family, style.weight, style.italic, style.language)
        self.language = style.language
        self.features = {"kern": True, "liga": not style.tracking, "clig": not style.tracking}
        for tag in style.features:
            self.features[tag.lstrip("-")] = not tag.startswith("-")
        self.words: tuple[dict[str, Word], dict[str, Word]] = {}, {}
        self._fragments: dict[str, tuple[tuple[int, float, float], ...]] = {}

    def word(self, text: str, *, rtl: bool = False) -> Word:
        """The text shaped; from memory where it was met before."""
        words = self.words[rtl]
        word = words.get(text)
        if word is None:
            if len(words) >= MOST_WORDS:
                words.clear()
                self._fragments.clear()
            word = words[text] = self._shape(text, rtl=rtl)
        return word

    def _shape(self, text: str, *, rtl: bool) -> Word:
        runs = [
            self._run(face, script, text[start:end], rtl=rtl)
            for start, end, face, script in self._stretches(text)
        ]
        if rtl:
            runs.reverse()
        return Word(text, tuple(runs), rtl=rtl, holds=glue.holds(text, self.language))

    def fragments(self, text: str) -> tuple[tuple[int, float, float], ...]:
        """Where a word may be hyphenated: offset, width up to there and of the hyphen, per em."""
        found = self._fragments.get(text)
        if found is None:
            found = tuple(
                (cut, width, self.word(text[:cut] + HYPHEN).width - width)
                for cut in hyphenation.points(text, self.language)
                for width in (self.word(text[:cut]).width,)
            )
            self._fragments[text] = found
        return found

    def _stretches(self, text: str) -> Iterator[tuple[int, int, Face, str]]:
        """Stretches of one face and script (ISO 15924); few words have more than one."""
        first = self.chain.first
        if (
            _PLAIN.fullmatch(text)
            and self.chain.of_signs is None
            and first.characters.issuperset(text)
        ):
            yield 0, len(text), first, "Cyrl" if _CYRILLIC.search(text) else "Latn"
            return
        start, current = 0, (first, "Zyyy")
        for begin, end in clusters(text):
            here = self.chain.face(text[begin:end]) or first, script_of(text[begin])
            if begin and here[1] in _COMMON and here[0] is current[0]:
                here = current
            if here != current and begin and not (current[1] in _COMMON and here[0] is current[0]):
                yield start, begin, *current
                start = begin
            current = here
        yield start, len(text), *current

    def _run(self, face: Face, script: str, text: str, *, rtl: bool) -> Run:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(text)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.script = script
        buffer.language = self.language
        hb.shape(face.font, buffer, self.features)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        starts = [info.cluster for info in infos]
        texts = (
            text
            if not rtl and starts == list(range(len(text)))
            else _texts(text, starts, [place.x_advance for place in places], rtl=rtl)
        )
        glyphs = [
            _GLYPHS[info.codepoint, place.x_advance, place.x_offset, place.y_offset, part]
            for info, place, part in zip(infos, places, texts, strict=True)
        ]
        return Run(face, tuple([_closed_up(glyph, face) for glyph in glyphs] if rtl else glyphs))


def _closed_up(glyph: Glyph, face: Face) -> Glyph:
    """A glyph that kerning does not push further away than readers take for a space."""
    excess = glyph.dx - int(_WIDEST_GAP * face.upem)
    if excess <= 0 or glyph.advance <= face.advance(glyph.id):
        return glyph
    return glyph._replace(dx=glyph.dx - excess, advance=glyph.advance - excess)


def _texts(text: str, starts: list[int], advances: list[int], *, rtl: bool) -> list[str]:
    """The text of each glyph, whole clusters at their widest glyph.

    PDF readers reverse right-to-left words after looking up the text of their glyphs, so there a
    cluster's text is given in visual order. A further glyph that takes room is a joiner then:
    readers take room without text for a space.
    """
    ends = dict(pairwise([*sorted(set(starts)), len(text)]))
    bearers: dict[int, int] = {}
    for at, start in enumerate(starts):
        if start not in bearers or advances[at] > advances[bearers[start]]:
            bearers[start] = at
    texts: list[str] = []
    for at, start in enumerate(starts):
        if bearers[start] == at:
            whole = text[start : ends[start]]
            texts.append(whole[::-1] if rtl else whole)
        else:
            texts.append(_JOINER if rtl and advances[at] else "")
    return texts


# One script (Latin or Cyrillic) with the figures and signs that all scripts share.
_PLAIN = re.compile(
    "[\x20-\u024f\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u2bff]*"
    "|[\x20-\x40\x5b-\x60\x7b-\xbf\u0400-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e\u20a0-\u2bff]*"
)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_COMMON = ("Zyyy", "Zinh")


@cache
def script_of(char: str) -> str:
    """A character's script as ISO 15924 names it ("Zyyy": shared by all)."""
    return icu.Script.getScript(char).getShortName()


@cache
def _character_breaks() -> icu.BreakIterator:
    return icu.BreakIterator.createCharacterInstance(icu.Locale("en"))


def clusters(text: str) -> list[tuple[int, int]]:
    """What a reader takes for one character (grapheme clusters of UAX #29), as offsets."""
    breaker, offsets = _character_breaks(), utf16_offsets(text)
    breaker.setText(text)
    return list(pairwise([0, *(offsets[end] for end in breaker)]))


def utf16_offsets(text: str) -> list[int] | range:
    """Position in the string for each UTF-16 offset, which is how ICU counts."""
    if not text or max(text) <= "\uffff":
        return range(len(text) + 1)
    offsets: list[int] = []
    for at, char in enumerate(text):
        offsets.extend([at] * (2 if char > "\uffff" else 1))
    return [*offsets, len(text)]


@lru_cache(1000)
def look(style: Style) -> Look:
    """The look of a style; styles that differ in size and colour alone share one."""
    tracking = 1.0 if style.tracking else 0.0
    return _look(style.but(size=1.0, leading=1.0, colour="", tracking=tracking))


@cache
def _look(style: Style) -> Look:
    return Look(style)
