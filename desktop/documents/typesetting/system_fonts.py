"""Faces that do not come with the program: Chinese, Japanese, Korean (too large), rare scripts.

They are looked for in the user's font folder beside the databases and in the system's; of rare
scripts, the faces of the Noto family.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import icu

from desktop import paths


class Found(NamedTuple):
    """A font file, and which face of it to take."""

    path: Path
    number: int


class _Design(NamedTuple):
    """Files of one design: a pattern of their names, and the face for each language."""

    pattern: re.Pattern[str]
    faces: dict[str, int]


def _design(pattern: str, **faces: int) -> _Design:
    return _Design(re.compile(pattern, re.IGNORECASE), faces)


# The best first. A collection's faces are numbered; "zh" also serves where nothing else does.
_ALL = {"ja": 0, "ko": 1, "zh": 2, "zh-Hant": 3}
_SERIF = (
    _design(r"(Noto|Source ?Han) ?Serif ?CJK.*\.ttc", **_ALL),
    _design(r"Noto ?Serif ?SC.*\.[ot]tf", zh=0),
    _design(r"Noto ?Serif ?TC.*\.[ot]tf", **{"zh-Hant": 0}),
    _design(r"Noto ?Serif ?JP.*\.[ot]tf", ja=0),
    _design(r"Noto ?Serif ?KR.*\.[ot]tf", ko=0),
    _design(r"(simsun|songti)\.tt[cf]", zh=0),
    _design(r"(yumin|msmincho|HiraginoMincho).*\.tt[cf]", ja=0),
    _design(r"batang\.ttc", ko=0),
)
_SANS = (
    _design(r"(Noto|Source ?Han) ?Sans ?CJK.*\.ttc", **_ALL),
    _design(r"Noto ?Sans ?SC.*\.[ot]tf", zh=0),
    _design(r"Noto ?Sans ?TC.*\.[ot]tf", **{"zh-Hant": 0}),
    _design(r"Noto ?Sans ?JP.*\.[ot]tf", ja=0),
    _design(r"Noto ?Sans ?KR.*\.[ot]tf", ko=0),
    _design(r"(msyh|PingFang|Hiragino ?Sans ?GB|wqy-.*)\.tt[cf]", zh=0),
    _design(r"(msjh)\.tt[cf]", **{"zh-Hant": 0}),
    _design(r"(YuGothM|meiryo|msgothic|Hiragino ?Kaku.*|Hiragino ?Sans)\.tt[cf]", ja=0),
    _design(r"(malgun|AppleSDGothicNeo)\.tt[cf]", ko=0),
)
_EAST_ASIAN = {"Han", "Hiragana", "Katakana", "Hangul", "Bopomofo"}
_TRADITIONAL = {"zh-Hant", "zh-TW", "zh-HK"}
_BOLD = re.compile(r"bold|semi|medium|black|heavy", re.IGNORECASE)


def find(char: str, family: str, language: str, *, bold: bool) -> Iterator[Found]:
    """Faces that may have a character, those made for the language first."""
    script = icu.Script.getScript(char).getName()
    if script in _EAST_ASIAN or unicodedata.east_asian_width(char) in "WF":
        yield from _east_asian(family, language, bold=bold)
    else:
        name = script.replace("_", "")
        yield from _matching(
            _design(rf"Noto ?(Sans|Serif) ?{name}\b.*\.[ot]tf", any=0), 0, bold=bold
        )


def _east_asian(family: str, language: str, *, bold: bool) -> Iterator[Found]:
    designs = (*_SERIF, *_SANS) if family == "serif" else (*_SANS, *_SERIF)
    wanted = "zh-Hant" if language in _TRADITIONAL else language.partition("-")[0]
    for each in dict.fromkeys((wanted, "zh", "ja", "ko", "zh-Hant")):
        for design in designs:
            if each in design.faces:
                yield from _matching(design, design.faces[each], bold=bold)


def _matching(design: _Design, number: int, *, bold: bool) -> Iterator[Found]:
    for path in sorted(_files(), key=lambda file: _ill_suited(file, bold=bold)):
        if design.pattern.fullmatch(path.name):
            yield Found(path, number)


def _ill_suited(path: Path, *, bold: bool) -> tuple[bool, int, str]:
    is_bold = bool(_BOLD.search(path.stem))
    return is_bold != bold, len(path.stem), path.stem


@cache
def _files() -> tuple[Path, ...]:
    return tuple(
        Path(folder, name)
        for top in _folders()
        for folder, _, names in os.walk(top)
        for name in names
        if name.lower().endswith((".ttf", ".otf", ".ttc"))
    )


def _folders() -> Iterator[Path]:
    yield paths.data_folder() / "fonts"
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA", str(home))) / "Microsoft/Windows/Fonts"
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    else:
        yield from (home / ".fonts", home / ".local/share/fonts")
        yield from (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
