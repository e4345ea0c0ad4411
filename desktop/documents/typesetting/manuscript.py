"""The text of a paragraph, ready to be measured: spans, bidi levels and break opportunities."""

import re
import threading
from collections.abc import Iterator
from functools import cache, lru_cache

import icu

from desktop.documents.typesetting import bidi, shaping
from desktop.documents.typesetting.glyphs import MOST_WORDS
from desktop.documents.typesetting.lines import Part
from desktop.documents.typesetting.shaping import HYPHEN
from desktop.documents.typesetting.style import Span, Style

SOFT_HYPHEN = "\u00ad"
_LETTER_AND_HYPHEN = re.compile(r"(?<![\w-])\w-(?=\w)")
_WORDS = re.compile("[^ ]+ *| +")
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Text that can be set: one kind of line break, no tabs, controls or halves of characters."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


class _Parts(dict[str, Part]):
    """Words of one style from left to right, each once."""

    def __init__(self, style: Style) -> None:
        self._style, self._look = style, shaping.look(style)

    def __missing__(self, text: str) -> Part:
        if len(self) >= MOST_WORDS:
            self.clear()
        part = self[text] = Part(self._look.word(text), self._style)
        return part


@lru_cache(200)
def _parts(style: Style) -> _Parts:
    return _Parts(style)


class Manuscript:
    """What was written, as one string with the styles and bidi level of every stretch of it."""

    def __init__(self, spans: tuple[Span, ...], *, rtl: bool) -> None:
        self.spans, self.rtl = spans, rtl
        self.language = spans[0].style.language if spans else "en"
        self.text = spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])
        self.shown = self.text.replace("\n", " ")  # a line's end reads as a space
        self._levels = bidi.levels(self.shown, rtl=rtl)
        self.bidirectional = self._levels is not None
        self.uniform = len(spans) == 1 and not self.bidirectional
        self.tracked = any([style.tracking for _, style in spans])  # noqa: C419 - every line has it

    def parts(self, start: int, end: int, *, hyphen: bool = False) -> list[Part]:
        """The text between two offsets, shaped, in logical order; with a hyphen after it."""
        added = HYPHEN if hyphen else ""
        if self.uniform:
            text = self.shown[start:end] + added
            return [_parts(self.spans[0].style)[text]] if text else []
        parts: list[Part] = []
        for at, stop, style, level in self._stretches(start, end):
            text = self.shown[at:stop] + (added if stop == end else "")
            word = shaping.look(style).word(text, rtl=bool(level % 2))
            parts.append(Part(word, style, level))
        return parts

    def words(self, start: int, end: int) -> list[Part]:
        """The same in words with the space after each, which have mostly been shaped before."""
        if self.bidirectional:
            return self.parts(start, end)
        parts: list[Part] = []
        offset, shown = 0, self.shown
        for text, style in self.spans:
            first, offset, known = offset, offset + len(text), _parts(style)
            words = _WORDS.findall(shown, max(start, first), min(end, offset))
            parts += [known[word] for word in words]
        return parts

    def last(self, start: int, stop: int, end: int) -> list[Part]:
        """Parts at a line's end, where space takes the direction of the paragraph (rule L1)."""
        if self._levels is None or stop >= end:
            return self.parts(start, end)
        parts = self.parts(start, stop)
        style = parts[-1].style if parts else self.spans[0].style
        space = shaping.look(style).word(self.shown[stop:end], rtl=self.rtl)
        return [*parts, Part(space, style, int(self.rtl))]

    def width(self, start: int, end: int, *, hyphen: bool = False) -> float:
        """Points from one offset to another."""
        return sum([part.width for part in self.parts(start, end, hyphen=hyphen)])

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, Style, int]]:
        offset = 0
        for text, style in self.spans:
            first, last = max(start, offset), min(end, offset + len(text))
            offset += len(text)
            if first >= last:
                continue
            if self._levels is None:
                yield first, last, style, 0
                continue
            at = first
            while at < last:
                level, stop = self._levels[at], at + 1
                while stop < last and self._levels[stop] == level:
                    stop += 1
                yield at, stop, style, level
                at = stop

    def break_points(self) -> list[int]:
        """0 and the offsets at which UAX #14 lets a line end; "д-р" and "e-mail" stay whole."""
        offsets = shaping.utf16_offsets(self.text)
        breaker = _breakers.line(self.language)
        breaker.setText(self.text)
        found = [0, *[offsets[at] for at in breaker]]
        if "-" not in self.text:
            return found
        bound = {letter.end() for letter in _LETTER_AND_HYPHEN.finditer(self.text)}
        return [at for at in found if at not in bound]


class _Breakers(threading.local):
    """ICU's line breakers by language; each thread has its own, because they keep a place."""

    def __init__(self) -> None:
        self.line = cache(self._line)

    @staticmethod
    def _line(language: str) -> icu.BreakIterator:
        # Japanese lines don't begin with a small kana; Korean ones break between phrases.
        rules = {"ja": "@lb=strict", "ko": "@lw=phrase"}.get(language.partition("-")[0], "")
        return icu.BreakIterator.createLineInstance(icu.Locale(language + rules))


_breakers = _Breakers()
