"""The structure of a document for those who do not see it: headings, tables, languages, order.

Logical structure and tagged PDF: ISO 32000-1, 14.7 and 14.8; PDF/UA: ISO 14289-1. An element is
written as soon as it ends, so that a list of any length needs no memory.
"""

from array import array
from functools import cache, lru_cache
from typing import Literal

from desktop.documents.typesetting import pdffile
from desktop.documents.typesetting.pdffile import File

Scope = Literal["Column", "Row"]
Head = tuple[Literal["TD", "TH"], Scope | None]
"""The role of a table's cell, and what it is the head of."""

# Elements that group others; text in one of them gets a P of its own.
GROUPING = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote"),
    *("Table", "THead", "TBody", "TR", "L", "LI", "TOC", "TOCI"),
}
# Elements in which a text of another language is a Span, not a P.
INLINE = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Caption", "Span", "Quote", "Link"}


class Element:
    """A structure element that is still open; `page` is that of its first marked content.

    `kids` are numbers of elements, or where negative content: see `_kid`.
    """

    __slots__ = ("attributes", "kids", "language", "number", "page", "parent", "role")

    def __init__(
        self,
        number: int,
        role: str,
        parent: "Element | None",
        language: str,
        attributes: bytes = b"",
    ) -> None:
        self.number, self.role, self.parent = number, role, parent
        self.language, self.attributes = language, attributes
        self.page = 0
        self.kids = array("q")  # a table may have a hundred thousand


class OpenElement:
    """A structure element that ends with its `with` block (a list has a hundred thousand)."""

    __slots__ = ("_structure",)

    def __init__(self, structure: "Structure") -> None:
        self._structure = structure

    def __enter__(self) -> None:
        """The element was begun when this was made."""

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._structure.end()


class Furniture:
    """A `with` block for what is no part of the structure; such blocks may be nested."""

    __slots__ = ("depth",)

    def __init__(self) -> None:
        self.depth = 0

    def __enter__(self) -> None:
        self.depth += 1

    def __exit__(self, *_: object) -> None:
        self.depth -= 1


