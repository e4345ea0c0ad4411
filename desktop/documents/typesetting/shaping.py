"""Words into glyphs: HarfBuzz with explicit direction, script and language, each word once.

Widths and offsets are per em, so one shaping serves every size.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import icu
import uharfbuzz as hb

from desktop.documents.typesetting import fonts
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.style import Style


class Glyph(NamedTuple):
    """A glyph by id: advance and offsets in font units, and the text it stands for."""

    id: int
    advance: int
    dx: int
    dy: int
    text: str


class Run(NamedTuple):
    """Glyphs of one face in visual order, their width per em of the style's size."""

    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    text: str


class Word(NamedTuple):
    """A shaped stretch of text in one look and direction."""

    text: str
    runs: tuple[Run, ...]
    width: float
    clusters: int


class Look:
    """What shaping needs of a style (all but size and colour), with the words already shaped."""

    def __init__(self, style: Style) -> None:
        self.chain = fonts.chain(style.family, style.weight, style.italic, style.language)
        self.language = style.language
        self.features = {"kern": True, "liga": not style.tracking}
        for tag in style.features:
            self.features[tag.lstrip("-")] = not tag.startswith("-")
        self._words: dict[tuple[str, bool], Word] = {}

    def word(self, text: str, *, rtl: bool = False) -> Word:
        """The text shaped; from memory where it was met before."""
        key = (text, rtl)
        word = self._words.get(key)
        if word is None:
            word = self._words[key] = self._shape(text, rtl=rtl)
        return word

    def _shape(self, text: str, *, rtl: bool) -> Word:
        runs = [self._run(face, part, rtl=rtl) for face, part in self._by_face(text)]
        if rtl:
            runs.reverse()
        width = sum(run.width for run in runs)
        clusters = sum(1 for run in runs for glyph in run.glyphs if glyph.text)
        return Word(text, tuple(runs), width, clusters)

    def _by_face(self, text: str) -> Iterator[tuple[Face, str]]:
        first = self.chain.first
        if first.characters.issuperset(text) and not self.chain.has_own_punctuation:
            yield first, text
            return
        start, current = 0, None
        for begin, end in clusters(text):
            face = self.chain.face(text[begin:end]) or first
            if current is not None and face is not current:
                yield current, text[start:begin]
                start = begin
            current = face
        if current is not None:
            yield current, text[start:]

    def _run(self, face: Face, text: str, *, rtl: bool) -> Run:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = self.language
        hb.shape(face.font, buffer, self.features)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        texts = _cluster_texts(text, [info.cluster for info in infos])
        glyphs = tuple(
            Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, part)
            for info, place, part in zip(infos, places, texts, strict=True)
        )
        width = sum(glyph.advance for glyph in glyphs) * face.scale / face.upem
        return Run(face, glyphs, width, text)


def _cluster_texts(text: str, starts: list[int]) -> list[str]:
    """The text of each glyph: a cluster's first glyph has it all, the others none."""
    ends = dict(zip(sorted(set(starts)), [*sorted(set(starts))[1:], len(text)], strict=True))
    seen: set[int] = set()
    texts: list[str] = []
    for start in starts:
        texts.append("" if start in seen else text[start : ends[start]])
        seen.add(start)
    return texts


_SINGLE = re.compile(r"[\x20-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*")


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Grapheme clusters (UAX #29) as offsets."""
    if _SINGLE.fullmatch(text):
        yield from ((at, at + 1) for at in range(len(text)))
        return
    breaker = icu.BreakIterator.createCharacterInstance(icu.Locale.getRoot())
    offsets = utf16_offsets(text)
    breaker.setText(text)
    start = 0
    for end in breaker:
        yield offsets[start], offsets[end]
        start = end


def utf16_offsets(text: str) -> list[int] | range:
    """Position in the string for each UTF-16 offset, which is how ICU counts."""
    if not text or max(text) <= "\uffff":
        return range(len(text) + 1)
    offsets: list[int] = []
    for at, char in enumerate(text):
        offsets.extend([at] * (2 if char > "\uffff" else 1))
    return [*offsets, len(text)]


@cache
def look(style: Style) -> Look:
    """The look of a style; styles that differ in size and colour alone share one."""
    return _look(
        style.but(size=1.0, leading=1.0, colour="", tracking=1.0 if style.tracking else 0.0)
    )


@cache
def _look(style: Style) -> Look:
    return Look(style)
