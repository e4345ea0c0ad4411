"""A PDF being written, page by page."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Self

from desktop.documents.typesetting import finish, making, pdffile
from desktop.documents.typesetting.embedding import EmbeddedFaces
from desktop.documents.typesetting.finish import Archival, Attachment, Metadata
from desktop.documents.typesetting.manuscript import clean
from desktop.documents.typesetting.outline import Outline
from desktop.documents.typesetting.page import Align, Anchor, Page
from desktop.documents.typesetting.pdffile import File
from desktop.documents.typesetting.streaming import PageCanvas
from desktop.documents.typesetting.tagging import Furniture, OpenElement, Scope, Structure

__all__ = ["A3", "A4", "A5", "LETTER", "Align", "Anchor", "Document", "Page", "mm"]

# Paper as (width, height) in points: ISO 216, ANSI.
A3, A4, A5 = (841.89, 1190.551), (595.276, 841.89), (419.528, 595.276)
LETTER = (612.0, 792.0)
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def mm(value: float) -> float:
    """Millimetres in points."""
    return value * 72 / 25.4


class Document:
    """A PDF/A file, tagged, written into a stream or a path page by page.

    A context manager: what goes wrong inside leaves no file behind, finished or not. `languages`
    are BCP 47 tags, the main one first. `created` is a time of the document's own (the release's,
    say), because the same input has to make the same bytes. What is drawn comes out `magnified`
    on a sheet of `size`. `viewing` are viewer preferences (ISO 32000-1, 12.2), values as PDF
    writes them.
    """

    def __init__(
        self,
        target: BinaryIO | Path,
        *,
        title: str,
        languages: Sequence[str],
        author: str = "",
        subject: str = "",
        created: datetime | None = None,
        size: tuple[float, float] = A4,
        archival: Archival | None = None,
        magnified: float = 1.0,
        viewing: Mapping[str, str] | None = None,
    ) -> None:
        self.size, self.magnified = size, magnified
        self._viewing = {"DisplayDocTitle": "true", **(viewing or {})}
        self.archival: Archival = archival or making.current().archival
        texts = (clean(title), languages, clean(author), clean(subject))
        self.metadata = Metadata(*texts, created or _NO_DATE)
        self._path = target if isinstance(target, Path) else None
        self._stream = _partial(target).open("wb") if isinstance(target, Path) else target
        self._file = File(self._stream, compact=self.archival != "1b")
        self.canvas = PageCanvas(self._file, size, opaque=self.archival == "1b")
        self.structure = Structure(self._file, languages[0])
        self.outline = Outline(self._file)
        self._attached: dict[str, int] = {}
        self.fonts = EmbeddedFaces()
        self._page: Page | None = None
        self._boxes = b""
        self._furniture = Furniture()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self.close()
        finally:
            self._discard()

    @property
    def pages(self) -> int:
        """Pages begun so far."""
        return len(self.canvas.page_numbers) + (self._page is not None)

    def page(self, size: tuple[float, float] | None = None) -> Page:
        """Start a page; the one before is written and can't be drawn on any more."""
        self._end_page()
        width, height = size or self.size
        self.canvas.sheet = width, height
        self._boxes, by = b"", self.magnified
        if by != 1.0:
            self.canvas.scale(by)
        self._page = Page(self, self.pages + 1, (width / by, height / by))
        return self._page

    def trim(self, margin: float, bleed: float) -> None:
        """The page is to be cut `margin` points inside the sheet; `bleed` beyond is inked."""
        width, height = self.canvas.sheet
        for name, inside in (("Trim", margin), ("Bleed", margin - bleed)):
            box = (inside, inside, width - inside, height - inside)
            corners = " ".join(f"{at:.3f}" for at in box)
            self._boxes += f"/{name}Box[{corners}]".encode()

    def tag(
        self,
        role: str,
        *,
        language: str | None = None,
        alt: str | None = None,
        scope: Scope | None = None,
        span: tuple[int, int] = (1, 1),
    ) -> AbstractContextManager[None]:
        """What is drawn inside belongs to a structure element: "H1", "P", "Table", "Figure"...

        It may stay open over several pages (a table). A Figure needs `alt`, a TH its `scope`;
        `span` is (rows, columns) of a cell. Within furniture it means nothing.
        """
        if self.in_artifact:
            return nullcontext()
        alt = None if alt is None else clean(alt)
        self.structure.begin(role, language=language, alt=alt, scope=scope, span=span)
        return OpenElement(self.structure)

    def artifact(self) -> Furniture:
        """What is drawn inside is furniture (running heads, page numbers): readers skip it."""
        return self._furniture

    @property
    def in_artifact(self) -> bool:
        """Whether furniture is being drawn."""
        return self._furniture.depth > 0

    def attach(self, name: str, data: bytes, *, mime: str, description: str = "") -> None:
        """A file that travels inside the PDF; PDF/A-1 forbids it, so there it is left out."""
        if self.archival != "1b":
            attachment = Attachment(name, data, mime, description)
            self._attached[name] = finish.attach(self._file, attachment, self.metadata.created)

    def close(self) -> None:
        """Write what is left, and give a file its name."""
        self._end_page()
        fonts = {face.name: face.write(self._file) for face in self.fonts.values()}
        self.canvas.close(fonts)
        self.structure.close()
        root = self._catalog(self.outline.close())
        self._file.close(root, finish.info(self._file, self.metadata))
        if self._path is not None:
            self._stream.close()
            _partial(self._path).replace(self._path)

    def _end_page(self) -> None:
        if self._page is not None:
            self._page.finish()
            self.canvas.end_page(self.structure.end_page() + self._boxes)
            self._page = None

    def _level(self) -> str:
        """PDF/A-2 wants attached files to be PDF/A themselves; PDF/A-3 takes any."""
        return "3b" if self._attached else self.archival

    def _preferences(self) -> bytes:
        return "".join(f"/{key} {value}" for key, value in self._viewing.items()).encode()

    def _discard(self) -> None:
        if self._path is not None:
            self._stream.close()
            _partial(self._path).unlink(missing_ok=True)

    def _catalog(self, outline: int | None) -> int:
        file, number = self._file, self._file.number()
        entries = [
            b"/Type/Catalog/Pages %d 0 R" % self.canvas.tree,
            b"/Lang%b" % pdffile.text(self.metadata.languages[0]),
            b"/MarkInfo<</Marked true>>/ViewerPreferences<<%b>>" % self._preferences(),
            b"/StructTreeRoot %d 0 R" % self.structure.root,
            b"/Metadata %d 0 R" % finish.xmp(file, self.metadata, self._level()),
            b"/OutputIntents[%d 0 R]" % finish.output_intent(file),
        ]
        if outline:
            entries.append(b"/Outlines %d 0 R/PageMode/UseOutlines" % outline)
        if self._attached:
            entries.append(_attachments(self._attached))
        file.put(number, b"<<%b>>" % b"".join(entries))
        return number


def _attachments(attached: dict[str, int]) -> bytes:
    names = b"".join(b"%b %d 0 R" % (pdffile.text(n), at) for n, at in sorted(attached.items()))
    files = b" ".join(b"%d 0 R" % at for at in attached.values())
    return b"/AF[%b]/Names<</EmbeddedFiles<</Names[%b]>>>>" % (files, names)


def _partial(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")
