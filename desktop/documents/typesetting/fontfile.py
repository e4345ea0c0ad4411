"""A face into a PDF: a subset as a Type0 font whose codes are a document's own.

ISO 32000-1: composite fonts 9.7, ToUnicode 9.10.3, font programs 9.9. For TrueType outlines a
CIDToGIDMap leads from codes to glyphs; for CFF outlines, which have none, the encoding does.
"""

import sys
import zlib
from array import array
from collections.abc import Iterator

from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.harfbuzz import hb
from desktop.documents.typesetting.pdffile import File

Codes = dict[tuple[int, str], int]  # of each (glyph, text)

_UNUSED_TABLES = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "HVAR", "MVAR", "OS/2", "STAT", "VORG", "avar"),
    *("cmap", "cvt ", "fpgm", "fvar", "gasp", "gvar", "hdmx", "kern", "name", "post", "prep"),
    *("vhea", "vmtx"),
)
_SYMBOLIC, _ITALIC = 4, 64
_MOST_ROWS = 100  # of one block (Adobe's CMap specification)


def write(file: File, face: Face, codes: Codes) -> int:
    """Write a face's objects; returns the number of the font."""
    base = _subset_name(face, codes)
    program, renumbered = subset(face, {glyph for glyph, _ in codes})
    font, cid_font, to_unicode = file.number(), file.number(), file.number()
    file.put_stream(to_unicode, b"", _to_unicode(codes))
    glyphs = {code: renumbered.get(glyph) or 0 for (glyph, _), code in codes.items()}
    widths = {code: face.advance(glyph) * 1000 / face.upem for (glyph, _), code in codes.items()}
    encoding = b"/Identity-H"
    if face.truetype:
        entries = b"/Subtype/CIDFontType2/CIDToGIDMap %d 0 R" % _glyph_map(file, glyphs)
    else:
        entries = b"/Subtype/CIDFontType0"
        encoding = b" %d 0 R" % _encoding(file, glyphs)
        widths = {glyphs[code]: width for code, width in widths.items()}
    file.put(
        font,
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding%b/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (base, encoding, cid_font, to_unicode),
    )
    descriptor = _descriptor(file, face, base, program, widths)
    file.put(
        cid_font,
        b"<</Type/Font/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor %d 0 R/DW 0/W[%b]%b>>"
        % (base, descriptor, "".join(_width_rows(widths)).encode(), entries),
    )
    return font


def _subset_name(face: Face, codes: Codes) -> bytes:
    seed = zlib.crc32(repr((face.name, sorted(codes))).encode())
    tag = "".join(chr(65 + (seed >> (4 * at)) % 26) for at in range(6))
    return f"{tag}+{face.name}".encode()


def subset(face: Face, glyphs: set[int]) -> tuple[hb.Face, dict[int, int]]:
    """The font program with these glyphs alone, and their new numbers."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(
        [int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES]
    )
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    wanted.pin_all_axes_to_default(face.face)
    plan = hb.SubsetPlan(face.face, wanted)
    return plan.execute(), plan.old_to_new_glyph_mapping


def _glyph_map(file: File, glyphs: dict[int, int]) -> int:
    numbers = array("H", bytes(2 * (max(glyphs) + 1)))
    for code, glyph in glyphs.items():
        numbers[code] = glyph
    if sys.byteorder == "little":
        numbers.byteswap()
    number = file.number()
    file.put_stream(number, b"", numbers.tobytes())
    return number


def _encoding(file: File, glyphs: dict[int, int]) -> int:
    rows = [f"<{code:04X}>{glyph}" for code, glyph in glyphs.items()]
    number = file.number()
    entries = (
        b"/Type/CMap/CMapName/Estrado-H"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    )
    file.put_stream(number, entries, _cmap("Estrado-H", "Identity", 1, "cidchar", rows))
    return number


def _to_unicode(codes: Codes) -> bytes:
    rows = [
        f"<{code:04X}><{text.encode('utf-16-be').hex().upper()}>"
        for (_, text), code in codes.items()
    ]
    return _cmap("Adobe-Identity-UCS", "UCS", 2, "bfchar", rows)


def _cmap(name: str, ordering: str, kind: int, operator: str, rows: list[str]) -> bytes:
    blocks = [rows[at : at + _MOST_ROWS] for at in range(0, len(rows), _MOST_ROWS)]
    body = "".join(
        f"{len(block)} begin{operator}\n" + "\n".join(block) + f"\nend{operator}\n"
        for block in blocks
    )
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo"
        f"<</Registry(Adobe)/Ordering({ordering})/Supplement 0>>def/CMapName/{name} def"
        f"/CMapType {kind} def 1 begincodespacerange<0000><FFFF>endcodespacerange\n{body}"
        "endcmap CMapName currentdict/CMap defineresource pop end end"
    ).encode()


def _width_rows(widths: dict[int, float]) -> Iterator[str]:
    """Entries of W, consecutive codes together."""
    expected = -1
    for code in sorted(widths):
        if code != expected:
            yield f"{']' if expected > 0 else ''}{code}["
        expected = code + 1
        yield f"{widths[code]:.5g} "
    yield "]"


def _descriptor(
    file: File, face: Face, base: bytes, program: hb.Face, codes: dict[int, float]
) -> int:
    number, stream = file.number(), file.number()
    if face.truetype:
        data, kind, entries = program.blob.data, b"FontFile2", b"/Length1 %d"
        file.put_stream(stream, entries % len(data), data)
    else:
        data, kind = program.reference_table("CFF ").data, b"FontFile3"
        file.put_stream(stream, b"/Subtype/CIDFontType0C", data)
    slant = face.font.get_style_value(hb.StyleTag.SLANT_ANGLE)
    weight = face.font.get_style_value(hb.StyleTag.WEIGHT)
    bounds = " ".join(str(round(edge * 1000 / face.upem)) for edge in face.bounds)
    file.put(
        number,
        b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]/ItalicAngle %d/Ascent %d"
        b"/Descent %d/CapHeight %d/StemV %d/%b %d 0 R%b>>"
        % (
            *(base, _SYMBOLIC | (_ITALIC if slant else 0), bounds.encode(), slant),
            *(face.ascent * 1000, face.descent * 1000, face.cap_height * 1000, weight / 5),
            *(kind, stream, b"" if file.compact else _cid_set(file, codes)),
        ),
    )
    return number


def _cid_set(file: File, codes: dict[int, float]) -> bytes:
    """Which codes the subset has, a bit each; PDF/A-1 asks for it (ISO 19005-1, 6.3.5)."""
    bits = bytearray(max(codes) // 8 + 1)
    for code in (0, *codes):
        bits[code >> 3] |= 0x80 >> (code & 7)
    number = file.number()
    file.put_stream(number, b"", bytes(bits))
    return b"/CIDSet %d 0 R" % number
