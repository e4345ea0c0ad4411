"""Fonts of a house's own: files are read once, and looked at before anything is set in them."""

import struct
from pathlib import Path

from desktop.documents.typesetting import fontfile
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.harfbuzz import hb
from desktop.documents.typesetting.style import FontFile
from desktop.domain.errors import BadInput
from desktop.language.translation import msgid

LARGEST = 32 * 1024 * 1024
"""Bytes of a file that may be a font; the largest that are sold have 25 million."""

_LARGE = msgid("“{file}” is too large to be a font.")
_BROKEN = msgid("“{file}” is no font that can be printed. Name a sound file (.ttf or .otf).")
_COLLECTION = msgid("“{file}” is a collection. Name a file with one font in it (.ttf or .otf).")
_VARIABLE = msgid("“{file}” is a variable font. Name its static files, one for each weight.")
_FORBIDDEN = msgid(
    "“{file}” may not be put into documents, says its maker. Ask for a licence that allows it."
)
_OUTLINES = (b"\0\1\0\0", b"true", b"OTTO")
"""How TrueType's and PostScript's outlines in a font of their own begin (OpenType 1.9)."""
_NEEDED = {"cmap", "head", "hhea", "hmtx", "maxp"}
_RIGHTS, _RESTRICTED, _WHOLE_OR_BITMAPS = 0x000E, 0x0002, 0x0300
"""Of fsType in the table OS/2: who may embed; not in part, or pictures of glyphs alone."""


def read(path: Path) -> FontFile:
    """A font file that can be printed.

    Raises:
        BadInput: it is not there, or cannot be used; the message says why, and what to do.
    """
    try:
        if not path.is_file():
            raise BadInput(
                "There is no font “{file}”. Write where it lies as seen from the house style.",
                file=path,
            )
        fault = _LARGE if path.stat().st_size > LARGEST else ""
        font = FontFile(str(path), b"" if fault else path.read_bytes())
    except OSError as error:
        raise BadInput(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror or error
        ) from None
    try:
        fault = fault or _fault(font)
    except (RuntimeError, ValueError, struct.error):  # as HarfBuzz and we stumble over bad tables
        fault = _BROKEN
    if fault:
        raise BadInput(fault, file=path.name)
    return font


def _fault(font: FontFile) -> str:
    """What keeps a font from being printed."""
    if font.data[:4] == b"ttcf":
        return _COLLECTION
    if font.data[:4] not in _OUTLINES:
        return _BROKEN
    face = hb.Face(hb.Blob(font.data))
    tables = set(face.table_tags)
    if "fvar" in tables:
        return _VARIABLE
    rights = int.from_bytes(face.reference_table("OS/2").data[8:10], "big")
    if rights & _RIGHTS == _RESTRICTED or rights & _WHOLE_OR_BITMAPS:
        return _FORBIDDEN
    whole = tables >= _NEEDED and tables & {"glyf", "CFF "}
    return "" if whole and _is_sound(font) else _BROKEN


def _is_sound(font: FontFile) -> bool:
    """Whether all that printing asks of a font is to be had, every glyph of it."""
    face = Face(font)
    told = face.name, face.bounds, face.ascent, face.descent, face.cap_height
    glyphs = {face.font.get_nominal_glyph(ord(char)) or 0 for char in face.characters}
    program, _ = fontfile.subset(face, glyphs)
    return bool(told and face.characters and program.blob.data)
