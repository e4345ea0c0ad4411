"""Hyphenation patterns from pyphen's dictionaries, which pyphen itself takes long to read.

F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983): a pattern is letters with numbers between
them; of all patterns that a word holds the highest number counts, and an odd one allows a hyphen.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_VALUES = re.compile(r"(\d?)(\D?)")
_CODEPAGES = {"microsoft-cp1251": "cp1251"}


@cache
def patterns(language: str) -> "Patterns | None":
    """The patterns of a language (BCP 47) or, for want of its region, of another one's."""
    known, tag = _dictionaries(), language.replace("-", "_").lower()
    while tag and tag not in known:
        tag = tag.rpartition("_")[0]
    return Patterns(known[tag]) if tag else None


@cache
def _dictionaries() -> dict[str, Path]:
    """The files by language in lower case; the first of several regions stands for them all."""
    package = find_spec("pyphen")  # importing it takes longer than all else that is done here
    folders = package.submodule_search_locations if package else None
    found: dict[str, Path] = {}
    for folder in folders or ():
        for path in sorted(Path(folder, "dictionaries").glob("hyph_*.dic")):
            name = path.stem.removeprefix("hyph_").lower()
            found[name] = path
            found.setdefault(name.partition("_")[0], path)
    return found


class Patterns:
    """The patterns of one language; each is taken apart when a word first holds it."""

    def __init__(self, path: Path) -> None:
        head, _, lines = path.read_bytes().partition(b"\n")
        name = head.decode("ascii").strip().lower()
        encoding = _CODEPAGES.get(name, name)
        # What follows a slash says how letters change at a hyphen, which is not done here.
        lines = re.sub(rb"/.*|[ \t\r]+$", b"", lines, flags=re.MULTILINE)
        letters = lines.translate(None, b"0123456789")
        texts = [part.decode(encoding).split("\n") for part in (letters, lines)]
        self._written = dict(zip(*texts, strict=True))

    def points(self, word: str) -> tuple[int, ...]:
        """Offsets at which the patterns allow a hyphen."""
        pointed = f".{word.lower()}."
        highest = [0] * (len(pointed) + 1)
        for start, pattern in self._held(pointed):
            for at, (value, _) in zip(
                range(start, len(highest)), _VALUES.findall(pattern), strict=False
            ):
                if value and int(value) > highest[at]:
                    highest[at] = int(value)
        return tuple([at - 1 for at, value in enumerate(highest) if value % 2])

    def _held(self, pointed: str) -> Iterator[tuple[int, str]]:
        """Where a pattern begins in the word, and how it is written."""
        known = self._written
        for start in range(len(pointed)):
            for end in range(start + 1, len(pointed) + 1):
                pattern = known.get(pointed[start:end])
                if pattern is not None:
                    yield start, pattern
