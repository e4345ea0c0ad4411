"""The text of a paragraph, ready to be measured: spans, bidi levels and break opportunities."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import icu

from desktop.documents.typesetting import bidi, shaping
from desktop.documents.typesetting.lines import Part
from desktop.documents.typesetting.style import Span

HYPHEN, SOFT_HYPHEN = "\u2010", "\u00ad"
SPACES = " \n\u3000\u1680" + "".join(map(chr, range(0x2000, 0x2007))) + "\u2008\u2009\u200a\u205f"
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb]")


def clean(text: str) -> str:
    """Text that can be set: one kind of line break, no tabs, no control characters."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


class Manuscript:
    """What was written, as one string with the styles and bidi level of every stretch of it."""

    def __init__(self, spans: tuple[Span, ...], *, rtl: bool) -> None:
        self.spans = spans
        self.text = spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])
        self.rtl = rtl
        self._shown = self.text.replace("\n", " ")
        self._levels = bidi.levels(self._shown, rtl=rtl)

    @property
    def bidirectional(self) -> bool:
        """Whether lines have to be reordered."""
        return self._levels is not None

    def parts(self, start: int, end: int, *, hyphen: bool = False) -> list[Part]:
        """The text between two offsets, shaped, in logical order; with a hyphen after it."""
        added = HYPHEN if hyphen else ""
        if self._levels is None and len(self.spans) == 1:
            text, style = self._shown[start:end] + added, self.spans[0].style
            return [Part(shaping.look(style).word(text), style)] if text else []
        parts: list[Part] = []
        for at, stop, span, level in self._stretches(start, end):
            text = self._shown[at:stop] + (added if stop == end else "")
            word = shaping.look(span.style).word(text, rtl=bool(level % 2))
            parts.append(Part(word, span.style, level))
        return parts

    def last(self, start: int, stop: int, end: int) -> list[Part]:
        """Parts at a line's end, where space takes the direction of the paragraph (rule L1)."""
        if self._levels is None or stop >= end:
            return self.parts(start, end)
        parts = self.parts(start, stop)
        style = parts[-1].style if parts else self.spans[0].style
        space = shaping.look(style).word(self._shown[stop:end], rtl=self.rtl)
        return [*parts, Part(space, style, int(self.rtl))]

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, Span, int]]:
        offset = 0
        for span in self.spans:
            first, last = max(start, offset), min(end, offset + len(span.text))
            offset += len(span.text)
            if first >= last:
                continue
            if self._levels is None:
                yield first, last, span, 0
                continue
            at = first
            while at < last:
                level, stop = self._levels[at], at + 1
                while stop < last and self._levels[stop] == level:
                    stop += 1
                yield at, stop, span, level
                at = stop

    def unbroken(self) -> Iterator[tuple[int, int, int]]:
        """Stretches no line break divides (UAX #14): start, end, and end with the space after."""
        text = self.text
        offsets = shaping.utf16_offsets(text)
        breaker = _line_breaks(self.spans[0].style.language if self.spans else "")
        breaker.setText(text)
        for start, end in pairwise([0, *(offsets[at] for at in breaker)]):
            yield start, start + len(text[start:end].rstrip(SPACES)), end


@cache
def _line_breaks(language: str) -> icu.BreakIterator:
    return icu.BreakIterator.createLineInstance(icu.Locale(language))
