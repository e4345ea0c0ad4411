"""The faces that come with the program, found by family, weight, slope and script.

A face is opened when the first character needs it. CJK faces are too large to ship: they are
looked for in the user's and the system's font folders.
"""

import struct
import unicodedata
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from desktop import paths


class Face:
    """One font file: its characters, its metrics per em and its HarfBuzz font."""

    def __init__(self, path: Path, index: int = 0, scale: float = 1.0) -> None:
        self.path, self.index, self.scale = path, index, scale
        self.face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.font = hb.Font(self.face)
        self.upem: int = self.face.upem
        self.characters = frozenset(map(chr, self.face.unicodes))

    @cached_property
    def name(self) -> str:
        """The PostScript name."""
        return self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem

    @cached_property
    def bounds(self) -> tuple[int, int, int, int]:
        """The box round all glyphs, in font units (left, bottom, right, top)."""
        return struct.unpack(">hhhh", self.face.reference_table("head").data[36:44])

    @cached_property
    def cap_height(self) -> float:
        """Height of capitals, per em."""
        return self.font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT) / self.upem

    @cached_property
    def ascent(self) -> float:
        """Height above the baseline, per em."""
        return self.font.get_font_extents("ltr").ascender / self.upem

    @cached_property
    def descent(self) -> float:
        """Depth below the baseline, per em (negative)."""
        return self.font.get_font_extents("ltr").descender / self.upem


class Family(NamedTuple):
    """Files of one design: weight to file suffix, upright and sloped."""

    stem: str
    upright: dict[int, str]
    sloped: dict[int, str]
    scale: float = 1.0  # optical size beside Source at the same nominal size

    def face(self, weight: int, *, italic: bool) -> Face:
        """The face nearest in weight; upright where there is no sloped one."""
        faces = self.sloped if italic and self.sloped else self.upright
        nearest = min(faces, key=lambda have: (abs(have - weight), -have))
        return _open(f"{self.stem}-{faces[nearest]}.ttf", self.scale)


@cache
def _open(file: str, scale: float) -> Face:
    return Face(paths.resource("fonts", file), scale=scale)


_UPRIGHT = {400: "Regular", 600: "SemiBold", 700: "Bold"}
_SLOPED = {400: "Italic", 600: "SemiBoldItalic"}
_NOTO = {400: "Regular", 700: "Bold"}
_SERIF = Family("SourceSerif4", _UPRIGHT, _SLOPED)
_SANS = Family("SourceSans3", {**_UPRIGHT, 500: "Medium"}, _SLOPED)
_AMIRI = Family("Amiri", {400: "Regular", 700: "Bold"}, {400: "Italic"}, 1.16)
_ARABIC = Family("NotoSansArabic", {400: "Regular", 600: "SemiBold"}, {})


def _noto(kind: str, *scripts: str) -> tuple[Family, ...]:
    return tuple(Family(f"Noto{kind}{script}", _NOTO, {}) for script in scripts)


_BOTH = ("Hebrew", "Georgian", "Armenian", "Devanagari", "Thai")
_INDIC = _noto("Sans", "Bengali", "Tamil")
FALLBACK = {
    "serif": (_SERIF, _AMIRI, *_noto("Serif", *_BOTH), *_INDIC),
    "sans": (_SANS, _ARABIC, _AMIRI, *_noto("Sans", *_BOTH), *_INDIC),
}
_OWN_PUNCTUATION = {"ar": "ب", "fa": "ب", "ur": "ب", "ps": "ب", "hi": "क", "mr": "क", "ne": "क"}


class Chain:
    """The faces one look of text may use, the preferred one first."""

    def __init__(self, family: str, weight: int, *, italic: bool, language: str) -> None:
        self._families = FALLBACK[family]
        self._weight, self._italic = weight, italic
        self.first = self._families[0].face(weight, italic=italic)
        self._known: dict[str, Face | None] = {}
        self._own: Face | None = None
        letter = _OWN_PUNCTUATION.get(language.partition("-")[0])
        if letter:
            self._own = self._find(letter)

    @property
    def has_own_punctuation(self) -> bool:
        """Whether figures and signs come from another face than the first."""
        return self._own is not None

    def face(self, cluster: str) -> Face | None:
        """The first face that has every character of a cluster; None where none has."""
        if cluster not in self._known:
            self._known[cluster] = self._find(cluster)
        return self._known[cluster]

    def _find(self, cluster: str) -> Face | None:
        own = self._own
        if own and unicodedata.category(cluster[0])[0] in "NPS" and own.characters >= set(cluster):
            return own
        for family in self._families:
            face = family.face(self._weight, italic=self._italic)
            if face.characters.issuperset(cluster):
                return face
        return None


@cache
def chain(family: str, weight: int, italic: bool, language: str) -> Chain:
    """The chain of faces for a look of text."""
    return Chain(family, weight, italic=italic, language=language)


def missing(text: str) -> list[str]:
    """Characters of a text that no face has, each once, in order (preflight names them)."""
    faces = chain("serif", 400, False, "en")
    wanted = [c for c in dict.fromkeys(text) if unicodedata.category(c)[0] not in "CZ"]
    return [char for char in wanted if faces.face(char) is None]