class Structure:
    """The tree of elements, and which of them the marked content of each page belongs to."""

    def __init__(self, file: File, language: str) -> None:
        self._file = file
        self.root = file.number()
        self.current = Element(file.number(), "Document", None, language)
        self._owners: list[int] = []  # of the marked content of the page being drawn
        self._pages: list[int] = []  # objects that list them, page by page

    def begin(
        self,
        role: str,
        *,
        language: str | None = None,
        alt: str | None = None,
        scope: Scope | None = None,
        span: tuple[int, int] = (1, 1),
    ) -> Element:
        """Open an element inside the current one."""
        parent = self.current
        attributes = _table_attributes(scope, span)
        if alt is not None:
            attributes += b"/Alt%b" % pdffile.text(alt)
        if language is None:
            language = parent.language
        elif language != parent.language:
            attributes += _spoken(language)
        element = Element(self._file.number(), role, parent, language, attributes)
        self.current = element
        return element

    def end(self) -> None:
        """Close and write the current element; one without content leaves no trace."""
        element, parent = self.current, self.current.parent
        assert parent is not None
        self.current = parent
        if not element.kids and element.role not in ("TD", "TH"):
            return
        parent.kids.append(element.number)
        self._write(element, parent.number)

    def leaf(
        self,
        role: str,
        language: str,
        page: int,
        *,
        actual: str | None = None,
        scope: Scope | None = None,
    ) -> int:
        """An element that is one stretch of content on a page; returns its MCID there.

        `actual` is what the content really says.
        """
        parent, number, mcid = self.current, self._file.number(), len(self._owners)
        self._owners.append(number)
        parent.kids.append(number)
        attributes = _table_attributes(scope, (1, 1)) if scope else b""
        if actual is not None:
            attributes += b"/ActualText%b" % pdffile.text(actual)
        if language != parent.language:
            attributes += _spoken(language)
        self._file.put(
            number,
            b"<</Type/StructElem/S/%b/P %d 0 R/Pg %d 0 R%b/K %d>>"
            % (role.encode(), parent.number, page, attributes, mcid),
        )
        return mcid

    def row(self, heads: tuple[Head, ...], languages: tuple[str | None, ...], page: int) -> int:
        """A table row whose cells hold one stretch of content each, or none without a language.

        Returns the MCID of the first; the others count on.
        """
        file, table, owners = self._file, self.current, self._owners
        form, forms = _row_forms(heads, languages, table.language)
        first, row = len(owners), file.numbers(len(forms) + 1)
        numbers = range(row + 1, row + 1 + len(forms))
        table.kids.append(row)
        bodies = [form % (table.number, *numbers)]
        for number, language, cell in zip(numbers, languages, forms, strict=True):
            if language is None:
                bodies.append(cell % row)
            else:
                bodies.append(cell % (row, page, len(owners)))
                owners.append(number)
        file.put_all(row, bodies)
        return first

    def mark(self, element: Element, page: int) -> int:
        """Note that content on a page belongs to an element; returns its MCID there."""
        mcid = len(self._owners)
        self._owners.append(element.number)
        if not element.page:
            element.page = page
        elsewhere = page if element.page != page else 0
        element.kids.append(-1 - (elsewhere << 32 | mcid))
        return mcid

    def end_page(self) -> bytes:
        """Close a page; returns the entries of its dictionary that lead to its elements."""
        number = self._file.number()
        owners = b" ".join(b"%d 0 R" % owner for owner in self._owners)
        self._file.put(number, b"[%b]" % owners)
        self._pages.append(number)
        self._owners = []
        return b"/StructParents %d/Tabs/S" % (len(self._pages) - 1)

    def close(self) -> None:
        """Write the document element and the root of the tree."""
        self._write(self.current, self.root)
        nums = b" ".join(b"%d %d 0 R" % (at, number) for at, number in enumerate(self._pages))
        parents = self._file.number()
        self._file.put(parents, b"<</Nums[%b]>>" % nums)
        self._file.put(
            self.root,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self.current.number, parents, len(self._pages)),
        )

    def _write(self, element: Element, parent: int) -> None:
        page = b"/Pg %d 0 R" % element.page if element.page else b""
        kids = b" ".join(map(_kid, element.kids))
        if len(element.kids) != 1:
            kids = b"[%b]" % kids
        self._file.put(
            element.number,
            b"<</Type/StructElem/S/%b/P %d 0 R%b%b/K %b>>"
            % (element.role.encode(), parent, page, element.attributes, kids),
        )


def _kid(value: int) -> bytes:
    """An element by its number, or content: -1 - (page << 32 | MCID), the element's page as 0."""
    if value > 0:
        return b"%d 0 R" % value
    page, mcid = divmod(-1 - value, 1 << 32)
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page, mcid) if page else b"%d" % mcid


@cache
def _table_attributes(scope: Scope | None, span: tuple[int, int]) -> bytes:
    entries = b"/Scope/%b" % scope.encode() if scope else b""
    rows, columns = span
    if rows > 1:
        entries += b"/RowSpan %d" % rows
    if columns > 1:
        entries += b"/ColSpan %d" % columns
    return b"/A<</O/Table%b>>" % entries if entries else b""


@lru_cache(200)
def _row_forms(
    heads: tuple[Head, ...], languages: tuple[str | None, ...], around: str
) -> tuple[bytes, list[bytes]]:
    """A row and its cells as they are written inside an element, their numbers left out."""
    forms: list[bytes] = []
    for (role, scope), language in zip(heads, languages, strict=True):
        attributes = _table_attributes(scope, (1, 1))
        if language is not None and language != around:
            attributes += _spoken(language)
        content = b"/K[]" if language is None else b"/Pg %d 0 R/K %d"
        entries = role.encode(), attributes, content
        forms.append(b"<</Type/StructElem/S/%b/P %%d 0 R%b%b>>" % entries)
    links = b" ".join([b"%d 0 R"] * len(heads))
    return b"<</Type/StructElem/S/TR/P %%d 0 R/K[%b]>>" % links, forms


@cache
def _spoken(language: str) -> bytes:
    return b"/Lang%b" % pdffile.text(language)
