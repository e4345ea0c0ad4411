"""The colours of the file: an sRGB profile made from the standard's figures, free to ship.

IEC 61966-2-1 (sRGB), as an ICC profile of version 2 (ICC.1:2001-04), which every PDF/A accepts.
"""

import struct
from functools import cache

_WHITE = (0.9642, 1.0, 0.8249)  # D50, the profile connection space
_PRIMARIES = {  # adapted from D65 to D50 by Bradford's matrix
    b"rXYZ": (0.4360, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7139),
}
_POINTS = 1024  # of the tone curve
_HEAD = 128


@cache
def srgb_profile() -> bytes:
    """The bytes of the profile."""
    curve = _curve()
    tags = {
        b"desc": _description(b"sRGB IEC61966-2.1"),
        b"cprt": b"text\0\0\0\0Public domain: made from the figures of IEC 61966-2-1\0",
        b"wtpt": _xyz(_WHITE),
        **{name: _xyz(value) for name, value in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body = [struct.pack(">I", len(tags))], b""
    start = _HEAD + 4 + 12 * len(tags)
    places: dict[bytes, tuple[int, int]] = {}
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body), len(data)
            body += data + b"\0" * (-len(data) % 4)
        table.append(struct.pack(">4sII", name, *places[data]))
    return _header(start + len(body)) + b"".join(table) + body


def _header(size: int) -> bytes:
    return struct.pack(
        ">I4sI4s4s4s6H4s4sI4sI8xI3i4x44x",
        *(size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ "),
        *(2000, 1, 1, 0, 0, 0),  # a date that never changes
        *(b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0", 0, 0),
        *(_fixed(value) for value in _WHITE),
    )


def _curve() -> bytes:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    values = [round(linear(at / (_POINTS - 1)) * 65535) for at in range(_POINTS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_POINTS}H", _POINTS, *values)


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *map(_fixed, value))


def _fixed(value: float) -> int:
    return round(value * 65536)


def _description(text: bytes) -> bytes:
    head = b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0"
    return head + b"\0" * (4 + 4 + 2 + 1 + 67)
