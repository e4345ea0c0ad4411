"""Faces into a PDF: subsets as Type0 fonts, one CID for every (glyph, text) pair.

So each glyph on a page says what it stands for, whatever ligature or contextual form it is
(ToUnicode, ISO 32000-1, 9.10.3), and text comes out of the file as it was written.
"""

import sys
import zlib
from array import array
from collections.abc import Iterator
from operator import itemgetter

import uharfbuzz as hb

from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.pdffile import File
from desktop.documents.typesetting.shaping import MOST_WORDS, Glyph, Run, Word

_UNUSED_TABLES = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "HVAR", "MVAR", "OS/2", "STAT", "avar", "cmap"),
    *("cvt ", "fpgm", "fvar", "gasp", "gvar", "hdmx", "kern", "name", "post", "prep"),
)
# Line breaks set U+2010; a reader is told that it is no part of the word.
_HYPHEN, _SOFT_HYPHEN = "\u2010", "\u00ad"
# Pdfium shows the code of a glyph that stands for no text; these nobody sees (variation
# selectors, invisible operators).
_IGNORED = [*range(0xFE00, 0xFE10), *range(0x2060, 0x2070)]
_SYMBOLIC, _ITALIC = 4, 64


def _joined(codes: list[str]) -> str:
    return "".join(codes).replace("><", "")


_CMAP_HEAD = (
    "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo"
    "<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def"
    "/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n"
)
_CMAP_FOOT = "endcmap CMapName currentdict/CMap defineresource pop end end"
_MOST_ROWS = 100  # of one beginbfchar (Adobe's CMap specification)


