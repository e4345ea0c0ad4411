"""Right-to-left text: embedding levels by UAX #9 (ICU does the algorithm) and reordering (L2)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

import icu

from desktop.documents.typesetting.shaping import utf16_offsets

# Blocks with right-to-left letters, Arabic figures, and the marks and controls of UAX #9.
_RTL = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_RTL_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
_RTL_SCRIPTS = {"Arab", "Hebr", "Nkoo", "Syrc", "Thaa"}

T = TypeVar("T")


@lru_cache
def is_rtl(language: str) -> bool:
    """Whether a language (BCP 47) is written from right to left."""
    parts = language.split("-")
    scripts = [part for part in parts[1:] if len(part) == 4 and part.isalpha()]
    return scripts[0] in _RTL_SCRIPTS if scripts else parts[0] in _RTL_LANGUAGES


def has_rtl(text: str) -> bool:
    """Whether anything in a text may run from right to left."""
    return _RTL.search(text) is not None


def has_arabic(text: str) -> bool:
    """Whether a text has Arabic letters."""
    return _ARABIC.search(text) is not None


def levels(text: str, *, rtl: bool) -> bytes | None:
    """Embedding level of each character, or None where all of it runs from left to right."""
    if not text or (not rtl and not has_rtl(text)):
        return None
    paragraph = icu.Bidi()
    paragraph.setPara(icu.UnicodeString(text), int(rtl))
    units = paragraph.getLevels()
    at = utf16_offsets(text)
    found = bytearray(len(text))
    for unit, level in enumerate(units):
        found[at[unit]] = level
    return bytes(found)


def visual_order(items: Sequence[T], item_levels: Sequence[int]) -> list[T]:
    """Rule L2: reverse every stretch of items at or above each level, the highest first."""
    order = list(range(len(items)))
    for level in range(max(item_levels, default=0), 0, -1):
        start = None
        for at in range(len(order) + 1):
            inside = at < len(order) and item_levels[order[at]] >= level
            if inside and start is None:
                start = at
            elif not inside and start is not None:
                order[start:at] = order[start:at][::-1]
                start = None
    return [items[at] for at in order]
