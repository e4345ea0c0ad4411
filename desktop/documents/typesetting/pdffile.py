"""A PDF file as a sequence of numbered objects, written one by one.

Small objects are gathered in compressed object streams (ISO 32000-1, 7.5.7), which PDF/A-1 does
not allow (`compact=False`). The file's identifier is a digest of what is in it, so that the same
content makes the same bytes.
"""

import hashlib
import sys
import zlib
from array import array
from collections.abc import Sequence
from typing import BinaryIO

_GATHERED = 150  # objects in one object stream, or a few more
_LEVEL = 3  # of compression; the highest is four times as slow for a sixth less
_FREE = 0xFFFF  # the row of a number that no object has


class File:
    """Numbered objects into a stream, then the table of where they are."""

    def __init__(self, out: BinaryIO, *, compact: bool) -> None:
        self._out, self.compact = out, compact
        self._at = 0
        self._digest = hashlib.md5(usedforsecurity=False)
        self._places = array("Q", [_FREE])  # a row of the cross-reference for each number
        self._gathered: list[tuple[int, bytes]] = []
        self._write(b"%PDF-1.7\n" if compact else b"%PDF-1.4\n")
        self._write(b"%\xe2\xe3\xcf\xd3\n")

    @property
    def count(self) -> int:
        """How many numbers were given."""
        return len(self._places) - 1

    def number(self) -> int:
        """A number for an object to come."""
        self._places.append(_FREE)
        return len(self._places) - 1

    def numbers(self, count: int) -> int:
        """So many numbers that follow one another; the first of them."""
        first = len(self._places)
        self._places.extend([_FREE] * count)
        return first

    def put(self, number: int, body: bytes) -> None:
        """An object that is not a stream."""
        self.put_all(number, (body,))

    def put_all(self, first: int, bodies: Sequence[bytes]) -> None:
        """Objects whose numbers follow one another."""
        if not self.compact:
            for number, body in enumerate(bodies, first):
                self._direct(number, body)
            return
        self._gathered.extend(enumerate(bodies, first))
        if len(self._gathered) >= _GATHERED:
            self._flush()

    def put_stream(
        self, number: int, entries: bytes, data: bytes | memoryview, *, deflate: bool = True
    ) -> None:
        """A stream with the entries of its dictionary besides length and filter."""
        if deflate:
            data = zlib.compress(data, _LEVEL)
            entries += b"/Filter/FlateDecode"
        body = b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)
        self._direct(number, body)

    def put_formatted(self, number: int, body: bytes) -> None:
        """An object as ReportLab formats it; it forgets the line end before `endstream`."""
        if body.endswith(b"endstream\n"):
            self._direct(number, body[:-10] + b"\nendstream")
        else:
            self.put(number, body)

    def close(self, root: int, info: int) -> None:
        """The cross-reference and the trailer."""
        self._flush()
        ident = self._digest.hexdigest().encode()
        trailer = b"/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (root, info, ident, ident)
        start = self._at
        if self.compact:
            self._close_compact(trailer)
        else:
            self._close_plain(trailer)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._at += len(data)

    def _direct(self, number: int, body: bytes) -> None:
        self._places[number] = _row(1, self._at)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _flush(self) -> None:
        if not self._gathered:
            return
        stream, first = self.number(), 0
        starts: list[str] = []
        row = _row(2, stream)
        for place, (number, body) in enumerate(self._gathered, row):
            self._places[number] = place
            starts.append(f"{number} {first}")
            first += len(body) + 1
        head = " ".join(starts).encode() + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(starts), len(head))
        data = head + b"\n".join([body for _, body in self._gathered])
        self._gathered.clear()
        self.put_stream(stream, entries, data)

    def _close_compact(self, trailer: bytes) -> None:
        number = self.number()
        self._places[number] = _row(1, self._at)
        rows = self._places
        if sys.byteorder == "little":
            rows.byteswap()
        size = b"/Type/XRef/W[1 5 2]/Size %d" % len(rows)
        self.put_stream(number, size + trailer, memoryview(rows))

    def _close_plain(self, trailer: bytes) -> None:
        size = len(self._places)
        self._write(b"xref\n0 %d\n" % size)
        for row in self._places:
            free = row == _FREE
            self._write(
                b"%010d %b \n"
                % (0 if free else row >> 16 & 0xFFFFFFFFFF, b"65535 f" if free else b"00000 n")
            )
        self._write(b"trailer\n<</Size %d%b>>\n" % (size, trailer))


def _row(kind: int, first: int, second: int = 0) -> int:
    """A row of a cross-reference stream (7.5.8.3) as a number of eight bytes."""
    return kind << 56 | first << 16 | second


def text(value: str) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    if value.isascii() and value.isprintable():
        escaped = value.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return b"(%b)" % escaped.encode()
    return b"<FEFF%b>" % value.encode("utf-16-be").hex().upper().encode()