class EmbeddedFace:
    """What one document uses of one face, and how its content streams write it."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self._cids: dict[tuple[int, str], int] = {}
        self._codes = (code for code in range(1, 0x10000) if code not in _IGNORED)
        self._silent = iter(_IGNORED)
        self.plain: dict[Word, str] = {}
        self._known: dict[Glyph, tuple[str, int]] = {}
        self._per_mille = 1000 / face.upem

    def code(self, word: Word) -> str:
        """The inside of a TJ array for a word of this face alone; "" where it takes more."""
        known = self.plain.get(word)
        if known is None:
            if len(self.plain) >= MOST_WORDS:
                self.plain.clear()
            strokes = self.encode(word.runs[0])
            simple = not word.reordered and len(strokes) == 1 and not strokes[0][0]
            known = self.plain[word] = strokes[0][1] if simple else ""
        return known

    def encode(self, run: Run) -> list[tuple[float, str]]:
        """A run as pairs of rise (per em) and the inside of a TJ array."""
        strokes: list[tuple[float, str]] = []
        codes: list[str] = []
        height, ahead = 0, 0  # how far the reader's pen is ahead of ours, in font units
        for glyph in run.glyphs:
            code, natural = self._known.get(glyph) or self._know(glyph)
            if glyph.dy != height:
                if codes:
                    strokes.append((height / self.face.upem, _joined(codes)))
                    codes = []
                height = glyph.dy
            if ahead != glyph.dx:
                codes.append(self._kern(ahead - glyph.dx))
            codes.append(code)
            ahead = glyph.dx + natural - glyph.advance
        if ahead:
            codes.append(self._kern(ahead))
        strokes.append((height / self.face.upem, _joined(codes)))
        return strokes

    def _know(self, glyph: Glyph) -> tuple[str, int]:
        """A glyph's code in hexadecimal and its advance in the font."""
        text = _SOFT_HYPHEN if glyph.text == _HYPHEN else glyph.text
        cid = self._cids.get((glyph.id, text))
        if cid is None:
            codes = self._codes if text else self._silent
            cid = self._cids[glyph.id, text] = next(codes, None) or next(self._codes)
        known = f"<{cid:04X}>", self.face.font.get_glyph_h_advance(glyph.id)
        self._known[glyph] = known
        return known

    def _kern(self, units: int) -> str:
        return f"{units * self._per_mille:.5g}"

    def write(self, file: File) -> int:
        """Write the font's objects; returns the number of the font."""
        base = self._subset_name().encode()
        font, cid_font, to_unicode = file.number(), file.number(), file.number()
        file.put_stream(to_unicode, b"", self._to_unicode().encode())
        file.put(
            font,
            b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H"
            b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (base, cid_font, to_unicode),
        )
        descriptor, mapping = self._program(file, base)
        widths = "".join(self._widths())
        file.put(
            cid_font,
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/FontDescriptor %d 0 R/DW 0/W[%b]/CIDToGIDMap %d 0 R>>"
            % (base, descriptor, widths.encode(), mapping),
        )
        return font

    def _widths(self) -> Iterator[str]:
        """Entries of W, consecutive codes together."""
        expected = -1
        for (glyph, _), cid in sorted(self._cids.items(), key=itemgetter(1)):
            if cid != expected:
                yield f"{']' if expected > 0 else ''}{cid}["
            expected = cid + 1
            advance = self.face.font.get_glyph_h_advance(glyph)
            yield f"{advance * self._per_mille:.5g} "
        yield "]"

    def _subset_name(self) -> str:
        seed = zlib.crc32(repr((self.face.name, sorted(self._cids))).encode())
        tag = "".join(chr(65 + (seed >> (4 * at)) % 26) for at in range(6))
        return f"{tag}+{self.face.name}"

    def _program(self, file: File, base: bytes) -> tuple[int, int]:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({glyph for glyph, _ in self._cids})
        wanted.drop_table_tag_set.update(
            [int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES]
        )
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        plan = hb.SubsetPlan(self.face.face, wanted)
        renumbered = plan.old_to_new_glyph_mapping
        program = plan.execute().blob.data
        stream, descriptor, mapping = file.number(), file.number(), file.number()
        file.put_stream(stream, b"/Length1 %d" % len(program), program)
        gids = array("H", bytes(2 * (max(self._cids.values()) + 1)))
        for (glyph, _), cid in self._cids.items():
            gids[cid] = renumbered[glyph]
        if sys.byteorder == "little":
            gids.byteswap()
        file.put_stream(mapping, b"", gids.tobytes())
        file.put(descriptor, self._descriptor(file, base, stream))
        return descriptor, mapping

    def _descriptor(self, file: File, base: bytes, program: int) -> bytes:
        face = self.face
        used = b"" if file.compact else b"/CIDSet %d 0 R" % self._cid_set(file)
        slant = face.font.get_style_value(hb.StyleTag.SLANT_ANGLE)
        weight = face.font.get_style_value(hb.StyleTag.WEIGHT)
        bounds = " ".join(str(round(edge * self._per_mille)) for edge in face.bounds)
        return (
            b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]/ItalicAngle %d/Ascent %d"
            b"/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R%b>>"
            % (
                base,
                _SYMBOLIC | (_ITALIC if slant else 0),
                bounds.encode(),
                slant,
                face.ascent * 1000,
                face.descent * 1000,
                face.cap_height * 1000,
                weight / 5,
                program,
                used,
            )
        )

    def _cid_set(self, file: File) -> int:
        """Which CIDs the subset has, a bit each (ISO 19005-1, 6.3.5)."""
        codes = {0, *self._cids.values()}
        bits = bytearray(max(codes) // 8 + 1)
        for code in codes:
            bits[code >> 3] |= 0x80 >> (code & 7)
        number = file.number()
        file.put_stream(number, b"", bytes(bits))
        return number

    def _to_unicode(self) -> str:
        rows = [
            f"<{cid:04X}><{text.encode('utf-16-be').hex().upper()}>"
            for (_, text), cid in self._cids.items()
        ]
        blocks = [rows[at : at + _MOST_ROWS] for at in range(0, len(rows), _MOST_ROWS)]
        body = "".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
        )
        return _CMAP_HEAD + body + _CMAP_FOOT
