"""The name on a badge: given names light, family name strong, then the name in another script."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop.documents.addressing import is_in_script, is_written
from desktop.documents.tokens import INK, NAVY
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import Wording
from desktop.domain.person import Person
from desktop.language import names, tags

GIVEN = Style("serif", 400, colour=INK)
FAMILY = Style("serif", 600, colour=NAVY)
OF_FAMILY = 0.8
"""Given names in sizes of the family name, where their line holds that."""
SMALLEST_GIVEN, SMALLEST_OTHER = 11.0, 6.2


class Script(NamedTuple):
    """What letters need, in ems: over the baseline, under it, from line to line.

    `size` and `weight` are those of a name in this script under a name in another.
    """

    over: float = 0.68
    under: float = 0.24
    leading: float = 1.1
    size: float = 8.8
    weight: int = 400


_PLAIN = Script()
_CHINESE = Script(0.86, 0.14, 1.2, size=14.0, weight=600)
_SCRIPTS = {
    "ARABIC": Script(0.92, 0.6, 1.5, size=13.5, weight=700),
    "THAI": Script(1.0, 0.3, 1.4, size=11.0, weight=600),
    "DEVANAGARI": Script(0.9, 0.3, 1.35, size=10.0),
    "HEBREW": Script(0.7, 0.2, 1.15, size=10.0),
    "CJK": _CHINESE,
    "HIRAGANA": _CHINESE,
    "KATAKANA": _CHINESE,
    "HANGUL": _CHINESE,
}
"""By the word with which Unicode's names of the letters begin."""


class Placed(NamedTuple):
    """A part of a name: its first baseline under the name's upper edge, how deep tails reach."""

    y: float
    block: Block
    depth: float

    def lines(self) -> Iterator[tuple[float, float]]:
        """How deep each line reaches under the upper edge of the name, and how wide it is."""
        for at, line in enumerate(self.block.lines):
            yield self.y + at * self.block.leading + self.depth, line.width


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name at one size; whether each of its parts keeps to its lines, and no word is broken."""

    parts: tuple[Placed, ...]
    fits: bool
    whole: bool

    @property
    def height(self) -> float:
        """From the top of the first capital to the lowest tail."""
        return max((deep for part in self.parts for deep, _ in part.lines()), default=0.0)


class BadgeName:
    """A person's name, to be set at any size on a badge `scale` times as large as ID-1.

    Upright, there is room for three `lines` of given names and of the family name, else for two,
    and for the name in two other scripts, else in one.
    """

    def __init__(
        self, person: Person, wordings: list[Wording], scale: float, *, upright: bool
    ) -> None:
        first = wordings[0]
        self._scale, self._upright = scale, upright
        whole = names.printed_name(person, first.language)
        family = person.name(first.language, tags.script_of(first.language)).family
        seam = max(0, whole.find(family)) if family else 0
        self._given = _light(whole[:seam].strip(" \u00a0"), first)
        self._family = _strong(whole[seam:], family, first)
        self._others = _other_names(person, wordings)[: 1 + upright]

    def at(self, size: float, width: float, beside: float) -> NameParts:
        """The parts with the family name at `size` in a column of `width` points.

        Names in other scripts keep to `beside` points; they are made smaller for that, and
        broken before they would be too small to be read.
        """
        blocks = [*self._given_at(size, width), _set(self._family, size, width)]
        fits = all(len(block.lines) <= 2 + self._upright for block, _, _ in blocks)
        whole = not any(block.overflows for block, _, _ in blocks)
        blocks += [self._other_at(other, beside) for other in self._others]
        parts: list[Placed] = []
        y = 0.0
        for block, script, points in blocks:
            y += (points * 0.3 if parts else 0.0) + script.over * points
            parts.append(Placed(y, block, script.under * points))
            y += block.height - block.leading + script.under * points
        return NameParts(tuple(parts), fits, whole)

    def _given_at(self, size: float, width: float) -> list["_SetBlock"]:
        """The given names on one line, unless that makes them too small."""
        if self._given is None:
            return []
        least = min(SMALLEST_GIVEN * self._scale, size)
        return [_set(self._given, _fitting(self._given, size * OF_FAMILY, least, width), width)]

    def _other_at(self, other: Paragraph, width: float) -> "_SetBlock":
        wanted = _script_of(other.text).size * self._scale
        least = 0.8 * wanted if self._upright else SMALLEST_OTHER * max(1.0, self._scale)
        return _set(other, _fitting(other, wanted, least, width), width)


_SetBlock = tuple[Block, Script, float]


def _set(paragraph: Paragraph, size: float, width: float) -> _SetBlock:
    script = _script_of(paragraph.text)
    return paragraph.at(size, size * script.leading).set(width), script, size


def _fitting(paragraph: Paragraph, wanted: float, least: float, width: float) -> float:
    """The size at which a paragraph is one line, from `wanted` down to `least`."""
    natural = paragraph.single().width / paragraph.style.size
    return max(min(wanted, least), min(wanted, width / natural - 0.01))


@lru_cache(2000)
def _script_of(text: str) -> Script:
    """What the letters of a text need, whatever the language that they stand in."""
    words = {unicodedata.name(letter, "").partition(" ")[0] for letter in text}
    return next((script for word, script in _SCRIPTS.items() if word in words), _PLAIN)


def _light(text: str, wording: Wording) -> Paragraph | None:
    style = GIVEN.but(language=wording.language)
    return Paragraph(text, style, setting="name", rtl=wording.rtl) if text else None


def _strong(text: str, family: str, wording: Wording) -> Paragraph:
    """The family name; what follows it («мырза») is as light as the given names."""
    style = FAMILY.but(language=wording.language)
    strong = len(family) if family and text.startswith(family) else len(text)
    spans = [Span(text[:strong], style), Span(text[strong:], style.but(weight=400, colour=INK))]
    return Paragraph([span for span in spans if span.text], setting="name", rtl=wording.rtl)


def _other_names(person: Person, wordings: list[Wording]) -> list[Paragraph]:
    """The name as the second language writes it, and in the script of the person's own country.

    Beside Latin letters, which all can read, the person's own script comes first.
    """
    first = wordings[0]
    readers = [w.language for w in wordings[1:] if is_written(person, w.language)]
    own = _own_language(person, {tags.script_of(w.language) for w in wordings})
    languages = [own, *readers] if tags.script_of(first.language) == "Latn" else [*readers, own]
    said = {names.printed_name(person, first.language, honorific=False)}
    found: list[Paragraph] = []
    for language in filter(None, languages):
        name = person.name(language, tags.script_of(language))
        text = names.compose_name(name, language)
        if text not in said:
            said.add(text)
            found.append(_other(text, language))
    return found


def _own_language(person: Person, known: set[str]) -> str:
    """A language in which the name is written as at home; empty where `known` scripts do that."""
    script = tags.own_script(person.country)
    if script in known:
        return ""
    written = (name.tag for name in person.names if is_in_script(name, script))
    tag = next(written, "")
    return tags.likely_language(tag) if len(tag) == 4 else tag


def _other(text: str, language: str) -> Paragraph:
    script = tags.script_of(language)
    family = "serif" if script in ("Arab", "Cyrl", "Grek", "Latn") else "sans"
    weight = _script_of(text).weight
    return Paragraph(text, Style(family, weight, colour=INK, language=language), setting="name")
