"""What makes the file a finished one: metadata, colour, attachments, the catalog.

PDF/A: ISO 19005-1 (1b) and 19005-2 (2b); PDF/UA: ISO 14289-1; XMP: ISO 16684-1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desktop.documents.typesetting import pdffile
from desktop.documents.typesetting.colours import srgb_profile
from desktop.documents.typesetting.pdffile import File

Archival = Literal["2b", "1b"]
PRODUCER = "Estrado"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself; `created` is the document's own time, never the clock's."""

    title: str
    languages: Sequence[str]
    author: str
    subject: str
    created: datetime


def info(file: File, metadata: Metadata) -> int:
    """Write the information dictionary."""
    number = file.number()
    texts = {"Title": metadata.title, "Author": metadata.author, "Subject": metadata.subject}
    entries = [f"/{key}".encode() + pdffile.text(value) for key, value in texts.items() if value]
    date = _pdf_date(metadata.created)
    file.put(
        number,
        b"<<%b/Creator%b/Producer%b/CreationDate%b/ModDate%b>>"
        % (b"".join(entries), *[pdffile.text(PRODUCER)] * 2, *[pdffile.text(date)] * 2),
    )
    return number


def _pdf_date(moment: datetime) -> str:
    zone = moment.strftime("%z") or "+0000"
    return f"{moment:D:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def xmp(file: File, metadata: Metadata, archival: str) -> int:
    """Write the metadata stream; plain, because PDF/A wants it readable without unpacking."""
    number = file.number()
    entries = b"/Type/Metadata/Subtype/XML"
    file.put_stream(number, entries, _packet(metadata, archival).encode(), deflate=False)
    return number


def _packet(metadata: Metadata, archival: str) -> str:
    zone = metadata.created.strftime("%z") or "+0000"
    date = f"{metadata.created:%Y-%m-%dT%H:%M:%S}{zone[:3]}:{zone[3:5]}"
    languages = "".join(f"<rdf:li>{_escaped(each)}</rdf:li>" for each in metadata.languages)
    author = f"<rdf:Seq><rdf:li>{_escaped(metadata.author)}</rdf:li></rdf:Seq>"
    parts = [
        ("dc", "http://purl.org/dc/elements/1.1/", "format", "application/pdf"),
        ("dc", "", "title", _alternatives(metadata.title)),
        ("dc", "", "creator", author if metadata.author else ""),
        ("dc", "", "description", _alternatives(metadata.subject) if metadata.subject else ""),
        ("dc", "", "language", f"<rdf:Bag>{languages}</rdf:Bag>"),
        ("xmp", "http://ns.adobe.com/xap/1.0/", "CreatorTool", PRODUCER),
        ("xmp", "", "CreateDate", date),
        ("xmp", "", "ModifyDate", date),
        ("pdf", "http://ns.adobe.com/pdf/1.3/", "Producer", PRODUCER),
        ("pdfaid", "http://www.aiim.org/pdfa/ns/id/", "part", archival[0]),
        ("pdfaid", "", "conformance", archival[1].upper()),
        ("pdfuaid", _UA, "part", "1"),
    ]
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space, _, _ in parts if space)
    body = "\n".join(f"<{p}:{name}>{value}</{p}:{name}>" for p, _, name, value in parts if value)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{spaces}>\n{body}\n</rdf:Description>\n{_UA_SCHEMA}\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )


# PDF/A knows no PDF/UA, so the file has to describe the one property it says of it.
_UA = "http://www.aiim.org/pdfua/ns/id/"
_AIIM = "http://www.aiim.org/pdfa/ns"
_UA_SCHEMA = (
    f'<rdf:Description rdf:about="" xmlns:pdfaExtension="{_AIIM}/extension/"'
    f' xmlns:pdfaSchema="{_AIIM}/schema#" xmlns:pdfaProperty="{_AIIM}/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    "</rdf:Description>"
)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt>'


def output_intent(file: File) -> int:
    """Write the colour the file means: sRGB."""
    number, profile = file.number(), file.number()
    file.put_stream(profile, b"/N 3/Alternate/DeviceRGB", srgb_profile())
    file.put(
        number,
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        b"/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile %d 0 R>>"
        % profile,
    )
    return number


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file."""

    name: str
    data: bytes
    mime: str
    description: str = ""


def attach(file: File, attachment: Attachment, created: datetime) -> int:
    """Write an attached file; returns the number of its specification."""
    number, stream = file.number(), file.number()
    subtype = attachment.mime.replace("/", "#2F")
    date = pdffile.text(_pdf_date(created))
    entries = b"/Type/EmbeddedFile/Subtype/%b/Params<</Size %d/ModDate%b>>"
    file.put_stream(
        stream, entries % (subtype.encode(), len(attachment.data), date), attachment.data
    )
    name = pdffile.text(attachment.name)
    described = (
        b"/Desc%b" % pdffile.text(attachment.description) if attachment.description else b""
    )
    file.put(
        number,
        b"<</Type/Filespec/F%b/UF%b/AFRelationship/Data%b/EF<</F %d 0 R/UF %d 0 R>>>>"
        % (name, name, described, stream, stream),
    )
    return number
