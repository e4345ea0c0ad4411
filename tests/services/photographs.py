"""Pictures as bytes."""

import struct
import zlib

_PNG = b"\x89PNG\r\n\x1a\n"


def vast() -> bytes:
    """A PNG that says of itself that it has 400 million pixels; to write them takes seconds."""
    size = struct.pack(">IIBBBBB", 20_000, 20_000, 1, 0, 0, 0, 0)
    return _PNG + _chunk(b"IHDR", size) + _chunk(b"IDAT", zlib.compress(b"\0"))


def _chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check
