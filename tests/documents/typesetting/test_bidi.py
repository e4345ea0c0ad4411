"""Embedding levels against Unicode's own cases, reordering against what it must never do."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typesetting import bidi

CASES = Path("/usr/share/unicode/BidiCharacterTest.txt")  # Debian's `unicode-data`

# Lines of the file (Unicode 15.0) that ICU 77 takes otherwise: overrides around isolates, brackets
# with controls inside, 64 brackets deep. No text of an event is like them.
KNOWN = {
    *(59, 60, 61, 62, *range(65, 81), *range(83, 89), 102, 108, 113, 120, 164),
}


def cases():
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            points, _, base, levels, order = line.split(";")
            text = "".join(chr(int(point, 16)) for point in points.split())
            yield number, text, base == "1", levels.split(), [int(at) for at in order.split()]


@pytest.mark.skipif(not CASES.exists(), reason="Debian's unicode-data is not installed")
def test_levels_are_those_of_unicode():
    wrong = set[int]()
    for number, text, rtl, expected, _ in cases():
        found = bidi.levels(text, rtl=rtl) or bytes(len(text))
        if any(e != "x" and int(e) != f for e, f in zip(expected, found, strict=True)):
            wrong.add(number)
    assert len(wrong) <= len(KNOWN)  # another version of the file has other line numbers
    assert wrong <= KNOWN or "-15.0.0" not in CASES.read_text(encoding="utf-8")[:40]


@pytest.mark.skipif(not CASES.exists(), reason="Debian's unicode-data is not installed")
def test_order_is_that_of_unicode():
    for _, _, _, levels, expected in cases():
        kept = [at for at, level in enumerate(levels) if level != "x"]
        order = bidi.visual_order(kept, [int(levels[at]) for at in kept])
        assert order == expected


@given(st.lists(st.integers(0, 6)))
def test_reordering_loses_nothing(levels: list[int]):
    order = bidi.visual_order(range(len(levels)), levels)
    assert Counter(order) == Counter(range(len(levels)))


@given(st.lists(st.just(1), max_size=8))
def test_one_direction_reverses_as_a_whole(levels: list[int]):
    assert bidi.visual_order(range(len(levels)), levels) == [*reversed(range(len(levels)))]


@pytest.mark.parametrize(
    ("language", "rtl"),
    [
        *(("ar", True), ("fa", True), ("he", True), ("ur-PK", True), ("kk-Arab", True)),
        *(("es", False), ("kk", False), ("az-Latn", False), ("az-Arab-IR", True), ("", False)),
    ],
)
def test_direction_of_languages(language: str, rtl: bool):
    assert bidi.is_rtl(language) is rtl


def test_left_to_right_text_takes_no_levels():
    assert bidi.levels("Ғылым, science — 2026", rtl=False) is None
    assert bidi.levels("SDU", rtl=True) is not None
