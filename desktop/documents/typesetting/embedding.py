"""How a document writes the glyphs of a face: a code for every (glyph, text) pair.

So each glyph on a page says what it stands for, whatever ligature or contextual form it is, and
text comes out of the file as it was written.
"""

from desktop.documents.typesetting import fontfile
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.glyphs import MOST_WORDS, Glyph, Run, Word
from desktop.documents.typesetting.pdffile import File
from desktop.documents.typesetting.shaping import HYPHEN

_SOFT_HYPHEN = "\u00ad"  # what the hyphen that a line break sets stands for: no part of the word
# Pdfium shows the code of a glyph that stands for no text; these nobody sees (variation
# selectors, invisible operators).
_MOVED = "moved"  # a glyph that does not stand where the pen is
_IGNORED = [*range(0xFE00, 0xFE10), *range(0x2060, 0x2070)]


class EmbeddedFace:
    """What one document uses of one face."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self.plain: dict[Word, str] = {}  # as `code` found them
        self._codes: dict[tuple[int, str], int] = {}
        self._free = (code for code in range(1, 0x10000) if code not in _IGNORED)
        self._silent = iter(_IGNORED)
        self._known: dict[Glyph, tuple[str, int]] = {}
        self._flat = _Flat(self)
        self.per_mille = 1000 / face.upem

    def code(self, word: Word) -> str:
        """The inside of a TJ array for a word of this face alone; "" where it takes more."""
        known = self.plain.get(word)
        if known is None:
            if len(self.plain) >= MOST_WORDS:
                self.plain.clear()
            simple = len(word.runs) == 1 and not word.reordered
            known = self.plain[word] = self._code(word.runs[0]) if simple else ""
        return known

    def _code(self, run: Run) -> str:
        inside = "".join([self._flat[glyph] for glyph in run.glyphs])
        if _MOVED not in inside:
            return inside.replace("><", "")
        strokes = self.encode(run)
        return strokes[0][1] if len(strokes) == 1 and not strokes[0][0] else ""

    def encode(self, run: Run) -> list[tuple[float, str]]:
        """A run as pairs of rise (per em) and the inside of a TJ array."""
        strokes: list[tuple[float, str]] = []
        codes: list[str] = []
        height, ahead = 0, 0  # how far the reader's pen is ahead of ours, in font units
        for glyph in run.glyphs:
            code, natural = self.known(glyph)
            if glyph.dy != height:
                if codes:
                    strokes.append((height / self.face.upem, _joined(codes)))
                    codes = []
                height = glyph.dy
            if ahead != glyph.dx:
                codes.append(f"{(ahead - glyph.dx) * self.per_mille:.5g}")
            codes.append(code)
            ahead = glyph.dx + natural - glyph.advance
        if ahead:
            codes.append(f"{ahead * self.per_mille:.5g}")
        strokes.append((height / self.face.upem, _joined(codes)))
        return strokes

    def known(self, glyph: Glyph) -> tuple[str, int]:
        """A glyph's code in hexadecimal and its advance in the font."""
        return self._known.get(glyph) or self._know(glyph)

    def _know(self, glyph: Glyph) -> tuple[str, int]:
        text = _SOFT_HYPHEN if glyph.text == HYPHEN else glyph.text
        code = self._codes.get((glyph.id, text))
        if code is None:
            codes = self._free if text else self._silent
            code = self._codes[glyph.id, text] = next(codes, None) or next(self._free)
        known = self._known[glyph] = f"<{code:04X}>", self.face.advance(glyph.id)
        return known

    def write(self, file: File) -> int:
        """Write the font's objects; returns the number of the font."""
        return fontfile.write(file, self.face, self._codes)


class EmbeddedFaces(dict[Face, EmbeddedFace]):
    """The faces of a document, each as it uses it."""

    def __missing__(self, face: Face) -> EmbeddedFace:
        embedded = self[face] = EmbeddedFace(face, f"F{len(self) + 1}")
        return embedded


class _Flat(dict[Glyph, str]):
    """What shows each glyph that stands on the line, with what kerns the next."""

    def __init__(self, face: EmbeddedFace) -> None:
        self._face = face

    def __missing__(self, glyph: Glyph) -> str:
        code, natural = self._face.known(glyph)
        if glyph.dx or glyph.dy:
            code = _MOVED
        elif natural != glyph.advance:
            code += f"{(natural - glyph.advance) * self._face.per_mille:.5g}"
        self[glyph] = code
        return code


def _joined(codes: list[str]) -> str:
    return "".join(codes).replace("><", "")
