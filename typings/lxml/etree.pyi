"""The part of lxml.etree that is used here."""

from collections.abc import Iterator, Mapping

class XMLSyntaxError(Exception):
    msg: str
    code: int
    lineno: int
    position: tuple[int, int]

class XMLParser:
    def __init__(
        self,
        *,
        load_dtd: bool = ...,
        no_network: bool = ...,
        remove_comments: bool = ...,
        remove_pis: bool = ...,
        resolve_entities: bool = ...,
        huge_tree: bool = ...,
    ) -> None: ...

class DocInfo:
    internalDTD: object | None

class _ElementTree:
    docinfo: DocInfo

class Element:
    tag: str
    text: str | None
    tail: str | None
    sourceline: int | None
    @property
    def attrib(self) -> Mapping[str, str]: ...
    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...
    def get(self, key: str) -> str | None: ...
    def find(self, path: str) -> Element | None: ...
    def findtext(self, path: str, default: str = ...) -> str: ...
    def iter(self, *tags: str) -> Iterator[Element]: ...
    def iterancestors(self, *tags: str) -> Iterator[Element]: ...
    def iterchildren(self, *tags: str) -> Iterator[Element]: ...
    def itertext(self) -> Iterator[str]: ...
    def getroottree(self) -> _ElementTree: ...

def fromstring(text: bytes, parser: XMLParser) -> Element: ...
def tostring(
    element: Element, *, encoding: type[str], method: str = ..., with_tail: bool = ...
) -> str: ...
