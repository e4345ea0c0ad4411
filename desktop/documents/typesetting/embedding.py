"""Faces into a PDF: Type0/Identity-H subsets with one CID per (glyph, text) pair."""

import zlib
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from desktop.documents.typesetting.fonts import Face


class EmbeddedFace:
    """What one document uses of one face."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self.cids: dict[tuple[int, str], int] = {}

    def cid(self, glyph: int, text: str) -> int:
        return self.cids.setdefault((glyph, text), len(self.cids) + 1)

    def addObjects(self, doc: Any) -> None:
        D, A, face = pdfdoc.PDFDictionary, pdfdoc.PDFArray, self.face
        gids = sorted({g for g, _ in self.cids})
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(gids)
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        data = hb.subset(face.face, wanted).blob.data
        crc = zlib.crc32((face.name + repr(gids)).encode())
        base = "".join(chr(65 + (crc >> (4 * i)) % 26) for i in range(6)) + "+" + face.name
        k = 1000 / face.upem

        def stream(content: bytes, **entries: Any) -> Any:
            s = pdfdoc.PDFStream()
            s.content = content
            s.filters = [pdfdoc.PDFZCompress]
            s.dictionary.dict.update(entries)
            return doc.Reference(s)

        descriptor = D(
            {
                "Type": "/FontDescriptor",
                "FontName": "/" + base,
                "Flags": 4,
                "ItalicAngle": 0,
                "FontBBox": A([-200, round(face.descent * 1000), 1200, round(face.ascent * 1000)]),
                "Ascent": round(face.ascent * 1000),
                "Descent": round(face.descent * 1000),
                "CapHeight": round(face.cap_height * 1000),
                "StemV": 80,
                "FontFile2": stream(data, Length1=len(data)),
            }
        )
        widths = A([1, A([round(face.font.get_glyph_h_advance(g) * k) for g, _ in self.cids])])
        cid = D(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": "/" + base,
                "CIDSystemInfo": D(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": doc.Reference(descriptor),
                "W": widths,
                "DW": 1000,
                "CIDToGIDMap": stream(
                    b"\0\0" + b"".join(g.to_bytes(2, "big") for g, _ in self.cids)
                ),
            }
        )
        rows = [
            f"<{c:04X}> <{t.encode('utf-16-be').hex().upper()}>" for (_, t), c in self.cids.items()
        ]
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) "
            "/Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def "
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        )
        for i in range(0, len(rows), 100):
            part = rows[i : i + 100]
            cmap += f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n"
        cmap += "endcmap CMapName currentdict /CMap defineresource pop end end"
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(
            D(
                {
                    "Type": "/Font",
                    "Subtype": "/Type0",
                    "BaseFont": "/" + base,
                    "Encoding": "/Identity-H",
                    "DescendantFonts": A([doc.Reference(cid)]),
                    "ToUnicode": stream(cmap.encode()),
                }
            )
        )
