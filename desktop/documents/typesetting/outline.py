"""The outline that a PDF reader shows beside the pages (ISO 32000-1, 12.3.3)."""

from dataclasses import dataclass, field

from desktop.documents.typesetting import pdffile
from desktop.documents.typesetting.pdffile import File


@dataclass(slots=True, eq=False)
class _Entry:
    number: int
    title: str = ""
    page: int = 0
    top: float = 0.0
    kids: "list[_Entry]" = field(default_factory=list["_Entry"])

    def __len__(self) -> int:
        return sum(1 + len(kid) for kid in self.kids)


class Outline:
    """Titles and the places they lead to, as a tree."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._path = [_Entry(0)]  # the root, then the last entry of each level

    def add(self, title: str, level: int, page: int, top: float) -> None:
        """An entry; a level that skips one counts as the next below."""
        del self._path[level + 1 :]
        entry = _Entry(self._file.number(), title, page, top)
        self._path[-1].kids.append(entry)
        self._path.append(entry)

    def close(self) -> int | None:
        """Write the outline; returns the number of its root, None where it is empty."""
        root = self._path[0]
        if not root.kids:
            return None
        root.number = self._file.number()
        self._file.put(root.number, b"<</Type/Outlines%b>>" % _family(root))
        self._write(root)
        return root.number

    def _write(self, parent: _Entry) -> None:
        kids = parent.kids
        for at, entry in enumerate(kids):
            links = b"/Parent %d 0 R" % parent.number
            if at:
                links += b"/Prev %d 0 R" % kids[at - 1].number
            if at + 1 < len(kids):
                links += b"/Next %d 0 R" % kids[at + 1].number
            self._file.put(
                entry.number,
                b"<</Title%b%b/Dest[%d 0 R/XYZ null %.2f null]%b>>"
                % (pdffile.text(entry.title), links, entry.page, entry.top, _family(entry)),
            )
            self._write(entry)


def _family(entry: _Entry) -> bytes:
    if not entry.kids:
        return b""
    first, last = entry.kids[0].number, entry.kids[-1].number
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, len(entry))
