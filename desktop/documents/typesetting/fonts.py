"""The faces that come with the program or from a house, by family, weight, slope and script.

A face is opened when the first character needs it; what none of them has is looked for among the
system's fonts (`system_fonts`).
"""

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import icu

from desktop import paths
from desktop.documents.typesetting import style, system_fonts
from desktop.documents.typesetting.harfbuzz import hb
from desktop.documents.typesetting.style import FontFile, HouseFamily

_NOT_IN_NAMES = re.compile(r"[^!-~]|[()<>\[\]{}/%#]")  # what would end a name in a PDF


class Face:
    """One font file: its characters, its metrics per em and its HarfBuzz font."""

    def __init__(self, file: Path | FontFile, index: int = 0, scale: float = 1.0) -> None:
        self.path, self.scale = file if isinstance(file, Path) else Path(file.path), scale
        self.face = hb.Face(_blob(file), index)
        self.font = hb.Font(self.face)
        self.upem: int = self.face.upem
        self.characters = frozenset(map(chr, self.face.unicodes))
        self.truetype = "glyf" in self.face.table_tags  # else CFF outlines
        self.advance = cache(self.font.get_glyph_h_advance)  # of a glyph, in font units

    @cached_property
    def name(self) -> str:
        """The PostScript name."""
        name = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        return _NOT_IN_NAMES.sub("", name)[:63] or "Font"

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


def _blob(file: Path | FontFile) -> hb.Blob:
    return hb.Blob(file.data) if isinstance(file, FontFile) else hb.Blob.from_file_path(str(file))


class Family(NamedTuple):
    """Files of one design by weight, upright and sloped."""

    upright: Mapping[int, Path | FontFile]
    sloped: Mapping[int, Path | FontFile]
    scale: float = 1.0  # optical size beside Source at the same nominal size

    def face(self, weight: int, *, italic: bool) -> Face:
        """The face nearest in weight; upright where there is no sloped one."""
        files = self.sloped if italic and self.sloped else self.upright or self.sloped
        nearest = min(files, key=lambda have: (abs(have - weight), -have))
        return _open(files[nearest], 0, self.scale)


@cache
def _open(file: Path | FontFile, index: int, scale: float) -> Face:
    return Face(file, index, scale)


def _with_us(
    stem: str, upright: Mapping[int, str], sloped: Mapping[int, str], scale: float = 1.0
) -> Family:
    def files(cuts: Mapping[int, str]) -> dict[int, Path | FontFile]:
        return {
            weight: paths.resource("fonts", f"{stem}-{cut}.ttf") for weight, cut in cuts.items()
        }

    return Family(files(upright), files(sloped), scale)


_UPRIGHT = {400: "Regular", 600: "SemiBold", 700: "Bold"}
_SLOPED = {400: "Italic", 600: "SemiBoldItalic"}
_TWO = {400: "Regular", 700: "Bold"}
_AMIRI = _with_us("Amiri", _TWO, {400: "Italic"}, 1.16)
_SCALES = {"Tamil": 0.88, "Bengali": 0.95, "Georgian": 0.95, "Armenian": 0.95}


def _noto(kind: str, *scripts: str) -> tuple[Family, ...]:
    return tuple(
        _with_us(f"Noto{kind}{script}", _TWO, {}, _SCALES.get(script, 1.0)) for script in scripts
    )


_BOTH = ("Hebrew", "Georgian", "Armenian", "Devanagari", "Thai")
_INDIC = _noto("Sans", "Bengali", "Tamil")
_SERIF = (
    _with_us("SourceSerif4", _UPRIGHT, _SLOPED),
    _AMIRI,
    *(*_noto("Serif", *_BOTH), *_INDIC),
)
_SANS = (
    _with_us("SourceSans3", {**_UPRIGHT, 500: "Medium"}, _SLOPED),
    *_noto("Sans", "Arabic"),
    _AMIRI,
    *(*_noto("Sans", *_BOTH), *_INDIC),
)
# Languages whose figures and punctuation come from the face of their letters: one of these.
_OWN_SIGNS = {**dict.fromkeys(("ar", "fa", "ur", "ps"), "ب"), **dict.fromkeys(("hi", "mr"), "क")}


class Chain:
    """The faces one look of text may use, the preferred one first."""

    def __init__(self, family: style.Family, weight: int, *, italic: bool, language: str) -> None:
        self._weight, self._italic, self._language = weight, italic, language
        self._families, self._family = self._choice(family)
        self._known: dict[str, Face | None] = {}
        self.first = next(self._faces())
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
        for faces in (self._faces(), self._installed(cluster)):
            for face in faces:
                if face.characters.issuperset(cluster):
                    return face
        return None

    def _choice(self, family: style.Family) -> tuple[tuple[Family, ...], style.Shipped]:
        """The families in turn, and the shipped one among them.

        A house's own goes before, but not where it lacks letters of the language: a word in two
        designs is ugly.
        """
        other = family.other if isinstance(family, HouseFamily) else family
        shipped = _SERIF if other == "serif" else _SANS
        if not isinstance(family, HouseFamily):
            return shipped, other
        own = _of_the_house(family)
        face = own.face(self._weight, italic=self._italic)
        writes = face.characters.issuperset(_alphabet(self._language))
        return ((own, *shipped) if writes else (*shipped, own)), other

    def _faces(self) -> Iterator[Face]:
        for family in self._families:
            yield family.face(self._weight, italic=self._italic)

    def _installed(self, cluster: str) -> Iterator[Face]:
        bold = self._weight >= 600
        for path, number in system_fonts.find(cluster[0], self._family, self._language, bold=bold):
            yield _open(path, number, 1.0)


def _of_the_house(family: HouseFamily) -> Family:
    files = dict(family.files)

    def cuts(regular: str, bold: str) -> dict[int, Path | FontFile]:
        return {
            weight: files[cut] for weight, cut in ((400, regular), (700, bold)) if cut in files
        }

    return Family(cuts("regular", "bold"), cuts("italic", "bold-italic"))


@cache
def _alphabet(language: str) -> frozenset[str]:
    """The letters of a language, small and large, as CLDR lists them."""
    name = icu.Locale.forLanguageTag(language).getName()
    letters = [char for char in "".join(icu.LocaleData(name).getExemplarSet()) if char.isalpha()]
    return frozenset("".join([char + char.title() for char in letters]))


@cache
def chain(family: style.Family, weight: int, italic: bool, language: str) -> Chain:
    """The chain of faces for a look of text."""
    return Chain(family, weight, italic=italic, language=language)


def missing(text: str, families: Iterable[style.Family] = ("serif",)) -> list[str]:
    """Characters that some of the families cannot show, each once, in order, for preflight."""
    chains = [chain(family, 400, False, "en") for family in families]
    wanted = [c for c in dict.fromkeys(text) if unicodedata.category(c)[0] not in "CZ"]
    return [char for char in wanted if None in [faces.face(char) for faces in chains]]
