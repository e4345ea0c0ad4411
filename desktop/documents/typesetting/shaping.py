"""Words into glyphs: HarfBuzz with explicit direction, script and language, each word once.

Widths and offsets are per em of the style's size, so one shaping serves every size.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise, product

import icu

from desktop.documents.typesetting import fonts, hyphenation
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.glyphs import GLYPHS, MOST_WORDS, SPACES, Glyph, Run, Word
from desktop.documents.typesetting.harfbuzz import hb
from desktop.documents.typesetting.style import Style

HYPHEN = "\u2010"
_HELD = f"{SPACES}-{HYPHEN}\u2011'’"  # signs of the word before them
_NUMERIC = "0123456789 ,."
_MANY = 200  # words of one look, from which on it is worth knowing its figures
_JOINER = "\u200d"
_WIDEST_GAP = 0.09  # ems; readers take a wider one inside a word for a space


class Look:
    """What shaping needs of a style (all but size and colour), with the words already shaped."""

    def __init__(self, style: Style) -> None:
        self.chain = fonts.chain(style.family, style.weight, style.italic, style.language)
        self.language = style.language
        changed = {"liga": False, "clig": False} if style.tracking else {}
        changed |= {tag.lstrip("-"): not tag.startswith("-") for tag in style.features}
        self._features = changed or None
        self.words: tuple[dict[str, Word], dict[str, Word]] = {}, {}
        self._fragments: dict[Word, list[tuple[int, float, float]]] = {}

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
        if text[:1].isdecimal() and len(self.words[0]) > _MANY and not rtl:
            glyphs = [self._figures[char] for char in text if char in self._figures]
            if len(glyphs) == len(text):
                return Word(text, [Run(self.chain.first, glyphs, literal=True)], rtl=False)
        return self._shaped(text, rtl=rtl)

    @cached_property
    def _figures(self) -> dict[str, Glyph]:
        """The glyphs of figures, and of signs that no figure changes and that change none.

        A list has a new number in every line; these are put together from what is known.
        """
        pairs = "".join(map("".join, product(_NUMERIC, repeat=2)))
        word = self._shaped(pairs, rtl=False)
        if not word.literal or word.runs[0].face is not self.chain.first:
            return {}
        shown: dict[str, set[Glyph]] = {}
        for char, glyph in zip(pairs, word.runs[0].glyphs, strict=True):
            shown.setdefault(char, set()).add(glyph)
        return {char: glyphs.pop() for char, glyphs in shown.items() if len(glyphs) == 1}

    def _shaped(self, text: str, *, rtl: bool) -> Word:
        runs = [
            self._run(face, script, text[start:end], rtl=rtl)
            for start, end, face, script in self._stretches(text)
        ]
        if rtl:
            runs.reverse()
        return Word(text, runs, rtl=rtl)

    def fragments(self, word: Word) -> list[tuple[int, float, float]]:
        """Where a word may be hyphenated: offset, width up to there and of the hyphen, per em."""
        found = self._fragments.get(word)
        if found is None:
            cuts = hyphenation.points(word.text, self.language)
            measured = self._measured if word.literal else self._measured_anew
            found = self._fragments[word] = list(measured(word, cuts)) if cuts else []
        return found

    def _measured(self, word: Word, cuts: Sequence[int]) -> Iterator[tuple[int, float, float]]:
        """Fragments by the glyphs of the word, since only kerning joins one with the next."""
        widths, glyphs, run = word.widths(), word.runs[0].glyphs, word.runs[0]
        for cut in cuts:
            last = glyphs[cut - 1]
            with_hyphen = self.word(word.text[cut - 1] + HYPHEN).width
            yield cut, widths[cut - 1], with_hyphen - last.advance * run.per_em

    def _measured_anew(
        self, word: Word, cuts: Sequence[int]
    ) -> Iterator[tuple[int, float, float]]:
        for cut in cuts:
            upto = self.word(word.text[:cut]).width
            yield cut, upto, self.word(word.text[:cut] + HYPHEN).width - upto

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
            if begin and text[begin] in _HELD and current[0].characters.issuperset(text[begin]):
                # A space of another face would be a text of its own, in which readers see nothing;
                # the hyphen of a Latin name in Arabic is not the heavier one of the Arabic face.
                here = current
            if begin and here[1] in _COMMON and here[0] is current[0]:
                here = current
            if here != current and begin and not (current[1] in _COMMON and here[0] is current[0]):
                yield start, begin, *current
                start = begin
            current = here
        yield start, len(text), *current

    def _run(self, face: Face, script: str, text: str, *, rtl: bool) -> Run:
        buffer = _tools.buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.script = script
        buffer.language = self.language
        hb.shape(face.font, buffer, self._features)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        starts = [info.cluster for info in infos]
        literal = not rtl and starts == list(range(len(text)))
        texts = text
        if not literal:
            texts = _texts(text, starts, [place.x_advance for place in places], rtl=rtl)
        glyphs = [
            GLYPHS[info.codepoint, place.position, part]
            for info, place, part in zip(infos, places, texts, strict=True)
        ]
        if rtl:
            glyphs = [_closed_up(glyph, face) for glyph in glyphs]
        return Run(face, glyphs, literal=literal)


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


class _Tools(threading.local):
    """HarfBuzz's buffer and ICU's breaker of characters; each thread has its own."""

    def __init__(self) -> None:
        self.buffer = hb.Buffer()
        self.buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        self.characters = icu.BreakIterator.createCharacterInstance(icu.Locale("en"))


_tools = _Tools()


def clusters(text: str) -> list[tuple[int, int]]:
    """What a reader takes for one character (grapheme clusters of UAX #29), as offsets."""
    breaker, offsets = _tools.characters, utf16_offsets(text)
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
