"""The faces that come with the program, found by family, weight, slope and script.

A face is opened when the first character needs it; what none of them has is looked for among the
system's fonts (`system_fonts`).
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from desktop import paths
from desktop.documents.typesetting import system_fonts
from desktop.documents.typesetting.harfbuzz import hb


class Face:
    """One font file: its characters, its metrics per em and its HarfBuzz font."""

    def __init__(self, path: Path, index: int = 0, scale: float = 1.0) -> None:
        self.path, self.scale = path, scale
        self.face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.font = hb.Font(self.face)
        self.upem: int = self.face.upem
        self.characters = frozenset(map(chr, self.face.unicodes))
        self.truetype = "glyf" in self.face.table_tags  # else CFF outlines
        self.advance = cache(self.font.get_glyph_h_advance)  # of a glyph, in font units

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
        return _open(paths.resource("fonts", f"{self.stem}-{faces[nearest]}.ttf"), 0, self.scale)


@cache
def _open(path: Path, index: int, scale: float) -> Face:
    return Face(path, index, scale)


_UPRIGHT = {400: "Regular", 600: "SemiBold", 700: "Bold"}
_SLOPED = {400: "Italic", 600: "SemiBoldItalic"}
_TWO = {400: "Regular", 700: "Bold"}
_AMIRI = Family("Amiri", _TWO, {400: "Italic"}, 1.16)
_SCALES = {"Tamil": 0.88, "Bengali": 0.95, "Georgian": 0.95, "Armenian": 0.95}


def _noto(kind: str, *scripts: str) -> tuple[Family, ...]:
    return tuple(
        Family(f"Noto{kind}{script}", _TWO, {}, _SCALES.get(script, 1.0)) for script in scripts
    )


_BOTH = ("Hebrew", "Georgian", "Armenian", "Devanagari", "Thai")
_INDIC = _noto("Sans", "Bengali", "Tamil")
_SERIF = (
    Family("SourceSerif4", _UPRIGHT, _SLOPED),
    _AMIRI,
    *(*_noto("Serif", *_BOTH), *_INDIC),
)
_SANS = (
    Family("SourceSans3", {**_UPRIGHT, 500: "Medium"}, _SLOPED),
    *_noto("Sans", "Arabic"),
    _AMIRI,
    *(*_noto("Sans", *_BOTH), *_INDIC),
)
# Languages whose figures and punctuation come from the face of their letters: one of these.
_OWN_SIGNS = {**dict.fromkeys(("ar", "fa", "ur", "ps"), "ب"), **dict.fromkeys(("hi", "mr"), "क")}


class Chain:
    """The faces one look of text may use, the preferred one first."""

    def __init__(self, family: str, weight: int, *, italic: bool, language: str) -> None:
        self._family, self._weight, self._italic = family, weight, italic
        self._language = language
        self._known: dict[str, Face | None] = {}
        self.first = next(self._shipped())
        letter = _OWN_SIGNS.get(language.partition("-")[0])
        self.of_signs = self._find(letter) if letter else None
        """The face of figures and punctuation, where it is another than the first."""

    def face(self, cluster: str) -> Face | None:
        """The first face that has every character of a cluster; None where none has."""
        if cluster not in self._known:
            signs = self.of_signs if unicodedata.category(cluster[0])[0] in "NPS" else None
            own = signs and signs.characters.issuperset(cluster)
            self._known[cluster] = signs if own else self._find(cluster)
        return self._known[cluster]

    def _find(self, cluster: str) -> Face | None:
        for faces in (self._shipped(), self._installed(cluster)):
            for face in faces:
                if face.characters.issuperset(cluster):
                    return face
        return None

    def _shipped(self) -> Iterator[Face]:
        for family in _SERIF if self._family == "serif" else _SANS:
            yield family.face(self._weight, italic=self._italic)

    def _installed(self, cluster: str) -> Iterator[Face]:
        bold = self._weight >= 600
        for path, number in system_fonts.find(cluster[0], self._family, self._language, bold=bold):
            yield _open(path, number, 1.0)


@cache
def chain(family: str, weight: int, italic: bool, language: str) -> Chain:
    """The chain of faces for a look of text."""
    return Chain(family, weight, italic=italic, language=language)


def missing(text: str) -> list[str]:
    """Characters of a text that no face has, each once, in order (preflight names them)."""
    faces = chain("serif", 400, False, "en")
    wanted = [c for c in dict.fromkeys(text) if unicodedata.category(c)[0] not in "CZ"]
    return [char for char in wanted if faces.face(char) is None]
